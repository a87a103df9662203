// The indicators of the fictional county 青禾县: what they are, whose they are, and how its two years went. Data only; every figure is made up.
import type { Basis, Combine, Direction, Frequency, IndicatorKind } from '../../core/indicator.ts'
import type { Topic } from '../../reader/reading.ts'

/** How a year's months come about. */
type Course =
  /** Cumulative, from nothing to the year's total. */
  | { flow: [lastYear: number, thisYear: number]; season: readonly number[] }
  /** About the same in every month. */
  | { about: [lastYear: number, thisYear: number]; swing: number }
  /** From where it stood to where it ends. */
  | { from: [lastYear: number, thisYear: number, end: number] }
  /** Done in this month of this year; null: not done. */
  | { done: number | null }
  /** The sum of its parts, and how far off it was reported in the newest month. */
  | { parts: true; off: number }
  /** Amounts a year ago were nothing, so that no growth can be said. */
  | { none: [thisYear: number]; season: readonly number[] }

export interface CountyIndicator {
  code: string
  name: string
  aliases: string
  kind: IndicatorKind
  direction?: Direction
  basis?: Basis
  frequency?: Frequency
  unit: string
  decimals: number
  /** Name of the unit that reports it. */
  source: string
  /** Words of the sentence in a document that asks for it. */
  asked?: string
  frame: string
  topic: Topic
  parent?: string
  combine?: Combine
  published?: boolean
  course: Course
  target: [lastYear: number | null, thisYear: number | null]
  /** Month and day by which it is to be done. */
  due?: string
  /** Planned shares of the year's target by month, of a phased one. */
  phases?: readonly number[]
  /** Broken down to the townships by these weights; the whole is then the sum of them. */
  towns?: readonly number[]
}

export const FRAMES: [name: string, under: string | null][] = [
  ['四个青禾', null],
  ['实力青禾', '四个青禾'],
  ['活力青禾', '四个青禾'],
  ['美丽青禾', '四个青禾'],
  ['幸福青禾', '四个青禾'],
]

const EVEN = [0.08, 0.16, 0.25, 0.33, 0.42, 0.51, 0.59, 0.67, 0.76, 0.84, 0.92, 1]
/** Building begins when the ground has thawed and the papers are there. */
const LATE = [0.03, 0.06, 0.14, 0.22, 0.31, 0.42, 0.51, 0.6, 0.7, 0.8, 0.9, 1]
const EARLY = [0.11, 0.18, 0.29, 0.38, 0.46, 0.56, 0.64, 0.71, 0.79, 0.87, 0.94, 1]
const TOWNS = [1.6, 1.3, 1.1, 1, 1, 0.9, 1.1, 0.8, 0.8, 0.6, 0.6, 0.7]
const VILLAGES = [0, 0, 1.2, 1.1, 1, 0.9, 1.2, 1, 1.1, 0.8, 0.7, 0.9]

