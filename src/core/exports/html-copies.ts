import type { SharedCopy } from '../sharing/copy.ts'
import type { Format } from './formats.ts'
import { escaped, htmlOf, htmlPage } from './html.ts'

/** HTML: one file that stands for itself, with a page of paper for each copy. */
export const html: Format = {
  id: 'html',
  extension: 'html',
  binary: false,
  write: (copies, { title, language }) => {
    const [only, ...others] = copies
    if (only !== undefined && others.length === 0) {
      return htmlPage({ title: only.title, language, body: `<main>\n${copyHtml(only, 1)}\n</main>` })
    }
    const body = [
      `<h1>${escaped(title)}</h1>`,
      ...copies.map((copy) => `<article>\n${copyHtml(copy, 2)}\n</article>`),
    ]
    return htmlPage({ title, language, body: `<main>\n${body.join('\n')}\n</main>` })
  },
}

/** One copy, its title as a heading of `level`. */
function copyHtml({ title, lead, sections }: SharedCopy, level: 1 | 2): string {
  return [
    `<h${level}>${escaped(title)}</h${level}>`,
    htmlOf(lead, level),
    ...sections.flatMap(({ heading, text }) => [
      heading === '' ? '' : `<h${level + 1}>${escaped(heading)}</h${level + 1}>`,
      htmlOf(text, level + 1),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n')
}
