import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installed } from '../support/programs.ts'
import { BIN, type Desk, newDesk } from './desk.ts'

/** A fenced block of the page: the commands, what it says they print, and how it says they end. */
interface Recipe {
  readonly title: string
  readonly script: string
  readonly prints?: string
  readonly code: number
}

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

const PAGE = readFileSync(resolve(import.meta.dirname, '../../docs/scripting.md'), 'utf8')
const NOW = '2026-11-20T08:30:00Z'

/** Every recipe of the page in order; one that does not tell how it ends is a mistake in the page. */
function recipesIn(page: string): readonly Recipe[] {
  const fence = /^```bash\n([\s\S]*?)^```\n(?:```text\n([\s\S]*?)^```\n)?\n(?:Exit code: (\d+))?/gm
  return [...page.matchAll(fence)].map((found) => {
    const [, script = '', prints, code] = found
    const title = /^## (.*)$/gm
    const before = [...page.slice(0, found.index).matchAll(title)].at(-1)?.[1] ?? ''
    if (code === undefined) throw new Error(`"${before}" does not tell its exit code`)
    return { title: before, script, code: Number(code), ...(prints === undefined ? {} : { prints }) }
  })
}

/** Programs that a mentor's computer has and a test must not use: they only remember. */
const OTHERS: Readonly<Record<string, string>> = {
  tactful: `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`,
  mail: '#!/bin/sh\n{ printf "%s\\n" "$@"; cat; } > "$HOME/mailed"\n',
  crontab:
    '#!/bin/sh\ncase $1 in -l) cat "$HOME/crontab" ;; -) cat > "$HOME/new" && mv "$HOME/new" "$HOME/crontab" ;; esac\n',
}

let first: Desk
const desks: Desk[] = []

