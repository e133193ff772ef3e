import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run as rehearse } from '../../src/commands/rehearse.ts'
import type { Asker, Choice, MenuScreen, QuestionScreen, Reply } from '../../src/core/ports/asker.ts'
import { type Desk, desk, problemOf } from '../support/context.ts'
import { rehearsalText } from '../support/rehearse.ts'

const GOOD = [
  "i get that this isn't nice to be called in for",
  'What was that afternoon like for you?',
  "So what you're saying is there was nothing to tell, so nothing went out.",
  'The customer wrote at 18:05 and again at 21:30 that evening.',
  'What would you try on the next bad day?',
  'Sounds like a plan. We look at it together on Friday week.',
]

/** Somebody who types these, one at each question or menu, and leaves when nothing is left. */
function typing(...typed: readonly string[]) {
  const rest = [...typed]
  const asked: (QuestionScreen | MenuScreen)[] = []
  const said: string[] = []
  const next = (screen: QuestionScreen | MenuScreen): string | undefined => {
    asked.push(screen)
    return rest.shift()
  }
  const asker: Asker = {
    async ask(screen): Promise<Reply> {
      const text = next(screen)
      if (text === undefined || text === ':quit') return { reply: 'quit' }
      if (text === 'ctrl-c') return { reply: 'quit', ended: 'SIGINT' }
      if (text === ':back') return { reply: 'back' }
      if (text === ':review') return { reply: 'review' }
      return { reply: 'answer', raw: text }
    },
    async choose(screen): Promise<Choice> {
      const value = next(screen)
      return value === undefined ? { reply: 'quit' } : { reply: 'chosen', value }
    },
    say: (line) => void said.push(line),
    close: () => undefined,
  }
  return { asker, asked, said: () => said.join('\n') }
}

const put = (at: Desk, name: string, lines: readonly string[]): void =>
  writeFileSync(join(at.folder, name), `${lines.join('\n')}\n`)

describe('with somebody at the keyboard', () => {
  it('tells the situation, answers each line, and says in the end what landed', async () => {
    const hand = typing('defensive', ...GOOD, 'done')
    const at = desk({ asker: hand.asker })
    const { out, outcome } = await at.run({ run: rehearse })
    expect(outcome).toBe('done')
    expect(hand.said()).toContain('Ticket 48213, 14 October')
    expect(hand.said()).toContain('Robin  So this is about 48213.')
    expect(hand.said()).toMatch(/Robin {2}\(quiet\) And the customer sat there all evening/)
    expect(out).toContain('It landed: Robin leaves with a step of their own')
    expect(out).toContain('Robin was guarded, then listening, then open.')
    expect(out).toContain('"What was that afternoon like for you?"')
    expect(out).not.toContain('What to try instead')
    expect(at.tree()).toEqual({})
  })

  it('shows the mood, what can be seen of it, and what may be behind it', async () => {
    const hand = typing('You never send updates.')
    await desk({ asker: hand.asker }).run({ run: rehearse }, ['defensive'])
    const [first, second] = hand.asked as readonly QuestionScreen[]
    expect(first).toMatchObject({ progress: 'guarded', canGoBack: false })
    expect(second).toMatchObject({ progress: 'closed', canGoBack: true })
    expect(second?.context).toEqual(['Robin: arms folded, short answers'])
    expect(second?.why).toContain('expects a verdict')
  })

  it('gives a hint, takes a turn back with its words, and tells all so far', async () => {
    const hand = typing(':hint', 'You never send updates.', ':back', 'What happened?', ':review', ':quit')
    const at = desk({ asker: hand.asker })
    const { err, out, outcome } = await at.run({ run: rehearse }, ['defensive'])
    expect(hand.said()).toContain('Say what the talk is for')
    expect(hand.said()).toContain('For example: "I can see that this sits badly with you.')
    expect(hand.said()).toContain('One turn was taken back.')
    expect((hand.asked[3] as QuestionScreen).initial).toBe('You never send updates.')
    expect((hand.asked[3] as QuestionScreen).progress).toBe('guarded')
    expect(out).toContain('You stopped before the end.')
    expect(out).not.toContain('never')
    expect(err).toBe('You left before the end. Nothing was saved.\n')
    expect(outcome).toBe('done')
  })

  it('says after an interruption that nothing was saved', async () => {
    const hand = typing('What happened?', 'ctrl-c')
    const at = desk({ asker: hand.asker })
    const { err, out, outcome } = await at.run({ run: rehearse }, ['silent'])
    expect([err, out, outcome]).toEqual(['You left before the end. Nothing was saved.\n', '', 'SIGINT'])
  })

  it('plays once more, and keeps it where that is wished for', async () => {
    const hand = typing('You are lazy.', 'You never care.', 'again', ...GOOD, 'keep', 'Ask first', ':quit')
    const at = desk({ asker: hand.asker })
    const { out, err } = await at.run({ run: rehearse }, ['defensive'])
    expect(out).toContain('It broke off: Robin breaks the talk off')
    expect(out).toContain('It landed:')
    expect((hand.asked.at(-1) as QuestionScreen).initial).toBe('practised-defensive-2026-11-21.md')
    expect(err).toBe('')
  })

  it('writes the file that was named, and asks again where one is there already', async () => {
    const hand = typing(...GOOD, 'keep', 'Ask first', 'talk.md', 'other.md')
    const at = desk({ asker: hand.asker })
    put(at, 'talk.md', ['mine'])
    const { err } = await at.run({ run: rehearse }, ['defensive'])
    expect(hand.said()).toContain('talk.md is already there.')
    expect(err).toBe('Kept in other.md\n')
    const text = readFileSync(join(at.folder, 'other.md'), 'utf8')
    expect(text).toContain('# Practised: They defend themselves')
    expect(text).toContain('**You:** What was that afternoon like for you?')
    expect(text).toContain('## What I take from it\n\nAsk first')
    expect(statSync(join(at.folder, 'other.md')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(at.folder, 'talk.md'), 'utf8')).toBe('mine\n')
  })
})

