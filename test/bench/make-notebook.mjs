// node test/bench/make-notebook.mjs FOLDER [COUNT]   a notebook of COUNT notes (default 10,000) about forty people: evidence,
// sessions, goals, check-ins, updates and private parts, some 3.1 KB a note. The same count gives the same notebook.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const FIRST =
  'Sam Anna José Ifeoma Wei-Ling Tomás Priya Noor Lena Kofi Maja Omar Ines Yuki Pavel Ruth Diego Hana Emil Zoë'.split(
    ' ',
  )
const LAST = ['Rivera', 'Adeyemi', 'Tan', 'Berg', 'Carvalho', 'Novak']
const WHAT =
  'update handover greeting summary question diagnosis checklist escalation reply log hand-back refund note callback estimate apology'.split(
    ' ',
  )
const WHO = [
  'the customer',
  'tier 2',
  'the late shift',
  'a colleague',
  'the account owner',
  'the on-call engineer',
]
const DID = [
  'asked twice for',
  'waited for',
  'thanked us for',
  'could go on because of',
  'did not get',
  'quoted',
  'forwarded',
  'came back to',
]
const WHEN = [
  'before noon',
  'the next morning',
  'within the hour',
  'after the weekend',
  'on the third day',
  'while the line was busy',
  'at the end of the shift',
]
const WHERE = [
  'in the queue',
  'on the phone',
  'in the chat',
  'in the stand-up',
  'in the shared channel',
  'on the status page',
  'in the survey',
]
const THING =
  'router invoice login printer export password mailbox calendar webhook certificate backup license tablet scanner dashboard voucher'.split(
    ' ',
  )
const ENDING = [
  'and nobody was told',
  'so the case stayed open',
  'and that settled it',
  'which saved a second call',
  'and the promise was kept',
  'so the promised time passed',
  'as agreed in October',
]
const RARE = 'quokka saffron tessellate marzipan obelisk zeppelin gazebo halcyon'.split(' ')

