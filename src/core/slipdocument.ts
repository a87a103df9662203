// What a blue, orange or red slip says, as a document going out: true figures and the officer's own words; it adds no reproach of its own.
import { type Block, type Gongwen, writtenDay } from './gongwen.ts'
import type { SlipColour } from './slip.ts'
import type { Day } from './types.ts'

export interface SlipDocumentFacts {
  colour: SlipColour
  number: string | null
  /** The office that issues it, in full, e.g. 青禾县人民政府督查室 */
  office: string
  /** The lead unit, as addressed. */
  unit: string
  date: Day
  item: {
    number: string
    title: string
    dispatchedOn: Day
    dueOn: Day | null
    /** Days past the deadline on `date`; 0: not past. */
    overdue: number
    /** Not accepted yet, and for how many days past the day to accept. */
    unaccepted: number
    percent: number
    lastReportOn: Day | null
    source: { documentTitle: string; sentence: string } | null
  }
  /** Slips issued before for the same item, oldest first. */
  earlier: { number: string; issuedOn: Day; limitOn: Day }[]
  limitOn: Day
  /** Requirements in the officer's own words; left out when null. */
  words: string | null
  copies: string | null
}

/**
 * 三明: blue reminds, orange and red warn and order completion within a limit; red is a censure (domain §3). The words 警告 and 记过 are
 * avoided, for they are disciplinary measures by name (公务员法第六十二条) that no slip can impose.
 */
const COLOURS: Record<SlipColour, { name: string; act: string }> = {
  blue: { name: '蓝色督查单', act: '现予提醒' },
  orange: { name: '橙色督查单', act: '现予警示，责令限期办结' },
  red: { name: '红色督查单', act: '现予批评，责令限期办结' },
}

/** The slip as a document in the form of GB/T 9704. */
export function slipDocument(facts: SlipDocumentFacts): Gongwen {
  const { item } = facts
  if (facts.limitOn < facts.date) throw new RangeError('a slip cannot ask for a result before its own date')
  const colour = COLOURS[facts.colour]
  return {
    mark: facts.office,
    number: facts.number,
    title: `关于“${item.title}”的${colour.name}`,
    recipients: facts.unit,
    blocks: [
      ...(item.source ? [p(`《${bare(item.source.documentTitle)}》提出：“${end(item.source.sentence)}。”`)] : []),
      p(`${stands(facts)}。`),
      ...(facts.earlier.length > 0 ? [p(`${facts.earlier.map(before).join('；')}，至今未办结。`)] : []),
      p(
        `${colour.act}。请你单位于${writtenDay(facts.limitOn)}前办结并书面反馈办理结果；确有客观原因不能按期办结的，请在此之前说明原因并提出办结时限。`,
      ),
      ...(facts.words ? [p(`${end(facts.words)}。`)] : []),
    ],
    attachments: [],
    issuer: facts.office,
    date: facts.date,
    copies: facts.copies,
    printed: null,
  }
}

/** 督办事项“北渠清淤”（编号2026-0014）于2026年5月6日交办你单位，应于2026年6月5日前办结。截至2026年6月10日，已逾期5天，反馈进度40%，最近一次反馈为2026年5月20日 */
function stands({ item, date }: SlipDocumentFacts): string {
  const due = item.dueOn ? `，应于${writtenDay(item.dueOn)}前办结` : ''
  const now = [
    ...(item.overdue > 0 ? [`已逾期${item.overdue}天`] : []),
    ...(item.unaccepted > 0 ? [`尚未签收，已超过签收时限${item.unaccepted}天`] : []),
    `反馈进度${item.percent}%`,
    item.lastReportOn ? `最近一次反馈为${writtenDay(item.lastReportOn)}` : '至今未反馈办理情况',
  ]
  return `督办事项“${item.title}”（编号${item.number}）于${writtenDay(item.dispatchedOn)}交办你单位${due}。截至${writtenDay(date)}，${now.join('，')}`
}

/** 2026年6月10日发出督蓝〔2026〕3号，要求2026年6月17日前办结 */
const before = (slip: { number: string; issuedOn: Day; limitOn: Day }): string =>
  `${writtenDay(slip.issuedOn)}发出${slip.number}，要求${writtenDay(slip.limitOn)}前办结`

const end = (words: string): string => words.trim().replace(/[。；;.\s]+$/u, '')
/** 《关于……的通知》 keeps one pair of title marks. */
const bare = (title: string): string => title.replace(/^《(.*)》$/u, '$1')

function p(text: string): Block {
  return { kind: 'p', text }
}
