// Finds a visit made (考察, 调研, 走访) in a sentence, with its days, place and leader; never a visit that is asked for.

import type { ArticleFacts, ReadContext, Sentence } from './context.ts'
import { anEvent, dayBefore, levelOf, type RawEvent, SOON } from './occasion.ts'

// 县长沈一诺率……赴云川市……学习考察  到北岭省云川市等地参观考察
const VISITS =
  /(?:率|带领|带队|一行|深入|先后|前往|赴|到|来|来到|走进)[^。；]*?(?:考察|调研|走访|慰问|参观|视察|访问|学习|对接|招商|督导|检查|督查|暗访|巡查|看望|察看|查看)/
// 县委书记沈一诺调研防沙治沙工作: straight behind the name
const LOOKS =
  /^(?:同志)?(?:一行)?(?:专题|实地|现场|集中|分别|再次|继续)*(?:调研|督查|督导|检查|视察|暗访|走访|慰问|看望|巡查|考察|察看)(?![组团室]|报告|发现|结果|中|时)[\u4e00-\u9fff“]{2,}/
const VISIT_PLACE =
  /(?:赴|到|前往|深入|来到|走进)([^，,。；]{2,24}?)(?:等地|，|,|进行|开展|学习|参观|考察|调研|走访|慰问|视察|检查|督导|访问|对接|招商|$)/
// 调研特色产业发展工作, 对接东西部协作工作
const WITH_OBJECT = /(?:调研|督导|检查|督查|暗访|对接|洽谈)(?![组团])(?:(?!和)[\u4e00-\u9fff]){2,14}?(?:工作|情况|事宜)(?=[，,。；;]|并|$)/
const VISIT_NAME =
  /(?:学习考察|参观考察|考察学习|考察招商|招商考察|走访慰问|调研督导|督导调研|考察调研|调研指导|考察(?![团组])|调研(?![团组])|慰问|走访|参观|视察|访问|学习)/

const LOOKED = /调研|督查|督导|检查|视察|暗访|走访|慰问|看望|巡查|考察|察看/

/** In a report of a visit: a leader whose name the verb follows. */
function looksAround(ctx: ReadContext, s: Sentence, article: ArticleFacts): { index: number; 0: string } | null {
  if (article.genre !== 'visit') return null
  for (const p of s.people) {
    const m = LOOKS.exec(ctx.text.slice(p.span[1], Math.min(s.end, p.span[1] + 40)))
    if (m) return { index: p.span[1] - s.start, 0: m[0] }
  }
  return null
}

/** The visit that a sentence tells of, or null. */
export function visitIn(ctx: ReadContext, s: Sentence, article: ArticleFacts): RawEvent | null {
  const text = ctx.text.slice(s.start, Math.min(s.end, s.start + 400))
  const m = VISITS.exec(text) ?? looksAround(ctx, s, article)
  if (!m) return null
  const day = dayBefore(ctx, s, VISITS.test(text) ? VISITS : LOOKED)
  const soon = day ? null : SOON.exec(text)
  if (!day && (!soon || soon.index > m.index)) return null
  const leader = s.people.findLast(p => p.span[0] - s.start < m.index + 2 && p.span[0] >= (day?.span[1] ?? s.start))
  if (!leader && (!/考察|调研|走访|慰问|参观|视察|访问|学习/.test(text) || !/一行|考察[组团]|代表团|领导|负责人/.test(text))) return null
  const from = day ? day.span[0] : s.start + soon!.index
  const place = VISIT_PLACE.exec(text.slice(m.index))?.[1] ?? null
  const end = s.start + m.index + (place ? text.slice(m.index).indexOf(place) + place.length : m[0].length)
  return {
    ...anEvent(article, 'visit', [from, Math.max(end, from + 1)], day),
    name: WITH_OBJECT.exec(text.slice(m.index))?.[0] ?? VISIT_NAME.exec(text.slice(m.index).replace(/学习[^考]*?贯彻/g, ''))?.[0] ?? '考察',
    place,
    level: levelOf(leader?.posts[0] ?? text.slice(0, m.index)),
    chair: leader?.name ?? null,
  }
}
