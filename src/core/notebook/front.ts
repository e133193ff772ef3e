import { Trouble } from '../problem.ts'

/** A file taken apart at its `---` lines. `head + yaml + tail` and `rest` are the source, byte for byte. */
interface Front {
  /** The opening line with its line break, and a byte order mark before it. */
  readonly head: string
  readonly yaml: string
  /** Line of the file on which `yaml` begins. */
  readonly firstLine: number
  /** The closing line with its line break. */
  readonly tail: string
  readonly rest: string
}

/** Finds the front matter. Throws `data` where there is none, where it has no end, or where the file is no text. */
export function splitFront(source: string, file: string): Front {
  const refuse = (message: string, line?: number): never => {
    throw new Trouble({ kind: 'data', file, message, ...(line === undefined ? {} : { line }) })
  }
  if (source.trim() === '') refuse('the file is empty')
  if (source.includes('\0')) refuse('the file holds bytes that are not text')
  const head = /^\ufeff?---[ \t]*\r?\n/.exec(source)?.[0]
  if (head === undefined) {
    const message = /^\ufeff?---\S/.test(source)
      ? 'only plain --- may begin a note; other kinds of front matter are not read'
      : 'a note begins with a line of three hyphens and its facts'
    return refuse(message, 1)
  }
  const end = /^---[ \t]*(?:\r?\n|(?![\s\S]))/gm
  end.lastIndex = head.length
  const found = nextEnd(source, end)
  if (!found) return refuse('the facts at the top have no end; the file may have been cut', 1)
  return {
    head,
    yaml: source.slice(head.length, found.index),
    firstLine: 2,
    tail: found[0],
    rest: source.slice(found.index + found[0].length),
  }
}

// With the m flag, ^ also stands behind U+2028 and a lone carriage return, which are no line breaks here.
function nextEnd(source: string, end: RegExp): RegExpExecArray | null {
  let found = end.exec(source)
  while (found && source[found.index - 1] !== '\n') found = end.exec(source)
  return found
}
