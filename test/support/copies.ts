import { FORMATS, type FormatGround, type FormatId } from '../../src/core/exports/formats.ts'
import type { SharedCopy } from '../../src/core/sharing/copy.ts'

/** A copy of a session with one of everything, and whatever a test says of it. */
export function copyOf(given: Partial<SharedCopy> = {}): SharedCopy {
  return {
    reader: 'mentor',
    id: '01KAJ0000000000000000SAM01',
    kind: 'session',
    date: '2026-11-21',
    person: 'Sam Rivera',
    title: 'Feedback for Sam Rivera',
    lead: '24 November 2026, 14:00 (30 minutes, room 2) · prepared 21 November by Priya Raman',
    sections: [
      {
        id: 'well',
        heading: 'What went well',
        text: 'The handover on 48402 had the **goal**, the steps tried and the logs. [E2]',
      },
      {
        id: 'talk',
        heading: 'To talk about',
        text: [
          '### Updates to waiting customers',
          'On 48213 you promised an update by 16:00; the next message went out at *11:20* the following day. [E1]',
          '> The customer wrote twice in between.\n> > And once by phone.',
          '1. What the day looked like\n2. What would have helped\n   - a note in the ticket\n   - somebody to ask\n3. What to try',
          '| Ticket | Promised | Sent |\n|---|---|---|\n| 48213 | 16:00 | 11:20, the next day |\n| 48231 | 10:00 | 09:40 |',
          '```\nstatus: open\n  since: 14 October\n```',
          'See [the list](https://desk.example.com/48213) and `queue --mine`.',
          '---',
          'Name: ____________________',
        ].join('\n\n'),
      },
    ],
    items: [
      {
        id: '01KAJ0000000000000000ITEM1',
        kind: 'evidence',
        label: 'E1',
        date: '2026-10-14',
        side: 'growth',
        source: 'ticket',
        area: 'updates',
        ticket: '48213',
        link: 'https://desk.example.com/48213',
        words: 'The update promised for 16:00 was sent at 11:20 the next day.',
      },
      {
        id: '01KAJ0000000000000000ITEM2',
        kind: 'evidence',
        label: 'E2',
        date: '2026-11-02',
        side: 'strength',
        words: 'The handover on 48402 had all it needs.',
      },
      {
        id: '01KAJ0000000000000000GOAL1',
        kind: 'goal',
        by: '2026-12-18',
        state: 'agreed',
        words:
          'Every waiting customer hears from me at least once a working day (now: 5 of 12 tickets; goal: 12 of 12).',
      },
      {
        id: '01KAJ0000000000000000PROM1',
        kind: 'promise',
        label: 'P1',
        by: '2026-11-27',
        state: 'open',
        words: 'I find somebody for the late shift.',
      },
    ],
    removed: [],
    ...given,
  }
}

/** What a format needs, as the tests have it. */
export const ground: FormatGround = {
  now: '2026-11-21T14:30:00.000Z',
  title: 'Two notes',
  language: 'en-GB',
  talks: new Map(),
  titled: (entry) => ({ entry, title: `${entry.kind}: ${entry.person}`, note: entry.words ?? '' }),
}

/** Copies in one of the formats that are text. */
export async function written(
  id: FormatId,
  copies: readonly SharedCopy[],
  given: Partial<FormatGround> = {},
): Promise<string> {
  const made = await (await FORMATS[id]()).write(copies, { ...ground, ...given })
  if (typeof made !== 'string') throw new Error(`${id} is no text`)
  return made
}

/** Text of every kind that has broken a reader of documents before. */
export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '[a](javascript:alert(1)) [b](data:text/html,x)',
  'bell \u0007 form feed \u000c group \u001d escape \u001b[2J c1 \u009b half \ud800 other half \udfff turned \u202egnp.exe',
  '&<]]> &amp; &#0; <!-- --> </title></style>',
  '=HYPERLINK("http://x.example") ,=1+1 ;@SUM(1)',
  'x\ufffey\uffffz \u0000 \u2028 \u2029 \ufeff',
  '漢字 👩‍👩‍👧 e\u0301 עברית',
].join('\n\n')
