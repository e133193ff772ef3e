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
  '\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nWill you look at it? Then came ',
]

function formsOf(first: string, last: string, nick: string): readonly string[] {
  const isWord = [first, last].some((part) => WORDS.includes(part))
  const [slugFirst, slugLast] = [slugOf(first), slugOf(last)]
  const sure = [
    ...[`${first} ${last}`, `${first} ${last}`.toUpperCase(), `${first}\n${last}`, `**${first}** ${last}`],
    ...[`${first} *${last}*`, `_${first} ${last}_`, `${first} ${last}`.normalize('NFD')],
    ...[`${first}\u00a0${last}`, `${first.charAt(0)}. ${last}`, nick, nick.toUpperCase(), `*${nick}*`],
    ...[`${slugFirst}-${slugLast}`, `${first}\u200b ${last}`, first, last.replace(/^de /, '')],
  ]
  return isWord ? sure : [...sure, first.toLowerCase(), first.toUpperCase(), `@${slugFirst}_${slugLast}`]
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
      pieceOf(kind, which, { forms, mentor, first: firsts[which % firsts.length] ?? '', number }),
    ])
    return { ...bodyOf({ people, mentor, pieces, secret }), people, mentor, pieces }
  })

interface Ground {
  readonly forms: readonly string[]
  readonly mentor: string
  readonly first: string
  readonly number: number
}

function pieceOf(kind: number, which: number, { forms, mentor, first, number }: Ground): Piece {
  const kinds: readonly Piece[] = [
    { what: 'email', text: `${slugOf(first)}.x${which}@example.com` },
    { what: 'phone', text: `+49 151 ${String(10_000_000 + which)}` },
    { what: 'ticket', text: `ticket ${number + which}` },
    { what: 'link', text: `https://crm.example.com/${slugOf(first)}?id=${number}` },
    { what: 'name', text: mentor },
  ]
  return kinds[kind % 12] ?? { what: 'name', text: forms[which % forms.length] ?? '' }
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
