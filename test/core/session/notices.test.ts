import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { goalChecker } from '../../../src/core/goals/check.ts'
import type { GoalWordLists } from '../../../src/core/goals/words.ts'
import { begin } from '../../../src/core/interview/fold.ts'
import { planOf } from '../../../src/core/interview/plan.ts'
import { firstName } from '../../../src/core/interview/resolve.ts'
import { answerAll } from '../../../src/core/interview/unattended.ts'
import { readLines } from '../../../src/core/session/lines.ts'
import {
  NOTICE_DEFAULTS,
  type NoticeSettings,
  readNoticeSettings,
} from '../../../src/core/session/notice-settings.ts'
import { notices } from '../../../src/core/session/notices.ts'
import { noticeLine } from '../../../src/views/notices.ts'
import { givenFrom, testWorld } from '../../support/interview.ts'
import { constructiveFeedback, templateFrom } from '../../support/templates.ts'

const TEMPLATE = constructiveFeedback()
const world = testWorld()

const WELL = `
person: Sam Rivera
view: without
view_reason: away
evidence: ["- 14 Oct 48213: late", "+ 2 Nov 48402: complete"]
points:
  - { evidence: [2], behaviour: handover-complete, impact: It went on at once. }
  - { evidence: [1], behaviour: updates-waiting, impact: She wrote twice., ask: How was it? }
goals: [{ text: Send each waiting customer one update a day, measure: updates, by: 2026-12-18 }]
talk: Tue 24 Nov 14:00, room 2, 30 min
checkin: [{ date: 2026-12-08 }]
`

const checkGoal = goalChecker(
  parse(
    readFileSync(new URL('../../../templates/goals/words.yaml', import.meta.url), 'utf8'),
  ) as GoalWordLists,
)

async function lines(
  answers: string,
  settings: NoticeSettings = NOTICE_DEFAULTS,
): Promise<readonly string[]> {
  const helpers = { world, read: readLines, readFile: async () => '' }
  const done = await answerAll(begin(TEMPLATE, 'core'), givenFrom(answers), helpers, true)
  expect(done.mistakes).toEqual([])
  return notices(planOf(done.interview, world), settings, checkGoal).map((one) =>
    noticeLine(one, firstName('Sam Rivera')),
  )
}

function withLine(name: string, line: string): string {
  return WELL.replace(new RegExp(`^${name}:.*\\n(?:[ -].*\\n)*`, 'm'), line === '' ? '' : `${line}\n`)
}

it('has nothing to say about a preparation that is well', async () => {
  expect(await lines(WELL)).toEqual([])
})

it.each([
  [
    'a goal without an act',
    'Be better with customers',
    'does not say yet what one would see, and has no measure and no date.',
  ],
  ['a measure in the words', 'Call each waiting customer back the same day', 'has no date yet.'],
  ['an act, a measure and a date', 'Call each waiting customer back the same day, by 18 December', undefined],
])('looks at the words of a goal: %s', async (_what, goal, expected) => {
  const said = (await lines(withLine('goals', `goals: ["${goal}"]`))).filter((line) => line.startsWith('"'))
  expect(said).toEqual(
    expected === undefined ? [] : [`"${goal}" ${expected} You can also agree on it in the talk.`],
  )
})

it('says when there is nothing to talk about', async () => {
  const said = await lines(withLine('points', ''))
  expect(said).toContain('There is nothing to talk about yet. One thing, shown by what you saw, is enough.')
})

const POINTS = `points:
  - { behaviour: one }
  - { evidence: [1], behaviour: two }
  - { evidence: [2], behaviour: three }
  - { evidence: [1], behaviour: four }`

it.each([
  ['no evidence', withLine('evidence', '').replace(/evidence: \[\d\], /g, ''), 'There is no evidence yet'],
  [
    'fresh evidence only',
    withLine('evidence', 'evidence: ["- 19 Nov: late", "+ yesterday: complete"]'),
    'last 3 days',
  ],
  [
    'an event of today',
    withLine('evidence', 'evidence: ["- today: late", "+ 2 Nov: complete"]').replace('Tue 24 Nov', 'today'),
    'same day',
  ],
  [
    'growth only',
    withLine('points', 'points:\n  - { evidence: [1], behaviour: x, impact: y, ask: z }'),
    'not in the talk yet (E2)',
  ],
  [
    'evidence not used',
    withLine('points', 'points:\n  - { evidence: [2], behaviour: x, impact: y }'),
    'Not used: E1 (late)',
  ],
  [
    'much evidence not used',
    withLine(
      'evidence',
      `evidence: ["- 14 Oct: one", "+ 2 Nov: two", "- 5 Oct: three", "- 6 Oct: four", "- 7 Oct: five", "- 8 Oct: six", "- 9 Oct: seven"]`,
    ).replace('evidence: [1],', 'evidence: [1, 2],'),
    'Not used: E3 (three), E4 (four), E5 (five) and 2 more. It is kept for later.',
  ],
  [
    'growth before any strength',
    WELL.replace(/( {2}- .*\n)( {2}- .*\n)/, '$2$1'),
    'What went well can come first',
  ],
  ['many points', withLine('points', POINTS), '4 points are a lot'],
  ['a point without evidence', withLine('points', POINTS), 'Nothing shows point 1 yet (one)'],
  [
    'a ticket that other evidence shows',
    WELL.replace('She wrote twice.', 'She wrote twice about 48402.'),
    'Point 2 names 48402, which E2 shows.',
  ],
  [
    'a ticket that nothing shows',
    WELL.replace('She wrote twice.', 'She wrote twice about 48999.'),
    'Point 2 names 48999, and nothing in the evidence shows it.',
  ],
  [
    'an open place',
    withLine('talk', 'talk: Tue 24 Nov 14:00, at her desk'),
    'Others may hear you (her desk)',
  ],
  ['a goal with neither measure nor date', withLine('goals', 'goals: [be kinder]'), 'no measure and no date'],
  ['a check-in in the past', withLine('checkin', 'checkin: [{ date: 2026-11-02 }]'), 'Mon 2 Nov'],
])('mentions %s', async (_what, answers, wanted) => {
  expect((await lines(answers)).join('\n')).toContain(wanted)
})

