import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from './decide.ts'
import { isRefusal } from './refusal.ts'
import { UNTOUCHED } from './register.ts'
import { PLAIN_BOOK } from './rules.ts'
import { type Actor, type Item, STATES } from './types.ts'
import { checkWorkbook, type LineVerdict, WORKBOOK_COLUMNS, type WorkbookCheck, type WorkbookItem, workbookRows } from './workbook.ts'
import type { WorkbookCell } from './workbookcell.ts'

const liaison = (unitId: string): Actor => ({
  personId: `of ${unitId}`,
  name: unitId,
  jurisdiction: '990124',
  appointments: [{ role: 'liaison', unitId }],
  unitIds: [unitId],
})
const lead = liaison('shui')
const item = (id: string, over: Partial<WorkbookItem> = {}): WorkbookItem => ({
  id,
  number: `2026-000${id}`,
  title: `事项${id}`,
  state: 'in_progress',
  version: 7,
  percent: 40,
  dueOn: '2026-06-30',
  leadUnitId: 'shui',
  coUnitIds: ['cai'],
  lastReportAt: '2026-06-01T02:00:00Z',
  waitingFor: 'upper',
  held: null,
  lastWords: '已完成招标文件',
  lastBy: '甲某',
  ...over,
})

/** 12 公里 in all, 3 reported. */
const KM = { target: 12, unit: '公里', share: 100 / 12, last: 3 }

type Keys = (typeof WORKBOOK_COLUMNS)[number]['key']
/** The sheet as it was filled, with what people wrote into it. */
const sheet = (
  items: WorkbookItem[],
  written: Partial<Record<Keys, WorkbookCell>>[] = [],
  columns = WORKBOOK_COLUMNS,
): WorkbookCell[][] => [
  ['县水利局 2026年6月批量反馈表'],
  columns.map(column => column.header),
  ...workbookRows(lead, items).map((row, at) => columns.map(column => ({ ...row, ...written[at] })[column.key])),
]
const lines = (check: WorkbookCheck) => {
  if (check.fault !== null) throw new Error(check.fault)
  return check.lines
}
const verdict = (written: Partial<Record<Keys, WorkbookCell>>, now: Partial<WorkbookItem> = {}, actor = lead): LineVerdict =>
  lines(checkWorkbook(sheet([item('1')], [written]), [item('1', now)], actor))[0]!.verdict

describe('the pre-filled sheet', () => {
  it('holds the items on which the person can report now', () => {
    const items = [...STATES.map(state => item(state, { state })), item('other', { leadUnitId: 'nong', coUnitIds: [] })]
    expect(workbookRows(lead, items).map(row => row.id)).toEqual(['in_progress', 'returned'])
  })

  it('that comes back as it went out changes nothing', () => {
    expect(lines(checkWorkbook(sheet([item('1'), item('2')]), [item('1'), item('2')], lead)).map(line => line.verdict)).toEqual([
      'unchanged',
      'unchanged',
    ])
  })
})

