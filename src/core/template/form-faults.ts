import type { Declared, Raw } from './scopes.ts'
import type { Fault } from './shape.ts'
import type { ValuePath } from './source.ts'

/** A form is printed and filled in with any editor: it needs words to its reader, asks for words only, and all of it is asked. */
export function formFaults(
  value: Raw,
  parts: readonly { readonly raw: Raw; readonly path: ValuePath }[],
  all: readonly Declared[],
): readonly Fault[] {
  if (value.kind === 'form')
    return [...lacking(value), ...parts.flatMap(conditional), ...all.flatMap(unprintable)]
  return [
    ...onlyInForms(value, [], 'letter'),
    ...parts.flatMap(({ raw, path }) => onlyInForms(raw, path, 'lists')),
    ...all.flatMap(({ raw, path }) => [
      ...onlyInForms(raw, path, 'also'),
      ...onlyInForms(raw, path, 'evidence'),
      ...onlyInForms(raw, path, 'consent'),
    ]),
  ]
}

function lacking(value: Raw): readonly Fault[] {
  if (value.letter !== undefined) return []
  const mend = 'Add "letter:" with from, hello, opening, how and closing.'
  return [{ path: ['kind'], on: 'value', message: 'A form needs words to its reader.', mend }]
}

function unprintable(one: Declared): readonly Fault[] {
  const { raw, path } = one
  const isWords = raw.type === 'text' || raw.type === 'paragraph'
  if (isWords || raw.type === undefined) return conditional(one)
  const mend = 'Make it "type: text" or "type: paragraph".'
  return [{ path: [...path, 'type'], on: 'value', message: 'A form asks for words.', mend }]
}

function conditional({ raw, path }: { readonly raw: Raw; readonly path: ValuePath }): readonly Fault[] {
  if (raw.when === undefined) return []
  const message = 'Everything in a form is printed, whatever is answered.'
  return [
    {
      path: [...path, 'when'],
      on: 'key',
      message,
      mend: 'Drop "when", and say in the words when it applies.',
    },
  ]
}

function onlyInForms(raw: Raw, path: ValuePath, key: string): readonly Fault[] {
  if (raw[key] === undefined) return []
  const message = `"${key}" says nothing outside a form.`
  return [{ path: [...path, key], on: 'key', message, mend: `Make it "kind: form", or drop "${key}".` }]
}