it('asks for nothing older where all of it is about one case', async () => {
  const fresh = (second: string): string =>
    withLine('evidence', `evidence: ["- 19 Nov 48213: late", "+ yesterday ${second}: complete"]`)
  expect((await lines(fresh('48213'))).join('\n')).not.toContain('last 3 days')
  expect((await lines(fresh('48402'))).join('\n')).toContain('last 3 days')
})

it('mentions support that comes when the goal is over, and none that comes before', async () => {
  const support = (day: string): string =>
    `${WELL}support: [{ text: a workshop on calm calls, who: Anna, by: ${day} }]\n`
  expect(await lines(support('2026-12-18'))).toEqual([])
  expect(await lines(support('2026-12-21'))).toEqual([
    '"Anna: a workshop on calm calls" comes on Mon 21 Dec, and the goal is due on Fri 18 Dec. Help that comes first is worth more.',
  ])
})

it('mentions a busy hour of the team', async () => {
  const settings = await readNoticeSettings(
    'format: 1\nbusyHours: ["9:00-10:30", "13:30-15:00"]\n',
    'tactful.yaml',
  )
  expect((await lines(WELL, settings)).join('\n')).toContain(
    "14:00 is in your team's busy hours (13:30-15:00)",
  )
})

it('reads what a team has set, and lives with nonsense', async () => {
  expect(await readNoticeSettings('# focusLimit: 3\n', 'x')).toEqual(NOTICE_DEFAULTS)
  expect(await readNoticeSettings('focusLimit: 2\nbusyHours: 09:00-10:00\n', 'x')).toEqual({
    focusLimit: 2,
    busyHours: ['09:00-10:00'],
  })
  expect(await readNoticeSettings('focusLimit: many\nbusyHours: [soon]\n', 'x')).toEqual(NOTICE_DEFAULTS)
})

it('mentions a barrier that names the person to whoever reads its note', async () => {
  const held = (barrier: string) =>
    `${WELL}causes: [unannounced, tools]\ngate: both\nbarriers: [${JSON.stringify(barrier)}]\n`
  const named =
    'The barrier "Sam cannot open the new page" names Sam. Its note goes to somebody else, and can do without.'
  expect(await lines(held('the new page cannot be opened [E1]'))).toEqual([])
  expect(await lines(held('a sample from riverain cannot be opened'))).toEqual([])
  expect((await lines(held('Sam cannot open the new page'))).join()).toContain(named)
  expect((await lines(held('the link is dead -> ask Rivera, owner: Dana'))).join()).toContain('names Rivera.')
  expect(await lines(held('Sam has no licence, owner: Sam Rivera'))).toEqual([])
  // Evidence stays with the mentor, so a name in it goes nowhere.
  const cited = held('the new page cannot be opened [E1]').replace('48213: late', '48213: Rivera asked twice')
  expect(await lines(cited)).toEqual([])
})

it.each([
  ['The handover: Sam wrote it in five lines.', true],
  ['Sam, the handover was whole.', false],
  ['You wrote it in five lines, Sam.', false],
  ['The customer said: "Sam was kind."', false],
  ['Samples of it lie in the folder.', false],
])('says where the copy speaks about its reader: %s', async (impact, isSaid) => {
  const answers = WELL.replace('impact: It went on at once.', `impact: ${JSON.stringify(impact)}`)
  expect((await lines(answers)).some((line) => line.includes('Said to Sam it would be "you".'))).toBe(isSaid)
})

it('names what is planned for a weekend, and leaves it to the two', async () => {
  expect(await lines(withLine('checkin', 'checkin: [{ date: 2026-12-13 }]'))).toEqual([
    'On a weekend: Sun 13 Dec (the check-in). Choose another day unless you both work then.',
  ])
})

it('says that a plan in which everything went well has nothing to grow in', async () => {
  const plan = templateFrom('templates/sessions/coaching-plan.yaml')
  const answers = (side: string) =>
    `person: Sam Rivera\nview: without\nview_reason: away\nevidence: ["+ 2 Nov 48402: complete"]\nthemes: [{ evidence: [1], behaviour: handing over, side: ${side} }]\n`
  const said = async (side: string) => {
    const helpers = { world, read: readLines, readFile: async () => '' }
    const done = await answerAll(begin(plan, 'quick'), givenFrom(answers(side)), helpers, true)
    return notices(planOf(done.interview, world), NOTICE_DEFAULTS).map((one) => noticeLine(one, 'Sam'))
  }
  const line = 'Everything in it went well. A plan also needs one thing Sam wants to do differently.'
  expect(await said('strength')).toContain(line)
  expect(await said('growth')).not.toContain(line)
})

it('names a sentence that stands twice in what a point says', async () => {
  const twice = 'impact: She wrote twice. It was late. she wrote  twice'
  const said = await lines(WELL.replace('impact: She wrote twice.', twice))
  expect(said).toEqual(['Point 2 says "she wrote  twice." twice. Once is enough.'.replace('  ', ' ')])
  expect(await lines(WELL.replace('It went on at once.', 'It went on.'))).toEqual([])
})
