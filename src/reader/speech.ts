// Says who speaks in a sentence and whether he demands, states or reports; never follows a pronoun across articles.

import { SURNAMES } from './words/surname.ts'

// 在松岗镇，沈一诺叮嘱，  会议要求，  沈一诺在会上强调,  他要求，  市委书记陆明川指出,
const LEAD =
  /^(?:(?:就|在|来到|走进|到)[^，,。；“"]{2,80}[，,])?((?:[^，,。；“"]{0,30}?)(?:(要求|议定|决定|明确要求|明确|提出要求|号召|叮嘱|嘱咐|希望)|(强调|指出|提出|表示|说|认为)))(?:强调|指出)?(?:了)?(?:[\u4e00-\u9fff\d]{0,6}(?:要求|意见|希望|点)|[^，,。：:要须必应把将]{0,12}(?:负责人|负责同志|人员|干部|同志|企业|他们|大家|群众|部门|单位|乡镇|业主|师生))?[，,：:。]/
const SPEAKS = /要求|叮嘱|嘱咐|督促|责成|希望|议定|决定|明确|号召|强调|指出|提出|表示|认为|说[，,：]/
const COLLECTIVE = /^(?:会议|会上|大会|座谈会|全会|会议还|例会|与会|考察[组团]|考察团一致|大家|双方|讲话|文件|通知|方案|意见)/
const NAME =
  /(?:^|书记|县长|市长|省长|区长|乡长|镇长|主任|主席|局长|部长|常委|组长|同志)([\u4e00-\u9fff]{2,3}?)(?:同志)?(?:书记|县长|市长)?(?:还|又|最后)?(?:在.{1,40})?$/

export interface Speech {
  /** Offset after the lead's comma or colon. */
  after: number
  /** A named person, '' for a pronoun, null for a meeting or a paper. */
  speaker: string | null
  manner: 'demand' | 'state' | 'report'
}

/** The speech that a sentence opens with, or null. `text` is the sentence; `known` gives the last name of the people in its first part. */
export function readSpeech(text: string, known: (end: number) => string | null): Speech | null {
  if (!SPEAKS.test(text)) return null
  const m = LEAD.exec(text.length > 200 ? text.slice(0, 200) : text)
  if (!m) return null
  const lead = m[1]!
  const verb = m[2] ?? m[3]!
  const subject = lead.slice(0, lead.length - verb.length)
  const speaker = speakerOf(subject, known(m[0].length))
  if (speaker === undefined) return null
  const manner = m[2] || /(?:要求|希望|意见)[，,：:。]$/.test(m[0]) ? 'demand' : verb === '表示' || verb === '认为' ? 'report' : 'state'
  return { after: m[0].length, speaker, manner }
}

// 沈一诺察看工地，要求施工单位加快进度  沈一诺叮嘱学校负责人要严把关口
const ORDER =
  /(?:^|[，,；;])[^，,。；;按照据由]{0,24}?(?:要求|叮嘱|嘱咐|督促|责成)(?=[\u4e00-\u9fff]{1,14}?(?:单位|部门|负责人|负责同志|企业|公司|集团|学校|局|委|办|镇|乡|街道|人员|干部)(?![的、]))/

const ORDERS = /要求|叮嘱|嘱咐|督促|责成/

/** A person who tells somebody to do something in the middle of a report, without a comma behind 要求; null where nobody is named. */
export function readOrder(text: string, known: (end: number) => string | null): Speech | null {
  const m = ORDERS.test(text) ? ORDER.exec(text) : null
  const after = m ? m.index + m[0].length : 0
  const speaker = m ? known(after) : null
  return speaker ? { after, speaker, manner: 'demand' } : null
}

/** undefined: nobody that could speak. */
function speakerOf(subject: string, known: string | null): string | null | undefined {
  if (COLLECTIVE.test(subject)) return null
  if (/^(?:随后|最后|同时)?[，,]?[他她]/.test(subject)) return ''
  if (/[要把将]/.test(subject)) return undefined
  if (known) return known
  const name = NAME.exec(subject)?.[1]
  return name && SURNAMES.has(name[0]!) ? name : undefined
}
