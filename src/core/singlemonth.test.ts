import { expect, test } from 'vitest'
import { addedUp, addedWords } from './singlemonth.ts'

const values: Record<number, number> = { 3: 61.2, 4: 86.1 }
const at = (month: number) => values[month] ?? null

test('当月12.3: is added to the year by the month before, exactly, and says how', () => {
  const added = addedUp('12.3', 5, 'month', at)
  expect(added).toEqual({ value: 98.4, single: 12.3, before: 86.1, upTo: 4 })
  expect(addedWords(added as never)).toBe('当月12.3，加4月底累计86.1')
})

test('in January it is the year so far', () => {
  const added = addedUp(3.5, 1, 'month', at)
  expect(added).toMatchObject({ value: 3.5, upTo: 0 })
  expect(addedWords(added as never)).toBe('当月3.5')
})

test('is not guessed over a gap: the month that is missing is named', () => {
  expect(addedUp(1, 7, 'month', at)).toEqual({ missing: 6 })
})

test('of what is told by quarters a month says nothing', () => {
  expect(addedUp(1, 6, 'quarter', at)).toEqual({ missing: null })
})
