import { stillToCome } from '../evidence/day-or-mistake.ts'
import { parseAnswer } from '../interview/parse.ts'
import type { World } from '../interview/world.ts'
import type { Context } from '../ports.ts'
import { Trouble } from '../problem.ts'

/**
 * The plain day given with a flag such as `--since`: an ISO day, or a phrase that looks back ("last Monday") or, where
 * `direction` says so, ahead; with `either` it is read as one that looks back, and may lie ahead all the same. Throws `usage` for no day, and with both readings for one that can mean two.
 */
export async function dayOption(
  context: Pick<Context, 'clock' | 'dates'>,
  flag: string,
  text: string,
  direction: 'past' | 'future' | 'either' = 'past',
): Promise<string> {
  if (text.trim() === '') {
    throw new Trouble({ kind: 'usage', message: `${flag} is empty.`, mend: 'Write a day as YYYY-MM-DD.' })
  }
  const { clock } = context
  const world: World = {
    today: clock.today(),
    time: clock.time(),
    people: [],
    dates: {
      read: async (words, today) =>
        (await context.dates()).read(words, today, direction === 'future' ? 'future' : 'past'),
    },
    libraries: {},
  }
  const question = {
    type: 'date',
    id: flag,
    ask: flag,
    depth: 'core',
    required: true,
    ...(direction === 'future' ? { direction } : {}),
  } as const
  const parsed = await parseAnswer(question, text, world, { options: [] })
  if ('mistake' in parsed || typeof parsed.value !== 'string') {
    const { mistake = `${flag} needs a day.`, mend } = 'mistake' in parsed ? parsed : {}
    throw new Trouble({
      kind: 'usage',
      message: `${flag}: ${mistake}`,
      mend: mend?.replace(', or leave it out', '') ?? 'Write it as YYYY-MM-DD.',
    })
  }
  if (direction === 'past' && parsed.value > world.today) throw ahead(flag, parsed.value)
  return parsed.value
}

/** Only `--date` of `jot` is a day of evidence. */
function ahead(flag: string, day: string): Trouble {
  const { mistake, mend } = stillToCome(day)
  return new Trouble({
    kind: 'usage',
    message: `${flag}: ${mistake}`,
    mend: flag === '--date' ? mend : 'It needs a day that has been. Which day was it?',
  })
}