async function saved(args: readonly string[], now: string, input = ''): Promise<void> {
  const { code, err } = await first.run(args, { input, env: { TACTFUL_NOW: now } })
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${err}`)
}

beforeAll(async () => {
  first = newDesk()
  desks.push(first)
  const sam = ['Sam Rivera', '--cadence', 'every 2 weeks on Tue 14:00', '--zone', 'Europe/Lisbon']
  await saved(['people', 'add', ...sam], '2026-10-20T09:00:00Z')
  await saved(['people', 'add', 'Wei-Ling Tan', '--cadence', 'weekly on Thu 09:30'], '2026-10-20T09:00:00Z')
  const held = `recognition: [{ text: "The handover on 48402 had the goal and the logs in it." }]
agreements: [{ text: "tries the short update on two cases", by: "2026-12-04" }]
support: [{ text: "I sit in on two calls", by: "2026-11-27" }]
`
  await saved(['checkin', 'run', 'sam', '--answers', '-'], '2026-11-03T15:00:00Z', held)
  const goal = 'Each waiting customer hears from me once a day (now 5 of 12, goal 12 of 12), by 18 December'
  await saved(['goal', 'add', 'sam', goal, '--agreed', '--yes', '--no-input'], '2026-11-03T15:10:00Z')
  await saved(
    ['checkin', 'run', 'wei', '--set', 'recognition.1.text=The two calls on Monday ended with a next step.'],
    '2026-11-19T10:00:00Z',
  )
  await saved(
    [
      'jot',
      '+ 48409: told the customer that there was no news yet',
      '--about',
      'sam',
      '--date',
      '2026-11-16',
      '--assumption',
      'perhaps the new checklist',
    ],
    NOW,
  )
}, 60_000)

afterAll(() => {
  for (const one of desks) one.remove()
})

/** The same computer again, with the programs a recipe names. */
function computer(): {
  readonly home: string
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  readonly notebook: string
} {
  const at = newDesk()
  desks.push(at)
  const home = at.env.HOME ?? ''
  const tools = join(dirname(home), 'tools')
  mkdirSync(home, { recursive: true })
  mkdirSync(tools)
  for (const [name, text] of Object.entries(OTHERS)) {
    writeFileSync(join(tools, name), text)
    chmodSync(join(tools, name), 0o755)
  }
  cpSync(first.notebook, at.notebook, { recursive: true })
  writeFileSync(join(home, '.gitconfig'), '[user]\n\tname = Ana\n\temail = ana@example.org\n')
  const env = {
    ...at.env,
    ...{ TACTFUL_NOW: NOW, LOGNAME: 'ana', PATH: `${tools}:${at.env.PATH}`, GIT_CONFIG_NOSYSTEM: '1' },
  }
  return { home, folder: at.folder, env, notebook: at.notebook }
}

function bash(script: string, { folder, env }: Pick<ReturnType<typeof computer>, 'folder' | 'env'>): Ended {
  return shell('bash', ['-c', script], folder, env)
}

function shell(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Ended {
  try {
    const out = execFileSync(program, [...args], { cwd, env, encoding: 'utf8', input: '', stdio: 'pipe' })
    return { code: 0, out, err: '' }
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
    return { code: status, out: stdout, err: stderr }
  }
}

/** Ids of notes differ from run to run. */
function withoutIds(text: string): string {
  return text.replace(/^( {0,2})[0-9a-hjkmnp-tv-z]{6}(?= {2})/gm, '$1q47k3v')
}

const recipes = recipesIn(PAGE)
function recipe(part: string): Recipe {
  const found = recipes.find(({ script }) => script.includes(part))
  if (found === undefined) throw new Error(`no recipe has ${part}`)
  return found
}

describe('the recipes of docs/scripting.md', () => {
  it.each(recipes.map((one, index) => [`${index + 1} ${one.title}`, one] as const))(
    '%s: runs as printed, and ends as told',
    (_title, { script, prints, code }) => {
      const ended = bash(script, computer())
      expect(ended.err, ended.out).not.toMatch(/Error|not found| {4}at /)
      expect(ended.code, ended.err).toBe(code)
      if (prints !== undefined) expect(withoutIds(ended.out)).toBe(withoutIds(prints))
    },
    20_000,
  )

  it('are all there', () => {
    expect(recipes.length).toBe([...PAGE.matchAll(/^```bash$/gm)].length)
    expect(recipes.length).toBeGreaterThanOrEqual(12)
  })

  it.each(['dash', 'zsh'].filter((name) => installed(name) !== undefined))(
    'are words that %s understands too, all but the prompt',
    (program) => {
      const { folder, env } = computer()
      const others = recipes.filter(({ script }) => !script.includes('PS1'))
      for (const { title, script } of others) {
        expect(shell(program, ['-n', '-c', script], folder, env), title).toEqual({
          code: 0,
          out: '',
          err: '',
        })
      }
    },
  )

  it.skipIf(installed('zsh') === undefined)('say in a prompt of zsh what is due', () => {
    const [begin = ''] = recipe('PS1').script.split("printf '%s\\n'")
    const { folder, env } = computer()
    const script = `setopt prompt_subst\n${begin}print -P "$PS1"`
    expect(shell('zsh', ['-f', '-c', script], folder, env)).toEqual({ code: 0, out: '[1 due] > \n', err: '' })
  })

  it('add a line to the crontab that cron can run, with nothing of the environment', () => {
    const at = computer()
    writeFileSync(join(at.home, 'crontab'), '0 5 * * * true\n')
    expect(bash(recipe('| crontab -').script, at).code).toBe(0)
    const [own, line = ''] = readFileSync(join(at.home, 'crontab'), 'utf8').split('\n')
    expect(own).toBe('0 5 * * * true')
    expect(line).toMatch(/^30 8 \* \* 1-5 /)
    const command = line.split(' ').slice(5).join(' ').replaceAll('\\%', '%')
    const env = { HOME: at.home, PATH: '/usr/bin:/bin', TACTFUL_NOW: NOW }
    const due = shell('/bin/sh', ['-c', command], at.home, env)
    expect(due.code).toBe(1)
    expect(due.out).toContain('Sam Rivera')
    const quiet = shell('/bin/sh', ['-c', command], at.home, { ...env, TACTFUL_NOW: '2026-11-05T08:30:00Z' })
    expect(quiet).toEqual({ code: 0, out: '', err: '' })
  })

  it('mail what is due, and nothing on other days', () => {
    const at = computer()
    const script = recipe('mail -s').script
    bash(script, at)
    expect(readFileSync(join(at.home, 'mailed'), 'utf8')).toMatch(/^-s\nCheck-ins\nana\nSam Rivera/)
    const other = computer()
    expect(bash(script, { ...other, env: { ...other.env, TACTFUL_NOW: '2026-11-05T08:30:00Z' } }).code).toBe(
      0,
    )
    expect(existsSync(join(other.home, 'mailed'))).toBe(false)
    const broken = { ...other.env, TACTFUL_NOTEBOOK: join(other.home, 'nowhere') }
    expect(bash(script, { ...other, env: broken }).code).toBe(1)
  })

  it('write nothing beforehand where no check-in is near', () => {
    const at = computer()
    const env = { ...at.env, TACTFUL_NOW: '2026-11-05T08:30:00Z' }
    expect(bash(recipe('mkdir -p prompts').script, { ...at, env })).toEqual({ code: 0, out: '', err: '' })
    expect(readdirSync(join(at.folder, 'prompts'))).toEqual([])
  })

  it('make a message that is JSON, with what both know', () => {
    const at = computer()
    bash(recipe('payload.json').script, at)
    const { text } = JSON.parse(readFileSync(join(at.folder, 'payload.json'), 'utf8')) as { text: string }
    expect(text).toContain('*What I said I would do*')
    expect(text).toContain('I sit in on two calls')
    expect(text).not.toContain('checklist')
  })

  it('keep private parts out of git, also where they are added by force', () => {
    const at = computer()
    bash(recipe('pre-commit').script, at)
    const git = (...args: readonly string[]) => shell('git', args, at.notebook, at.env)
    expect(git('ls-files').out).toContain('people/sam-rivera.yaml')
    expect(existsSync(join(at.notebook, 'private'))).toBe(true)
    git('add', '--force', 'private')
    const refused = git('commit', '--message', 'all of it')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('Something in private/ was about to be committed.')
  })

  it('leave the notebook clean after each command that saves', () => {
    const at = computer()
    expect(bash(recipe('command tactful').script, at).code).toBe(0)
    const git = (...args: readonly string[]) => shell('git', args, at.notebook, at.env)
    expect(git('status', '--porcelain').out).toBe('')
    expect(git('show', '--stat', '--format=%s').out).toMatch(/^tactful jot\n[\s\S]*-evidence-/)
  })

  it('commit no conflict, and nothing after a command that only reads', () => {
    const at = computer()
    const { script } = recipe('command tactful')
    bash(script, at)
    const git = (...args: readonly string[]) => shell('git', args, at.notebook, at.env)
    const [wrapper = ''] = script.split('git init')
    const path = join(at.notebook, 'people/sam-rivera.yaml')
    const text = readFileSync(path, 'utf8')
    const edited = (zone: string) => writeFileSync(path, text.replace('Europe/Lisbon', zone))
    edited('Europe/Rome')
    const log = () => git('log', '--format=%s').out
    const before = log()
    bash(`${wrapper}tactful list > own.txt`, at)
    expect(log()).toBe(before)
    git('commit', '--all', '--quiet', '--message', 'by hand')
    git('checkout', '--quiet', '-b', 'other', 'HEAD~1')
    edited('Europe/Madrid')
    git('commit', '--all', '--quiet', '--message', 'elsewhere')
    expect(git('merge', '--quiet', '-').code).toBe(1)
    const merging = log()
    bash(`${wrapper}tactful jot '+ asked first' --about wei --quiet`, at)
    expect(log()).toBe(merging)
    expect(git('show', 'HEAD:people/sam-rivera.yaml').out).not.toContain('<<<<')
  })

  it('tell a host that reads annotations where the wording stands', () => {
    expect(bash(recipe('--format github').script, computer()).out).toMatch(
      /^::warning file=review\.md,line=1,col=9,/,
    )
  })

  it('hold the shell prompt empty where nothing is due', () => {
    const at = computer()
    const env = { ...at.env, TACTFUL_NOW: '2026-11-05T08:30:00Z' }
    expect(bash(recipe('PS1').script, { ...at, env }).out).toBe('> \n')
  })
})
