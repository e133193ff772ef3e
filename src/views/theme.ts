import { Chalk } from 'chalk'

/** Colours and signs; without colour every function gives its text back, without Unicode every sign has an ASCII twin. */
export interface Theme {
  readonly strong: (text: string) => string
  readonly dim: (text: string) => string
  readonly accent: (text: string) => string
  readonly good: (text: string) => string
  readonly warn: (text: string) => string
  readonly bad: (text: string) => string
  /** Words that were looked for. */
  readonly found: (text: string) => string
  readonly sign: Readonly<
    Record<'tick' | 'pointer' | 'rule' | 'more' | 'dot' | 'dash' | 'bar' | 'rest', string>
  >
  /** Our own typographic signs, as the terminal can show them. Words of the user are left alone. */
  readonly signs: (text: string) => string
}

const UNICODE = { tick: '✓', pointer: '>', rule: '─', more: '…', dot: '·', dash: '–', bar: '█', rest: '░' }
const ASCII = { tick: '*', pointer: '>', rule: '-', more: '...', dot: '-', dash: '-', bar: '#', rest: '.' }

const TWINS: Readonly<Record<string, string>> = {
  '·': '-',
  '…': '...',
  '–': '-',
  '—': '-',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '✓': '*',
  '─': '-',
  '→': '->',
}

/** The theme for what a terminal can do. */
export function themeFor(terminal: { readonly colour: boolean; readonly unicode: boolean }): Theme {
  const chalk = new Chalk({ level: terminal.colour ? 1 : 0 })
  return {
    strong: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    accent: (text) => chalk.cyan(text),
    good: (text) => chalk.green(text),
    warn: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
    found: (text) => chalk.bold.underline(text),
    sign: terminal.unicode ? UNICODE : ASCII,
    signs: terminal.unicode
      ? (text) => text
      : (text) => text.replace(/[·…–—“”‘’✓─→]/g, (sign) => TWINS[sign] ?? sign),
  }
}
