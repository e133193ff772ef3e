import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkTemplate } from '../../src/core/template/check.ts'
import type { Template } from '../../src/core/template/template.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A template from a file of this repository, straight from its YAML; throws with every mistake when it has any. */
export function templateFrom(path: string): Template {
  const checked = checkTemplate(readFileSync(`${root}${path}`, 'utf8'), path)
  if ('template' in checked) return checked.template
  const lines = checked.mistakes.map(
    (one) => `${one.file}:${one.line}:${one.column}: ${one.message} ${one.mend}`,
  )
  throw new Error(lines.join('\n'))
}

/** The template `constructive-feedback` as it ships. */
export function constructiveFeedback(): Template {
  return templateFrom('templates/sessions/constructive-feedback.yaml')
}

/** A session of six questions, for sweeps that run many times. */
export function sixQuestions(): Template {
  return templateFrom('test/data/six-questions.yaml')
}

/** Paths of every template of questions that ships; rehearsals have a shape of their own. */
export function shippedPaths(): readonly string[] {
  return ['sessions', 'checkins', 'forms'].flatMap((folder) => {
    try {
      const names = readdirSync(`${root}templates/${folder}`).filter((name) => name.endsWith('.yaml'))
      return names.sort().map((name) => `templates/${folder}/${name}`)
    } catch {
      return []
    }
  })
}
