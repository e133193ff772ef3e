import { escaped, htmlPage } from '../core/exports/html.ts'
import { cleanLine } from '../core/text/clean.ts'
import { cells } from '../core/text/width.ts'
import type { Trends } from '../core/trends/trends.ts'
import { type Chart, type ChartBar, chartsOf, countWords, type TrendNames } from './trend-charts.ts'
import { barrierWords, behindWords, gapWords, ideaWords, trendsTitle } from './trends.ts'

/** Sizes of a chart in its own units; one is about a pixel. */
const WIDTH = 480
const BAR = 14
/** Room behind the longest bar for its number. */
const NUMBER = 56
/** Longer names are cut in the picture; the table below it has them whole. */
const LABEL_CELLS = 58
/** Names as short as these stand beside their bars, longer ones above them. */
const BESIDE_CELLS = 21
/** Where bars begin, and what a bar with its name takes of the page from top to bottom. */
const BESIDE = { left: 160, row: 24, bar: 4 }
const ABOVE = { left: 0, row: 44, bar: 20 }
/** A page shows so many months; the ones before are in the table. */
const MONTHS = 24

const STYLE = `
:root { --bar: #2f5f8f; --bar-2: #ffffff }
@media (prefers-color-scheme: dark) { :root { --bar: #8fb8e6; --bar-2: #17181b } }
@media print { :root { --bar: #333333; --bar-2: #ffffff } h2, figcaption { break-after: avoid } figure, svg { break-inside: avoid } figure { break-before: avoid } td, th { padding-block: .15rem } }
section table { width: auto; min-width: 60% }
figure { margin: 0 0 1rem; padding: 0 }
figcaption { font-size: .95rem; color: var(--soft); margin-bottom: .5rem }
svg { display: block; width: 100%; max-width: 34rem; height: auto }
.key { display: inline-block; margin-right: .75rem } .swatch { display: inline-block; width: 1.75rem; height: .875rem; vertical-align: -.1em }
svg text { font: 14px system-ui, sans-serif; fill: var(--ink) }
.fill { fill: var(--bar) } .edge { fill: var(--bar-2); stroke: var(--bar); stroke-width: 1.5 } .line { stroke: var(--bar); stroke-width: 4 } .plain { fill: var(--bar-2) } .outline { stroke: var(--bar); stroke-width: 1.5 }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; word-break: normal }
@media (max-width: 30rem) { section table { font-size: .85rem } section td, section th { padding-inline: .3rem } }
`

/** Trends as one self-contained page: a chart and its table for each count, and lists of what is in the way and of ideas. */
export function trendsPage(trends: Trends, names: TrendNames): Promise<string> {
  const title = trendsTitle(trends)
  const charts = chartsOf(trends, names)
  const isGoal = ({ id }: Chart): boolean => id === 'goals' || id === 'checkins'
  const body = [
    `<h1>${escaped(title)}</h1>`,
    ...behindWords(trends, names).map((line) => `<p>${escaped(line)}</p>`),
    ...charts.filter((one) => !isGoal(one)).map(chartHtml),
    list('Training and material that is missing', gapWords(trends, names)),
    list(
      'In the way',
      trends.barriers.map((one) => barrierWords(one, trends, names)),
    ),
    list(
      'Ideas for the work',
      trends.ideas.map((one) => ideaWords(one, trends, names)),
    ),
    ...charts.filter(isGoal).map(chartHtml),
  ]
  const main = body.filter((part) => part !== '').join('\n')
  return htmlPage({ title, language: 'en-GB', style: STYLE, body: `<main>\n${main}\n</main>` })
}

