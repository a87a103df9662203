// Finds towns, streets and counties that act (松岗镇, 城关街道, 甲县、乙县要……); a place that only lies somewhere is none.

import { isHan } from './name.ts'
import { looksLikePlace, shortPlaceAt } from './place.ts'
import type { Span } from './reading.ts'
import { NO_TOWN } from './words/bodies.ts'

const SHORT = [2, 3, 1]
const LONG = [4, 3, 2, 5]

/** 松岗镇, 河东乡, 城关街道, 红柳苏木: `i` is where the word of the level begins and `stop` its end. */
export function townAt(text: string, i: number, stop: number, from: number, end: number): Span | null {
  // 南望镇江: the letter begins the name of a city
  if (shortPlaceAt(text, i, end) > i) return null
  if (stop > end || '振村镇亲愁土音贤里下静压定痛守区长级域街'.includes(text[stop] ?? '。')) return null
  // 青委乡振发〔2026〕3号
  if (text.slice(stop, stop + 6).includes('〔')) return null
  for (const length of text[i] === '苏' ? LONG : SHORT) {
    const start = i - length
    if (start < from) continue
    const word = text.slice(start, stop)
    if (
      NO_TOWN.has(word) ||
      NO_TOWN.has(text.slice(i - 1, stop)) ||
      // 配齐街道: a verb and its object
      (length > 1 && !looksLikePlace(text.slice(start, i))) ||
      !/^[\u4e00-\u9fa5]+$/.test(word) ||
      // 3家街道, 5个镇
      (/^[家个所座名条处户]/.test(word) && /[\d一二两三四五六七八九十百多几余]/.test(text[start - 1] ?? '。')) ||
      /[\d各全该我本某两三四五六七八九十个等及和与的、]/.test(text.slice(start, i))
    )
      continue
    const bounded =
      start === from ||
      !isHan(text.charCodeAt(start - 1)) ||
      '和与及由在对到向从经请让县市区赴为而但且'.includes(text[start - 1]!) ||
      /(?:位于|来到|走进|深入|督促|推动|前往|以及|会同|联合|协同|配合|协助|支持|帮助|指导|责成|要求|约谈|通报|抽查|走访|交由|包括|涉及|[一二三四五六七八九十][是要])$/.test(
        text.slice(Math.max(from, start - 2), start),
      )
    if (!bounded) continue
    const tail = /^(?:人民政府|政府|党委|办事处|党工委|纪委)/.exec(text.slice(stop, stop + 4))
    return [start, tail ? stop + tail[0].length : stop]
  }
  return null
}

const NEXT_COUNTY = /^[、和][\u4e00-\u9fa5]{2,3}[县市区旗](?![县市区委直级域])/
// 白河县党政主要负责同志要……: who acts for it
const MUST =
  /^(?:[、和][\u4e00-\u9fa5]{2,3}[县市区旗])*(?:(?:县委|市委|区委|县政府|市政府|区政府|党委|政府|党政|领导班子)[、和]?){0,2}(?:主要|分管|有关)?(?:负责)?(?:同志|领导|负责人)?(?:要|须|务必|应当|必须|牵头|负责)/
const DID = /^(?:分别|滞留|未|仅|工作(?:主动|扎实|滞后|不力)|进展|排名|位列|位居|居|列[全后末前])/
// 白河县城区供水工程, 白河县松岗镇……: the place is only where something is
const SITE =
  /^(?:[\u4e00-\u9fff]{0,6}(?:专报|简报|快报|通报|动态|信息)|地处|位于|境内|域内|是|毗邻|交界|之间|辖|总?面积|城区|至|、?[\u4e00-\u9fa5]{2,3}[县市区旗]?(?:交界|之间)|[\u4e00-\u9fa5]{1,3}(?:镇(?!静)|乡(?!村)|街道))/
const OPENS = /[。，；：:.．]/
const LIES = /(?:[在到赴往于经来至含]|[一-龥]省|[一-龥]州)$/

/** Whether the county whose name is [start, stop) acts: it must do something, or a circular praises or blames it, alone or in a list. */
export function countyActs(
  text: string,
  [start, stop]: Span,
  from: number,
  end: number,
  genre: string | undefined,
  listed: boolean,
): boolean {
  if (genre === 'visit' || LIES.test(text.slice(Math.max(from, start - 2), start))) return false
  const rest = text.slice(stop, Math.min(end, stop + 30))
  if (MUST.test(rest)) return true
  if (genre !== 'circular') return false
  if ((start === from || OPENS.test(text[start - 1]!)) && !SITE.test(rest)) return true
  return listed || DID.test(rest) || (NEXT_COUNTY.test(rest) && !/^.{4,5}(?:交界|之间)/.test(rest))
}
