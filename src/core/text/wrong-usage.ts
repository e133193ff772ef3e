import { nearNames } from '../template/near.ts'

/** What a command takes, as far as a mistake in using it is concerned. */
export interface Takes {
  /** With its program: `tactful show`. */
  readonly name: string
  readonly args: readonly {
    readonly name: string
    readonly about: string
    readonly choices?: readonly string[]
  }[]
  readonly flags: readonly { readonly flags: string; readonly choices?: readonly string[] }[]
}

/** What went wrong with a command line, in words, and what may have been meant. */
interface Worded {
  readonly message: string
  readonly hint?: string
}

const BAD_FLAG = /option '([^']+)' argument '(.*)' is invalid/s
const BAD_ARG = /command-argument value '(.*)' is invalid for argument '([^']+)'/s
const NO_ARG = /missing required argument '([^']+)'/

/** A parser's message in our words: what is missing and what it is, or which values there are and which is near. Undefined for any other. */
export function wrongUsage(message: string, takes: Takes): Worded | undefined {
  const [, missing] = NO_ARG.exec(message) ?? []
  if (missing !== undefined) {
    const about = takes.args.find(({ name }) => name === missing)?.about
    return { message: `${takes.name} needs <${missing}>${about === undefined ? '' : `: ${about}`}.` }
  }
  const [, flags = '', value = ''] = BAD_FLAG.exec(message) ?? []
  const flag = takes.flags.find((one) => one.flags === flags)
  if (flag?.choices !== undefined) return noChoice(flags.split(/[ ,|]+/)[0] ?? flags, value, flag.choices)
  const [, given = '', name = ''] = BAD_ARG.exec(message) ?? []
  const arg = takes.args.find((one) => one.name === name)
  return arg?.choices === undefined ? undefined : noChoice(`<${name}>`, given, arg.choices)
}

function noChoice(what: string, given: string, choices: readonly string[]): Worded {
  const near = nearNames(given, choices).map((one) => `"${one}"`)
  const last = choices.at(-1) ?? ''
  const all = choices.length < 2 ? last : `${choices.slice(0, -1).join(', ')} or ${last}`
  return {
    message: `"${given}" is nothing that ${what} knows. It takes ${all}.`,
    ...(near.length === 0 ? {} : { hint: `Did you mean ${near.join(' or ')}?` }),
  }
}
