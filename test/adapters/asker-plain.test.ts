import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { plainAsker } from '../../src/adapters/asker-plain.ts'
import type { Choice, MenuScreen, QuestionScreen, Reply } from '../../src/core/ports/asker.ts'
import { askerLook } from '../../src/views/question.ts'
import { themeFor } from '../../src/views/theme.ts'
import { menu, options, question } from '../support/screens.ts'

interface Asked {
  readonly replies: readonly (Reply | Choice)[]
  readonly printed: string
}

/** Asks the screens one after another, with this on standard input. */
async function asked(
  typed: string | readonly string[],
  ...screens: readonly (QuestionScreen | MenuScreen)[]
): Promise<Asked> {
  const input = new PassThrough()
  const output = new PassThrough()
  let printed = ''
  output.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  const asker = plainAsker({ input, output, look: askerLook(themeFor({ colour: false, unicode: false })) })
  for (const piece of typeof typed === 'string' ? [typed] : typed) input.write(piece)
  input.end()
  const replies: (Reply | Choice)[] = []
  for (const screen of screens) {
    replies.push(
      'input' in screen
        ? await asker.ask(screen, async (raw) => (raw === 'wrong' ? 'That will not do.' : undefined))
        : await asker.choose(screen),
    )
  }
  asker.close()
  return { replies, printed }
}

const few = question({ input: 'one', options: options('ticket', 'call', 'meeting') })
const causes = question({ input: 'many', other: true, options: options('knew', 'forgot', 'checklist') })

