import { join } from 'node:path'
import { bundleProgram, packagesIn, writeIfChanged } from './build/bundle.mjs'
import { compileData } from './build/data.mjs'
import { noticesFor } from './build/notices.mjs'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')

const mistakes = await compileData(root, join(dist, 'data'))
for (const { file, line, column, message, mend = '' } of mistakes) {
  console.error(`${file}:${line}:${column}: ${message} ${mend}`.trimEnd())
}
if (mistakes.length > 0) {
  console.error('The build stops here, because something that ships has mistakes.')
  process.exitCode = 1
} else {
  const metafile = await bundleProgram(root, dist)
  if (metafile === undefined) {
    process.exitCode = 1
  } else {
    const notices = await noticesFor(root, packagesIn(root, metafile))
    await writeIfChanged(join(root, 'THIRD-PARTY-NOTICES.txt'), notices)
  }
}
