import { clean } from '../text/clean.ts'

/** Text as XML 1.0 may hold it; what it may not hold, or what could turn text round, is shown as U+FFFD. */
function xmlText(text: string): string {
  return clean(text).replace(/[\ufffe\uffff]/g, '\ufffd')
}

/** Text as it may stand in XML as it is. */
export function xmlEscaped(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
