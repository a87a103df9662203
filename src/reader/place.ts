// Knows the administrative divisions and the shape of a place's name (青禾县); decides nobody's business.

import type { ArticleFacts, ReadContext } from './context.ts'
import { makeEndings } from './ending.ts'
import { letters } from './letters.ts'
import { isHan } from './name.ts'
import { makeTrie } from './trie.ts'
import { BEFORE_BODY } from './words/bodies.ts'
import { CITIES, COUNTIES, PROVINCES } from './words/places.ts'
import { DEMAND_VERBS, PREMISES } from './words/verb.ts'

const knownEnds = makeEndings([...PROVINCES, ...CITIES, ...COUNTIES])
// 镇江, 丹阳: the name without its level, where at least two letters are left
const short = makeTrie([...PROVINCES, ...CITIES, ...COUNTIES].filter(n => n.length === 3).map(n => n.slice(0, 2)))
const verbs = new Set([...BEFORE_BODY, ...DEMAND_VERBS, ...PREMISES])

/** Letters that close the name of a division. */
export const LEVELS = '省市县区州旗盟镇乡'

/** The end of a known place's short name at `i` (镇江), or `i`. */
export function shortPlaceAt(text: string, i: number, end: number): number {
  return short.longest(text, i, end)
}

/** Where the place whose level letter stands at `level` begins: known to the article, official, or two or three letters after a boundary. */
export function placeStart(text: string, level: number, from: number, own: string | null): number {
  if (own?.endsWith(text[level]!)) {
    const start = level - own.length + 1
    if (start >= from && text.startsWith(own, start)) return start
  }
  // the long ones are development zones, which other places have too
  const known = knownEnds.lengthBefore(text, from, level + 1)
  if (known > 0 && known < 7) {
    const start = level + 1 - known
    // 会同县 and 和县 are counties, but far more often 会同 is a verb and 和 joins
    if (!verbs.has(text.slice(start, level)) && (known > 2 || isEdge(text, start, from))) return chainStart(text, start, from)
  }
  const autonomous = text[level - 1] === '治' && text[level - 2] === '自' ? autonomousStart(text, level - 2, from) : level
  if (autonomous < level) return autonomous
  for (const length of [2, 3]) {
    const start = level - length
    if (
      start < from ||
      !(
        start === from ||
        !isHan(text.charCodeAt(start - 1)) ||
        text[start - 1] === '了' ||
        text.startsWith('中共', start - 2) ||
        (joinsBodies(text, start - 1) && endsBody(text, start - 2))
      )
    )
      continue
    const word = text.slice(start, level)
    if (!allHan(text, start, level) || OPEN.test(word)) continue
    if (!verbs.has(word) && !verbs.has(word.slice(-2)) && !verbs.has(word.slice(0, 2))) return start
  }
  return level
}

// 恒远集团和云川市广西商会
const joinsBodies = letters('和及与')
const endsBody = letters('团司局会办委院部厅校所')

// 云嵩侗族自治县, 和丰土家族苗族自治县: the peoples between the name and 自治
const PEOPLES =
  /(?:蒙古族|回族|藏族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|塔吉克族?|怒族|鄂温克族?|保安族|裕固族|独龙族|鄂伦春族?|维吾尔族?|各族)+$/

/** Where the name of an autonomous county begins whose 自治 stands at `at`; behind it when there is none. */
function autonomousStart(text: string, at: number, from: number): number {
  const peoples = PEOPLES.exec(text.slice(Math.max(from, at - 16), at))
  if (!peoples) return at + 2
  const end = at - peoples[0].length
  for (const length of [2, 3]) {
    const start = end - length
    if (start >= from && allHan(text, start, end) && (start === from || !isHan(text.charCodeAt(start - 1)) || joinsPlace(text, start - 1)))
      return start
  }
  return end - 2 >= from ? end - 2 : at + 2
}

const joinsPlace = letters('及与由在对到赴和')

function isEdge(text: string, start: number, from: number): boolean {
  return text[start] !== '和' && (start === from || !isHan(text.charCodeAt(start - 1)) || joinsPlace(text, start - 1))
}

// 江苏省 before 丹阳市
function chainStart(text: string, start: number, from: number): number {
  const before = knownEnds.lengthBefore(text, from, start)
  return before > 2 ? start - before : start
}

// 全县, 我市, 各区 and 本省 are no names
const OPEN =
  /委|政府|^[而但且]|[全我各本该某第两几多在对由和与及从向把为到将要请经报由等的了是以据赴中]|省市|开发|工业|农业|重点|城镇|乡村|有关|相关/

