import { describe, expect, it } from 'vitest'
import * as config from '../../../src/commands/config.ts'
import * as templates from '../../../src/commands/template.ts'
import { readTiers } from '../../../src/core/notebook/tiers.ts'
import { desk } from '../../support/context.ts'

const labels = async (source: string): Promise<readonly string[]> =>
  (await readTiers(source)).map(({ label, note }) => (note === undefined ? label : `${label}: ${note}`))

describe('the tiers of a team', () => {
  it('are the usual three where nobody named any', async () => {
    for (const source of ['', 'format: 1\n', '# tiers: [a]\n', 'tiers:\n', 'tiers: []\n', 'tiers: {}\n']) {
      expect((await readTiers(source)).map(({ value }) => value)).toEqual(['tier-1', 'tier-2', 'tier-3'])
    }
  })

  it('are names, with what each takes on where that is said', async () => {
    expect(await labels('tiers: [front desk, 2, "The network team"]\n')).toEqual([
      'front desk',
      '2',
      'The network team',
    ])
    expect(await labels('format: 1\ntiers:\n  - front desk: first answers\n  - tier 2\n')).toEqual([
      'front desk: first answers',
      'tier 2',
    ])
  })

  it('leaves out what is no name, and what is there twice', async () => {
    expect(await labels('tiers: [a, A, "!", [b], null, {c: 1}]\n')).toEqual(['a', 'c'])
  })
})

it('config and the answers skeleton show them as the team wrote them', async () => {
  const at = desk()
  await at.put('tactful.yaml', 'format: 1\ntiers:\n  - front desk: first answers\n  - backbone\n')
  expect((await at.run(config.get, ['tiers'])).out).toBe('front desk, backbone\n')
  expect((await at.run(config)).out).toMatch(/^tiers +front desk, backbone +from tactful\.yaml:2$/m)
  await at.put(
    'templates/small.yaml',
    `id: small
version: 1
kind: session
title: Small
purpose: To try.
note: { title: For {person}, sections: [{ id: a, heading: A }] }
parts:
  - id: a
    title: A
    questions:
      - { id: person, type: person, ask: Who?, required: true }
      - { id: where, type: choice, other: true, ask: Where to?, options: { settings: tiers }, section: a }
`.replace('For {person}', '"For {person}"'),
  )
  expect((await at.run(templates.answers, ['small'])).out).toContain(
    '(one of: front-desk, backbone, or your own words)',
  )
})
