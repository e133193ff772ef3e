import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { parse } from 'yaml'
import type { MaskData } from '../../../src/core/importing/masks.ts'
import type { Note, NoteKind, Person } from '../../../src/core/notebook/note.ts'

/** What ships for masking, from its source. */
export const MASKS: MaskData = parse(
  readFileSync(join(import.meta.dirname, '../../../templates/import/masks.yaml'), 'utf8'),
)

/** A piece of a text: words that must stay as they are, or something that a lead must not see. */
export interface Piece {
  readonly text: string
  readonly what: 'plain' | 'name' | 'email' | 'phone' | 'ticket' | 'link'
}

/** One generated notebook: people, and a session about the first of them with all its parts. */
export interface Generated {
  readonly people: readonly Person[]
  readonly mentor: string
  readonly note: Note
  readonly hidden: Note
  /** The pieces that the section `points` is made of. */
  readonly pieces: readonly Piece[]
  /** What only the mentor may read, and what neither the person's words nor the preparation may carry to a lead. */
  readonly secrets: readonly string[]
  readonly own: readonly string[]
  readonly theirs: readonly string[]
}

const FIRST = [
  ...['Sam', 'Noor', 'Priya', 'José', 'Zoë', 'Anne-Marie', 'Wei-Ling', 'Jürgen', "D'Angelo", 'Łukasz'],
  ...['Will', 'Grace', 'May', 'Mark', 'Art', 'Rose', 'Hope', 'Björn', 'Siân', 'Oğuz'],
]
const LAST = [
  'Rivera',
  'Haddad',
  'Müller',
  "O'Brien",
  'de Souza',
  'Smith-Jones',
  'Nguyen',
  'Öztürk',
  'Young',
  'García',
]
const NICK = ['Sammy', 'Nono', 'Pri', 'Pepe', 'Zozo', 'Ammie', 'Lingling', 'Juju', 'Dede', 'Lulu']
const WORDS = ['Will', 'Grace', 'May', 'Mark', 'Art', 'Rose', 'Hope', 'Young']

/** Sentences in which no name stands; several of their words are names elsewhere. Each ends inside a sentence. */
const PLAIN = [
  ' answered at 16:00, and the customer wrote twice before the next day. It was asked of ',
  ' will be glad if we may mark it; the art of a good handover rose out of hope, said ',
  '\n\n- On 14 October the grace period ended [E1], and the update came from ',
  ' took (2 of 12 cases, 40 % in May 2026) and then the log of 2026-11-21 went to ',
  '\n\n> no quotation of anybody\n\n### The next step\n\nA `code` and a **bold** word, then ',
  ' waited 5 hours — “not lost”, somebody wrote — and the checklist came back to ',
  ' may join and will help where it can; the grace period rose by one day, so mark it. May I ask? It was meant for ',
  ' can wait, as they will; no hope was lost, and the art of a long call lies in what you may say, wrote ',
  '\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nWill you look at it? Then came ',
]

/** Where a name in small letters that is a word as well can be nothing but the name: what stands before it and behind it. */
const SURELY = [
  [' them; somebody spoke with ', ' on Monday, and so it was told by '],
  [' them; I asked ', ' about it, and then I heard of '],
  [' them. hello ', ', can you look at it? This came from '],
  [' them, and then ', "'s case went on to "],
  [' them because ', ' has the log, which is what we heard from '],
  [' them; ', ' said so, and the same was said by '],
  [' them, cc @', ' and whoever else sat beside '],
] as const

function formsOf(first: string, last: string, nick: string): readonly string[] {
  const isWord = [first, last].some((part) => WORDS.includes(part))
  const [slugFirst, slugLast] = [slugOf(first), slugOf(last)]
  const sure = [
    ...[`${first} ${last}`, `${first} ${last}`.toUpperCase(), `${first}\n${last}`, `**${first}** ${last}`],
    ...[`${first} *${last}*`, `_${first} ${last}_`, `${first} ${last}`.normalize('NFD')],
    ...[`${first}\u00a0${last}`, `${first.charAt(0)}. ${last}`, nick, nick.toUpperCase(), `*${nick}*`],
    ...[`${slugFirst}-${slugLast}`, `${first}\u200b ${last}`, first, last.replace(/^de /, '')],
  ]
  const one = slugFirst.replaceAll('-', '')
  const two = slugLast.replaceAll('-', '')
  const [letter, end] = [slugFirst.charAt(0), slugLast.charAt(0)]
  const logins = [
    ...[
      `${one}${two}`,
      `${one}.${two}`,
      `${letter}${two}`,
      `${letter}.${two}`,
      `${one}_${end}`,
      `${two}.${letter}`,
    ],
    ...[`${one}${end}`, `${one}${two}42`, one],
  ].map((login) => `@${login}`)
  const all = [
    ...[...sure, ...logins, `${one}.${two}`, `${one}_${two}`, `${first} ${last}s`],
    ...[`${letter}.${end}.`, `${letter}. ${end}.`].map((short) => short.toUpperCase()),
    ...(first.endsWith('s') ? [] : [`${first}s`]),
  ]
  const joined = [`${one}${two}`, `${letter}.${two}`, two].filter((form) => form.length > 6)
  return isWord
    ? all
    : [...all, ...joined, first.toLowerCase(), first.toUpperCase(), `@${slugFirst}_${slugLast}`]
}

function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/ł/gi, 'l')
    .replace(/ğ/gi, 'g')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
}

