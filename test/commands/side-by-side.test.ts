import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as exportCopy from '../../src/commands/export.ts'
import * as prep from '../../src/commands/prep.ts'
import { desk } from '../support/context.ts'

const ANSWERS: Readonly<Record<string, string>> = {
  'case-review': `points:
  - { evidence: [1], behaviour: moving on in time, side: growth, impact: Tier 2 began late., ask: What did you know at three? }
`,
  'coaching-plan': `themes:
  - { evidence: [1], behaviour: moving on in time, side: growth }
`,
}

test.each(Object.keys(ANSWERS))(
  'in %s their words and what was seen of the same case stand together',
  async (template) => {
    const at = desk()
    await at.put('tactful.yaml', 'format: 1\n')
    await at.put('people/mina-okafor.yaml', 'name: Mina Okafor\n')
    const yaml = `person: mina
view: typed
view_text: |
  62200: I tried everything I knew.
  The rest of the week went well.
evidence:
  - "- 13 Nov 62200: The case moved on at 16:50"
  - "+ 14 Nov 62311: Each hour the customer got a call"
${ANSWERS[template]}`
    writeFileSync(join(at.folder, 'mina.yaml'), yaml)
    await at.run(prep, [], { template, answers: 'mina.yaml' }, { input: false })
    const found = Object.entries(at.tree()).find(
      ([path]) => path.startsWith('notes/') && path.includes('-session-'),
    )
    const [path = '', note = ''] = found ?? []
    expect(note).toContain(
      'Side by side:\n\n- Mina: 62200: I tried everything I knew.\n  - Seen from outside: The case moved on at 16:50 [E1]\n',
    )
    expect(note).not.toContain('Mina: The rest of the week')
    expect(note).not.toContain('Also seen')
    const { out } = await at.run(
      exportCopy,
      [/-(\w{6})\.md$/.exec(path)?.[1] ?? ''],
      { for: 'person' },
      { yes: true },
    )
    expect(out).toContain('- You: 62200: I tried everything I knew.\n  - Seen from outside')
    expect(out).toMatch(/^## Your own (?:view|account)$/m)
  },
)
