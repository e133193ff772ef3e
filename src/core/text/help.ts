import { wrap } from './wrap.ts'

/** The least room a column of descriptions needs beside the column of names, in cells. */
const COLUMN = 24
const GAP = 2

/** One row of help: a name and what it means beside it, or below it where there is too little room. `names` is the width of all names. */
export function helpItem(name: string, about: string, names: number, width: number): string {
  if (about === '') return `${' '.repeat(GAP)}${name}`
  const beside = width - names - 2 * GAP
  if (beside >= COLUMN) {
    const [first = '', ...rest] = wrap(about, beside)
    const lead = `${' '.repeat(GAP)}${name.padEnd(names)}${' '.repeat(GAP)}`
    return [`${lead}${first}`, ...rest.map((line) => `${' '.repeat(lead.length)}${line}`)].join('\n')
  }
  const below = wrap(about, width - 3 * GAP).map((line) => `${' '.repeat(3 * GAP)}${line}`)
  return [helpText(name, width, '  ', '      '), ...below].join('\n')
}

/** Text of help broken to the width; lines after the first begin with `hang`. */
export function helpText(text: string, width: number, indent = '', hang = indent): string {
  const [first = '', ...rest] = wrap(text, width - indent.length)
  if (rest.length === 0) return `${indent}${first}`
  const more = wrap(text.slice(first.length).trimStart(), width - hang.length)
  return [`${indent}${first}`, ...more.map((line) => `${hang}${line}`)].join('\n')
}
