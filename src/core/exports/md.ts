import { joinBody } from '../notebook/body.ts'
import type { SharedCopy } from '../sharing/copy.ts'
import type { Format } from './formats.ts'

/** Markdown: the words of a note as they stand in it, one copy below the other. */
export const md: Format = {
  id: 'md',
  extension: 'md',
  binary: false,
  write: async (copies) => copies.map(copyMarkdown).join('\n---\n\n'),
}

/** One copy as Markdown, its title as the highest heading. */
export function copyMarkdown({ title, lead, sections }: SharedCopy): string {
  return joinBody({ title, lead, sections })
}
