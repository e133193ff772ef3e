import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import * as copy from '../../src/commands/export.ts'
import { desk } from '../support/context.ts'
import { fill } from '../support/sample.ts'

async function read(reader: 'person' | 'mentor', mentor?: string) {
  const at = desk()
  await fill(at)
  if (mentor !== undefined) at.settings.set('name', mentor)
  const { out } = await at.run(copy, ['q47k3v'], { for: reader, format: 'ics' }, { yes: true })
  const events = new ICAL.Component(ICAL.parse(out)).getAllSubcomponents('vevent')
  return events.map((one) => new ICAL.Event(one)).map(({ summary, description }) => [summary, description])
}

it('speaks from the person’s side, and names the mentor where they set a name', async () => {
  const plain = await read('person')
  expect(plain).toContainEqual(['Talk about feedback', ''])
  expect(plain.map(([title]) => title)).toContain('Promised to me')
  expect(JSON.stringify(plain)).not.toMatch(/Sam Rivera|tactful /)
  expect(await read('person', 'Mara')).toContainEqual(['Talk with Mara', ''])
})

it('gives the mentor a command that can be pasted, whatever the name holds', async () => {
  const own = await read('mentor', 'Mara')
  expect(own).toContainEqual(['Talk with Sam Rivera', 'tactful show q47k3v'])
  expect(own.map(([, note]) => note)).toContain('tactful promise list --person "Sam Rivera"')
})
