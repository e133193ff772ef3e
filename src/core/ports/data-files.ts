/** Data files: what ships compiled, and a team's own YAML from its notebook (same id wins). */
export interface DataFiles {
  /** Compiled data that ships with the program, by kind (`templates`, `libraries`, `wording`, `samples`) and id. */
  shipped(kind: string, id: string): Promise<unknown>
  /** What `shipped` gives, read when it is called and not before; undefined when it does not ship. */
  shippedLater(kind: string, id: string): Promise<(() => unknown) | undefined>
  /** The bytes of a shipped file that is not JSON, by kind and file name; undefined when it does not ship. */
  shippedBytes(kind: string, name: string): Promise<Uint8Array | undefined>
  /** The YAML that something shipped was made from, with its comments, by its path below the package's `templates`; undefined when there is none. */
  shippedSource(path: string): Promise<string | undefined>
  /** Ids of everything shipped of a kind. */
  shippedIds(kind: string): Promise<readonly string[]>
  /** The result of a costly pure step over a file's text (parse, validate, compile), kept in the cache folder by hash. */
  cached<T>(name: string, text: string, make: () => Promise<T>): Promise<T>
}
