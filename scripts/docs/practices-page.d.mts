/** scripts/docs/practices.yaml as read: groups of practices, and what carries them besides shipped data. */
export type PracticeList = Readonly<Record<string, unknown>>

/** One shipped file, its path below templates/ and its value. */
export interface ShippedFile {
  readonly path: string
  readonly value: unknown
}

export function practicesMarkdown(list: PracticeList, data: readonly ShippedFile[]): string
export function carriers(data: readonly ShippedFile[]): ReadonlyMap<number, readonly string[]>
