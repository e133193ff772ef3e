/** Words with which a mail ends, alone on their line, in the languages of our neighbours. */
const FAREWELL =
  /^(?:(?:many|best|kind|kindest|warm|all the|with|mit|beste|liebe|viele|schöne|freundlichen|herzliche|un|bien|muchas|cordiali|met|vriendelijke)\s)*(?:thanks|thank you|regards|wishes|best|cheers|sincerely|yours|greetings|gr(?:ü|ue)(?:ß|ss)en?|saludos|cordialement|merci|grazie|gracias|danke|groeten|vg|lg|mfg|br|kr)(?:\s(?:again|truly|sincerely|faithfully|regards|wishes|à vous))?\s*[,.!-]?\s*(?:\p{Lu}[\p{L}.' -]{0,40})?$/iu
const DEVICE =
  /^(?:sent from my|get outlook for|von meinem .{1,20} gesendet|envoyé de mon|enviado desde mi)\b/i
/** Longest line of a signature, and most lines of one. */
const LONGEST = 100
const MOST = 14

/** Parts what is said from the lines that only sign it. A line counts as a farewell when nothing but short lines follows. */
export function signatureIn<T extends { readonly text: string }>(
  said: readonly T[],
): { readonly said: readonly T[]; readonly signature: readonly string[] } {
  const from = Math.max(0, said.length - MOST * 2)
  for (let at = from; at < said.length; at += 1) {
    const text = said[at]?.text ?? ''
    if (!/^--\s*$/.test(text) && !FAREWELL.test(text) && !DEVICE.test(text)) continue
    const rest = said.slice(at).map((line) => line.text)
    const words = rest.filter((line) => line !== '')
    if (words.length > MOST || words.some((line) => line.length > LONGEST)) continue
    return { said: said.slice(0, at), signature: rest.filter((line) => line !== '') }
  }
  return { said, signature: [] }
}
