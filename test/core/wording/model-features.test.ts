import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hash32, letterFeatures } from '../../../src/core/wording/model-features.ts'

it('hashes every group of three, four and five letters as if it were cut out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (form) => {
      const edged = ` ${form} `
      const cut = [3, 4, 5].flatMap((size) =>
        Array.from({ length: Math.max(0, edged.length - size + 1) }, (_, i) =>
          hash32(`c${edged.slice(i, i + size)}`),
        ),
      )
      expect(letterFeatures(form)).toEqual(form.startsWith('<') ? [] : cut)
    }),
  )
})
