import type { CommonOptions, Context, Outcome } from '../core/ports.ts'

/** One flag: as commander reads it (`--since <day>`), and what it does. */
export interface FlagCard {
  readonly flags: string
  readonly summary: string
  readonly choices?: readonly string[]
  /** May be given several times; the values arrive as a list. */
  readonly repeatable?: boolean
}

/** One argument: `<id>`, `[person]` or `[files...]`, and what it is. */
export interface ArgCard {
  readonly usage: string
  readonly summary: string
  readonly choices?: readonly string[]
}

/** One command: everything its help needs, and how to load its body. */
export interface CommandCard {
  readonly name: string
  readonly summary: string
  /** One `[person]` or `<id>` each, with what it is. */
  readonly args?: readonly ArgCard[]
  readonly flags?: readonly FlagCard[]
  readonly examples: readonly string[]
  /** Longer help, shown after the summary. */
  readonly more?: string
  readonly commands?: readonly CommandCard[]
  /** For programs, not for people: help does not show it. */
  readonly hidden?: boolean
  /** Used most days: stands at the end of the help, where the screen stops. */
  readonly often?: true
  readonly load?: () => Promise<CommandBody>
}

/** What the help of the whole program shows of a command. */
export type CardHead = Pick<CommandCard, 'name' | 'summary' | 'args' | 'often'>

/** What only the command itself needs. */
export type CardRest = Omit<CommandCard, keyof CardHead>

/** A command on the shelf: its head, and how to read the rest of its card. */
export interface ShelfEntry extends CardHead {
  readonly rest: () => Promise<CardRest>
}

/** What a command file exports as `run`. */
export interface CommandBody {
  /** Flags for every command that stand among the arguments of this one. */
  common?(args: readonly string[]): CommonOptions
  run(context: Context, args: readonly string[], options: Options): Promise<Outcome>
}

/** Options as parsed: commander's camel-case names. Each command narrows what it needs. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>
