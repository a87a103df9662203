// What an item was at the end of a day, from what it is and what was done to it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ItemDone, type ItemStand, isLateThen, itemThen } from './itemthen.ts'

const NOW: ItemStand = {
  title: '北渠清淤',
  leadUnitId: 'water',
  dueOn: '2026-05-31',
  sentOn: '2026-03-02',
  submittedOn: null,
  closedOn: null,
  suspended: false,
}
const BEGUN: ItemDone[] = [
  { kind: 'register', day: '2026-03-02', facts: { title: '北渠清淤' } },
  { kind: 'dispatch', day: '2026-03-02', facts: { leadUnitId: 'water', dueOn: '2026-05-31' } },
]
const at = (now: Partial<ItemStand>, later: ItemDone[], until = '2026-06-30') => itemThen({ ...NOW, ...now }, [...BEGUN, ...later], until)

describe('an item at the end of a day', () => {
  test('is what it is when nothing was done later', () => {
    expect(at({}, [])).toEqual({ stand: NOW, sure: true })
  })

  test.each([
    ['extended', { dueOn: '2026-12-31' }, { kind: 'extend', facts: { was: '2026-05-31', dueOn: '2026-12-31' } }],
    ['granted more time', { dueOn: '2026-12-31' }, { kind: 'grant-extension', facts: { was: '2026-05-31', dueOn: '2026-12-31' } }],
    [
      'edited',
      { dueOn: null, title: '北渠', leadUnitId: 'farm' },
      {
        kind: 'edit',
        facts: {
          fields: ['dueOn', 'title', 'leadUnitId'],
          'was.dueOn': '2026-05-31',
          dueOn: null,
          'was.title': '北渠清淤',
          title: '北渠',
          'was.leadUnitId': 'water',
          leadUnitId: 'farm',
        },
      },
    ],
    ['suspended', { suspended: true }, { kind: 'suspend', facts: { until: null } }],
    ['handed in', { submittedOn: '2026-07-10' }, { kind: 'submit', facts: {} }],
    ['withdrawn', { sentOn: null, dueOn: null }, { kind: 'withdraw', facts: {} }],
  ] as const)('stands as it did before it was %s', (_, now, { kind, facts }) => {
    const then = at(now, [{ kind, day: '2026-07-10', facts }])
    expect(then).toEqual({ stand: NOW, sure: true })
    expect(isLateThen(then.stand, '2026-06-30')).toBe(true)
  })

  test('struck off later was open, and struck off by then is not', () => {
    const done = (day: string): ItemDone[] => [
      { kind: 'submit', day, facts: {} },
      { kind: 'close', day, facts: {} },
    ]
    const closed = (day: string) => at({ submittedOn: day, closedOn: day }, done(day)).stand
    expect(isLateThen(closed('2026-07-01'), '2026-06-30')).toBe(true)
    expect(isLateThen(closed('2026-06-30'), '2026-06-30')).toBe(false)
  })

  test('suspended then is not late, though it goes on since with its deadline moved', () => {
    const then = at({ dueOn: '2026-07-11' }, [
      { kind: 'suspend', day: '2026-05-20', facts: { until: null } },
      { kind: 'resume', day: '2026-07-01', facts: { was: '2026-05-31', dueOn: '2026-07-11' } },
    ])
    expect(then).toEqual({ stand: { ...NOW, suspended: true }, sure: true })
    expect(isLateThen(then.stand, '2026-06-30')).toBe(false)
  })

  test('handed in by its day and given back later was not late then', () => {
    const then = at({}, [
      { kind: 'submit', day: '2026-05-30', facts: {} },
      { kind: 'return', day: '2026-07-03', facts: {} },
    ])
    expect(then.stand.submittedOn).toBe('2026-05-30')
    expect(isLateThen(then.stand, '2026-06-30')).toBe(false)
  })

  test('is not sure when the ledger says what no event does, or an event does not say what was before', () => {
    const extend = (facts: ItemDone['facts']): ItemDone[] => [{ kind: 'extend', day: '2026-07-10', facts }]
    expect(at({ dueOn: '2026-11-30' }, extend({ was: '2026-05-31', dueOn: '2026-12-31' })).sure).toBe(false)
    expect(at({ suspended: true, dueOn: '2026-12-31' }, extend({ was: '2026-05-31', dueOn: '2026-12-31' })).sure).toBe(false)
    const bare = itemThen({ ...NOW, dueOn: '2026-12-31' }, [...BEGUN.slice(0, 1), { ...BEGUN[1]!, facts: {} }, ...extend({})], '2026-06-30')
    expect(bare.sure).toBe(false)
    expect(itemThen({ ...NOW, closedOn: '2026-08-01' }, [], '2026-06-30')).toEqual({ stand: NOW, sure: false })
  })

  test('its deadline before it was sent out is what was said of it before it was changed', () => {
    const done: ItemDone[] = [
      { kind: 'register', day: '2026-03-02', facts: { title: '北渠清淤' } },
      { kind: 'edit', day: '2026-07-10', facts: { fields: ['dueOn'], 'was.dueOn': '2026-04-30', dueOn: '2026-05-31' } },
    ]
    expect(itemThen({ ...NOW, sentOn: null }, done, '2026-06-30').stand.dueOn).toBe('2026-04-30')
  })

  test('whatever is done to it afterwards, stands as it stood', () => {
    const day = fc.integer({ min: 1, max: 28 }).map(n => `2026-0${n % 2 ? 7 : 8}-${String(n).padStart(2, '0')}`)
    const step = fc.constantFrom('extend', 'suspend', 'resume', 'submit', 'return', 'close', 'withdraw', 'dispatch', 'edit')
    fc.assert(
      fc.property(fc.array(fc.tuple(step, day), { minLength: 1 }), steps => {
        let now = { ...NOW }
        const later = steps.map(([kind, on], n): ItemDone => {
          const due = `2027-01-${String((n % 28) + 1).padStart(2, '0')}`
          const was = now.dueOn
          if (kind === 'dispatch') now = { ...now, sentOn: on, dueOn: due }
          else if (kind === 'extend' || kind === 'resume' || kind === 'edit') now = { ...now, dueOn: due }
          if (kind === 'suspend' || kind === 'resume') now = { ...now, suspended: kind === 'suspend' }
          if (kind === 'submit') now = { ...now, submittedOn: on }
          if (kind === 'return') now = { ...now, submittedOn: null }
          if (kind === 'close') now = { ...now, closedOn: on }
          if (kind === 'withdraw') now = { ...now, sentOn: null }
          if (kind === 'dispatch') return { kind, day: on, facts: { leadUnitId: 'water', dueOn: due } }
          if (kind === 'edit') return { kind, day: on, facts: { fields: ['dueOn'], 'was.dueOn': was, dueOn: due } }
          return { kind, day: on, facts: { was, dueOn: due } }
        })
        expect(at(now, later)).toEqual({ stand: NOW, sure: true })
      }),
    )
  })
})
