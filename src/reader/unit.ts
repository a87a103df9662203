// Finds the named bodies of a sentence: organs, towns, firms, hospitals, headquarters; collectives (各乡镇) and bare places are none.

import type { RawUnit, ReadContext, Sentence } from './context.ts'
import { firmAt, firmStart } from './firm.ts'
import { letters } from './letters.ts'
import { isHan } from './name.ts'
import { officeAt } from './office.ts'
import { madeUp, stopsAt, tailOf } from './organtail.ts'
import { titlesOf } from './phrase.ts'
import { looksLikePlace, placeStart } from './place.ts'
import { postWordAt } from './post.ts'
import type { Span } from './reading.ts'
import { seek } from './seek.ts'
import { sign, signsOf } from './signs.ts'
import { countyActs, townAt } from './town.ts'
import { makeTrie } from './trie.ts'
import { BODIES } from './words/bodies.ts'

const bodies = makeTrie(BODIES)

// Letters at which some kind of unit begins or, for firms and towns, ends; OTHER is a body known whole.
const [OTHER, ORGAN, TOWN, STREET, BANNER_TOWN, FIRM, BOARD, STATE, PARTY] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const kinds = new Uint8Array(0x10000)
let all = ''
for (const body of BODIES) kinds[body.charCodeAt(0)] = OTHER
for (const [letters, kind] of [
  ['县市省区州旗', ORGAN],
  ['镇乡', TOWN],
  ['街', STREET],
  ['苏', BANNER_TOWN],
  ['公集银医大学合研设协商有股分子厂', FIRM],
  ['管', BOARD],
  ['国', STATE],
  ['党', PARTY],
] as const) {
  all += letters
  for (const letter of letters) kinds[letter.charCodeAt(0)] = kind!
}
const UNIT = sign([...all, ...BODIES])

interface Scan {
  text: string
  from: number
  end: number
  place: string | null
  genre: string | undefined
  inTitle: boolean
  found: RawUnit[]
}

/** The units of a sentence in order, one for each mention. `findPeople` has been called for it: a body inside a post is none. */
export function findUnits(ctx: ReadContext, sentence: Sentence): RawUnit[] {
  const { text } = ctx
  const scan: Scan = {
    text,
    from: sentence.start,
    end: sentence.end,
    place: ctx.article?.place ?? null,
    genre: ctx.article?.genre,
    inTitle: ctx.lines[sentence.line]?.role === 'title',
    found: [],
  }
  const people = sentence.people
  const { at } = signsOf(ctx, sentence)
  let i = sentence.start
  while (i < sentence.end) {
    const stop = at[i - sentence.start]! & UNIT ? unitAt(scan, i, kinds[text.charCodeAt(i)]!) : i
    i = stop > i ? stop : i + 1
  }
  if (scan.found.length === 0) return scan.found
  const quoted = titlesOf(ctx, sentence)
  return scan.found.filter(
    u =>
      !inside(u.span, sentence.posts) &&
      !inside(u.span, quoted) &&
      !people.some(p => p.span[0] < u.span[1] && u.span[0] < p.span[1]) &&
      !isOffice(text, u.span[1], sentence.end) &&
      !isSite(text, u),
  )
}

function inside(span: Span, spans: readonly Span[]): boolean {
  return spans.some(s => s[0] <= span[0] && span[1] <= s[1])
}

// 县中医院项目建设资金, 县第一中学迁建: what is built, and nobody acts
function isSite(text: string, { name, span }: RawUnit): boolean {
  return (
    '院校学馆园'.includes(name.at(-1)!) &&
    /(?:医院|保健院|学校|[中小]学|学院|馆|幼儿园)$/.test(name) &&
    /^(?:项目|工程|门诊|住院|感染|传染|异地|整体搬|迁建|新建|改扩建|扩建|二期|新院区|新校区|综合楼)/.test(text.slice(span[1], span[1] + 4))
  )
}

