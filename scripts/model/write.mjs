import { lists, stance } from './stance.mjs'

/** The model's file: mark, length of the head, head as JSON, then the tables, each at a multiple of four bytes. */
export function writeModel({ made, settings, names, linear, net, words, table, kinds }, core) {
  const sections = new Map()
  sections.set('names', indexBytes(sortHashes(names.map((name) => core.hash32(name))), core))

  const features = unique(linear.features.map(({ hash, weight }) => ({ hash, weight })))
  const largest = Math.max(...features.map(({ weight }) => Math.abs(weight)))
  sections.set(
    'features',
    indexBytes(
      features.map(({ hash }) => hash),
      core,
    ),
  )
  sections.set(
    'weights',
    Int8Array.from(features, ({ weight }) => Math.round((weight / largest) * 127)),
  )

  const entries = unique(words.map((word, row) => ({ hash: core.hash32(word), row })))
  const { values, scale } = quantise(table)
  const rows = new Int8Array((entries.length + 1) * net.dim)
  rows.set(values.subarray(0, net.dim), 0)
  for (const [i, { row }] of entries.entries()) {
    rows.set(values.subarray(row * net.dim, (row + 1) * net.dim), (i + 1) * net.dim)
  }
  sections.set(
    'words',
    indexBytes(
      entries.map(({ hash }) => hash),
      core,
    ),
  )
  sections.set('table', rows)

  const steps = net.filters.map((_, k) => {
    const filter = quantise(net.params[`w${k}`])
    sections.set(`filters${k}`, filter.values)
    return filter.scale * scale
  })
  sections.set('bias', Float32Array.from(net.params.bias))
  sections.set('out', Float32Array.from(net.params.out))
  sections.set('outBias', Float32Array.from(net.params.outBias))

  return assemble(
    sections,
    {
      format: core.MODEL_FORMAT,
      made,
      dim: net.dim,
      filters: net.filters,
      ...kinds,
      linear: { scale: largest / 127, bias: linear.bias },
      steps,
      mix: settings.mix,
      sure: settings.sure,
      around: settings.around,
      stance,
      lists,
      skip: settings.skip,
    },
    core,
  )
}

/** Small whole numbers for a table, and what one of them is worth; the few largest values are cut off so that the rest keep their detail. */
function quantise(table) {
  const sizes = Float64Array.from(table, Math.abs).sort()
  const scale = sizes[Math.floor(sizes.length * 0.9995)] / 127
  return { values: Int8Array.from(table, (v) => Math.max(-127, Math.min(127, Math.round(v / scale)))), scale }
}

function sortHashes(hashes) {
  return unique(hashes.map((hash) => ({ hash }))).map(({ hash }) => hash)
}

/** Sorted by hash; of two that look the same to the index the first stays. */
function unique(entries) {
  const kept = new Map()
  for (const entry of entries) if (!kept.has(entry.hash >>> 4)) kept.set(entry.hash >>> 4, entry)
  return [...kept.values()].sort((a, b) => a.hash - b.hash)
}

function indexBytes(sorted, core) {
  const { starts, rests } = core.buildIndex(sorted)
  const all = new Uint16Array(starts.length + rests.length)
  all.set(starts)
  all.set(rests, starts.length)
  return all
}

function assemble(sections, head, core) {
  const places = {}
  let size = 0
  for (const [name, data] of sections) {
    places[name] = [size, data.byteLength]
    size += padded(data.byteLength)
  }
  const text = JSON.stringify({ ...head, sections: places })
  const bytes = new TextEncoder().encode(text.padEnd(padded(text.length)))
  const file = new Uint8Array(8 + bytes.length + size)
  const view = new DataView(file.buffer)
  view.setUint32(0, core.MODEL_MARK, true)
  view.setUint32(4, bytes.length, true)
  file.set(bytes, 8)
  for (const [name, data] of sections) {
    file.set(
      new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      8 + bytes.length + places[name][0],
    )
  }
  return file
}

const padded = (size) => size + ((4 - (size % 4)) % 4)