describe('plain mode', () => {
  it('reads one line an answer, from a pipe in any pieces, the last one without a line break', async () => {
    const { replies } = await asked(
      ['on', 'e\r\ntw', 'o\nyes\n3\nthr', 'ee'],
      question(),
      question(),
      question({ input: 'yes-no' }),
      menu(),
      question(),
    )
    expect(replies).toEqual([
      { reply: 'answer', raw: 'one' },
      { reply: 'answer', raw: 'two' },
      { reply: 'answer', raw: true },
      { reply: 'chosen', value: 'leave' },
      { reply: 'answer', raw: 'three' },
    ])
  })

  it('reads letters that are cut between two pieces', async () => {
    const bytes = Buffer.from('漢字\n')
    const input = new PassThrough()
    const asker = plainAsker({
      input,
      output: new PassThrough(),
      look: askerLook(themeFor({ colour: false, unicode: true })),
    })
    const reply = asker.ask(question(), async () => undefined)
    input.write(bytes.subarray(0, 2))
    input.write(bytes.subarray(2))
    expect(await reply).toEqual({ reply: 'answer', raw: '漢字' })
  })

  it('shows what holds a word, a ticket or a source, under the numbers of the whole list', async () => {
    const notes = ['late update', 'handover', 'late call'].map((label, index) => ({
      value: `id${index}`,
      label,
      note: `4821${index}, survey`,
      group: index < 2 ? 'Not used yet' : 'Used before',
    }))
    const list = question({ input: 'many', options: notes, narrows: true, required: false })
    const { replies, printed } = await asked('late\n48212\nlate call\n', list)
    expect(replies).toEqual([{ reply: 'answer', raw: ['id2'] }])
    const [, first = '', second = ''] = printed.split('> ')
    expect(first).toBe(
      'late\nNot used yet\n  1  late update (48210, survey)\nUsed before\n  3  late call (48212, survey)\n',
    )
    expect(second).toBe('48212\nUsed before\n  3  late call (48212, survey)\n')
  })

  it('prints the headings of a long list that takes own words, and looks up a word with ? behind it', async () => {
    const behaviours = Array.from({ length: 40 }, (_, at) => ({
      value: `id${at}`,
      label: at === 32 ? 'updates to waiting customers' : `thing ${at}`,
      group: at < 25 ? 'Communication' : 'Handover',
      words: at === 39 ? 'silence, kept waiting' : '',
    }))
    const list = question({ input: 'one', other: true, options: behaviours })
    const { replies, printed } = await asked('waiting?\nxyz ?\n33\nmy own\n', list, list)
    expect(replies).toEqual([
      { reply: 'answer', raw: 'id32' },
      { reply: 'answer', raw: 'my own' },
    ])
    expect(printed).toContain('   1-25  Communication\n  26-40  Handover\n40 in all.')
    expect(printed).toContain('  33  updates to waiting customers\n  40  thing 39\n')
    expect(printed).toContain('Nothing in the list matches "xyz".')
    expect(printed).not.toContain('thing 3\n')
  })

  it('prints only the beginning of a long list that narrows, and says how to see the rest', async () => {
    const notes = Array.from({ length: 50 }, (_none, index) => ({
      value: `id${index}`,
      label: `note ${index} x`,
    }))
    const list = question({ input: 'many', options: notes, narrows: true, required: false, initial: ['id3'] })
    const { replies, printed } = await asked('44 x\n1,45\n', list)
    expect(printed).toContain('30  note 29 x\n20 more. Type a word')
    expect(printed).toContain('[4] an empty line takes it')
    expect(printed).toContain('> 44 x\n  45  note 44 x\n')
    expect(replies).toEqual([{ reply: 'answer', raw: ['id0', 'id44'] }])
  })

  it('goes on after a backslash', async () => {
    const { replies } = await asked('one\\\ntwo\\\nthree\n', question({ input: 'lines' }))
    expect(replies).toEqual([{ reply: 'answer', raw: 'one\ntwo\nthree' }])
  })

  it.each([
    ['2', 'call'],
    ['call', 'call'],
    ['CALL', 'call'],
    ['me', 'meeting'],
  ])('takes %j as %j', async (typed, value) => {
    expect((await asked(`${typed}\n`, few)).replies).toEqual([{ reply: 'answer', raw: value }])
  })

  it('asks again when nothing matches or the check says no', async () => {
    const { replies, printed } = await asked('9\ncall\nwrong\nright\n', few, question())
    expect(printed).toContain('Nothing in the list matches "9".')
    expect(printed).toContain('That will not do.')
    expect(replies).toEqual([
      { reply: 'answer', raw: 'call' },
      { reply: 'answer', raw: 'right' },
    ])
  })

  it.each([
    ['1,3', ['knew', 'checklist']],
    ['3 1', ['checklist', 'knew']],
    ['Forgot, no desk phone', ['forgot', 'no desk phone']],
    ['2, 2', ['forgot']],
  ])('takes several as %j', async (typed, values) => {
    expect((await asked(`${typed}\n`, causes)).replies).toEqual([{ reply: 'answer', raw: values }])
  })

  it('names the number that the list does not have', async () => {
    const nine = question({ input: 'many', other: true, options: options(...[...'abcdefgh']) })
    const { replies, printed } = await asked('2,9\n2, 3\n', nine)
    expect(printed).toContain('Nothing in the list matches "9".')
    expect(replies).toEqual([{ reply: 'answer', raw: ['b', 'c'] }])
  })

  it('says how several are given, and once how to get help', async () => {
    const { printed } = await asked('1,3\n\nx\n', causes, { ...causes, required: false }, question())
    expect(printed).toContain('Several at once: 1,3.')
    expect(printed).toContain('Several at once: 1,3. An empty line: none.')
    expect(printed.match(/Type \? at any question/g)).toHaveLength(1)
  })

  describe('a list', () => {
    const list = question({ input: 'lines', list: true, why: 'Facts can be talked about.' })

    it('is read line by line until an empty one', async () => {
      const { replies, printed } = await asked('one\ntwo\\\nthree\n\nnext\n', list, question())
      expect(printed).toContain('One a line; an empty line ends.')
      expect(replies).toEqual([
        { reply: 'answer', raw: 'one\ntwo\nthree' },
        { reply: 'answer', raw: 'next' },
      ])
    })

    it('keeps its lines while a word is heard, and gives them back with a word that leaves', async () => {
      const { replies, printed } = await asked('one\n:why\ntwo\n?\n:back\nx\n', list, question())
      expect(printed).toContain('Why: Facts')
      expect(replies).toEqual([
        { reply: 'back', typed: 'one\ntwo' },
        { reply: 'answer', raw: 'x' },
      ])
    })

    it('loses one line and not all when one will not do', async () => {
      const input = new PassThrough()
      const asker = plainAsker({
        input,
        output: new PassThrough(),
        look: askerLook(themeFor({ colour: false, unicode: false })),
      })
      input.end('one\n31 Feb\ntwo\n\n')
      const check = async (raw: unknown) =>
        String(raw).includes('31 Feb') ? 'There is no 31 February.' : undefined
      expect(await asker.ask(list, check)).toEqual({ reply: 'answer', raw: 'one\ntwo' })
    })

    it('is what there is when the input ends, and takes what stands there at an empty line', async () => {
      expect((await asked('one\ntwo', list)).replies).toEqual([{ reply: 'answer', raw: 'one\ntwo' }])
      expect((await asked('\n', { ...list, initial: 'old' })).replies).toEqual([
        { reply: 'answer', raw: 'old' },
      ])
      expect((await asked('', list)).replies).toEqual([{ reply: 'quit', ended: 'end' }])
    })
  })

  it('points out blanks once, whether they are typed or stand there', async () => {
    const { replies, printed } = await asked(
      '\nIn 3 of ___\nIn 3 of 9\n',
      question({ initial: 'In ___ of ___' }),
    )
    expect(printed.match(/Something is still left open/g)).toHaveLength(2)
    expect(replies).toEqual([{ reply: 'answer', raw: 'In 3 of 9' }])
    expect((await asked('\n\n', question({ initial: 'In ___' }))).replies).toEqual([
      { reply: 'answer', raw: 'In ___' },
    ])
  })

  it('takes what stands there at an empty line, and shows it', async () => {
    const { replies, printed } = await asked(
      '\n\n\n\n',
      question({ initial: 'old words' }),
      { ...causes, initial: ['forgot', 'my own'] },
      question({ input: 'yes-no', initial: false }),
      menu({ initial: 'change' }),
    )
    expect(printed).toContain('[old words] an empty line takes it')
    expect(printed).toContain('[Forgot, my own]')
    expect(replies).toEqual([
      { reply: 'answer', raw: 'old words' },
      { reply: 'answer', raw: ['forgot', 'my own'] },
      { reply: 'answer', raw: false },
      { reply: 'chosen', value: 'change' },
    ])
  })

  it('skips, ends a group, or asks the check at an empty line', async () => {
    const { replies } = await asked('\n\n', question({ required: false }), question({ canFinish: true }))
    expect(replies).toEqual([{ reply: 'skip' }, { reply: 'finish' }])
  })

  it('understands the words and a doubled colon', async () => {
    const { replies, printed } = await asked(
      ':why\n?\n:bak\n:skip\n:deeper\n::back\n:back\n:review\n:quit\n',
      question({ why: 'Facts can be talked about.' }),
      few,
      few,
      menu(),
    )
    expect(printed).toContain('Why: Facts can be talked about.')
    expect(printed).toMatch(/:review +see everything/)
    expect(printed).toContain(':bak is not one of the words.')
    expect(printed).toContain('This one is needed before going on.')
    expect(printed).toContain('There are no further questions in this part.')
    expect(replies).toEqual([
      { reply: 'answer', raw: ':back' },
      { reply: 'back' },
      { reply: 'review' },
      { reply: 'quit' },
    ])
  })

  it('says that the input came to its end, at once and every time after', async () => {
    const { replies } = await asked('one\n', question(), question(), menu())
    expect(replies.slice(1)).toEqual([
      { reply: 'quit', ended: 'end' },
      { reply: 'quit', ended: 'end' },
    ])
  })

  it('prints no byte that a terminal would obey, and no line wider than it', async () => {
    const { printed } = await asked(
      '\u001b[2Jtyped\n',
      question({ ask: `Why \u001b[2J? ${'word '.repeat(40)}`, notices: ['\u009b1m'] }),
    )
    expect(printed).toMatch(/^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f]*$/)
    for (const line of printed.split('\n')) expect(line.length).toBeLessThan(90)
  })

  it('reads as a transcript', async () => {
    const { printed } = await asked('14 Oct: sent late\n2\n', question({ help: 'One a line.' }), few)
    expect(printed).toBe(`
Feedback for Sam Rivera - Evidence - 3 of 9
What did you see or hear?
One a line.
Type ? at any question to see what else you can type.
> 14 Oct: sent late

Feedback for Sam Rivera - Evidence - 3 of 9
What did you see or hear?
  1  Ticket
  2  Call
  3  Meeting
> 2
`)
  })
})
