/** Fresh ULIDs, larger than every one given before in this process. */
export interface Ids {
  next(): string
}
