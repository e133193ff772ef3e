import { describe, expect, it } from 'vitest'
import { anonymiser } from '../../../src/core/sharing/anonymous.ts'
import { MASKS } from './generated.ts'

const people = [
  ...[
    'Will Haddad',
    'May Novak',
    'Grace Okafor',
    'Mark Ruiz',
    'Rose Tan',
    'Hope Berg',
    'Can Demir',
    'Per Lind',
  ],
  ...['Sam Rivera', 'Noor Young', 'Drew Banks', 'Joy Page'],
].map((name) => ({ slug: name.toLowerCase().replace(/[^a-z]+/g, '-'), name, aliases: [] }))

function cleaned(text: string) {
  return anonymiser({ people, mentors: [], tickets: [], masks: MASKS }).clean(text)
}

describe('a name in small letters that is a word as well', () => {
  it.each([
    'will may join us tomorrow',
    'will said no',
    'will never asked again',
    "will's case",
    'I asked will about it',
    'ask can to look',
    'somebody spoke with may about it',
    'thanks, will.',
    'hi grace, can you look',
    'hello mark',
    'owner: will',
    'cc @rose',
    'mark asked why',
    'grace wrote twice',
    'sam and will looked at it',
    'it was handed to hope',
    'I gave will the log',
    'noor young called back',
    "can wasn't sure",
  ])('is taken out of "%s"', (text) => {
    const { text: left } = cleaned(text)
    expect(left).toMatch(/[Cc]olleague [A-Z]/)
    expect(
      left
        .replace(/colleague [A-Z]/gi, '')
        .replace('may join', '')
        .replace(', can you', ''),
    ).not.toMatch(/\b(?:will|may|can|mark|grace|hope|rose|young|sam)\b/i)
  })

  it.each([
    'We will join, and you may call. May I ask? Will you go?',
    'the grace period ended; it was done with the grace of a dancer',
    'if anybody can, they will; everybody will need it, and that may help',
    'mark it, please mark the ticket, and look at the mark',
    'no hope was left, and we hope that helps; she rose to the occasion',
    'the customers we spoke with will call back, and the questions they asked will help',
    'will customers wait? when will calls be answered? how may we help?',
    'thanks, will do. will call on Friday. may need more time. can be closed',
    'in may 2026, since may, 5 may, per day, can and will be, she may or may not call',
    'a young customer drew the page with joy',
    'the will to learn, at will, free will; it will, of course, take time',
  ])('stays where it is the word: "%s"', (text) => {
    expect(cleaned(text).text).toBe(text)
  })

  it('is taken out and told of where it may be either', () => {
    const { text, looks } = cleaned('it came from grace. there was a list for mark.')
    expect(text).toBe('it came from Colleague A. there was a list for Colleague B.')
    expect(looks.map(({ why, words }) => [why, words])).toEqual([
      ['unsure', 'grace'],
      ['unsure', 'mark'],
    ])
  })

  it('leaves a subject with its verb alone', () => {
    expect(cleaned('sam will call back, and noor may join').text).toBe(
      'Colleague A will call back, and Colleague B may join',
    )
  })
})
