import type { NewTemplate } from '../core/template/new.ts'
import { clean } from '../core/text/clean.ts'

/** Where a new template is, and the next commands. */
export function startedText(made: NewTemplate, id: string, root: string): string {
  const rows = [
    ['Change it:', `${root}/${made.path}`],
    ['Check it:', 'tactful template check'],
    ['Try it:', tryWith(made.kind, id)],
  ]
  const lines = [
    `Saved.  ${made.path}`,
    ...(made.isShadow ? [`It takes the place of the "${id}" that ships.`] : []),
    ...rows.map(([label = '', text = '']) => `${label.padEnd(12)}${text}`),
  ]
  return lines.map((line) => `${clean(line)}\n`).join('')
}

function tryWith(kind: string, id: string): string {
  switch (kind) {
    case 'checkin':
      return `tactful checkin run NAME --template ${id}`
    case 'form':
      return `tactful ask NAME --form ${id}`
    case 'talk':
      return `tactful talk ID --template ${id}`
    case 'rehearsal':
      return `tactful rehearse ${id}`
    default:
      return `tactful prep --template ${id} --dry-run`
  }
}
