import { STEP } from './docx-styles.ts'

/** One numbered list of a document: its name, a number of the document's own; the level it stands on, 0 to 8; the number of its first item. */
export interface WordList {
  readonly name: number
  readonly level: number
  readonly from: number
}

/** Every list with bullets is the same one to Word. */
const BULLETS = 1

/** Word shows no numbers in any list beyond about 2,020 of them. */
const MOST = 2000

/**
 * Gives the lists of one document their names: bullets share theirs, and numbers begin anew with each list. Undefined where there are more
 * numbered lists than Word can count; their numbers are then written as words are.
 */
export function documentLists(): {
  readonly lists: readonly WordList[]
  readonly named: (level: number, from: number | undefined) => number | undefined
} {
  const lists: WordList[] = []
  return {
    lists,
    named(level, from) {
      if (from === undefined) return BULLETS
      if (lists.length === MOST) return undefined
      const name = BULLETS + 1 + lists.length
      lists.push({ name, level, from })
      return name
    },
  }
}

/** The part of a Word document that says what its lists look like: two looks in all, and for each numbered list where it begins. */
export function numberingXml(lists: readonly WordList[], namespaces: string): string {
  const begun = lists.map(
    ({ name, level, from }) =>
      `<w:num w:numId="${name}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${from}"/></w:lvlOverride></w:num>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<w:numbering ${namespaces}>`,
    look(0, () => ['bullet', '•']),
    look(1, (level) => ['decimal', `%${level + 1}.`]),
    `<w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num>`,
    ...begun,
    '</w:numbering>',
  ].join('\n')
}

/** Word knows nine levels. */
function look(id: number, marked: (level: number) => readonly [string, string]): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const [format, text] = marked(level)
    return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${STEP * (level + 1)}" w:hanging="${STEP}"/></w:pPr></w:lvl>`
  })
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`
}
