const IRREGULAR: Readonly<Record<string, string>> = {
  am: 'be',
  are: 'be',
  is: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  has: 'have',
  had: 'have',
  having: 'have',
  does: 'do',
  did: 'do',
  done: 'do',
  doing: 'do',
  goes: 'go',
  went: 'go',
  gone: 'go',
  made: 'make',
  said: 'say',
  got: 'get',
  gotten: 'get',
  took: 'take',
  taken: 'take',
  came: 'come',
  saw: 'see',
  seen: 'see',
  knew: 'know',
  known: 'know',
  thought: 'think',
  told: 'tell',
  left: 'leave',
  felt: 'feel',
  kept: 'keep',
  let: 'let',
  began: 'begin',
  begun: 'begin',
  shown: 'show',
  heard: 'hear',
  ran: 'run',
  held: 'hold',
  brought: 'bring',
  wrote: 'write',
  written: 'write',
  sat: 'sit',
  stood: 'stand',
  lost: 'lose',
  paid: 'pay',
  met: 'meet',
  spoke: 'speak',
  spoken: 'speak',
  broke: 'break',
  broken: 'break',
  spent: 'spend',
  grew: 'grow',
  grown: 'grow',
  threw: 'throw',
  thrown: 'throw',
  drove: 'drive',
  driven: 'drive',
  gave: 'give',
  given: 'give',
  found: 'find',
  fell: 'fall',
  fallen: 'fall',
  caught: 'catch',
  taught: 'teach',
  bought: 'buy',
  sent: 'send',
  built: 'build',
  chose: 'choose',
  chosen: 'choose',
  forgot: 'forget',
  forgotten: 'forget',
  hid: 'hide',
  hidden: 'hide',
  lay: 'lie',
  lied: 'lie',
  rang: 'ring',
  rung: 'ring',
  rose: 'rise',
  shook: 'shake',
  slept: 'sleep',
  stuck: 'stick',
  stole: 'steal',
  stolen: 'steal',
  swore: 'swear',
  blew: 'blow',
  blown: 'blow',
  understood: 'understand',
  woke: 'wake',
  worn: 'wear',
  wore: 'wear',
  won: 'win',
  meant: 'mean',
  dealt: 'deal',
  dug: 'dig',
  drew: 'draw',
  drawn: 'draw',
  fought: 'fight',
  flew: 'fly',
  fed: 'feed',
  bit: 'bite',
  beat: 'beat',
  men: 'man',
  women: 'woman',
  children: 'child',
  lives: 'life',
  selves: 'self',
  feet: 'foot',
  tries: 'try',
  tied: 'tie',
  dying: 'die',
  lying: 'lie',
  tying: 'tie',
  ate: 'eat',
  eaten: 'eat',
  slid: 'slide',
  shot: 'shoot',
  sold: 'sell',
  led: 'lead',
}

const VOWEL = /[aeiouy]/

/** The base forms a word may be an inflection of, likeliest first, without the word itself: `failing` -> `fail`, `faile`. */
export function lemmas(form: string): readonly string[] {
  const irregular = Object.hasOwn(IRREGULAR, form) ? IRREGULAR[form] : undefined
  if (irregular !== undefined) return [irregular]
  if (form.length < 4) return []
  if (form.endsWith('ies')) return [`${form.slice(0, -3)}y`, form.slice(0, -1)]
  if (form.endsWith('ied')) return [`${form.slice(0, -3)}y`]
  if (form.endsWith('iest')) return [`${form.slice(0, -4)}y`]
  if (form.endsWith('ier')) return [`${form.slice(0, -3)}y`]
  if (form.endsWith('ing')) return bases(form.slice(0, -3))
  if (form.endsWith('ed')) return bases(form.slice(0, -2))
  if (form.endsWith('es')) return [form.slice(0, -1), form.slice(0, -2)]
  if (form.endsWith('s') && !form.endsWith('ss')) return [form.slice(0, -1)]
  return []
}

