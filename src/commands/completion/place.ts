import type { CommandCard, FlagCard } from '../card.ts'

/** What can stand at the place where somebody asks for completion. */
export type Wanted =
  | { readonly want: 'words'; readonly words: readonly Word[] }
  | {
      readonly want:
        | 'people'
        | 'templates'
        | 'libraries'
        | 'areas'
        | 'sources'
        | 'behaviours'
        | 'rules'
        | 'drafts'
    }
  /** Notes, of one kind where the command is about that kind. */
  | { readonly want: 'notes'; readonly kind?: string }
  | { readonly want: 'files' | 'folders' | 'nothing' }

/** One word that could be typed, and what it means. */
export interface Word {
  readonly word: string
  readonly about: string
}

/** A place in a command line: what could stand there, how it begins, and what of the word is written already and stays. */
interface Place {
  readonly wanted: readonly Wanted[]
  readonly begun: string
  readonly before: string
}

/**
 * Finds out what the last of some typed words (without the program's name) could become. `everywhere` are the flags that
 * every command takes.
 */
export function placeOf(
  typed: readonly string[],
  cards: readonly CommandCard[],
  everywhere: readonly FlagCard[],
): Place {
  const words = joined(typed)
  const begun = words.at(-1) ?? ''
  let card: CommandCard | undefined
  let path: readonly string[] = []
  let plain = 0
  let closed = false
  let open: FlagCard | undefined
  const used = new Set<string>()
  for (const word of words.slice(0, -1)) {
    if (open !== undefined) open = undefined
    else if (word === '--') closed = true
    else if (!closed && word.startsWith('-')) {
      const flag = flagOf(word, card, everywhere)
      if (flag !== undefined && flag.repeatable !== true) used.add(nameOf(flag))
      open = flag !== undefined && valueName(flag) !== undefined && !word.includes('=') ? flag : undefined
    } else {
      const next =
        plain > 0
          ? undefined
          : (card?.commands ?? (card === undefined ? cards : [])).find(({ name }) => name === word)
      if (next === undefined) plain++
      else {
        card = next
        path = [...path, word]
      }
    }
  }
  if (open !== undefined) return { wanted: [ofFlag(open, path)], begun, before: '' }
  const [, flagText, value] = closed ? [] : (/^(--[a-z-]+=)(.*)$/s.exec(begun) ?? [])
  if (flagText !== undefined) {
    const flag = flagOf(flagText, card, everywhere)
    const wanted: Wanted = flag === undefined ? { want: 'nothing' } : ofFlag(flag, path)
    return { wanted: [wanted], begun: value ?? '', before: flagText }
  }
  if (!closed && begun.startsWith('-')) {
    return { wanted: [{ want: 'words', words: flagWords(card, everywhere, used) }], begun, before: '' }
  }
  return { wanted: plainWanted(card, path, plain, cards), begun, before: '' }
}

/** bash hands over `--kind`, `=`, `session` as three words. */
function joined(typed: readonly string[]): readonly string[] {
  return typed.flatMap((word, at) => {
    if (word !== '=') return [word]
    const last = at === typed.length - 1
    return last && typed[at - 1]?.startsWith('--') === true ? [''] : []
  })
}

function plainWanted(
  card: CommandCard | undefined,
  path: readonly string[],
  plain: number,
  cards: readonly CommandCard[],
): readonly Wanted[] {
  if (card === undefined) {
    const all = [...cards.map(wordOf), { word: 'help', about: 'how a command is used' }]
    return [{ want: 'words', words: plain === 0 ? all : [] }]
  }
  const subs = plain === 0 ? (card.commands ?? []).filter(({ hidden }) => hidden !== true).map(wordOf) : []
  const args = card.args ?? []
  const arg = args[plain] ?? (args.at(-1)?.usage.includes('...') === true ? args.at(-1) : undefined)
  const own: readonly Wanted[] =
    arg === undefined
      ? []
      : arg.choices === undefined
        ? [ofName(nameIn(arg.usage), path)]
        : [{ want: 'words', words: arg.choices.map((word) => ({ word, about: '' })) }]
  return [...(subs.length === 0 ? [] : [{ want: 'words', words: subs } as const]), ...own]
}

function ofFlag(flag: FlagCard, path: readonly string[]): Wanted {
  if (flag.choices !== undefined) {
    return { want: 'words', words: flag.choices.map((word) => ({ word, about: '' })) }
  }
  const name = nameOf(flag)
  if (name === '--template') return { want: 'templates' }
  if (name === '--behaviour') return { want: 'behaviours' }
  if (name === '--source') return { want: 'sources' }
  return ofName(valueName(flag) ?? '', path)
}

/** What a place holder such as `<person>` stands for. */
function ofName(name: string, [command = '']: readonly string[]): Wanted {
  switch (name) {
    case 'person':
      return { want: 'people' }
    case 'file':
    case 'files':
      return { want: 'files' }
    case 'dir':
      return { want: 'folders' }
    case 'area':
      return { want: 'areas' }
    case 'rule':
      return { want: 'rules' }
    case 'goal':
      return { want: 'notes', kind: 'goal' }
    case 'id':
      if (command === 'template') return { want: 'templates' }
      if (command === 'library') return { want: 'libraries' }
      if (command === 'resume') return { want: 'drafts' }
      if (command === 'talk') return { want: 'notes', kind: 'session' }
      return command === 'goal' || command === 'barrier'
        ? { want: 'notes', kind: command }
        : { want: 'notes' }
    default:
      return { want: 'nothing' }
  }
}

function flagWords(
  card: CommandCard | undefined,
  everywhere: readonly FlagCard[],
  used: ReadonlySet<string>,
): readonly Word[] {
  const flags = [...(card?.flags ?? []), ...(card === undefined || card.load !== undefined ? everywhere : [])]
  const words = flags.map((flag) => ({ word: nameOf(flag), about: flag.summary }))
  return [...words, { word: '--help', about: 'how this is used' }].filter(({ word }) => !used.has(word))
}

function flagOf(
  word: string,
  card: CommandCard | undefined,
  everywhere: readonly FlagCard[],
): FlagCard | undefined {
  const name = word.split('=')[0]
  return [...(card?.flags ?? []), ...everywhere].find((flag) => nameOf(flag) === name)
}

function nameOf({ flags }: FlagCard): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags
}

function valueName({ flags }: FlagCard): string | undefined {
  const found = /[<[]([^>\]]+)[>\]]/.exec(flags)?.[1]
  return found?.replace('...', '')
}

function nameIn(usage: string): string {
  return usage.replace(/[<>[\]]|\.\.\./g, '')
}

function wordOf({ name, summary }: CommandCard): Word {
  return { word: name, about: summary }
}