// 县委副书记, 县财政局党组书记: the body is part of a post
function isOffice(text: string, i: number, end: number): boolean {
  if (text[i] === '副') return true
  const at = text.startsWith('党组', i) || text.startsWith('党委', i) || text.startsWith('党工委', i) ? seek(text, '书记', i, i + 8) : i
  if (at < 0 || at - i > 4) return false
  const stop = postWordAt(text, at, end)
  return stop > at && !/^(?:负责人|领导|代表|专家|成员|干部)/.test(text.slice(at, stop))
}

/** Tries every kind of unit that may begin, or for firms and towns end, at `i`; gives where to go on. */
function unitAt(scan: Scan, i: number, kind: number): number {
  const { text, end } = scan
  if (kind === ORGAN) return organAt(scan, i)
  if (kind === TOWN) return pushTown(scan, i, i + 1)
  if (kind === STREET) return text[i + 1] === '道' ? pushTown(scan, i, i + 2) : i
  if (kind === BANNER_TOWN) return text[i + 1] === '木' ? pushTown(scan, i, i + 2) : i
  if (kind === FIRM) {
    const firm = firmAt(text, i, freeFrom(scan), end)
    if (firm) return firm[1] > firm[0] ? push(scan, firm[0], tailOf(text, firm[1], end)) : firm[1]
  } else if (kind === BOARD) {
    if (text.startsWith('管委会', i) || text.startsWith('管理委员会', i)) return boardAt(scan, i)
  } else if (kind === STATE) {
    if (text.startsWith('国务院', i)) return push(scan, i, tailOf(text, i + 3, end))
    if (text.startsWith('国家', i)) return stateAt(scan, i)
    const farm = text.startsWith('国有', i) ? STATE_FARM.exec(text.slice(i, Math.min(end, i + 12))) : null
    if (farm && looksLikePlace(farm[1]!)) return push(scan, i, i + farm[0].length)
  } else if (kind === PARTY && text.startsWith('党中央', i)) return push(scan, i, i + 3)
  return bodies.begins(text.charCodeAt(i)) ? bareAt(scan, i) : i
}

// 国有栖云林场
const STATE_FARM = /^国有([\u4e00-\u9fa5]{2,6}?)(?:林场|农场|牧场|渔场)/

/** 云台山风景名胜区管委会, 青湖新城管委会: `i` is where 管委会 begins and the name of what it runs ends. */
function boardAt(scan: Scan, i: number): number {
  const { text } = scan
  const stop = i + (text[i + 2] === '会' ? 3 : 5)
  const start = firmStart(text, i, freeFrom(scan))
  const core = text.slice(start, i)
  return core.length > 3 && /[区园城山湖港岛镇谷]$/.test(core) && looksLikePlace(core.slice(0, 2)) ? push(scan, start, stop) : i
}

const isLevel = letters('县市省')

