import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { htmlPage } from '../../../src/core/exports/html.ts'
import { cornerColour, opened } from '../../support/browser.ts'
import { copyOf, HOSTILE, written } from '../../support/copies.ts'
import { CHROMIUM } from '../../support/programs.ts'

/** A server that only counts what it is asked for. */
async function listener(): Promise<{ readonly at: string; readonly asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

/** Everything by which a page could load or run something, as if nothing had been made text. */
const attack = (at: string) => `
<script>document.title = 'ran'; fetch('${at}/fetch')</script>
<img src="${at}/img" onerror="document.title = 'ran'"><svg onload="document.title = 'ran'"><image href="${at}/svg"/></svg>
<link rel="stylesheet" href="${at}/css"><style>@import '${at}/import'; body { background: url('${at}/background') }</style>
<p style="background: url('${at}/inline')">x</p><iframe src="${at}/frame"></iframe><object data="${at}/object"></object>
<video src="${at}/video" autoplay></video><meta http-equiv="refresh" content="0; url=javascript:document.title='ran'">`

describe.skipIf(CHROMIUM === undefined)(
  'a page in a browser (left out where no Chromium is installed)',
  () => {
    test('loads nothing and runs nothing, even where an attack stands in it as it is', async () => {
      const { at, asked } = await listener()
      const page = await htmlPage({ title: 'calm', language: 'en', body: attack(at) })
      const bare = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
      const [open] = [await opened(bare)]
      expect(open.dom).toContain('<title>ran</title>')
      expect(asked.length).toBeGreaterThan(4)
      asked.length = 0
      expect((await opened(page)).dom).toContain('<title>calm</title>')
      expect(asked).toEqual([])
    })

    test('an export asks the network for nothing, and its own style counts in light and in dark', async () => {
      const { at, asked } = await listener()
      const text = `${HOSTILE}\n\n![x](${at}/image) <img src="${at}/img"> [x](${at}/link)`
      const page = await written('html', [
        copyOf({ lead: text }),
        copyOf({ sections: [{ heading: text, text }] }),
      ])
      const { dom } = await opened(page)
      expect(dom).toContain('&lt;img src=x onerror=alert(1)&gt;')
      expect(asked).toEqual([])
      expect(await cornerColour(page, 'light')).toBe('#ffffff')
      expect(await cornerColour(page, 'dark')).toBe('#17181b')
    })
  },
)
