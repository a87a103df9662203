// Cuts a directive into the clauses that demand something, each with strength, lead, deadline and measure; never invents what a clause does not say.

import { type Clause, cutClauses, hasModal, isPremise, openingVerb } from './clause.ts'
import type { RawDate, RawPerson, RawQuantity, RawUnit } from './context.ts'
import { deadlineIn, measureIn } from './goal.ts'
import { mergeLeadIns } from './leadin.ts'
import { letters } from './letters.ts'
import { isDemand, reaches, within } from './predicate.ts'
import type { Action, Span, Strength } from './reading.ts'
import { seek } from './seek.ts'
import { stageOf } from './stage.ts'
import { readSubject } from './subject.ts'
import { type Row, readRowTask } from './table.ts'
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
  people: readonly RawPerson[]
}

// 去年，全县实施项目86个。 今年以来，……: the sentence reports
const TOLD =
  /^(?:去年|上年|前年|近年来|近期以?来|今年以来|一年来|年初以来|截至目前|刚才|过去|会议(?:还|原则上?)?(?:审议|讨论|研究)?(?:并)?(?:原则)?(?:通过|同意|听取|认为|指出|认定|肯定|(?:传达|学习|观看|通报)+了))/

// 会议听取了……汇报。 会议认为，……。; not where the same sentence decides
const REPORTS = /^会议(?:还)?(?:认为|听取|通报|指出|肯定)(?![^。]*(?:同意|决定|议定|要求|通过|明确|强调))/

function sentenceAt(text: string, at: number): string {
  const end = at + 300
  let stop = at
  while (stop < end && stop < text.length && !isStop(text, stop)) stop++
  return text.slice(at, stop)
}

const OPENS_TASK = /^(?:由|请|要|会议|责成|各|下一步|为此|对此)/

/** A sentence that gives a task after a report: 由县水利局……, 县财政局……, or one with 要. */
function turns(text: string, clause: Clause, values: Values): boolean {
  const s = sentenceAt(text, clause.start)
  return OPENS_TASK.test(s) || hasModal(s) || values.units.some(u => u.span[0] === clause.start)
}

/** The actions between `words` and the end of a directive. `soft`: the section only proposes (工作建议). */
export function findActions(text: string, [words, end]: Span, values: Values, soft: boolean): RawAction[] {
  const task = taskOf(text, [words, end], values)
  const title = titleOf(text, words, task.start, values)
  const actions = actionsOf(text, words, title, task, values, soft)
  // 做好安全工作。由副县长任召集人。: where nothing else is asked for, the title says what is
  return actions.length > 0 || title === words ? actions : actionsOf(text, words, words, task, values, soft)
}

function actionsOf(text: string, words: number, title: number, task: Task, values: Values, soft: boolean): RawAction[] {
  const clauses = mergeLeadIns(text, cutClauses(text, [words, task.start]), values.dates)
  const actions: RawAction[] = []
  const stage = stageOf(text, words, task.start, values)
  const titleEnd = stage ? stage.span[1] + 2 : title
  let lead: string | null = null
  let co: string[] = []
  let proposed = soft
  let sentence = words
  let last: RawAction | null = null
  let period: RawDate | null = null
  let told = TOLD.test(text.slice(words, words + 12))
  // what the meeting heard and found goes on until somebody is to do something
  let reports = told && REPORTS.test(sentenceAt(text, words))
  let general = false
  for (const clause of clauses) {
    if (hasStop(text, sentence, clause.start)) {
      lead = null
      co = []
      proposed = soft
      last = null
      period = null
      general = false
      told = TOLD.test(text.slice(clause.start, clause.start + 12)) || (reports && !turns(text, clause, values))
      reports = told && (reports || REPORTS.test(sentenceAt(text, clause.start)))
    }
    sentence = clause.start
    const s = text.slice(clause.start, clause.end)
    if (s.includes('建议') && /^[^，,]{0,12}建议/.test(s)) proposed = true
    const subject = readSubject(text, clause, values)
    const bare = mayOpen(s, 0) && /^[还也]?要(?![求素点])/.test(s)
    // 要盯住短板，县发改委要牵头……；要扩大投资: the second 要 asks whom the first asked
    if (bare && general && '；;'.includes(text[clause.start - 1] ?? '。')) {
      lead = null
      co = []
    }
    if (bare && !lead) general = true
    if (subject.lead || subject.other) {
      lead = subject.lead
      co = subject.co
    } else if (lead && turnsAway(text, clause, lead)) {
      lead = null
      co = []
    }
    // 会议原则通过实施办法，由县住建局修改完善后……: the task behind the decision
    if (told && subject.lead && text[clause.start] === '由') told = false
    if (clause.end <= titleEnd || (told && !hasModal(s)) || !(isDemand(text, clause, values, subject) || (last !== null && reaches(s)))) {
      period ??= periodSet(text, clause, values)
      continue
    }
    const found = deadlineIn(text, clause, values, words)
    const action: RawAction = {
      span: [clause.start, clause.end],
      text: s,
      strength: strengthOf(s, proposed),
      lead: lead ?? task.lead,
      co: lead ? co : task.co,
      deadline: found ?? (last?.deadline && /^(?:并|形成|及时将|同时)/.test(s) ? last.deadline : last ? null : period),
      measure: measureIn(text, clause, values),
    }
    actions.push(action)
    last = action
    // 会议指出，三年内要改造126个小区，年度投资不低于5亿元: the task has begun
    told = false
    reports = false
  }
  splitPairs(text, actions, values)
  giveTaskDates(text, actions, task)
  if (stage) for (const action of actions) action.deadline ??= stage
  return actions
}

