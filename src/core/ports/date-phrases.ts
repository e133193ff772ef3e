/** One reading of a date phrase: the day, the time if any, and which characters of the text said so. */
export interface DateReading {
  readonly day: string
  readonly time?: string
  readonly start: number
  readonly end: number
}

/** Reads a phrase such as "last Tuesday" or "24 Nov"; loaded only when an ISO day was not given. */
export interface DatePhrases {
  /** Plain day and, where one was written, time of day; several readings where the phrase can mean several. */
  read(text: string, today: string, direction: 'past' | 'future'): Promise<readonly DateReading[]>
}
