const DOT = String.raw`(?:\s?[([{]\s?(?:dot|\.)\s?[)\]}]\s?|\s+dot\s+)`
const AT = String.raw`(?:\s?[([{]\s?(?:at|@)\s?[)\]}]\s?|\s+at\s+)`
const WORD = String.raw`[\p{L}\p{N}_%+-]{1,64}`
/** How an address ends; of two letters those that are no word. */
const ENDING = String.raw`(?:com|org|net|edu|gov|info|biz|io|co|uk|de|eu|app|dev|cloud|example|test|local|(?!(?:an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we)\b)\p{L}{2})`
/** "sam (at) example.com", "sam dot rivera at example dot com". */
const SPELLED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${WORD}(?:(?:\.|${DOT})${WORD}){0,3}(?:\s?[([{]\s?(?:at|@)\s?[)\]}]\s?[\p{L}\p{N}-]{1,63}(?:(?:${DOT}|\.)[\p{L}\p{N}-]{1,63}){0,3}|${AT}[\p{L}\p{N}-]{1,63}(?:(?:\.[\p{L}\p{N}-]{1,63}){0,3}${DOT}[\p{L}\p{N}-]{1,63}){0,2}${DOT}${ENDING})(?![\p{L}\p{N}])`,
  'giu',
)
/** An address without its last part: "sam@desk". */
const SHORT =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@\p{L}[\p{L}\p{N}-]{1,63}(?![\p{L}\p{N}@]|\.\p{L})/giu

/** A login behind a space ("of @sam.rivera"), which is no address, unless it ends like one. */
const LOGIN = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+'-])@(?=[\p{L}\p{N}])(?![\p{L}\p{N}.-]*\.${ENDING}(?![\p{L}\p{N}]))`,
  'giu',
)
const HELD = '\ue003'

/** A text in which the `@` of logins stands aside while addresses are looked for; `back` puts it there again. */
export function withoutLogins(text: string): { readonly text: string; back(masked: string): string } {
  if (!text.includes('@')) return { text, back: (masked) => masked }
  return { text: text.replace(LOGIN, HELD), back: (masked) => masked.replaceAll(HELD, '@') }
}

/** A text in which addresses that are spelled out or cut short have become plain ones, so that they are found as such. */
export function plainMails(text: string): string {
  const hasAt = text.includes('@')
  const isSpelled = /[([{]\s?(?:at\s?[)\]}]|@)/i.test(text) || /\sdot\s/i.test(text)
  const told = isSpelled ? text.replace(SPELLED, 'x@x.xx') : text
  return hasAt ? told.replace(SHORT, 'x@x.xx') : told
}
