import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const HEAD = `tactful includes the following libraries and data. Each stays under its own licence, printed below its name.\n`

/** Notices for what is no package of the bundle, but what shipped data is made from. */
const OTHERS = 'scripts/build/notices'

/** The licences of all bundled packages and of what data is made from as one text, each with name and version, in the order of their names. */
export async function noticesFor(root, folders) {
  const notices = await Promise.all(folders.map((folder) => noticeFor(join(root, folder))))
  const others = (await readdir(join(root, OTHERS))).map((file) => readFile(join(root, OTHERS, file), 'utf8'))
  return [HEAD, ...notices.concat(await Promise.all(others)).sort()].join(`\n${'-'.repeat(78)}\n\n`)
}

async function noticeFor(folder) {
  const { name, version, license, author, repository } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  )
  const file = (await readdir(folder)).find((one) => /^(licen[cs]e|copying)([.-]|$)/i.test(one))
  const home = typeof repository === 'object' ? repository.url : repository
  const by = typeof author === 'object' ? author.name : author
  const text =
    file === undefined
      ? [`Licence: ${license}`, by && `By: ${by}`].filter(Boolean).join('\n')
      : (await readFile(join(folder, file), 'utf8')).trim()
  return [`${name} ${version}`, home && `${home}`, '', text, '']
    .filter((line) => line !== undefined)
    .join('\n')
}
