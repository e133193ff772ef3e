import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

const ELSEWHERE_MS = 60_000
// A process that nobody has asked after yet still has its number.
const ENDED = 'ended'

/** Who made a lock or an unfinished save: enough to tell whether that process still runs. */
export interface Owner {
  readonly pid: number
  /** When the process started, where the system tells; two processes never share pid and start. */
  readonly start: string
  readonly host: string
  /** Milliseconds since 1970 when this was written. */
  readonly at: number
  /** Different for every lock and every save. */
  readonly token: string
}

/** This process, with a fresh token. */
export function self(): Owner {
  const token = randomBytes(8).toString('hex')
  return { pid: process.pid, start: startOf(process.pid) ?? '', host: hostname(), at: now(), token }
}

/**
 * True unless the owner is known to run no more. An owner on another machine (or on this one, before it got another
 * name) counts as alive for a minute: nothing of ours takes that long.
 */
export function isAlive(owner: Owner): boolean {
  if (owner.host !== hostname()) return Math.abs(now() - owner.at) < ELSEWHERE_MS
  if (!isRunning(owner.pid)) return false
  const start = startOf(owner.pid)
  return start === undefined || owner.start === '' || start === owner.start
}

/** True when a process with this number runs, whoever it belongs to. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return startOf(pid) !== ENDED
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/** Reads an owner back from JSON; undefined when it is none (a file that a power cut left empty). */
export function readOwner(text: string): Owner | undefined {
  const value = parse(text)
  if (typeof value !== 'object' || value === null) return undefined
  const { pid, start, host, at, token } = value as Partial<Owner>
  const whole = Number.isInteger(pid) && typeof at === 'number' && [start, host, token].every(isText)
  return whole ? (value as Owner) : undefined
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function now(): number {
  return performance.timeOrigin + performance.now()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// Ticks since boot, with the boot they count from.
function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return ENDED
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}/${fields[19]}`
  } catch {
    return undefined
  }
}
