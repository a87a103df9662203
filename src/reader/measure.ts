// Reads the unit that stands after a number; knows which measure words begin other words and never guesses a unit.

import { numeralKind } from './number.ts'
import { makeTrie } from './trie.ts'
import { ARABIC_ONLY, COUNT_WORDS, EXACT_UNITS, NOT_A_LENGTH, NOT_BEFORE } from './words/measures.ts'

export interface Unit {
  end: number
  /** As in the reading: CNY, mu, %, person, 个. */
  unit: string
  /** It measures (元, 亩, %) and so needs no care with 一 and 二; else it counts (个, 项). */
  exact: boolean
  /** Half a unit is added: 一吨半, 两个半月. */
  half: boolean
  /** 元 before 角 and 分. */
  word: string
}

interface Entry {
  word: string
  unit: string
  exact: boolean
  arabicOnly: boolean
  latin: boolean
  /** Letters that the word, when they follow it, makes another word with. */
  notBefore: string
  /** Its second letter, 0 when it has none. */
  second: number
}

/** The words by their first letter: which list is it, from 1. */
const LIST_OF = new Uint16Array(0x10000)
const lists: Entry[][] = []
for (const [unit, words] of Object.entries(EXACT_UNITS)) for (const word of words.split(' ')) add(word, unit, true)
for (const word of COUNT_WORDS) add(word, word, false)
for (const list of lists) list.sort((a, b) => b.word.length - a.word.length)

function add(word: string, unit: string, exact: boolean) {
  const entry = {
    word,
    unit,
    exact,
    arabicOnly: ARABIC_ONLY.includes(word),
    latin: isLatin(word),
    notBefore: NOT_BEFORE[word] ?? '',
    second: word.length > 1 ? word.charCodeAt(1) : 0,
  }
  const code = word.charCodeAt(0)
  LIST_OF[code] ||= lists.push([])
  lists[LIST_OF[code]! - 1]!.push(entry)
}

const notLength = makeTrie(NOT_A_LENGTH)

/** After `/` in a unit by another: 微克/立方米, 元/亩, 吨/日. */
const PER = [
  '平方公里',
  '立方米',
  '平方米',
  '公里',
  '小时',
  '工作日',
  '人',
  '亩',
  '吨',
  '户',
  '年',
  '月',
  '日',
  '天',
  '次',
  '株',
  '台',
  '张',
  '床',
  '公斤',
  '斤',
  '升',
  '个',
  '件',
  '头',
  '只',
  '千瓦时',
  '度',
  '秒',
  '套',
  '辆',
  '米',
  '公顷',
  '年级',
]

// 辖区人口以户计，规上企业却以户数家: 120户企业
const FIRMS = [
  '企业',
  '规上',
  '规模以上',
  '工业企业',
  '个体',
  '商户',
  '商贸',
  '市场主体',
  '经营主体',
  '小微',
  '民营',
  '限上',
  '服务业',
  '纳税',
]

// 规上企业5户, 个体工商户达到200户
const FIRMS_BEFORE = /(?:企业|工商户|市场主体|经营主体|商户|商家|门店)(?:达到?|共|有|共有|总数|新增|发展到|约|超过?|近)?[\d.,，万千余]+$/

/** The unit at `at`; null when no unit of the dictionary stands there. `arabic`: the number has Arabic digits. */
export function readUnit(text: string, at: number, end: number, arabic: boolean): Unit | null {
  if (at >= end) return null
  const list = LIST_OF[text.charCodeAt(at)]!
  if (list === 0) return null
  if (text[at] === '个' && text[at + 1] === '半') return readHalf(text, at, end)
  const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
  for (const { word, unit, exact, arabicOnly, latin, notBefore, second } of lists[list - 1]!) {
    const stop = at + word.length
    if (stop > end || (arabicOnly && !arabic) || (second !== 0 && (second !== after || !text.startsWith(word, at)))) continue
    const next = text[stop]
    if (latin && isLatin(next)) continue
    if (notBefore !== '' && next !== undefined && notBefore.includes(next)) return null
    if (exact && notLength.longest(text, at, text.length) > at) return null
    if (next === '/' || next === '／') {
      const per = PER.find(p => text.startsWith(p, stop + 1))
      if (per && stop + 1 + per.length <= end) return { end: stop + 1 + per.length, unit: `${word}/${per}`, exact: true, half: false, word }
    }
    if (word === '户' && (FIRMS.some(f => text.startsWith(f, stop)) || FIRMS_BEFORE.test(text.slice(Math.max(0, at - 14), at))))
      return { end: stop, unit: '户', exact, half: false, word }
    const half = exact && next === '半' && stop < end && !'以数年天月个径山岛'.includes(text[stop + 1] ?? '。')
    return { end: half ? stop + 1 : stop, unit, exact, half, word }
  }
  return null
}

/** 两个半月, 三个半小时 */
function readHalf(text: string, at: number, end: number): Unit | null {
  for (const [word, unit] of [
    ['月', 'month'],
    ['小时', '小时'],
    ['百分点', 'pp'],
    ['工作日', '工作日'],
  ] as const)
    if (text.startsWith(word, at + 2) && at + 2 + word.length <= end)
      return { end: at + 2 + word.length, unit, exact: true, half: true, word }
  return null
}

function isLatin(letters: string | undefined): boolean {
  if (!letters) return false
  const code = letters.charCodeAt(0) | 0x20
  return code >= 0x61 && code <= 0x7a
}

/** Whether a number may begin at `i`: not inside a code or a longer number (G30, PM2.5, 0371-6212345). */
export function mayBegin(text: string, i: number): boolean {
  const before = text.charCodeAt(i - 1)
  if (Number.isNaN(before)) return true
  if (numeralKind(before) === 1) return false
  return !((before >= 65 && before <= 90) || (before >= 97 && before <= 122))
}
