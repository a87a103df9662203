// What a standing is said in, in Chinese: one sentence to each kind of rule, and one to each reason why there is none. Decides nothing.
import { writtenDay } from './gongwen.ts'
import type { PaceReason } from './indicator.ts'
import type { Beside, Facts, Words } from './pacesentence.ts'

export const ZH: Words = {
  done: f => {
    const head = `${zhWhen(f)}完成${f.said}，为年度目标${f.goal}的${f.part}`
    if (f.month === 12 && f.behind) return `${head}，未完成全年任务，差${f.apart}`
    if (f.verdict === 'reached') return `${head}，已完成全年任务`
    return `${head}，${zhPace(f, f.plan ? '计划进度' : '序时进度')}${zhNeed(f, '每月需完成')}`
  },
  level: f => {
    if (f.verdict === 'reached') return `${zhWhen(f)}为${f.said}，已达到年度目标${f.goal}`
    const [rise, more] = f.up ? ['增', '低'] : ['降', '高']
    if (f.month === 12) return `${zhWhen(f)}为${f.said}，未达到年度目标${f.goal}，差${f.apart}`
    const way = f.share! < 0 ? `${more}于年初水平，年度目标${f.goal}` : `应${rise}部分（目标${f.goal}）已完成${f.part}`
    return `${zhWhen(f)}为${f.said}，${way}，${zhPace(f, '序时进度')}${zhNeed(f, `每月需再${rise}`)}`
  },
  stands: f =>
    f.behind
      ? `${zhWhen(f)}为${f.said}，比年度目标${f.goal}${f.up ? '低' : '高'}${f.over ?? f.apart}${zhNeed(f, f.up ? '每月需再增' : '每月需再降')}`
      : `${zhWhen(f)}为${f.said}，已达到年度目标${f.goal}`,
  growth: f => {
    const amount = f.unit === '%' ? '' : `完成${f.said}，`
    const beside = f.points === 0 ? `与目标（${f.goal}）持平` : `比目标（${f.goal}）${f.side > 0 ? '高' : '低'}${f.gap}个百分点`
    const verb = f.capped ? '每月不超过' : f.basis === 'cumulative' ? '每月需完成' : f.up ? '每月需再增' : '每月需再降'
    return `${zhWhen(f)}${amount}${zhRate(f)}，${beside}${zhNeed(f, verb)}${f.lowBase ? '（上年基数低，增速仅供参考）' : ''}`
  },
  used: f => {
    const head = `${zhWhen(f)}${f.said}，为年度控制数${f.goal}的${f.part}`
    if (f.month === 12) return `${head}，未突破`
    const beside = f.points === 0 ? '与时间进度' : f.behind ? '快于时间进度' : '低于时间进度'
    return `${head}，${beside}（${f.gone}）${f.points === 0 ? '持平' : `${f.gap}个百分点`}${zhNeed(f, '每月不超过')}`
  },
  passed: f =>
    f.behind ? `${zhWhen(f)}${f.said}，已突破年度控制数${f.goal}，超出${f.apart}` : `${zhWhen(f)}${f.said}，未突破年度控制数${f.goal}`,
  line: f =>
    f.behind ? `${zhWhen(f)}为${f.said}，比控制线${f.goal}高${f.over ?? f.apart}` : `${zhWhen(f)}为${f.said}，在控制线${f.goal}以内`,
  milestone: f => {
    const due = f.dueOn ? writtenDay(f.dueOn) : '年底'
    if (f.behind) return `应于${due}前完成，至${f.month}月底尚未报告完成`
    return f.late ? `${f.month}月完成，晚于时限（${due}）` : `已于${f.month}月完成（时限${due}）`
  },
  unknown: (reason, f) => {
    if (reason === 'not-due' && f.kind === 'milestone') return `应于${f.dueOn ? writtenDay(f.dueOn) : '年底'}前完成，尚未到期`
    const goal = f.goal && reason !== 'zero-target' && f.kind !== 'milestone' ? `${GOAL[f.kind] ?? '年度目标'}${f.goal}` : ''
    if (f.value === null || f.kind === 'milestone') return `${goal && `${goal}，`}${zhReason[reason]}`
    const known = f.isRate ? zhRate(f) : `${f.basis === 'point' ? '为' : ''}${f.said}`
    return `${zhWhen(f)}${known}${goal && `（${goal}）`}，${zhReason[reason]}`
  },
  awaited: month => `（${month}月数据未报）`,
  stop: '。',
}

export const zhReason: Record<PaceReason, string> = {
  'no-target': '未定年度目标，快慢不可算',
  'zero-target': '年度目标不大于零，完成比例不可算',
  'no-reading': '本年尚无数据，快慢不可算',
  'not-due': '未到报数时间，快慢暂不可算',
  'no-plan': '当月未排计划，快慢不可算',
  'no-base': '缺年初基数，是否达到序时进度不可算',
  'bad-base': '上年同期不大于零，增速不可算',
  'no-last-year': '缺上年同期数，增速不可算',
}

const GOAL: Partial<Record<Facts['kind'], string>> = { ceiling: '年度控制数', growth: '目标增速' }

/** 同比增长6.2%, 同比持平 */
function zhRate(f: Facts): string {
  return f.yearOnYear === 0 ? '同比持平' : `同比${f.yearOnYear! > 0 ? '增长' : '下降'}${f.growth}`
}

/** 1月, 1—5月累计, 全年; 5月末, 年末 */
function zhWhen({ basis, month }: Facts): string {
  if (basis === 'point') return month === 12 ? '年末' : `${month}月末`
  return month === 12 ? '全年' : month === 1 ? '1月' : `1—${month}月累计`
}
export const zhPace = (f: Beside, line: string): string =>
  f.points === 0 ? `与${line}（${f.gone}）持平` : `${f.behind ? '欠' : '超'}${line}（${f.gone}）${f.gap}个百分点`
function zhNeed(f: Facts, verb: string): string {
  if (!f.behind || (!f.need && !f.spent)) return ''
  return `；余下${f.left}个月${f.spent ? '不能再增加' : `${f.left === 1 ? verb.replace('每月', '') : verb}${f.need}`}`
}