/** Notebooks with two to six people whose names are of all kinds. */
export const notebooks: fc.Arbitrary<Generated> = fc
  .record({
    firsts: fc.uniqueArray(fc.constantFrom(...FIRST), { minLength: 2, maxLength: 6 }),
    lasts: fc.shuffledSubarray(LAST, { minLength: 6, maxLength: 6 }),
    nicks: fc.shuffledSubarray(NICK, { minLength: 6, maxLength: 6 }),
    mentor: fc.constantFrom('Tova Lind', 'Kwame Boateng'),
    picks: fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)), { minLength: 3, maxLength: 14 }),
    number: fc.integer({ min: 10_000, max: 99_999_999 }),
    unicode: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
      minLength: 6,
      maxLength: 6,
    }),
  })
  .map(({ firsts, lasts, nicks, mentor, picks, number, unicode }) => {
    const people = firsts.map((first, at) => {
      const last = lasts[at] ?? ''
      return {
        slug: `${slugOf(first)}-${slugOf(last)}`,
        name: `${first} ${last}`,
        aliases: [nicks[at] ?? ''],
      }
    })
    const forms = firsts.flatMap((first, at) => formsOf(first, lasts[at] ?? '', nicks[at] ?? ''))
    const secret = (what: string): string =>
      `${what}${number}x ${unicode.join(' ').replace(/[\n#>-]/g, '')} ${firsts[0]}.`
    const pieces = picks.flatMap(([kind, which, words]): readonly Piece[] => [
      { what: 'plain', text: PLAIN[words % PLAIN.length] ?? '' },
      ...piecesOf(kind, which, { forms, mentor, firsts, number }),
    ])
    return { ...bodyOf({ people, mentor, pieces, secret }), people, mentor, pieces }
  })

interface Ground {
  readonly forms: readonly string[]
  readonly mentor: string
  readonly firsts: readonly string[]
  readonly number: number
}

function piecesOf(kind: number, which: number, { forms, mentor, firsts, number }: Ground): readonly Piece[] {
  const first = firsts[which % firsts.length] ?? ''
  const login = slugOf(first)
  const ticket = String(number + which)
  const name = (text: string): Piece => ({ what: 'name', text })
  const small = firsts.filter((one) => WORDS.includes(one)).map((one) => one.toLowerCase())
  const [before, behind] = SURELY[which % SURELY.length] ?? ['', '']
  const kinds: readonly (readonly Piece[])[] = [
    [{ what: 'email', text: `${login}.x${which}@example.com` }],
    [{ what: 'email', text: `${login} dot x${which} at example dot com` }],
    [{ what: 'phone', text: `+49 151 ${String(10_000_000 + which)}` }],
    [{ what: 'ticket', text: `ticket ${ticket}` }],
    [{ what: 'ticket', text: `ticket ${(which % 990) + 10}` }],
    [{ what: 'ticket', text: `ticket ${ticket.slice(0, 2)} ${ticket.slice(-3)}` }],
    [{ what: 'link', text: `https://crm.example.com/${login}?id=${number}` }],
    [{ what: 'link', text: `crm.example.com/${login}/${number}` }],
    [name(mentor)],
    small.length === 0
      ? [name(first)]
      : [
          { what: 'plain', text: before.slice(1) },
          name(small[which % small.length] ?? ''),
          { what: 'plain', text: behind },
          name(first),
        ],
  ]
  return kinds[kind % 20] ?? [name(forms[which % forms.length] ?? '')]
}

function bodyOf({
  people,
  mentor,
  pieces,
  secret,
}: {
  readonly people: readonly Person[]
  readonly mentor: string
  readonly pieces: readonly Piece[]
  readonly secret: (what: string) => string
}) {
  const [about] = people
  const name = about?.name ?? ''
  const [secrets, own, theirs] = [['guess', 'slept'], ['opening'], ['view', 'quoted', 'said']].map((all) =>
    all.map(secret),
  )
  const facts = {
    ...{ tactful: 1, id: '01KAH2Y6Z40000000000Q47K3V', person: about?.slug ?? '', date: '2026-11-21' },
    ...{ kind: 'session' as NoteKind, created: '2026-11-21T14:30:00.000Z', title: `Feedback for ${name}` },
    own: ['talk', 'causes'],
  }
  const points = pieces.map(({ text }) => text).join('')
  const note: Note = {
    facts,
    lead: `24 November 2026, 14:00 · prepared 21 November by ${mentor}`,
    sections: [
      { id: 'points', heading: `What ${name} could try`, text: `Begun by${points} in the end` },
      { id: 'well', heading: 'What went well', text: `Well.\n\n> ${theirs?.[1]}\n\nDone.` },
      { id: 'talk', heading: 'The talk', text: own?.[0] ?? '' },
      { id: 'view', heading: `${name}'s own view`, text: theirs?.[0] ?? '' },
      { id: 'said', heading: 'Said', text: theirs?.[2] ?? '' },
      {
        id: 'causes',
        heading: 'Causes',
        text: '- The person: did not know how yet\n- The system: a change, nobody was told',
      },
    ],
  }
  const hidden: Note = {
    facts: { ...facts, private: true },
    lead: secrets?.[0] ?? '',
    sections: [{ id: 'slept', heading: 'Slept on it', text: secrets?.[1] ?? '' }],
  }
  return { note, hidden, secrets: secrets ?? [], own: own ?? [], theirs: theirs ?? [] }
}
