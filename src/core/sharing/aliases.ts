/** Gives the name under which somebody is spoken of in one export. */
export type AliasOf = (key: string) => string

/** Stands for whoever prepared the notes. */
export const MENTOR = '@mentor'

/** Stands for a name that several people share. */
export const SOMEBODY = 'a colleague'

/**
 * Makes a giver of aliases for one export: the first person who is asked for is Colleague A, and everybody keeps theirs. Nothing of a
 * name or its place in the alphabet is left in it.
 */
export function aliases(): AliasOf {
  const known = new Map<string, string>()
  return (key) => {
    if (key === MENTOR) return 'the mentor'
    const alias = known.get(key) ?? `Colleague ${letters(known.size)}`
    known.set(key, alias)
    return alias
  }
}

/** A, B ... Z, AA, AB ... */
function letters(index: number): string {
  const rest = index % 26
  const before = index < 26 ? '' : letters(Math.floor(index / 26) - 1)
  return before + String.fromCharCode(65 + rest)
}
