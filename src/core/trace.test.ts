import { describe, expect, it } from 'vitest'
import type { Reading } from '../reader/reading.ts'
import { type Correction, corrected } from './correction.ts'
import { traced } from './trace.ts'

const at = (n: number): [number, number] => [n, n + 2]
const reading = {
  source: { name: 'x', length: 20, sha256: '' },
  articles: [],
  events: [],
  directives: [],
  quantities: [],
  dates: [],
  people: [],
  units: [
    { span: at(0), name: '县水利局' },
    { span: at(4), name: '县住建局' },
    { span: at(8), name: '县林业局' },
  ],
  projects: [],
  indicators: [],
  frames: [],
  repairs: [],
  doubts: [],
} satisfies Reading
const fix = (index: number, value: Correction['value']): Correction => ({ of: 'units', index, value })

describe('a trace', () => {
  it('is the reader’s own list while nobody corrected it', () => {
    expect(traced(reading, [], 'units')).toEqual(
      reading.units.map((entry, index) => ({ index, entry, own: entry, last: null, struck: false })),
    )
  })

  it('keeps the index that a correction must name, though the drawn list is shorter', () => {
    const made = [fix(0, null), fix(2, { name: '县自然资源局' })]
    const shown = traced(reading, made, 'units').filter(one => !one.struck)
    expect(shown.map(one => one.index)).toEqual([1, 2])
    expect(shown.map(one => one.entry)).toEqual(corrected(reading, made).units)
    expect(shown[1]).toMatchObject({ own: { name: '县林业局' }, last: made[1] })
  })

  it('shows of a struck entry what it was, whoever read it', () => {
    const made = [fix(1, { name: '县城建局' }), fix(1, null), fix(3, { span: at(12), name: '县教育局' }), fix(3, null)]
    const struck = traced(reading, made, 'units').filter(one => one.struck)
    expect(struck.map(one => [one.index, one.entry.name, one.own?.name ?? null])).toEqual([
      [1, '县住建局', '县住建局'],
      [3, '县教育局', null],
    ])
  })

  it('forgets the correction of an entry that was put back as it was read', () => {
    expect(traced(reading, [fix(1, null), fix(1, {})], 'units')[1]).toMatchObject({ struck: false, last: null, entry: reading.units[1] })
  })

  it('takes back what a person added and struck out', () => {
    const made = [fix(3, { span: at(12), name: '县教育局' }), fix(3, null), fix(3, { span: at(12), name: '县教育局' })]
    expect(traced(reading, made, 'units')[3]).toMatchObject({ index: 3, struck: false, own: null, entry: { name: '县教育局' } })
    expect(corrected(reading, made).units).toHaveLength(4)
  })

  it('passes over indexes that name nothing', () => {
    expect(traced(reading, [fix(7, { name: '县教育局' }), fix(9, null)], 'units').map(one => one.index)).toEqual([0, 1, 2])
  })
})
