// The audit log as a sheet and as comma-separated values, for keeping and for other programs. Deeds keep their codes: they are what the log holds.
import type { Cell, Column, Sheet } from './sheet.ts'

interface AuditLine {
  at: string
  actor: string
  action: string
  target: string
  summary: string
  lane: number
  seq: number
  hash: string
}

const COLUMNS: (Column & { of: (line: AuditLine) => Cell })[] = [
  { key: 'at', header: '时间（北京）', width: 20, kind: 'text', of: l => beijing(l.at) },
  { key: 'actor', header: '操作人', width: 18, kind: 'text', of: l => l.actor },
  { key: 'action', header: '操作代码', width: 26, kind: 'text', of: l => l.action },
  { key: 'target', header: '对象', width: 46, kind: 'text', of: l => l.target },
  { key: 'summary', header: '摘要', width: 30, kind: 'text', of: l => l.summary },
  { key: 'lane', header: '列', width: 6, kind: 'number', of: l => l.lane },
  { key: 'seq', header: '序号', width: 10, kind: 'number', of: l => l.seq },
  { key: 'hash', header: '校验值', width: 68, kind: 'text', of: l => l.hash },
]

/** 2026-05-31T06:05:09.000Z → 2026-05-31 14:05:09 */
const beijing = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

export const auditSheet = (lines: AuditLine[], jurisdiction: string, today: string): Sheet => ({
  title: `${jurisdiction}审计日志`,
  date: today,
  issuer: jurisdiction,
  note: `${today}导出，共${lines.length}条`,
  columns: COLUMNS.map(({ of: _, ...column }) => column),
  rows: lines.map(line => Object.fromEntries(COLUMNS.map(({ key, of }) => [key, of(line)]))),
})

/** With the mark by which Excel knows UTF-8; what a sheet would take for a formula is put in words (OWASP, CSV injection). */
export const auditCsv = (lines: AuditLine[]): Uint8Array => {
  const cell = (value: Cell): string => {
    const text = String(value ?? '').replace(/^(?=[=+\-@\t\r])/, "'")
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const rows = [COLUMNS.map(c => c.header), ...lines.map(line => COLUMNS.map(c => c.of(line)))]
  return new TextEncoder().encode(`\ufeff${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`)
}
