// Finds where the name of a firm, a bank, a hospital or a school begins and ends, given its last word; knows no organs.

import { makeEndings } from './ending.ts'
import { isHan } from './name.ts'
import type { Span } from './reading.ts'
import { makeTrie } from './trie.ts'
import { BEFORE_BODY, NO_FIRM, NOT_FIRST } from './words/bodies.ts'

const FIRM_ENDS = [
  '有限责任公司',
  '股份有限公司',
  '集团有限公司',
  '有限公司',
  '分公司',
  '子公司',
  '公司',
  '集团',
  '银行',
  '医院',
  '大学',
  '学院',
  '合作社',
  '研究院',
  '设计院',
  '协会',
  '商会',
  '厂',
]
// 星河电子厂; but no name: 污水处理厂, 工厂, 加工厂
const FACTORY =
  /(?:电子|机械|制药|药|食品|服装|制衣|水泥|化工|化肥|玻璃|钢铁|家具|纺织|棉纺|丝绸|印刷|酿酒|酒|茶|造纸|纸|陶瓷|瓷|五金|塑料|玩具|电器|汽车|皮革|建材|砖瓦|面粉|饲料|卷烟|机床|电机|造船|轧钢|铸造|冶炼|农机|仪表|轴承|变压器|电池|光学|鞋|罐头|乳品|制糖)$/
const ends = makeTrie(FIRM_ENDS)
const verbs = makeEndings(BEFORE_BODY)
const notFirst = makeTrie(NOT_FIRST)

/** Names that end in 公司, 集团, 医院 …: `i` is where that word begins. An empty span passes over a word that names nobody. */
export function firmAt(text: string, i: number, from: number, end: number): Span | null {
  const stop = ends.longest(text, i, text.length)
  if (stop === i || stop > end) return null
  const word = text.slice(i, stop)
  if (word === '集团' && /^(?:化|军|有限|公司|股份|总|内|式)/.test(text.slice(stop, stop + 2))) return null
  if (/^(?:大学|学院|医院)$/.test(word) && /^(?:生|毕|习|派|化)/.test(text.slice(stop, stop + 1))) return null
  if (word === '厂' && !(FACTORY.test(text.slice(Math.max(0, i - 4), i)) && !'区房家长子内矿网站商址'.includes(text[stop] ?? '。')))
    return null
  const start = firmStart(text, i, from)
  const core = text.slice(start, i)
  // 脱贫户争取每户有一人进合作社: a deed before it, and no name
  if (word === '合作社' && /[有进入到让使办成建领]|加入/.test(core)) return [stop, stop]
  if (
    core.length < (word === '厂' ? 4 : 2) ||
    NO_FIRM.has(core) ||
    /^[\d一二两三四五六七八九十百多几]+(?:[家个所名座户栋条项件日天月年万亿]|号楼)/.test(core) ||
    /(?:国有|各|该|某|民营|龙头|上市|家)$/.test(core)
  )
    return [stop, stop]
  return [start, stop]
}

const ORDINAL = /^（[一二三四五六七八九十\d]{1,3}）/

/** Where the name of a firm begins: after a boundary, a verb or 的; not before `from`. */
export function firmStart(text: string, at: number, from: number): number {
  const least = Math.max(from, at - 22)
  let start = at
  while (start > least) {
    const code = text.charCodeAt(start - 1)
    const letter = text[start - 1]!
    const plain =
      isHan(code) ||
      (code >= 48 && code <= 57) ||
      (code >= 65 && code <= 90) ||
      (code >= 97 && code <= 122) ||
      letter === '（' ||
      letter === '）' ||
      letter === '·'
    if (!plain) break
    if (verbs.lengthBefore(text, least, start) > 0) break
    start--
  }
  while (text[start] === '）') start++
  // （二）青禾燃气有限公司: the ordinal is none of the name
  const ordinal = text[start] === '（' ? ORDINAL.exec(text.slice(start, start + 5)) : null
  if (ordinal) start += ordinal[0].length
  for (let first = notFirst.longest(text, start, at); first > start; first = notFirst.longest(text, start, at)) start = first
  return start
}
