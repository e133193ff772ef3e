import { formatDay, formatMonth, isDay } from '../dates.ts'
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
      contents(copies),
      ...copies.map(
        (copy, at) =>
          `<article aria-labelledby="note-${at + 1}">\n${copyHtml(copy, 2, `note-${at + 1}`)}\n</article>`,
      ),
    ]
    return htmlPage({ title, language, body: `<main>\n${body.join('\n')}\n</main>` })
  },
}

/** A list of all copies that leads to each of them. */
function contents(copies: readonly SharedCopy[]): string {
  const items = copies.map(
    ({ title, date }, at) =>
      `<li><a href="#note-${at + 1}">${escaped(title)}</a>, ${escaped(isDay(date) ? formatDay(date) : formatMonth(date))}</li>`,
  )
  return `<nav aria-label="Notes on this page">\n<ol>\n${items.join('\n')}\n</ol>\n</nav>`
}

/** One copy, its title as a heading of `level`, by which a link may know it. */
function copyHtml({ title, lead, sections, onPages }: SharedCopy, level: 1 | 2, id?: string): string {
  return [
    `<h${level}${id === undefined ? '' : ` id="${id}"`}>${escaped(title)}</h${level}>`,
    htmlOf(lead, level),
    ...sections.flatMap(({ heading, text }, at) => [
      heading === ''
        ? ''
        : `<h${level + 1}${onPages === true && at > 0 ? ' class="page"' : ''}>${escaped(heading)}</h${level + 1}>`,
      htmlOf(text, level + 1),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n')
}
