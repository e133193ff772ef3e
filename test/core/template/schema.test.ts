import { expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { QuestionShape } from '../../../src/core/template/question-schema.ts'
import type { templateSchema } from '../../../src/core/template/schema.ts'
import type { Question, Template } from '../../../src/core/template/template.ts'

type Deep<T> = T extends readonly (infer _)[] | object ? { readonly [K in keyof T]: Deep<T[K]> } : T

test('the schema infers exactly the Template that the program uses', () => {
  expectTypeOf<Deep<z.output<typeof templateSchema>>>().toEqualTypeOf<Deep<Template>>()
  expectTypeOf<Deep<QuestionShape>>().toEqualTypeOf<Deep<Question>>()
})
