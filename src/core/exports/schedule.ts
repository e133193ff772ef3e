/** A unit file of systemd: its name and its whole text. */
export interface UnitFile {
  readonly name: string
  readonly text: string
}

/** What is to be run, as words of a command line, and at which local time of day (`HH:MM`), Monday to Friday. */
export interface Scheduled {
  readonly words: readonly string[]
  readonly at: string
}

/** The name that the unit files share. */
export const UNIT = 'tactful-checkins'

/** One line for a crontab. Words with spaces, quotes or percent signs arrive as they are; line breaks cannot stand in it. */
export function cronLine({ words, at }: Scheduled): string {
  const [hour, minute] = at.split(':').map(Number)
  // Cron reads a bare % as the end of the command, in quotation marks too.
  const command = words.map(shellWord).join(' ').replaceAll('%', '\\%')
  return `${minute} ${hour} * * 1-5 ${command}\n`
}

/** A service and its timer for systemd; `description` stands in both. */
export function unitFiles({ words, at }: Scheduled, description: string): readonly UnitFile[] {
  const [program = '', ...rest] = words
  const command = [unitProgram(program), ...rest.map(unitWord)].join(' ')
  const head = `[Unit]\nDescription=${description}\n`
  // A check-in that is due ends with 1, which is no failure.
  const service = `${head}\n[Service]\nType=oneshot\nExecStart=${command}\nSuccessExitStatus=1\n`
  const timer = `${head}\n[Timer]\nOnCalendar=Mon..Fri ${at}\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n`
  return [
    { name: `${UNIT}.service`, text: service },
    { name: `${UNIT}.timer`, text: timer },
  ]
}

/** A word as a shell takes it. */
function shellWord(word: string): string {
  return /^[\w@+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** A word as `ExecStart=` takes it: specifiers and variables are doubled, the rest as in C. */
function unitWord(word: string): string {
  return unitProgram(word.replaceAll('$', '$$$$'))
}

/** The same for the program itself, where variables are not looked for. */
function unitProgram(word: string): string {
  const escaped = word.replaceAll('%', '%%')
  return /^[\w@+=:,./$%-]+$/.test(escaped) ? escaped : `"${escaped.replace(/[\\"]/g, '\\$&')}"`
}
