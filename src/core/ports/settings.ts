/** What the user set for themself, outside any notebook. Reading never creates the file. */
export interface Settings {
  get(key: 'notebook' | 'name'): Promise<string | undefined>
  set(key: 'notebook' | 'name', value: string | undefined): Promise<void>
}