function chartHtml(chart: Chart): string {
  const { id, title, bars, hidden } = chart
  const note = hidden === undefined ? '' : `<p>${escaped(capital(hidden))}</p>`
  const picture = bars.length === 0 ? '' : `${figureHtml(chart)}\n${tableHtml(chart)}`
  return [
    `<section aria-labelledby="${id}">`,
    `<h2 id="${id}">${escaped(title)}</h2>`,
    picture,
    note,
    '</section>',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function figureHtml({ id, title, bars, total }: Chart): string {
  const shown = id === 'months' ? bars.slice(-MONTHS) : bars
  const most = Math.max(1, ...shown.map(({ count }) => count))
  const place = shown.every(({ label }) => cells(cleanLine(label)) <= BESIDE_CELLS) ? BESIDE : ABOVE
  const scale = (WIDTH - place.left - NUMBER - 4) / most
  const height = shown.length * place.row
  const sided = shown.some(({ sides }) => sides !== undefined)
  // Where no bar has sides, none has to be told from one that went well.
  const looks = sided ? LOOKS : { ...LOOKS, untold: LOOKS.strengths }
  const parts = shown.map((bar, at) => barSvg(bar, at * place.row, { scale, ...place }, { id, looks }))
  const all = total === undefined ? [] : [`${total} in all.`]
  const caption = [...all, ...(sided ? legend(shown, id) : [])].join(' ')
  return [
    '<figure>',
    ...(caption === '' ? [] : [`<figcaption>${caption}</figcaption>`]),
    `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-desc">${escaped(shown.map((bar) => `${bar.label} ${countWords(bar)}`).join('; '))}</desc>`,
    ...(sided ? [patterns(id)] : []),
    ...parts,
    '</svg>',
    '</figure>',
  ].join('\n')
}

/** How each part of a bar is drawn; `untold` where the sides may not be told apart. */
const LOOKS = {
  growths: (id: string) => `fill="url(#${id}-stripes)" stroke="none"`,
  strengths: (_id: string) => 'class="fill"',
  neither: (_id: string) => 'class="edge"',
  untold: (id: string) => `fill="url(#${id}-dots)" stroke="none"`,
}

const LEGEND = [
  ['growths', 'striped: to grow'],
  ['strengths', 'solid: went well'],
  ['neither', 'empty: no side'],
  ['untold', 'dotted: sides not told, fewer than five people'],
] as const

/** What the looks of these bars mean, each beside a small piece of it. */
function legend(bars: readonly ChartBar[], id: string): readonly string[] {
  const isShown = (look: keyof typeof LOOKS): boolean =>
    bars.some(({ count, sides }) =>
      look === 'untold' ? sides === undefined && count > 0 : (sides?.[look] ?? 0) > 0,
    )
  return LEGEND.filter(([look]) => isShown(look)).map(
    ([look, words]) =>
      `<span class="key"><svg class="swatch" viewBox="0 0 28 14" aria-hidden="true"><rect x="1" y="1" width="26" height="12" ${LOOKS[look](id)}/><rect x="1" y="1" width="26" height="12" fill="none" class="outline"/></svg> ${escaped(words)}</span>`,
  )
}

type Place = typeof ABOVE & { readonly scale: number }

interface Drawn {
  readonly id: string
  readonly looks: typeof LOOKS
}

function barSvg(bar: ChartBar, y: number, { scale, left, bar: below }: Place, { id, looks }: Drawn): string {
  const top = y + below
  const { sides } = bar
  const label = `<text x="0" y="${left === 0 ? y + 14 : top + BAR - 2}">${escaped(short(bar.label))}</text>`
  const parts =
    sides === undefined
      ? [{ count: bar.count, look: looks.untold(id) }]
      : [
          { count: sides.growths, look: looks.growths(id) },
          { count: sides.strengths, look: looks.strengths(id) },
          { count: sides.neither, look: looks.neither(id) },
        ]
  let x = left
  const rects = parts.map(({ count, look }) => {
    const wide = count * scale
    const rect =
      count === 0 ? '' : `<rect x="${round(x)}" y="${top}" width="${round(wide)}" height="${BAR}" ${look}/>`
    x += wide
    return rect
  })
  const outline =
    looks.untold === looks.strengths || bar.count === 0
      ? ''
      : `<rect x="${left + 0.75}" y="${top}" width="${round(Math.max(0, x - left - 1.5))}" height="${BAR}" fill="none" class="outline"/>`
  const number = `<text x="${round(x + 6)}" y="${top + BAR - 2}">${bar.count}</text>`
  return [label, ...rects, outline, number].filter((part) => part !== '').join('\n')
}

function patterns(id: string): string {
  return `<defs><pattern id="${id}-dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="plain"/><circle cx="3" cy="3" r="1.3" class="fill"/></pattern><pattern id="${id}-stripes" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" class="plain"/><line x1="0" y1="0" x2="0" y2="8" class="line"/></pattern></defs>`
}

function tableHtml({ title, bars }: Chart): string {
  const sided = bars.some(({ sides }) => sides !== undefined)
  const more = ['To grow', 'Went well', 'No side']
  const head = ['Count', ...(sided ? more : [])].map((word) => `<th scope="col" class="number">${word}</th>`)
  const rows = bars.map(({ label, count, sides }) => {
    const told = sided ? [sides?.growths, sides?.strengths, sides?.neither] : []
    const numbers = [count, ...told].map((one) => `<td class="number">${one ?? 'hidden'}</td>`)
    return `<tr><th scope="row">${escaped(cleanLine(label))}</th>${numbers.join('')}</tr>`
  })
  return `<table>\n<thead><tr><th scope="col">${escaped(title)}</th>${head.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const items = lines.map((line) => `<li>${escaped(capital(line))}</li>`)
  return `<section>\n<h2>${escaped(title)}</h2>\n<ul>\n${items.join('\n')}\n</ul>\n</section>`
}

function short(label: string): string {
  const line = cleanLine(label)
  if (cells(line) <= LABEL_CELLS) return line
  let kept = ''
  for (const sign of line) {
    if (cells(kept + sign) >= LABEL_CELLS) break
    kept += sign
  }
  return `${kept}…`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}