function bases(stem: string): readonly string[] {
  if (stem.length < 2 || !VOWEL.test(stem)) return []
  const last = stem.at(-1)
  const doubled = last !== undefined && last === stem.at(-2)
  return doubled ? [stem, stem.slice(0, -1)] : [stem, `${stem}e`]
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(behavi|col|fav|hon|hum|lab|neighb|rig|vig|endeav|harb|rum)our/, '$1or'],
  [/(behavi|col|fav|hon|hum|lab|neighb|rig|vig|endeav|harb|rum)or/, '$1our'],
  [/is(e|ed|es|ing|ation)$/, 'iz$1'],
  [/iz(e|ed|es|ing|ation)$/, 'is$1'],
  [/ys(e|ed|es|ing)$/, 'yz$1'],
  [/([aeiou])ll(ed|ing|er)$/, '$1l$2'],
  [/([^l][aeiou])l(ed|ing)$/, '$1ll$2'],
  [/fulfil$/, 'fulfill'],
  [/skilful/, 'skillful'],
  [/judgement/, 'judgment'],
  [/judgment/, 'judgement'],
  [/defence/, 'defense'],
  [/centre/, 'center'],
  [/programme/, 'program'],
  [/grey/, 'gray'],
]

/** The word with its British and American spellings, itself first. */
export function spellings(word: string): readonly string[] {
  const all = [word]
  for (const [from, to] of SPELLINGS) {
    const other = word.replace(from, to)
    if (other !== word && !all.includes(other)) all.push(other)
  }
  return all
}

const JOINED: Readonly<Record<string, readonly string[]>> = {
  cannot: ['can', 'not'],
  cant: ['can', 'not'],
  dont: ['do', 'not'],
  doesnt: ['does', 'not'],
  didnt: ['did', 'not'],
  isnt: ['is', 'not'],
  wasnt: ['was', 'not'],
  arent: ['are', 'not'],
  werent: ['were', 'not'],
  hasnt: ['has', 'not'],
  havent: ['have', 'not'],
  hadnt: ['had', 'not'],
  wont: ['will', 'not'],
  wouldnt: ['would', 'not'],
  couldnt: ['could', 'not'],
  shouldnt: ['should', 'not'],
  aint: ['is', 'not'],
  "ain't": ['is', 'not'],
  "can't": ['can', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  im: ['i', 'am'],
  youre: ['you', 'are'],
  theyre: ['they', 'are'],
  hes: ['he', 'is'],
  shes: ['she', 'is'],
  thats: ['that', 'is'],
  ive: ['i', 'have'],
  youve: ['you', 'have'],
  theyve: ['they', 'have'],
  youd: ['you', 'would'],
  gonna: ['going', 'to'],
  gotta: ['got', 'to'],
  wanna: ['want', 'to'],
  needa: ['need', 'to'],
  shoulda: ['should', 'have'],
  couldve: ['could', 'have'],
  wouldve: ['would', 'have'],
  shouldve: ['should', 'have'],
  dunno: ['do', 'not', 'know'],
  "y'all": ['you', 'all'],
  yall: ['you', 'all'],
  kinda: ['kind', 'of'],
  sorta: ['sort', 'of'],
  ur: ['your'],
  u: ['you'],
  ya: ['you'],
  yous: ['you'],
  youse: ['you'],
  yer: ['your'],
  gotcha: ['got', 'you'],
  lemme: ['let', 'me'],
  "o'clock": ["o'clock"],
  "let's": ["let's"],
  lets: ["let's"],
  whats: ['what', 'is'],
  theres: ['there', 'is'],
  heres: ['here', 'is'],
  aren: ['are'],
  everytime: ['every', 'time'],
  alot: ['a', 'lot'],
}

const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", "'d"],
  ["'m", 'am'],
  ["'s", "'s"],
]

/** A lower-case word with straight apostrophes as its parts: `don't` -> `do`, `not`; most words are one part. */
export function parts(word: string): readonly string[] {
  const joined = Object.hasOwn(JOINED, word) ? JOINED[word] : undefined
  if (joined !== undefined) return joined
  if (!word.includes("'")) return [word]
  for (const [ending, part] of ENDINGS) {
    if (word.endsWith(ending) && word.length > ending.length) {
      const stem = word.slice(0, -ending.length)
      return [...(ending === "n't" ? [stem] : parts(stem)), part]
    }
  }
  return [word.endsWith("'") ? word.slice(0, -1) : word]
}
