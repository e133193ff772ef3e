import { firstTables } from './first-tables.ts'
import { numberLists } from './number-lists.ts'
import type { CompiledClass, CompiledPack, Need, PackTables } from './pack.ts'
import { wordTable } from './word-table.ts'

/** Turns a pack round, so that everything about a word is found by its number. */
export function tablesOf(pack: CompiledPack): PackTables {
  const { words, classes } = pack
  const byWord = (listOf: (cls: CompiledClass) => readonly number[]) =>
    numberLists(
      words.length,
      classes.flatMap((cls, number) => listOf(cls).map((word): [number, number] => [word, number])),
    )
  return {
    words: wordTable(words),
    names: namesOf(classes),
    members: byWord((cls) => cls.words),
    rare: byWord((cls) => cls.rare),
    phrases: numberLists(words.length, phrasesOf(classes)),
    wordKeys: numberLists(words.length, pack.wordKeys.map(keyed)),
    classKeys: numberLists(classes.length, pack.classKeys.map(keyed)),
    firsts: firstTables(pack),
    needCount: pack.needs.length,
    wordNeeds: numberLists(
      words.length,
      needsBy(pack.needs, (need) => need.words),
    ),
    classNeeds: numberLists(
      classes.length,
      needsBy(pack.needs, (need) => need.classes),
    ),
  }
}

function namesOf(classes: readonly CompiledClass[]): Readonly<Record<string, number>> {
  const names: Record<string, number> = {}
  classes.forEach(({ name }, number) => {
    if (name !== '') names[name] ??= number
  })
  return names
}

function* phrasesOf(classes: readonly CompiledClass[]): Generator<[number, ...number[]]> {
  for (let number = 0; number < classes.length; number++) {
    for (const [first, ...rest] of classes[number]?.phrases ?? [])
      if (first !== undefined) yield [first, number, rest.length, ...rest]
  }
}

function needsBy(
  needs: readonly Need[],
  listOf: (need: Need) => readonly number[],
): readonly [number, number][] {
  return needs.flatMap((need, number) => listOf(need).map((of): [number, number] => [of, number]))
}

function keyed([of = 0, ...patterns]: readonly number[]): [number, ...number[]] {
  return [of, ...patterns]
}
