import { describe, expect, test } from 'vitest'
import { check, createChecker } from '../../src/core/wording/check.ts'
import { shipped } from '../support/wording.ts'

const { pack, examples } = shipped()
const whole = createChecker([pack])

const modelled = new Set(pack.rules.filter((rule) => rule.model === true).map((rule) => rule.id))

describe.each(examples.filter(({ id }) => !modelled.has(id)))('rule $id', ({ id, finds, leaves }) => {
  test('has at least four examples of each kind', () => {
    expect(finds.length).toBeGreaterThanOrEqual(4)
    expect(leaves.length).toBeGreaterThanOrEqual(4)
  })
  test.each(finds)('finds: %s', (text) => {
    expect(check(text, [pack], { rules: [id] }).map((one) => one.rule)).toContain(id)
  })
  test.each(leaves)('leaves alone: %s', (text) => {
    expect(whole(text).filter((one) => one.severity === 'warning')).toEqual([])
  })
})

describe('what rules say', () => {
  test('every category of finding has a rule', () => {
    expect(new Set(pack.rules.map((rule) => rule.category)).size).toBe(16)
  })
  test.each(pack.rules.map((rule) => [rule.id, rule] as const))(
    '%s: nothing it says or suggests is itself flagged',
    (_id, rule) => {
      const filled = rule.try.map((one) =>
        one
          .replace('{date}', '14 October')
          .replace('{ticket}', '48213')
          .replace('{name}', 'Sam')
          .replace('{time}', '16:00'),
      )
      for (const text of [rule.why, ...filled])
        expect(whole(text).filter((one) => one.severity === 'warning')).toEqual([])
    },
  )
  test.each(pack.rules.map((rule) => [rule.id, rule] as const))(
    '%s: suggestions are whole sentences',
    (_id, rule) => {
      expect(rule.try.length).toBeGreaterThan(0)
      for (const line of rule.try) expect(line).toMatch(/^[A-Z][^!]*[.?]$/)
      expect(rule.try.some((line) => !line.includes('{'))).toBe(true)
    },
  )
})
