import { describe, expect, it } from 'vitest'
import { urgings } from './urging.ts'

const entry = (id: string, kind: string, day: string, by = '林晓雨') => ({ id, kind, at: `${day}T02:00:00.000Z`, by, words: null })
/** Newest first, as the item's page has it. */
const HISTORY = [
  entry('6', 'urge', '2026-06-18'),
  entry('5', 'report', '2026-06-12', '高山青'),
  entry('4', 'report', '2026-06-08', '高山青'),
  entry('3', 'urge', '2026-06-05'),
  entry('2', 'accept', '2026-06-02', '高山青'),
  entry('1', 'dispatch', '2026-06-01'),
]

describe('the log of urging', () => {
  it('names the first report after each urge, and after how many days', () => {
    expect(urgings(HISTORY, '2026-06-20')).toEqual([
      { id: '6', at: '2026-06-18T02:00:00.000Z', by: '林晓雨', words: null, answer: null, days: 2 },
      {
        id: '3',
        at: '2026-06-05T02:00:00.000Z',
        by: '林晓雨',
        words: null,
        answer: { at: '2026-06-08T02:00:00.000Z', by: '高山青' },
        days: 3,
      },
    ])
  })
  it('takes neither accepting nor an urge for an answer', () => {
    const [urge] = urgings([entry('3', 'accept', '2026-06-03'), entry('2', 'urge', '2026-06-02')], '2026-06-04')
    expect([urge!.answer, urge!.days]).toEqual([null, 2])
  })
  it('is empty for an item that was never urged', () => expect(urgings(HISTORY.slice(4), '2026-06-20')).toEqual([]))
})
