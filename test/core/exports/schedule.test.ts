import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cronLine, unitFiles } from '../../../src/core/exports/schedule.ts'
import { installed } from '../../support/programs.ts'

const ANALYZE = installed('systemd-analyze')

/** What cron hands to the shell: everything behind the five fields, up to a bare %; a backslash before one goes. */
function commandOf(line: string): string {
  const command = line.trimEnd().split(' ').slice(5).join(' ')
  const [before = ''] = command.split(/(?<!\\)%/)
  return before.replaceAll('\\%', '%')
}

/** The words of an `ExecStart=` as systemd reads them: quotes, escapes, then %% and (but for the program) $$. */
function wordsOf(line: string): readonly string[] {
  const words = [...line.matchAll(/"((?:\\.|[^"\\])*)"|(\S+)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replace(/\\(.)/g, '$1'),
  )
  return words.map((word, index) => {
    const known = word.replaceAll('%%', '%')
    return index === 0 ? known : known.replaceAll('$$', '$')
  })
}

const HARD = [
  '/home/ana maria/notes',
  "/home/o'neil/100% done",
  '/srv/$(touch PWN)/`id`',
  '/a "quoted" \\ path',
  '/naïve/$HOME;#',
]
const word = fc.oneof(
  fc.constantFrom(...HARD),
  fc.stringMatching(/^[ -~äé]{1,20}$/).filter((text) => text.trim() !== ''),
)

describe('a line for cron', () => {
  it('names the time, Monday to Friday', () => {
    expect(cronLine({ words: ['/usr/bin/node', '/opt/t.js', 'checkin', 'due'], at: '08:05' })).toBe(
      '5 8 * * 1-5 /usr/bin/node /opt/t.js checkin due\n',
    )
  })

  it('hands every word to the shell as it is', () => {
    const printed = (words: readonly string[]) =>
      execFileSync(
        '/bin/sh',
        ['-c', commandOf(cronLine({ words: ['printf', '%s\\n', ...words], at: '08:30' }))],
        {
          encoding: 'utf8',
        },
      )
    expect(printed(HARD)).toBe(`${HARD.join('\n')}\n`)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        expect(printed(words)).toBe(`${words.join('\n')}\n`)
      }),
      { numRuns: 25 },
    )
  })
})

describe('unit files', () => {
  it('are a service that may end with 1, and a timer', () => {
    const [service, timer] = unitFiles({ words: ['/usr/bin/node', '/opt/t.js'], at: '09:15' }, 'Due')
    expect(service).toEqual({
      name: 'tactful-checkins.service',
      text: '[Unit]\nDescription=Due\n\n[Service]\nType=oneshot\nExecStart=/usr/bin/node /opt/t.js\nSuccessExitStatus=1\n',
    })
    expect(timer?.name).toBe('tactful-checkins.timer')
    expect(timer?.text).toContain('OnCalendar=Mon..Fri 09:15\nPersistent=true\n')
  })

  it('hand every word on as it is', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const [service] = unitFiles({ words, at: '09:15' }, 'Due')
        const line = /^ExecStart=(.*)$/m.exec(service?.text ?? '')?.[1] ?? ''
        expect(wordsOf(line)).toEqual(words)
      }),
    )
  })

  it.skipIf(ANALYZE === undefined)('are ones that systemd takes, whatever the words are', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tactful-units-'))
    try {
      const units = unitFiles({ words: ['/bin/true', ...HARD], at: '09:15' }, 'Due')
      for (const { name, text } of units) writeFileSync(join(folder, name), text)
      const paths = units.map(({ name }) => join(folder, name))
      const env = { ...process.env, XDG_RUNTIME_DIR: folder, HOME: folder }
      const { status, stderr } = spawnSync(ANALYZE ?? '', ['--user', 'verify', ...paths], {
        env,
        encoding: 'utf8',
      })
      expect(stderr.split('\n').filter((line) => line.includes('tactful'))).toEqual([])
      expect(status).toBe(0)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
