// Made-up counties to be measured against, with three years of figures, and one assessment scheme with an item that may not be assessed; for the demonstration.
import { randomUUID } from 'node:crypto'
import { addDays } from '../../core/day.ts'
import { WHOLE } from '../../core/indicator.ts'
import { peerOffers } from '../../core/peeroffer.ts'
import { isRefusal, type Refusal } from '../../core/refusal.ts'
import type { KeptItem } from '../../core/scheme.ts'
import type { Actor } from '../../core/types.ts'
import { peerWorld } from '../benchmark.ts'
import { peer } from '../target/peer.ts'
import { type Paper, peerFigure } from '../target/peerfigure.ts'
import { scheme } from '../target/scheme.ts'
import type { Done, Kind, Moment } from '../write.ts'
import { type Chance, chanceFrom } from './random.ts'
import { carry, record, SEED, type Story } from './story.ts'

/** Name, population in 万, and how large its figures are beside one's own. */
const PEERS: [name: string, population: number, size: number][] = [
  ['禾川县', 43.5, 1.18],
  ['云屏县', 38.1, 1.09],
  ['石湾县', 36.4, 0.97],
  ['柳湾县', 47.2, 1.04],
  ['望川县', 33.8, 0.91],
  ['南屏县', 52.6, 1.27],
  ['碧湖县', 29.7, 0.83],
  ['沙坪县', 88.4, 2.1],
]
/** Told by a document that the county has already: 临湖市 of the newspaper's visit. */
const VISITED = '临湖市'
const EXEMPLARS: [name: string, kind: 'domestic' | 'province', population: number, size: number][] = [['锦溪县', 'province', 61.3, 2.4]]
const MEASURED = ['一般公共预算收入', '固定资产投资', '社会消费品零售总额', '地区生产总值增速']
const POPULATION = 412_000

interface OwnRow {
  name: string
  unit: string
  decimals: number
  year: number
  month: number
  value: number
}
const OWN = `select i.name, i.unit, i.decimals, s.year, s.month, (('{"_":0' || s.shown)::json ->> 'value')::numeric as value
  from standing s join indicator i on i.jurisdiction_id = s.jurisdiction_id and i.id = s.indicator_id
  where s.jurisdiction_id = $1 and s.unit_id = $2 and s.fresh and i.name = any($3) order by s.year, s.month, i.position`

export async function makeBenchmark(story: Story, officer: Actor): Promise<void> {
  const chance = chanceFrom(SEED + 3)
  const own = await story.tx.rows<OwnRow>(OWN, [story.tx.context.jurisdiction, WHOLE, MEASURED])
  const moment = (days: number): Moment => ({ actor: officer, now: `${addDays(story.today, -days)}T02:30:00.000Z` })
  const grids = [{ sheet: '数据', rows: sheetOf(own, chance), merged: [] }]
  await done(story, peerFigure, {}, { command: 'import', name: '同类县主要经济指标.xlsx', workbook: null, grids }, moment(6))
  const places = await story.tx.rows<{ id: string; name: string; version: number }>(
    'select id, name, version from peer where jurisdiction_id = $1',
    [story.tx.context.jurisdiction],
  )
  for (const [name, exemplar] of EXEMPLARS) {
    const { id, version } = places.find(p => p.name === name)!
    await done(story, peer, { id, seen: version }, { command: 'save', peer: { exemplar } }, moment(6))
  }
  const [visit] = await story.tx.rows<Pick<Paper, 'text' | 'reading'> & { id: string }>(
    'select id, text, reading from document where jurisdiction_id = $1 and text like $2 order by created_at limit 1',
    [story.tx.context.jurisdiction, `%赴东洲省${VISITED}考察%`],
  )
  if (visit) {
    const offers = peerOffers(visit.text, visit.reading, await peerWorld(story.tx, story.today))
    const indices = offers.filter(o => o.reason === null && o.region === VISITED).map(o => o.index)
    await done(story, peerFigure, {}, { command: 'take', documentId: visit.id, indices, exemplar: 'domestic' }, moment(5))
  }
  const rule = { population: POPULATION, byHand: false, peerIds: [] }
  await done(story, peer, { id: null, seen: 0 }, { command: 'choose', rule }, moment(5))

  const indicators = await story.tx.rows<{ id: string; name: string }>('select id, name from indicator where jurisdiction_id = $1', [
    story.tx.context.jurisdiction,
  ])
  const name = '乡镇（街道）目标责任考核方案'
  const year = Number(story.today.slice(0, 4))
  const items = schemeItems(indicators)
  await done(story, scheme, { id: null, seen: 0 }, { command: 'save', name, year, items, why: null, retired: false }, moment(4))
}

