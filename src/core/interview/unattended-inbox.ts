import { matchIds } from '../notebook/ids.ts'
import type { Question, Template } from '../template/template.ts'
import type { Given, GivenMap } from './given.ts'
import { itemSource, personName } from './ground.ts'
import { inboxQuestion, type Picked, pickedIn, typedKeys } from './inbox.ts'
import { personIn } from './meet-inbox.ts'
import type { Raw } from './parse.ts'
import { pickNoted } from './pick-noted.ts'
import type { Plan } from './plan.ts'
import type { Interview } from './state.ts'
import type { InboxDoor, World } from './world.ts'

/** What is to be picked of the notebook; undefined where nothing is. */
export function inboxGiven(template: Template, root: GivenMap): Given | undefined {
  const question = inboxQuestion(template)
  const given = question === undefined ? undefined : root.entries.get(question.id)
  if (given === undefined || given.kind === 'none') return undefined
  return given.kind === 'text' && given.text.trim() === '' ? undefined : given
}

/** The world with the inbox in it, once it is known whom it is about and where something of it is to be picked. Throws what the door does. */
export async function withInbox(
  world: World,
  interview: Interview,
  root: GivenMap,
  door: InboxDoor | undefined,
): Promise<World> {
  const person = personIn(interview)
  if (person === undefined || door === undefined || world.inbox?.person === person) return world
  if (inboxGiven(interview.template, root) === undefined) return world
  return { ...world, inbox: { person, items: await door.of(person) } }
}

/** What was given for an inbox as names alone: an item may also be a map with its `id` and what else is said of it. */
export function namesOf(given: Given): Given {
  if (given.kind === 'map') return given.entries.get('id') ?? given
  if (given.kind !== 'list') return given
  return { ...given, items: given.items.map((one) => (one.kind === 'map' ? namesOf(one) : one)) }
}

/** What is said of picked items beside their ids, by the key under which each stands now. */
export function heldBy(
  given: Given,
  picked: readonly Picked[],
): readonly { readonly key: string; readonly map: GivenMap }[] {
  const maps = (given.kind === 'list' ? given.items : [given]).filter((one) => one.kind === 'map')
  return maps.flatMap((map) => {
    const name = map.entries.get('id')
    const ids = picked.map(({ id }) => id)
    const [id] = name?.kind === 'text' ? matchIds(name.text, ids) : []
    const found = picked.find((one) => one.id === id)
    const entries = new Map([...map.entries].filter(([key]) => key !== 'id'))
    return found === undefined ? [] : [{ key: found.key, map: { ...map, entries } }]
  })
}

/** What is wrong with picking where the notebook holds nothing about the person; undefined when everything was asked for. */
export function noneToPick(
  given: Given,
  world: World,
): { readonly mistake: string; readonly mend?: string } | undefined {
  const names = namesOf(given)
  const texts = (names.kind === 'list' ? names.items : [names]).flatMap((one) =>
    one.kind === 'text' ? [one.text] : [],
  )
  const about = personName(world, world.inbox?.person ?? '')
  const picked = pickNoted(texts, [], about)
  return 'mistake' in picked ? picked : undefined
}

/**
 * An answer that names items by number, with their keys in the place of the numbers: what the file itself holds counts from
 * 1, and what was picked of the notebook comes behind it, so that no number shifts by what is picked.
 */
export function ownFirst(raw: Raw, question: Question, plan: Plan): Raw {
  const source = itemSource(question)
  const path = source === undefined ? undefined : inboxGroup(plan, source)
  if (path === undefined || typeof raw === 'boolean') return raw
  const { interview } = plan
  const keys = [...typedKeys(interview, path), ...pickedIn(interview, path).map(({ key }) => key)]
  const keyed = (piece: string): string =>
    /^\d{1,3}$/.test(piece.trim()) ? (keys[Number(piece) - 1] ?? piece) : piece
  return typeof raw === 'string'
    ? raw
        .split(/[,;\n]/)
        .map(keyed)
        .join(',')
    : raw.map(keyed)
}

/** The group of this id, where something of the notebook was picked for it. */
function inboxGroup({ interview }: Plan, id: string): string | undefined {
  return pickedIn(interview, id).length > 0 ? id : undefined
}