/** 县财政局, 青禾县人民政府办公室, 中共青禾县委, 县森林防火工作专班: `i` is the letter of the level. */
function organAt(scan: Scan, i: number): number {
  const { text, end } = scan
  // 常州市: the letter is part of a name
  if (
    text[i - 1] === '届' ||
    text[i - 1] === '各' ||
    text[i - 1] === '全' ||
    // 社区, 小区, 片区: no level
    (text[i] === '区' && '社小片辖库校厂灾院病学'.includes(text[i - 1] ?? '。')) ||
    (isLevel(text, i + 1) && bodies.longest(text, i + 1, end) === i + 1)
  )
    return i + 1
  const known = Math.max(bodies.longest(text, i + 1, end), officeAt(text, i + 1, end))
  let stop = known > i + 1 && isWhole(text, i + 1, known) ? tailOf(text, known, end) : i
  // 县委县政府目标考核服务中心
  const twin = stop === i + 2 ? /^[县市省区](?:人民)?政府/.exec(text.slice(stop, stop + 5)) : null
  if (twin) {
    // 县委县政府督查室, 县委县政府信访局
    const second = stop + twin[0].length
    const office = Math.max(bodies.longest(text, stop + 1, end), bodies.longest(text, second, end))
    const made = office > second ? office : madeUp(text, second, end, false)
    if (made > 0) stop = made
  }
  // 县委督查室 is in the list; 县委农村工作领导小组 and 县政府某某专班 are made up
  if (stop === i || isHead(text.slice(i + 1, stop))) {
    const made = stop > i ? groupUnder(text, stop, end) || madeUp(text, stop, end, false) : madeUp(text, i + 1, end, true)
    if (made > 0) stop = tailOf(text, made, end)
  }
  // 中国移动青禾县分公司 is read from its end
  if (stop > i && '分子支'.includes(text[i + 1]!) && /^(?:分公司|子公司|支公司|支行|分行)$/.test(text.slice(i + 1, stop))) return i
  if (stop === i) {
    // 市场监管局, 区域: the letter begins the body itself
    const bare = bodies.longest(text, i, end)
    return bare > i ? bareAt(scan, i) : countyAt(scan, i)
  }
  if (isElsewhere(text, i, stop, scan.inTitle)) return stop
  let start = placeStart(text, i, scan.from, scan.place)
  // 海州港集团: the letter stands inside the name of a firm
  if (
    start === i &&
    '州旗区'.includes(text[i]!) &&
    isHan(text.charCodeAt(i - 1)) &&
    i > scan.from &&
    /(?:公司|集团|厂)$/.test(text.slice(i, stop))
  )
    return i
  // 青禾经济技术开发区管委会: the zone's name stands before 区
  if (text[i] === '区' && (ZONE.test(text.slice(Math.max(scan.from, i - 2), i)) || (start === i && text[i + 1] === '管')))
    start = Math.min(start, firmStart(text, i, freeFrom(scan)))
  if (start - 2 >= scan.from && (text.startsWith('中共', start - 2) || text.startsWith('国网', start - 2))) start -= 2
  // 团县委 is the Youth League
  if (stop === i + 2 && text[i - 1] === '团' && text[i + 1] === '委') start = i - 1
  return push(scan, start, stop)
}

/** 甲县、乙县要深入剖析: `i` is the letter of the level. */
function countyAt(scan: Scan, i: number): number {
  const { text, from, end } = scan
  if (text[i] === '省' || text[i] === '州') return i
  let start = placeStart(text, i, from, scan.place)
  // 由甲县 has no mark before the name
  if (start === i)
    for (const length of [2, 3])
      if ('由对'.includes(text[i - length - 1] ?? '。') && looksLikePlace(text.slice(i - length, i))) start = i - length
  if (start === i || i - start < 2) return i
  const last = scan.found.at(-1)?.span[1]
  const listed = last === start - 1 && '、和'.includes(text[last]!) && '县市区旗'.includes(text[last - 1]!)
  if (scan.inTitle) return i
  return countyActs(text, [start, i + 1], from, end, scan.genre, listed) ? push(scan, start, i + 1) : i
}

const ZONE = /开发|高新|经开|示范|聚集|集聚|保税|试验|园$/

// 县委实施乡村振兴战略领导小组, 县政府某某专班; but 县委成立工作专班 is a deed
const GROUP = /^[\u4e00-\u9fa5]{2,16}?(?:领导小组|指挥部|工作专班|专班|委员会)(?:办公室)?/
const DEED = /[的了要由在对把将从向于让给]|成立|组建|设立|召开|听取|决定|研究|部署|县政府|市政府|会议/

function groupUnder(text: string, at: number, end: number): number {
  const m = GROUP.exec(text.slice(at, Math.min(end, at + 24)))
  return m && !DEED.test(m[0]) ? at + m[0].length : 0
}

