// Cuts a directive into the clauses that demand something, each with strength, lead, deadline and measure; never invents what a clause does not say.

import { type Clause, cutClauses, hasBound, hasModal, hasResult, isPremise, openingVerb, verbWithin } from './clause.ts'
import type { RawDate, RawQuantity, RawUnit } from './context.ts'
import { deadlineIn, measureIn } from './goal.ts'
import { mergeLeadIns } from './leadin.ts'
import type { Action, Span, Strength } from './reading.ts'
import { seek } from './seek.ts'
import { readSubject } from './subject.ts'
import { type Task, taskOf } from './task.ts'

export interface RawAction extends Omit<Action, 'deadline' | 'measure'> {
  deadline: RawDate | null
  measure: RawQuantity | null
}

/** What the sentences under a directive contain. */
export interface Values {
  dates: readonly RawDate[]
  quantities: readonly RawQuantity[]
  units: readonly RawUnit[]
}

/** The actions between `words` and the end of a directive. `soft`: the section only proposes (工作建议). */
export function findActions(text: string, [words, end]: Span, values: Values, soft: boolean): RawAction[] {
  const task = taskOf(text, [words, end], values)
  const clauses = mergeLeadIns(text, cutClauses(text, [words, task.start]))
  const actions: RawAction[] = []
  const titleEnd = titleOf(text, words, task.start, values)
  let lead: string | null = null
  let co: string[] = []
  let proposed = soft
  let sentence = words
  let last: RawAction | null = null
  for (const clause of clauses) {
    if (/[。！？\n]/.test(text.slice(sentence, clause.start))) {
      lead = null
      co = []
      proposed = soft
      last = null
    }
    sentence = clause.start
    const s = text.slice(clause.start, clause.end)
    if (/^[^，,]{0,12}建议/.test(s)) proposed = true
    const subject = readSubject(text, clause, values.units)
    if (subject.lead || subject.other) {
      lead = subject.lead
      co = subject.co
    }
    if (clause.end <= titleEnd || !isDemand(s, clause, values)) continue
    const found = deadlineIn(text, clause, values, words)
    const action: RawAction = {
      span: [clause.start, clause.end],
      text: s,
      strength: strengthOf(s, proposed),
      lead: lead ?? task.lead,
      co: lead ? co : task.co,
      deadline: found ?? (last?.deadline && /^(?:并|形成|及时将|同时)/.test(s) ? last.deadline : null),
      measure: measureIn(text, clause, values),
    }
    actions.push(action)
    last = action
  }
  splitPairs(text, actions, values)
  giveTaskDates(text, actions, task)
  return actions
}

/** The opening sentence is a title when more follows and it names no day, figure or unit. */
function titleOf(text: string, words: number, end: number, values: Values): number {
  let at = words
  while (at < end && !'。！？\n'.includes(text[at]!)) at++
  const rest = text.slice(at + 1, end)
  const inTitle = (x: { span: Span }) => x.span[0] >= words && x.span[1] <= at
  if (rest.trim().length < 6 || values.dates.some(inTitle) || values.quantities.some(inTitle)) return words
  return readSubject(text, { start: words, end: at }, values.units).lead ? words : at
}

// 今年是……的一年, 16件正在办理, 做好……至关重要: how things are
const STATES =
  /^(?:[^，]{0,10}[年月日]|这|这次|此次|当前)?是(?!要)[^，]+$|正在|尚未|仍未|目前|至关重要|十分重要|意义重大|刻不容缓|势在必行|作为[^，]*(?:人|手|者|队|主体|主力|窗口|阵地)$|(?:滞后|偏慢|缓慢|不足|不够|不力|不到位)$/

function isDemand(s: string, clause: Clause, values: Values): boolean {
  if (/^(?:联系人|联系电话|电话|其余|下同)/.test(s) || s.length < 3) return false
  if (isPremise(s)) return false
  if (/(?:时限|期限)为?/.test(s) && within(clause, values.dates)) return true
  if (/(?:已经?|曾)[^，]{1,}|[^为不]了.{0,3}$|取得了/.test(s) && !hasModal(s)) return false
  if (hasModal(s)) return true
  if (STATES.test(s) || announces(s)) return false
  if (/(?:为|是|共有|涉及|属于)[^，]*(?:期|区|处|个|户|人|点)$/.test(s) && !openingVerb(s)) return false
  if (openingVerb(s)) return true
  if (
    values.dates.some(
      d => d.span[0] - clause.start < 3 && d.span[0] >= clause.start && d.span[1] < clause.end && /[前底末内]$/.test(d.text),
    )
  )
    return true
  const figures = within(clause, values.quantities) || within(clause, values.dates)
  if (figures && (hasBound(s) || hasResult(s))) return true
  return verbWithin(s) >= 0 && (figures || s.length > 8)
}

/** 县政府督查室将紧盯……: what the issuer is going to do himself. */
function announces(s: string): boolean {
  if (!s.includes('将')) return false
  const subject = /^[^将]{2,20}(?:室|局|委|办|组|部|府|院|中心|厅)将/.exec(s)
  return subject !== null && openingVerb(s.slice(subject[0].length)).length > 1
}

function within(clause: Clause, items: readonly { span: Span }[]): boolean {
  return items.some(x => x.span[0] >= clause.start && x.span[1] <= clause.end)
}

const SHOULD = /力争|争取|努力|建议|尽量|鼓励|倡导|原则上|请.{0,8}(?:支持|考虑)/
const MAY = /(?<!不)可(?:以)?(?!支配|靠|行|持续|能|见|控|视|循环|再生|研|谓|贵|观|比|靠性)/

function strengthOf(s: string, proposed: boolean): Strength {
  if (proposed || SHOULD.test(s)) return 'should'
  return MAY.test(s) && !hasModal(s) ? 'may' : 'must'
}

/** 新建高标准农田3.5万亩、改造提升1.2万亩: two demands with a figure each, joined by 、 */
function splitPairs(text: string, actions: RawAction[], values: Values): void {
  for (let i = 0; i < actions.length; i++) {
    const action = actions[i]!
    const [start, end] = action.span
    for (let at = seek(text, '、', start, end); at >= 0; at = seek(text, '、', at + 1, end)) {
      const left = { start, end: at }
      const right = { start: at + 1, end }
      const figures = values.quantities.filter(q => q.span[0] >= start && q.span[1] <= at)
      const closes = figures.some(q => q.span[1] === at)
      if (!closes || !within(right, values.quantities) || openingVerb(text.slice(right.start, end)).length < 2) continue
      actions.splice(
        i,
        1,
        { ...action, span: [start, at], text: text.slice(start, at), measure: measureIn(text, left, values) },
        { ...action, span: [at + 1, end], text: text.slice(at + 1, end), measure: measureIn(text, right, values) },
      )
      break
    }
  }
}

/** The time limit in the item's brackets holds for every action; several are given out by position when there are as many actions, or groups of actions between semicolons. */
function giveTaskDates(text: string, actions: RawAction[], task: Task): void {
  if (!task.dates.length) return
  let group = 0
  const groups = actions.map((action, i) => (i > 0 && /[；;]/.test(text.slice(actions[i - 1]!.span[1], action.span[0])) ? ++group : group))
  const one = task.dates.length === 1
  const paired = task.dates.length === actions.length
  const grouped = task.dates.length === group + 1
  actions.forEach((action, i) => {
    if (one) action.deadline ??= task.dates[0]!
    else if (paired) action.deadline ??= task.dates[i]!
    else if (grouped) action.deadline ??= task.dates[groups[i]!]!
  })
}
