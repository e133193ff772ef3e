import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { SharedCopy } from '../sharing/copy.ts'
import { type BodyWriter, bodyWriter } from './docx-body.ts'
import { numberingXml } from './docx-lists.ts'
import { documentXml, NAMESPACES, propertiesXml, relationsXml } from './docx-parts.ts'
import { documentStyles } from './docx-styles.ts'
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
    const body = isOne
      ? copyXml(only, 1, writer)
      : [writer.heading(title, 1), ...copies.map((copy, at) => copyXml(copy, 2, writer, at > 0))].join('')
    // The library brings styles, footer and package. It would search the whole text once for every numbered list, and put
    // its own clock and name into the properties, so these parts are ours.
    const document = new Document({
      styles: documentStyles(language),
      sections: [{ footers: { default: pageNumbers() }, children: [] }],
    })
    const parts = [
      { path: 'word/document.xml', data: documentXml(body) },
      { path: 'word/numbering.xml', data: numberingXml(writer.lists, NAMESPACES) },
      { path: 'word/_rels/document.xml.rels', data: relationsXml(writer.links) },
      { path: 'docProps/core.xml', data: propertiesXml(title, language, now) },
    ]
    return new Uint8Array(await Packer.toArrayBuffer(document, undefined, parts))
  },
}

function copyXml(
  { title, lead, sections, onPages }: SharedCopy,
  level: 1 | 2,
  { heading, write }: BodyWriter,
  onNewPage = false,
): string {
  return [
    heading(title, level, onNewPage),
    write(lead, level),
    ...sections.flatMap(({ heading: head, text }, at) => [
      head === '' ? '' : heading(head, level + 1, onPages === true && at > 0),
      write(text, level + 1),
    ]),
  ].join('')
}

function pageNumbers(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: 18, color: '5A5A5F' })
  return new Footer({ children: [new Paragraph({ alignment: 'center', children: [number] })] })
}
