import type { Context } from '../ports.ts'
import { oneLine } from './body.ts'
import { dayOption } from './day-option.ts'

/** The plain day on which something became of a thing: the one given with `--on`, else today. Throws what `dayOption` throws. */
export async function eventDay(context: Pick<Context, 'clock' | 'dates'>, given: unknown): Promise<string> {
  return typeof given === 'string' ? dayOption(context, '--on', given) : context.clock.today()
}

/** The reason given with `--why` as an event keeps it, on one line; nothing where none was given. */
export function eventReason(given: unknown): { readonly why?: string } {
  const why = typeof given === 'string' ? oneLine(given) : ''
  return why === '' ? {} : { why }
}
