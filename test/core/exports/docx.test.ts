import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../../src/core/exports/formats.ts'
import type { SharedCopy } from '../../../src/core/sharing/copy.ts'
import { copyOf, ground, HOSTILE } from '../../support/copies.ts'
import { xmlFault } from '../../support/xml.ts'
import { unzipped } from '../../support/zip.ts'

async function parts(copies: readonly SharedCopy[]): Promise<ReadonlyMap<string, string>> {
  const made = await (await FORMATS.docx()).write(copies, ground)
  if (typeof made === 'string') throw new Error('a document is no text')
  return new Map([...unzipped(made)].map(([path, bytes]) => [path, bytes.toString('utf8')]))
}

/** What keeps the parts of a document from being XML. */
function faults(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    const fault = path.endsWith('/') ? undefined : xmlFault(text)
    return fault === undefined ? [] : [`${path}: ${fault}`]
  })
}

describe('a Word document', () => {
  test('has real headings, lists, tables, quotes and links, on A4, in its language', async () => {
    const files = await parts([copyOf()])
    expect(faults(files)).toEqual([])
    const body = files.get('word/document.xml') ?? ''
    const styles = [...body.matchAll(/<w:pStyle w:val="(\w+)"\/>/g)].map(([, style]) => style)
    expect(styles.filter((style) => style?.startsWith('Heading'))).toEqual([
      ...['Heading1', 'Heading2', 'Heading2', 'Heading3'],
    ])
    expect(styles).toEqual(expect.arrayContaining(['Quote', 'Code', 'ListParagraph']))
    expect(body.match(/<w:tbl>/g)).toHaveLength(1)
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(body).toContain('w:w="11906" w:h="16838"')
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>')
    expect(files.get('word/_rels/document.xml.rels')).toContain('Target="https://desk.example.com/48213"')
    const numbering = files.get('word/numbering.xml') ?? ''
    expect(numbering).toContain('w:numFmt w:val="decimal"')
    expect(numbering).toContain('w:numFmt w:val="bullet"')
  })

  test('changes no words that look like the names of its lists', async () => {
    const text = '1. one\n2. {list-1-0} {numbers-0-0} {bullets-0}\n\n- {bullets-0}'
    const files = await parts([copyOf({ sections: [{ heading: 'x', text }] })])
    expect(faults(files)).toEqual([])
    expect(files.get('word/document.xml')).toContain('{list-1-0} {numbers-0-0} {bullets-0}')
  })

  test('begins the numbers of each list anew, nested ones and late ones too, and names no more lists than Word can count', async () => {
    const text = '1. one\n   1. inside\n   2. again\n2. two\n   1. anew\n\ntext\n\n7. seven'
    const files = await parts([copyOf({ sections: [{ heading: 'x', text }] })])
    const numbering = files.get('word/numbering.xml') ?? ''
    const begun = [...numbering.matchAll(/w:ilvl="(\d)"><w:startOverride w:val="(\d+)"/g)]
    expect(begun.map(([, level, from]) => `${level} from ${from}`)).toEqual([
      ...['0 from 1', '1 from 1', '1 from 1', '0 from 7'],
    ])
    const many = Array.from({ length: 2100 }, (_, at) => `1. first of ${at}\n2. second\n\ntext`).join('\n\n')
    const long = await parts([copyOf({ sections: [{ heading: 'x', text: many }] })])
    expect(long.get('word/numbering.xml')?.match(/<w:num /g)).toHaveLength(2001)
    expect(long.get('word/document.xml')?.match(/<w:t>2\.<\/w:t><w:tab\/>/g)).toHaveLength(100)
  })

  test('says its title and when it was written, and no name of anybody or of a program', async () => {
    const core = (await parts([copyOf()])).get('docProps/core.xml') ?? ''
    expect(core).toContain('<dc:title>Feedback for Sam Rivera</dc:title>')
    expect(core).toContain('>2026-11-21T14:30:00Z</dcterms:created>')
    expect(core).not.toMatch(/creator|lastModifiedBy/)
  })

  test('holds several copies, each but the first on a new page', async () => {
    const body = (await parts([copyOf(), copyOf(), copyOf()])).get('word/document.xml') ?? ''
    expect(body.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2)
  })

  test('is XML whatever a note holds', async () => {
    const copy = copyOf({ title: HOSTILE, lead: HOSTILE, sections: [{ heading: HOSTILE, text: HOSTILE }] })
    const files = await parts([copy])
    expect(faults(files)).toEqual([])
    expect(files.get('word/document.xml')).toContain('&lt;img src=x onerror=alert(1)&gt;')
    const any = fc.string({ unit: 'binary', maxLength: 60 })
    const marked = fc.array(
      fc.constantFrom(
        '- ',
        '1. ',
        '> ',
        '\n',
        '**',
        '|a|\n|-|\n',
        '[a](https://x.example/?a&b)',
        ']]>',
        '&',
        '\f',
        '\ud800',
        '```\n',
      ),
      { maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(any, marked, async (title, pieces) => {
        expect(
          faults(await parts([copyOf({ title, sections: [{ heading: title, text: pieces.join('') }] })])),
        ).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

test.each([
  ['<a>&b</a>', '"&b" at 3'],
  ['<a><b></a>', '</a> at 6'],
  ['<a>\u000c</a>', 'the character c at 3'],
  ['<a b="<"/>', '"<a b="<"/>" at 0'],
  ['<a>', '<a> is never closed'],
])('%j is found to be no XML', (text, fault) => expect(xmlFault(text)).toBe(fault))
