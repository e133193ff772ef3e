import { notebookIfAny } from '../core/notebook/if-any.ts'
import { Trouble } from '../core/problem.ts'
import { newTemplate, STARTS, type StartKind } from '../core/template/new.ts'
import { jsonText } from '../views/json.ts'
import { startedText } from '../views/template-new.ts'
import type { CommandBody } from './card.ts'

/** Writes a new template into the notebook: a copy of another one, or a small file that is built on it. Overwrites nothing. */
export const run: CommandBody['run'] = async (context, args, options) => {
  const { from, kind } = options
  const wanted = {
    id: args[0] ?? '',
    isExtending: options.extends === true,
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof kind === 'string' && isKind(kind) ? { kind } : {}),
  }
  const data = await context.data()
  const made = await newTemplate(wanted, await notebookIfAny(context), data)
  const files = await context.notebookToWrite()
  await files.saveAll([{ path: made.path, text: made.text }], async () => {
    if ((await files.read(made.path)) === undefined) return
    throw new Trouble({
      kind: 'usage',
      message: `${made.path} is there already.`,
      mend: 'Choose another id.',
    })
  })
  const { path, kind: becomes, from: begun, isShadow } = made
  if (context.common.json === true) {
    context.terminal.out(
      jsonText({
        id: wanted.id,
        path,
        kind: becomes,
        from: begun,
        extends: wanted.isExtending,
        shadows: isShadow,
      }),
    )
  } else context.terminal.out(startedText(made, wanted.id, files.root))
  return 'done'
}

function isKind(kind: string): kind is StartKind {
  return kind in STARTS
}
