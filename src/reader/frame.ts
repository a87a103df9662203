// Finds named strategies of the form "N 个 X" (四大战略目标, 三节三会, 一轴三带五园); never takes a bare count of things for a name.

import type { RawFrame, ReadContext, Sentence } from './context.ts'
import { hanNumber } from './ordinal.ts'

const N = '[一二三四五六七八九十两双]'
const QUOTED = /[“"‘「]([^“”"‘’「」，。；]{3,16})[”"’」]/g
// 三个战略定位, 四大战略目标, 四个一批, 七张牌
const COUNTED = /^([二三四五六七八九十两]|十[一二三四五六七八九]|[2-9]|1\d)(?:[个大张条类](?!人|月|小时)[\p{Script=Han}]{1,10})$/u
// 两乡五区, 三节三会, 一轴三带五园
const COMPOUND = new RegExp(`^(?:${N}[\\p{Script=Han}]){2,6}$`, 'u')
// Without quotes only a noun that plans are named with: 六大工程, 五大产业集群, 三张清单, 对外开放七张牌
const BARE =
  /(?<![\p{N}第一二三四五六七八九十百千万每])([三四五六七八九十两])(?:大(?:[\p{Script=Han}]{0,6}?)(?:工程|行动|战略|战役|攻坚战|计划|集群|文化|板块|体系|目标|任务|支柱产业|主导产业|产业(?!体系|集群|链)|专项|提升|革命|品牌|片区|组团|走廊|功能区|机制)|个(?:一批|年(?:活动|行动)|战略定位|发展计划|重大[\p{Script=Han}]{2})|张(?:清单|牌|网|名片|表))/gu
// 一轴三带五园 before 格局
const BARE_COMPOUND = new RegExp(
  `(?:${N}[轴带园区廊环心核极翼圈点片城港谷山水]){2,5}(?=[”"]?(?:的)?[\\p{Script=Han}]{0,4}(?:格局|布局|战略|空间|体系|建设))`,
  'gu',
)

/** The frames of a sentence in order, spans in repaired offsets; quantities inside them are taken out of the sentence. */
export function findFrames(ctx: ReadContext, sentence: Sentence): RawFrame[] {
  const text = ctx.text.slice(sentence.start, sentence.end)
  const frames: RawFrame[] = []
  const add = (at: number, name: string, count: number) => {
    const start = sentence.start + at
    if (count > 0 && !frames.some(f => start < f.span[1] && start + name.length > f.span[0]))
      frames.push({ span: [start, start + name.length], name, count })
  }
  for (const m of text.matchAll(QUOTED)) add(m.index + 1, m[1]!, countOf(m[1]!))
  for (const m of text.matchAll(BARE_COMPOUND)) add(m.index, m[0], sumOf(m[0]))
  for (const m of text.matchAll(BARE)) add(m.index, m[0], numberOf(m[1]!))
  if (frames.length)
    sentence.quantities = sentence.quantities.filter(q => !frames.some(f => q.span[0] >= f.span[0] && q.span[1] <= f.span[1]))
  return frames.sort((a, b) => a.span[0] - b.span[0])
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
  let ones = 0
  for (let i = 0; i < name.length; i += 2) {
    const n = numberOf(name[i]!)
    sum += n
    if (n === 1) ones++
  }
  return ones * 2 === name.length ? 0 : sum
}

function numberOf(s: string): number {
  if (/^\d+$/.test(s)) return Number(s)
  return s === '两' || s === '双' ? 2 : hanNumber(s)
}
