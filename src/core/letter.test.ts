import { describe, expect, it } from 'vitest'
import type { TodoEntry } from './contract/todo.ts'
import { codeLetter, digestLetter, testLetter, urgentLetter } from './letter.ts'
import { URGENTS } from './message.ts'

const entry = (id: string, kind: TodoEntry['kind'], dueOn: string | null): TodoEntry => ({
  kind,
  item: { id, number: `2026-000${id}`, title: '北渠清淤' } as TodoEntry['item'],
  document: null,
  slip: null,
  dueOn,
  words: null,
})
const link = (path: string) => `https://luoshi.example${path}`
const entries = [
  entry('5', 'to-report', null),
  entry('3', 'to-report', '2026-06-27'),
  entry('2', 'to-accept', '2026-06-20'),
  entry('1', 'returned', '2026-06-17'),
  entry('4', 'to-verify', '2026-06-26'),
]

describe('the weekly digest', () => {
  it('says what waits, by what is due, with a link for each line, and what changed', () => {
    const changes = [{ kind: 'close' as const, number: '2026-0009', title: '渠首闸门检修' }]
    const letter = digestLetter({ entries, changes, today: '2026-06-20', link, most: 4 })!
    expect(letter.title).toBe('落实待办：5项待办，1项已逾期，2项7天内到期')
    expect(letter.lines).toEqual([
      { text: '【退回待改】2026-0001 北渠清淤（已逾期3天）', url: 'https://luoshi.example/items/1' },
      { text: '【待签收】2026-0002 北渠清淤（今天到期）', url: 'https://luoshi.example/items/2' },
      { text: '【待核查】2026-0004 北渠清淤（6月26日到期）', url: 'https://luoshi.example/items/4' },
      { text: '【待反馈】2026-0003 北渠清淤（6月27日到期）', url: 'https://luoshi.example/items/3' },
      { text: '另有1项，请登录查看。', url: 'https://luoshi.example/todo' },
      { text: '上次以来：2026-0009 渠首闸门检修，已办结。', url: null },
    ])
  })

  it('names a document that waits to be read, which has no deadline', () => {
    const document: TodoEntry = {
      kind: 'draft-document',
      item: null,
      document: { id: 'd', title: '会议纪要', drafts: 3, note: null },
      slip: null,
      dueOn: null,
      words: null,
    }
    const letter = digestLetter({ entries: [document], changes: [], today: '2026-06-20', link })!
    expect(letter.lines).toEqual([{ text: '【待审读】会议纪要', url: 'https://luoshi.example/documents/d' }])
  })

  it('is not sent when nothing waits, whatever changed', () => {
    expect(digestLetter({ entries: [], changes: [{ kind: 'close', number: null, title: 'x' }], today: '2026-06-20', link })).toBeNull()
  })
})

describe('the other letters', () => {
  it.each(URGENTS)('%s says why it did not wait', urgent => {
    const letter = urgentLetter(urgent, { number: '2026-0001', title: '北渠清淤', words: '缺验收单' }, link('/items/1'))
    expect(letter.title).toMatch(/^【.+】2026-0001 北渠清淤$/)
    expect(letter.lines).toEqual([
      { text: '缺验收单', url: null },
      { text: '打开事项', url: 'https://luoshi.example/items/1' },
    ])
    expect(letter.foot).toMatch(/即时发送|不等每周汇总/)
  })

  it('a code stands in the title, where a phone shows it', () => {
    expect(codeLetter('012345', 30).title).toBe('落实：邮箱验证码 012345')
    expect(testLetter('青禾县').lines[0]!.text).toContain('青禾县')
  })
})
