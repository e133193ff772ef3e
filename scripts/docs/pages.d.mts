import type { CommandCard, FlagCard } from '../../src/commands/card.ts'

export function everyCommand(
  cards: readonly CommandCard[],
  before?: string,
): readonly { readonly name: string; readonly card: CommandCard }[]
export function cliMarkdown(shelf: readonly CommandCard[], everywhere: readonly FlagCard[]): string
export function manPage(shelf: readonly CommandCard[], everywhere: readonly FlagCard[]): string
