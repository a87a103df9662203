import { describe, expect, it } from 'vitest'
import { calendarOf, readHolidays, yearChanges } from './holiday.ts'

describe('a file of holidays', () => {
  it('is read however the day is written and wherever the columns stand', () => {
    const rows = [
      ['日期', '类型', '说明'],
      ['2027-02-05', '休', '春节'],
      ['2027/2/8', '放假', '春节'],
      ['2027年2月9日', '休', ''],
      ['班', '20270220', '春节'],
      [],
      ['2027-04-05', '节假日'],
    ]
    const { days, faults } = readHolidays(rows)
    expect(faults).toEqual([])
    expect(days).toEqual([
      { day: '2027-02-05', kind: 'off', name: '春节' },
      { day: '2027-02-08', kind: 'off', name: '春节' },
      { day: '2027-02-09', kind: 'off', name: '' },
      { day: '2027-02-20', kind: 'work', name: '春节' },
      { day: '2027-04-05', kind: 'off', name: '' },
    ])
    expect(calendarOf(days).makeUps.has('2027-02-20')).toBe(true)
  })

  it('names the line and what is wrong with it', () => {
    const rows = [
      ['日期', '类型'],
      ['2027-02-30', '休'],
      ['2027-02-05', ''],
      ['2027-02-05', '休'],
      ['2027-02-05', '班'],
      ['2027-02-08', '班'],
      ['初一', '休'],
      ['9999-01-01', '休'],
    ]
    expect(readHolidays(rows).faults).toEqual([
      { line: 2, rule: 'no-day', text: '2027-02-30 休' },
      { line: 3, rule: 'no-kind', text: '2027-02-05' },
      { line: 5, rule: 'repeated', text: '2027-02-05 班' },
      { line: 6, rule: 'worked-anyway', text: '2027-02-08 班' },
      { line: 7, rule: 'no-day', text: '初一 休' },
      { line: 8, rule: 'too-far', text: '9999-01-01 休' },
    ])
  })
})

it('loading replaces a year as a whole and says what changes in it', () => {
  const day = (d: string, kind: 'off' | 'work' = 'off') => ({ day: d, kind, name: '' })
  const before = [day('2026-10-01'), day('2027-01-01'), day('2027-02-05')]
  expect(yearChanges(before, [day('2027-02-05'), day('2027-02-20', 'work')])).toEqual([
    { year: 2027, off: 1, work: 1, added: [day('2027-02-20', 'work')], removed: [day('2027-01-01')] },
  ])
})
