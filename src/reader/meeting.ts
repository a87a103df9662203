// Finds the meetings that a sentence says were held or are fixed, and the one whose spirit they convey; never a meeting that is only asked for.

import type { ArticleFacts, RawDate, ReadContext, Sentence } from './context.ts'
import { anEvent, dayBefore, isDay, levelOf, type RawEvent, SOON } from './occasion.ts'

// 干部大会 推进会 动员会 签约仪式, not 供销社 委员会 协会 社会 机会 会商
const MEETING = '(?:大会(?!议)|会议|仪式|(?<![委社协学工联机]|委员|议员|成员|会员)会(?![议商诊]))'
// 擂台赛, 论坛: fixed like a meeting
const GATHERING = '(?:赛|论坛|培训班|博览会|观摩活动|集中开工活动)'
const HOW = '(?:以[^，,。；]{2,12}?(?:形式|方式))?'
// 我县召开……推进会  主持召开……常务会议  定于5月28日召开……会议  召集县住建局等单位召开……专题会
const HOLDS = new RegExp(
  `(?:主持)?(?:组织)?(?:召集[^，,。；]{0,30}?(?=召开|举行|举办))?(?:召开|召集|举行|举办)(?:了|的)?([^，,。；]{0,60}?(?:${MEETING}|${GATHERING}(?=[，,。；]|$)))`,
)
// ……会议在岭阳召开, ……调度会以视频形式召开
const IS_HELD = new RegExp(`([^，,。；]{2,60}?${MEETING})${HOW}(?:在([^，,。；]{2,24}?))?${HOW}(?:胜利|隆重|顺利|如期)?(?:召开|举行|举办)`)
// 全县干部大会于 before the day, 在大礼堂召开 behind it
const HELD_BEFORE = new RegExp(`([^，,。；]{2,60}?${MEETING})(?:定|将|拟|已)?(?:于|在)?$`)
const HELD_AFTER =
  /^[^，,。；\d]{0,6}?(?:\d{1,2}[:：时点]\d{0,2}分?)?(?:，)?(?:在([^，,。；]{2,24}?))?(?:以[^，,。；]{2,12}?(?:形式|方式))?(?:胜利|隆重|顺利|如期)?(?:召开|举行|举办)(?:$|[，,。；])/
const HELD_AT = /(?:在|于)([^，,。；在于]{2,24}?)(?:主持)?(?:召开|召集|举行|举办)/
// 5月11日在省城召开的全省生态环境保护大会精神
const CONVEYED = new RegExp(`^(?:[上下]午)?(?:在([^，,。；]{2,16}?))?(?:胜利|隆重)?(?:召开|举行)的([^，,。；]{2,60}?${MEETING})`)
const PLANNED =
  /(?:要|拟|将|计划|准备|应(?![急邀])|适时|定期|每[月季周年]|不定期|通过|至少|力争|确保)[^，,。；定]{0,14}(?:召开|举行|举办|组织)/

/** The meetings of a sentence in order: the one held, then those whose spirit it conveys. */
export function meetingsIn(ctx: ReadContext, s: Sentence, article: ArticleFacts): RawEvent[] {
  const main = meetingIn(ctx, s, article)
  const conveyed = s.dates
    .filter(d => d.span[0] >= (main?.span[1] ?? s.end) && d.span[1] <= s.end && isDay(d))
    .flatMap(d => conveyedOn(ctx, s, article, d) ?? [])
  return main ? [main, ...conveyed] : []
}

function conveyedOn(ctx: ReadContext, s: Sentence, article: ArticleFacts, day: RawDate): RawEvent | null {
  const m = CONVEYED.exec(ctx.text.slice(day.span[1], Math.min(s.end, day.span[1] + 100)))
  if (!m) return null
  return {
    ...anEvent(article, 'meeting', [day.span[0], day.span[1] + m[0].length], day),
    name: m[2]!,
    place: m[1] ?? null,
    level: levelOf(m[2]!),
  }
}

function meetingIn(ctx: ReadContext, s: Sentence, article: ArticleFacts): RawEvent | null {
  const text = ctx.text.slice(s.start, s.end)
  const day = dayBefore(ctx, s, /召开|召集|举行|举办/)
  const soon = day ? null : SOON.exec(text)
  if (!day && !soon) return null
  const from = day ? day.span[0] : s.start + soon!.index
  const rest = ctx.text
    .slice(day ? day.span[1] : from + soon![0].length, s.end)
    .replace(/^[前后]?(?:上午|下午|晚上?|中午)?(?:\d{1,2}[:：]\d{2})?/, x => ' '.repeat(x.length))
  if (PLANNED.test(rest.slice(0, 120)) && !/定于|决定/.test(text)) return null
  const offset = s.end - rest.length
  const said = heldBefore(ctx, s, day) ?? heldAfter(rest.slice(0, 260))
  if (!said || said.name.length < 3) return null
  const { name, place, prefix } = said
  return {
    ...anEvent(article, 'meeting', [from - said.before, offset + said.end], day),
    name,
    place,
    level: levelOf(`${prefix}${name}`),
  }
}

interface Held {
  name: string
  place: string | null
  /** What stands between the day and the verb; it may say the level. */
  prefix: string
  /** Code units before the day. */
  before: number
  /** Offset behind the day. */
  end: number
}

function heldBefore(ctx: ReadContext, s: Sentence, day: RawDate | null): Held | null {
  if (!day) return null
  const after = HELD_AFTER.exec(ctx.text.slice(day.span[1], Math.min(s.end + 1, day.span[1] + 60)))
  const named = after ? HELD_BEFORE.exec(ctx.text.slice(s.start, day.span[0])) : null
  if (!after || !named) return null
  return {
    name: named[1]!.replace(/^.*[\s　）)]|^[\u4e00-\u9fff]{1,6}讯/, ''),
    place: after[1] ?? null,
    prefix: '',
    before: named[0].length,
    end: after[0].length,
  }
}

function heldAfter(rest: string): Held | null {
  const holds = HOLDS.exec(rest)
  if (holds && holds.index <= 120)
    return {
      name: holds[1]!.trim(),
      place: HELD_AT.exec(rest.slice(0, holds.index + holds[0].length))?.[1] ?? null,
      prefix: rest.slice(0, holds.index),
      before: 0,
      end: holds.index + holds[0].length,
    }
  const held = IS_HELD.exec(rest)
  if (!held || held.index > 120) return null
  return {
    name: held[1]!.replace(/^[\s，,]*(?:在)?/, '').trim(),
    place: held[2] ?? null,
    prefix: '',
    before: 0,
    end: held.index + held[0].length,
  }
}
