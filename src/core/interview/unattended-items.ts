import type { GroupQuestion } from '../template/template.ts'
import { itemsMistake, linesStep } from './answering.ts'
import { withCited } from './cited-lines.ts'
import { type Given, type GivenMap, LINE, OWN_ID } from './given.ts'
import { pickedIn, typedKeys } from './inbox.ts'
import { freshKey } from './keys.ts'
import { type Plan, type Spot, shownPath } from './plan.ts'
import type { AnswerPath, Step } from './state.ts'
import { hold, type Run, refuse, take } from './unattended-run.ts'
import type { ReadItem } from './world.ts'

/** Makes the items of a group that were given, each with names inside it. */
export function takeItems(run: Run, plan: Plan, spot: Spot, group: GroupQuestion, given: Given): void {
  const path = spot.item?.path ?? spot.path
  const shown = shownPath(plan, path)
  const [only, ...others] = group.questions
  const isNamed = only === undefined || others.length > 0
  const wrong =
    given.kind === 'text' && isNamed
      ? `"${given.text}" stands alone; this takes items with names.`
      : undefined
  const items = (given.kind === 'list' ? given.items : [given]).flatMap((item) =>
    isNamed ? [item] : namedBy(only.id, item),
  )
  const maps = items.filter((item): item is GivenMap => item.kind === 'map')
  const mistake = wrong ?? itemsMistake(group, items.length)
  if (mistake !== undefined || maps.length !== items.length) {
    const inside = group.questions
      .map((question) => question.id)
      .slice(0, 3)
      .join(', ')
    refuse(run, given, shown, mistake ?? 'Each item needs names.', `Names inside it are ${inside}.`)
    return
  }
  const first = Number(freshKey(run.interview, path).slice(1))
  const keys = maps.map((_item, index) => `k${first + index}`)
  hold(run, path, keys, maps)
  const before = run.interview.items.get(path) ?? []
  const close: Step = { step: 'close', path }
  take(run, { step: 'all', steps: [{ step: 'items', path, keys: [...before, ...keys] }, close] })
}

/** Where each item has one answer, its words alone are an item, one a line. */
function namedBy(id: string, item: Given): readonly Given[] {
  if (item.kind !== 'text') return [item]
  const lines = item.text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((text) => ({
    kind: 'map',
    entries: new Map([[id, { kind: 'text', text, place: item.place }]]),
    place: item.place,
  }))
}

/** Makes items of the lines that were given for a group; a line may have names beside it. */
export async function takeLines(
  run: Run,
  plan: Plan,
  spot: Spot,
  group: GroupQuestion,
  given: Given,
): Promise<void> {
  const shown = shownPath(plan, spot.path)
  const items: ReadItem[] = []
  const maps: (GivenMap | undefined)[] = []
  const isWhole = given.kind !== 'list'
  for (const [index, one] of (isWhole ? [given] : given.items).entries()) {
    const line = one.kind === 'map' ? one.entries.get(LINE) : one
    const read = line?.kind === 'text' ? await readText(run, group, line, shown, isWhole ? 0 : index + 1) : []
    if (one.kind === 'list')
      refuse(run, one, `${shown}.${index + 1}`, 'A list stands in a list.', 'Put the line in quotes.')
    if (one.kind === 'map') {
      items.push(...(read.length > 0 ? read : [{ line: intoText(group, one), fields: {} }]))
      maps.push(one, ...read.slice(1).map(() => undefined))
    } else {
      items.push(...read)
      maps.push(...read.map(() => undefined))
    }
  }
  const mistake = itemsMistake(group, items.length + pickedIn(run.interview, spot.path).length)
  if (mistake !== undefined) refuse(run, given, shown, mistake)
  if (mistake !== undefined || items.length === 0) return
  const cited = withCited(plan, group, items)
  if ('mistake' in cited) {
    refuse(run, given, shown, cited.mistake, cited.mend)
    return
  }
  take(run, linesStep(plan, spot, cited.items))
  const typed = typedKeys(run.interview, spot.path)
  hold(run, spot.path, typed, maps)
  takeNames(run, spot.path, typed, maps)
}

/** The names that items were given, by which later answers cite them. */
function takeNames(
  run: Run,
  path: AnswerPath,
  keys: readonly string[],
  maps: readonly (GivenMap | undefined)[],
): void {
  keys.forEach((key, index) => {
    const name = maps[index]?.entries.get(OWN_ID)
    if (name?.kind !== 'text' || name.text.trim() === '') return
    run.used.add(name)
    take(run, { step: 'answer', path: `${path}/${key}/@${OWN_ID}`, value: name.text.trim(), read: true })
  })
}

async function readText(
  run: Run,
  group: GroupQuestion,
  given: Extract<Given, { kind: 'text' }>,
  shown: string,
  index: number,
): Promise<readonly ReadItem[]> {
  if (group.entry === undefined) return []
  const { items, mistakes } = await run.read(group.entry.reader, given.text, run.world)
  for (const { message, mend, line } of mistakes) {
    refuse(run, given, `${shown}.${index === 0 ? (line ?? 1) : index}`, message, mend)
  }
  return items
}

/** An item given by its fields alone shows its words as its line. */
function intoText(group: GroupQuestion, map: GivenMap): string {
  const into = map.entries.get(group.entry?.into ?? '')
  return into?.kind === 'text' ? into.text.replace(/\s*\n\s*/g, ' ').trim() : ''
}
