import type { MaskData, Masked } from '../importing/masks.ts'
import type { Context } from '../ports.ts'
import { customerMasker, mayHoldNumber } from '../sharing/customers.ts'
import type { JotItem } from './jot.ts'

/** Masks customers' addresses and numbers in words about somebody; links, and the ticket as a number of its own, stay. */
type EvidenceMasker = (text: string, ticket?: unknown) => Masked

const LINK = /https?:\/\/[^\s<>]+/

/** Loads the patterns that an import masks by; undefined where none of the texts can hold anything of the kind. */
export async function evidenceMasker(
  context: Pick<Context, 'data'>,
  texts: readonly string[],
): Promise<EvidenceMasker | undefined> {
  if (!texts.some(mayHoldNumber)) return undefined
  const mask = customerMasker((await (await context.data()).shipped('import', 'masks')) as MaskData)
  return (text, ticket) => {
    const counts: Record<string, number> = {}
    // What is kept stands at the odd places.
    const shown = text.split(keptIn(ticket)).map((part, at) => {
      if (at % 2 === 1) return part
      const done = mask(part)
      addTo(counts, done.masked)
      return done.text
    })
    return { text: shown.join(''), masked: counts }
  }
}

/** What is about to be noted without what points to a customer, guesses too, and how often each mask stands in it now. */
export async function withoutCustomers(
  context: Pick<Context, 'data'>,
  items: readonly JotItem[],
): Promise<{ readonly items: readonly JotItem[]; readonly masked: Masked['masked'] }> {
  const texts = items.flatMap(({ words, assumption = '' }) => [words, assumption])
  const mask = await evidenceMasker(context, texts)
  if (mask === undefined) return { items, masked: {} }
  const counts: Record<string, number> = {}
  const clean = (text: string, ticket: unknown): string => {
    const done = mask(text, ticket)
    addTo(counts, done.masked)
    return done.text
  }
  return {
    items: items.map((item) => ({
      ...item,
      words: clean(item.words, item.facts.ticket),
      ...(item.assumption === undefined ? {} : { assumption: clean(item.assumption, item.facts.ticket) }),
    })),
    masked: counts,
  }
}

/** A ticket's digits that are part of a longer number are no ticket. */
function keptIn(ticket: unknown): RegExp {
  const isPlain = typeof ticket === 'string' && /^[A-Z0-9-]+$/.test(ticket)
  const own = isPlain ? `|(?<![\\p{L}\\p{N}@]|\\d[ .\\-–/])${ticket}(?![\\p{L}\\p{N}@]|[ .\\-–/]\\d)` : ''
  return new RegExp(`(${LINK.source}${own})`, 'u')
}

function addTo(counts: Record<string, number>, more: Masked['masked']): void {
  for (const [mask, count] of Object.entries(more)) counts[mask] = (counts[mask] ?? 0) + count
}
