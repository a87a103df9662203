// Reads the words that limit a number, before it (不低于, 近) and after it (以上, 左右); never moves the number.

import { makeEndings } from './ending.ts'
import { letters } from './letters.ts'
import type { Bound } from './reading.ts'

export interface Limit {
  bound: Bound
  /** Where the limiting word begins, or ends. */
  at: number
}

const BEFORE: readonly (readonly [string, Bound])[] = [
  ['不得低于', '≥'],
  ['不得少于', '≥'],
  ['原则上不低于', '≥'],
  ['不低于', '≥'],
  ['不少于', '≥'],
  ['不小于', '≥'],
  ['至少', '≥'],
  ['最少', '≥'],
  ['最低', '≥'],
  ['大于等于', '≥'],
  ['≥', '≥'],
  ['不得超过', '≤'],
  ['不得高于', '≤'],
  ['不得多于', '≤'],
  ['不超过', '≤'],
  ['不高于', '≤'],
  ['不多于', '≤'],
  ['不大于', '≤'],
  ['控制在', '≤'],
  ['至多', '≤'],
  ['最多', '≤'],
  ['最高', '≤'],
  ['最长', '≤'],
  ['小于等于', '≤'],
  ['≤', '≤'],
  ['超过', '>'],
  ['突破', '>'],
  ['高于', '>'],
  ['多于', '>'],
  ['大于', '>'],
  ['超出', '>'],
  ['逾', '>'],
  ['超', '>'],
  ['过', '>'],
  ['>', '>'],
  ['＞', '>'],
  ['不足', '<'],
  ['不到', '<'],
  ['低于', '<'],
  ['少于', '<'],
  ['小于', '<'],
  ['未满', '<'],
  ['不满', '<'],
  ['<', '<'],
  ['＜', '<'],
  ['大约', '≈'],
  ['大概', '≈'],
  ['将近', '≈'],
  ['接近', '≈'],
  ['约为', '≈'],
  ['约', '≈'],
  ['近', '≈'],
]
const AFTER: readonly (readonly [string, Bound])[] = [
  ['及以上', '≥'],
  ['（含）以上', '≥'],
  ['(含)以上', '≥'],
  ['以上', '≥'],
  ['之上', '≥'],
  ['及以下', '≤'],
  ['（含）以下', '≤'],
  ['以下', '≤'],
  ['之下', '≤'],
  ['以内', '≤'],
  ['之内', '≤'],
  ['左右', '≈'],
  ['上下', '≈'],
]
// 通过3项, 附近3公里, 节约50万元: the letter belongs to another word
const NOT_AFTER: Record<string, string> = {
  过: '通经透走度来审越跳渡翻难',
  近: '附靠临最邻远',
  约: '节公条合契预大制签',
  超: '赶反高',
  逾: '',
}

const beforeByLast = group(BEFORE, w => w.charCodeAt(w.length - 1))
const afterByFirst = group(AFTER, w => w.charCodeAt(0))

function group(list: readonly (readonly [string, Bound])[], key: (word: string) => number) {
  const map = new Map<number, (readonly [string, Bound])[]>()
  for (const entry of list) {
    const k = key(entry[0])
    const old = map.get(k)
    if (old) old.push(entry)
    else map.set(k, [entry])
  }
  return map
}

/** The limiting word that ends where the number begins. */
export function boundBefore(text: string, from: number, number: number): Limit | null {
  const list = beforeByLast.get(text.charCodeAt(number - 1))
  if (!list) return null
  for (const [word, bound] of list) {
    const at = number - word.length
    if (at < from || !text.startsWith(word, at)) continue
    if (word.length === 1 && at > from && NOT_AFTER[word]?.includes(text[at - 1]!)) return null
    return { bound, at }
  }
  return null
}

/** The limiting word that begins where the unit ends; also 以内 only where it limits a figure, not a time allowed. */
export function boundAfter(text: string, unit: number, end: number): Limit | null {
  const list = afterByFirst.get(text.charCodeAt(unit))
  if (!list) return null
  for (const [word, bound] of list) if (unit + word.length <= end && text.startsWith(word, unit)) return { bound, at: unit + word.length }
  return null
}

/** 至少到现场办公2次: the limit stands earlier in the same clause. */
export function boundEarlier(text: string, from: number, number: number): Bound | null {
  const start = Math.max(from, number - 14)
  for (let i = number - 2; i >= start; i--) {
    if (closesPart(text, i)) return null
    const letter = text.charCodeAt(i)
    // 至少, 最多
    if (letter === 0x81f3 && text.charCodeAt(i + 1) === 0x5c11) return '≥'
    if (letter === 0x6700 && text.charCodeAt(i + 1) === 0x591a) return '≤'
  }
  return null
}

const closesPart = letters('，,；;。、：:')

const DOWN = '下降 减少 降低 压缩 压减 缩短 收窄 回落 下滑 减 降 低于 精简 核减 缩减 消减 削减 欠进度 欠 落后 短收'.split(' ')
const UP = '增长 提高 增加 上升 提升 增 扩大 高于 超时序 超进度 上涨 新增 增幅 增速 多增'.split(' ')
const changes = makeEndings([...DOWN, ...UP])
const falls = new Set(DOWN)
const closesWords = letters('，,；;。、')

/** Whether the words just before say that the figure fell or rose; the nearest word decides. */
export function changeBefore(text: string, from: number, number: number): 'up' | 'down' | null {
  const least = Math.max(from, number - 10)
  for (let at = number; at > least; at--) {
    const length = changes.lengthBefore(text, least, at)
    if (length > 0) return falls.has(text.slice(at - length, at)) ? 'down' : 'up'
    if (closesWords(text, at - 1)) return null
  }
  return null
}
