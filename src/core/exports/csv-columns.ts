/** The headings of an export as CSV, in their order. A file with exactly these is one of ours. */
export const CSV_COLUMNS = [
  'person',
  'date',
  'kind',
  'side',
  'words',
  'ticket',
  'link',
  'area',
  'source',
  'by',
  'state',
  'label',
  'note',
  'id',
] as const