describe('from lines', () => {
  it('gives the whole talk as JSON', async () => {
    const at = desk()
    put(at, 'lines.txt', [...GOOD, 'One more.'])
    const given = { answers: 'lines.txt', json: true }
    const { out, err } = await at.run({ run: rehearse }, ['defensive'], given, { json: true })
    const told = JSON.parse(out) as {
      readonly ending: unknown
      readonly turns: readonly { readonly said: string; readonly moves: readonly string[] }[]
    }
    expect(told).toMatchObject({ id: 'defensive', name: 'Robin', ending: { id: 'plan', grade: 'good' } })
    expect(told.turns).toHaveLength(6)
    expect(told.turns[1]).toMatchObject({ moves: ['view', 'open'], mood: 'open', state: 'opening' })
    expect(err).toBe('1 line was left when it ended.\n')
  })

  it('is the same each time, and the same as typed by hand', async () => {
    const at = desk()
    put(at, 'lines.txt', GOOD)
    const once = await at.run({ run: rehearse }, ['defensive'], { answers: 'lines.txt' })
    const again = await at.run({ run: rehearse }, ['defensive'], { answers: 'lines.txt' })
    const hand = typing(...GOOD, 'done')
    const typed = await desk({ asker: hand.asker }).run({ run: rehearse }, ['defensive'])
    expect(again).toEqual(once)
    expect(typed.out).toBe(once.out)
  })

  it('names the other side after somebody, in all that is said of them', async () => {
    const at = desk()
    await at.put('tactful.yaml', 'format: 1\n')
    await at.put('people/sam-rivera.yaml', 'name: Sam Rivera\n')
    put(at, 'lines.txt', GOOD)
    const before = at.tree()
    const { out, err } = await at.run({ run: rehearse }, ['defensive'], {
      answers: 'lines.txt',
      person: 'sam',
    })
    expect(out).toContain('It landed: Sam leaves with a step of their own')
    expect(err).toContain("Sam's handover on 48402")
    expect(`${out}${err}`).not.toContain('Robin')
    expect(at.tree()).toEqual(before)
  })

  it('ends with what was said so far, and says so, where the lines end first', async () => {
    const at = desk()
    put(at, 'lines.txt', ['What happened?'])
    const given = { answers: 'lines.txt' }
    expect(await problemOf(at.run({ run: rehearse }, ['silent'], given))).toMatchObject({
      kind: 'usage',
      message: 'The lines ended before the talk did. Nothing was saved.',
    })
  })

  it('writes --to only at the end, and tells before the first line that a file is there', async () => {
    const at = desk()
    put(at, 'lines.txt', GOOD)
    const given = { answers: 'lines.txt', to: 'talk.md' }
    await at.run({ run: rehearse }, ['defensive'], given)
    expect(await problemOf(at.run({ run: rehearse }, ['defensive'], given))).toMatchObject({
      message: 'talk.md is already there.',
    })
    const { err } = await at.run({ run: rehearse }, ['defensive'], { ...given, force: true })
    expect(err).toContain('Kept in talk.md')
  })
})

