type Span = readonly [start: number, end: number]

/** How cards group their digits, by the sizes of the groups; days and ticket numbers in a row do not. */
const LAYOUT = /^(?:1[3-9]|(?:4 ){3,4}[1-4]|4 6 [45]|8 8)$/

/**
 * Where in a run of digits, spaces and hyphens card numbers stand (13 to 19 digits in groups as cards have them, last digit
 * right by Luhn's rule, ISO/IEC 7812-1); in order, without overlaps.
 */
export function cardSpans(run: string): readonly Span[] {
  const groups = [...run.matchAll(/\d+/g)].map((found) => ({ start: found.index, digits: found[0] }))
  const spans: Span[] = []
  for (let from = 0; from < groups.length; from += 1) {
    const most = Math.min(5, groups.length - from)
    const sizes = [5, 4, 3, 2, 1].filter((count) => count <= most)
    const length = sizes.find((count) => isCard(groups.slice(from, from + count).map(({ digits }) => digits)))
    const [first, last] = [groups[from], groups[from + (length ?? 0) - 1]]
    if (length === undefined || first === undefined || last === undefined) continue
    spans.push([first.start, last.start + last.digits.length])
    from += length - 1
  }
  return spans
}

function isCard(groups: readonly string[]): boolean {
  return LAYOUT.test(groups.map(({ length }) => length).join(' ')) && isLuhn(groups.join(''))
}

function isLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/**
 * Where an international account number stands at the beginning of a text (ISO 13616: 15 to 34 letters and digits that
 * leave 1 when divided by 97), words behind it left out; nowhere when the check digits are wrong.
 */
export function ibanSpans(text: string): readonly Span[] {
  const ends = [...text.matchAll(/[A-Z0-9](?=[^A-Z0-9]|$)/gi)].map((found) => found.index + 1).reverse()
  const end = ends.find((at) => {
    const number = text.slice(0, at).replace(/[^A-Z0-9]/gi, '')
    return number.length >= 15 && number.length <= 34 && rest97(number.toUpperCase()) === 1
  })
  return end === undefined ? [] : [[0, end]]
}

function rest97(iban: string): number {
  let rest = 0
  for (const sign of `${iban.slice(4)}${iban.slice(0, 4)}`) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}
