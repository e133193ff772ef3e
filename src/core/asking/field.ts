import { rowAt, textRows } from '../text/rows.ts'
import { cells, graphemes } from '../text/width.ts'
import type { Key } from './key.ts'

/** Text being typed; `cursor` counts UTF-16 units and stands between whole characters. */
export interface Field {
  readonly text: string
  readonly cursor: number
}

/** A field holding this text, with the cursor behind it. */
export function fieldOf(text: string): Field {
  return { text, cursor: text.length }
}

const BLANK = /_{3,}/

/** Whether a text still holds a blank (`___`) that a suggestion left to be filled in. */
export function hasBlank(text: string): boolean {
  return BLANK.test(text)
}

/** The same field with the cursor before its first blank, where there is one; what is typed there takes its place. */
export function atBlank(field: Field): Field {
  const at = field.text.search(BLANK)
  return at === -1 ? field : { text: field.text, cursor: at }
}

/** Cells for the text of a field on a terminal of so many columns: room is left for the mark before it and for the cursor. */
export function fieldWidth(columns: number): number {
  return Math.max(8, Math.min(columns, 90) - 6)
}

/** What a key makes of a field, or undefined when the key is not one for editing. `width` is that of the wrapped rows. */
export function edit(field: Field, key: Key, width: number): Field | undefined {
  const { text, cursor } = field
  switch (key.key) {
    case 'text':
    case 'paste':
      return insert(field, key.text)
    case 'newline':
      return insert(field, '\n')
    case 'left':
      return { text, cursor: before(field) }
    case 'right':
      return { text, cursor: after(field) }
    case 'word-left':
      return { text, cursor: wordLeft(field) }
    case 'word-right':
      return { text, cursor: wordRight(field) }
    case 'home':
      return { text, cursor: lineStart(field) }
    case 'end':
      return { text, cursor: lineEnd(field) }
    case 'backspace':
      return remove(field, before(field), cursor)
    case 'delete':
      return remove(field, cursor, after(field))
    case 'delete-word':
      return remove(field, wordLeft(field), cursor)
    case 'delete-left':
      return remove(field, lineStart(field), cursor)
    case 'delete-right':
      return remove(field, cursor, lineEnd(field))
    case 'up':
      return { text, cursor: vertical(field, -1, width) }
    case 'down':
      return { text, cursor: vertical(field, 1, width) }
    default:
      return undefined
  }
}

function insert({ text, cursor }: Field, piece: string): Field {
  const filled = text[cursor - 1] === '_' || piece.startsWith('_') ? 0 : blankAt(text, cursor)
  return { text: text.slice(0, cursor) + piece + text.slice(cursor + filled), cursor: cursor + piece.length }
}

/** How long the blank is that begins here. */
function blankAt(text: string, cursor: number): number {
  return /^_{3,}/.exec(text.slice(cursor))?.[0].length ?? 0
}

function remove({ text }: Field, from: number, to: number): Field {
  return { text: text.slice(0, from) + text.slice(to), cursor: from }
}

function before({ text, cursor }: Field): number {
  return graphemes(text.slice(0, cursor)).at(-1)?.at ?? 0
}

function after({ text, cursor }: Field): number {
  return cursor + (graphemes(text.slice(cursor))[0]?.text.length ?? 0)
}

const WORD = /[\p{L}\p{N}\p{M}]/u

function wordLeft({ text, cursor }: Field): number {
  const ahead = graphemes(text.slice(0, cursor))
  let index = ahead.length
  while (index > 0 && !WORD.test(ahead[index - 1]?.text ?? '')) index -= 1
  while (index > 0 && WORD.test(ahead[index - 1]?.text ?? '')) index -= 1
  return ahead[index]?.at ?? cursor
}

function wordRight({ text, cursor }: Field): number {
  const behind = graphemes(text.slice(cursor))
  let index = 0
  while (index < behind.length && !WORD.test(behind[index]?.text ?? '')) index += 1
  while (index < behind.length && WORD.test(behind[index]?.text ?? '')) index += 1
  return cursor + (behind[index]?.at ?? text.length - cursor)
}

function lineStart({ text, cursor }: Field): number {
  return cursor === 0 ? 0 : text.lastIndexOf('\n', cursor - 1) + 1
}

function lineEnd({ text, cursor }: Field): number {
  const end = text.indexOf('\n', cursor)
  return end === -1 ? text.length : end
}

function vertical({ text, cursor }: Field, step: 1 | -1, width: number): number {
  const rows = textRows(text, width)
  const from = rowAt(rows, cursor)
  const row = rows[from]
  const target = rows[from + step]
  if (row === undefined) return cursor
  if (target === undefined) return step === 1 ? text.length : 0
  const column = cells(text.slice(row.start, cursor))
  let place = target.start
  let used = 0
  const wrapped = rows[from + step + 1]?.start === target.end
  for (const { at, text: one } of graphemes(text.slice(target.start, target.end))) {
    used += cells(one)
    const next = target.start + at + one.length
    if (used > column || (wrapped && next === target.end)) break
    place = next
  }
  return place
}
