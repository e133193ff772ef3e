import { isMap } from '../is-map.ts'
import { readYaml } from '../notebook/yaml-in.ts'
import { writeRecord } from '../notebook/yaml-out.ts'
import { Trouble } from '../problem.ts'
import { fingerprint } from '../template/hash.ts'
import { type DateOrder, readDateOrder } from './days.ts'
import { type Columns, type Field, fieldNamed, headingKey, namedColumns } from './fields.ts'

/** What an import remembers for the next file with the same headings. */
export interface Remembered {
  readonly columns: Columns
  readonly order?: DateOrder
  readonly source?: string
}

const INTRO =
  '# What the columns of this export hold. Kept by tactful import for the next file with the same headings; yours to change.\n'

/** Where the memory of an export with these headings lies, relative to the notebook; their order does not matter. */
export function rememberedPath(headings: readonly string[]): string {
  const keys = headings.map(headingKey).sort()
  return `import/columns-${fingerprint(keys.join('\u001f')).slice(0, 8)}.yaml`
}

/** The text of such a memory. */
export function formatRemembered(
  { columns, order, source }: Remembered,
  headings: readonly string[],
): string {
  return `${INTRO}${writeRecord({ tactful: 1, columns: namedColumns(columns, headings), dates: order, source })}`
}

/** Reads such a memory. Throws `config` where a hand edit names a column or a field that is not there. */
export function readRemembered(text: string, path: string, headings: readonly string[]): Remembered {
  const read = readYaml(text, path)
  const refuse = (key: string, message: string): never => {
    throw new Trouble({
      kind: 'config',
      mistakes: [
        { file: path, line: read.lines.get(key) ?? 1, message, mend: 'Mend the line, or delete the file.' },
      ],
    })
  }
  const value = isMap(read.value) ? read.value : {}
  const named = isMap(value.columns)
    ? value.columns
    : refuse('columns', 'Here stands what each column holds.')
  const columns = new Map<number, Field>()
  for (const [heading, word] of Object.entries(named)) {
    const column = headings.findIndex((one) => headingKey(one) === headingKey(heading))
    const field = typeof word === 'string' ? fieldNamed(word) : undefined
    if (column === -1) refuse(`columns/${heading}`, `The export has no column "${heading}".`)
    columns.set(column, field ?? refuse(`columns/${heading}`, `"${word}" is nothing a column can hold.`))
  }
  const order = typeof value.dates === 'string' ? readDateOrder(value.dates) : undefined
  return {
    columns,
    ...(order === undefined ? {} : { order }),
    ...(typeof value.source === 'string' ? { source: value.source } : {}),
  }
}