async function done<T, C, S, V>(story: Story, kind: Kind<T, C, S, V>, target: T, command: C, moment: Moment): Promise<void> {
  const state = await kind.load(story.tx, target, command, moment)
  const made: Done<V> | Refusal = isRefusal(state) ? state : kind.decide(state, target, command, moment)
  if (isRefusal(made)) throw new Error(`a deed of the demonstration was refused: ${made.refused}`)
  await carry(story.tx, made.writes)
  record(story, made, moment.actor, moment.now)
}

/** Quarters and the newest month of one's own figures, and the year before them; as the county's bulletins would tell. */
function sheetOf(own: OwnRow[], chance: Chance): string[][] {
  const names = MEASURED.filter(name => own.some(row => row.name === name))
  const unitOf = (name: string) => own.find(row => row.name === name)!.unit
  const newest = own.at(-1)!
  const months = own.filter(r => r.month % 3 === 0 || r.month === newest.month)
  const periods = [...new Map(months.map(r => [`${r.year} ${r.month}`, { year: r.year, month: r.month }])).values()]
  const first = periods[0]!.year
  const all = [{ year: first - 1, month: 12 }, ...periods]
  const rows = [...PEERS, ...EXEMPLARS.map(([name, , population, size]) => [name, population, size] as const)].flatMap(
    ([place, population, size], n) => {
      // Each county grows at its own pace, so that ranks move.
      const pace = 1 + (((n * 5) % 7) - 3) / 40
      return all.map(({ year, month }) => {
        const cells = names.map(name => {
          const known = own.find(r => r.name === name && r.year === Math.max(year, first) && r.month === month)
          if (!known) return ''
          // One has not published its newest month yet.
          if (place === '碧湖县' && year === newest.year && month === newest.month) return ''
          const noise = 1 + (chance.next() - 0.5) * 0.02
          if (known.unit === '%') return (known.value + (n % 5) * 0.4 - 0.9 + (noise - 1) * 30).toFixed(known.decimals)
          const back = year < first ? 0.94 : 1
          // Two that tie in the newest month.
          const level = place === '柳湾县' && year === newest.year && month === newest.month ? 1.09 : size * pace ** (year - first) * noise
          const tied = place === '云屏县' && year === newest.year && month === newest.month ? 1.09 : level
          return (known.value * back * tied).toFixed(known.decimals)
        })
        return [
          place,
          String(year),
          String(month),
          String(population),
          ...cells,
          month === 12 ? `${place}${year}年统计公报` : `${place}统计局${year}年${month}月月报`,
        ]
      })
    },
  )
  return [
    ['地区', '年份', '月份', '常住人口（万人）', ...names.map(name => `${name}（${unitOf(name)}）`), '来源'],
    ...rows.filter(r => r.slice(4, -1).some(Boolean)),
  ]
}

function schemeItems(indicators: { id: string; name: string }[]): KeptItem[] {
  const item = (name: string, weight: number, parts: Partial<KeptItem> = {}): KeptItem => ({
    id: randomUUID(),
    name,
    indicatorId: indicators.find(i => i.name === name)?.id ?? null,
    measure: null,
    direction: 'up',
    weight,
    cap: 1,
    ...parts,
  })
  return [
    item('城镇新增就业', 30, { cap: 1.1 }),
    item('农村户厕改造', 25),
    item('农村公路新改建里程', 20, { cap: 1.1 }),
    item('群众满意度', 15, { measure: '由第三方测评，按得分折算' }),
    item('工作获得市级以上领导肯定性批示', 5, { measure: '每件加1分，最多5分' }),
    item('市级以上媒体刊发稿件篇数', 5),
  ]
}
