import { expect, it } from 'vitest'
import { withoutPrivate } from '../../../src/core/sharing/private-matters.ts'
import { shipped } from '../../support/wording.ts'

const bare = withoutPrivate({ packs: [shipped().pack], names: [], keep: [] })

it.each(['You are on s\u200bick leave.', 'You are on sick\u2060 le\u00adave.', 'You are on **sick** leave.'])(
  'a private matter is left out of %j, whatever nobody sees in it',
  (text) => {
    expect(bare(`The log was whole. ${text} Then 48213 waited.`)).toEqual({
      text: 'The log was whole. (something private, left out) Then 48213 waited.',
      count: 1,
    })
  },
)
