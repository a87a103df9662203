// Writes the administrative divisions of China (GB/T 2260, from the npm package @vant/area-data) to src/reader/words/places.ts; run when the standard changes.

import { writeFileSync } from 'node:fs'
import { areaList } from '@vant/area-data'

// "市辖区" and zones of development are no divisions of the standard
const names = (list: Record<string, string>) =>
  [...new Set(Object.values(list))].filter(n => /[\u4e00-\u9fff]{2,}/.test(n) && !/^(?:市辖区|县|其他|直辖)/.test(n))
const wrap = (words: string[]) => {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (line.length + word.length > 130) {
      lines.push(line)
      line = ''
    }
    line += `${line ? ' ' : ''}${word}`
  }
  return [...lines, line].map(l => `  ${l}`).join('\n')
}
const block = (name: string, what: string, words: string[]) => `/** ${what} */
export const ${name}: readonly string[] = \`
${wrap(words)}
\`
  .trim()
  .split(/\\s+/)
`
writeFileSync(
  new URL('../src/reader/words/places.ts', import.meta.url),
  `// Administrative divisions of China (GB/T 2260), written by scripts/places.ts from @vant/area-data (MIT); data only.

${block('PROVINCES', 'Provinces, regions and municipalities.', names(areaList.province_list))}
${block('CITIES', 'Prefecture-level cities, prefectures and leagues.', names(areaList.city_list))}
${block('COUNTIES', 'Counties, districts, banners and county-level cities.', names(areaList.county_list))}`,
)
