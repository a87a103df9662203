// Finds the units that help the one that leads: 会同县财政局, ，县公安局、县气象局配合; takes no unit that the deed is only about.

import { eachAt } from './collective.ts'
import type { RawUnit } from './context.ts'
import type { Named } from './subject.ts'

const TOGETHER = /^(?:要|应|须|将|可)?(?:积极|主动|及时|分别|牵头|负责牵头)?(?:会同|联合|协同|商)/
const HELPS =
  /^(?:等(?:部门|单位)?)?(?:要|应|须)?(?:分别|共同|协同|积极|全力|密切|主动|按职责|按职责分工|根据职责)*(?:配合|协助|参加|参与|协办|支持|按职责|抓好落实|具体落实|跟进)/
const LEAD = /^(?:要|应|须)?(?:共同|具体|总|亲自)?(?:牵头|负责|主办|主责|挂帅|过问|调度|坐镇|统筹)/

/** The helpers named between the lead and the end of the clause. */
export function helpersIn(text: string, lead: Named, end: number, units: readonly RawUnit[]): string[] {
  const found: string[] = []
  const at = lead.end
  let led = false
  for (let from = at; from < end; ) {
    const comma = text.slice(from, end).search(/[，,]/)
    const stop = comma < 0 ? end : from + comma
    const part = text.slice(from, stop)
    const together = TOGETHER.exec(part)?.[0].length ?? 0
    if (together > 0) found.push(...listAt(text, from + together, stop, units).names)
    else if (from > at && led) {
      const listed = listAt(text, from, stop, units)
      if (listed.names.length > 0 && (lead.person || HELPS.test(text.slice(listed.end, stop)))) found.push(...listed.names)
    } else if (from === at) {
      // 牵头、县财政局配合
      const mark = /^[^、，]{0,8}牵头、/.exec(part)?.[0].length ?? 0
      const listed = mark ? listAt(text, from + mark, stop, units) : null
      if (listed && listed.names.length > 0 && HELPS.test(text.slice(listed.end, stop))) found.push(...listed.names)
    }
    led ||= LEAD.test(part) || part.includes('牵头')
    from = stop + 1
  }
  return found
}

/** Units and collectives with 、 or 和 between them. */
function listAt(text: string, from: number, limit: number, units: readonly RawUnit[]): { names: string[]; end: number } {
  const names: string[] = []
  let end = from
  for (let at = from; at < limit; at = end + 1) {
    const unit = units.find(u => u.span[0] === at && u.span[1] <= limit)
    const each = unit ? null : eachAt(text, at, limit + 2)
    if (!unit && !each) break
    names.push(unit?.name ?? each!.name)
    end = unit?.span[1] ?? each!.end
    if (!'、和及与'.includes(text[end] ?? '。')) break
  }
  return { names, end }
}
