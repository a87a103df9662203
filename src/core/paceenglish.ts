// What a standing is said in, in English: one sentence to each kind of rule, and one to each reason why there is none. Decides nothing.
import type { PaceReason } from './indicator.ts'
import type { Beside, Facts, Words } from './pacesentence.ts'

export const EN: Words = {
  done: f => {
    const head = `${enWhen(f)} ${f.said} is done, ${f.part} of the year’s target of ${f.goal}`
    if (f.month === 12 && f.behind) return `${head}: the year’s task was missed by ${f.apart}`
    if (f.verdict === 'reached') return `${head}: the year’s task is done`
    return `${head}, ${enPace(f, f.plan ? 'the plan' : 'time')}${enNeed(f, '%each must add')}`
  },
  level: f => {
    if (f.verdict === 'reached') return `${enWhen(f)} it stands at ${f.said}: the year’s target of ${f.goal} is reached`
    if (f.month === 12) return `${enWhen(f)} it stands at ${f.said}: the target of ${f.goal} was missed by ${f.apart}`
    const way =
      f.share! < 0
        ? `${f.up ? 'below' : 'above'} where the year began, with a target of ${f.goal}`
        : `${f.part} of the way to the target of ${f.goal}`
    return `${enWhen(f)} it stands at ${f.said}, ${way}, ${enPace(f, 'time')}${enNeed(f, `%each must ${f.up ? 'add' : 'take off'}`)}`
  },
  stands: f =>
    f.behind
      ? `${enWhen(f)} it stands at ${f.said}, ${f.over ?? f.apart} ${f.up ? 'below' : 'above'} the target of ${f.goal}${enNeed(f, `%each must ${f.up ? 'add' : 'take off'}`)}`
      : `${enWhen(f)} it stands at ${f.said}: the year’s target of ${f.goal} is reached`,
  growth: f => {
    const amount = f.unit === '%' ? '' : ` ${f.said} is done,`
    const beside =
      f.points === 0 ? `just the target of ${f.goal}` : `${enPoints(f)} ${f.side > 0 ? 'above' : 'below'} the target of ${f.goal}`
    const low = f.lowBase ? ' (from a low base: read with care)' : ''
    const need = f.capped ? '%each may add at most' : f.basis === 'cumulative' || f.up ? '%each must add' : '%each must take off'
    return `${enWhen(f)}${amount} ${enRate(f)}, ${beside}${enNeed(f, need)}${low}`
  },
  used: f => {
    const head = `${enWhen(f)} ${f.said}, ${f.part} of the year’s ceiling of ${f.goal}`
    if (f.month === 12) return `${head}: kept`
    const beside = f.points === 0 ? 'level with time' : `${enPoints(f)} ${f.behind ? 'faster' : 'slower'} than time`
    return `${head}, ${beside} (${f.gone})${enNeed(f, '%each may add at most')}`
  },
  passed: f =>
    f.behind
      ? `${enWhen(f)} ${f.said}: the year’s ceiling of ${f.goal} is passed by ${f.apart}`
      : `${enWhen(f)} ${f.said}: within the year’s ceiling of ${f.goal}`,
  line: f =>
    f.behind
      ? `${enWhen(f)} it stands at ${f.said}, ${f.over ?? f.apart} above the limit of ${f.goal}`
      : `${enWhen(f)} it stands at ${f.said}, within the limit of ${f.goal}`,
  milestone: f => {
    const due = f.dueOn ?? 'the year’s end'
    if (f.behind) return `Due by ${due}, and not reported done by the end of ${MONTHS[f.month]}`
    return f.late ? `Done in ${MONTHS[f.month]}, after its day (${due})` : `Done in ${MONTHS[f.month]} (due by ${due})`
  },
  unknown: (reason, f) => {
    if (reason === 'not-due' && f.kind === 'milestone') return `Due by ${f.dueOn ?? 'the year’s end'}: not due yet`
    const why = enReason[reason]
    const goal = f.goal && reason !== 'zero-target' && f.kind !== 'milestone' ? `${GOAL[f.kind] ?? 'target'} ${f.goal}` : ''
    const known = f.value === null || f.kind === 'milestone' ? '' : `${enWhen(f)} ${f.isRate ? enRate(f) : f.said}${goal && ` (${goal})`}; `
    const said = known || (goal && `${goal}; `)
    return capital(`${said}${why}`)
  },
  awaited: month => ` (${MONTHS[month]} has not been reported)`,
  stop: '.',
}

export const enReason: Record<PaceReason, string> = {
  'no-target': 'no target is set for the year, so its pace cannot be computed',
  'zero-target': 'the target is not above zero, so its share cannot be computed',
  'no-reading': 'no figure of this year yet, so its pace cannot be computed',
  'not-due': 'no figure is due yet',
  'no-plan': 'nothing is planned for this month, so its pace cannot be computed',
  'no-base': 'where the year began is not given, so its pace cannot be computed',
  'bad-base': 'last year’s figure is not above zero, so growth cannot be computed',
  'no-last-year': 'last year’s figure is missing, so growth cannot be computed',
}

const GOAL: Partial<Record<Facts['kind'], string>> = { ceiling: 'ceiling', growth: 'target growth' }

/** Up 6.2% on a year before; the same as a year before */
function enRate(f: Facts): string {
  return f.yearOnYear === 0 ? 'the same as a year before' : `${f.yearOnYear! > 0 ? 'up' : 'down'} ${f.growth} on a year before`
}
const capital = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`

const MONTHS = ['', ...'January February March April May June July August September October November December'.split(' ')]

function enWhen({ basis, month }: Facts): string {
  if (basis === 'point') return month === 12 ? 'At the year’s end' : `At the end of ${MONTHS[month]}`
  return month === 12 ? 'In the whole year' : `By the end of ${MONTHS[month]}`
}
const enPoints = ({ gap }: Pick<Facts, 'gap'>): string => `${gap} ${gap === '1' ? 'point' : 'points'}`
export const enPace = (f: Beside, line: string): string =>
  f.points === 0 ? `level with ${line} (${f.gone})` : `${enPoints(f)} ${f.behind ? 'behind' : 'ahead of'} ${line} (${f.gone})`
function enNeed(f: Facts, words: string): string {
  if (!f.behind || (!f.need && !f.spent)) return ''
  if (f.spent) return `; nothing may be added in the ${f.left === 1 ? 'month' : `${f.left} months`} left`
  return `; ${words.replace('%each', f.left === 1 ? 'the month left' : `each of the ${f.left} months left`)} ${f.need}`
}
