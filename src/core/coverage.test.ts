import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CoverageItem, type CoverageState, coverage, type PrescribedAction } from './coverage.ts'
import { STATES, type State } from './types.ts'

const actions: PrescribedAction[] = [
  { id: 'study', title: '组织专题学习', unitIds: null },
  { id: 'visit', title: '开展走访调研', unitIds: ['shui', 'nong'] },
]
const item = (id: string, unitId: string, actionId: string | null, state: State): CoverageItem => ({
  id,
  title: id,
  unitId,
  actionId,
  state,
})

describe('the cell of a unit and an action', () => {
  it.each<[string, CoverageItem[], CoverageState]>([
    ['without an item', [], 'not-begun'],
    ['with an item not dispatched yet', [item('a', 'shui', 'study', 'registered')], 'not-begun'],
    ['with an item not accepted yet', [item('a', 'shui', 'study', 'dispatched')], 'not-begun'],
    ['with an item under way', [item('a', 'shui', 'study', 'in_progress')], 'open'],
    ['with an item suspended', [item('a', 'shui', 'study', 'suspended')], 'open'],
    ['with an item that waits for verification', [item('a', 'shui', 'study', 'pending_verification')], 'to-verify'],
    [
      'with one closed and one that waits for verification',
      [item('a', 'shui', 'study', 'closed'), item('b', 'shui', 'study', 'pending_verification')],
      'to-verify',
    ],
    [
      'with one under way and one that waits for verification',
      [item('a', 'shui', 'study', 'in_progress'), item('b', 'shui', 'study', 'pending_verification')],
      'open',
    ],
    ['with a closed item', [item('a', 'shui', 'study', 'closed')], 'done'],
    ['with an archived item', [item('a', 'shui', 'study', 'archived')], 'done'],
    ['with one closed and one not begun', [item('a', 'shui', 'study', 'closed'), item('b', 'shui', 'study', 'dispatched')], 'open'],
    ['with items of another unit only', [item('a', 'nong', 'study', 'closed')], 'not-begun'],
  ])('%s is %s', (_, items, state) => expect(coverage(['shui'], actions, items).rows[0]!.cells[0]!.state).toBe(state))

  it('names the items that show it', () => {
    const items = [item('a', 'shui', 'study', 'closed'), item('b', 'shui', 'study', 'closed')]
    expect(coverage(['shui'], actions, items).rows[0]!.cells[0]).toEqual({ state: 'done', asked: true, itemIds: ['a', 'b'] })
  })

  it('of a unit that was not asked says so', () => {
    expect(coverage(['cai'], actions, []).rows[0]!.cells[1]).toEqual({ state: 'not-asked', asked: false, itemIds: [] })
  })

  it('of a unit that did it unasked shows it, and counts it nowhere', () => {
    const { rows, actions: columns } = coverage(['cai', 'shui'], actions, [item('a', 'cai', 'visit', 'closed')])
    expect(rows[0]!.cells[1]).toEqual({ state: 'done', asked: false, itemIds: ['a'] })
    expect(rows[0]).toMatchObject({ asked: 1, done: 0 })
    expect(columns[1]).toEqual({ id: 'visit', asked: 1, done: 0, open: 0, notBegun: 1 })
  })
})

describe('the table', () => {
  it('lists what a unit added of its own', () => {
    const table = coverage(['shui'], actions, [item('own', 'shui', null, 'in_progress'), item('more', 'shui', null, 'closed')])
    expect(table.rows[0]!.selfChosen).toEqual([
      { id: 'own', title: 'own', done: false },
      { id: 'more', title: 'more', done: true },
    ])
    expect(table.rows[0]).toMatchObject({ asked: 2, done: 0 })
  })

  it('shows items that belong nowhere instead of leaving them out', () => {
    const table = coverage(['shui'], actions, [item('a', 'shui', 'gone', 'closed'), item('b', 'nobody', 'study', 'closed')])
    expect(table.strayItemIds).toEqual(['a', 'b'])
  })

  it('counts the same by row and by column, and every item exactly once', () => {
    const units = ['u1', 'u2', 'u3']
    const drawn = fc.array(
      fc.record({
        unitId: fc.constantFrom('u1', 'u2', 'u3', 'u4'),
        actionId: fc.constantFrom('study', 'visit', 'gone', null),
        state: fc.constantFrom(...STATES),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(drawn, list => {
        const items = list.map((one, at) => ({ ...one, id: `i${at}`, title: '' }))
        const table = coverage(units, [actions[0]!, { ...actions[1]!, unitIds: ['u2'] }], items)
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
        expect(sum(table.rows.map(row => row.asked))).toBe(sum(table.actions.map(action => action.asked)))
        expect(sum(table.rows.map(row => row.done))).toBe(sum(table.actions.map(action => action.done)))
        for (const action of table.actions) expect(action.done + action.open + action.notBegun).toBe(action.asked)
        const shown = [
          ...table.rows.flatMap(row => [...row.cells.flatMap(cell => cell.itemIds), ...row.selfChosen.map(one => one.id)]),
          ...table.strayItemIds,
        ]
        expect(shown.sort()).toEqual(items.map(one => one.id).sort())
      }),
    )
  })
})
