import type { AskerLook } from './asking/look.ts'
import type { Step } from './interview/state.ts'
import type { Digest } from './notebook/index/digest.ts'
import type { Found, Search } from './notebook/index/search.ts'
import type { Listed } from './notebook/listing.ts'
import type { Facts, NoteKind, StoredNote } from './notebook/note.ts'
import type { Query } from './notebook/query.ts'
import type { ItemState, Standing } from './notebook/standing.ts'
import type { Problem } from './problem.ts'
import type { Option } from './template/template.ts'
import type { TrendFacts } from './trends/fold.ts'

/** The time, fixed by `TACTFUL_NOW` where that is set. */
export interface Clock {
  /** ISO instant in UTC. */
  now(): string
  /** The user's plain day, `YYYY-MM-DD`. */
  today(): string
  /** The user's local time of day, `HH:MM`. */
  time(): string
  /** The user's time zone, such as `Europe/Lisbon`. */
  zone(): string
}

/** Fresh ULIDs, larger than every one given before in this process. */
export interface Ids {
  next(): string
}

/** Where results and everything else go, and what the terminal can do. */
export interface Terminal {
  /** Results: standard output. */
  out(text: string): void
  /** Everything else: standard error. */
  err(text: string): void
  /** Both ends are a terminal and nobody asked for no input. */
  readonly interactive: boolean
  /** Results are read on a screen: standard output is a terminal, not a file or a pipe. */
  readonly onScreen: boolean
  /** No redraw, no cursor tricks, numbered choices. */
  readonly plain: boolean
  readonly columns: number
  readonly colour: boolean
  readonly unicode: boolean
}

/** One file of a save: its path relative to the notebook and its whole text. */
export interface SaveFile {
  readonly path: string
  readonly text: string
  /** The text it takes the place of; without it the file is new, and nothing may lie there yet. */
  readonly before?: string
}

/** The notebook's files. Paths are relative to the notebook, with `/`. All failures are `Trouble`. */
export interface NoteFiles {
  readonly root: string
  /** Every regular file below `dir`, sorted; links, devices and oversize files are left out and named in `refused`. */
  list(dir: string): Promise<{ readonly paths: readonly string[]; readonly refused: readonly string[] }>
  /** The text of one file, or undefined when there is none. */
  read(path: string): Promise<string | undefined>
  /**
   * Publishes files, all or none, the last one last; takes the place of a file only where that still holds its `before`, and
   * else throws `conflict` with our text kept beside it. A repeat of the same save is harmless. `check` is called just before,
   * while no other save with a check can run; when it throws, nothing is saved.
   */
  saveAll(name: string, files: readonly SaveFile[], check?: () => Promise<void>): Promise<void>
  /** Replaces one file if it still holds `before`; otherwise keeps our text beside it and throws `conflict`. */
  replace(path: string, before: string, after: string): Promise<void>
}

/** One thing in the notebook's own folders as the disk tells of it. `path` is relative to the notebook, with `/`. */
export interface Entry {
  readonly path: string
  readonly type: 'file' | 'folder' | 'link' | 'other'
  /** Permission bits; absent where the system has none. */
  readonly mode?: number
  /** An unpublished file of a process that has ended. */
  readonly leftover?: boolean
}

/** Looking after a notebook: what its files are like, and mending what can be mended without loss. Failures are `Trouble`. */
export interface Care {
  /** Everything in the notebook's own folders, and its settings; nothing is followed or read. */
  entries(): Promise<readonly Entry[]>
  /** Sets the permission bits of a file or folder that is no link. */
  setMode(path: string, mode: number): Promise<void>
  /** Takes away a leftover, if it still is one. */
  removeLeftover(path: string): Promise<void>
  /** Throws the index away; the next use makes it anew. */
  dropIndex(): Promise<void>
  /** Whether git would hand the private parts on; `safe` where there is no git. */
  privateInGit(): Promise<'safe' | 'open' | 'tracked'>
}

/** A plain file of the notebook, and a key by which what it holds is known again. */
export interface HeldFile {
  readonly path: string
  readonly key: string
}

/** A copy that an editor was given and nobody took back: the name of its folder, and its text. */
export interface HeldCopy {
  readonly name: string
  readonly text: string
}

/** What is to be taken away: files as they were looked at, drafts by their ids, an editor's copies by their names. */
export interface Removal {
  readonly files: readonly HeldFile[]
  readonly drafts: readonly string[]
  readonly edits: readonly string[]
}

/** The one door that takes away what somebody wrote. It follows no link and leaves what is no plain file. Failures are `Trouble`. */
export interface Removing {
  /** Every plain file at some places below `people`, `notes` and `private` (a folder, or a file with the versions kept beside it); what else lies there is in `refused`. */
  look(
    places: readonly string[],
  ): Promise<{ readonly files: readonly HeldFile[]; readonly refused: readonly string[] }>
  /** Copies that editors left in the state folder. */
  edits(): Promise<readonly HeldCopy[]>
  /** What git keeps of some places: no repository, a repository that never had them, or versions of them. */
  inGit(places: readonly string[]): Promise<'none' | 'repository' | 'history'>
  /**
   * Takes it all away, and the index with it. Once begun it is finished, by the next command if need be. Gives back the files
   * that were left because they hold something else by now. Throws `busy` for a draft that is open elsewhere, before anything is gone.
   */
  remove(removal: Removal): Promise<readonly string[]>
}

