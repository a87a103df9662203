// One sentence that explains a burn-up with its figures, in Chinese and English: the page, the wall and the report all say this one. Decides nothing.
import type { BurnUp } from './burnup.ts'
import { besideTime, type SentenceLang } from './pacesentence.ts'

export type SaidBurn = Pick<
  BurnUp,
  'total' | 'done' | 'gone' | 'length' | 'verdict' | 'reason' | 'share' | 'time' | 'points' | 'neededPerWeek'
>

/** 第38天（共100天），23项中已完成9项，占39.13%，超序时进度（38%）1.13个百分点。 */
export function burnSentence(lang: SentenceLang, burn: SaidBurn): string {
  return lang === 'zh' ? zh(burn) : en(burn)
}

function zh(b: SaidBurn): string {
  if (b.reason === 'not-begun') return `尚未开始，共${b.length}天，已列入${b.total}项。`
  const when = b.gone >= b.length ? `${b.length}天期满` : `第${b.gone}天（共${b.length}天）`
  if (b.reason === 'no-members') return `${when}，还没有列入事项，快慢不可算。`
  if (b.verdict === 'reached') return `${when}，${b.total}项已全部完成。`
  const done = b.done === 0 ? `${b.total}项均未完成` : `${b.total}项中已完成${b.done}项，占${b.share}%`
  if (b.gone >= b.length) return `${when}，${done}，差${b.total - b.done}项。`
  const need = b.verdict === 'behind' && b.neededPerWeek ? `；余下${b.length - b.gone}天，每周需完成${b.neededPerWeek}项` : ''
  return `${when}，${done}，${besideTime('zh', b)}${need}。`
}

function en(b: SaidBurn): string {
  if (b.reason === 'not-begun') return `Not begun yet: ${b.length} days in all, ${b.total} to do.`
  const when = b.gone >= b.length ? `After ${b.length} days` : `Day ${b.gone} of ${b.length}`
  if (b.reason === 'no-members') return `${when}: nothing belongs to it yet, so its pace cannot be computed.`
  if (b.verdict === 'reached') return `${when}: all ${b.total} are done.`
  const done = b.done === 0 ? `none of ${b.total} is done` : `${b.done} of ${b.total} are done, ${b.share}%`
  if (b.gone >= b.length) return `${when} ${done}; ${b.total - b.done} are not.`
  const need =
    b.verdict === 'behind' && b.neededPerWeek ? `; each week of the ${b.length - b.gone} days left must bring ${b.neededPerWeek}` : ''
  return `${when}: ${done}, ${besideTime('en', b)}${need}.`
}
