// What a project was at the end of a day, from what it is and what was recorded of it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowOf } from './kind.ts'
import { hasReached, type ProjectEvent, type ProjectStand, projectThen } from './projectthen.ts'

const NOW: ProjectStand = {
  stage: 'started',
  sum: { amount: '1500000000', currency: 'CNY' },
  countedOn: '2026-04-10',
  startedOn: '2026-07-02',
}
const EVENTS: ProjectEvent[] = [
  {
    kind: 'amend',
    day: '2026-08-01',
    facts: { fields: ['sum'], 'was.sum': 'CNY 1200000000', 'now.sum': 'CNY 1500000000' },
  },
  {
    kind: 'move',
    day: '2026-07-05',
    facts: {
      from: 'landed',
      to: 'started',
      on: '2026-07-02',
      fields: ['permit', 'startedOn'],
      'was.startedOn': null,
      'now.startedOn': '2026-07-02',
    },
  },
  { kind: 'move', day: '2026-06-20', facts: { from: 'signed', to: 'landed', on: '2026-06-18', fields: ['company', 'landedOn'] } },
  {
    kind: 'move',
    day: '2026-04-12',
    facts: { from: 'lead', to: 'signed', on: '2026-04-10', fields: ['countedOn', 'sum'], 'was.countedOn': null, 'was.sum': null },
  },
  { kind: 'register', day: '2026-03-01', facts: { to: 'lead', on: '2026-03-01' } },
]
const at = (knownBy: string, until = knownBy) => projectThen(NOW, EVENTS, { knownBy, until })

test('is what it is when everything counts', () => expect(at('2026-08-01')).toEqual(NOW))

test('is what it was before what was recorded later', () => {
  expect(at('2026-07-31')).toEqual({ ...NOW, sum: { amount: '1200000000', currency: 'CNY' } })
  expect(at('2026-07-04')).toMatchObject({ stage: 'landed', startedOn: null })
  expect(at('2026-04-11')).toEqual({ stage: 'lead', sum: null, countedOn: null, startedOn: null })
  expect(at('2026-02-28')).toBeNull()
})

test('is what it was at the end of the period, however early the later was recorded', () => {
  // The half-year's sheet of 20 July: it started in July.
  expect(at('2026-07-20', '2026-06-30')).toMatchObject({ stage: 'landed', startedOn: null, countedOn: '2026-04-10' })
  // Signed in April, recorded two days later: known on the 12th, signed on the 10th.
  expect(at('2026-04-12', '2026-04-10')).toMatchObject({ stage: 'signed' })
})

test('keeps a correction though the move before it is taken back', () => {
  const corrected = [{ kind: 'amend', day: '2026-06-01', facts: { fields: ['sum'], 'was.sum': 'CNY 1' } }, ...EVENTS.slice(3)]
  // The signing of April counts for no period that ended in March; what was corrected since of the sum stays corrected.
  expect(projectThen({ ...NOW, stage: 'signed' }, corrected, { knownBy: '2026-06-30', until: '2026-03-31' })).toMatchObject({
    stage: 'lead',
    sum: NOW.sum,
  })
})

test('was there when it was signed, though it was written down later', () => {
  const events = [
    { kind: 'move', day: '2026-07-02', facts: { from: 'lead', to: 'signed', on: '2026-04-10', fields: [] } },
    { kind: 'register', day: '2026-07-01', facts: { to: 'lead', on: '2026-07-01' } },
  ]
  expect(projectThen({ ...NOW, stage: 'signed' }, events, { knownBy: '2026-07-20', until: '2026-06-30' })).toMatchObject({
    stage: 'signed',
  })
  expect(projectThen({ ...NOW, stage: 'signed' }, events, { knownBy: '2026-07-20', until: '2026-03-31' })).toBeNull()
  expect(projectThen({ ...NOW, stage: 'signed' }, events, { knownBy: '2026-06-30', until: '2026-06-30' })).toBeNull()
})

test('of all its moves, the last that counts says its stage', () => {
  const row = rowOf('project')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: row.length - 1 }), fc.integer({ min: 0, max: 40 }), (last, day) => {
      const on = (n: number) => `2026-05-${String(n * 3 + 1).padStart(2, '0')}`
      const moves = Array.from(
        { length: last },
        (_, n): ProjectEvent => ({ kind: 'move', day: on(n + 1), facts: { from: row[n], to: row[n + 1], on: on(n + 1), fields: [] } }),
      )
      const events = [...moves.reverse(), { kind: 'register', day: on(0), facts: { to: row[0], on: on(0) } }]
      const knownBy = day > 30 ? '2026-06-30' : `2026-05-${String(Math.max(1, day)).padStart(2, '0')}`
      const expected = row[Math.min(last, Math.floor((Number(knownBy > '2026-05-31' ? 31 : knownBy.slice(8)) - 1) / 3))]
      expect(projectThen({ ...NOW, stage: row[last]! }, events, { knownBy, until: knownBy })?.stage).toBe(expected)
    }),
  )
})

test('what was dropped has reached nothing', () => {
  expect([hasReached(NOW, 'signed'), hasReached({ stage: 'lead' }, 'signed'), hasReached({ stage: 'dropped' }, 'signed')]).toEqual([
    true,
    false,
    false,
  ])
})
