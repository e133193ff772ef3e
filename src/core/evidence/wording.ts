import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import { type Problem, Trouble } from '../problem.ts'
import type { Finding } from '../wording/finding.ts'

/** What a coach would ask about one of several texts; `at` counts them from 0. */
export interface TextFinding {
  readonly at: number
  readonly finding: Finding
}

/**
 * A gentle look at the words of evidence about somebody: warnings only, in the order of the texts. A broken rule pack of the
 * team's comes back in `bad`, since what was noted does not depend on it. Half sentences, such as reasons, are looked at by `rules` alone:
 * the model knows whole ones.
 */
export async function wordingOf(
  context: Pick<Context, 'data'>,
  files: NoteFiles,
  name: string | undefined,
  texts: readonly string[],
  by: 'rules' | 'rules and model' = 'rules and model',
): Promise<{ readonly findings: readonly TextFinding[]; readonly bad: readonly Problem[] }> {
  const [{ loadJudge, loadWording }, { createReview }, data] = await Promise.all([
    import('../wording/load.ts'),
    import('../wording/review.ts'),
    context.data(),
  ])
  try {
    const review = createReview(
      await loadWording(files, data),
      by === 'rules' ? undefined : await loadJudge(data),
    )
    const findings = texts.flatMap((text, at) =>
      review(text, { names: name === undefined ? [] : [name], evidence: [] })
        .filter(({ severity }) => severity === 'warning')
        .map((finding) => ({ at, finding })),
    )
    return { findings, bad: [] }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return { findings: [], bad: [error.problem] }
  }
}
