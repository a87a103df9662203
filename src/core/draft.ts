// From a directive to the item it may become: title, lead unit, deadline, measure, and whether it is worth tracking. Pure.
import type { Directive, Reading, Topic } from '../reader/reading.ts'
import { findUnit, type Suggestion, suggestLead } from './org.ts'
import type { Day, Unit } from './types.ts'

/** What the officer sees and corrects before dispatch; one for each directive of the reading, in its order. */
export interface Draft {
  index: number
  /** Off for slogans: nothing numbered and nothing that could be checked. */
  chosen: boolean
  slogan: boolean
  title: string
  topic: Topic
  leadUnitId: string | null
  coUnitIds: string[]
  dueOn: Day | null
  measure: string | null
  /** Suggested lead units with reasons; the first is taken as default only when the text names it. */
  suggestions: Suggestion[]
}

/** A directive that only exhorts: no number in a list and neither deadline, figure nor deliverable. Product choice, see decision 006. */
export const isSlogan = (d: Directive): boolean => !d.hard && d.ordinal === null

const TITLE_LENGTH = 60

/** The drafts for a reading. `text` is the original, for the words of a directive; `place` the jurisdiction's full name. */
export function draftItems(reading: Reading, text: string, units: Unit[], place: string): Draft[] {
  return reading.directives.map((d, index) => {
    const words = d.actions.length ? d.actions.map(a => a.text).join('，') : text.slice(...d.span)
    const printed = d.actions.find(a => a.lead)?.lead ?? null
    const suggestions = suggestLead(`${d.heading} ${words}`, units, printed, place)
    const named = suggestions[0]?.reason === 'named' ? suggestions[0].unitId : null
    // What a leader's note asks of a unit by name is asked, with or without a figure (product choice).
    const slogan = isSlogan(d) && !(named && reading.articles[d.article]?.genre === 'leader-note')
    const co = d.actions.flatMap(a => a.co).flatMap(name => findUnit(name, units, place)?.id ?? [])
    const deadlines = d.actions.flatMap(a => (a.deadline === null ? [] : (reading.dates[a.deadline]?.to ?? [])))
    const measures = d.actions.flatMap(a => (a.measure === null ? [] : [measureOf(a, reading)]))
    return {
      index,
      chosen: !slogan,
      slogan,
      title: titleOf(d, words),
      topic: d.topic,
      leadUnitId: named,
      coUnitIds: [...new Set(co)].filter(id => id !== named),
      // The last of its deadlines: the item is done when all of its actions are.
      dueOn: deadlines.length ? deadlines.reduce((a, b) => (a > b ? a : b)) : null,
      measure: measures.length ? [...new Set(measures)].join('；').slice(0, 200) : null,
      suggestions,
    }
  })
}

/** 由县工业和信息化局牵头: says who, not what is to be done. */
const WHO_ONLY = /(牵头|负责|配合|参与|协助)$/

/** 由县工业和信息化局牵头，县统计局配合，6月20日前对42家企业逐户走访 → 6月20日前对42家企业逐户走访; empty when nothing else is said. */
function whatOf(words: string): string {
  const clauses = words.replace(/\s/g, '').split(/[，,]/)
  const first = clauses.findIndex(clause => !WHO_ONLY.test(clause))
  return first < 0 ? '' : clauses.slice(first).join('，')
}

/** 由县林业局牵头…… at the head of a clause: who, which stands beside the measure already. */
const WHO_FIRST = /^由?[\u4e00-\u9fff]{2,20}?(?:牵头|负责)(?=[\u4e00-\u9fff\d])/

/** 县林业局牵头，12月底前完成油茶林垦复1200亩 → 完成油茶林垦复1200亩: the clause of the figure, without who and when, which have chips of their own. */
function measureOf(action: Directive['actions'][number], reading: Reading): string {
  const figure = reading.quantities[action.measure!]?.text
  const clauses = action.text.split(/，|,(?!\d)/).filter(clause => !WHO_ONLY.test(clause))
  const own = figure ? clauses.filter(clause => clause.includes(figure)) : clauses
  const day = action.deadline === null ? null : reading.dates[action.deadline]
  // 每季度抽查3座水库: how often is a part of how much.
  const when = day?.to && !day.every ? day.text : null
  const words = (own.length ? own : clauses).join('，').trim()
  const bare = (when ? words.replace(new RegExp(`[到至在于]?${literal(when)}`, 'u'), '') : words).replace(WHO_FIRST, '')
  return figure && !bare.includes(figure) ? words : bare || action.text
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function titleOf(d: Directive, words: string): string {
  const title = (WHO_ONLY.test(d.heading.trim()) && whatOf(words)) || (d.heading || words).replace(/\s/g, '')
  return title.length <= TITLE_LENGTH ? title : `${title.slice(0, TITLE_LENGTH - 1)}…`
}
