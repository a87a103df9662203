// Finds named strategies of the form "N 个 X" (四大战略目标, 三节三会, 一轴三带五园); never takes a bare count of things for a name.

import type { RawFrame, ReadContext, Sentence } from './context.ts'
import { letters } from './letters.ts'
import { hanNumber } from './ordinal.ts'
import { sign, signsOf } from './signs.ts'

const N = '[一二三四五六七八九十两双]'
// What plans of space are made of, said in two letters
const PART = '组团|基地|中心|片区|园区|走廊|通道|板块|集群|平台|枢纽|新城|示范|街区|景区|门户|湾区|港区|流域'
const SIGN = '轴带园区廊环心核极翼圈点片城港谷山水主副线湾岛网屏群'
// 三个战略定位, 四大战略目标, 四个一批, 七张牌, 十项攻坚, 三场硬仗
const COUNTED = /^(十[一二三四五六七八九]?|[二三四五六七八九两]|[2-9]|1\d)(?:[个大张条类项场件道](?!人|月|小时)[\p{Script=Han}]{1,10})$/u
// 两乡五区, 三节三会, 一轴三带五园, 一港两廊三基地
// 五个一律 is five of one thing
const COMPOUND = new RegExp(`^(?:${N}(?!个)(?:${PART}|[\\p{Script=Han}])){2,6}$`, 'u')
const SEGMENT = new RegExp(`(${N})(?:${PART}|.)`, 'gu')
// Without quotes only a noun that plans are named with: 六大工程, 五大产业集群, 三张清单, 十项攻坚, 对外开放七张牌
const BARE =
  /(?<![\p{N}第一二三四五六七八九十百千万每])([三四五六七八九十两])(?:大(?:[\p{Script=Han}]{0,6}?)(?:工程|行动|战略|战役|攻坚战|计划|集群|文化|板块|体系|目标|任务|支柱产业|主导产业|产业(?!体系|集群|链)|专项|提升|革命|品牌|片区|组团|走廊|功能区|机制)|个(?:一批|年(?:活动|行动)|战略定位|发展计划|重大[\p{Script=Han}]{2})|张(?:清单|牌|网|名片|表)|项攻坚(?:行动)?|场(?:硬仗|攻坚战|大仗))/uy
// 一轴三带五园 before 格局, or of three parts and more
const BARE_COMPOUND = new RegExp(
  `(?:${N}(?:${PART}|[${SIGN}])){2,5}(?=[”"]?(?:的)?[\\p{Script=Han}]{0,4}(?:格局|布局|战略|空间|体系|建设))|(?:${N}(?:${PART}|[${SIGN}])){3,5}`,
  'uy',
)

const OPEN = 1
const NUMERAL = 2
const FOLLOWS = 4
const kinds = new Uint8Array(0x10000)
for (const letter of '“"‘「') kinds[letter.charCodeAt(0)]! |= OPEN
for (const letter of '一二三四五六七八九十两双') kinds[letter.charCodeAt(0)]! |= NUMERAL
for (const letter of `大个张项场${SIGN}${PART}`) kinds[letter.charCodeAt(0)]! |= FOLLOWS
const FRAME = sign('“"‘「一二三四五六七八九十两双')
const closes = letters('”"’」')
const opensOther = letters('“‘「，。；')
const LONGEST = 16

// A frame is given where an article names it first.
const named = new WeakMap<ReadContext, Set<string>>()

/** The frames of a sentence in order, spans in repaired offsets; quantities inside them are taken out of the sentence. */
export function findFrames(ctx: ReadContext, sentence: Sentence): RawFrame[] {
  const { text } = ctx
  const { all, at } = signsOf(ctx, sentence)
  if ((all & FRAME) === 0) return []
  let frames: RawFrame[] | null = null
  for (let i = sentence.start; i < sentence.end; i++) {
    if ((at[i - sentence.start]! & FRAME) === 0) continue
    const kind = kinds[text.charCodeAt(i)]!
    const found =
      (kind & OPEN) !== 0
        ? quotedAt(text, i + 1, sentence.end)
        : (kind & NUMERAL) !== 0 && (kinds[text.charCodeAt(i + 1)]! & FOLLOWS) !== 0
          ? bareAt(text, i, sentence.end)
          : null
    if (!found) continue
    frames ??= []
    frames.push(found)
    i = found.span[1] - 1
  }
  if (!frames) return []
  const made = frames
  sentence.quantities = sentence.quantities.filter(q => !made.some(f => q.span[0] >= f.span[0] && q.span[1] <= f.span[1]))
  const known = named.get(ctx) ?? new Set()
  named.set(ctx, known)
  return made.filter(f => {
    const key = `${sentence.article} ${f.name}`
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}

function quotedAt(text: string, start: number, end: number): RawFrame | null {
  const last = Math.min(end, start + LONGEST + 1)
  let stop = start
  while (stop < last && !closes(text, stop)) {
    if (opensOther(text, stop)) return null
    stop++
  }
  if (stop - start < 3 || stop >= last) return null
  const name = text.slice(start, stop)
  const count = countOf(name)
  return count > 0 ? { span: [start, stop], name, count } : null
}

function bareAt(text: string, i: number, end: number): RawFrame | null {
  BARE_COMPOUND.lastIndex = i
  const compound = BARE_COMPOUND.exec(text)
  BARE.lastIndex = i
  const m = compound ?? BARE.exec(text)
  if (!m || i + m[0].length > end) return null
  const count = compound ? sumOf(m[0]) : numberOf(m[1]!)
  return count > 0 ? { span: [i, i + m[0].length], name: m[0], count } : null
}

/** 0 when the quoted words are no frame. */
function countOf(name: string): number {
  if (COMPOUND.test(name)) return sumOf(name)
  const counted = COUNTED.exec(name)
  return counted ? numberOf(counted[1]!) : 0
}

/** 三节三会 → 6; 一企一策, 一事一议 and other sayings made of ones only give 0. */
function sumOf(name: string): number {
  let sum = 0
  let more = false
  for (const m of name.matchAll(SEGMENT)) {
    const n = numberOf(m[1]!)
    sum += n
    more ||= n > 1
  }
  return more ? sum : 0
}

function numberOf(s: string): number {
  if (/^\d+$/.test(s)) return Number(s)
  return s === '两' || s === '双' ? 2 : hanNumber(s)
}
