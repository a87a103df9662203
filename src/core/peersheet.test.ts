import { describe, expect, test } from 'vitest'
import { measured } from './measured.fixture.ts'
import { figureKey, type Peer, type PeerFigure, type PeerWorld } from './peer.ts'
import { checkPeers, type PeerCheck } from './peersheet.ts'
import type { Grid } from './table/grid.ts'

const peer = (id: string, name: string, population: number | null = null): Peer => ({
  id,
  name,
  code: null,
  population,
  exemplar: null,
  retired: false,
})
const held: PeerFigure = { peerId: 'p1', indicatorId: 'tax', year: 2025, month: 12, value: 12.5, status: 'final', revision: 1 }
const WORLD: PeerWorld = {
  place: '青禾县',
  peers: [peer('p1', '松原县', 410_000)],
  indicators: [
    measured('tax', '一般公共预算收入', { aliases: ['财政收入'] }),
    measured('gdp', '地区生产总值增速', { kind: 'growth', unit: '%', basis: 'point' }),
    measured('old', '停用指标', { retired: true }),
  ],
  held: new Map([[figureKey(held), held]]),
  now: 2026 * 12 + 10,
}
type Sound = PeerCheck & { fault: null }
const gridOf = (rows: string[][]): Grid => ({ sheet: '', rows, merged: [] })
const sound = (rows: string[][], world = WORLD): Sound => {
  const check = checkPeers([gridOf(rows)], '外县.xlsx', world)
  if (check.fault !== null) throw new Error(check.fault)
  return check
}
const HEAD = ['地区', '年份', '月份', '常住人口（万人）', '一般公共预算收入（亿元）', '地区生产总值增速（%）', '来源']
const one = (cells: string[], head = HEAD) => sound([head, cells])

describe('the columns', () => {
  test('are known by the indicator’s name, short name and unit; what means nothing is named', () => {
    const { columns, ignored } = one(
      ['松原县', '2025', '12', '', '125000', '', ''],
      ['地区', '年份', '月份', '备注', '财政收入（万元）', '停用指标', '来源'],
    )
    expect(columns).toEqual([{ header: '财政收入（万元）', indicatorId: 'tax', unit: '万元' }])
    expect(ignored).toEqual(['备注', '停用指标'])
  })
  test('may be one for the indicator and one for the figure', () => {
    const { figures } = one(['松原县', '2026', '5', '财政收入', '62000', '万元'], ['地区', '年份', '月份', '指标', '数值', '单位'])
    expect(figures).toMatchObject([{ peer: '松原县', indicatorId: 'tax', year: 2026, month: 5, value: 6.2 }])
  })
  test.each<[string, string[][], object]>([
    ['no header', [['松原县', '12.5']], { fault: 'no-table' }],
    [
      'no indicator',
      [
        ['地区', '年份', '绿化'],
        ['松原县', '2025', '3'],
      ],
      { fault: 'no-indicator', headers: ['绿化'] },
    ],
    ['nothing below the header', [HEAD, ['', ' ']], { fault: 'no-table' }],
  ])('with %s are at fault', (_, rows, fault) => expect(checkPeers([gridOf(rows)], '外县.xlsx', WORLD)).toMatchObject(fault))
})

describe('the sheet', () => {
  const all = (check: Sound) => check.figures.map(f => [f.peer, f.indicatorId, f.year, f.month, f.value])

  test('may have places across and indicators down, under a title that says the month and the measure', () => {
    const check = sound([
      ['2026年1—5月各县主要经济指标'],
      ['单位：万元'],
      ['指标', '松原县', '临河县', '青禾县'],
      ['一般公共预算收入', '62000', '71000', '65000'],
      ['绿化覆盖率', '3', '4', '5'],
    ])
    expect(all(check)).toEqual([
      ['松原县', 'tax', 2026, 5, 6.2],
      ['临河县', 'tax', 2026, 5, 7.1],
    ])
    expect(check.lines.map(l => [l.name, l.reason, l.facts])).toContainEqual(['松原县', 'unknown-indicator', { cell: '绿化覆盖率' }])
    expect(check.lines.map(l => [l.name, l.reason])).toContainEqual(['青禾县', 'own-place'])
  })

  test('may have a header of two rows, with growth and rank beside each figure', () => {
    const grid: Grid = {
      sheet: '数据',
      merged: [{ top: 1, left: 1, bottom: 1, right: 3 }],
      rows: [
        ['2025年外县主要指标（亿元、%）'],
        ['地区', '一般公共预算收入', '', '', '地区生产总值增速'],
        ['', '总量', '同比增长%', '位次', ''],
        ['松原县', '13', '4.1', '2', '5.2'],
        ['合计', '99', '4.0', '', ''],
      ],
    }
    const check = checkPeers([grid], '外县.xlsx', WORLD) as Sound
    expect(all(check)).toEqual([
      ['松原县', 'tax', 2025, 12, 13],
      ['松原县', 'gdp', 2025, 12, 5.2],
    ])
    expect(check.figures.map(f => f.at)).toEqual(['数据!B4', '数据!E4'])
    expect(check.ignored).toEqual(['一般公共预算收入 同比增长%', '一般公共预算收入 位次'])
    expect(check.lines.map(l => l.reason)).toEqual([null, 'total-row'])
  })

  test('says of a place that is nearly one that is known that it may be that one', () => {
    const lines = one(['松原', '2025', '12', '', '3']).lines
    expect(lines).toMatchObject([{ name: '松原', newPeer: true, near: ['松原县'] }])
  })

  test('never makes a year’s figure of one month’s', () => {
    expect(one(['松原县', '2025', '5', '1.2'], ['地区', '年份', '月份', '财政收入 当月（亿元）']).lines[0]!.cells).toMatchObject([
      { verdict: 'refused', reason: 'single-month' },
    ])
  })
})