/** Whether the word could name a place: no verb and no 全 or 我 begins it. */
export function looksLikePlace(word: string): boolean {
  return !OPEN.test(word) && !verbs.has(word.slice(0, 2))
}

function allHan(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isHan(text.charCodeAt(i))) return false
  return true
}

const beforeNamed = letters('，。、；：“（(于在赴由对向共 \u3000\n')
const AFTER_NAMED = /^(?:人民政府|委|政府|人大|政协|纪委|[^\u4e00-\u9fa5]|\d|[\u4e00-\u9fa5]{2,12}(?:局|办|会议|方案|通知|工作|项目))/
const COUNTY_LEVEL = new Uint8Array(0x10000)
for (const letter of '县区市旗') COUNTY_LEVEL[letter.charCodeAt(0)] = 1

/** Names of counties with a mark or a preposition before them, as they stand in `text[from, to)`. */
function* namedPlaces(text: string, from: number, to: number): Generator<string> {
  for (let i = from + 2; i < to; i++) {
    if (COUNTY_LEVEL[text.charCodeAt(i)] === 0) continue
    for (const length of [2, 3]) {
      const start = i - length
      if (start < from || (start > from && !beforeNamed(text, start - 1)) || !allHan(text, start, i)) continue
      if (AFTER_NAMED.test(text.slice(i + 1, i + 18))) yield text.slice(start, i + 1)
      break
    }
  }
}

// 青禾县统计局　2026年7月20日, 青禾县统计局（2026年7月20日）
const SIGNED =
  /^(?:中共)?([\u4e00-\u9fa5]{2,3}[县区市旗])(?!场|级|域|直)[\u4e00-\u9fa5]{1,14}[局委办府院][\s　（(]+\d{4}年\d{1,2}月\d{1,2}日/

/** The place of the body that stands with the day below the title. */
function signedPlace(ctx: ReadContext, article: ArticleFacts): string | null {
  for (const line of ctx.lines.slice(0, 4)) {
    const m = line.start >= article.start ? SIGNED.exec(ctx.text.slice(line.start, Math.min(line.end, line.start + 50))) : null
    if (m && looksLikePlace(m[1]!)) return m[1]!
  }
  return null
}

const PAPER = /^([\u4e00-\u9fa5]{2,4}?)(?:日报|时报|时讯|周报|晨报|晚报|新闻|(?<![简通快年月专海情喜预公汇上申举])报)(?![\u4e00-\u9fa5])/
// 经济日报, 农民日报: papers of no place
const OF_NO_PLACE = /^(?:人民|光明|经济|工人|农民|法[治制]|科技|青年|解放|教育|文化|健康|环境|中国|国际|民族|农村)/
const OWN = ['我县', '我旗', '我区', '我州', '我市', '全县', '全旗', '县委', '旗委', '全区', '区委', '全州', '州委', '全市', '市委']

/** 青禾日报 above and 我县 in the article: the paper has the name of the place, and the article its level; below a county 全市 only compares. */
function paperPlace(ctx: ReadContext, article: ArticleFacts): string | null {
  const name = article.start > 0 ? PAPER.exec(ctx.text.slice(0, 12).trimStart())?.[1] : undefined
  if (!name || OF_NO_PLACE.test(name)) return null
  const told = ctx.text.slice(article.start, Math.min(article.end, article.start + 1500))
  const own = OWN.find(word => told.includes(word))
  const place = own ? name + (own.endsWith('委') ? own[0]! : own[1]!) : ''
  return place !== '' && looksLikePlace(place) ? place : null
}

/** The place an article speaks for: told by the caller, else its issuer's, its title's, that of its signature or of its newspaper, else the county named most often. */
export function placeOf(ctx: ReadContext, article: ArticleFacts): string | null {
  if (ctx.options.place) return ctx.options.place
  for (const head of [article.issuer, article.title && ctx.text.slice(...article.title)]) {
    const m = head ? /^(?:关于)?(?:中共)?([\u4e00-\u9fa5]{2,3}[县区市旗])(?!场|级|域|直)/.exec(head) : null
    if (m && !OPEN.test(m[1]!)) return m[1]!
  }
  const told = signedPlace(ctx, article) ?? paperPlace(ctx, article)
  if (told) return told
  const counts = new Map<string, number>()
  for (const name of namedPlaces(ctx.text, article.start, Math.min(article.end, article.start + 1500))) {
    if (looksLikePlace(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  let best: string | null = null
  for (const [name, n] of counts) if (n > 1 && (best === null || n > counts.get(best)!)) best = name
  return best
}
