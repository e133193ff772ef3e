import type { MenuScreen, QuestionScreen } from '../../src/core/ports/asker.ts'
import { answer, enter } from './interview.ts'

const EVIDENCE = [
  '- 14 Oct 48213: update promised for 16:00, sent 11:20 the next day',
  '- 20 Oct 48377: sent to tier 3 without the login-loop checklist, came back after 5 hours ? perhaps nobody said it moved',
  '+ 2 Nov 48402: handover had goal, steps, logs, urgency; solved in 20 min',
  '- 5 Nov call: said "I know this policy better than they do", the customer heard it',
].join('\n')

const VIEW = 'What went well: the payment ticket.\nMy goal: update every waiting customer once a day.'

/** What the mentor of the case answers, by item and question. Everything else is taken as proposed, or skipped. */
const ANSWERS: Readonly<Record<string, string | readonly string[]>> = {
  'Who is it for?': 'Sam Rivera',
  'What are you to Sam?': ['mentor'],
  'How does Sam see it?': ['typed'],
  'What did Sam say?': VIEW,
  'What did you see or hear?': EVIDENCE,
  'What could be behind it?': ['skill', 'procedure'],
  'Point 1 Which evidence is it about?': ['k3'],
  'Point 1 What is it that one could see Sam do?': ['handover-complete'],
  'Point 2 Which evidence is it about?': ['k1'],
  'Point 2 What is it that one could see Sam do?': ['updates-waiting'],
  'Point 3 Which evidence is it about?': ['k2'],
  'Point 3 What is it that one could see Sam do?': ['checklist-first'],
  'Point 1 What did it lead to?': 'Tier 2 could start at once.',
  'Point 2 What did it lead to?': 'The customer wrote twice in between',
  'Point 2 What do you want to ask or suggest?': 'How did that afternoon look from your side?',
  'Point 3 What did it lead to?': 'Five hours went by.',
  'Point 3 What do you want to ask or suggest?': 'Where did you look for the checklist?',
  'What could Sam aim for, in one line?': 'Every waiting customer hears from me once a working day',
  'Goal 1 How is it now?': '5 of 12',
  'Goal 1 By when?': '2026-12-18',
  'When and where will you talk, and for how long?': 'Tue 24 Nov 14:00, room 2, 30 min',
}

/** The same answers as an answers file. */
export const CASE_FILE = `
person: Sam Rivera
relationship: mentor
view: typed
view_text: |
  ${VIEW.replaceAll('\n', '\n  ')}
evidence:
${EVIDENCE.split('\n')
  .map((line) => `  - ${JSON.stringify(line)}`)
  .join('\n')}
causes: [skill, procedure]
points:
  - evidence: [E3]
    behaviour: handover-complete
    impact: Tier 2 could start at once.
  - evidence: [1]
    behaviour: updates-waiting
    impact: The customer wrote twice in between
    ask: How did that afternoon look from your side?
  - evidence: [2]
    behaviour: checklist-first
    impact: Five hours went by.
    ask: Where did you look for the checklist?
goals:
  - "@line": Every waiting customer hears from me once a working day
    baseline: 5 of 12
    by: 2026-12-18
talk: Tue 24 Nov 14:00, room 2, 30 min
`

/** A mentor who prepares the case: answers what is known, takes what is proposed, saves at the review. */
export function mentor(screen: QuestionScreen | MenuScreen) {
  if (!('input' in screen)) return enter(screen)
  const known = ANSWERS[`${screen.item ?? ''} ${screen.ask}`.trim()] ?? ANSWERS[screen.ask]
  return known === undefined ? enter(screen) : answer(known)
}
