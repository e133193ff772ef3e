/** Where the notebook is or would be, and what named it. `folder` is absolute. */
export interface FoundNotebook {
  readonly folder: string
  readonly from: 'flag' | 'environment' | 'folder' | 'settings' | 'default'
}
