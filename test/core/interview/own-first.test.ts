import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as prep from '../../../src/commands/prep.ts'
import { problemText } from '../../../src/views/problem.ts'
import { desk, problemOf } from '../../support/context.ts'
import { fill } from '../../support/sample.ts'

const answersWith = (inbox: string, one: string, two: string) => `view: without
view_reason: They asked for the talk today.
inbox: ${inbox}
evidence:
  - { id: late, text: An update was promised for noon, side: growth, date: 2026-11-18, ticket: "61402" }
  - "+ 2026-11-17 61377: The handover had the steps"
points:
  - { evidence: [${one}], behaviour: handover-complete, impact: Tier 2 could start. }
  - { evidence: [${two}], behaviour: updates-waiting, impact: They wrote twice., ask: What came in between? }
goals:
  - { text: Each waiting customer hears from me once a working day, by: 2026-12-18 }
`

async function prepared(text: string): Promise<string> {
  const at = desk()
  await fill(at)
  writeFileSync(join(at.folder, 'answers.yaml'), text)
  const run = at.run(prep, ['sam'], { answers: 'answers.yaml', dryRun: true }, { quiet: true })
  try {
    return (await run).out
  } catch {
    return problemText(await problemOf(run))
  }
}

describe('evidence in an answers file', () => {
  it.each([
    ['all', '2', '1'],
    ['[e1e1e1]', '2', '1'],
    ['[]', '2', '1'],
    ['all', '61377', 'late'],
    ['all', '"#61377"', '"61402"'],
    ['[]', 'E2', 'E1'],
  ])('is named as the file has it, whatever is picked: inbox %s, %s and %s', async (inbox, one, two) => {
    const note = await prepared(answersWith(inbox, one, two))
    expect(note).toMatch(/\*\*Handing over.*The handover had the steps\. \[E\d\] Tier 2/)
    expect(note).toMatch(/### Updates[^#]*An update was promised for noon\. \[E\d\] They wrote/)
  })

  it('can be picked by the end of its id, and counts behind what the file holds', async () => {
    for (const name of ['e2e2e2', '3']) {
      const note = await prepared(answersWith('[e2e2e2]', '2', name))
      expect(note).toMatch(/### Updates[^#]*The update came the next day\. \[E1\] They wrote/)
    }
  })

  it('tells what there is where a name is wrong', async () => {
    const told = await prepared(answersWith('[]', '2', 'lately'))
    expect(told).toContain(
      '"lately" is not one of the choices. Choose "E1" (An update was promised for noon)',
    )
    expect(told).toContain('"E2" (The handover had the steps)')
  })
})
