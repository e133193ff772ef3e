import type { Option, OptionsFrom } from './option.ts'
import type { When } from './when.ts'

/** How far down a question lies: `quick` is asked even in a hurry, `core` by default, `deeper` when the mentor opens it. */
export type Depth = 'quick' | 'core' | 'deeper'

/** What an answer is checked for: its words, whether facts are cited, whether a goal says what, how much and by when; or only for what is somebody's own to bring up. */
type Check = 'wording' | 'facts' | 'goal' | 'private'

/** What the items of a group become in the notebook. */
export type Makes =
  | 'evidence'
  | 'point'
  | 'goal'
  | 'cause'
  | 'why'
  | 'barrier'
  | 'idea'
  | 'promise'
  | 'agreement'
  | 'recognition'
  | 'talk'
  | 'checkin'

/** What a group can carry over from earlier notes. */
export type Carried = 'promises' | 'goals' | 'agenda'

/** Reads one typed line into the answers of one item; named in templates as `entry.reader`. */
export type LineReader = 'evidence' | 'goal' | 'talk' | 'promise' | 'barrier'

/** What every question has, whatever its type. */
interface QuestionBase {
  readonly id: string
  /** The question; `{id}` stands for an earlier answer, `{person}` for the person's first name. */
  readonly ask: string
  /** One line under the question. */
  readonly help?: string
  /** Why we ask; shown on `:why`. */
  readonly why?: string
  readonly examples?: readonly string[]
  /** Name of the answer where it scrolls up and in the review; the `ask` when absent. */
  readonly label?: string
  readonly required?: boolean
  readonly when?: When
  /** Goes into the mentor's private part of the note. */
  readonly private?: boolean
  readonly check?: Check
  /** Id of the section of the note in which the answer stands. */
  readonly section?: string
  readonly depth: Depth
  /** A form only: other ways people head this answer, such as "What I'd do differently". */
  readonly also?: readonly string[]
  /** A form of a peer or a customer only: what is answered here becomes evidence, with this side or (`open`) with none. */
  readonly evidence?: 'strength' | 'growth' | 'open'
  /** A form of a peer or a customer only: this asks whether the rest may be passed on (`quote`), or may say so beside something else (`beside`). */
  readonly consent?: 'quote' | 'beside'
  /** Ids of answers in the form of the person's own view that fit here: they are offered, and a number takes one. */
  readonly theirs?: readonly string[]
  /** Ids of two earlier answers, theirs and yours: what they say is set side by side above this question and in its section. */
  readonly beside?: readonly string[]
  /** Numbers of the practices this question carries. */
  readonly practices?: readonly number[]
}

/** Free text: one line (`text`) or several (`paragraph`). */
export interface TextQuestion extends QuestionBase {
  readonly type: 'text' | 'paragraph'
  /** A ready answer; `{id}` is filled in. */
  readonly default?: string
  /** Instead of `default`: earlier answers of the same item, joined into prose in this order (evidence ids as their words with a citation). */
  readonly join?: readonly string[]
  /** Ready sentences of a library, of one area where it is named: a few are shown as examples, all of them on request. */
  readonly examplesFrom?: { readonly library: string; readonly area?: string }
  /** Fewest and most characters. */
  readonly min?: number
  readonly max?: number
}

/** Pick one (`choice`) or several (`choices`). */
export interface ChoiceQuestion extends QuestionBase {
  readonly type: 'choice' | 'choices'
  readonly options: readonly Option[] | OptionsFrom
  /** An answer of one's own may be typed. */
  readonly other?: boolean
  readonly default?: string | readonly string[]
  /** Fewest and most choices (for `choices`). */
  readonly min?: number
  readonly max?: number
  /** For `choices`: what was not marked is named as well, after "Still to do" or the words given here. */
  readonly checklist?: boolean | string
}

/** Yes or no. */
export interface ConfirmQuestion extends QuestionBase {
  readonly type: 'confirm'
  readonly default?: boolean
}

/** A number (`number`), or a step on a scale whose ends have names (`scale`). */
export interface NumberQuestion extends QuestionBase {
  readonly type: 'number' | 'scale'
  readonly min?: number
  readonly max?: number
  readonly unit?: string
  readonly default?: number
  /** For `scale`: what the lowest and the highest step mean. */
  readonly ends?: readonly [string, string]
}

