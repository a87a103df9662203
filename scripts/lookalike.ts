// Makes src/reader/words/lookalike.ts from a word list with frequencies (jieba.dict.utf8 of cppjieba, MIT): node scripts/lookalike.ts DICT

import { readFileSync, writeFileSync } from 'node:fs'
import { LOOKALIKES } from '../src/reader/words/lookalike-groups.ts'

/** A word of this frequency shows that a reading is possible; of the higher one, that it is likely. */
const KNOWN = 20
const STRONG = 250

const chars = new Set(LOOKALIKES.join(''))
const total = new Map<string, number>()
const left = new Map<string, string[]>()
const right = new Map<string, string[]>()
const strongLeft = new Map<string, string[]>()
const strongRight = new Map<string, string[]>()
const push = (m: Map<string, string[]>, k: string, v: string) => m.set(k, [...(m.get(k) ?? []), v])
const best = new Map<string, number>()

for (const line of readFileSync(process.argv[2]!, 'utf8').split('\n')) {
  const [word = '', count = '0'] = line.split(' ')
  const n = Number(count)
  if (!/^\p{Script=Han}{2,4}$/u.test(word)) {
    if (word.length === 1 && chars.has(word)) total.set(word, (total.get(word) ?? 0) + n)
    continue
  }
  for (const c of new Set(word)) if (chars.has(c)) total.set(c, (total.get(c) ?? 0) + n)
  // Longer words vouch for the pairs inside them too.
  for (let i = 0; i + 1 < word.length; i++) {
    const pair = word.slice(i, i + 2)
    best.set(pair, Math.max(best.get(pair) ?? 0, word.length === 2 ? n : Math.min(n, STRONG - 1)))
  }
}
for (const [pair, n] of best) {
  if (n < KNOWN) continue
  const [a, b] = [pair[0]!, pair[1]!]
  if (chars.has(a)) push(n >= STRONG ? strongRight : right, a, b)
  if (chars.has(b)) push(n >= STRONG ? strongLeft : left, b, a)
}
const uncommon = [...chars].filter(c => (total.get(c) ?? 0) >= 3000 && (total.get(c) ?? 0) < 20_000).sort()
const rare = [...chars].filter(c => (total.get(c) ?? 0) < 3000).sort()
const rows = [...chars]
  .sort()
  .map(c => [c, strongLeft, left, strongRight, right].map(x => (typeof x === 'string' ? x : (x.get(c) ?? []).sort().join(''))).join(' '))
writeFileSync(
  new URL('../src/reader/words/lookalike.ts', import.meta.url),
  `// Which characters stand before and after each look-alike in known words. Data only; made by scripts/lookalike.ts from jieba.dict.utf8 (cppjieba, MIT licence).

/** Characters so rare that a word list alone may correct them. */
export const RARE = '${rare.join('')}'

/** Characters that are seldom enough for a word list to raise a doubt about them. */
export const UNCOMMON = '${uncommon.join('')}'

/** One row a character: itself, likely left neighbours, possible ones, likely right neighbours, possible ones. */
export const NEIGHBOURS = \`
${rows.join('\n')}
\`
`,
)
console.log(rows.length, 'characters', rare.length, 'rare')
