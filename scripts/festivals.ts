// Writes the days of the moving festivals to src/reader/words/festivals.ts, from the lunar tables of the package chinese-days (the calendar in Node is a day off in 2027); run once in decades.

import { writeFileSync } from 'node:fs'
import chineseDays from 'chinese-days'

const FIRST = 2000
const LAST = 2060
const LUNAR: Record<string, string> = { 春节: '01-01', 元宵: '01-15', 端午: '05-05', 中秋: '08-15', 重阳: '09-09' }
const years = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i)
const body = Object.entries(LUNAR).map(
  ([name, day]) =>
    `  ${name}: '${years.map(y => chineseDays.getSolarDateFromLunar(`${y}-${day}`).date.slice(5).replace('-', '')).join(' ')}',`,
)
writeFileSync(
  new URL('../src/reader/words/festivals.ts', import.meta.url),
  `// The days (MMDD) of the festivals that move with the moon, one for each year from FIRST; written by scripts/festivals.ts, data only.

export const FIRST = ${FIRST}

export const MOVING: Readonly<Record<string, string>> = {
${body.join('\n')}
}
`,
)
