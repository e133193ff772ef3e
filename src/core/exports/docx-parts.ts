import { xmlEscaped } from './docx-text.ts'

/** What parts of a Word document call their tags by. */
export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const KINDS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A margin of 20 mm in twentieths of a point. */
const MARGIN = 1134

/** The document itself on A4; its pages end with the footer. `body` is WordprocessingML. */
export function documentXml(body: string): string {
  const room = ['top', 'right', 'bottom', 'left'].map((side) => `w:${side}="${MARGIN}"`).join(' ')
  const page = `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar ${room} w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>`
  return `${HEAD}\n<w:document ${NAMESPACES}><w:body>${body}${page}</w:body></w:document>`
}

/** Which parts belong to the document, and where its links lead; what `links` has at place 0 is `link1` in the text. */
export function relationsXml(links: readonly string[]): string {
  const parts = ['styles', 'numbering', 'footnotes', 'settings', 'comments', 'fontTable'].map(
    (kind) => `<Relationship Id="${kind}" Type="${KINDS}/${kind}" Target="${kind}.xml"/>`,
  )
  const outside = links.map(
    (to, at) =>
      `<Relationship Id="link${at + 1}" Type="${KINDS}/hyperlink" Target="${xmlEscaped(to).replaceAll('"', '&quot;')}" TargetMode="External"/>`,
  )
  return [
    HEAD,
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
    ...parts,
    `<Relationship Id="footer" Type="${KINDS}/footer" Target="footer1.xml"/>`,
    ...outside,
    '</Relationships>',
  ].join('\n')
}

/** Title, language and when it was made (ISO, UTC): no name of anybody, and none of a program. */
export function propertiesXml(title: string, language: string, now: string): string {
  const made = `${now.slice(0, 19)}Z`
  return [
    HEAD,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlEscaped(title)}</dc:title>`,
    `<dc:language>${xmlEscaped(language)}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('\n')
}
