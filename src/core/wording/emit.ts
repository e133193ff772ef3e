import { OP } from './pack.ts'
import { MANY, type Step } from './step.ts'

/** Appends the code of the steps to `code`; the caller ends it with `done`. */
export function emit(steps: readonly Step[], code: number[]): void {
  for (const step of steps) emitStep(step, code)
}

function emitStep(step: Step, code: number[]): void {
  switch (step.step) {
    case 'word':
      code.push(OP.word, step.id)
      return
    case 'class':
      code.push(OP.class, step.number)
      return
    case 'kind':
      code.push(OP.kind, step.kind)
      return
    case 'gap':
      code.push(OP.gap, step.most)
      return
    case 'start':
    case 'end':
    case 'open':
    case 'close':
      code.push(OP[step.step])
      return
    case 'punct':
      code.push(OP.punct, step.code)
      return
    case 'maybe':
      emitMaybe(step.inner, code)
      return
    case 'any':
      emitNested(step.inner, MANY + 1, code)
      return
    case 'many':
      emit(step.inner, code)
      emitNested(step.inner, MANY, code)
      return
    case 'not': {
      code.push(OP.not, 0)
      const hole = code.length - 1
      emit(step.inner, code)
      code.push(OP.done)
      code[hole] = code.length
      return
    }
    case 'either':
      emitWays(step.ways, code)
  }
}

function emitMaybe(inner: readonly Step[], code: number[]): void {
  emitNested(inner, 1, code)
}

/** At most `most` times, one inside the other, so that the first that does not fit ends it. */
function emitNested(inner: readonly Step[], most: number, code: number[]): void {
  const holes: number[] = []
  for (let i = 0; i < most; i++) {
    code.push(OP.split, 0, 0)
    code[code.length - 2] = code.length
    holes.push(code.length - 1)
    emit(inner, code)
  }
  for (const hole of holes) code[hole] = code.length
}

function emitWays(ways: readonly (readonly Step[])[], code: number[]): void {
  code.push(OP.either, ways.length)
  const table = code.length
  for (const _ of ways) code.push(0)
  const jumps: number[] = []
  ways.forEach((way, i) => {
    code[table + i] = code.length
    emit(way, code)
    if (i === ways.length - 1) return
    code.push(OP.jump, 0)
    jumps.push(code.length - 1)
  })
  for (const jump of jumps) code[jump] = code.length
}
