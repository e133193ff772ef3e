/** A time of day as `HH:MM`, from "14:00", "9.30", "at 2pm" or "2:30 pm"; undefined for what is no time, such as "25:00". */
export function saidTime(text: string): string | undefined {
  const found = /^(?:at )?(\d{1,2})(?:[:.]([0-5]\d))? ?(am|pm|a\.m\.|p\.m\.)?$/.exec(
    text.trim().toLowerCase().replace(/\s+/g, ' '),
  )
  const [, hours = '', minutes, half] = found ?? []
  // A bare number could be morning or afternoon.
  if (found === null || (minutes === undefined && half === undefined)) return undefined
  const hour = Number(hours)
  if (half === undefined ? hour > 23 : hour < 1 || hour > 12) return undefined
  const from = half === undefined ? hour : (hour % 12) + (half.startsWith('p') ? 12 : 0)
  return `${String(from).padStart(2, '0')}:${minutes ?? '00'}`
}
