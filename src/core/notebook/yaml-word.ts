// Starts like a word, and holds nothing that any version of YAML gives a meaning to.
const WORD = /^\p{L}[\p{L}\p{M}\p{N} _.,;()'/@+?&%=-]*$/u
const RESERVED = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i

/** Whether a text can stand in YAML without quotation marks, and every reader takes it for that text. */
export function isPlainWord(text: string): boolean {
  return WORD.test(text) && !RESERVED.test(text) && !text.endsWith(' ')
}
