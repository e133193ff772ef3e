import type { CardRest, CommandCard, FlagCard } from '../card.ts'

/** The card of `completion`, whose hidden part looks at all the others. */
export function completionOf(
  wholeShelf: () => Promise<readonly CommandCard[]>,
  everywhere: readonly FlagCard[],
): CardRest {
  return {
    examples: [
      'tactful completion bash',
      'tactful completion fish > ~/.config/fish/completions/tactful.fish',
    ],
    more: 'For bash, add this line to ~/.bashrc:  eval "$(tactful completion bash)"',
    load: async () => (await import('../completion.ts')).script,
    commands: [
      {
        name: 'words',
        summary: 'what the last of some words could become',
        hidden: true,
        args: [{ usage: '[words...]', summary: 'a command line without its first word' }],
        examples: ['tactful completion words -- show q'],
        load: async () => (await import('../completion.ts')).words(await wholeShelf(), everywhere),
      },
    ],
  }
}
