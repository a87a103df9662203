import { expect, test } from 'vitest'
import type { TodoEntry } from '../../core/contract/todo.ts'
import { groupedByDue, kindsOf } from './todogroups.ts'

const TODAY = '2026-11-23'
const entry = (kind: TodoEntry['kind'], dueOn: string | null, limitOn?: string): TodoEntry => ({
  kind,
  item: null,
  document: null,
  slip: limitOn ? { id: 's', number: '青督蓝〔2026〕1号', colour: 'blue', limitOn, lapsed: 0 } : null,
  dueOn,
  words: null,
})
const groups = (...entries: TodoEntry[]) => groupedByDue(entries, TODAY).map(({ group, entries: own }) => [group, own.map(e => e.dueOn)])

test('what is due stands in its group, in the order in which it came, and a group without entries is left out', () => {
  const list = ['2026-11-22', '2026-11-23', '2026-11-30', '2026-12-01', '2099-06-30'].map(day => entry('to-report', day))
  expect(groups(...list)).toEqual([
    ['past', ['2026-11-22']],
    ['week', ['2026-11-23', '2026-11-30']],
    ['later', ['2026-12-01', '2099-06-30']],
  ])
  expect(groups(entry('to-report', null))).toEqual([['undated', [null]]])
})

test('a slip’s limit counts when it is earlier than the deadline, or when there is none', () => {
  expect(groups(entry('to-report', '2099-06-30', '2026-11-25'))).toEqual([['week', ['2099-06-30']]])
  expect(groups(entry('to-report', '2026-11-01', '2026-11-25'))).toEqual([['past', ['2026-11-01']]])
  expect(groups(entry('to-report', null, '2026-11-20'))).toEqual([['past', [null]]])
})

test('the kinds are counted in the order in which they first stand in the list', () => {
  const list = [entry('to-verify', null), entry('to-dispatch', null), entry('to-verify', null)]
  expect(kindsOf(list)).toEqual([
    ['to-verify', 2],
    ['to-dispatch', 1],
  ])
})
