// A small fictional county with its indicators, for the tests of the importer.
import type { Grid, Merge } from '../table/grid.ts'
import type { KnownIndicator, KnownReading, ReadingsWorld } from './world.ts'

export const indicator = (id: string, name: string, unit: string, more: Partial<KnownIndicator> = {}): KnownIndicator => ({
  id,
  name,
  unit,
  code: null,
  aliases: [],
  kind: 'volume',
  direction: 'up',
  basis: 'cumulative',
  frequency: 'month',
  decimals: 2,
  sourceUnitId: null,
  ...more,
})

export const INDICATORS: KnownIndicator[] = [
  indicator('revenue', '一般公共预算收入', '亿元', { aliases: ['财政收入'], code: 'C01' }),
  indicator('invest', '固定资产投资', '亿元'),
  indicator('investGrowth', '固定资产投资增速', '%', { kind: 'growth' }),
  indicator('jobs', '城镇新增就业', '人'),
  indicator('land', '高标准农田', '亩'),
  indicator('loans', '贷款余额', '亿元', { kind: 'level', basis: 'point' }),
  indicator('plan', '营商环境方案印发', '', { kind: 'milestone' }),
]

export const UNITS = [
  { id: 'he', name: '禾丰镇', aliases: [] },
  { id: 'yun', name: '云水镇', aliases: [] },
  { id: 'shi', name: '石桥乡', aliases: [] },
  { id: 'cai', name: '县财政局', aliases: ['财政局'] },
]

export const world = (readings: KnownReading[] = [], more: Partial<ReadingsWorld> = {}): ReadingsWorld => ({
  indicators: INDICATORS,
  units: UNITS,
  place: '青禾县',
  readings,
  mine: null,
  today: '2026-11-22',
  remembered: new Map(),
  ...more,
})

/** Rows as people would type them, cells parted by |. */
export const grid = (text: string, merged: Merge[] = [], sheet = '月报'): Grid => ({
  sheet,
  merged,
  rows: text
    .trim()
    .split('\n')
    .map(row => row.split('|').map(cell => cell.trim())),
})
