// Frames each article of a page: title, number, issuer, recipients, genre, year; never reads the body's meaning.

import type { ArticleFacts, Line, YearSource } from './context.ts'
import { genreOf } from './genre.ts'
import { FULL_DATE, HEADING, ISSUER, LABEL, NEWS_LEAD, NUMBER, PUNCTUATED } from './mark.ts'
import { readOrdinal } from './ordinal.ts'
import { articleStarts } from './page.ts'
import type { ReadOptions } from './reading.ts'
import { dayOf, isoOf, readBottom, reporter, signedDay } from './signature.ts'
import { findYear, yearOfPage } from './year.ts'

// 第88号, alone on its line
const LONE_NUMBER = /^第\s*\d{1,4}\s*号$/

/** Sets `article` and `role` of every line and gives the articles. */
export function findArticles(text: string, lines: Line[], options: ReadOptions): ArticleFacts[] {
  const starts = articleStarts(text, lines)
  const articles: ArticleFacts[] = []
  const masthead = text.slice(0, lines[starts[0] ?? 0]?.start ?? 0).slice(0, 400)
  for (const line of lines.slice(0, starts[0] ?? 0)) line.role = 'masthead'
  starts.forEach((from, index) => {
    const to = starts[index + 1] ?? lines.length
    const own = lines.slice(from, to)
    for (const line of own) line.article = index
    articles.push(readFrame(text, own, index, masthead))
  })
  let ofPage: YearSource | null | undefined
  const page = () => (ofPage === undefined ? (ofPage = yearOfPage(text)) : ofPage)
  for (const a of articles) {
    a.year = findYear(a.title ? text.slice(...a.title) : '', text.slice(a.start, a.end), a, masthead, page, options)
    if (a.genre === 'leader-note') a.date = signedDay(text.slice(a.start, a.end), a.year?.year) ?? a.date
  }
  return articles
}

function readFrame(text: string, lines: Line[], index: number, masthead: string): ArticleFacts {
  const start = lines[0]!.start
  const end = lines.at(-1)!.end
  const a: ArticleFacts = {
    index,
    start,
    end,
    title: null,
    genre: 'other',
    number: null,
    issuer: null,
    recipients: [],
    byline: null,
    date: null,
    year: null,
    place: null,
  }
  const body = readTop(text, lines, a)
  readBottom(text, lines, body, a)
  const isNews = lines.slice(0, 6).some(l => NEWS_LEAD.test(text.slice(l.start, Math.min(l.end, l.start + 40))))
  a.genre = genreOf(a.title ? text.slice(...a.title) : '', text.slice(lines[body]?.start ?? start, end), isNews)
  if (!a.date && masthead) a.date = dayOf(masthead)
  if (isNews) a.byline ??= reporter(text, lines)
  for (const line of lines) if (line.role === 'body' && isHeading(text, line)) line.role = 'heading'
  return a
}

/** Number, issuer, title, recipients; gives the index of the first body line. */
function readTop(text: string, lines: Line[], a: ArticleFacts): number {
  const named = properTitle(text, lines)
  let i = 0
  for (; i < lines.length && i < 9; i++) {
    const line = lines[i]!
    const s = text.slice(line.start, Math.min(line.end, line.start + 200))
    const mark = HEADING.exec(s)
    const number = NUMBER.exec(s) ?? LONE_NUMBER.exec(s)
    if (number && !a.number) {
      a.number = number[0].replace(/\s/g, '')
      line.role = 'number'
    } else if (!a.title && isFrontMatter(s)) line.role = 'label'
    else if (i < named) {
      if (ISSUER.test(s)) a.issuer ??= s.replace(/文件$/, '').split(/[\s　]+/)[0]!
      line.role = 'label'
    } else if (!a.title && !mark && i + 1 < lines.length && s.length < 40 && ISSUER.test(s) && titleFollows(text, lines, i)) {
      a.issuer = s.replace(/文件$/, '').replace(/\s/g, '')
      line.role = 'label'
    } else if (!a.title && (mark || isTitle(s))) {
      a.title = [line.start + (mark?.[0].length ?? 0), line.end]
      line.role = 'title'
    } else if (a.title && !PUNCTUATED.test(s) && /^[（(].*[）)]$/.test(s)) readDateline(s, line, a)
    else if (a.title && !a.issuer && s.length < 24 && ISSUER.test(s) && !/[，。；：:！？]/.test(s) && !readOrdinal(text, line.start)) {
      a.issuer = s
      line.role = 'signature'
    } else if (
      a.title &&
      /^[^。：:]{2,160}[：:]$/.test(s) &&
      /[各局委办府位司院道志部县市区厅]/.test(s) &&
      !/^同志|如下|批示|要求|意见[：:]|强调|指出|通知[：:]/.test(s)
    ) {
      a.recipients = recipientsIn(s.slice(0, -1))
      line.role = 'recipients'
      return i + 1
    } else break
  }
  return i
}

/** 各乡镇人民政府，县直有关部门，省、市驻青各单位: a level alone belongs to what it is joined to. */
function recipientsIn(s: string): string[] {
  return s
    .split(/[，,；;]|(?<!(?:^|[，,、；;\s])(?:中央|中|国|部|省|市|州|区|县))、/)
    .map(r => r.trim())
    .filter(Boolean)
}

/** Index of the line 关于……的通知 when heads of paper stand above it, else -1. */
function properTitle(text: string, lines: readonly Line[]): number {
  for (let i = 1; i < lines.length && i < 7; i++) {
    const s = text.slice(lines[i]!.start, Math.min(lines[i]!.end, lines[i]!.start + 120))
    if (isFrontMatter(s)) continue
    if (/[。；：:]/.test(s) || readOrdinal(text, lines[i]!.start)) return -1
    if (
      /^(?:[\u4e00-\u9fff]{4,20})?关于.{4,}(?:通知|通报|方案|意见|纪要|决定|报告|公告|通告|要点|计划|细则|函|批复|请示|专报|情况)$/.test(s)
    )
      return i
  }
  return -1
}

/** 密级：无, 签发人：张三, 特急 */
function isFrontMatter(s: string): boolean {
  return s.length < 60 && /^(?:密级|缓急|签发人|紧急程度|特急|加急|机密|秘密|第\s*\d+\s*期|总第|内部)/.test(s)
}

/** The title stands on one of the next three lines. */
function titleFollows(text: string, lines: readonly Line[], i: number): boolean {
  return lines.slice(i + 1, i + 4).some(l => {
    const s = text.slice(l.start, Math.min(l.end, l.start + 200))
    return !NUMBER.test(s) && !ISSUER.test(s) && isTitle(s) && !LABEL.test(s) && !readOrdinal(text, l.start)
  })
}

function isTitle(s: string): boolean {
  return s.length <= 80 && !/[。；]/.test(s) && !/[：:]$/.test(s) && !NEWS_LEAD.test(s)
}

/** （县统计局　2026年7月18日） */
function readDateline(s: string, line: Line, a: ArticleFacts): void {
  const date = FULL_DATE.exec(s)
  if (!date) return
  a.date ??= isoOf(date)
  const issuer = s.slice(1, date.index).trim()
  if (issuer) a.issuer ??= issuer
  line.role = 'signature'
}

/** A numbered line of its own without a pause: 二、重点任务 */
function isHeading(text: string, line: Line): boolean {
  return line.end - line.start <= 40 && readOrdinal(text, line.start) !== null && !/[，。；：]/.test(text.slice(line.start + 3, line.end))
}