function isHead(body: string): boolean {
  return body === '委' || body === '政府' || body === '人民政府' || body === '委县政府' || body === '委、县政府'
}

// 委员, 委托: the letter is part of another word
function isWhole(text: string, start: number, stop: number): boolean {
  if (
    text[stop - 1] === '委' &&
    '员托派任屈'.includes(text[stop] ?? '。') &&
    !text.startsWith('委员会', stop - 1) &&
    text[stop + 1] !== '驻'
  )
    return false
  if (text.slice(start, stop) === '政府' && text[stop] === '性') return false
  if (text[stop - 1] === '办' && '公理法事学案结好'.includes(text[stop] ?? '。')) return false
  if (text.startsWith('人大', start) && stop - start === 2 && '代会'.includes(text[stop] ?? '。')) return false
  return true
}

// 在县政府第一会议室, 县政府工作报告, 县政府网站: a place or a paper, and nobody acts; 提交县政府常务会议 does
function isElsewhere(text: string, i: number, stop: number, inTitle: boolean): boolean {
  if (PLACE_OR_PAPER[text.charCodeAt(stop)] !== 1) return false
  // 经县政府第5次常务会议研究
  if (/^第[\d一二三四五六七八九十]{1,4}次/.test(text.slice(stop, stop + 7)) && PASSES.test(text.slice(Math.max(0, i - 2), i))) return false
  const rest = text.slice(stop, stop + 5)
  if (
    /^(?:第|各|工作报告|门户|网站|广场|官网|招待所|[一二三四五六七八九十\d]{1,3}(?:届|次会议))/.test(rest) ||
    ROOM.test(text.slice(stop, stop + 12))
  )
    return true
  // 某某区人民政府专题会议纪要 is the head of the paper
  if (!inTitle && /^(?:常务|专题|办公)会议?纪要/.test(text.slice(stop, stop + 7))) return false
  if (!/^(?:常务会|常委会|全会|全体会|党组会|专题会|办公会)/.test(rest)) return false
  return !PASSES.test(text.slice(Math.max(0, i - 2), i))
}

// What a room, a paper or a meeting behind the body begins with; most bodies are done with by this one look-up.
const PLACE_OR_PAPER = new Uint8Array(0x10000)
for (const letter of '第各工门网广官招机办大院礼东西南北中主附综学常党视多圆小会报演专全一二三四五六七八九十0123456789')
  PLACE_OR_PAPER[letter.charCodeAt(0)] = 1

// 在县政府三楼会议室, 县委党校报告厅, 县政府2号楼
const ROOM =
  /^(?:机关|办公区|办公)?(?:大楼|大院|院内|门前|礼堂|(?:[一二三四五六七八九十\d]{1,3}(?:号)?|[东西南北中主附]|综合|办公)楼|(?:第?[一二三四五六七八九十\d]{1,3}号?|学术|常务|常委|党组|视频|多功能|圆桌|大|小|东|西)*(?:会议室|会议中心|会议厅|报告厅|多功能厅|演播厅))/

const PASSES = /(?:提交|报|提请|经|上)$/

/** 财政局、水利局 in a list, where the level is said once. */
function bareAt(scan: Scan, i: number): number {
  const { text, end } = scan
  const stop = bodies.longest(text, i, end)
  if (text[stop - 1] === '行' && stop > i) return bankAt(scan, i, stop)
  const placed = stop - i < 3 ? i : placedStart(scan, i, stop)
  if (placed < i && isWhole(text, i, stop)) return push(scan, placed, tailOf(text, stop, end))
  if (stop - i < 3 || !isWhole(text, i, stop) || !BARE.has(text[stop - 1]!) || VAGUE.test(text.slice(i, stop))) return i
  if (!isBounded(text, i, scan.from)) return i
  return push(scan, i, tailOf(text, stop, end))
}