describe('a line that came back', () => {
  it.each<[string, Partial<Record<Keys, WorkbookCell>>, Partial<WorkbookItem>, LineVerdict]>([
    ['with a higher percentage', { percent: 60 }, {}, 'ok'],
    ['with words alone', { words: '已完成招标' }, {}, 'ok'],
    ['with an empty percentage and words', { percent: null, words: '已完成招标' }, {}, 'ok'],
    ['with an empty percentage alone', { percent: null }, {}, 'unchanged'],
    ['with blanks for words', { words: '  ' }, {}, 'unchanged'],
    ['with 60%', { percent: '60%' }, {}, 'ok'],
    ['with ６０％', { percent: ' ６０％ ' }, {}, 'ok'],
    ['with 100', { percent: 100 }, {}, 'ok'],
    ['with a hair more than 100', { percent: 100.04 }, {}, 'percent-out-of-range'],
    ['with 0.6, which may be 60%', { percent: 0.6 }, {}, 'percent-unclear'],
    ['with 1, which may be 100%', { percent: 1 }, {}, 'percent-unclear'],
    ['with 1%', { percent: '1%', words: '重新核定' }, {}, 'ok'],
    ['with 101', { percent: 101 }, {}, 'percent-out-of-range'],
    ['with -1', { percent: -1 }, {}, 'percent-out-of-range'],
    ['with words for a percentage', { percent: '六成' }, {}, 'percent-unreadable'],
    ['with a formula left as text', { percent: '=1+1' }, {}, 'percent-unreadable'],
    ['with a lower percentage', { percent: 30 }, {}, 'percent-falls'],
    ['with a lower percentage and words', { percent: 30, words: '核减重复计量' }, {}, 'ok'],
    ['with too many words', { words: '字'.repeat(4001) }, {}, 'words-refused'],
    ['with characters that turn the line round', { words: '已完成\u202e' }, {}, 'words-refused'],
    [
      'reported on by someone else since',
      { percent: 60 },
      { percent: 50, lastReportAt: '2026-06-03T02:00:00Z', version: 8 },
      'changed-elsewhere',
    ],
    [
      'reported on with the same percentage since',
      { words: '已完成招标' },
      { lastReportAt: '2026-06-03T02:00:00Z', version: 8 },
      'changed-elsewhere',
    ],
    ['returned since', { percent: 60 }, { state: 'returned', version: 8 }, 'changed-elsewhere'],
    ['only urged since', { percent: 60 }, { version: 8 }, 'ok'],
    ['changed elsewhere and left as it was', {}, { percent: 50, version: 8 }, 'unchanged'],
    ['submitted since', { percent: 60 }, { state: 'pending_verification', version: 8 }, 'wrong-state'],
    ['closed since', { words: '已完成招标' }, { state: 'closed', version: 9 }, 'wrong-state'],
    ['given to another unit since', { percent: 60 }, { leadUnitId: 'nong', coUnitIds: [] }, 'not-yours'],
    ['with another item’s key', { id: 'nowhere', percent: 60 }, {}, 'unknown-item'],
    ['with somebody nobody waits for', { words: '已招标', waiting: '天气' }, {}, 'waiting-unknown'],
    ['waiting for somebody else, without a word of why', { waiting: '督查室' }, {}, 'unchanged'],
    ['to be struck off, with words', { submit: '是', words: '全部完成' }, {}, 'ok'],
    ['to be struck off, without words', { submit: '是' }, {}, 'words-needed'],
    ['with 也许 for yes or no', { submit: '也许', words: '全部完成' }, {}, 'submit-unknown'],
    ['without a key', { id: null, percent: 60 }, {}, 'unknown-item'],
    ['without its stamp', { stamp: null, percent: 60 }, {}, 'changed-elsewhere'],
  ])('%s', (_, written, now, expected) => expect(verdict(written, now)).toBe(expected))

  it('of 99.96 does not become 100', () => {
    expect(lines(checkWorkbook(sheet([item('1')], [{ percent: '99.96' }]), [item('1')], lead))[0]!.change!.now).toBe(99.96)
  })

  it('of a co-unit may bring words, not a percentage', () => {
    expect(verdict({ words: '资金已拨付' }, {}, liaison('cai'))).toBe('ok')
    expect(verdict({ percent: 60 }, {}, liaison('cai'))).toBe('not-yours')
  })

  it('of a co-unit does not ask for the striking off', () => {
    expect(verdict({ words: '资金已拨付', submit: '是' }, {}, liaison('cai'))).toBe('not-yours')
  })

  it('says who is waited for now, and that the office is to verify', () => {
    const [waits, done] = lines(
      checkWorkbook(
        sheet(
          [item('1'), item('2')],
          [
            { words: '已报批', waiting: '不等谁' },
            { words: '全部完成', submit: '是' },
          ],
        ),
        [item('1'), item('2')],
        lead,
      ),
    )
    expect(waits!.command).toMatchObject({ command: 'report', waitingFor: 'lead' })
    expect([done!.command, done!.change]).toEqual([
      { command: 'submit', words: '全部完成', fileIds: [], value: null },
      { was: 40, now: 100, words: '全部完成', submit: true, value: null },
    ])
  })

  it('that was reported on elsewhere names who did', () => {
    const check = lines(checkWorkbook(sheet([item('1')], [{ percent: 60 }]), [item('1', { percent: 50, lastBy: '乙某' })], lead))
    expect(check[0]).toMatchObject({ verdict: 'changed-elsewhere', facts: { was: 40, now: 50, by: '乙某' } })
  })

  it('goes back with its remark and what was written, on the item as it is now', () => {
    const [row] = workbookRows(
      lead,
      [item('1', { percent: 50 })],
      new Map([['1', { itemId: '1', remark: '进度无法识别', value: null, percent: '六成', words: '已招标', waiting: null, submit: '否' }]]),
    )
    expect(row).toMatchObject({ was: 50, percent: '六成', words: '已招标', remark: '进度无法识别', stamp: expect.stringMatching(/^50\//) })
  })

  it('that stands twice with changes is not carried out by chance', () => {
    const rows = sheet([item('1')], [{ percent: 60 }])
    const check = lines(checkWorkbook([...rows, [...rows[2]!]], [item('1')], lead))
    expect(check.map(line => [line.line, line.verdict, line.facts])).toEqual([
      [3, 'repeated', { lines: '3, 4' }],
      [4, 'repeated', { lines: '3, 4' }],
    ])
  })

  it('says what will change, and with which command on which version', () => {
    const check = lines(checkWorkbook(sheet([item('1')], [{ percent: 60 }]), [item('1', { version: 8 })], lead))
    expect(check[0]).toMatchObject({
      line: 3,
      itemId: '1',
      version: 8,
      change: { was: 40, now: 60, words: '进度由40%更新为60%' },
      command: { command: 'report', percent: 60, words: '进度由40%更新为60%', waitingFor: 'upper' },
    })
  })
})

describe('a figure', () => {
  const figured = item('1', { percent: 25, held: KM })
  const check = (written: Partial<Record<Keys, WorkbookCell>>, now: Partial<WorkbookItem> = {}, actor = lead) =>
    lines(checkWorkbook(sheet([figured], [written]), [{ ...figured, ...now }], actor))[0]!

  it('stands in the sheet as it was last reported, and changes nothing when it comes back so', () => {
    expect(workbookRows(lead, [figured])[0]).toMatchObject({ target: '12 公里', value: 3 })
    expect(check({}).verdict).toBe('unchanged')
    expect(check({}, { held: { ...KM, last: 6 } }).verdict).toBe('unchanged')
  })

  it('is reported with the progress that it makes', () => {
    expect(check({ value: '6公里' })).toMatchObject({
      verdict: 'ok',
      change: { was: 25, now: 50, value: { now: 6, unit: '公里' } },
      command: { command: 'report', value: 6, percent: 50, words: '已完成6公里，进度由25%更新为50%' },
    })
  })

  it('leaves the progress to the unit that wrote another, and to words where more is not better', () => {
    expect(check({ value: 6, percent: 40, words: '另有附属工程' }).command).toMatchObject({ value: 6, percent: 40 })
    expect(check({ value: 6 }, { held: { ...KM, share: null } }).command).toMatchObject({ value: 6, percent: null, words: '已完成6公里' })
  })

  it('goes with the striking off', () =>
    expect(check({ value: 12, submit: '是', words: '全线贯通' }).command).toEqual({
      command: 'submit',
      words: '全线贯通',
      fileIds: [],
      value: 12,
    }))

  it.each<[string, Partial<Record<Keys, WorkbookCell>>, Partial<WorkbookItem>, LineVerdict]>([
    ['in words', { value: '六公里' }, {}, 'value-unreadable'],
    ['in another unit', { value: '6米' }, {}, 'value-unreadable'],
    ['below nothing', { value: -6 }, {}, 'value-unreadable'],
    ['lower than before, without a word of why', { value: 2 }, {}, 'percent-falls'],
    ['of an item that has none any more', { value: 6 }, { held: null }, 'value-no-figure'],
    ['when somebody else reported one since', { value: 6 }, { held: { ...KM, last: 5 } }, 'changed-elsewhere'],
  ])('%s is refused', (_, written, now, expected) => expect(check(written, now).verdict).toBe(expected))

  it('is the lead unit’s to say', () => expect(check({ value: 6 }, {}, liaison('cai')).verdict).toBe('not-yours'))
})

describe('the columns', () => {
  const written = [{ percent: 60, words: '已完成招标' }]
  it('are found wherever they were moved, with columns of one’s own between them', () => {
    const moved = [...WORKBOOK_COLUMNS].reverse()
    const rows = sheet([item('1')], written, moved).map((row, at) =>
      at === 0 ? row : ['', ...row.slice(0, 2), '科室备注', ...row.slice(2)],
    )
    expect(lines(checkWorkbook([[], ['填表说明'], ...rows], [item('1')], lead)).map(line => [line.line, line.verdict])).toEqual([[5, 'ok']])
  })

  it('are known by their words, however blanks and brackets are written', () => {
    const rows = sheet([item('1')], written)
    rows[1] = rows[1]!.map(cell => String(cell).replace('本次进度（%）', '本次 进度(%)').replace('（勿改）', ''))
    expect(lines(checkWorkbook(rows, [item('1')], lead))[0]!.verdict).toBe('ok')
  })

  it('that are needed are named when they are missing', () => {
    const without = WORKBOOK_COLUMNS.filter(column => column.key !== 'words' && column.key !== 'stamp')
    expect(checkWorkbook(sheet([item('1')], written, without), [item('1')], lead)).toEqual({
      fault: 'missing-column',
      headers: ['核对码（勿改）', '办理情况'],
    })
  })

  it('for people’s eyes only may be missing', () => {
    const without = WORKBOOK_COLUMNS.filter(column => !['number', 'title', 'dueOn', 'said', 'was', 'remark'].includes(column.key))
    expect(lines(checkWorkbook(sheet([item('1')], written, without), [item('1')], lead))[0]).toMatchObject({
      verdict: 'ok',
      title: '事项1',
    })
  })

  it('that stand twice are named', () => {
    const twice = [...WORKBOOK_COLUMNS, WORKBOOK_COLUMNS.find(column => column.key === 'percent')!]
    expect(checkWorkbook(sheet([item('1')], written, twice), [item('1')], lead)).toEqual({
      fault: 'repeated-column',
      headers: ['本次进度（%）'],
    })
  })

  it('of another sheet are none of ours', () => {
    expect(
      checkWorkbook(
        [
          ['姓名', '电话'],
          ['甲', '1'],
        ],
        [item('1')],
        lead,
      ),
    ).toEqual({ fault: 'no-header' })
    expect(checkWorkbook([], [item('1')], lead)).toEqual({ fault: 'no-header' })
  })

  it('carry nothing into empty lines', () => {
    const rows = sheet([item('1')], written)
    expect(lines(checkWorkbook([...rows, [], [null, '  ', null]], [item('1')], lead)).length).toBe(1)
  })
})

describe('whatever comes back', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.double(),
    fc.constant(null),
    fc.constantFrom('1', '2', '60%', '本次进度（%）', '办理情况', '40/in_progress/0'),
  )
  const choice = fc.constantFrom('', '上级', '不等谁', '是', '否', '也许', null)
  it('never throws, and every command that it proposes is one that the item takes', () => {
    const items = [item('1', { lastReportAt: null, held: KM }), item('2', { state: 'returned', lastReportAt: null })]
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            value: cell,
            percent: cell,
            words: cell,
            waiting: choice,
            submit: choice,
            id: fc.constantFrom('1', '2', '9'),
            more: fc.array(cell, { maxLength: 3 }),
          }),
          {
            maxLength: 4,
          },
        ),
        drawn => {
          const rows = [
            WORKBOOK_COLUMNS.map(column => column.header),
            ...drawn.map(one => {
              const stamp = workbookRows(lead, items).find(row => row.id === one.id)?.stamp ?? ''
              return ['', '', '', '', '', '', one.value, one.percent, one.words, one.waiting, one.submit, '', one.id, stamp, ...one.more]
            }),
          ]
          for (const line of lines(checkWorkbook(rows, items, lead))) {
            expect(line.command !== null).toBe(line.verdict === 'ok')
            if (!line.command) continue
            const full = { ...UNTOUCHED, ...items.find(one => one.id === line.itemId)!, jurisdiction: '990124' } as unknown as Item
            const done = decide(full, line.command, { actor: lead, now: '2026-06-15T02:00:00Z', book: PLAIN_BOOK })
            expect(isRefusal(done)).toBe(false)
            if (!isRefusal(done))
              expect(done.next.percent >= 0 && done.next.percent <= 100 && done.next.percent === line.change!.now).toBe(true)
          }
        },
      ),
    )
  })
})
