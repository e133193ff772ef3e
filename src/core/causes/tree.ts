/** Something that could be behind it, as a root of the whys. */
export interface Cause {
  /** What whys name it by. */
  readonly value: string
  readonly label: string
  /** Its bone in the fishbone. */
  readonly family?: string
}

/** One answer to "why was that?". */
export interface Why {
  readonly key: string
  /** Value of a cause or key of an earlier why; the one before when absent. */
  readonly of?: string
  readonly words: string
}

/** A cause or an answer, with the reasons found behind it. */
export interface Branch {
  readonly words: string
  readonly family?: string
  /** An answer that belongs to no cause. */
  readonly loose?: true
  readonly reasons: readonly Branch[]
}

interface Growing {
  readonly words: string
  readonly family?: string
  readonly loose?: true
  readonly reasons: Growing[]
}

/**
 * Causes and whys as trees: every cause in order, whether or not anything was asked behind it, then whys that belong to no
 * cause. Each why stands once, behind what it names; one that names nothing there continues the why before it, the first
 * one the only cause. A why can only name what comes before it, so there are no circles.
 */
export function whyTree(causes: readonly Cause[], whys: readonly Why[]): readonly Branch[] {
  const known = new Map<string, Growing>()
  const roots: Growing[] = causes.map(({ value, label, family }) => {
    const root = {
      words: oneLine(label),
      ...(family === undefined ? {} : { family: oneLine(family) }),
      reasons: [],
    }
    known.set(value, root)
    return root
  })
  let last = roots.length === 1 ? roots[0] : undefined
  for (const { key, of, words } of whys) {
    const parent = (of === undefined ? undefined : known.get(of)) ?? last
    const own = { words: oneLine(words), reasons: [] }
    const branch: Growing = parent === undefined ? { ...own, loose: true } : own
    ;(parent?.reasons ?? roots).push(branch)
    known.set(key, branch)
    last = branch
  }
  return roots
}

/** The trees that have reasons, as an indented Markdown list; empty where nobody asked why. */
export function treeText(branches: readonly Branch[]): string {
  return branches
    .filter(({ reasons, loose }) => reasons.length > 0 || loose === true)
    .map((branch) => listed(branch, ''))
    .join('\n')
}

function listed({ words, reasons }: Branch, indent: string): string {
  return [`${indent}- ${plainStart(words)}`, ...reasons.map((one) => listed(one, `${indent}  `))].join('\n')
}

/** Words at the start of a list item that Markdown would read as a heading, a list, a quotation or a rule stay words. */
export function plainStart(words: string): string {
  const numbered = words.replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
  return numbered.replace(/^(?=[#>*+\-=~`|[])/, '\\')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
