import { Argument, Command, CommanderError, type HelpConfiguration, Option } from 'commander'
import type { ArgCard, CardHead, CommandCard, FlagCard, Options } from './commands/card.ts'
import { everywhere, home, openCard, shelf, wholeShelf } from './commands/index.ts'
import type { CommonOptions, Context, Outcome } from './core/ports.ts'
import { type Problem, Trouble } from './core/problem.ts'
import { helpItem, helpText } from './core/text/help.ts'
import type { Takes } from './core/text/wrong-usage.ts'

const MORE_HELP = 'Run "tactful <command> --help" for flags and examples.'
/** Where help goes into a file or a pipe, in columns. */
const PLAIN_WIDTH = 80

/** Everything in help is broken to the width of the terminal; where there is little room, descriptions stand below names. */
const LAYOUT: HelpConfiguration = {
  // Every command but help takes the flags of all, also where its own have not been read.
  subcommandTerm: (command) => {
    const flags = command.name() === 'help' ? [] : ['[options]']
    return [command.name(), ...flags, ...command.registeredArguments.map(argumentTerm)].join(' ')
  },
  formatItem: (name, names, about, help) => helpItem(name, about, names, help.helpWidth ?? PLAIN_WIDTH),
  boxWrap: (text, width) => helpText(text, width),
  styleUsage(usage) {
    const lines = helpText(`Usage: ${usage}`, this.helpWidth ?? PLAIN_WIDTH, '', '  ')
    return lines.slice('Usage: '.length)
  },
}

/** Builds the command tree from the shelf, parses `argv`, and runs the one command it names. Wrong usage is thrown as `usage`. */
export async function run(
  argv: readonly string[],
  version: string,
  createContext: (common: CommonOptions) => Promise<Context>,
): Promise<Outcome> {
  let outcome: Outcome = 'done'
  const act = async (card: CommandCard, args: readonly string[], options: Options): Promise<void> => {
    const body = await card.load?.()
    if (body === undefined) return
    outcome = await body.run(await createContext({ ...options, ...body.common?.(args) }), args, options)
  }
  const program: Command = new Command('tactful')
    .description('Prepare feedback that helps: evidence first, then the words, the goal and the talk.')
    .version(version)
    .helpCommand('help [command]', 'how a command is used')
    .addHelpText('after', () => `\n${helpText(MORE_HELP, widthOf(program))}`)
  dress(program, home, act)
  // Where the first word names a command no other is needed; building all of them takes as long as a short check.
  const named = shelf.filter(({ name }) => name === argv[0])
  // A screen shows the end of a long help, so what is used most days stands there.
  const all = [...shelf.filter(({ often }) => often !== true), ...shelf.filter(({ often }) => often === true)]
  for (const card of named.length > 0 ? named : all) {
    const command = argv.includes(card.name) ? build(await openCard(card), act) : head(card)
    program.addCommand(command.helpGroup(card.often === true ? 'Most days:' : 'Now and then:'))
  }
  try {
    await program.parseAsync([...(await dashed(argv))], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return outcome
    throw new Trouble(
      (await misnamed(program, argv, error)) ?? { kind: 'usage', ...(await usage(error, program, argv)) },
    )
  }
  return outcome
}

/**
 * A line such as "- 14 Oct: the update came late" is text and no flag, so it is moved behind `--`, where it is read as text.
 * What follows a flag that takes a value is that value and stays.
 */
async function dashed(argv: readonly string[]): Promise<readonly string[]> {
  if (argv.includes('--') || !argv.some((word) => /^-\s/.test(word))) return argv
  const valued = flagsWithValue(await wholeShelf())
  const isText = (word: string, index: number): boolean =>
    /^-\s/.test(word) && !valued.has(argv[index - 1] ?? '')
  return [...argv.filter((word, index) => !isText(word, index)), '--', ...argv.filter(isText)]
}

function flagsWithValue(whole: readonly CommandCard[]): ReadonlySet<string> {
  const cards = [home, ...whole, ...whole.flatMap((card) => card.commands ?? [])]
  const flags = [...everywhere, ...cards.flatMap((card) => card.flags ?? [])]
  return new Set(flags.flatMap((flag) => (flag.flags.includes('<') ? [flag.flags.split(' ')[0] ?? ''] : [])))
}

type Act = (card: CommandCard, args: readonly string[], options: Options) => Promise<void>

/** A command that was not named: no more of it than the help of the whole shows. */
function head(card: CardHead): Command {
  const command = new Command(card.name).description(card.summary)
  for (const arg of card.args ?? []) command.addArgument(argument(arg))
  return command
}

function build(card: CommandCard, act: Act): Command {
  const command = head(card)
  const { more, examples } = card
  if (more !== undefined) command.addHelpText('after', () => `\n${helpText(more, widthOf(command))}`)
  if (examples.length > 0)
    command.addHelpText('after', () => `\nExamples:\n${exampleLines(command, examples)}`)
  for (const sub of card.commands ?? []) command.addCommand(build(sub, act), { hidden: sub.hidden === true })
  return dress(command, card, act)
}

function dress(command: Command, card: CommandCard, act: Act): Command {
  command
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeErr: () => {}, outputError: () => {} })
    .configureHelp(LAYOUT)
  for (const flag of card.flags ?? []) command.addOption(option(flag))
  if (card.load !== undefined) {
    for (const flag of everywhere) command.addOption(option(flag).helpGroup('Everywhere:'))
    command.action((...given: unknown[]) => act(card, positional(given), options(command)))
  }
  return command
}

