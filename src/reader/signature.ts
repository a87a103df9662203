// Reads what stands at the foot of a paper: attachments, byline, signature and its date; never takes a date of the body for the signing day.

import type { ArticleFacts, Line } from './context.ts'
import { makeDay } from './day.ts'
import { ATTACHMENT, FULL_DATE, ISSUER, LABEL, PUNCTUATED, TASK_LABEL } from './mark.ts'
import { readOrdinal } from './ordinal.ts'

/** From the end: attachments, byline, signature with its date. */
export function readBottom(text: string, lines: Line[], body: number, a: ArticleFacts): void {
  for (let i = lines.length - 1; i >= body && i >= lines.length - 16; i--) {
    const line = lines[i]!
    const s = text.slice(line.start, Math.min(line.end, line.start + 120))
    const long = line.end - line.start > 60
    if (
      i === lines.length - 1 &&
      /^[（(]?(?:记者|通讯员|作者)?[\s：:]*[\u4e00-\u9fff]{2,4}(?:[\s、　]+[\u4e00-\u9fff]{2,4})*[）)]?$/.test(s) &&
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
      if (!before) signers(text, lines, i, body, a)
    }
  }
  markAttachments(text, lines, body)
}

/** The bodies that sign above the date, one a line; the first of them is the issuer. */
function signers(text: string, lines: Line[], date: number, body: number, a: ArticleFacts): void {
  let issuer: string | null = null
  for (let i = date - 1; i >= body && i >= date - 6; i--) {
    const line = lines[i]!
    const name = text.slice(line.start, Math.min(line.end, line.start + 60))
    if (line.end - line.start >= 40 || !ISSUER.test(name) || PUNCTUATED.test(name) || readOrdinal(text, line.start)) break
    issuer = name
    line.role = 'signature'
  }
  if (issuer) a.issuer ??= issuer
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

/** 本报讯（记者 王一 通讯员 李二）… */
export function reporter(text: string, lines: readonly Line[]): string | null {
  for (const line of lines.slice(0, 6)) {
    const m = /^(?:本报讯|[\u4e00-\u9fff]{2,8}讯)?\s*[（(]\s*(?:本报)?(?:记者|通讯员)?\s*([\u4e00-\u9fff\s　、]{2,20}?)\s*[）)]/.exec(
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

/** 陆明川　6月2日, 江河同志9月3日批示: the day of the first note, the year being known; null for 8月32日. */
export function signedDay(body: string, year: number | undefined): string | null {
  const m =
    /^[\s　]*[\u4e00-\u9fff]{2,4}[\s　]+(\d{1,2})月(\d{1,2})日$/mu.exec(body) ??
    /(\d{1,2})月(\d{1,2})日(?:作?出?)?(?:批示|签批|批语)/.exec(body)
  return m && year ? makeDay(year, Number(m[1]), Number(m[2])) : null
}

export function dayOf(s: string): string | null {
  const m = FULL_DATE.exec(s)
  return m ? isoOf(m) : null
}

const CIPHERS: Record<string, number> = { 〇: 0, '○': 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }

/** 2026年5月18日, 二〇二六年五月十八日 → 2026-05-18; null when there is no such day. */
export function isoOf([, y, m, d]: RegExpExecArray): string | null {
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
