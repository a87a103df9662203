// Whether two fields of forms ask for the same number: by name, by another name for the same, or nearly so; with the reason. It points, people decide.
import { sameKind } from './table/measure.ts'
import { bareName } from './table/name.ts'

/** 不分期 日 周 月 季 半年 年 */
export const FIELD_PERIODS = ['none', 'day', 'week', 'month', 'quarter', 'half', 'year'] as const
export type FieldPeriod = (typeof FIELD_PERIODS)[number]

export interface AskedField {
  name: string
  /** 亿元, 人; null: words, or without one. */
  unit: string | null
  period: FieldPeriod
}

/** 同名 同义 近似 */
export const MATCH_REASONS = ['name', 'synonym', 'near'] as const
type MatchReason = (typeof MATCH_REASONS)[number]

interface FieldMatch {
  /** Places in the two lists. */
  a: number
  b: number
  reason: MatchReason
  /** 0–1, how alike the names are. */
  score: number
  /** Unit and period agree, too: it is the same number. Otherwise it is to be judged. */
  same: boolean
}

/** One line, one thing; short names that offices write (product choice). The first is how it is compared. */
const SYNONYMS = [
  '一般公共预算收入 财政收入 公共财政预算收入 地方财政收入',
  '一般公共预算支出 财政支出',
  '规模以上工业增加值 规上工业增加值 规模工业增加值',
  '固定资产投资 固投 固定资产投资额 固定资产投资完成额',
  '社会消费品零售总额 社零总额 社零 社消零 消费品零售总额',
  '地区生产总值 GDP 生产总值',
  '城镇新增就业 新增就业 城镇新增就业人员 城镇新增就业人数',
  '常住人口 常住人口数 常住人数',
  '招商引资到位资金 到位资金 招商到位资金',
  '粮食产量 粮食总产量 粮食总产',
  '粮食播种面积 粮食种植面积 粮食面积',
  '脱贫人口人均纯收入 脱贫户人均纯收入 脱贫群众人均纯收入',
  '防返贫监测对象 监测对象 防止返贫监测对象',
  '撂荒地整治 撂荒地复耕 撂荒耕地整治',
  '空气质量优良天数比例 优良天数比例 优良天数率',
  '信访 信访件 信访事项',
  '安全隐患 事故隐患 安全生产隐患',
].map(line => line.split(' '))

/** (万元) 【人】 behind a name say its unit. */
const BRACKETS = /[([【（][^)\]】）]{0,20}[)\]】）]/gu
/** 数 总数 情况 … say only that there is a figure; 其中 累计 本月 when. */
const TAIL = /(?:完成|累计)?(?:总数量|总数|数量|人数|户数|个数|件数|情况|统计|数据|数值|数额|数|额|值)$/u
const HEAD = /^(?:累计|本年|今年|本月|本季度|当月|当期|截至目前|目前|现有|全部|实际)+(?=.{2})/u

/** 1.青禾县生猪存栏数（头） → 生猪存栏 */
export function plainName(name: string, place = ''): string {
  const bare = bareName(name.replace(BRACKETS, ''), place).replace(/[\s·、，,。；;:："“”]+/gu, '')
  const cut = bare.replace(HEAD, '').replace(TAIL, '')
  return cut.length >= 2 ? cut : bare
}

const FIRST = new Map<string, string>()
for (const [first, ...others] of SYNONYMS) for (const name of [first!, ...others]) FIRST.set(plainName(name), plainName(first!))

/** Threes of letters with blanks around, as pg_trgm makes them. */
function trigrams(text: string): Set<string> {
  const letters = [...`  ${text} `]
  return new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))
}

/** Shared threes out of all. 生猪存栏 · 生猪存栏量 are near, 生猪存栏 · 生猪出栏 are not. */
export function likeness(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)]
  const both = [...left].filter(three => right.has(three)).length
  return both / (left.size + right.size - both || 1)
}

/** As pg_trgm's own threshold doubled: names of figures are short (product choice). */
const NEAR = 0.5

/** A name counts as every one of its names: an indicator has short ones. */
export interface NamedField extends Omit<AskedField, 'name'> {
  names: readonly string[]
}
export const named = ({ name, ...rest }: AskedField): NamedField => ({ ...rest, names: [name] })

/** For each of `a` the best of `b`, if any: the same before the near. */
export function matchFields(a: readonly NamedField[], b: readonly NamedField[], place = ''): FieldMatch[] {
  const plain = (all: readonly NamedField[]) => all.map(field => field.names.map(name => plainName(name, place)))
  const [left, right] = [plain(a), plain(b)]
  return a.flatMap((field, at) => {
    const found = b.flatMap((other, bt): FieldMatch[] => {
      const best = bestOf(left[at]!, right[bt]!)
      if (!best) return []
      const same = best.reason !== 'near' && sameUnit(field.unit, other.unit) && samePeriod(field.period, other.period)
      return [{ a: at, b: bt, ...best, same }]
    })
    const [best] = found.sort((x, y) => Number(y.same) - Number(x.same) || y.score - x.score || x.b - y.b)
    return best ? [best] : []
  })
}

function bestOf(left: readonly string[], right: readonly string[]): { reason: MatchReason; score: number } | null {
  if (left.some(name => right.includes(name))) return { reason: 'name', score: 1 }
  const first = (name: string) => FIRST.get(name) ?? name
  if (left.some(l => right.some(r => first(l) === first(r)))) return { reason: 'synonym', score: 1 }
  const score = Math.max(...left.flatMap(l => right.map(r => likeness(l, r))))
  return score >= NEAR ? { reason: 'near', score } : null
}

/** 万元 and 亿元 are told from one another; a field without a unit takes the other's. */
const sameUnit = (a: string | null, b: string | null): boolean => !a?.trim() || !b?.trim() || sameKind(a, b)

/** What says no period is asked as it stands. */
const samePeriod = (a: FieldPeriod, b: FieldPeriod): boolean => a === b || a === 'none' || b === 'none'
