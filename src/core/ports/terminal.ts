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
