/** What a terminal could act on and JSON lets through: DEL, C1, bidi marks and overrides, line and paragraph separators, byte order marks. */
const LOUD = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** A value as JSON for standard output, ending in a line break. Nothing of it is lost, and no character of it can steer a terminal. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  return `${text.replace(LOUD, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}
