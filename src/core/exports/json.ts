import type { SharedCopy } from '../sharing/copy.ts'
import type { Format } from './formats.ts'
import type { ExportFile } from './schema.ts'

/** JSON, as `templates/schema/export.schema.json` describes it. What was taken out of a copy is not told in it. */
export const json: Format = {
  id: 'json',
  extension: 'json',
  binary: false,
  write: async (copies, { now }) => {
    const file: ExportFile = {
      format: 1,
      made: now,
      reader: copies[0]?.reader ?? null,
      notes: copies.map(plainNote),
    }
    return `${quiet(JSON.stringify(file, whole, 2))}\n`
  },
}

function plainNote({ id, kind, date, person, title, lead, sections, items }: SharedCopy) {
  return {
    ...{ id, kind, date, person, title, lead },
    sections: sections.map(({ id: named, heading, text }) => ({
      ...(named === undefined ? {} : { id: named }),
      heading,
      text,
    })),
    items: [...items],
  }
}

/** What JSON lets through though a terminal could act on it: DEL, C1, marks and overrides of direction, separators. */
const LOUD = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

function quiet(text: string): string {
  return text.replace(LOUD, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Half characters go: some readers refuse a whole file for one of them. */
function whole(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value
}
