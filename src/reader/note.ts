// Recognises the head of a leader's note on a paper (县委书记陆明川5月20日批示：) and what ends one; never reads the note itself.

import { DOUBLE_SURNAMES } from './words/names.ts'
import { SURNAMES } from './words/surname.ts'

const DAY = '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日'
const POST = '(?:书记|[县市区省州旗镇乡厅局院校]长|主任|主席|常委|部长|秘书长|秘书|专员|盟长|巡视员|检察长|指挥长|局长|总指挥|负责人|同志)'
// 县委书记陆明川批示：  副县长沈一诺5月20日批示如下：  陆明川同志（5月20日）批示：
const NOTED = new RegExp(
  `^([^，。；：:！？\\n]{2,36}?)(?:同志)?[\\s　]*[（(]?[\\s　]*(?:于|在)?(?:${DAY})?(?:[上下]午)?[\\s　]*[）)]?(?:在[^，。：:]{2,30}上)?(?:作出|作|所作)?(?:的)?(?:重要)?(?:批示|批语|阅示|签批|批注|阅批|圈批)(?:如下|要求|指出|强调|意见|内容)?[：:]`,
)
// 县长周晓棠（5月20日）：  副县长沈一诺 5月21日：
const DATED = new RegExp(
  `^([^，。；：:！？\\n]{0,24}${POST}[\\u4e00-\\u9fff]{2,4}?)(?:同志)?[\\s　]*[（(]?[\\s　]*${DAY}[\\s　]*[）)]?[：:]`,
)
// 周晓棠：  韩立群同志：  东方旭（县委书记）：
const NAMED = /^([\u4e00-\u9fff]{2,4}?)(?:同志)?[：:](?=\S)/
const STYLED = new RegExp(
  `^([\\u4e00-\\u9fff·]{2,10}?)(?:同志)?[（(][^（）()：:]{0,16}${POST}[^（）()：:]{0,14}[）)](?:同志)?(?:${DAY})?[：:]`,
)
const POSTED = new RegExp(`${POST}([\\u4e00-\\u9fff]{2,4})$`)
// 区政府督查室办理要求：  拟办意见：  抄送：  立项编号：  联络员：
const ENDS =
  /^[^，。；：:\n]{0,16}(?:意见|批示|要求|拟办|承办|抄送|抄报|分送|主送|来文.{2}|经办人?|编号|联络员|联系人|联系电话|电话|说明|附件?|备注|收文.{2}|办理.{2})[：:]/u

export interface NoteHead {
  /** Code units up to and with the colon. */
  length: number
  /** What stands before the day: the post and the name. */
  who: string
}

/** The head of a note at the start of a sentence, or null. `onNotes`: the paper collects notes, so that a post, a name and a day are enough. */
export function readNoteHead(text: string, onNotes: boolean): NoteHead | null {
  if (!/[：:]/.test(text.slice(0, 80))) return null
  const noted = NOTED.exec(text)
  if (noted && !/领导|单位|及内容|情况|落实|办理|来文|拟办/.test(noted[1]!)) return { length: noted[0].length, who: noted[1]!.trim() }
  const dated = onNotes ? DATED.exec(text) : null
  if (dated) return { length: dated[0].length, who: dated[1]!.trim() }
  const styled = onNotes ? STYLED.exec(text) : null
  if (styled) return { length: styled[0].length, who: styled[1]! }
  const named = onNotes ? NAMED.exec(text) : null
  return named && hasSurname(named[1]!) && !/[单部时地号题位点限式间]$/.test(named[1]!) ? { length: named[0].length, who: named[1]! } : null
}

/** The name behind the post: 县委书记陆明川 → 陆明川 */
export function nameInHead(who: string): string | null {
  return POSTED.exec(who)?.[1] ?? (who.includes('·') || (who.length < 5 && hasSurname(who)) ? who : null)
}

function hasSurname(word: string): boolean {
  return SURNAMES.has(word[0]!) || DOUBLE_SURNAMES.has(word.slice(0, 2))
}

/** A line that is no part of the note above it: 办理要求：, 立项编号：, 抄送： */
export function endsNote(text: string): boolean {
  return ENDS.test(text)
}
