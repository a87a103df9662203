// Writes the days of the moving festivals to src/reader/words/festivals.ts, from the Chinese calendar that Node carries; run once in decades.

import { writeFileSync } from 'node:fs'

const FIRST = 2000
const LAST = 2060
const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
const WANTED: Record<string, string> = { '1/1': '春节', '1/15': '元宵', '5/5': '端午', '8/15': '中秋', '9/9': '重阳' }
const days: Record<string, string[]> = { 春节: [], 元宵: [], 端午: [], 中秋: [], 重阳: [] }
for (let t = Date.UTC(FIRST, 0, 1); t < Date.UTC(LAST + 1, 0, 1); t += 86_400_000) {
  const parts = calendar.formatToParts(t)
  const month = parts.find(p => p.type === 'month')!.value
  const day = parts.find(p => p.type === 'day')!.value
  const name = WANTED[`${month}/${day}`]
  if (name) days[name]!.push(new Date(t).toISOString().slice(5, 10).replace('-', ''))
}
const body = Object.entries(days).map(([name, list]) => `  ${name}: '${list.join(' ')}',`)
writeFileSync(
  new URL('../src/reader/words/festivals.ts', import.meta.url),
  `// The days (MMDD) of the festivals that move with the moon, one for each year from FIRST; written by scripts/festivals.ts, data only.

export const FIRST = ${FIRST}

export const MOVING: Readonly<Record<string, string>> = {
${body.join('\n')}
}
`,
)
