import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newEvidenceNotes } from '../../src/core/evidence/note.ts'
import { formatNote } from '../../src/core/notebook/codec.ts'
import { notePath } from '../../src/core/notebook/names.ts'
import { newNotebookFiles } from '../../src/core/notebook/new.ts'

/** Ids of what is noted, by what it is about; people type the last six characters. */
export const NOTED_IDS = {
  late: '01KAAAAAAAAAAAAAAAAAA1B2C3',
  handover: '01KAAAAAAAAAAAAAAAAAQ47K3V',
  call: '01KAAAAAAAAAAAAAAAAAM3M4M5',
  checklist: '01KAAAAAAAAAAAAAAAAAN6N7N8',
} as const

const NOTED = [
  {
    id: NOTED_IDS.late,
    words: 'The update promised for 16:00 went out at 11:20 the next day',
    facts: { date: '2026-10-14', side: 'growth', ticket: '48213', source: 'ticket', area: 'responsiveness' },
  },
  {
    id: NOTED_IDS.handover,
    words: 'The handover had the goal, the steps tried, the logs and the urgency',
    facts: { date: '2026-11-02', side: 'strength', ticket: '48402', source: 'survey' },
  },
  {
    id: NOTED_IDS.call,
    words: 'On a call Sam said "I know this policy better than they do", and the customer heard it',
    facts: { date: '2026-11-05', source: 'call', area: 'communication' },
  },
  {
    id: NOTED_IDS.checklist,
    words: 'The case went to tier 3 without the login-loop checklist and came back after 5 hours',
    facts: { date: '2026-10-20', side: 'growth', ticket: '48377', source: 'qa' },
  },
] as const

/** Where the note of an item lies in the notebook. */
export function notedPath(id: string): string {
  return notePath(noteOf(NOTED.findIndex((one) => one.id === id)).facts)
}

/** A notebook in this folder with four things noted about Sam Rivera, one note each; one of them does not say its side. */
export function putNoted(root: string): void {
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true, mode: 0o700 })
    writeFileSync(join(root, path), text, { mode: 0o600 })
  }
  for (const { path, text } of newNotebookFiles()) put(path, text)
  put('people/sam-rivera.yaml', 'name: Sam Rivera\n')
  for (const index of NOTED.keys()) {
    const note = noteOf(index)
    put(notePath(note.facts), formatNote(note))
  }
}

function noteOf(index: number) {
  const person = { slug: 'sam-rivera', name: 'Sam Rivera', aliases: [] }
  const about = {
    id: `01KAAAAAAAAAAAAAAAAAAN0T${index}A`,
    person,
    now: '2026-11-06T10:00:00.000Z',
    today: '2026-11-06',
  }
  const item = NOTED[index]
  return newEvidenceNotes(about, item === undefined ? [] : [item]).note
}