/** A plain day, kept as `YYYY-MM-DD`. `past` and `future` say which year or week a short form means, and warn of the other. */
export interface DateQuestion extends QuestionBase {
  readonly type: 'date'
  readonly direction?: 'past' | 'future'
  /**
   * An ISO day, or a phrase such as `in 2 weeks`, read against today; one that leads to a weekend proposes the Monday after.
   * `cadence` is the day that the person's cadence gives, or in two weeks where there is none.
   */
  readonly default?: string
}

/** Who it is about; kept as the slug of a person. */
export interface PersonQuestion extends QuestionBase {
  readonly type: 'person'
}

/** A filled form: its text, typed, pasted, or read from a file whose path is given as `@path`. */
export interface FormQuestion extends QuestionBase {
  readonly type: 'form'
  readonly form?: string
  /** While this holds and nothing is there yet, the answer is the path of a file, asked for in these words. */
  readonly file?: { readonly when: When; readonly ask: string; readonly help?: string }
}

/** Repeats nested questions, one round an item. */
export interface GroupQuestion extends QuestionBase {
  readonly type: 'group'
  /** What one item is called: `Point` gives "Point 2". */
  readonly item: string
  readonly questions: readonly Question[]
  readonly makes?: Makes
  /** Fewest and most items. `max: 1` is one item, asked without counting. */
  readonly min?: number
  readonly max?: number
  /** With `--quick`: most items. */
  readonly quickMax?: number
  /** With so many items the next is not asked for by itself; it can be added in the review, or where one goes deeper. */
  readonly enough?: number
  /** Instead of items of its own: asks its questions of each item of this earlier group, and stores the answers there. */
  readonly each?: string
  /** Items are typed or pasted one a line and read by a line reader; only nested questions still open are asked afterwards. */
  readonly entry?: { readonly reader: LineReader; readonly into: string }
  /** With `entry`: ready lines of a library as examples, as in a text question. */
  readonly examplesFrom?: { readonly library: string; readonly area?: string }
  /**
   * Its items are what is open with the person, and no others: what both promised, or the goals; in a talk, what was prepared
   * for it. Each has `text` (its words) and `about` (what is known of it), which other questions can show; a goal also
   * `status`, and what was prepared a `kind` (`opening`, `turn`, `well`, `point`, `help`).
   */
  readonly carries?: Carried
  /** With `each`: leaves out the items that were chosen in this earlier question. */
  readonly unless?: string
}

/** One question of a template. */
export type Question =
  | TextQuestion
  | ChoiceQuestion
  | ConfirmQuestion
  | NumberQuestion
  | DateQuestion
  | PersonQuestion
  | FormQuestion
  | GroupQuestion

/** One part of a template: a title and its questions, in order. */
export interface Part {
  readonly id: string
  /** One or two words, shown as progress: "Evidence · 3 of 9". */
  readonly title: string
  readonly intro?: string
  /** The whole part applies only while this holds. */
  readonly when?: When
  /** A form only: id of a library whose entries are printed above the questions, as a measure. */
  readonly lists?: string
  readonly questions: readonly Question[]
}

/** What a form says to whoever fills it in. `{reader}`, `{person}` (first names) and `{day}` are filled in; a sentence with one that is not known is left out. */
export interface Letter {
  /** Who answers: the person, a peer of theirs, or a customer. */
  readonly from: 'person' | 'peer' | 'customer'
  readonly hello: string
  readonly opening: string
  /** How to answer, and until when. */
  readonly how: string
  readonly closing: string
}

/** One section of the saved note. */
export interface SectionLayout {
  readonly id: string
  /** The heading as a person would write it; `{person}` is filled in. */
  readonly heading: string
  /** The mentor's own preparation, which is left out of the person's copy. */
  readonly for?: 'mentor'
}

/** A template, validated: what `check` returns and what the build compiles to. */
export interface Template {
  readonly id: string
  readonly version: number
  readonly kind: 'session' | 'checkin' | 'talk' | 'goal' | 'form' | 'rehearsal'
  readonly title: string
  /** One sentence on what it is for; the first line a mentor sees. */
  readonly purpose: string
  /** Id of the template this one was made from; everything it takes over stands in `parts` and `note`. */
  readonly extends?: string
  /** A form only: its words to the reader. */
  readonly letter?: Letter
  /** How the note looks: its title and its sections in order. */
  readonly note: { readonly title: string; readonly sections: readonly SectionLayout[] }
  readonly parts: readonly Part[]
}
