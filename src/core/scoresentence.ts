// One sentence that explains a score with its figures, in Chinese and English, for the page and the document alike. Decides nothing.
import type { Score, ScoreReason } from './assessment.ts'
import type { Indicator, PaceReason } from './indicator.ts'
import { AMOUNT, reasonWords, type SentenceLang } from './pacesentence.ts'

/** 完成40亿元，序时应为50亿元，完成比例80%，得8分（满分10分）。 */
export function scoreSentence(
  lang: SentenceLang,
  of: Pick<Indicator, 'kind' | 'unit'> | null,
  score: Pick<Score, 'points' | 'weight' | 'cap' | 'reason' | 'done' | 'scheduled' | 'percent' | 'month' | 'awaited' | 'lowBase'>,
  /** The month that was asked for. */
  cut: number | null,
): string {
  const unit = of?.kind === 'growth' ? '%' : (of?.unit ?? '')
  const figure = (value: number | null) => (value === null ? '' : AMOUNT[lang](value, unit))
  const percent = (value: number) => AMOUNT[lang](value, '%')
  const facts = {
    done: figure(score.done),
    scheduled: figure(score.scheduled),
    part: score.percent === null ? '' : percent(score.percent),
    most: percent(Math.round(score.cap * 1e4) / 100),
    marks: AMOUNT[lang](score.points ?? 0, ''),
    full: AMOUNT[lang](score.weight, ''),
  }
  const words = WORDS[lang]
  const said = isOwn(score.reason) ? words[score.reason](facts) : words.unknown(reasonWords(lang, score.reason))
  // A milestone's month is the one in which it was done.
  const old = of?.kind !== 'milestone' && score.points !== null && score.month !== null && cut !== null && score.month < cut
  return [
    old ? words.of(score.month!) : '',
    said,
    score.awaited === null ? '' : words.awaited(score.awaited),
    score.lowBase ? words.lowBase : '',
  ]
    .filter(part => part !== '')
    .join(lang === 'zh' ? '' : ' ')
}

type Facts = Record<'done' | 'scheduled' | 'part' | 'most' | 'marks' | 'full', string>
type Own = Exclude<ScoreReason, PaceReason>
type Words = Record<Own, (f: Facts) => string> & {
  unknown: (why: string) => string
  /** Of an earlier month than the one asked for, and which month is not told yet. */
  of: (month: number) => string
  awaited: (month: number) => string
  lowBase: string
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const isOwn = (reason: ScoreReason): reason is Own => reason in WORDS.zh

const WORDS: Record<SentenceLang, Words> = {
  zh: {
    scheduled: f => `完成${f.done}，序时应为${f.scheduled}，完成比例${f.part}，得${f.marks}分（满分${f.full}分）。`,
    capped: f => `完成${f.done}，序时应为${f.scheduled}，完成比例${f.part}，按上限${f.most}计，得${f.marks}分（满分${f.full}分）。`,
    nothing: f => `完成${f.done}，序时应为${f.scheduled}，得0分（满分${f.full}分）。`,
    kept: f => `符合要求，得${f.marks}分（满分${f.full}分）。`,
    missed: f => `未达到要求，得0分（满分${f.full}分）。`,
    'by-hand': () => '没有对应指标，由人工评分。',
    'no-series': () => '本单位不承担该指标，不计分。',
    unknown: why => `${why}，不计分。`,
    of: month => `按${month}月数据：`,
    awaited: month => `${month}月的数还没有报。`,
    lowBase: '同期基数低，增速仅供参考。',
  },
  en: {
    scheduled: f => `${f.done} done, ${f.scheduled} was due by now: ${f.part}, so ${f.marks} of ${f.full} marks.`,
    capped: f =>
      `${f.done} done, ${f.scheduled} was due by now: ${f.part}, counted as ${f.most} at most, so ${f.marks} of ${f.full} marks.`,
    nothing: f => `${f.done} done, ${f.scheduled} was due by now: 0 of ${f.full} marks.`,
    kept: f => `As required: ${f.marks} of ${f.full} marks.`,
    missed: f => `Not as required: 0 of ${f.full} marks.`,
    'by-hand': () => 'No indicator stands behind it: scored by hand.',
    'no-series': () => 'This unit does not carry the indicator: not scored.',
    unknown: why => `Not scored: ${why}.`,
    of: month => `By the data of ${MONTHS[month - 1]}:`,
    awaited: month => `${MONTHS[month - 1]} is not reported yet.`,
    lowBase: 'Growth from a low base says little.',
  },
}