/** What the index knows of a note without opening it. */
export interface NoteHead {
  readonly path: string
  readonly id: string
  readonly kind: NoteKind
  readonly person: string
  /** Plain day. */
  readonly date: string
  /** ISO instant, UTC. */
  readonly created: string
  readonly title: string
  /** `id@version`. */
  readonly template?: string
}

/**
 * Everything the notebook's notes say, brought up to date with the files when it was opened; derived, never written to
 * the notebook. Notes come in the order of their paths.
 */
export interface NoteIndex {
  readonly heads: readonly NoteHead[]
  /** Everybody a note is about, each once, by slug. Cheaper than asking all heads. */
  readonly people: readonly { readonly person: string }[]
  /** One problem for each file that is no whole note. */
  readonly bad: readonly Problem[]
  /** The notes about one person; no other is looked at. */
  about(person: string): readonly NoteHead[]
  /** The notes that fit by what every row tells, newest first, as many as the query's limit; and how many fit in all. */
  newest(query: Query): { readonly heads: readonly NoteHead[]; readonly all: number }
  /** The front matter of some notes, in the order given. */
  facts(heads: readonly NoteHead[]): Promise<readonly Facts[]>
  /** Some notes as their files hold them, in the order given: `source` and parsed `note`, read from the notebook itself. */
  notes(heads: readonly NoteHead[]): Promise<readonly StoredNote[]>
  /** Front matter, the words of the items and the text of a goal, of some notes in the order given; no note is opened. */
  digests(heads: readonly NoteHead[]): Promise<readonly Digest[]>
  /** The items of evidence of some notes, each with its words, as lists show them. */
  evidence(heads: readonly NoteHead[]): Promise<readonly Listed[]>
  /** What is open and what happened last, person by person, folded from all events; by slug. */
  standing(): Promise<ReadonlyMap<string, Standing>>
  /** What became of every goal, promise and agreement of one person, by id; closed ones too. */
  states(person: string): Promise<ReadonlyMap<string, ItemState>>
  /** What trends need of all notes, folded. */
  trends(): Promise<TrendFacts>
  /** Notes whose words match, best first. For the words around a match, see `snippetFor`. */
  search(search: Search): Promise<Found>
}

/** The head of a draft: what it is a draft of. */
export interface DraftHead {
  readonly draft: string
  /** Id that the note made of it will have. */
  readonly note: string
  readonly notebook: string
  readonly template: string
  /** Hash of the compiled template it was begun with. */
  readonly hash: string
  readonly created: string
  readonly depth: 'quick' | 'core'
}

/** Drafts: one file each in the state folder, one JSON line a step, fsynced before `append` returns. */
export interface Drafts {
  begin(head: DraftHead): Promise<void>
  append(draft: string, step: Step): Promise<void>
  /** Newest first; a torn last line is left out. */
  list(): Promise<readonly DraftHead[]>
  read(draft: string): Promise<{ readonly head: DraftHead; readonly steps: readonly Step[] } | undefined>
  remove(draft: string): Promise<void>
  /**
   * Takes the draft for as long as it is being worked on; what comes back gives it up again. One whose holder has ended
   * is taken over. Throws `busy` at once when it is open elsewhere.
   */
  hold(draft: string): Promise<() => void>
}

/** What an editor left behind. The file stays until the caller has kept the text and calls `discard`. */
export interface Edited {
  readonly text: string
  /** It came back within a blink, so that nobody can have written in it. */
  readonly hasty?: boolean
  discard(): Promise<void>
}

/** Opens the user's editor on a text and returns what was left there. Throws `usage` for an editor that fails, and `disk`. */
export interface Editor {
  edit(text: string, name: string): Promise<Edited>
}

/** Reads a phrase such as "last Tuesday" or "24 Nov"; loaded only when an ISO day was not given. */
export interface DatePhrases {
  /** Plain day and, where one was written, time of day; several readings where the phrase can mean several. */
  read(text: string, today: string, direction: 'past' | 'future'): Promise<readonly DateReading[]>
}

/** One reading of a date phrase: the day, the time if any, and which characters of the text said so. */
export interface DateReading {
  readonly day: string
  readonly time?: string
  readonly start: number
  readonly end: number
}

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

/** Data files: what ships compiled, and a team's own YAML from its notebook (same id wins). */
export interface DataFiles {
  /** Compiled data that ships with the program, by kind (`templates`, `libraries`, `wording`, `samples`) and id. */
  shipped(kind: string, id: string): Promise<unknown>
  /** What `shipped` gives, read when it is called and not before; undefined when it does not ship. */
  shippedLater(kind: string, id: string): Promise<(() => unknown) | undefined>
  /** The bytes of a shipped file that is not JSON, by kind and file name; undefined when it does not ship. */
  shippedBytes(kind: string, name: string): Promise<Uint8Array | undefined>
  /** The YAML that something shipped was made from, with its comments, by its path below the package's `templates`; undefined when there is none. */
  shippedSource(path: string): Promise<string | undefined>
  /** Ids of everything shipped of a kind. */
  shippedIds(kind: string): Promise<readonly string[]>
  /** The result of a costly pure step over a file's text (parse, validate, compile), kept in the cache folder by hash. */
  cached<T>(name: string, text: string, make: () => Promise<T>): Promise<T>
}

