import { describe, expect, it } from 'vitest'
import { plainIndex } from '../../../../src/core/notebook/index/plain.ts'
import { snippetFor, snippetOf } from '../../../../src/core/notebook/index/snippet.ts'
import { stemOf } from '../../../../src/core/notebook/index/vocabulary.ts'
import { foldWords, readable } from '../../../../src/core/notebook/index/words.ts'
import { type Desk, desk } from '../../../support/context.ts'
import { fill, IDS } from '../../../support/sample.ts'

async function found(at: Desk, words: string, more = {}) {
  const result = await (await plainIndex(at.files())).search({ words, ...more })
  return { ...result, ids: result.hits.map(({ head }) => head.id) }
}

describe('search', () => {
  it.each([
    ['handover', [IDS.evidence, IDS.session]],
    ['HANDOVERS', [IDS.evidence, IDS.session]],
    ['greeted', [IDS.goalMet, IDS.earlier]],
    ['"late-shift contact"', [IDS.session]],
    ['"contact late-shift"', []],
    ['handover came', [IDS.evidence, IDS.session]],
    ['handover shared', []],
    ['48402', [IDS.evidence]],
    ['48403', []],
    ['484', [IDS.evidence]],
    ['', []],
    ['...', []],
  ])('finds %s', async (words, ids) => {
    const at = desk()
    await fill(at)
    expect((await found(at, words)).ids.toSorted()).toEqual([...ids].sort())
  })

  it('puts a title before a mention', async () => {
    const at = desk()
    await fill(at)
    expect((await found(at, 'greet')).ids).toEqual([IDS.goalMet, IDS.earlier])
  })

  it('takes the nearest word for one that is nowhere, and says so; never for a number', async () => {
    const at = desk()
    await fill(at)
    expect(await found(at, 'handovr')).toMatchObject({
      ids: expect.arrayContaining([IDS.session]),
      corrected: [{ typed: 'handovr', read: 'handover' }],
    })
    expect(await found(at, 'zebra')).toMatchObject({ ids: [], unknown: ['zebra'], corrected: [] })
    expect(await found(at, '48404')).toMatchObject({ ids: [], unknown: ['48404'] })
  })

  it('finds in private parts unless only what is shared is asked for', async () => {
    const at = desk()
    await fill(at)
    const own = await found(at, 'checklist')
    expect(own.hits).toMatchObject([{ head: { id: IDS.evidence }, private: true }])
    expect((await found(at, 'checklist', { shared: true })).hits).toEqual([])
    const [hit] = own.hits
    if (hit === undefined) throw new Error('no hit')
    const { text, marks } = await snippetFor(at.files(), hit, own.terms)
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['checklist'])
  })

  it('looks only among the notes asked for', async () => {
    const at = desk()
    await fill(at)
    const among = (head: { person: string }): boolean => head.person === 'wei-ling-tan'
    expect((await found(at, 'feedback', { among })).ids).toEqual([IDS.other])
  })
})

describe('folded words', () => {
  it.each([
    ["Zoë didn't reply — “still on it”", 'zoe didnt reply still on it'],
    ['ticket 48213: 16:00', 'ticket 48213 16 00'],
    ['ŁÓDŹ ﬁle', 'łodz file'],
    ['返信 が遅い', '返 信 か 遅 い'],
    ['Привет, Ёж', 'привет еж'],
  ])('of %s', (text, words) => {
    expect(foldWords(text).map(readable).join(' ')).toBe(words)
  })
})

describe('a stem', () => {
  it.each([
    ['promise promises promised promising'],
    ['reply replies replied replying'],
    ['stop stops stopped stopping'],
    ['escalate escalates escalated escalation escalating'],
    ['communicate communication'],
    ['update updates updated updating'],
  ])('is one for %s', (forms) => {
    expect(new Set(forms.split(' ').map(stemOf)).size).toBe(1)
  })

  it.each([['bus busy'], ['thing think'], ['less lesson'], ['need needle']])('differs for %s', (forms) => {
    expect(new Set(forms.split(' ').map(stemOf)).size).toBe(2)
  })
})

describe('a snippet', () => {
  const term = (...words: string[]) => ({ words: new Set(words), texts: 1 })

  it('shows the stretch with most of what was looked for, marked', () => {
    const filler = 'Nothing of note was said here for a while. '.repeat(20)
    const source = `---\ntactful: 1\ntitle: promised\n---\n\n# promised\n\n${filler}## Part\n\n- You Promised an update by 16:00. ${filler}`
    const { text, marks } = snippetOf(source, [term('promise', 'promised'), term('update')])
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['Promised', 'update'])
    expect(text).toMatch(/^… .*You Promised an update by 16:00\..* …$/)
    expect(text.length).toBeLessThan(190)
  })

  it('marks a phrase as one', () => {
    const { text, marks } = snippetOf('It is still on it, and on it goes.', [
      { ...term('on', 'it'), phrase: ['on', 'it'] },
    ])
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['on it', 'on it'])
  })

  it('shows the beginning where only the title has the word', () => {
    expect(snippetOf('# Title\n\nFirst words', [term('title')])).toEqual({ text: 'First words', marks: [] })
  })
})
