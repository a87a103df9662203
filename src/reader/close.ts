// Says which lines of a paper close a list of items: contacts, brackets below the text, notes, signatures, closing paragraphs; never looks inside an item.

import type { ArticleFacts, Line } from './context.ts'
import { endsNote, readNoteHead } from './note.ts'

// 列席：…… 抄送：…… 县长周晓棠批示： 立项编号：…… 联络员：……
const CLOSES =
  /^[（(]?(?:列席|请假|出席|参加|缺席|主持|记录|抄送|抄报|分送|主送|来文|收文|经办|签发|印发|发送|报送|备注|附注)|^[（(]?[\u4e00-\u9fff]{0,6}(?:编号|联系人|联系电话|联系方式|联络员|联络人|经办人?|承办人|拟办人|督办人|填报人|审核人|拟稿人|传真|邮箱|地址|网址|电话)[：:]|(?:批示|拟办意见|批语)[：:]/
// 请各单位于10月8日前……, 各单位整改情况，请于11月5日前……, 会议强调，……: a paragraph that closes the paper, not its last item
const ENDS_LIST =
  /^(?:下一?步[，,]|请(?:各|认真|于|将|按|你们|遵照|[^，。；：]{2,30}[于在]\d)|以上|特此|专此|此函|妥否|当否|会议(?:强调|要求|指出|还)|各[^，。]{2,8}要(?:将|把|于)|[^，。；：]{2,20}(?:情况|进展|报告|方案|总结|材料|名单|意见|报表|清单|台账)(?:[（(][^）)]*[）)])?，请(?:于|各|在|及时|按))/
// （此件公开发布）, （联系人：……）: whole lines in brackets that assign nothing
const IN_BRACKETS = /^[（(〔【[][^）)]*[）)〕】\]][。]?$/
const ASSIGNS = /牵头|负责|责任|配合|主办|承办|协办|落实|督办|督导|时限|期限|时间|完成|\d[日月]/
// 陆明川　5月20日
const SIGNED = /^[\u4e00-\u9fff]{2,4}[\s　]+(?:\d{4}年)?\d{1,2}月\d{1,2}日$/

// 报：县委、县政府领导。送：县纪委监委。 共印60份
const SENT = /^[（(]?(?:(?:呈?报|发?送|发|抄|呈|主报|分发)[\s　]*[：:]|共印)/

/** No item goes on past this line, nor starts in it. */
export function closesItems(text: string, article: ArticleFacts, line: Line): boolean {
  if (line.role === 'attachment' || line.role === 'signature') return true
  const s = text.slice(line.start, Math.min(line.end, line.start + 160))
  if ((line.role === 'label' && CLOSES.test(s.slice(0, 14))) || SENT.test(s)) return true
  if (IN_BRACKETS.test(s) && !ASSIGNS.test(s)) return true
  // who has it in hand stands below a note; in a table of tasks he is of the row
  if (article.genre === 'leader-note' && /^[（(]?(?:承办|主办|经办|拟办)人[：:]/.test(s)) return true
  if (isSigned(text, line)) return true
  return article.genre === 'leader-note' && (endsNote(s) || readNoteHead(s, true) !== null)
}

/** 严守正　11月4日: a name and a day, and nothing that is asked. */
export const isSigned = (text: string, { start, end }: { start: number; end: number }): boolean =>
  end - start < 30 && SIGNED.test(text.slice(start, end))

// 拟办意见：1.…… 办理要求：一、……
const ORDERS = /^[^，。；：:]{0,16}(?:意见|批示|批语|要求)(?:如下)?[：:]/

/** Where a note's own words start behind its head (县长周晓棠（5月20日）：1.……); the end of the line when it is no note. */
export function noteFrom(text: string, article: ArticleFacts, line: Line): number {
  if (article.genre !== 'leader-note' || line.role === 'attachment' || line.role === 'signature') return line.end
  const s = text.slice(line.start, Math.min(line.end, line.start + 160))
  const head = readNoteHead(s, true)?.length ?? ORDERS.exec(s)?.[0].length ?? 0
  return head > 0 && head < s.length ? line.start + head : line.end
}

// 会议还研究了其他事项。 同志们，……: nothing of the list goes on behind it
const OTHER_BUSINESS = /^(?:会议还(?:研究|听取|审议|讨论|通报|学习)|同志们[，,！：:])/

/** A paragraph after the last item that speaks for the whole paper again. `words`: where the open item's own words start. */
export function closesList(text: string, line: Line, item: { start: number; words: number }): boolean {
  const s = text.slice(line.start, line.start + 40)
  return OTHER_BUSINESS.test(s) || (ENDS_LIST.test(s) && hasBody(text, item, line))
}

/** The item says more than a title in the line it starts with, so that its words need no further paragraph. */
function hasBody(text: string, item: { start: number; words: number }, line: Line): boolean {
  const own = text.slice(item.words, line.start).split('\n', 1)[0]!
  return item.start < line.start && (own.length > 40 || /。./.test(own) || (own.length > 14 && own.endsWith('。')))
}
