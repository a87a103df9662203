// How alike two official sentences are, and which of one list belongs to which of another. Pure; knows words, not meaning.

/** How the relay ranks a pair beside its words. */
export interface Pair {
  a: number
  b: number
  /** 0 nothing in common, 1 the same words. */
  score: number
}

/** 一、（一）1. ① 一是 at the beginning of a directive: where it stands, not what it says. */
const ORDINAL = /^(?:第?[一二三四五六七八九十百]+[、是要.．]|[（(][一二三四五六七八九十\d]+[）)]|[\d０-９]+[.．、]|[①-⑳])/u
/** 全省 / 我市 / 县委 … say whose it is; a lower level rightly changes them. */
const PLACE = /(?:全|我|本|各)(?:省|市|县|区|乡镇|乡|镇)|(?:省|市|县|区|乡|镇)(?=委|政府|直|级)/gu
const NOISE = /[^\p{Script=Han}\p{L}\p{N}%‰]+/gu

/** The words of a sentence without blanks, marks and the ordinal before it. */
export const bareWords = (text: string): string => text.replace(/\s/g, '').replace(ORDINAL, '').normalize('NFKC').replace(NOISE, '')

/** The same without the words that only say whose it is. */
const core = (text: string): string => bareWords(text).replace(PLACE, '')

/** Pairs of neighbouring characters; of a single character, itself. Chinese has no blanks to cut words at. */
export function bigrams(text: string): Set<string> {
  const chars = [...core(text)]
  if (chars.length === 1) return new Set(chars)
  return new Set(chars.slice(1).map((char, at) => chars[at]! + char))
}

/**
 * The pairs of `a` and `b` that are alike at least `from`, best first, each text in at most one. Texts with the very same words are paired before
 * all others. Alikeness is the share of common bigrams (Dice), a bigram that few texts have weighing more; `bonus` (≤ 0.1) speaks for a pair
 * for other reasons, such as its place or topic. Only texts with a bigram in common are compared.
 */
export function pairUp(
  a: readonly string[],
  b: readonly string[],
  from: number,
  bonus: (a: number, b: number) => number = () => 0,
): Pair[] {
  const pairs = samePairs(a, b)
  const [takenA, takenB] = [new Set(pairs.map(pair => pair.a)), new Set(pairs.map(pair => pair.b))]
  const candidates = alike(a, b)
    .map(pair => ({ ...pair, rank: pair.score + Math.min(0.1, Math.max(0, bonus(pair.a, pair.b))) }))
    .filter(pair => pair.rank >= from)
    .sort((x, y) => y.rank - x.rank || x.a - y.a || x.b - y.b)
  for (const { a: i, b: j, score } of candidates) {
    if (takenA.has(i) || takenB.has(j)) continue
    takenA.add(i)
    takenB.add(j)
    pairs.push({ a: i, b: j, score })
  }
  return pairs.sort((x, y) => x.a - y.a)
}

function samePairs(a: readonly string[], b: readonly string[]): Pair[] {
  const left = new Map<string, number[]>()
  b.forEach((text, j) => {
    const words = bareWords(text)
    left.set(words, [...(left.get(words) ?? []), j])
  })
  return a.flatMap((text, i) => {
    const j = left.get(bareWords(text))?.shift()
    return j === undefined ? [] : [{ a: i, b: j, score: 1 }]
  })
}

/** Every pair with a bigram in common, with its alikeness. */
export function alike(a: readonly string[], b: readonly string[]): Pair[] {
  const [gramsA, gramsB] = [a.map(bigrams), b.map(bigrams)]
  const found = new Map<string, number>()
  for (const grams of [...gramsA, ...gramsB]) for (const gram of grams) found.set(gram, (found.get(gram) ?? 0) + 1)
  const all = a.length + b.length
  const weight = (gram: string): number => Math.log(1 + all / found.get(gram)!)
  const weigh = (grams: Set<string>): number => [...grams].reduce((sum, gram) => sum + weight(gram), 0)

  const places = new Map<string, number[]>()
  gramsB.forEach((grams, j) => {
    for (const gram of grams) {
      const list = places.get(gram)
      if (list) list.push(j)
      else places.set(gram, [j])
    }
  })
  const weightsB = gramsB.map(weigh)
  return gramsA.flatMap((grams, i) => {
    const common = new Map<number, number>()
    for (const gram of grams) for (const j of places.get(gram) ?? []) common.set(j, (common.get(j) ?? 0) + weight(gram))
    const whole = weigh(grams)
    return [...common].map(([j, shared]) => ({ a: i, b: j, score: Math.min(1, (2 * shared) / (whole + weightsB[j]!)) }))
  })
}
