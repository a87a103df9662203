import { describe, expect, test } from 'vitest'
import { read } from '../reader/index.ts'
import { measured } from './measured.fixture.ts'
import { figureKey, type PeerWorld } from './peer.ts'
import { peerOffers } from './peeroffer.ts'

const WORLD: PeerWorld = {
  place: '青禾县',
  peers: [{ id: 'p1', name: '云澜市', code: null, population: null, exemplar: 'domestic', retired: false }],
  indicators: [
    measured('gdp', '地区生产总值', { unit: '亿元' }),
    measured('growth', '地区生产总值增速', { unit: '%', kind: 'growth', basis: 'point' }),
    measured('tax', '一般公共预算收入', { unit: '万元' }),
    measured('people', '城镇居民人均可支配收入', { unit: '元' }),
  ],
  held: new Map(),
  now: 2026 * 12 + 10,
}
const visit = (words: string) => `关于赴云澜市考察学习的报告
云澜市地处东洲省南部，常住人口81.2万人。${words}
`
const VISIT = visit('2018年，全市实现地区生产总值1286.4亿元，增长6.8%；一般公共预算收入92.35亿元，园区自动化率达到90%以上。')
const offers = (text: string, world = WORLD) =>
  peerOffers(text, read(text, { name: '', place: '青禾县', today: '2026-11-22' }), world).map(o => [
    o.region,
    o.measured?.id ?? null,
    o.value,
    o.year,
    o.month,
    o.reason,
  ])

test('a city’s profile offers its figures in the units of one’s own indicators, amounts and growth apart', () => {
  expect(offers(VISIT)).toEqual([
    ['云澜市', 'gdp', 1286.4, 2018, 12, null],
    ['云澜市', 'growth', 6.8, 2018, 12, null],
    ['云澜市', 'tax', 923_500, 2018, 12, null],
    ['云澜市', null, null, 2018, 12, 'unknown-indicator'],
  ])
})

test('the offer quotes the sentence that says so', () => {
  const [offer] = peerOffers(VISIT, read(VISIT, { name: '', place: '青禾县', today: '2026-11-22' }), WORLD)
  expect(offer!.sentence).toBe('2018年，全市实现地区生产总值1286.4亿元，增长6.8%；')
})

test('figures of one’s own place are not offered: they come from readings', () => {
  expect(offers('2025年，全县完成地区生产总值86.4亿元。\n')).toEqual([])
})

describe('what is not offered says why', () => {
  test.each<[string, string, string]>([
    ['a bound', visit('2018年，全市地区生产总值突破1000亿元。'), 'not-exact'],
    ['no year', visit('全市地区生产总值1286.4亿元。'), 'no-period'],
  ])('%s', (_, text, reason) => expect(offers(text).map(o => o[5])).toEqual([reason]))

  test('what is known already', () => {
    const figure = { peerId: 'p1', indicatorId: 'gdp', year: 2018, month: 12, value: 1286.4, status: 'final' as const, revision: 1 }
    expect(offers(VISIT, { ...WORLD, held: new Map([[figureKey(figure), figure]]) })[0]).toEqual([
      '云澜市',
      'gdp',
      1286.4,
      2018,
      12,
      'same',
    ])
  })
})
