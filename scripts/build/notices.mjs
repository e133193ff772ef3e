import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const HEAD = `tactful includes the following libraries. Each stays under its own licence, printed below its name.\n`

/** The licences of all bundled packages as one text, each with name and version, in the order of their names. */
export async function noticesFor(root, folders) {
  const notices = await Promise.all(folders.map((folder) => noticeFor(join(root, folder))))
  return [HEAD, ...notices.sort()].join(`\n${'-'.repeat(78)}\n\n`)
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
