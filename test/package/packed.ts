import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The repository, built before the tests run. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** The package as `npm pack` makes it, and everything below it that a test wants for itself. */
export interface Packed {
  readonly tarball: string
  readonly bytes: number
  /** Paths inside the package. */
  readonly files: readonly string[]
  /** A new empty folder; the names of all of them hold a space and a letter outside ASCII. */
  folder(name: string): string
  remove(): void
}

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface Given {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly input?: string
  /** Runs as this user and group. */
  readonly user?: number
}

/** Runs a program in an environment that holds nothing but what is given. */
export function ran(
  program: string,
  args: readonly string[],
  { env = {}, cwd, input = '', user }: Given,
): Ended {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    env: { PATH: process.env.PATH, ...env },
    input,
    encoding: 'utf8',
    ...(cwd === undefined ? {} : { cwd }),
    ...(user === undefined ? {} : { uid: user, gid: user }),
  })
  if (error !== undefined) throw error
  return { code: status, out: stdout, err: stderr }
}

/** Packs what is built, without building it again. */
export function pack(): Packed {
  if (!existsSync(join(ROOT, 'dist/main.js'))) throw new Error('Build it first: npm run build')
  const base = mkdtempSync(join(tmpdir(), 'tactful-päck age-'))
  // Another user installs nothing here, but may run what is installed.
  chmodSync(base, 0o755)
  const folder = (name: string): string => {
    const made = join(base, name)
    mkdirSync(made, { recursive: true, mode: 0o755 })
    return made
  }
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', base]
  const { code, out, err } = ran('npm', args, { cwd: ROOT, env: offline(base) })
  if (code !== 0) throw new Error(`npm pack ended with ${code}: ${err}`)
  const [made] = JSON.parse(out) as { filename: string; size: number; files: { path: string }[] }[]
  if (made === undefined) throw new Error(`npm pack made nothing: ${err}`)
  const tarball = join(base, made.filename)
  return {
    tarball,
    bytes: readFileSync(tarball).length,
    files: made.files.map(({ path }) => path),
    folder,
    remove: () => rmSync(base, { recursive: true, force: true }),
  }
}

/** A package manager that has nothing, knows nothing and may ask nobody. */
function offline(base: string): Readonly<Record<string, string>> {
  return {
    HOME: join(base, 'empty home'),
    npm_config_cache: join(base, 'empty cache'),
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  }
}

/** Installs it as a user would, into a prefix with nothing in it, by this Node. Returns the prefix and a PATH that finds this Node first. */
export function installed(
  { tarball, folder }: Packed,
  node: string,
  name: string,
): { prefix: string; path: string } {
  const base = folder(name)
  const tools = folder(join(name, 'node'))
  symlinkSync(node, join(tools, 'node'))
  const path = `${tools}:${process.env.PATH ?? ''}`
  const prefix = join(base, 'a prëfix')
  const args = [
    'install',
    '--global',
    '--prefix',
    prefix,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    tarball,
  ]
  const { code, out, err } = ran('npm', args, { env: { ...offline(base), PATH: path } })
  // Nothing else is installed with it, so nothing else can be out of date, be missing or have to be built.
  if (code !== 0 || !/added 1 package/.test(out) || err !== '') {
    throw new Error(`npm install ended with ${code}: ${out}${err}`)
  }
  return { prefix, path }
}
