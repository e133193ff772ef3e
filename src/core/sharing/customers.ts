import { type MaskData, type Masker, maskerFor } from '../importing/masks.ts'

/** Six digits with no more between them than a number has: fewer are no phone, card or account. */
const NUMBER = /\d(?:[ \u00a0\u2009().\-–/]{0,3}\d){5}/

/** Whether a text can hold an address or a number of a customer at all. */
export function mayHoldNumber(text: string): boolean {
  return text.includes('@') || NUMBER.test(text)
}

/** A masker that leaves a text alone in which nothing of the kind can stand. */
export function customerMasker(data: MaskData): Masker {
  const mask = maskerFor(data)
  return (text, ...names) =>
    names.length > 0 || mayHoldNumber(text) ? mask(text, ...names) : { text, masked: {} }
}
