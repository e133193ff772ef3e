/** A function of a text that is worked out once for each; forgets all it knows when that is `most` texts, so that memory stays small. */
export function remembered<T>(most: number, work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    let value = known.get(text)
    if (value === undefined) {
      value = work(text)
      if (known.size >= most) known.clear()
      known.set(text, value)
    }
    return value
  }
}
