import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { escaped, htmlOf, htmlPage } from '../../../src/core/exports/html.ts'

test('a page allows its own style and nothing else', async () => {
  const page = await htmlPage({
    title: 'A </title><script>x</script>',
    language: 'en',
    body: '<p>x</p>',
    style: 'p { color: red }',
  })
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(style).toContain('p { color: red }')
  expect(page).toContain(
    `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
  )
  expect(page).toContain('<title>A &lt;/title&gt;&lt;script&gt;x&lt;/script&gt;</title>')
  expect(page.startsWith('<!doctype html>\n<html lang="en">')).toBe(true)
  expect(page).not.toMatch(/<script|src=|url\(|@import/)
})

test('what could act in a page is text', () => {
  const made = htmlOf(
    '<img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) [b](https://x.example/"onclick="y) <svg onload=x> `</code><b>`\n\n```"><script>\n</code></pre><script>\n```\n\n&lt;b&gt; &#x3c;i>',
  )
  const tags = [...made.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag)
  expect([...new Set(tags)].sort()).toEqual(['a', 'code', 'p', 'pre'])
  expect([...made.matchAll(/<a ([^>]*)>/g)].map(([, inside]) => inside)).toEqual([
    'href="https://x.example/%22onclick=%22y" rel="noopener noreferrer"',
  ])
})

test('signs that steer or reorder are shown as one replacement sign', () => {
  expect(escaped('a\u0007b\u202ec\u000cd\ud800e\u001b[2J')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\ufffd[2J')
  expect(htmlOf('a\u000cb\u0000c\u202ed\udfffe')).toBe('<p>a\ufffdb\ufffdc\ufffdd\ufffde</p>')
})

test('lists, tables, quotes and breaks become what they are', () => {
  expect(htmlOf('3. a\n4. b\n   - c')).toBe(
    '<ol start="3">\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul></li>\n</ol>',
  )
  expect(htmlOf('| a |\n|---|\n| ~~b~~ |')).toBe(
    '<div class="wide"><table>\n<thead><tr><th scope="col" class="w2">a</th></tr></thead>\n<tbody>\n<tr><td><del>b</del></td></tr>\n</tbody>\n</table></div>',
  )
  expect(htmlOf('> a  \n> b')).toBe('<blockquote>\n<p>a<br>\nb</p>\n</blockquote>')
  expect(htmlOf('# a\n\n### b', 2)).toBe('<h3>a</h3>\n<h4>b</h4>')
})

test('a megabyte on one line is written in a few seconds', () => {
  expect(htmlOf('<'.repeat(1_000_000)).length).toBe(4_000_000 + '<p></p>'.length)
}, 20_000)

test('what is read from the right finds its own direction, and nothing else is told one', () => {
  expect(htmlOf('# \u05e9\u05dc\u05d5\u05dd\n\n- \u05e9\n- b')).toBe(
    '<h1 dir="auto">\u05e9\u05dc\u05d5\u05dd</h1>\n<ul>\n<li dir="auto">\u05e9</li>\n<li>b</li>\n</ul>',
  )
})

/** The contrast of two colours as WCAG 2 counts it. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

test('words stand out from the page by 4.5 to 1 and more, light, dark and in print', async () => {
  const page = await htmlPage({ title: 'x', language: 'en', body: '' })
  const looks = [...page.matchAll(/--ink: [^}]*/g)].map(([colours]) => colours)
  expect(looks).toHaveLength(3)
  for (const look of looks) {
    const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(look)?.[1] ?? ''
    for (const ground of ['paper', 'mark']) {
      for (const ink of ['ink', 'soft', 'link']) {
        expect(contrast(colour(ink), colour(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
    }
  }
})
