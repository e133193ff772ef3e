import { sectionOf } from '../notebook/assemble.ts'
import { plannedTalk } from './held.ts'
import { blocksIn, plannedIn } from './planned.ts'
import type { Prepared } from './things.ts'

/** What the mentor reads just before a talk; everything but the title may be missing. */
export interface TalkCard {
  /** "Talk with Sam Rivera". */
  readonly title: string
  /** When and where it is to be, as the note says it. */
  readonly when?: string
  /** The day it is planned for, where that is still to come. */
  readonly ahead?: string
  /** What the session is for, and what was hoped for. */
  readonly purpose?: string
  readonly hope?: string
  /** What is to be asked first. */
  readonly ask?: string
  /** What they may answer and how to meet it, one line each, from the private part. */
  readonly meet: readonly string[]
}

/** Sections of a private part that prepare for the talk itself. */
const FOR_THE_TALK = ['talk', 'reactions']

/** So many lines are read at a glance. */
const MOST_LINES = 5

/** What to read just before the talk of a session; `today` is a plain day. */
export function cardOf({ session, name, hidden, template }: Prepared, today: string): TalkCard {
  const { note } = session
  const on = plannedTalk(note.facts)?.on
  const { hope, ask } = plannedIn(note, template)
  const [when] = note.lead.split(' · ').filter((part) => !/^prepared /i.test(part))
  const meet = FOR_THE_TALK.flatMap((id) => {
    return hidden === undefined ? [] : blocksIn(sectionOf(hidden, id)?.text ?? '')
  })
  return {
    title: `Talk with ${name}`,
    ...(when === undefined || when === '' ? {} : { when }),
    ...(on === undefined || on <= today ? {} : { ahead: on }),
    ...(template === undefined ? {} : { purpose: template.purpose }),
    ...(hope === undefined ? {} : { hope }),
    ...(ask === undefined ? {} : { ask }),
    meet: meet.slice(0, MOST_LINES),
  }
}
