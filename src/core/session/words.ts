import { dayParts, formatDay, formatDayMonth } from '../dates.ts'

/** The few words that a note says by itself; everything else comes from the template and the mentor. */
export const NOTE_WORDS = {
  evidenceTitle: (name: string): string => `Evidence for ${name}`,
  evidence: 'Evidence',
  guesses: 'Guesses',
  original: 'What they sent, as it came',
  seen: 'Seen from outside',
  alsoSeen: 'Also seen',
  beside: 'Side by side',
  you: 'You',
  goal: 'Goal',
  measure: 'measure',
  now: 'now',
  target: 'goal',
  minutes: (count: number): string => `${count} minutes`,
  by: (day: string): string => `by ${day}`,
  prepared: (day: string, author: string | undefined): string =>
    `prepared ${day}${author === undefined ? '' : ` by ${author}`}`,
  unsaid: 'Left out of the words',
  confided: 'Kept out of the note',
  held: (day: string, author: string | undefined): string =>
    `Held ${day}${author === undefined ? '' : `, written down by ${author}`}`,
  heldOn: (day: string): string => `Held on ${day}.`,
  done: 'Done.',
  open: 'Still open.',
  goesOn: 'It goes on.',
  met: 'Reached.',
  agreed: 'Agreed.',
  later: 'Not agreed yet',
  moved: (day: string): string => `Moved to ${day}`,
  dropped: 'No longer needed',
  reason: (words: string): string => `The reason: ${words}`,
  changed: (words: string): string => `Changed. It now reads: ${stopped(words)}`,
  toDo: 'Still to do',
  owner: (name: string): string => `Taken on by ${stopped(name)}`,
  next: (step: string): string => `Next: ${stopped(step)}`,
  barrier: 'Barrier',
  inTheWay: 'In the way',
  effect: 'What it does to the work',
  ask: 'What would help',
  since: 'Since',
  lead: 'the lead',
  told: (owner: string, words: string): string => `I am taking this up with ${owner}: ${stopped(words)}`,
  barrierFor: (owner: string, day: string, author: string | undefined): string =>
    `For ${owner} · written ${day}${author === undefined ? '' : ` by ${author}`}`,
  insteadTitle: (title: string): string => `${title}: a barrier note instead`,
  instead:
    'It went no further than a barrier note this time: most of what could be behind it lies in the system.',
  stepByStep: 'Why, step by step',
  fishbone: 'As a fishbone',
  fishHead: 'What happened',
  fishOther: 'More',
  cared: 'Help is offered, without a question about the reason.',
  said: { team: 'said in front of the team', formal: 'passed on in writing' },
} as const

function stopped(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`
}

/** A plain day in words, without its year when that is the year of `beside`. */
export function dayBeside(day: string, beside: string): string {
  return dayParts(day)?.year === dayParts(beside)?.year ? formatDayMonth(day) : formatDay(day)
}
