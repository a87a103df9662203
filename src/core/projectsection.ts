// The investment projects of an answer sheet: by stage and currency, what was signed and started this year, and who lags, by number. Words only; counts nothing anew but sums.
import { exact, over, rounded } from './exact.ts'
import { type Block, type TableBlock, type TextBlock, writtenDay } from './gongwen.ts'
import { CURRENCIES, type Currency, type ExchangeRate, type Money } from './money.ts'
import type { Day } from './types.ts'

export interface SheetSum {
  items: number
  /** By currency, in their own. */
  sums: Money[]
  /** All of it in yuan, by the rates of the sheet. */
  yuan: string
}

export interface ProjectLaggard {
  /** Null: nobody leads it. */
  unit: string | null
  number: string
  title: string
  /** Days since its signing without a start; null: it started, or was not signed. */
  idle: number | null
  dueOn: Day | null
  daysOverdue: number
}

export interface SheetProjects {
  /** Those that have any, in their order; the dropped last. */
  stages: (SheetSum & { stage: string })[]
  /** Without the dropped. */
  all: SheetSum
  /** This year, by the day of the signing and of the start. */
  signed: SheetSum
  started: SheetSum
  /** That the sums in yuan rest on. */
  rates: (ExchangeRate & { source: string | null })[]
  /** Currencies without a rate: they are in no sum in yuan. */
  missing: Currency[]
  /** Numbers of those whose sum is not known. */
  unsummed: string[]
  laggards: ProjectLaggard[]
  /** Numbers of those of which the history does not tell whether they were late. */
  unsure: string[]
}

/** A signed project that has not started after so many days is named (product choice). */
export const IDLE_DAYS = 180

export const PROJECT_STAGE: Readonly<Record<string, string>> = {
  lead: '线索',
  screened: '研判',
  negotiating: '在谈',
  signed: '签约',
  landed: '注册落地',
  started: '开工',
  statistics: '入统',
  completed: '竣工',
  producing: '投产',
  capacity: '达产达效',
  dropped: '终止',
}
const CURRENCY: Record<Currency, string> = { CNY: '元', USD: '美元', EUR: '欧元', HKD: '港元', JPY: '日元' }

/** 12.5亿元 · 2000万美元 · 800元 */
export function writtenMoney({ amount, currency }: Money): string {
  const [size, word] = Number(amount) >= 1e8 ? ['1e8', '亿'] : Number(amount) >= 1e4 ? ['1e4', '万'] : ['1', '']
  return `${rounded(over(exact(amount), exact(size!)), 4)}${word}${CURRENCY[currency]}`
}

/** 58.3亿元、2000万美元（折合59.7亿元） */
function money({ sums, yuan }: SheetSum): string {
  if (sums.length === 0) return ''
  const foreign = sums.some(s => s.currency !== 'CNY')
  return `${sums.map(writtenMoney).join('、')}${foreign ? `（折合${writtenMoney({ amount: yuan, currency: 'CNY' })}）` : ''}`
}

const counted = (words: string, sum: SheetSum): string =>
  sum.items === 0 ? `没有${words}项目` : `${words}项目${sum.items}个${sum.sums.length > 0 ? `，总投资${money(sum)}` : ''}`

export function projectSection(p: SheetProjects, until: Day): Block[] {
  const dropped = p.stages.find(s => s.stage === 'dropped')?.items ?? 0
  const whole = `截至${writtenDay(until)}，在册招商项目${p.all.items}个${p.all.sums.length > 0 ? `，总投资${money(p.all)}` : ''}${dropped > 0 ? `；另有${dropped}个已终止，不计入` : ''}。`
  const span = until.endsWith('12-31') ? '全年' : until.endsWith('06-30') ? '上半年' : '以来'
  const year = `${until.slice(0, 4)}年${span}，${counted('签约', p.signed)}；${counted('开工', p.started)}。`
  return [text(`${whole}${year}来源：招商项目台账。`), ...stageTable(p), ...rates(p)]
}

function stageTable({ stages }: SheetProjects): TableBlock[] {
  if (stages.length === 0) return []
  const foreign = CURRENCIES.filter(c => c !== 'CNY' && stages.some(s => s.sums.some(m => m.currency === c)))
  const of = (sums: readonly Money[], currency: Currency) => sums.find(m => m.currency === currency)
  const scaled = (amount: string | undefined, size: string) =>
    amount === undefined ? '—' : String(rounded(over(exact(amount), exact(size)), 4))
  return [
    {
      kind: 'table',
      caption: '招商项目分阶段情况',
      columns: [
        { header: '阶段', share: 30, align: 'left' },
        { header: '项目（个）', share: 24, align: 'right' },
        { header: '人民币（亿元）', share: 30, align: 'right' },
        ...foreign.map(c => ({ header: `${CURRENCY[c]}（万）`, share: 28, align: 'right' as const })),
        ...(foreign.length > 0 ? [{ header: '折合（亿元）', share: 30, align: 'right' as const }] : []),
      ],
      rows: stages.map(s => [
        PROJECT_STAGE[s.stage] ?? s.stage,
        String(s.items),
        scaled(of(s.sums, 'CNY')?.amount, '1e8'),
        ...foreign.map(c => scaled(of(s.sums, c)?.amount, '1e4')),
        ...(foreign.length > 0 ? [s.sums.length > 0 ? scaled(s.yuan, '1e8') : '—'] : []),
      ]),
    },
  ]
}

function rates({ rates: used }: SheetProjects): TextBlock[] {
  if (used.length === 0) return []
  const said = used.map(r => `1${CURRENCY[r.currency]}合${r.rate}元（${writtenDay(r.on)}${r.source ? `，${r.source}` : ''}）`)
  return [text(`折算汇率：${said.join('；')}。`)]
}

/** 1.县投资促进局“云岭光伏组件”（编号2026-0014），签约212天未开工；应于2026年5月31日前办结，已逾期30天。 */
export function projectLaggard({ unit, number, title, idle, dueOn, daysOverdue }: ProjectLaggard, at: number): TextBlock {
  const said = [
    ...(idle === null ? [] : [`签约${idle}天未开工`]),
    ...(dueOn && daysOverdue > 0 ? [`应于${writtenDay(dueOn)}前办结，已逾期${daysOverdue}天`] : []),
  ]
  return text(`${at + 1}.${unit ?? '未明确牵头单位'}“${title}”（编号${number}），${said.join('；')}。`)
}

/** What of the projects nobody knows. */
export function projectsUnknown({ unsummed, missing, unsure }: SheetProjects, until: Day): string[] {
  return [
    ...(unsure.length > 0
      ? [`招商项目${unsure.length}个的办理记录不全，不能确定其在${writtenDay(until)}的时限和状态，未计入逾期：编号${unsure.join('、')}。`]
      : []),
    ...(unsummed.length > 0 ? [`招商项目${unsummed.length}个未填总投资，未计入总投资：编号${unsummed.join('、')}。`] : []),
    ...(missing.length > 0 ? [`${missing.map(c => CURRENCY[c]).join('、')}没有汇率，未计入折合数。`] : []),
  ]
}

const text = (words: string): TextBlock => ({ kind: 'p', text: words })
