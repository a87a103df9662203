// Says in which unit a number counts where it stands, or that it counts nothing there (二期, 近三年, 十届九次全会); reads no number.

import type { RawDate } from './context.ts'
import { readUnit, type Unit } from './measure.ts'
import { isHan } from './name.ts'
import type { Numeral } from './number.ts'

/** The sentence in which it counts. */
export interface Counting {
  text: string
  from: number
  dates: readonly RawDate[]
}

/** The unit after a number, unless the two make a name or an ordinal (二期, 一个, 八里坡村). */
export function unitOf(scan: Counting, n: Numeral, end: number, at: number): Unit | null {
  const { text } = scan
  const unit = readUnit(text, n.end, end, n.arabic || n.value >= 100 || isFrequency(scan, at))
  if (!unit || (unit.unit === '度' && n.scale > 0)) return largeUnit(text, n, end)
  // 用电42度
  if (unit.unit === '度' && POWER.test(text.slice(Math.max(scan.from, at - 10), at))) return { ...unit, unit: 'kWh', exact: true }
  // 近三年, 过去五年: a period, and no figure
  if (unit.unit === 'year' && /[近来去后明]$/.test(text.slice(Math.max(scan.from, at - 1), at)) && !text.startsWith('最近', at - 2))
    return null
  // 三天一通报, 十天一排名: how often
  if (text[unit.end] === '一' && EVERY_TIME.test(text.slice(unit.end, unit.end + 3))) return null
  // 十届九次全会 and 十八届人大六次会议 are names
  if (unit.unit === '次' && (text[at - 1] === '届' || (!n.arabic && isSession(text, at, unit.end)))) return null
  // 排名前移2位, 上升3名: so many places, and nobody
  if (unit.unit === 'person' && unit.word !== '人' && MOVES.test(text.slice(Math.max(scan.from, at - 5), at)))
    return { ...unit, unit: unit.word }
  // 12时30分 and 3元5分 are no marks
  if (unit.unit === '分' && '时点元角'.includes(text[at - 1] ?? '。')) return null
  if (n.arabic) {
    // 1.2026年: the ordinal of a list stands before the year
    if (unit.unit === 'year' && ((n.value >= 1900 && n.value < 2100) || /\.(?:19|20)\d\d$/.test(text.slice(n.start, n.end)))) return null
    if (n.value === Math.trunc(n.value) || unit.exact) return unit
    // 达到4.6个; behind a mark 2.3个 would be the ordinal of a list
    return n.scale > 0 || unit.unit === 'person' || isHan(text.charCodeAt(at - 1)) ? unit : null
  }
  if (n.digits) return null
  // 一个半工作日
  if (unit.half) return unit
  if (n.value === 1 && n.scale === 0 && n.max === null && !n.more)
    return allowsOne(text, unit, at) || (isFrequency(scan, at) && '期次份篇场轮'.includes(unit.word)) ? unit : null
  if (text[at] === '二' && n.end === at + 1 && unit.word !== '元') return null
  if (unit.word.length === 1 && !unit.exact && unit.word !== '个' && isPlaceName(text, unit.end, unit.word)) return null
  return unit
}

const EVERY_TIME =
  /^一(?:调度|通报|排名|研判|会商|报告|汇报|督查|巡查|检查|小结|盘点|碰头|更新|公示|总结|例会|评比|考核|督导|复盘|清零|回访|走访|推进|晾晒|督办|分析)/
const POWER = /(?:用电|发电|节电|供电|耗电|电量)[\u4e00-\u9fff]{0,6}$/
const MOVES = /(?:前移|后移|上升|下降|前进|后退|提升|跃升|下滑|回落|攀升|上移|下移|提高|倒退|掉)(?:了|近|约)?$/

// 人大六次会议, 四次全会, 县政协常委会三次会议
function isSession(text: string, at: number, end: number): boolean {
  return /^全[会体]/.test(text.slice(end, end + 2)) || (text.startsWith('会议', end) && /[届委协会大]$/.test(text.slice(at - 1, at)))
}

const COUNTED = /(?:人口|人数|游客|人次)(?:达到|达|为|约为|约|超过|超|突破|近)?$/

// 3.2亿度 and 1200万方 only with 万 or 亿; 总人口48.6万 leaves 人 out
function largeUnit(text: string, n: Numeral, end: number): Unit | null {
  if (n.scale === 0) return null
  const word = text[n.end] ?? ''
  if (n.end < end && word === '度') return { end: n.end + 1, unit: 'kWh', exact: true, half: false, word }
  if (n.end < end && word === '方' && !'面案式向法针便位'.includes(text[n.end + 1] ?? '。'))
    return { end: n.end + 1, unit: '立方米', exact: true, half: false, word }
  const counted = COUNTED.exec(text.slice(Math.max(0, n.start - 6), n.start))
  return counted ? { end: n.end, unit: counted[0].startsWith('人次') ? '人次' : 'person', exact: true, half: false, word: '' } : null
}

// 一吨, 一倍 and 一亩 measure; 一个, 一年, 一位 without a limit say nothing new
function allowsOne(text: string, unit: Unit, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at)
  // 每户有一人: so many of each
  if (unit.unit === 'person' && EACH.test(text.slice(Math.max(0, at - 8), at))) return true
  if (text.startsWith('以上', unit.end) || /(?:不少于|不低于|至少|不得少于|不超过)$/.test(before)) return true
  // 滞后近一个月, 提前一天: how long is told
  if (LASTING.has(unit.unit) && /(?:滞后|提前|推迟|延期|延长|缩短|超期|逾期|压缩|拖延|晚了?|早了?)(?:近|约|了|达|至少|超过)?$/.test(before))
    return true
  return (
    unit.exact &&
    !['year', 'month', 'day', 'person', 'household', '周', '小时', '分钟', '秒', '岁', '人次', '斤', '克', 'm', '季度', '工作日'].includes(
      unit.unit,
    )
  )
}

const EACH = /每[户村家组班社校队镇乡店岗厂院所站街点][\u4e00-\u9fff]{0,5}$/

const LASTING = new Set(['year', 'month', 'day', '周', '小时', '分钟'])

// 每季度末印发一期通报, 每周调度一次: how often is news
function isFrequency(scan: Counting, at: number): boolean {
  return scan.dates.length > 0 && scan.dates.some(d => d.every !== undefined && d.span[1] <= at && at - d.span[1] <= 8)
}

// 三台县, 三家村, 五台山, but 三座桥, 五条路
function isPlaceName(text: string, at: number, word: string): boolean {
  return word !== '座' && word !== '条' && '村镇乡县街河湖山沟庄店屯岭坡桥洼寨峡'.includes(text[at] ?? '。')
}
