import type { Option } from '../template/option.ts'

/** One question as it is to be drawn; words are ready, colours are not. */
export interface QuestionScreen {
  /** "Feedback for Sam Rivera", and "Evidence · 3 of 9". */
  readonly title: string
  readonly progress: string
  /** "Point 2", when the question is about one item. */
  readonly item?: string
  readonly ask: string
  readonly help?: string
  readonly why?: string
  readonly examples: readonly string[]
  /** Text only: every ready sentence of a library that fits; a few of them stand among the examples. */
  readonly ready?: readonly string[]
  /** What was said so far that this question is about; shown above it. */
  readonly context: readonly string[]
  /** In a talk: what was prepared for the thing that is talked about, whole; the first `?` shows it, also where it stands above no more. */
  readonly prepared?: string
  readonly input: 'line' | 'lines' | 'one' | 'many' | 'yes-no'
  /** Lines only: each of them is an item of its own. */
  readonly list?: boolean
  readonly options: readonly Option[]
  /** Several of many only: what is typed narrows the list, digits too, and marks nothing by itself. */
  readonly narrows?: boolean
  /** One of many only: the mark stands nowhere until it is moved, so that Enter alone chooses nothing. */
  readonly unmarked?: boolean
  /** Choices only: an answer of one's own may be typed. */
  readonly other: boolean
  /** What stands in the field at first: typed text, or the values chosen. */
  readonly initial?: string | readonly string[] | boolean
  /** Text only: `initial` is only proposed. It stands there until something is typed, which takes its place. */
  readonly proposed?: true
  /** Text only: where in `initial` the cursor stands at first, in UTF-16 units; else at its first blank, or at its end. */
  readonly cursor?: number
  /** Text only: what the mentor had typed before a suggestion took its place; the way back leads to it first. */
  readonly own?: string
  readonly required: boolean
  /** Nothing more is to be added to this group: offers "that is all". */
  readonly canFinish: boolean
  readonly canGoBack: boolean
  /** Questions that wait behind "go deeper" in this part. */
  readonly deeper: number
  /** Gentle lines shown above the question (what is missing, what was noticed). */
  readonly notices: readonly string[]
  /** The name under which the answer scrolls up. */
  readonly label: string
  /** Words of this screen's own, typed as `:word`: each comes back as the answer `:word`. */
  readonly words?: readonly { readonly word: string; readonly does: string }[]
  /** What Enter on an empty field does, where that is an answer: "enter alone waits". */
  readonly alone?: string
}

/**
 * What came back from a screen. `raw` is what was typed or chosen, unparsed; `typed` what stood in the field (to be
 * offered again). An empty field where nothing is required is `skip`, and `finish` where the group may end. `ended` says
 * what took the terminal away, `end` being the end of piped input; without it the mentor chose to stop.
 */
export type Reply =
  | { readonly reply: 'answer'; readonly raw: string | readonly string[] | boolean }
  | { readonly reply: 'back' | 'finish' | 'deeper' | 'skip' | 'review'; readonly typed?: string }
  | { readonly reply: 'quit'; readonly typed?: string; readonly ended?: Ended }

/** What ended the asking from outside. */
export type Ended = 'SIGINT' | 'SIGHUP' | 'end'

/** A menu: one of several ways on (a finding's choices, the review, a part's items). */
export interface MenuScreen {
  readonly title: string
  readonly progress: string
  /** Ready lines above the choices. */
  readonly lines: readonly string[]
  readonly options: readonly Option[]
  /** Value chosen by Enter alone. */
  readonly initial: string
  readonly canGoBack: boolean
}

/** What came back from a menu. */
export type Choice =
  | { readonly reply: 'chosen'; readonly value: string }
  | { readonly reply: 'back' }
  | { readonly reply: 'quit'; readonly ended?: Ended }

/** Draws questions and brings back replies; made by the context from streams it is given. */
export interface Asker {
  /** `check` returns a sentence when the raw answer will not do; the question then stays, with what was typed. */
  ask(
    screen: QuestionScreen,
    check: (raw: string | readonly string[] | boolean) => Promise<string | undefined>,
  ): Promise<Reply>
  choose(screen: MenuScreen): Promise<Choice>
  /** A line that scrolls up: an answer given, a notice. Colours are ready; a question leaves nothing behind by itself. */
  say(line: string): void
  /** Puts the terminal back as it was. */
  close(): void
}
