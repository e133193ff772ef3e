import type { Frame } from '../../core/asking/look.ts'
import type { Output } from './streams.ts'

/** Keeps one drawing on a terminal up to date, rewriting only lines that changed. */
interface Painter {
  show(frame: Frame): void
  /** Takes the drawing away; what is written next begins where it stood. */
  clear(): void
  /**
   * Draws the whole screen anew, with these lines above as far as there is room. After a change of size nobody can say
   * where the old drawing went: terminals re-wrap lines, and move the cursor, each in their own way.
   */
  anew(frame: Frame, above: readonly string[], rows: number): void
}

const HIDE = '\u001b[?25l'
const SHOW = '\u001b[?25h'
const HOME = '\u001b[H'
const ERASE_LINE = '\u001b[K'
const ERASE_BELOW = '\u001b[J'

/** Paints on an output. Every change is one write, so that nothing half drawn is seen. */
export function painterOn(output: Output): Painter {
  let before: Frame = { lines: [] }
  const row = (): number => before.cursor?.row ?? Math.max(0, before.lines.length - 1)
  const top = (): string => `${up(row())}\r`
  return {
    show(frame) {
      output.write(`${HIDE}${top()}${changes(before.lines, frame.lines)}${toCursor(frame)}`)
      before = frame
    },
    clear() {
      if (before.lines.length > 0) output.write(`${top()}${ERASE_BELOW}${SHOW}`)
      before = { lines: [] }
    },
    anew(frame, above, rows) {
      const room = Math.max(0, rows - 1 - frame.lines.length)
      const kept = room === 0 ? [] : above.slice(-room)
      output.write(`${HOME}${ERASE_BELOW}${kept.map((line) => `${line}\r\n`).join('')}`)
      before = { lines: [] }
      this.show(frame)
    },
  }
}

/** From the top of the old drawing to the end of the last line of the new one. */
function changes(old: readonly string[], now: readonly string[]): string {
  const shrunk = old.length > now.length
  const last = now.length - 1
  const written = now.map((line, index) =>
    line === old[index] && !(shrunk && index === last) ? '' : line + ERASE_LINE,
  )
  return written.join('\r\n') + (shrunk ? ERASE_BELOW : '')
}

/**
 * From the last line to the cursor's place. What stands before the cursor is written once more instead of counting
 * columns, since terminals disagree about how wide some characters are.
 */
function toCursor({ lines, cursor }: Frame): string {
  if (cursor === undefined) return ''
  return `${up(lines.length - 1 - cursor.row)}\r${cursor.before}${SHOW}`
}

function up(rows: number): string {
  return rows > 0 ? `\u001b[${rows}A` : ''
}
