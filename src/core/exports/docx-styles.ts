import { BorderStyle, type IStylesOptions } from 'docx'

const SERIF = 'Georgia'
const SANS = 'Calibri'
const INK = '1C1C1E'

/** Room beside a quotation and for each level of a list, in twentieths of a point. */
export const STEP = 360

/** How a document looks: real headings, so that Word can list them, and quiet colours that print. */
export function documentStyles(language: string): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: SANS, size, bold: true, color: INK },
    paragraph: { spacing: { before, after: 80 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font: SERIF, size: 22, language: { value: language } },
        paragraph: { spacing: { after: 140, line: 300 } },
      },
      heading1: heading(36, 0),
      heading2: heading(28, 320),
      heading3: heading(24, 240),
      heading4: heading(22, 200),
      heading5: heading(22, 160),
      heading6: heading(22, 160),
      hyperlink: { run: { color: '0B57A4', underline: {} } },
    },
    paragraphStyles: [
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        quickFormat: true,
        run: { color: '3A3A3C' },
        paragraph: { border: { left: { style: BorderStyle.SINGLE, size: 12, space: 12, color: 'B0B0B5' } } },
      },
      {
        id: 'Code',
        name: 'Code',
        basedOn: 'Normal',
        quickFormat: true,
        run: { font: 'Consolas', size: 19 },
        paragraph: { spacing: { line: 260 } },
      },
    ],
  }
}