describe('which ones there are', () => {
  it('are listed with what they are about', async () => {
    const { out } = await desk().run({ run: rehearse }, [], { list: true })
    expect(out).toMatch(/^defensive +They defend themselves$/m)
    expect(out).toMatch(/^what-about-the-others +"What about the others\?"$/m)
    expect(out).not.toContain('moves')
  })

  it("include a team's own, which wins over ours; a broken one hides no other", async () => {
    const at = desk()
    await at.put('tactful.yaml', 'format: 1\n')
    await at.put('rehearsals/peer.yaml', rehearsalText('peer').replaceAll('Charlie', 'Wren'))
    await at.put(
      'rehearsals/broken.yaml',
      rehearsalText('peer').replace('id: peer', 'id: broken').replace('to: told', 'to: tld'),
    )
    const { out, err } = await at.run({ run: rehearse }, [], { list: true })
    expect(out).toMatch(/^peer .*yours, in place of ours$/m)
    expect(out).toMatch(/^broken +cannot be read +yours$/m)
    expect(err).toMatch(
      /rehearsals\/broken.yaml:\d+:\d+: There is no state or ending "tld". Did you mean "told"\?/,
    )
    const hand = typing(':quit')
    const played = desk({ asker: hand.asker })
    await played.put('tactful.yaml', 'format: 1\n')
    await played.put('rehearsals/peer.yaml', rehearsalText('peer').replaceAll('Charlie', 'Wren'))
    await played.run({ run: rehearse }, ['peer'])
    expect(hand.said()).toContain('Wren')
    put(at, 'lines.txt', GOOD)
    const problem = await problemOf(at.run({ run: rehearse }, ['broken'], { answers: 'lines.txt' }))
    expect(problem).toMatchObject({ kind: 'config' })
  })

  it('are printed as YAML, to begin one of a team with', async () => {
    const { out } = await desk().run({ run: rehearse }, ['silent'], { source: true })
    expect(out).toBe(rehearsalText('silent'))
    expect(await problemOf(desk().run({ run: rehearse }, ['silnt'], { source: true }))).toMatchObject({
      near: ['silent'],
    })
  })

  it('are offered when a name is not one of them', async () => {
    const hand = typing()
    const at = desk({ asker: hand.asker })
    expect(await problemOf(at.run({ run: rehearse }, ['defensiv']))).toEqual({
      kind: 'unknown',
      what: 'rehearsal',
      given: 'defensiv',
      near: ['defensive'],
    })
    expect(await problemOf(at.run({ run: rehearse }, ['moves']))).toMatchObject({ kind: 'unknown' })
    expect(await problemOf(at.run({ run: rehearse }, ['../x']))).toMatchObject({ kind: 'unknown' })
  })

  it('cannot be practised with nobody at a terminal, and that is said with a way out', async () => {
    expect(await problemOf(desk().run({ run: rehearse }, ['peer']))).toMatchObject({ kind: 'usage' })
    expect(await problemOf(desk().run({ run: rehearse }, ['nosuch']))).toMatchObject({ kind: 'unknown' })
    const at = desk()
    put(at, 'lines.txt', GOOD)
    expect(await problemOf(at.run({ run: rehearse }, [], { answers: 'lines.txt' }))).toMatchObject({
      kind: 'usage',
      message: 'Which talk are these lines for?',
    })
  })
})