describe('a row', () => {
  test('adds a place that is not known, with its people in persons', () => {
    const { lines, peers, figures } = one(['临河县', '2025年', '全年', '38.6', '1,101.5', '6.2', '2025年统计公报'])
    expect(lines).toMatchObject([{ newPeer: true, verdict: 'new', year: 2025, month: 12 }])
    expect(peers).toEqual([{ id: null, name: '临河县', population: 386_000 }])
    expect(figures.map(f => [f.indicatorId, f.value, f.origin])).toEqual([
      ['tax', 1101.5, '2025年统计公报'],
      ['gdp', 6.2, '2025年统计公报'],
    ])
  })
  test('that says what is known is the same, and what is revised is shown with what was', () => {
    expect(one(['松原县', '2025', '12', '', '12.5', '', '']).lines).toMatchObject([{ verdict: 'same', cells: [{ verdict: 'same' }] }])
    const { lines, figures } = one(['松原县', '2025', '12', '', '12.8', '', ''])
    expect(lines).toMatchObject([{ verdict: 'changed', cells: [{ was: 12.5, now: 12.8 }] }])
    expect(figures).toHaveLength(1)
  })
  test.each<[string, string[], string]>([
    ['without a place', ['', '2025', '12', '', '3'], 'no-name'],
    ['of one’s own place', ['青禾县', '2025', '12', '', '3'], 'own-place'],
    ['without a year', ['松原县', '去年', '12', '', '3'], 'year-unreadable'],
    ['of a thirteenth month', ['松原县', '2025', '13', '', '3'], 'month-unreadable'],
    ['with people that are no number', ['松原县', '2025', '12', '很多', '3'], 'population-unreadable'],
    ['that tells only how many people live there', ['松原县', '2025', '12', '41', '—', '未公布'], 'no-figure'],
    ['of a sum', ['合计', '2025', '12', '', '3'], 'total-row'],
  ])('%s is refused', (_, cells, reason) => expect(one(cells).lines).toMatchObject([{ verdict: 'refused', reason }]))
  test.each<[string, number]>([
    ['1-5月', 5],
    ['上半年', 6],
    ['', 12],
    ['９', 9],
  ])('reads %s as the month', (month, is) => expect(one(['松原县', '2025', month, '', '3']).lines[0]!.month).toBe(is))
})

describe('a figure', () => {
  const cell = (text: string, head = HEAD, at = ['2025', '6']) => one(['松原县', ...at, '', text], head).lines[0]!.cells[0]
  test('that is none, of another measure, or of a month to come is refused, and the others of its row are not', () => {
    expect(cell('约三亿')).toMatchObject({ verdict: 'refused', reason: 'not-a-number' })
    expect(cell('3', ['地区', '年份', '月份', '', '财政收入（人）'])).toMatchObject({
      reason: 'unit-unknown',
      facts: { unit: '人', expected: '亿元' },
    })
    expect(cell('3', HEAD, ['2026', '11'])).toMatchObject({ reason: 'future' })
    expect(one(['松原县', '2025', '6', '', '约三', '5.5']).figures).toMatchObject([{ indicatorId: 'gdp', value: 5.5 }])
  })
  test('with its own unit behind it goes by that unit', () => expect(cell('62000万元')).toMatchObject({ now: 6.2 }))
  test('said twice differently is taken neither way; said twice alike, once', () => {
    const rows = (second: string) => sound([HEAD, ['松原县', '2025', '6', '', '6.2'], ['松原县', '2025', '6', '', second]])
    expect(rows('6.3').lines.flatMap(l => l.cells.map(c => [c.at, c.verdict, c.reason, c.facts]))).toEqual([
      ['E2', 'refused', 'twice', { cell: 'E3' }],
      ['E3', 'refused', 'twice', { cell: 'E2' }],
    ])
    expect(rows('6.3').figures).toEqual([])
    expect(rows('6.2').figures).toHaveLength(1)
  })
  test('that is odd beside what is known is pointed out, and taken', () => {
    expect(cell('125000', ['地区', '年份', '月份', '', '财政收入'], ['2025', '11'])).toMatchObject({
      verdict: 'new',
      flags: expect.arrayContaining([expect.objectContaining({ flag: 'scale-slip' })]),
    })
  })
})

test('the same sheet again changes nothing', () => {
  const rows = [HEAD, ['临河县', '2025', '12', '38.6', '11', '6.2', ''], ['松原县', '2025', '12', '', '13', '', '']]
  const first = sound(rows)
  const peers = [...WORLD.peers, peer('p2', '临河县', 386_000)]
  const after = new Map(
    first.figures.map(({ origin: _, peer: name, ...f }) => {
      const figure = { ...f, peerId: peers.find(p => p.name === name)!.id, revision: 2 }
      return [figureKey(figure), figure]
    }),
  )
  const again = sound(rows, { ...WORLD, peers, held: after })
  expect([again.figures, again.peers, again.lines.map(l => l.verdict)]).toEqual([[], [], ['same', 'same']])
})
