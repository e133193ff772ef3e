import type { AskerLook } from './asking/look.ts'
import type { Asker, Ended } from './ports/asker.ts'
import type { Care } from './ports/care.ts'
import type { Clock } from './ports/clock.ts'
import type { DataFiles } from './ports/data-files.ts'
import type { DatePhrases } from './ports/date-phrases.ts'
import type { Drafts } from './ports/drafts.ts'
import type { Editor } from './ports/editor.ts'
import type { FoundNotebook } from './ports/find-notebook.ts'
import type { Ids } from './ports/ids.ts'
import type { ExportFile } from './ports/import-file.ts'
import type { NoteIndex } from './ports/index-files.ts'
import type { NoteFiles } from './ports/note-files.ts'
import type { Removing } from './ports/removing.ts'
import type { Settings } from './ports/settings.ts'
import type { Terminal } from './ports/terminal.ts'

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
  /** A notebook, for writing: that of a folder, else found, or created where it would be, with a line on stderr saying where. */
  notebookToWrite(folder?: string): Promise<NoteFiles>
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
  /** Throws what `writeFile` would throw at this place, before somebody reads and answers for nothing; writes nothing. */
  checkFile(path: string, force: boolean): Promise<void>
}

/**
 * How a command ended: done, something to act on (exit 1), or by the terminal (Ctrl-C, a closed window) after all was
 * kept. Everything else is thrown as `Trouble`.
 */
export type Outcome = 'done' | 'attention' | Exclude<Ended, 'end'>