/** Writes the notebook; gives back how many notes and bytes it has. */
export function makeNotebook(folder, count) {
  const random = seeded(count)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const number = (from, to) => from + Math.floor(random() * (to - from))
  const people = Array.from({ length: 40 }, (_, n) => {
    const name = `${FIRST[n % FIRST.length]} ${LAST[(n * 7 + Math.floor(n / 20)) % LAST.length]}`
    const slug = name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
    return { name, slug, goals: [], evidence: [], promises: [] }
  })
  for (const place of [
    'people',
    ...['notes', 'private'].flatMap((top) => people.map(({ slug }) => `${top}/${slug}`)),
  ]) {
    mkdirSync(join(folder, place), { recursive: true, mode: 0o700 })
  }
  const put = (path, text) => writeFileSync(join(folder, path), text, { mode: 0o600 })
  put('tactful.yaml', 'format: 1\n')
  for (const { name, slug } of people)
    put(`people/${slug}.yaml`, `tactful: 1\nname: ${name}\ncadence: "every 2 weeks on Tue 14:00"\n`)

  let made = 0
  const id = () =>
    `01K${(made * 64 + number(0, 64))
      .toString(32)
      .toUpperCase()
      .replace(/[ILOU]/g, 'Z')
      .padStart(12, '0')}${String(number(0, 1e11)).padStart(11, '0')}`
  const sentence = () => {
    const rare = random() < 0.0004 ? ` (${pick(RARE)})` : ''
    return `${capital(pick(WHO))} ${pick(DID)} the ${pick(THING)} ${pick(WHAT)} ${pick(WHERE)} ${pick(WHEN)}, ticket ${number(40000, 60000)}${rare}, ${pick(ENDING)}.`
  }
  const prose = (length) => {
    let text = ''
    while (text.length < length)
      text += text === '' ? sentence() : random() < 0.25 ? `\n\n${sentence()}` : ` ${sentence()}`
    return text
  }
  const front = (facts) => `---\n${facts.join('\n')}\n---\n\n`
  const common = (kind, person, date, title) => {
    const own = id()
    return {
      own,
      path: `${person.slug}/${date}-${kind}-${own.slice(-6).toLowerCase()}.md`,
      lines: [
        'tactful: 1',
        `id: "${own}"`,
        `kind: ${kind}`,
        `person: ${person.slug}`,
        `date: "${date}"`,
        `created: "${date}T${String(number(8, 18)).padStart(2, '0')}:${String(number(10, 60))}:00.000Z"`,
        `title: ${title}`,
      ],
    }
  }
  const kinds = {
    evidence(person, date) {
      const { own, path, lines } = common('evidence', person, date, `Evidence about ${person.name}`)
      const items = Array.from({ length: number(1, 5) }, (_, n) => ({
        id: id(),
        label: `E${n + 1}`,
        ticket: number(40000, 60000),
        side: pick(['strength', 'growth']),
      }))
      person.evidence.push(...items.map((item) => item.id))
      lines.push('asked:', '  text: What did you see or hear?', 'items:')
      for (const item of items)
        lines.push(
          `  - id: "${item.id}"`,
          '    kind: evidence',
          `    label: ${item.label}`,
          `    date: "${date}"`,
          `    side: ${item.side}`,
          `    ticket: "${item.ticket}"`,
          `    area: ${pick(['communication', 'responsiveness', 'escalation'])}`,
        )
      lines.push('sections:', '  evidence: Evidence')
      const body = items.map(
        (item) =>
          `- ${item.label} · ${date} · ticket ${item.ticket} · ${prose(1700 / items.length).replaceAll('\n\n', ' ')}`,
      )
      return {
        own,
        path,
        text: `${front(lines)}# Evidence about ${person.name}\n\n## Evidence\n\n${body.join('\n')}\n`,
      }
    },
    session(person, date) {
      const { own, path, lines } = common('session', person, date, `Feedback for ${person.name}`)
      lines.push(
        'template: constructive-feedback@1',
        'asked:',
        '  relationship: What are you to them?',
        '  points.1.situation: When and where was it?',
        '  points.1.seen: What could a camera have shown?',
      )
      const cited = person.evidence.splice(0, number(1, 4))
      if (cited.length > 0)
        lines.push('evidence:', ...cited.flatMap((one, n) => [`  - id: "${one}"`, `    as: E${n + 1}`]))
      const promise = id()
      person.promises.push(promise)
      lines.push(
        'items:',
        `  - id: "${promise}"`,
        '    kind: promise',
        '    label: P1',
        `    by: "${later(date, 14)}"`,
        'talk:',
        `  date: "${later(date, 3)}"`,
        '  minutes: 30',
        `checkin: "${later(date, 14)}"`,
        'sections:',
        '  well: What went well',
        '  points: To talk about',
        '  next: What comes next',
      )
      const text = `${front(lines)}# Feedback for ${person.name}\n\n## What went well\n\n${prose(900)} [E1]\n\n## To talk about\n\n### ${capital(pick(WHAT))}s\n\n${prose(1700)}\n\n## What comes next\n\n- P1 · by ${later(date, 14)} · ${prose(120)}\n`
      if (random() < 0.5)
        put(
          `private/${path}`,
          `${front([...lines.slice(0, 7), 'private: true'])}# Feedback for ${person.name}\n\n## What they may answer\n\n${prose(500)}\n`,
        )
      return { own, path, text }
    },
    goal(person, date) {
      const { own, path, lines } = common(
        'goal',
        person,
        date,
        `Every waiting customer hears about the ${pick(THING)} once a day`,
      )
      person.goals.push(own)
      lines.push(
        `by: "${later(date, 40)}"`,
        'baseline: "5 of 12"',
        'target: "12 of 12"',
        'sections:',
        '  goal: Goal',
        '  support: Support',
      )
      return {
        own,
        path,
        text: `${front(lines)}# ${lines[6].slice(7)}\n\n## Goal\n\n${prose(250)}\n\n## Support\n\n${prose(2500)}\n`,
      }
    },
    update(person, date) {
      const { own, path, lines } = common('update', person, date, 'What came of it')
      const goal = person.goals.shift()
      const promise = person.promises.shift()
      const events = [
        ...(goal === undefined ? [] : [{ of: goal, what: pick(['met', 'agreed', 'dropped']) }]),
        ...(promise === undefined ? [] : [{ of: promise, what: 'kept' }]),
      ]
      if (events.length > 0)
        lines.push(
          'events:',
          ...events.flatMap((event) => [
            `  - of: "${event.of}"`,
            `    what: ${event.what}`,
            `    "on": "${date}"`,
          ]),
        )
      return { own, path, text: `${front(lines)}# What came of it\n\n${prose(2600)}\n` }
    },
    checkin(person, date) {
      const { own, path, lines } = common('checkin', person, date, `Check-in with ${person.name}`)
      lines.push(`checkin: "${later(date, 14)}"`, 'sections:', '  progress: How it goes')
      return {
        own,
        path,
        text: `${front(lines)}# Check-in with ${person.name}\n\n## How it goes\n\n${prose(2700)}\n`,
      }
    },
  }
  const order = [
    'evidence',
    'session',
    'evidence',
    'goal',
    'checkin',
    'evidence',
    'session',
    'update',
    'goal',
    'update',
  ]
  let bytes = 0
  for (; made < count; made++) {
    const person = people[number(0, 40)]
    const date = later('2022-01-03', Math.floor((made / count) * 1780))
    const { path, text } = kinds[order[made % order.length]](person, date)
    put(`notes/${path}`, text)
    bytes += Buffer.byteLength(text)
  }
  return { notes: made, bytes }
}

function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function later(day, days) {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, count = '10000'] = process.argv.slice(2)
  if (folder === undefined) throw new Error('name a folder')
  const { notes, bytes } = makeNotebook(folder, Number(count))
  console.log(
    `${notes} notes, ${(bytes / 1e6).toFixed(1)} MB, ${(bytes / notes / 1000).toFixed(2)} KB a note, in ${folder}`,
  )
}
