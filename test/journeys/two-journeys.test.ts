import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type Desk, newDesk } from './desk.ts'
import { filesIn, shortIds, withoutIds } from './notebook.ts'
import { expectTranscript, transcriptOf } from './transcript.ts'

// Each journey typed line by line, and the same from the sample that ships: the notes are to be the same.

const SAMPLES = resolve(import.meta.dirname, '../../templates/samples')

const desks: Desk[] = []
const freshDesk = (): Desk => {
  const desk = newDesk()
  desks.push(desk)
  return desk
}
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

interface Journey {
  readonly template: string
  readonly typed: readonly string[]
  /** The fewest that can be typed in a hurry. */
  readonly hurried: readonly string[]
  /** What the copy for the person holds, and what it leaves out. */
  readonly told: readonly string[]
  readonly untold: readonly string[]
}

const JOURNEYS: readonly Journey[] = [
  {
    template: 'helping-a-colleague',
    typed: [
      'Noor Haddad',
      '',
      '- 9 days ago 63118: On the phone it took nine minutes to find the return policy, with the customer on hold twice ? perhaps nobody showed Noor the new page',
      '- 3 days ago 63240: The first answer in the chat was that a return without a receipt is not possible; it was corrected an hour later',
      '+ 3 days ago 63240: The correction came before the customer asked, with a clear next step',
      '',
      ':why',
      'You wrote the correction before the customer even asked. That takes calm, and the customer thanked you for it.',
      'skill, unannounced',
      'a few cases, no pattern yet',
      'practise a difficult call together, share notes or material',
      'A customer has lost the receipt and is tired of explaining it',
      'A customer comes back after 40 days and says that a colleague promised a refund',
      '',
      'my one-page summary of the return policy',
      'the table with the exceptions, in the knowledge base under "returns"',
      '',
      'Perhaps we could go through the new return page together, with your two cases beside it.',
      'Noor, I noticed that the call about the lost receipt was a long one, and I wanted to see whether you are all right.',
      '',
      'I send you my summary of the return policy, by Monday',
      'I play the customer for you, half an hour on Thursday',
      '',
      'Tuesday 15:30, a walk round the block, 15 min',
      '',
      '1, 5',
      'Returns without a receipt: the three of us who came in spring have not had it yet.',
      'A return without a receipt is possible with the card it was paid with. The new page says so at the very bottom.',
      '',
      'save',
    ],
    hurried: ['Noor Haddad', '- today 63118: a long call', '', 'a listening ear', '', 'Monday 15:30', 'save'],
    told: ['You wrote the correction', 'A customer has lost the receipt', 'I send you my summary'],
    untold: ['perhaps nobody showed', 'I noticed that the call', 'a change, and nobody'],
  },
  {
    template: 'coaching-plan',
    typed: [
      'Tomasz Wilk',
      'a mentor',
      'type or paste what they said',
      'I like the chats. People tell me what they need, and I can look it up while they write.\\',
      '\\',
      'Handovers are where I lose time. I write everything down and still get questions back.',
      '+ 24 days ago 60112: "He said back what I needed and had it solved while I was still in the chat" (survey)',
      '+ 13 days ago 60377: Said back what the customer needed before looking anything up; solved in one contact',
      '- 19 days ago 60240: Tier 2 asked which version the customer runs, because the handover did not say',
      '- 11 days ago: A colleague saw no next step in the last three handovers',
      '- 6 days ago 60455: Tier 2 called the customer again to ask what had been tried',
      '',
      '1, 2, 4',
      '1, 2',
      'saying back what the customer needs',
      '3, 4, 5',
      'handing over with goal, tries, logs and urgency',
      'In spring you learned the whole billing line in six weeks, by asking one question a day. This is smaller.',
      'skill, procedure',
      'Each handover of mine has the version, the steps tried and a next step (now 4 of 10, goal 9 of 10)',
      '',
      'in 7 weeks',
      'Write the next step first, then the rest of the handover',
      '"After a chat I feel at ease with it, after a call I am still unsure."',
      'collects three handovers that were understood at once, by Friday',
      'writes the next step first in each handover, from Monday on',
      '',
      'I read three handovers with you, by next Friday',
      'Mara: an hour with tier 2, to see what they look for',
      '',
      'an experienced colleague',
      'Mara takes over most of these cases, and has shown others how it is done.',
      'next Thursday 14:00, the small meeting room, 45 min',
      '',
      'in 3 weeks',
      'save',
    ],
    hurried: [
      'Tomasz Wilk',
      '- 3 days ago 60240: no next step in the handover',
      '',
      '1',
      'handing over with goal, tries, logs and urgency',
      'Each handover has a next step by 8 January',
      '',
      'Monday 14:00',
      'save',
    ],
    told: ['In spring you learned', 'Mara: an hour with tier 2', 'After a chat I feel at ease'],
    untold: ['Thank you for taking the time', 'unclear procedure'],
  },
]

/** The list of behaviours grows, and where it is shown says nothing of the journey. */
function shortened(told: string): string {
  return told.replaceAll(/^Responsiveness\n(?: +\d+ {2}.+\n|\p{Lu}[\p{L} ]+\n)+/gmu, '  (the behaviours)\n')
}

/** How often something was asked: each question has its place in the template above it, and the review none. */
function prompts(told: string): number {
  return (
    (told.match(/^.+ - .+ · \d+ of \d+$/gm) ?? []).length + (told.match(/^Before you save/gm) ?? []).length
  )
}

describe.each(JOURNEYS)('$template', ({ template, typed, hurried, told, untold }) => {
  test('typed line by line it takes at most 28 prompts, and gives the notes of the sample', async () => {
    const desk = freshDesk()
    const prep = await transcriptOf(desk, [{ args: ['prep', '--template', template, '--plain'], typed }])
    expect(prompts(prep), prep).toBeGreaterThan(12)
    expect(prompts(prep), prep).toBeLessThanOrEqual(28)
    const [session = ''] = [...shortIds(filesIn(desk.notebook))].find(([, kind]) => kind === 'session') ?? []
    const reading = await transcriptOf(desk, [
      { args: ['show', session] },
      { args: ['export', session, '--for', 'person'] },
    ])
    expectTranscript(`${template}.txt`, shortened(`${prep}\n${reading}`))
    const copy = reading.slice(reading.indexOf('Before you read on'))
    for (const words of told) expect(copy).toContain(words)
    for (const words of untold) expect(copy).not.toContain(words)

    const fromFile = freshDesk()
    const sample = join(SAMPLES, `${template}.yaml`)
    expect(await fromFile.run(['prep', '--template', template, '--answers', sample])).toMatchObject({
      code: 0,
    })
    expect(withoutIds(filesIn(desk.notebook))).toEqual(withoutIds(filesIn(fromFile.notebook)))
  })

  test('in a hurry it takes at most 8', async () => {
    const desk = freshDesk()
    const told = await transcriptOf(desk, [
      { args: ['prep', '--template', template, '--plain', '--quick'], typed: hurried },
    ])
    expect(told).toContain('Saved.')
    expect(prompts(told), told).toBeLessThanOrEqual(8)
  })
})