/** What the user set for themself, outside any notebook. Reading never creates the file. */
export interface Settings {
  get(key: 'notebook' | 'name'): Promise<string | undefined>
  set(key: 'notebook' | 'name', value: string | undefined): Promise<void>
}

/** One row of an export: the line of the file it begins on, and its cells in the order of the headings; ragged where the file is. */
export interface ExportRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** An export of another system, opened: what it is, and its rows as often as they are asked for, never all at once. */
export interface ExportFile {
  /** Without folders. */
  readonly name: string
  readonly format: 'csv' | 'json' | 'jsonl'
  /** As it was found or given: `utf-8`, `utf-16le`, `windows-1252` ... */
  readonly encoding: string
  /** CSV only. */
  readonly delimiter?: string
  /** All different, none empty. */
  readonly headings: readonly string[]
  /** In bytes. */
  readonly size: number
  /** Rows in batches; `progress` gets the share read so far, 0 to 1. Throws `data` with the line for what cannot be read. */
  rows(progress?: (share: number) => void): AsyncIterable<readonly ExportRow[]>
}

/** Where the notebook is or would be, and what named it. `folder` is absolute. */
export interface FoundNotebook {
  readonly folder: string
  readonly from: 'flag' | 'environment' | 'folder' | 'settings' | 'default'
}

/** The flags that every command has. */
export interface CommonOptions {
  readonly notebook?: string
  readonly json?: boolean
  readonly plain?: boolean
  readonly input?: boolean
  readonly yes?: boolean
  readonly quiet?: boolean
  /** False with `--no-pager`. */
  readonly pager?: boolean
}

/** The world as commands see it. Each door is opened on first use. */
export interface Context {
  readonly common: CommonOptions
  readonly terminal: Terminal
  readonly clock: Clock
  /**
   * Results that may be longer than the screen: shown in the user's pager where there is a screen and they do not fit,
   * else written out like any others. Resolves when the reader is done. Nothing is lost when the pager ends early.
   */
  page(text: string): Promise<void>
  /** The folder the command was started in; file arguments are relative to it. */
  readonly folder: string
  ids(): Promise<Ids>
  /** The notebook, for reading: found, never created. Throws `no-notebook`. An unfinished save is rolled forward first. */
  notebook(): Promise<NoteFiles>
  /** The notebook, for writing: found, or created where it would be, with a line on stderr saying where. */
  notebookToWrite(): Promise<NoteFiles>
  /** The files of one folder, a notebook yet or not; nothing is created. Without `folder`, where the notebook is or would be. */
  notebookAt(folder: string | undefined): Promise<NoteFiles>
  /** What all notes say, through the index. Throws `no-notebook`; a missing or broken index is made anew. */
  index(): Promise<NoteIndex>
  /** Looks after the notebook. Throws `no-notebook`. */
  care(): Promise<Care>
  /** Takes away what is held about somebody. Throws `no-notebook`. */
  removing(): Promise<Removing>
  drafts(): Promise<Drafts>
  editor(): Promise<Editor>
  dates(): Promise<DatePhrases>
  data(): Promise<DataFiles>
  settings(): Promise<Settings>
  /**
   * Which notebook is used and why, and the file with the user's own settings; neither has to be there yet. `program` is
   * what starts this program again, as words of a command line: Node and the file, both absolute.
   */
  whereabouts(): Promise<{
    readonly notebook: FoundNotebook
    readonly settings: string
    readonly program: readonly string[]
  }>
  /** `look` draws the screens: views make it, the asker uses it. */
  asker(look: AskerLook): Promise<Asker>
  /** Text of a file the user names; `-` is standard input. Refuses binary, links to devices and oversize with `data`; with `any`, text of older programs is read too. */
  readFile(path: string, encoding?: 'any'): Promise<string>
  /** Opens an export the user names; `encoding` where it is not to be found out. Throws `usage` when there is no such file, `data`, and `disk`. */
  openExport(path: string, encoding: string | undefined): Promise<ExportFile>
  /** The files a path with `*`, `**` or `?` names, sorted; any other path as it is. */
  expand(path: string): Promise<readonly string[]>
  /** Writes a new file the user names, a text or bytes: 0600, no overwrite unless `force`, following no link. */
  writeFile(path: string, content: string | Uint8Array, force: boolean): Promise<void>
}

/**
 * How a command ended: done, something to act on (exit 1), or by the terminal (Ctrl-C, a closed window) after all was
 * kept. Everything else is thrown as `Trouble`.
 */
export type Outcome = 'done' | 'attention' | Exclude<Ended, 'end'>
