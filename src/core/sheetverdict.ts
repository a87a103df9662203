// The verdict paragraph of an answer sheet: what was earned, what stands in its way, and the sums that a leader reads first. Words only; judges nothing anew.
import type { SheetCommitment, SheetFacts } from './answersheet.ts'
import { shares } from './share.ts'

export const NAME = { half: '上半年', year: '全年' } as const
const MONTH = { half: 6, year: 12 } as const
export const STAND = { kept: '已兑现', running: '未到期', missed: '未兑现', unknown: '数据未报' } as const

export const runs = ({ kind, until }: SheetFacts): boolean => !until.endsWith(kind === 'half' ? '06-30' : '12-31')
export const behind = (f: SheetFacts) => f.indicators.filter(i => i.verdict === 'behind')
export const unknown = (f: SheetFacts) => f.indicators.filter(i => i.verdict === 'unknown' && !i.notDue)
export const onPace = (f: SheetFacts) => f.indicators.filter(i => i.verdict === 'on' || i.verdict === 'reached')

/** 青禾县考核指标16项，其中11项达到或超过序时进度，3项欠序时进度，2项尚不可算，未实现“双过半”，欠序时进度的是…。 督办事项22项，办结6项，… */
export function conclusion(f: SheetFacts): string[] {
  const named = f.kind === 'half' ? '“双过半”' : '“全年红、全面红”'
  const work =
    f.items.total > 0
      ? `督办事项${f.items.total}项，办结${f.items.closed}项，办结率${percent(f.items.closed, f.items.total)}，逾期${f.items.overdue}项。`
      : '本期没有督办事项。'
  const rest = work + pledged(f) + (f.projects ? `签约招商项目${f.projects.signed.items}个，开工${f.projects.started.items}个。` : '')
  if (!f.indicators.length) return [`${f.jurisdiction}尚未设定考核指标，是否实现${named}不能下结论。`, rest]
  const waiting = f.indicators.filter(i => i.notDue).length
  const counts = [
    `${onPace(f).length}项达到或超过序时进度`,
    ...(behind(f).length ? [`${behind(f).length}项欠序时进度`] : []),
    ...(unknown(f).length ? [`${unknown(f).length}项尚不可算`] : []),
    ...(waiting ? [`${waiting}项尚未到期`] : []),
  ]
  return [`${f.jurisdiction}考核指标${f.indicators.length}项，其中${counts.join('，')}，${honour(f, named)}`, rest]
}

/** Earned or not, and what stands in its way; while the period runs nothing is lost for good by a figure of now. */
function honour(f: SheetFacts, named: string): string {
  if (f.answer === 'yes') return `实现${named}。`
  if (f.answer === 'open')
    return runs(f)
      ? `${NAME[f.kind]}尚未结束，是否实现${named}暂不能下结论。`
      : `${f.awaited.length ? `${someOf(f.awaited)}的${MONTH[f.kind]}月数据未报或不可算` : '没有应评价的数据'}，是否实现${named}暂不能下结论。`
  const why = [
    ...(behind(f).length ? [`欠序时进度的是${someOf(behind(f).map(i => i.name))}`] : []),
    ...(f.lapsed.length ? [`季度末曾欠序时进度的是${someOf(f.lapsed.map(l => `${l.name}（${l.month}月）`))}`] : []),
  ]
  return `${runs(f) && !f.lapsed.length ? '目前未达到' : '未实现'}${named}${runs(f) && !f.lapsed.length ? '的要求' : ''}${why.map(w => `，${w}`).join('')}。`
}

export function pledged({ commitments }: SheetFacts): string {
  if (commitments.length === 0) return ''
  const of = (stand: SheetCommitment['stand']) => commitments.filter(c => c.stand === stand).length
  const parts = (['kept', 'running', 'missed', 'unknown'] as const).flatMap(s => (of(s) ? [`${STAND[s]}${of(s)}项`] : []))
  return `承诺${commitments.length}项，其中${parts.join('，')}。`
}

const MOST_NAMED = 5
/** 一般公共预算收入、招商到位资金等7项 */
const someOf = (names: readonly string[]): string =>
  `${names.slice(0, MOST_NAMED).join('、')}${names.length > MOST_NAMED ? `等${names.length}项` : ''}`

/** 27%; never 100% while one is open, nor 0% when one is done: 99.9%. */
export function percent(part: number, total: number): string {
  const [whole] = shares([part, total - part])!
  if (part === 0 || part === total || (whole! > 0 && whole! < 100)) return `${whole}%`
  return `${Math.min(99.9, Math.max(0.1, Math.round((part * 1000) / total) / 10))}%`
}
