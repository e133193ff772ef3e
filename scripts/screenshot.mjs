// Draws a picture of a real screen: node scripts/screenshot.mjs docs/screen.json docs/screen.svg
// The JSON names the arguments for tactful, the size, and the steps: {"wait": "text"}, {"type": "text"}, {"key": "enter"}, {"paste": "text"}.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const CELL = { width: 8.4, height: 18, font: 14 }
const FRAME = { margin: 18, bar: 34 }
const BACK = '#1f2430'
const FORE = '#d8dee9'
const PALETTE = [
  ...['#3b4252', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d8dee9'],
  ...['#7f8898', '#ef8b93', '#b0d792', '#efd49a', '#8cc4f5', '#d79be8', '#7fcdd6', '#ffffff'],
]

const [planFile, target] = process.argv.slice(2)
if (planFile === undefined || target === undefined) {
  console.error('Usage: node scripts/screenshot.mjs PLAN.json PICTURE.svg')
  process.exit(2)
}

const root = resolve(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'tactful-picture-'))
try {
  const plan = JSON.parse(readFileSync(planFile, 'utf8'))
  const { cells, title } = await photograph(plan)
  writeFileSync(target, svg(cells, title))
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** Runs the plan on a pseudo-terminal and returns what its screen shows at the end. */
async function photograph({
  args,
  cols = 80,
  rows = 24,
  env = {},
  steps,
  title = 'tactful',
  script = 'bin/tactful.js',
}) {
  const harness = join(scratch, 'terminal.mjs')
  await build({
    entryPoints: [join(root, 'test/support/terminal.ts')],
    outfile: harness,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['@lydell/node-pty*'],
    banner: {
      js: `import{createRequire}from'node:module';const require=createRequire(${JSON.stringify(join(root, 'package.json'))});`,
    },
    logLevel: 'error',
    plugins: [
      {
        name: 'near',
        setup: (b) =>
          b.onResolve({ filter: /^@lydell/ }, ({ path }) => ({
            path: pathToFileURL(join(root, 'node_modules', path, 'index.js')).href,
            external: true,
          })),
      },
    ],
  })
  const { open } = await import(pathToFileURL(harness).href)
  const home = join(scratch, 'home')
  const own = {
    HOME: home,
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_DATA_HOME: join(home, 'data'),
  }
  const terminal = open({
    args: [resolve(root, script), ...args],
    cwd: scratch,
    cols,
    rows,
    env: { ...own, ...env },
  })
  try {
    for (const step of steps) {
      if (step.wait !== undefined) await terminal.waitFor(step.wait)
      if (step.type !== undefined) terminal.type(step.type)
      if (step.paste !== undefined) terminal.paste(step.paste)
      if (step.key !== undefined) terminal.key(...[step.key].flat())
    }
    return { cells: trimmed(terminal.cells()), title }
  } finally {
    terminal.close()
  }
}

/** The screen without the empty lines at its bottom. */
function trimmed(lines) {
  const last = lines.findLastIndex((line) => line.some((cell) => cell.text.trim() !== ''))
  return lines.slice(0, last + 1)
}

function svg(lines, title) {
  const cols = Math.max(...lines.map((line) => line.length))
  const width = Math.ceil(cols * CELL.width + 2 * FRAME.margin)
  const height = FRAME.bar + lines.length * CELL.height + 2 * FRAME.margin
  const texts = lines.flatMap((line, row) => runs(line).map((run) => text(run, row)))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="9" fill="${BACK}" stroke="#4b5468"/>
<g fill="#4b5468"><circle cx="20" cy="18" r="5.5"/><circle cx="38" cy="18" r="5.5"/><circle cx="56" cy="18" r="5.5"/></g>
<text x="${width / 2}" y="22" text-anchor="middle" fill="#9aa3b5" font-family="system-ui, sans-serif" font-size="12">${escaped(title)}</text>
<g fill="${FORE}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="${CELL.font}" xml:space="preserve">
${texts.join('\n')}
</g>
</svg>
`
}

/** Stretches of cells that look alike, each at its own place: between two blanks a new one begins, and wide characters stand alone. */
function runs(line) {
  const found = []
  let run
  line.forEach((cell, column) => {
    if (cell.width === 0) return
    const style = JSON.stringify([cell.colour, cell.bold, cell.dim])
    const blank = cell.text.trim() === ''
    const next = line[column + 1]?.text ?? ''
    if (blank && (run === undefined || next.trim() === '')) {
      run = undefined
      return
    }
    if (run === undefined || run.style !== style || cell.width > 1 || run.cell.width > 1) {
      if (blank) return
      run = { style, cell, column, text: '', width: 0 }
      found.push(run)
    }
    run.text += blank ? ' ' : cell.text
    run.width += cell.width
  })
  return found.map((one) => {
    const text = one.text.trimEnd()
    return { ...one, text, width: one.width - (one.text.length - text.length) }
  })
}

function text({ cell, column, text: words, width }, row) {
  const x = (FRAME.margin + column * CELL.width).toFixed(1)
  const y = FRAME.bar + FRAME.margin + row * CELL.height + CELL.font - 4
  const colour = cell.colour === undefined ? '' : ` fill="${PALETTE[cell.colour] ?? FORE}"`
  const bold = cell.bold ? ' font-weight="700"' : ''
  const dim = cell.dim ? ' fill-opacity="0.66"' : ''
  return `<text x="${x}" y="${y}" textLength="${(width * CELL.width).toFixed(1)}" lengthAdjust="spacingAndGlyphs"${colour}${bold}${dim}>${escaped(words)}</text>`
}

function escaped(words) {
  return words.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  )
}
