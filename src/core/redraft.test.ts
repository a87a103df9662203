import { describe, expect, test } from 'vitest'
import { read } from '../reader/index.ts'
import type { Correction } from './correction.ts'
import { draftItems } from './draft.ts'
import { type Held, redraft } from './redraft.ts'

const TEXT = '青禾县人民政府办公室关于防汛的通知\n会议要求，一是县水利局要在2026年12月底前检修水库闸门。二是要备足防汛砂石20吨。\n'
const reading = read(TEXT, { place: '青禾县' })
const made = { reading, text: TEXT, units: [], place: '青禾县' }
const held: Held[] = draftItems(reading, TEXT, [], '青禾县').map(d => ({ ...d, itemId: null }))
const date = reading.dates.findIndex(d => d.text.includes('12月底'))
const fix = (of: Correction['of'], index: number, value: Correction['value']): Correction => ({ of, index, value })

describe('a draft', () => {
  test('follows the deadline that was read wrongly', () => {
    expect(held[0]!.dueOn).toBe('2026-12-31')
    expect(redraft(held, [], fix('dates', date, { to: '2026-12-20' }), made)).toEqual([
      { index: 0, fresh: null, changes: { dueOn: '2026-12-20' } },
    ])
  })

  test('keeps the deadline that an officer set', () => {
    const own = held.map(d => ({ ...d, dueOn: '2026-12-01' }))
    expect(redraft(own, [], fix('dates', date, { to: '2026-12-20' }), made)).toEqual([])
  })

  test('follows the words and the topic of its directive', () => {
    const follow = redraft(held, [], fix('directives', 1, { heading: '备足砂石', topic: 'livelihood' }), made)
    expect(follow).toEqual([{ index: 1, fresh: null, changes: { title: '备足砂石', topic: 'livelihood' } }])
  })

  test('is left out when its directive is struck out, and taken in again when it is put back', () => {
    const struck = fix('directives', 0, null)
    expect(redraft(held, [], struck, made)).toEqual([{ index: 0, fresh: null, changes: { chosen: false } }])
    const out = held.map(d => (d.index === 0 ? { ...d, chosen: false } : d))
    expect(redraft(out, [struck], fix('directives', 0, {}), made)).toEqual([{ index: 0, fresh: null, changes: { chosen: true } }])
  })

  test('keeps to its directive when one before it was struck out', () => {
    const struck = fix('directives', 0, null)
    const follow = redraft(held, [struck], fix('directives', 1, { heading: '备足砂石' }), made)
    expect(follow.map(f => f.index)).toEqual([1])
  })

  test('is made for a directive that a person added', () => {
    const span: [number, number] = [TEXT.indexOf('备足'), TEXT.indexOf('备足') + 4]
    const value = {
      span,
      article: 0,
      ordinal: null,
      path: [],
      heading: '备足防汛',
      speaker: null,
      topic: 'safety',
      hard: false,
      actions: [],
      missing: [],
    }
    const [follow] = redraft(held, [], fix('directives', 2, value), made)
    expect(follow).toMatchObject({ index: 2, fresh: { index: 2, title: '备足防汛', chosen: true, slogan: false } })
  })

  test('that has become an item does not change', () => {
    const sent = held.map(d => ({ ...d, itemId: 'x' }))
    expect(redraft(sent, [], fix('directives', 0, null), made)).toEqual([])
  })
})