export const INDICATORS: CountyIndicator[] = [
  {
    code: 'gdp-growth',
    name: '地区生产总值增速',
    aliases: 'GDP增速 生产总值增速',
    kind: 'growth',
    frequency: 'quarter',
    unit: '%',
    decimals: 1,
    source: '县统计局',
    frame: '实力青禾',
    topic: 'economy',
    course: { about: [6.2, 6.7], swing: 0.3 },
    target: [6, 6.5],
  },
  {
    code: 'public-revenue',
    name: '一般公共预算收入',
    aliases: '财政收入 公共预算收入',
    kind: 'volume',
    unit: '亿元',
    decimals: 2,
    source: '县财政局',
    frame: '实力青禾',
    topic: 'economy',
    combine: 'sum',
    course: { parts: true, off: 0.12 },
    target: [17.2, 18.6],
  },
  {
    code: 'tax-revenue',
    name: '税收收入',
    aliases: '税收',
    kind: 'volume',
    unit: '亿元',
    decimals: 2,
    source: '县税务局',
    frame: '实力青禾',
    topic: 'economy',
    parent: '一般公共预算收入',
    course: { flow: [11.6, 12.9], season: EARLY },
    target: [11.5, 12.6],
  },
  {
    code: 'non-tax-revenue',
    name: '非税收入',
    aliases: '',
    kind: 'volume',
    unit: '亿元',
    decimals: 2,
    source: '县财政局',
    frame: '实力青禾',
    topic: 'economy',
    parent: '一般公共预算收入',
    course: { flow: [5.8, 5.5], season: EVEN },
    target: [5.7, 6],
  },
  {
    code: 'fixed-investment',
    name: '固定资产投资',
    aliases: '固投 固定资产投资完成额',
    kind: 'volume',
    unit: '亿元',
    decimals: 2,
    source: '县发展和改革局',
    asked: '固定资产投资增长',
    frame: '实力青禾',
    topic: 'investment',
    course: { flow: [84, 91], season: LATE },
    target: [86, 96],
  },
  {
    code: 'industry-growth',
    name: '规上工业增加值增速',
    aliases: '规模以上工业增加值增速 规上工业增速',
    kind: 'growth',
    unit: '%',
    decimals: 1,
    source: '县工业和信息化局',
    frame: '实力青禾',
    topic: 'economy',
    course: { about: [7.4, 6.4], swing: 0.5 },
    target: [7, 8],
  },
  {
    code: 'retail-sales',
    name: '社会消费品零售总额',
    aliases: '社零 社消零',
    kind: 'volume',
    unit: '亿元',
    decimals: 2,
    source: '县商务局',
    frame: '活力青禾',
    topic: 'economy',
    course: { flow: [61.2, 66], season: EVEN },
    target: [61, 65.5],
  },
  {
    code: 'foreign-trade',
    name: '外贸进出口总额',
    aliases: '进出口总额',
    kind: 'growth',
    unit: '万美元',
    decimals: 0,
    source: '县商务局',
    frame: '活力青禾',
    topic: 'economy',
    course: { none: [860], season: EVEN },
    target: [null, 10],
  },
  {
    code: 'funds-in-place',
    name: '招商引资到位资金',
    aliases: '到位资金 招商到位资金',
    kind: 'phased',
    unit: '亿元',
    decimals: 2,
    source: '县招商服务中心',
    asked: '实际到位资金',
    frame: '活力青禾',
    topic: 'investment',
    course: { flow: [37, 33], season: LATE },
    target: [36, 42],
    phases: LATE,
  },
  {
    code: 'loan-balance',
    name: '金融机构贷款余额',
    aliases: '贷款余额 各项贷款余额',
    kind: 'level',
    basis: 'point',
    unit: '亿元',
    decimals: 2,
    source: '县财政局',
    frame: '活力青禾',
    topic: 'economy',
    course: { from: [192.4, 210.6, 236.2] },
    target: [209, 235],
  },
  {
    code: 'residents-income',
    name: '居民人均可支配收入',
    aliases: '居民收入 人均可支配收入',
    kind: 'growth',
    frequency: 'quarter',
    unit: '元',
    decimals: 0,
    source: '县统计局',
    asked: '居民人均可支配收入',
    frame: '幸福青禾',
    topic: 'livelihood',
    course: { flow: [27_840, 29_750], season: EARLY },
    target: [6, 6.5],
  },
  {
    code: 'new-jobs',
    name: '城镇新增就业',
    aliases: '新增就业 城镇新增就业人数',
    kind: 'volume',
    unit: '人',
    decimals: 0,
    source: '县人力资源和社会保障局',
    frame: '幸福青禾',
    topic: 'livelihood',
    course: { flow: [3150, 3260], season: EARLY },
    target: [3000, 3200],
    towns: TOWNS,
  },
  {
    code: 'rural-toilets',
    name: '农村户厕改造',
    aliases: '户厕改造 农村改厕',
    kind: 'volume',
    unit: '户',
    decimals: 0,
    source: '县农业农村局',
    asked: '户厕改造',
    frame: '美丽青禾',
    topic: 'agriculture',
    course: { flow: [2100, 2190], season: LATE },
    target: [2000, 2400],
    towns: VILLAGES,
  },
  {
    code: 'rural-roads',
    name: '农村公路新改建里程',
    aliases: '农村公路新改建',
    kind: 'phased',
    unit: '公里',
    decimals: 1,
    source: '县交通运输局',
    asked: '新改建农村公路',
    frame: '美丽青禾',
    topic: 'agriculture',
    course: { flow: [58, 66], season: LATE },
    target: [55, 62],
    phases: LATE,
    towns: VILLAGES,
  },
  {
    code: 'energy-per-gdp',
    name: '单位GDP能耗',
    aliases: '万元GDP能耗 单位地区生产总值能耗',
    kind: 'ceiling',
    direction: 'down',
    basis: 'point',
    frequency: 'quarter',
    unit: '吨标准煤/万元',
    decimals: 3,
    source: '县发展和改革局',
    frame: '美丽青禾',
    topic: 'environment',
    course: { about: [0.428, 0.411], swing: 0.006 },
    target: [0.432, 0.42],
  },
  {
    code: 'fine-air-days',
    name: '空气质量优良天数比例',
    aliases: '优良天数比例 空气优良率',
    kind: 'level',
    basis: 'point',
    unit: '%',
    decimals: 1,
    source: '市生态环境局青禾分局',
    frame: '美丽青禾',
    topic: 'environment',
    course: { from: [91.2, 92, 91.4] },
    target: [92, 93],
  },
  {
    code: 'safety-accidents',
    name: '生产安全事故起数',
    aliases: '安全生产事故起数 事故起数',
    kind: 'ceiling',
    direction: 'down',
    unit: '起',
    decimals: 0,
    source: '县应急管理局',
    frame: '幸福青禾',
    topic: 'safety',
    course: { flow: [13, 10], season: EVEN },
    target: [14, 12],
  },
  {
    code: 'petition-rate',
    name: '信访事项按期办结率',
    aliases: '信访按期办结率',
    kind: 'level',
    basis: 'point',
    unit: '%',
    decimals: 1,
    source: '县信访局',
    frame: '幸福青禾',
    topic: 'risk',
    published: false,
    course: { from: [95.5, 96.4, 98.2] },
    target: [96, 98],
  },
  {
    code: 'business-plan',
    name: '优化营商环境实施方案印发',
    aliases: '营商环境方案印发',
    kind: 'milestone',
    unit: '',
    decimals: 0,
    source: '县发展和改革局',
    asked: '优化营商环境',
    frame: '活力青禾',
    topic: 'reform',
    course: { done: 6 },
    target: [null, 1],
    due: '06-30',
  },
  {
    code: 'one-visit-list',
    name: '“一件事一次办”清单公布',
    aliases: '一件事清单公布',
    kind: 'milestone',
    unit: '',
    decimals: 0,
    source: '县行政审批服务管理局',
    asked: '一件事一次办',
    frame: '活力青禾',
    topic: 'reform',
    course: { done: null },
    target: [null, 1],
    due: '09-30',
  },
]

/** A unit's own word: what it will have done by a day of this year. */
export const COMMITMENTS: { indicator: string; unit: string; value: number; due: string }[] = [
  { indicator: '农村户厕改造', unit: '云溪镇', value: 270, due: '10-31' },
  { indicator: '招商引资到位资金', unit: '县招商服务中心', value: 40, due: '12-15' },
  { indicator: '城镇新增就业', unit: '城关街道', value: 430, due: '11-30' },
]

/** The year's target was changed once, and the board says so. */
export const REVISION = { indicator: '固定资产投资', from: 98, day: '04-16', why: '市政府4月核减两个跨年项目，全年任务相应调整。' }
