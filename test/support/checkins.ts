import { startNotebook } from '../../src/core/notebook/new.ts'
import { type Desk, type DeskOptions, desk } from './context.ts'

/** A person's file. */
export function personFile(name: string, more: Readonly<Record<string, string>> = {}): string {
  const rows = Object.entries(more).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
  return `tactful: 1\nname: ${JSON.stringify(name)}\n${rows.join('')}`
}

let count = 0

/** Puts a note about Sam into the notebook as it would have been saved; gives its id. */
export async function putNote(
  at: Desk,
  kind: string,
  date: string,
  more = '',
  body = '',
  slug = 'sam-rivera',
): Promise<string> {
  const id = `01KAHS6F8M0000000000${String(count++).padStart(6, '0')}`
  await at.put(
    `notes/${slug}/${date}-${kind}-${id.slice(-6).toLowerCase()}.md`,
    `---\ntactful: 1\nid: "${id}"\nkind: ${kind}\nperson: ${slug}\ndate: "${date}"\ncreated: "${date}T10:00:00Z"\ntitle: A note\n${more}---\n\n# A note\n${body}`,
  )
  return id
}

/** A notebook with Sam in it, whom one meets every second Tuesday at 14:00. */
export async function samsNotebook(
  today: string,
  more: Readonly<Record<string, string>> = {},
  options: DeskOptions = {},
): Promise<Desk> {
  const at = desk({ today, ...options })
  await startNotebook(at.files())
  const facts = { cadence: 'every 2 weeks on Tue 14:00', zone: 'Europe/Berlin', ...more }
  await at.put('people/sam-rivera.yaml', personFile('Sam Rivera', facts))
  return at
}