/** What was given to this command and to those above it; the nearer one wins, and one `--no-input` anywhere is enough. */
function options(command: Command): Options {
  const chain = [command]
  for (let above = command.parent; above !== null; above = above.parent) chain.unshift(above)
  const all: readonly Options[] = chain.map((one) => one.opts<Options>())
  return { ...Object.assign({}, ...all), input: all.every(({ input }) => input !== false) }
}

function option(card: FlagCard): Option {
  const made = new Option(card.flags, card.summary)
  if (card.choices !== undefined) made.choices(card.choices)
  if (card.repeatable === true) {
    made.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
  }
  return made
}

/** `<id>`, `[person]` or `[files...]`, as it was declared. */
function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`
  return argument.required ? `<${name}>` : `[${name}]`
}

function argument(card: ArgCard): Argument {
  const made = new Argument(card.usage, card.summary)
  return card.choices === undefined ? made : made.choices(card.choices)
}

/** Commander passes each declared argument, then the options, then the command; a variadic one arrives as a list. */
function positional(given: readonly unknown[]): readonly string[] {
  return given
    .slice(0, -2)
    .flatMap((value) =>
      value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)],
    )
}

/** A word where a command was expected: told with the names close to it. */
async function misnamed(
  program: Command,
  argv: readonly string[],
  error: CommanderError,
): Promise<Problem | undefined> {
  const asked = error.code === 'commander.help'
  if (!asked && error.code !== 'commander.excessArguments') return undefined
  const words = argv.filter((word) => !word.startsWith('-')).slice(asked ? 1 : 0)
  let at = program
  for (const word of words) {
    const next = at.commands.find((command) => command.name() === word)
    if (next === undefined) break
    at = next
  }
  const given = asked ? words[0] : words.find((word) => word === at.args[0])
  if (at.commands.length === 0 || given === undefined) return undefined
  const { nearNames } = await import('./core/template/near.ts')
  return {
    kind: 'unknown',
    what: 'command',
    given,
    near: nearNames(
      given,
      at.commands.map((command) => command.name()),
    ),
  }
}

/** The command that was meant, and how it is typed. */
function commandMeant(program: Command, argv: readonly string[]): { at: Command; name: string } {
  const names = [program.name()]
  let at = program
  for (const word of argv) {
    const next = at.commands.find((command) => command.name() === word)
    if (next === undefined) continue
    at = next
    names.push(word)
  }
  return { at, name: names.join(' ') }
}

async function usage(
  error: CommanderError,
  program: Command,
  argv: readonly string[],
): Promise<{ message: string; mend: string }> {
  const { at, name } = commandMeant(program, argv)
  const see = `See: ${name} --help`
  const { wrongUsage } = await import('./core/text/wrong-usage.ts')
  const worded = wrongUsage(error.message, takesOf(at, name))
  if (worded !== undefined) {
    return { message: worded.message, mend: worded.hint === undefined ? see : `${worded.hint} ${see}` }
  }
  const [message = '', ...rest] = error.message.replace(/^error: /, '').split('\n')
  const hint = rest
    .join(' ')
    .trim()
    .replace(/^\(|\)$/g, '')
  const plain = message.charAt(0).toUpperCase() + message.slice(1).replace(/\.$/, '')
  return { message: `${plain}.`, mend: hint === '' ? see : `${hint} ${see}` }
}

function takesOf(command: Command, name: string): Takes {
  const chosen = (choices: readonly string[] | undefined) => (choices === undefined ? {} : { choices })
  return {
    name,
    args: command.registeredArguments.map((one) => ({
      name: one.name(),
      about: one.description,
      ...chosen(one.argChoices),
    })),
    flags: command.options.map(({ flags, argChoices }) => ({ flags, ...chosen(argChoices) })),
  }
}

function exampleLines(command: Command, lines: readonly string[]): string {
  return lines.map((line) => helpText(line, widthOf(command), '  ', '      ')).join('\n')
}

function widthOf(command: Command): number {
  return command.configureOutput().getOutHelpWidth?.() || PLAIN_WIDTH
}