const mayOpen = letters('还也要')

// ；对查实的举报，可给予奖励  ；发生火情的，须立即报告  ，对连续两年靠后的乡镇取消评优资格: another case, and nobody says for whom
const CASE = /^(?:对|对于|凡|凡是|如|若|一旦|发生|发现|出现|造成|因|逾期|未)[^，,；]{2,60}(?:[的）][，,]?|[，,])/
const TURN = /[，,的）](?:可|须)|奖励|奖补|表彰|取消|不得评|追责|问责|扣分|一票否决|降档|黄牌/
// who watches over others also says what follows from failing
const WATCHES = /督查|督办|纪委|监委|考核|督导|巡察|监管|监督|绩效/

/** A clause about another case begins: whoever was named before it is not meant. */
function turnsAway(text: string, clause: Clause, lead: string): boolean {
  const s = text.slice(clause.start, Math.min(clause.end, clause.start + 100))
  return (
    CASE.test(s) &&
    TURN.test(s) &&
    !WATCHES.test(lead) &&
    ('；;'.includes(text[clause.start - 1] ?? '。') || /取消|不得评|一票否决/.test(s))
  )
}

/** 即日起至6月25日为封山禁火期: the days that what follows in the sentence holds for. */
function periodSet(text: string, clause: Clause, values: Values): RawDate | null {
  const date = values.dates.find(d => d.span[0] >= clause.start && d.span[0] - clause.start < 4 && d.span[1] < clause.end)
  return date && /^[^，。]{0,2}为[^，。]{0,16}期$/.test(text.slice(date.span[1], clause.end)) ? date : null
}

/** The actions of a row in a task table: the clauses of the cell that says the task (铺设管道5公里，4月底前通水), each by its own time or the row's. */
export function rowActions(text: string, row: Row, values: Values): RawAction[] {
  const said = readRowTask(text, row, values)
  if (!said) return []
  const clauses = mergeLeadIns(text, cutClauses(text, said.task), values.dates).filter(c => !isPremise(text.slice(c.start, c.end)))
  const own = (clause: Clause) => {
    const date = deadlineIn(text, clause, values, said.task[0])
    return date && said.deadline && /^(?:全年|今年|[本当]?年度?)$/.test(date.text) ? null : date
  }
  return (clauses.length ? clauses : [{ start: said.task[0], end: said.task[1] }]).map(clause => {
    const s = text.slice(clause.start, clause.end)
    return {
      span: [clause.start, clause.end],
      text: s,
      strength: strengthOf(s, false),
      lead: said.lead,
      co: said.co,
      deadline: own(clause) ?? said.deadline,
      measure: measureIn(text, clause, values),
    }
  })
}

function hasStop(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isStop(text, i)) return true
  return false
}

const isStop = letters('。！？\n')

/** The opening sentence is a title when more follows and it names no day, figure or unit. */
function titleOf(text: string, words: number, end: number, values: Values): number {
  let at = words
  while (at < end && !isStop(text, at)) at++
  const rest = text.slice(at + 1, end)
  const inTitle = (x: { span: Span }) => x.span[0] >= words && x.span[1] <= at
  if (rest.trim().length < 6 || values.dates.some(inTitle) || values.quantities.some(inTitle)) return words
  return readSubject(text, { start: words, end: at }, values).lead ? words : at
}

const SHOULD = /力争|争取|努力|建议|尽量|鼓励|倡导|原则上|请.{0,8}(?:支持|考虑)/
const MAY = /(?<![不宁许认])可(?:以)?(?!支配|靠|行|持续|能|见|控|视|循环|再生|研|谓|贵|观|比|靠性)/

function strengthOf(s: string, proposed: boolean): Strength {
  if (proposed || SHOULD.test(s)) return 'should'
  return s.includes('可') && MAY.test(s) && !hasModal(s) ? 'may' : 'must'
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
