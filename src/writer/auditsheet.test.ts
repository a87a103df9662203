import { expect, test } from 'vitest'
import { auditCsv, auditSheet } from './auditsheet.ts'

const line = {
  at: '2026-05-31T18:05:09.000Z',
  actor: '=cmd|calc',
  action: 'item.report',
  target: 'item:1',
  summary: '说“好”, "ok"',
  lane: 3,
  seq: 7,
  hash: 'ab',
}

test('a line of the log is in Beijing time, quoted, and never a formula', () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(auditCsv([line]))
  expect(text).toBe(
    `\ufeff时间（北京）,操作人,操作代码,对象,摘要,列,序号,校验值\r\n2026-06-01 02:05:09,'=cmd|calc,item.report,item:1,"说“好”, ""ok""",3,7,ab\r\n`,
  )
})

test('the sheet says how many there are and when it was made', () => {
  expect(auditSheet([line], '青禾县', '2026-06-01')).toMatchObject({ title: '青禾县审计日志', note: '2026-06-01导出，共1条' })
})
