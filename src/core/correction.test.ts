import { describe, expect, it } from 'vitest'
import type { Reading } from '../reader/reading.ts'
import { type Correction, corrected, correctionFault, nextIndex, wholeEntry } from './correction.ts'

const day = (text: string, to: string) => ({ span: [0, 4] as [number, number], text, from: to, to, implied: [] })
const sum = (text: string, value: number) => ({
  span: [4, 8] as [number, number],
  text,
  value,
  unit: 'CNY',
  bound: '=' as const,
  of: null,
  subject: null,
})
const reading: Reading = {
  source: { name: 'x', length: 20, sha256: '' },
  articles: [{ span: [0, 20], title: null, genre: 'notice', number: null, issuer: null, recipients: [], date: null, byline: null }],
  events: [],
  directives: [
    {
      article: 0,
      span: [0, 20],
      ordinal: '一是',
      path: [1],
      heading: '抓好防汛',
      speaker: null,
      topic: 'safety',
      hard: true,
      actions: [{ span: [0, 9], text: '6月底前完成', strength: 'must', lead: null, co: [], deadline: 1, measure: 1 }],
      missing: ['lead'],
    },
  ],
  quantities: [sum('3亿元', 3e8), sum('5亿元', 5e8)],
  dates: [day('5月1日', '2026-05-01'), day('6月底', '2026-06-30')],
  people: [],
  units: [],
  projects: [{ span: [4, 9], name: '水库', investment: 1, area: 0 }],
  indicators: [],
  frames: [],
  repairs: [],
  doubts: [],
}
const fix = (of: Correction['of'], index: number, value: Correction['value']): Correction => ({ of, index, value })

describe('a corrected reading', () => {
  it('is the reader’s own while nobody corrected it', () => expect(corrected(reading, [])).toBe(reading))

  it('has the changed fields and keeps the others', () => {
    const next = corrected(reading, [fix('dates', 1, { to: '2027-06-30' })])
    expect(next.dates[1]).toEqual({ ...reading.dates[1], to: '2027-06-30' })
    expect(reading.dates[1]!.to).toBe('2026-06-30')
  })

  it('takes the latest correction of an entry, laid over the reader’s words and not over the earlier one', () => {
    const next = corrected(reading, [fix('dates', 1, { to: '2027-06-30', from: null }), fix('dates', 1, { to: '2028-06-30' })])
    expect(next.dates[1]).toEqual({ ...reading.dates[1], to: '2028-06-30' })
  })

  it('lets what points into a list follow when an entry is struck out', () => {
    const next = corrected(reading, [fix('quantities', 0, null), fix('dates', 0, null)])
    expect(next.quantities.map(q => q.text)).toEqual(['5亿元'])
    expect(next.projects[0]).toMatchObject({ investment: 0, area: null })
    expect(next.directives[0]!.actions[0]).toMatchObject({ deadline: 0, measure: 0 })
  })

  it('leaves nothing pointing to what was struck out', () => {
    const next = corrected(reading, [fix('dates', 1, null)])
    expect(next.directives[0]!.actions[0]!.deadline).toBeNull()
  })

  it('takes in what a person added, changed afterwards, or struck out again', () => {
    const added = fix('people', 0, { span: [2, 4], name: '何清', posts: [] })
    expect(corrected(reading, [added]).people).toEqual([{ span: [2, 4], name: '何清', posts: [] }])
    expect(corrected(reading, [added, fix('people', 0, { posts: ['局长'] })]).people).toEqual([
      { span: [2, 4], name: '何清', posts: ['局长'] },
    ])
    expect(corrected(reading, [added, fix('people', 0, null)]).people).toEqual([])
  })

  it('loses the high end that the reader saw wrongly', () => {
    const range = { ...reading, quantities: [{ ...reading.quantities[0]!, max: 9e8 }] }
    expect(corrected(range, [fix('quantities', 0, { max: null })]).quantities[0]).toEqual(reading.quantities[0])
  })

  it('passes over a correction that names nothing', () => {
    expect(corrected(reading, [fix('people', 7, { posts: [] }), fix('dates', -1, null)])).toEqual(reading)
  })

  it('gives the next free index of a list', () => {
    expect(nextIndex(reading, [], 'dates')).toBe(2)
    expect(nextIndex(reading, [fix('dates', 2, { span: [0, 1] }), fix('people', 5, null)], 'dates')).toBe(3)
  })
})

describe('a correction', () => {
  const fault = (c: Omit<Correction, 'index'> & { index: number | null }) => correctionFault(reading, [], c)
  it.each<[string, Parameters<typeof fault>[0], string | null]>([
    ['of a field that is there', { of: 'dates', index: 0, value: { to: null } }, null],
    ['that strikes an entry out', { of: 'dates', index: 1, value: null }, null],
    ['of an entry that is not there', { of: 'dates', index: 2, value: { to: null } }, 'known'],
    ['that adds with what is needed', { of: 'people', index: null, value: { span: [0, 2], name: '何清' } }, null],
    ['that adds without a place', { of: 'people', index: null, value: { name: '何清' } }, 'required'],
    ['that adds without a name', { of: 'people', index: null, value: { span: [0, 2] } }, 'required'],
    ['beyond the end of the text', { of: 'people', index: null, value: { span: [18, 21], name: '何清' } }, 'inside-text'],
    ['with an empty place', { of: 'people', index: null, value: { span: [3, 3], name: '何清' } }, 'inside-text'],
    ['that strikes an article out', { of: 'articles', index: 0, value: null }, 'articles-stay'],
  ])('%s: %o', (_, c, rule) => expect(fault(c)?.rule ?? null).toBe(rule))

  it('that adds leaves unknown what it does not say', () => {
    expect(wholeEntry('dates', { span: [0, 4], text: '5月1日' })).toEqual({
      span: [0, 4],
      text: '5月1日',
      from: null,
      to: null,
      implied: [],
    })
  })
})
