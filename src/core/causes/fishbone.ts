import { type Branch, plainStart } from './tree.ts'

/** One bone: what its causes have in common, and the causes. */
interface Bone {
  readonly family: string
  readonly causes: readonly Branch[]
}

/** Words of a fishbone that come from nobody's answer. */
interface FishWords {
  /** What all of it leads to. */
  readonly head: string
  /** The bone of causes that have no family. */
  readonly other: string
}

/** The causes by family, each family where its first cause stands. */
export function bonesOf(roots: readonly Branch[], { other }: Pick<FishWords, 'other'>): readonly Bone[] {
  const bones = new Map<string, Branch[]>()
  for (const root of roots) {
    const family = root.family ?? other
    bones.set(family, [...(bones.get(family) ?? []), root])
  }
  return [...bones].map(([family, causes]) => ({ family, causes }))
}

/** The fishbone as a Markdown list: families, and their causes below them. It needs neither colour nor width. */
export function fishboneText(roots: readonly Branch[], words: Pick<FishWords, 'other'>): string {
  return bonesOf(roots, words)
    .map(({ family, causes }) =>
      [`- ${plainStart(family)}`, ...causes.map((cause) => `  - ${plainStart(cause.words)}`)].join('\n'),
    )
    .join('\n')
}

/**
 * The fishbone as a block of Mermaid in Markdown: reasons lead to causes, causes to families, families to the head. Whatever
 * the words hold, nothing of them is read as syntax.
 */
export function fishboneMermaid(roots: readonly Branch[], words: FishWords): string {
  const lines = [`  head["${mermaidWords(words.head)}"]`]
  let count = 0
  const add = (text: string, into: string): string => {
    count += 1
    lines.push(`  n${count}["${mermaidWords(text)}"] --> ${into}`)
    return `n${count}`
  }
  const addBranch = ({ words: text, reasons }: Branch, into: string): void => {
    const id = add(text, into)
    for (const reason of reasons) addBranch(reason, id)
  }
  for (const { family, causes } of bonesOf(roots, words)) {
    const bone = add(family, 'head')
    for (const cause of causes) addBranch(cause, bone)
  }
  return ['```mermaid', 'flowchart LR', ...lines, '```'].join('\n')
}

/**
 * Words as the label of a Mermaid node: letters, digits and blanks stay, everything else becomes the number of its character
 * (`#40;`), which Mermaid shows as the character. So neither its own syntax nor the Markdown in its labels applies.
 */
export function mermaidWords(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.。]$/, '')
  const plain = [...line].map((letter) => (isPlain(letter) ? letter : `#${letter.codePointAt(0)};`)).join('')
  return plain === '' ? '#8230;' : plain
}

function isPlain(letter: string): boolean {
  return /^[\p{L}\p{M}\p{N} ,]$/u.test(letter)
}
