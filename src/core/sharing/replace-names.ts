import type { NameSpan } from './find-names.ts'

/** Tags and marks of Markdown inside a name, and what else may be there. */
const MARK = /<\/?[a-z]+(?:\s[^<>\n]{0,100})?>|\*{1,3}|~~|`+|_{1,3}/giu

/** A text with something else in the place of each span; marks of Markdown that a name was split by stay whole. */
export function replaceSpans(
  text: string,
  spans: readonly NameSpan[],
  wordsFor: (span: NameSpan) => string,
): string {
  let done = ''
  let at = 0
  for (const span of spans) {
    const { opening, closing } = marksLeft(text, span)
    done += `${text.slice(at, span.start)}${opening}${wordsFor(span)}${closing}`
    at = span.end
  }
  return done + text.slice(at)
}

/** Marks inside a span that have no partner there: those that open something go in front of it, those that close something behind it. */
function marksLeft(
  text: string,
  { start, end }: NameSpan,
): { readonly opening: string; readonly closing: string } {
  const inside = text.slice(start, end)
  if (!/[*_~`<]/.test(inside)) return { opening: '', closing: '' }
  const left: { mark: string; opens: boolean }[] = []
  for (const { 0: mark, index } of inside.matchAll(MARK)) {
    const isWithin = /^_+$/.test(mark) && isWord(inside[index - 1]) && isWord(inside[index + mark.length])
    if (isWithin) continue
    const opens = mark.startsWith('<') ? !mark.startsWith('</') : !isWord(inside[index - 1])
    const last = left.at(-1)
    const isPartner =
      last !== undefined &&
      (mark.startsWith('</') ? last.mark.startsWith('<') && last.opens : last.mark === mark)
    if (isPartner) left.pop()
    else left.push({ mark, opens })
  }
  const marks = (opens: boolean): string =>
    left
      .filter((one) => one.opens === opens)
      .map(({ mark }) => mark)
      .join('')
  return { opening: marks(true), closing: marks(false) }
}

function isWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
}
