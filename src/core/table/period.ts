// The period that a heading, a title or a cell speaks of: 1—5月累计, 2026年5月, 上半年, 本月止累计. Pure; what it leaves unsaid stays open.

export interface Period {
  year: number | null
  /** The last month of it, 1–12. */
  month: number | null
  /** All of the year so far, one month alone, or left open. */
  span: 'cumulative' | 'single' | null
  /** What of the words was no period. */
  rest: string
}

const N = '(1[0-2]|0?[1-9])'
const TO = '(?:-|—|–|―|~|～|至|到|月-|月—|月至|月到|月~)'
/** Tried in this order: the longer words first. */
const PATTERNS: readonly (readonly [RegExp, (found: RegExpExecArray) => Partial<Omit<Period, 'rest'>>])[] = [
  [/(20\d\d)\s*年\s*度?/, f => ({ year: Number(f[1]) })],
  // 2026-05 2026/5 2026.05 202605
  [
    /(?<!\d)(20\d\d)(?:[-/.](1[0-2]|0?[1-9])|(1[0-2]|0[1-9]))(?:[-/.]\d{1,2})?(?!\d)/,
    f => ({ year: Number(f[1]), month: Number(f[2] ?? f[3]) }),
  ],
  // 26年9月
  [/(?<!\d)(2\d)年(?=1?\d(?:月|[-—–~至]))/, f => ({ year: 2000 + Number(f[1]) })],
  [new RegExp(`[前头]${N}个?月`), f => ({ month: Number(f[1]), span: 'cumulative' })],
  [new RegExp(`1${TO}${N}月份?`), f => ({ month: Number(f[1]), span: 'cumulative' })],
  [/前三季度|(?:1|第?一)[-—–~～至到](?:3|三)季度/, () => ({ month: 9, span: 'cumulative' })],
  [/上半年/, () => ({ month: 6, span: 'cumulative' })],
  [/(?:第?一|第?1)季度|Q1/i, () => ({ month: 3, span: 'cumulative' })],
  [/(?:第?二|第?2)季度|Q2/i, () => ({ month: 6, span: 'single' })],
  [/(?:第?三|第?3)季度|Q3/i, () => ({ month: 9, span: 'single' })],
  [/(?:第?四|第?4)季度|Q4/i, () => ({ month: 12, span: 'single' })],
  [/下半年/, () => ({ month: 12, span: 'single' })],
  [/全年(?!目标|任务|计划|预)/, () => ({ month: 12, span: 'cumulative' })],
  [new RegExp(`(?:截[至止]|至|到)?(?<![\\d.])${N}月(?:份)?(?:\\d{1,2}日)?(?:底|末|止)`), f => ({ month: Number(f[1]) })],
  [new RegExp(`(?<![\\d.])${N}月(?:份)?(?:\\d{1,2}日)?`), f => ({ month: Number(f[1]) })],
]
const CUMULATIVE = /本?(?:月|期)?止?累计(?:完成)?数?|自?年初(?:以来)?(?:至今|累计)|年初至今|本月止|本年累计/
const SINGLE = /本月(?:完成|数)?|当月(?:完成|数)?|单月|本季度?|当季/

const FIGURES: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
  十: '10',
  十一: '11',
  十二: '12',
}
const DIGITS = '〇一二三四五六七八九'
/** 五月 → 5月, 一至五月 → 1至5月, 二〇二六年 → 2026年; 一季度 stays. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, y => [...y].map(c => Math.max(0, DIGITS.indexOf(c))).join(''))
    .replace(/(十[一二]?|[一二三四五六七八九])(?=个?月(?!份额|季))/g, m => FIGURES[m]!)
    .replace(/一(?=\s*(?:至|到|-|—)\s*(?:1[0-2]|[1-9])月)/g, '1')

export function readPeriod(text: string): Period {
  const found: Period = { year: null, month: null, span: null, rest: plain(text) }
  for (const [pattern, says] of PATTERNS) {
    const at = pattern.exec(found.rest)
    if (!at) continue
    const said = says(at)
    if (said.month !== undefined && found.month !== null) continue
    Object.assign(found, said)
    found.rest = found.rest.slice(0, at.index) + found.rest.slice(at.index + at[0].length)
  }
  for (const [pattern, span] of [
    [SINGLE, 'single'],
    [CUMULATIVE, 'cumulative'],
  ] as const) {
    const at = pattern.exec(found.rest)
    if (!at || (span === 'single' && CUMULATIVE.test(found.rest))) continue
    found.span = span
    found.rest = found.rest.slice(0, at.index) + found.rest.slice(at.index + at[0].length)
  }
  found.rest = found.rest.replace(/^[\s·、,，:：()\-—–_]+|[\s·、,，:：(\-—–_]+$/g, '').trim()
  return found
}

/** A month's cell alone: 5 · 05 · 1-5 · 5月 · 2026-05 · 2026年1—5月; null when it says anything else. */
export function monthCell(text: string): { year: number | null; month: number } | null {
  const bare = text.normalize('NFKC').trim()
  // 1-5 in a column of months is 1-5月.
  const number = /^(?:1[-—–~至])?(1[0-2]|0?[1-9])$/.exec(bare)
  if (number) return { year: null, month: Number(number[1]) }
  const { year, month, rest } = readPeriod(bare)
  return month !== null && rest === '' ? { year, month } : null
}

/** 2026 · 2026年 */
export function yearCell(text: string): number | null {
  const found = /^(20\d\d)(?:年度?)?$/.exec(text.normalize('NFKC').trim())
  return found ? Number(found[1]) : null
}
