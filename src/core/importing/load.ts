import type { Context } from '../ports.ts'
import type { ColumnNames } from './fields.ts'
import type { MaskData } from './masks.ts'
import type { ScoreWords } from './scores.ts'

/** What ships for imports: headings, masks, and which way a score points. The build has checked their shapes. */
interface ImportData {
  readonly columns: ColumnNames
  readonly masks: MaskData
  readonly scores: ScoreWords
}

/** Loads what ships for imports. */
export async function importData(context: Context): Promise<ImportData> {
  const data = await context.data()
  const [columns, masks, scores] = await Promise.all(
    ['columns', 'masks', 'scores'].map((id) => data.shipped('import', id)),
  )
  return { columns, masks, scores } as ImportData
}
