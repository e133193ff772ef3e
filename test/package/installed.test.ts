import {
  chownSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installed, type Packed, pack, ROOT, ran } from './packed.ts'

// `npm run test:nodes` names others.
const nodes = process.env.TACTFUL_NODES?.split(delimiter) ?? [process.execPath]
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
const SAMPLE = 'lib/node_modules/tactful/templates/samples/constructive-feedback.yaml'

const NOBODY = 65_534

/** Every file below a folder with its size. */
function listing(folder: string): readonly string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return all.map((path) => `${path} ${lstatSync(join(folder, path)).size}`).sort()
}

/** Whether a user without rights can run this Node and look into this folder. */
function reaches(node: string, folder: string): boolean {
  try {
    const can = ran(node, ['-p', 'fs.readdirSync(process.argv[1]).length', folder], {
      user: NOBODY,
      cwd: '/',
    })
    return can.code === 0
  } catch {
    return false
  }
}

let packed: Packed
beforeAll(() => {
  packed = pack()
})
afterAll(() => packed?.remove())

describe.each(nodes.map((node, at) => [ran(node, ['--version'], {}).out.trim(), node, `${at}`] as const))(
  'the package, installed globally on Node %s',
  (_version, node, name) => {
    let tactful: (args: readonly string[], input?: string) => ReturnType<typeof ran>
    let work: string
    let prefix: string
    let path: string

    beforeAll(() => {
      ;({ prefix, path } = installed(packed, node, name))
      work = packed.folder(join(name, 'wörk here'))
      const home = packed.folder(join(name, 'home'))
      const env = {
        PATH: path,
        HOME: home,
        TACTFUL_NOTEBOOK: join(work, 'nötes'),
        TACTFUL_NOW: '2026-11-21T10:00:00Z',
      }
      tactful = (args, input) =>
        ran(join(prefix, 'bin/tactful'), args, { env, cwd: work, ...(input === undefined ? {} : { input }) })
    })

    /** What it printed, having ended as it should and warned of nothing. */
    function said(args: readonly string[], code = 0, input?: string): { out: string; err: string } {
      const ended = tactful(args, input)
      expect(ended.err, args.join(' ')).not.toMatch(/warning|deprecat|^\s+at |node:/im)
      expect(ended.code, `${args.join(' ')}: ${ended.err}`).toBe(code)
      return ended
    }

    it('tells its version and its commands', () => {
      expect(said(['--version'])).toMatchObject({ out: `${version}\n`, err: '' })
      expect(said(['--help']).out).toContain('prep')
    })

    it('prepares a session from answers, finds it, and exports it in every format', () => {
      const saved = JSON.parse(said(['prep', '--answers', join(prefix, SAMPLE), '--json']).out) as {
        id: string
        path: string
      }
      expect(readFileSync(join(work, 'nötes', saved.path), 'utf8')).toContain('# Feedback for Ines Carvalho')
      expect(said(['show', saved.id]).out).toContain('Feedback for Ines Carvalho')
      expect(said(['search', 'Ines']).out).toContain(saved.id.slice(-6).toLowerCase())
      const begin = { md: '# ', html: '<!', docx: 'PK', csv: '', json: '{', ics: 'BEGIN:VCALENDAR' }
      for (const [format, start] of Object.entries(begin)) {
        const file = join(work, `copy.${format}`)
        said(['export', saved.id, '--for', 'person', '--format', format, '--to', file, '--yes'])
        expect(readFileSync(file, 'utf8').slice(0, start.length), format).toBe(start)
      }
    })

    it('checks wording, with the rules and with the model', () => {
      const { out } = said(['check', '-', '--json'], 1, 'Sam is lazy.\nThe update went out at 11:20.\n')
      const { findings } = JSON.parse(out) as { findings: { line: number; category: string }[] }
      expect(findings).toMatchObject([{ line: 1, category: 'label' }])
    })

    it('reads a date phrase, keeps a setting, imports a table, and reckons check-ins across zones', () => {
      said([
        'people',
        'add',
        'Sam Rivera',
        '--cadence',
        'every 2 weeks on Tue 14:00',
        '--zone',
        'Europe/Lisbon',
      ])
      said([
        'jot',
        '+ the handover had the goal in it',
        '--about',
        'sam',
        '--date',
        'the day before yesterday',
      ])
      expect(said(['list', '--kind', 'evidence', '--person', 'sam']).out).toContain('2026-11-19')
      said(['config', 'set', 'name', 'Priya Raman'])
      expect(said(['config', 'get', 'name']).out).toBe('Priya Raman\n')
      const rows = 'agent,date,comment\nSam Rivera,2026-11-18,answered within the hour\n'
      writeFileSync(join(work, 'rows.csv'), rows)
      said(['import', 'rows.csv', '--yes'])
      expect(said(['timeline', 'sam']).out).toContain('answered within the hour')
      expect(said(['checkin', 'calendar']).out).toContain('DTSTART:20261124T140000Z')
    })

    it('practises a talk, shows what leads learn, and finds nothing wrong with the notebook', () => {
      said(['rehearse', 'silent', '--plain'], 0, 'What did you see on Tuesday?\n:quit\n')
      said(['trends', '--format', 'html', '--to', join(work, 'trends.html')])
      expect(said(['doctor']).err).toContain('Nothing to do')
      said(['template', 'new', 'ours', '--from', 'constructive-feedback'])
      expect(existsSync(join(work, 'nötes/templates/ours.yaml'))).toBe(true)
      said(['template', 'check'])
    })

    it('has its page for man where man looks', () => {
      const page = readFileSync(join(prefix, 'share/man/man1/tactful.1'), 'utf8')
      expect(page).toContain('.TH TACTFUL 1')
    })

    it('runs through a link to a link, from a folder that is gone, and without a home', () => {
      const far = join(work, 'far away')
      symlinkSync(join(prefix, 'bin/tactful'), `${far}-1`)
      symlinkSync(`${far}-1`, far)
      const bare = {
        ...{ PATH: path, LANG: 'C', LC_ALL: 'C', TERM: 'dumb', TACTFUL_NOTEBOOK: join(work, 'nötes') },
        // Where there is no HOME the system knows one; what a test makes must not end up there.
        ...Object.fromEntries(['STATE', 'CACHE', 'DATA', 'CONFIG'].map((what) => [`XDG_${what}_HOME`, work])),
      }
      expect(ran(far, ['list'], { env: bare, cwd: work })).toMatchObject({ code: 0, err: '' })
      const gone = 'mkdir gone && cd gone && rmdir "$PWD" && exec "$0" list'
      const lost = ran('sh', ['-c', gone, far], { env: bare, cwd: work })
      expect(lost).toMatchObject({ code: 2, out: '' })
      expect(lost.err).toMatch(/^The folder you are in is no longer there\.\nGo to another one/)
    })

    it('changes nothing where it is installed, and needs no right to', () => {
      const before = listing(prefix)
      ran('chmod', ['-R', 'a-w', prefix], {})
      // The root user may write everywhere, so it steps down where another user gets at Node and at this folder.
      const user = process.getuid?.() === 0 && reaches(node, prefix) ? { user: NOBODY } : {}
      const home = packed.folder(join(name, 'reader'))
      if ('user' in user) chownSync(home, NOBODY, NOBODY)
      const given = { env: { PATH: path, HOME: home }, cwd: home, ...user }
      const at = join(prefix, 'bin/tactful')
      expect(ran(at, ['prep', '--answers', join(prefix, SAMPLE)], given)).toMatchObject({ code: 0 })
      expect(ran(at, ['check', '-'], { ...given, input: 'The update went out at 11:20.' }).code).toBe(0)
      ran('chmod', ['-R', 'u+w', prefix], {})
      expect(listing(prefix)).toEqual(before)
    })
  },
)
