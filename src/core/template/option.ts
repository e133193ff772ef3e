/** One thing that can be chosen. `value` is stored, `label` is shown, `group` puts it under a heading of its own. */
export interface Option {
  readonly value: string
  readonly label: string
  readonly group?: string
  /** A line shown beside the label. */
  readonly note?: string
  /** Further words by which it is found when a list is searched; not shown. */
  readonly words?: string
  /** A cause only: whether it lies in the person or in what surrounds them. */
  readonly side?: 'person' | 'system'
  /** A cause only: ids of the kinds of help that fit it, the best first. */
  readonly help?: readonly string[]
  /** A cause only: what it belongs to beside others (people, tools, time); a bone of the fishbone. */
  readonly family?: string
  /** A kind sentence that is shown once this is picked. */
  readonly care?: string
  /** A ready sentence that goes with it; shown beside the label, and written into the note. */
  readonly say?: string
  /** Offered only where a form of the person's own is in (`received`), or is asked for and not in yet (`awaited`: keeps the draft). */
  readonly form?: 'received' | 'awaited'
}

/** Where options come from when they are not written out: the items of a group asked earlier, a library, the team's settings, or the notebook. */
export interface OptionsFrom {
  /** Id of a `group` asked earlier; each of its items is one option. */
  readonly items?: string
  /** Id of a library (`behaviours`); its entries are the options. */
  readonly library?: string
  /** With `library`: only the entries under this heading. */
  readonly area?: string
  /** A list of the team's settings: the tiers it works in. */
  readonly settings?: 'tiers'
  /** In a group that makes `why`: what was picked in this earlier `choices` question, then the items before this one. */
  readonly continues?: string
  /** Id of a `group` asked later that makes evidence: what the notebook holds about the person is offered, what is picked becomes its items. */
  readonly inbox?: string
}
