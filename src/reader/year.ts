// Finds the year that dates without one belong to, with the reason; never guesses from the clock unless told today's date.

import type { ArticleFacts, YearSource } from './context.ts'
import type { ReadOptions } from './reading.ts'

const MASTHEAD_YEAR = /(20\d{2}|19\d{2})年\d{1,2}月\d{1,2}日/
// 中华人民共和国成立70周年, 建党100周年: the year the thing happened in
const ANNIVERSARIES: [RegExp, number][] = [
  [/(?:中华人民共和国成立|新中国成立|建国)(\d{2,3})周年/, 1949],
  [/(?:中国共产党成立|建党)(\d{2,3})周年/, 1921],
  [/改革开放(\d{2})周年/, 1978],
  [/(?:中国人民解放军建军|建军)(\d{2,3})周年/, 1927],
  [/红军长征胜利(\d{2,3})周年/, 1936],
  [/抗日战争(?:暨世界反法西斯战争)?胜利(\d{2,3})周年/, 1945],
]
// 2018年，全市实现地区生产总值……: the year of the last full-year figures is the year before
const STATISTIC =
  /(20\d{2})年[，,]?(?:全[县市省区年]|该[县市区]|末|[\u4e00-\u9fff]{2,4}[县市区])?.{0,6}(?:实现|完成|地区生产总值|生产总值|GDP|一般公共预算|总人口)/g

/** What the words of a whole page say of its year; only its first part is looked at. */
export function yearOfPage(page: string): YearSource | null {
  return fromWords(page.slice(0, 60_000), null, '')
}

/** Explicit dates apart: document date, dateline, another full date, document number, title, anniversary, latest statistic, today. */
export function findYear(
  title: string,
  body: string,
  article: ArticleFacts,
  masthead: string,
  page: () => YearSource | null,
  options: ReadOptions,
): YearSource | null {
  const dateline = MASTHEAD_YEAR.exec(masthead)
  if (article.date) return { year: Number(article.date.slice(0, 4)), reason: dateline ? 'dateline' : 'document-date' }
  if (dateline) return { year: Number(dateline[1]), reason: 'dateline' }
  const own = fromWords(body.slice(0, 60_000), article.number, title)
  if (own) return own
  const others = page()
  if (others) return others
  return options.today ? { year: Number(options.today.slice(0, 4)), reason: 'today' } : null
}

function fromWords(text: string, number: string | null, title: string): YearSource | null {
  const numbered = number && /(?:19|20)\d{2}/.exec(number)
  if (numbered) return { year: Number(numbered[0]), reason: 'document-number' }
  // （2027年第11次）, （2026年第3期）
  const session = /[（(](20\d{2})年第\d{1,3}[次期号][）)]/.exec(text.slice(0, 400))
  if (session) return { year: Number(session[1]), reason: 'document-number' }
  const full = MASTHEAD_YEAR.exec(text)
  if (full) return { year: Number(full[1]), reason: 'document-date' }
  const titled = /20\d{2}(?=年)/.exec(title)
  if (titled) return { year: Number(titled[0]), reason: 'title' }
  for (const [pattern, from] of ANNIVERSARIES) {
    const m = pattern.exec(text)
    if (m) return { year: from + Number(m[1]), reason: 'anniversary' }
  }
  let latest = 0
  for (const m of text.matchAll(STATISTIC)) latest = Math.max(latest, Number(m[1]))
  return latest ? { year: latest + 1, reason: 'statistic' } : null
}
