import { convertMillimetersToTwip, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { SharedCopy } from '../sharing/copy.ts'
import { type BodyWriter, bodyWriter, headingOf } from './docx-body.ts'
import { documentStyles } from './docx-styles.ts'
import { xmlEscaped, xmlText } from './docx-text.ts'
import type { Format } from './formats.ts'

/** Word: real headings, lists and tables on A4, with a page of its own for each copy. */
export const docx: Format = {
  id: 'docx',
  extension: 'docx',
  binary: true,
  write: async (copies, { now, title: common, language }) => {
    const [only, ...others] = copies
    const isOne = only !== undefined && others.length === 0
    const title = isOne ? only.title : common
    const writer = bodyWriter()
    const children = isOne
      ? copyParts(only, 1, writer)
      : [headingOf(title, 1), ...copies.flatMap((copy, at) => copyParts(copy, 2, writer, at > 0))]
    const document = new Document({
      title: xmlText(title),
      styles: documentStyles(language),
      numbering: { config: writer.lists() },
      sections: [{ properties: { page: A4 }, footers: { default: pageNumbers() }, children }],
    })
    // The library would put its own clock and name into the properties.
    const properties = { path: 'docProps/core.xml', data: coreProperties(title, language, now) }
    return new Uint8Array(await Packer.toArrayBuffer(document, undefined, [properties]))
  },
}

const MARGIN = convertMillimetersToTwip(20)
const A4 = {
  size: { width: 11906, height: 16838 },
  margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
}

function copyParts(
  { title, lead, sections }: SharedCopy,
  level: 1 | 2,
  { write }: BodyWriter,
  onNewPage = false,
) {
  return [
    headingOf(title, level, onNewPage),
    ...write(lead, level),
    ...sections.flatMap(({ heading, text }) => [
      ...(heading === '' ? [] : [headingOf(heading, level + 1)]),
      ...write(text, level + 1),
    ]),
  ]
}

function pageNumbers(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: 18, color: '5A5A5F' })
  return new Footer({ children: [new Paragraph({ alignment: 'center', children: [number] })] })
}

function coreProperties(title: string, language: string, now: string): string {
  const made = `${now.slice(0, 19)}Z`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlEscaped(title)}</dc:title>`,
    `<dc:language>${xmlEscaped(language)}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('\n')
}
