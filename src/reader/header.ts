// Finds the articles of a page and what frames each: title, number, issuer, recipients, signature, date, byline; never reads the body's meaning.

import type { ArticleFacts, Line, YearSource } from './context.ts'
import { genreOf } from './genre.ts'
import { readOrdinal } from './ordinal.ts'
import type { ReadOptions } from './reading.ts'
import { findYear, yearOfPage } from './year.ts'

const HEADING = /^(#{1,4})\s*/
// 青政办发〔2026〕23号
const NUMBER = /^[\p{Script=Han}]{0,14}[〔［[(（](?:19|20)\d{2}[〕］\])）]\s*[\p{Script=Han}]{0,4}\s*\d{1,4}\s*号/u
const NEWS_LEAD = /^(?:本报讯|本报[\p{Script=Han}]{2,6}讯|本报记者|本报评论员|[\p{Script=Han}]{2,8}讯(?=[（(\s0-9])|[（(](?:记者|通讯员))/u
const FULL_DATE =
  /([12]\d{3}|[一二][〇○零一二三四五六七八九]{3})\s*年\s*([\d一二三四五六七八九十]{1,3})\s*月\s*([\d一二三四五六七八九十]{1,3})\s*日/
const PUNCTUATED = /[，。；！？]/
const ISSUER = /(?:办公室|政府|委员会|局|厅|县委|市委|省委|区委|党委|小组|中心|指挥部|督查室|[办委部组会院司站所处社]|文件)$/
// 附件：1．……  附：
const ATTACHMENT = /^附\s*(?:件|表)?\s*\d*\s*[：:]/
// Lines under an item that belong to it: who and until when
export const TASK_LABEL =
  /^[（(]?(?:牵头|责任|配合|主办|协办|承办|主责|参与|落实|实施|督办|主体)(?:单位|部门|领导|人|主体)|^[（(]?(?:完成|办结|办理|整改|工作|时间)(?:时限|期限|时间|节点|要求)|^[（(]?(?:时限|期限|目标任务|工作措施|工作目标|进度要求|工作要求|具体措施|重点任务)[：:]/
const LABEL = /^[（(]?[\p{Script=Han}]{2,10}[：:]/u

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

/** Indexes of the lines where an article starts. */
function articleStarts(text: string, lines: readonly Line[]): number[] {
  const marked = markedHeadings(text, lines)
  if (marked.length) return marked
  const starts: number[] = []
  lines.forEach((line, i) => {
    const s = text.slice(line.start, Math.min(line.end, line.start + 40))
    if (NEWS_LEAD.test(s)) {
      const title = titleAbove(text, lines, i, starts.at(-1) ?? -1)
      if (title >= 0) starts.push(title)
    } else if (i > 0 && starts.length === 0 && i > 12 && NUMBER.test(s) && isSigned(text, lines, i)) starts.push(i)
    else if (i > 12 && NUMBER.test(s) && isSigned(text, lines, i)) starts.push(i)
  })
  if (!starts.length) return lines.length ? [0] : []
  // Text above the first start is a masthead when short, else an article of its own.
  const above = lines[starts[0]!]!.start - lines[0]!.start
  if (starts[0]! > 0 && above > 160) starts.unshift(0)
  return starts
}

/** `## ` lines of the level that has most of them; a numbered one is a section. */
function markedHeadings(text: string, lines: readonly Line[]): number[] {
  const byLevel = new Map<number, number[]>()
  lines.forEach((line, i) => {
    if (text.charCodeAt(line.start) !== 0x23) return
    const m = HEADING.exec(text.slice(line.start, line.start + 8))
    if (!m || m[1]!.length > 4 || readOrdinal(text, line.start + m[0].length)) return
    const level = m[1]!.length
    const same = byLevel.get(level)
    if (same) same.push(i)
    else byLevel.set(level, [i])
  })
  const levels = [...byLevel.keys()].sort()
  const level = levels.find(l => byLevel.get(l)!.length > 1) ?? levels[0]
  return level === undefined ? [] : byLevel.get(level)!
}

/** The line that heads a news report: the nearest above it that is not prose. */
function titleAbove(text: string, lines: readonly Line[], lead: number, floor: number): number {
  let title = -1
  for (let i = lead - 1; i > floor && i >= lead - 3; i--) {
    const s = text.slice(lines[i]!.start, lines[i]!.end)
    if (s.length > 60 || /[。；]/.test(s) || FULL_DATE.test(s)) break
    title = i
  }
  return title >= 0 ? title : lead > 0 ? -1 : 0
}

/** A signature date stands within the four lines above: another document begins. */
function isSigned(text: string, lines: readonly Line[], i: number): boolean {
  return lines.slice(Math.max(0, i - 4), i).some(l => l.end - l.start < 40 && FULL_DATE.test(text.slice(l.start, l.end)))
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
    const number = NUMBER.exec(s)
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
      a.recipients = s
        .slice(0, -1)
        .split(/[，,、；;]/)
        .map(r => r.trim())
        .filter(Boolean)
      line.role = 'recipients'
      return i + 1
    } else break
  }
  return i
}

/** Index of the line 关于……的通知 when heads of paper stand above it, else -1. */
function properTitle(text: string, lines: readonly Line[]): number {
  for (let i = 1; i < lines.length && i < 7; i++) {
    const s = text.slice(lines[i]!.start, Math.min(lines[i]!.end, lines[i]!.start + 120))
    if (isFrontMatter(s)) continue
    if (/[。；：:]/.test(s) || readOrdinal(text, lines[i]!.start)) return -1
    if (
      /^(?:[\p{Script=Han}]{4,20})?关于.{4,}(?:通知|通报|方案|意见|纪要|决定|报告|公告|通告|要点|计划|细则|函|批复|请示|专报|情况)$/u.test(
        s,
      )
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

/** From the end: attachments, byline, signature with its date. */
function readBottom(text: string, lines: Line[], body: number, a: ArticleFacts): void {
  for (let i = lines.length - 1; i >= body && i >= lines.length - 16; i--) {
    const line = lines[i]!
    const s = text.slice(line.start, Math.min(line.end, line.start + 120))
    const long = line.end - line.start > 60
    if (
      i === lines.length - 1 &&
      /^[（(]?(?:记者|通讯员|作者)?[\s：:]*[\p{Script=Han}]{2,4}(?:[\s、　]+[\p{Script=Han}]{2,4})*[）)]?$/u.test(s) &&
      s.length < 14 &&
      !ISSUER.test(s)
    ) {
      a.byline = s.replace(/^[（(]?(?:记者|通讯员|作者)?[\s：:]*|[）)]$/g, '')
      line.role = 'byline'
    } else if (!long && FULL_DATE.test(s) && !/[，。；]/.test(s)) {
      const date = FULL_DATE.exec(s)!
      a.date ??= isoOf(date)
      line.role = 'signature'
      const before = s.slice(0, date.index).trim()
      if (ISSUER.test(before)) a.issuer ??= before
      const above = lines[i - 1]
      if (!before && above && i - 1 >= body) {
        const name = text.slice(above.start, Math.min(above.end, above.start + 60))
        if (above.end - above.start < 40 && ISSUER.test(name) && !PUNCTUATED.test(name)) {
          a.issuer ??= name
          above.role = 'signature'
        }
      }
    }
  }
  markAttachments(text, lines, body)
}

/** 附件：1．…… and the numbered lines under it. */
function markAttachments(text: string, lines: Line[], body: number): void {
  let inside = false
  for (let i = body; i < lines.length; i++) {
    const line = lines[i]!
    const s = text.slice(line.start, Math.min(line.end, line.start + 40))
    if (ATTACHMENT.test(s) && line.end - line.start < 80) inside = true
    else if (inside && !(readOrdinal(text, line.start) && line.end - line.start < 60 && !/[，。；]/.test(s))) inside = false
    if (inside && line.role === 'body') line.role = 'attachment'
    else if (line.role === 'body' && LABEL.test(s) && !TASK_LABEL.test(s)) line.role = 'label'
  }
}

/** A numbered line of its own without a pause: 二、重点任务 */
function isHeading(text: string, line: Line): boolean {
  return line.end - line.start <= 40 && readOrdinal(text, line.start) !== null && !/[，。；：]/.test(text.slice(line.start + 3, line.end))
}

/** 本报讯（记者 王一 通讯员 李二）… */
function reporter(text: string, lines: readonly Line[]): string | null {
  for (const line of lines.slice(0, 6)) {
    const m = /^(?:本报讯|[\p{Script=Han}]{2,8}讯)?\s*[（(]\s*(?:本报)?(?:记者|通讯员)?\s*([\p{Script=Han}\s　、]{2,20}?)\s*[）)]/u.exec(
      text.slice(line.start, Math.min(line.end, line.start + 40)),
    )
    if (m)
      return m[1]!
        .replace(/(?:记者|通讯员)/g, ' ')
        .trim()
        .replace(/[\s　]+/g, ' ')
  }
  return null
}

/** 程在理　6月2日, 江河同志9月3日批示: the day of the first note, the year being known. */
function signedDay(body: string, year: number | undefined): string | null {
  const m =
    /^[\s　]*[\p{Script=Han}]{2,4}[\s　]+(\d{1,2})月(\d{1,2})日$/mu.exec(body) ??
    /(\d{1,2})月(\d{1,2})日(?:作?出?)?(?:批示|签批|批语)/.exec(body)
  return m && year ? `${year}-${m[1]!.padStart(2, '0')}-${m[2]!.padStart(2, '0')}` : null
}

function dayOf(s: string): string | null {
  const m = FULL_DATE.exec(s)
  return m ? isoOf(m) : null
}

const CIPHERS: Record<string, number> = { 〇: 0, '○': 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }

/** 2026年5月18日, 二〇二六年五月十八日 → 2026-05-18; null when there is no such day. */
function isoOf([, y, m, d]: RegExpExecArray): string | null {
  const year = /\d/.test(y!) ? Number(y) : [...y!].reduce((n, c) => n * 10 + (CIPHERS[c] ?? 0), 0)
  const [month, day] = [smallNumber(m!), smallNumber(d!)]
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null
}

function smallNumber(s: string): number {
  if (/^\d+$/.test(s)) return Number(s)
  const [tens, ones] = s.includes('十') ? s.split('十') : ['', s]
  return (s.includes('十') ? (tens ? (CIPHERS[tens] ?? 0) : 1) * 10 : 0) + (ones ? (CIPHERS[ones] ?? 0) : 0)
}