// what the state runs itself is named by the place alone: 青禾供电局, 青禾海事处
const OF_THE_STATE = new Set(
  '供电局 供电公司 供电所 电力局 海事处 海事局 海关 海警局 海警工作站 水文局 水文站 航道局 公路局 公路段 烟草局 税务局 气象局 火车站 质监站'.split(
    ' ',
  ),
)
const NO_PLACE = /^(?:辖区|属地|当地|各地|市区|县级|区域|所在|相关|有关|国网|南方|南网|上级|乡镇|农村|城区|基层|组织|加强)/

/** Where the name of the place before such a body begins: the article's own, or two letters behind a mark; else `i`. */
function placedStart(scan: Scan, i: number, stop: number): number {
  const { text, place, from } = scan
  const stem = place && place.length > 2 ? place.slice(0, -1) : null
  if (stem && i - stem.length >= freeFrom(scan) && text.startsWith(stem, i - stem.length)) return i - stem.length
  const start = i - 2
  if (start < freeFrom(scan) || !OF_THE_STATE.has(text.slice(i, stop))) return i
  const word = text.slice(start, i)
  if (!isHan(text.charCodeAt(start)) || !isHan(text.charCodeAt(start + 1)) || NO_PLACE.test(word) || !looksLikePlace(word)) return i
  return start === from || !isHan(text.charCodeAt(start - 1)) || '由和与及'.includes(text[start - 1]!) ? start : i
}

/** 人行青禾县支行, 农发行青禾支行; 人行横道 is none. */
function bankAt(scan: Scan, i: number, name: number): number {
  const stop = tailOf(scan.text, name, scan.end)
  return stop > name && /行$|部$/.test(scan.text.slice(i, stop))
    ? push(scan, scan.text.startsWith('中国', i - 2) && i - 2 >= freeFrom(scan) ? i - 2 : i, stop)
    : i
}

const BARE = new Set('局委办部室会联社院厅校')
// 财政所, 医院 and 人民政府 without a place name nobody
const VAGUE =
  /^(?:医院|人民医院|中医院|卫生院|派出所|人民政府|政府|工会|法院|检察院|管委会|督查室|委|电视台|党校|街道办|街道办事处|银行业协会)$/

function isBounded(text: string, i: number, from: number): boolean {
  if (i <= from || !isHan(text.charCodeAt(i - 1))) return true
  return (
    '由和与及请经让报'.includes(text[i - 1]!) ||
    /(?:会同|联合|单位|以及|协同|交由|配合|其中|同级|督促|包括)$/.test(text.slice(Math.max(from, i - 2), i))
  )
}

/** 国家发展改革委, 国家税务总局青禾县税务局 */
function stateAt(scan: Scan, i: number): number {
  const { text, end } = scan
  const known = bodies.longest(text, i + 2, end)
  if (known > i + 2) return push(scan, i, tailOf(text, known, end))
  const made = /^国家[\u4e00-\u9fa5]{2,6}?总?局(?:[\u4e00-\u9fa5]{2,8}?[县市区]税务局)?/.exec(text.slice(i, Math.min(end, i + 22)))
  return made && !stopsAt(text, i + 2, i + 4) && !/[格布全大]局/.test(made[0]) ? push(scan, i, tailOf(text, i + made[0].length, end)) : i
}

function pushTown(scan: Scan, i: number, stop: number): number {
  const town = townAt(scan.text, i, stop, scan.from, scan.end)
  return town ? push(scan, town[0], town[1]) : i
}

/** Behind the last unit found: no name begins inside another. */
function freeFrom(scan: Scan): number {
  return scan.found.at(-1)?.span[1] ?? scan.from
}

function push(scan: Scan, start: number, stop: number): number {
  const last = scan.found.at(-1)
  if (stop > scan.end || (last && start < last.span[1])) return Math.min(stop, scan.end)
  scan.found.push({ span: [start, stop], name: scan.text.slice(start, stop) })
  return stop
}
