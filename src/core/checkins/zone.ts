/**
 * The instant (ISO, UTC) at which a local day and time come in a zone. A time that a clock skips in spring is taken as
 * much later as the clock jumps (02:30 becomes 03:30); one that comes twice in autumn is the first of the two. Throws
 * RangeError for a zone that does not exist.
 */
export async function instantIn(zone: string, day: string, time: string): Promise<string> {
  // Loaded here: plain days need no zone.
  const { Temporal } = await import('temporal-polyfill')
  return Temporal.PlainDateTime.from(`${day}T${time}`)
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant()
    .toString({ smallestUnit: 'second' })
}

/** Whether there is a time zone of this name. */
export function isZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

/** Up to three zones whose name, or whose city, is near to what was given, as `nearNames` finds them. */
export function nearZones(
  given: string,
  nearNames: (given: string, known: Iterable<string>) => readonly string[],
): readonly string[] {
  const wanted = given.trim().replace(/\s+/g, '_')
  const zones = Intl.supportedValuesOf('timeZone')
  const city = (zone: string) => zone.split('/').at(-1) ?? zone
  const cities = nearNames(city(wanted), zones.map(city))
  const byCity = cities.flatMap((name) => zones.filter((zone) => city(zone) === name))
  return [...new Set([...byCity, ...nearNames(wanted, zones)])].slice(0, 3)
}
