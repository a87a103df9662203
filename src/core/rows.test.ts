import { expect, it } from 'vitest'
import { type Columns, inOrder, isLate, rowsFault, rowText } from './rows.ts'

const PHASES: Columns = {
  name: { type: 'text', needed: true },
  from: { type: 'day', needed: true },
  to: { type: 'day', needed: true, from: 'from' },
  note: { type: 'lines' },
}
const phase = (more: object = {}) => ({ name: '学习教育', from: '2026-09-01', to: '2026-10-15', ...more })

it.each<[string, unknown, string | null]>([
  ['no row', [], null],
  ['a whole row', [phase()], null],
  ['a row with words of several lines', [phase({ note: '一\n二' })], null],
  ['what is no table', '学习教育', 'rows'],
  ['a row that is no row', ['学习教育'], 'rows'],
  ['a column that there is not', [phase({ score: '95' })], 'rows'],
  ['an empty cell', [phase({ note: ' ' })], 'rows'],
  ['a cell that is no text', [phase({ name: 7 })], 'rows'],
  ['a name of two lines', [phase({ name: '学习\n教育' })], 'text'],
  ['a name that is too long', [phase({ name: '长'.repeat(201) })], 'text'],
  ['a day that is none', [phase({ from: '2026-09-31' })], 'day'],
  ['an end before its beginning', [phase({ to: '2026-08-31' })], 'span'],
  ['an end on its beginning', [phase({ to: '2026-09-01' })], null],
  ['a row without what it needs', [{ name: '学习教育', from: '2026-09-01' }], 'row-needs'],
  ['more rows than anybody reads', Array(101).fill(phase()), 'rows'],
])('%s is judged', (_, value, fault) => expect(rowsFault(value, PHASES)).toBe(fault))

it('is kept by an event in the order of its columns, whatever order they came in', () => {
  const [row] = inOrder([{ to: '2026-10-15', name: '学习教育', from: '2026-09-01' }], PHASES)
  expect(rowText(row!)).toBe('学习教育 2026-09-01 2026-10-15')
})

it.each<[string, Record<string, string>, string, boolean]>([
  ['past its day and not done', { dueOn: '2026-11-22' }, 'dueOn', true],
  ['past its day and done', { dueOn: '2026-11-22', doneOn: '2026-11-23' }, 'dueOn', false],
  ['due today', { dueOn: '2026-11-23' }, 'dueOn', false],
  ['without a day', {}, 'dueOn', false],
  ['a day on which nothing is due', { doneOn: '2026-11-01' }, 'doneOn', false],
])('what is %s is late as it should be', (_, row, name, late) => {
  const columns: Columns = { dueOn: { type: 'day', done: 'doneOn' }, doneOn: { type: 'day' } }
  expect(isLate(row, name, columns, '2026-11-23')).toBe(late)
})
