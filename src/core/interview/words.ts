import type { BesideRow } from '../forms/beside.ts'
import type { Person } from '../notebook/note.ts'
import type { MenuScreen } from '../ports/asker.ts'
import type { Part, Question } from '../template/template.ts'
import type { Finding } from '../wording/finding.ts'
import type { Lean } from './most.ts'
import type { Plan, Spot } from './plan.ts'
import type { ReadView, ReceivedForm, TheirForms } from './their-view.ts'
import type { AloneForm } from './world.ts'

/** What the loop says beyond the template's own words; found by the view, handed in by the command. Ready lines, colours included. */
export interface InterviewWords {
  /** "Evidence · 3 of 9". */
  progress(part: string, at: number, of: number): string
  /** "Point 2". */
  item(name: string, index: number): string
  /** A part begins. */
  intro(plan: Plan, part: Part): string
  /** An answer, in one line that scrolls up. */
  settled(plan: Plan, spot: Spot): string
  /** What was picked from the inbox is not as it was. */
  noted: {
    /** Says other words now. */
    other(words: string): string
    /** Is not in the notebook any more. */
    gone(words: string): string
    /** Is about the person of before. */
    putBack(): string
    /** The notebook could not be looked through. */
    unread(): string
    /** Forms came in that are for the mentor alone. */
    alone(forms: readonly AloneForm[]): string
  }
  /** Their own view, where the notebook knows of it. */
  forms: {
    /** What is asked for and not in yet, or in and not used: lines above the question. */
    known(forms: TheirForms): readonly string[]
    /** What was taken, as they wrote it. */
    taken(form: ReceivedForm): string
    /** Two views of the same work, a line each. */
    beside(rows: readonly BesideRow[], name: string): readonly string[]
    /** What was understood of a file. */
    read(read: ReadView): string
  }
  /** A piece of feedback as a whole, where no question shows it. */
  joined(said: string): string
  /** Nothing more is added to a group; `about` are the words of the item around it that was carried over. */
  finished(question: Question, items: number, about?: string): string
  /** A name is new, and others are close to it: values are slugs, `@new`, and `@leave` to type it again. */
  nearPeople(name: string, near: readonly Person[]): MenuScreen
  /** Goals in the person's own words, from what was read in; each is taken by its number. */
  offers(said: readonly string[]): string
  /** Whom the notebook knows. */
  known(people: readonly Person[]): string
  /** A question that needs an answer cannot be skipped. */
  needed(): string
  /** A barrier was asked for, and none is written down. */
  noBarrier(): string
  /** Nothing waits behind "go deeper" here. */
  nothingDeeper(): string
  /** A kind sentence about what was just picked. */
  care(sentence: string): string
  /** Why a question is asked: most of what was picked lies on one side. */
  lean(lean: Lean): string
  /** An answer has to be looked at again, because something before it changed. */
  changedBefore(): string
  /** Said of an answer that was changed in its field and left without giving it. */
  edited(): string
  findings: {
    /** One finding: the words and the reason. */
    line(finding: Finding): string
    more(count: number): string
    take(suggestion: string): string
    /** Which finding a suggestion is for, where there are several, and which sentence goes, where others stay. */
    instead(finding: Finding, isOneOfSeveral: boolean, sentence: string | undefined): string | undefined
    leave(): string
    keep(): string
    change(): string
    reason(): { readonly ask: string; readonly label: string }
  }
  /** What was taken down in a talk touches something private: why that is said, and what can become of it. */
  confide: {
    why(): string
    apart(): string
    leave(): string
    keep(): string
  }
  review: {
    title(): string
    parts(count: number): string
    /** One part in a few words. */
    part(plan: Plan, part: Part): string
    save(): string
    goOn(count: number): string
    missing(count: number): string
    back(): string
    /** One answer inside a part. */
    answer(plan: Plan, spot: Spot): { readonly label: string; readonly note: string }
    itemTitle(name: string, index: number, words: string): string
    deeper(count: number): string
    add(name: string): string
    up(): string
    down(): string
    remove(): string
    /** Asked once before an item and its answers go. */
    sure(): string
    keep(): string
  }
}
