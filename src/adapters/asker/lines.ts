import { StringDecoder } from 'node:string_decoder'
import type { Input } from './streams.ts'

/** Lines of an input, read only as they are asked for; the last one needs no line break. */
export function linesOf(input: Input): {
  next(): Promise<string | undefined>
  /** Whether another line comes within so many milliseconds. */
  soon(ms: number): Promise<boolean>
  close(): void
} {
  const decoder = new StringDecoder('utf8')
  const ready: string[] = []
  let rest = ''
  let ended = false
  let waiting: ((line: string | undefined) => void) | undefined
  const deliver = (): void => {
    if (waiting === undefined || (ready.length === 0 && !ended)) return
    const give = waiting
    waiting = undefined
    input.pause()
    give(ready.shift())
  }
  const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
  const onData = (chunk: Buffer | string): void => {
    const pieces = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n')
    rest = pieces.pop() ?? ''
    ready.push(...pieces.map((line) => line.replace(/\r$/, '')))
    deliver()
  }
  const onEnd = (): void => {
    if (ended) return
    ended = true
    if (rest !== '') ready.push(rest)
    deliver()
  }
  let begun = false
  const begin = (): void => {
    begun = true
    input.on('data', onData)
    for (const event of ['end', 'close', 'error']) input.on(event, onEnd)
  }
  return {
    next: () =>
      new Promise((resolve) => {
        if (!begun) begin()
        waiting = resolve
        if (ready.length === 0 && !ended) input.resume()
        deliver()
      }),
    async soon(ms) {
      if (ready.length === 0 && begun && !ended) {
        input.resume()
        await pause(ms)
        input.pause()
      }
      return ready.length > 0
    },
    close() {
      if (!begun) return
      input.removeListener('data', onData)
      input.pause()
    },
  }
}
