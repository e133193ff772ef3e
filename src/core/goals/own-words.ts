/** So many goals of somebody's own are offered; a talk has room for few. */
const OFFERED = 3

const NAMED =
  /^(?:[-*>•]\s*)?(?:(?:my|our|a|one)\s+)?(?:(?:own|next|new|main)\s+)?goals?(?:\s+for\s+[^:]{1,40})?\s*(?::|\bis\b|\bwould be\b)\s*(.+)$/i
const WANTED =
  /(?:^|[.!?]\s+)(I\s+(?:want to|would like to|'d like to|aim to|plan to|intend to|will try to)\s+[^.!?]+)/i

/** The goals somebody named in a text of their own, such as `My goal: ...` or "I want to ...", as written, in order. */
export function ownGoals(text: string): readonly string[] {
  const found = text.split(/\r\n|\r|\n/).flatMap((line) => {
    const words = NAMED.exec(line.trim())?.[1] ?? WANTED.exec(line.trim())?.[1]
    const goal = words?.trim().replace(/\.$/, '') ?? ''
    return goal === '' ? [] : [goal]
  })
  return [...new Set(found)].slice(0, OFFERED)
}
