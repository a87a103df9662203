// Facts into sentences: why a light shines, what happened, what went wrong and what to do next. Words come from zh and en; nothing is decided here.
import type { TimelineEntry, TroubleView } from '../../core/contract/item.ts'
import type { LedgerKind } from '../../core/kind.ts'
import type { LightReason } from '../../core/light.ts'
import type { RelationName } from '../../core/relation.ts'
import type { ClockKey, CommandName, Count, Role, State, Waiting } from '../../core/types.ts'
import type { Doubt } from '../../reader/reading.ts'
import type { Fault } from '../api.ts'
import { joined } from './joined.ts'
import { choiceName, relationName, sayStageFault, sayStages, stageName } from './kind.ts'
import type { Lang } from './number.ts'
import type { T } from './words.ts'
import type { zh } from './zh.ts'

type Facts = Record<string, string | number | boolean | null | string[]>
/** Names of units by id, for events that know only ids. */
export type NameOf = (unitId: string) => string

type Figures = Record<string, string | number>

/** One sentence with its figures: 应于5月30日办结，已逾期 3 天。 */
export function sayReason(t: T, reason: LightReason, facts: Facts): string {
  const points = Number(facts.points ?? 0)
  const days = Number(facts.days ?? 0)
  if (reason === 'parts' && Number(facts.red) > 0) return t('reason.partsRed', facts as Figures)
  if (reason === 'parts' && Number(facts.yellow) > 0) return t('reason.partsYellow', facts as Figures)
  if (reason === 'suspended' && facts.until) return t('reason.suspendedUntil', { until: String(facts.until) })
  if (reason === 'no-deadline' && facts.limit !== undefined) return t('reason.undatedUntil', { days, limit: Number(facts.limit) })
  if (reason === 'due-soon' && days === 0) return t('reason.dueToday', { dueOn: String(facts.dueOn) })
  if (reason === 'awaiting-verification' && days === 0) return t('reason.submittedToday')
  if (reason === 'on-pace' && points > 0) return t('reason.ahead', { ...facts, points })
  return t(`reason.${reason}`, { ...facts, points: Math.abs(points) })
}

/** What an entry of the timeline says, without its words: 交县水利局牵头办理，时限6月30日。 */
export function sayEvent(t: T, lang: Lang, entry: Pick<TimelineEntry, 'kind' | 'facts'>, nameOf: NameOf): string {
  const f: Facts = entry.facts
  const comma = t('say.comma')
  switch (entry.kind) {
    case 'register':
      if (f.beside)
        return `${t('event.register', { number: String(f.number ?? '') })}${t('event.registerBeside', { beside: String(f.beside), title: String(f.besideTitle) })}`
      if (f.warning) return t('event.registerWarning', { number: String(f.number ?? ''), sentence: String(f.warning) })
      if (f.follows) return t('event.registerFollows', { follows: String(f.follows), number: String(f.number ?? '') })
      return t(f.fromDocument ? 'event.registerFrom' : 'event.register', { number: String(f.number ?? '') })
    case 'dispatch': {
      const co = Array.isArray(f.coUnitIds) ? f.coUnitIds.map(nameOf) : []
      const facts = { lead: nameOf(String(f.leadUnitId)), co: co.join(comma), dueOn: f.dueOn as string | null }
      const sent = t(`event.dispatch${co.length ? 'Co' : ''}${f.dueOn ? 'Due' : ''}`, facts)
      return joined(lang, sent, sayClock(t, f))
    }
    case 'report': {
      const facts = { was: Number(f.was ?? 0), percent: Number(f.percent ?? 0) }
      const waiting = f.waitingFor as Waiting | null | undefined
      const done = typeof f.value === 'number' ? t('event.reportValue', { value: f.value, unit: String(f.unit ?? '') }) : ''
      if (f.co)
        return t(
          waiting && waiting !== 'lead' ? 'event.reportCoWaiting' : 'event.reportCo',
          waiting ? { ...facts, waiting: t(`waiting.${waiting}`) } : facts,
        )
      if (waiting && waiting !== 'lead') return done + t('event.reportWaiting', { ...facts, waiting: t(`waiting.${waiting}`) })
      return done + t(facts.was === facts.percent ? 'event.reportSame' : 'event.report', facts)
    }
    case 'submit':
      return (typeof f.value === 'number' ? t('event.reportValue', { value: f.value, unit: String(f.unit ?? '') }) : '') + t('event.submit')
    case 'close': {
      const closed = t(f.onTime === true ? 'event.closeOnTime' : f.onTime === false ? 'event.closeLate' : 'event.close')
      if (!('recheckOn' in f)) return closed
      const look = f.recheckOn ? t('event.plan-recheck', { on: String(f.recheckOn) }) : t('event.planNone')
      return joined(lang, closed, look)
    }
    case 'resume':
      if (!f.days || !f.dueOn) return t('event.resume')
      return t('event.resumeMoved', {
        days: Number(f.days),
        count: t(`count.${f.count as Count}`),
        was: String(f.was),
        dueOn: String(f.dueOn),
      })
    case 'ask-extension':
      return t('event.ask-extension', { was: String(f.was), dueOn: String(f.dueOn) })
    case 'grant-extension':
      return t(f.asked === f.dueOn ? 'event.grant-extension' : 'event.grantOther', {
        asked: String(f.asked),
        was: String(f.was),
        dueOn: String(f.dueOn),
      })
    case 'refuse-extension':
      return t('event.refuse-extension', { asked: String(f.asked), dueOn: String(f.dueOn) })
    case 'plan-recheck':
      return f.on ? t('event.plan-recheck', { on: String(f.on) }) : t('event.planNone')
    case 'recheck': {
      if (f.result === 'relapsed') return t('event.recheckRelapsed', { round: Number(f.round), newNumber: String(f.newNumber ?? '') })
      const kept = t('event.recheck', { round: Number(f.round) })
      return joined(lang, kept, f.recheckOn ? t('event.plan-recheck', { on: String(f.recheckOn) }) : null)
    }
    case 'suspend':
      return f.until ? t('event.suspendUntil', { until: String(f.until) }) : t('event.suspend')
    case 'extend':
      return f.was ? t('event.extend', { was: String(f.was), dueOn: String(f.dueOn) }) : t('event.extendFirst', { dueOn: String(f.dueOn) })
    case 'urge':
      return t('event.urge', { lead: f.leadUnitId ? nameOf(String(f.leadUnitId)) : t('field.leadUnitId') })
    case 'attach':
    case 'detach':
      if (f.to) return t(entry.kind === 'attach' ? 'event.attachTo' : 'event.detachFrom', { to: String(f.to) })
      return joined(lang, t(`event.${entry.kind}`, f as Figures), sayMoved(t, f))
    case 'break-down':
    case 'prescribe':
    case 'weigh':
    case 'relay':
    case 'recall': {
      const list = (v: Facts[string] | undefined): string => (Array.isArray(v) ? v.join(comma) : String(v ?? ''))
      const units = Array.isArray(f.unitIds) ? f.unitIds.map(nameOf).join(comma) : ''
      const facts = { ...(f as Figures), units, actions: list(f.actions), changes: list(f.changes), to: list(f.to) }
      return joined(lang, t(entry.kind === 'relay' && f.dueOn ? 'event.relayDue' : `event.${entry.kind}`, facts), sayMoved(t, f))
    }
    case 'propose':
    case 'adopt':
    case 'decline':
      return t(`event.${entry.kind}`, f as Figures)
    case 'move':
    case 'amend':
      return sayStages(t, entry.kind, f, lang)
    case 'link':
    case 'unlink':
      return t(`event.${entry.kind}`, {
        relation: relationName(t, f.relation as RelationName, 'to'),
        number: String(f.number ?? ''),
        title: String(f.title ?? ''),
      })
    case 'edit':
      return sayEdit(t, f, nameOf)
    default:
      return t(`event.${entry.kind}`)
  }
}

/** What the change of its parts made of the progress of the whole, where it moved it. */
const sayMoved = (t: T, f: Facts): string => (f.was === undefined || f.was === f.percent ? '' : t('event.moved', f as Figures))
/** By which template the item's days are counted, and whether it gave the deadline. */
function sayClock(t: T, f: Facts): string {
  if (f.clock === undefined) return ''
  if (f.clock === null) return f.dueOn ? '' : t('event.clockNone')
  const clock = t(`clock.${f.clock as ClockKey}`)
  return f.days
    ? t('event.clockGave', { clock, days: Number(f.days), count: t(`count.${f.count as Count}`) })
    : t('event.clockBy', { clock })
}

/** 受阻：等上级已 6 天，超过 3 天。 */
export function sayTrouble(t: T, { kind, facts }: TroubleView): string {
  const party = facts.who ? t(`waiting.${facts.who as Waiting}`) : ''
  return t(`trouble.${kind}` as 'trouble.waiting', { ...(facts as object as { days: number; since: string; charged: number }), party })
}

/** 修改了时限由“5月30日”改为“6月30日”: each field with both values, as the history must show. */
function sayEdit(t: T, f: Facts, nameOf: NameOf): string {
  const fields = Array.isArray(f.fields) ? f.fields : []
  const value = (field: string, v: Facts[string] | undefined): string => {
    if (v === null || v === undefined || v === '' || (Array.isArray(v) && v.length === 0)) return t('say.unknown')
    if (field === 'leadUnitId') return nameOf(String(v))
    if (field === 'coUnitIds') return (v as string[]).map(nameOf).join(t('say.comma'))
    if (field === 'topic') return t(`topic.${v as keyof typeof zh.topic}`)
    if (field === 'urgency') return t(`urgency.${v as keyof typeof zh.urgency}`)
    return field === 'dueOn' ? t('say.day', { day: String(v) }) : String(v)
  }
  const said = fields.map(field =>
    t('event.editChange', { field: sayField(t, field), was: value(field, f[`was.${field}`]), now: value(field, f[field]) }),
  )
  return t('event.edit', { fields: said.join(t('say.semicolon')) })
}

/** The words for a field by its path in a body: administrators.audit.name → 名称. */
export function sayField(t: T, path: string): string {
  const last = path.split(/[.[\]]+/).findLast(p => p && !/^\d+$/.test(p)) ?? ''
  const known = `field.${last}` as 'field.other'
  const said = t(known)
  return said === known ? t('field.other') : said
}

/** A field's fault in words that say what to do. The rule is a code of the contract, or what the schema library calls it. */
export function sayRule(t: T, rule: string): string {
  if (
    /^(required|day|characters|one-line|password-kinds|password-name|password-common|password-used|future|past|scale|falls|size|money|number|id|list|rows|row-needs|span|twice|before-start|before-year|same-person|more-is-better)$/.test(
      rule,
    )
  )
    return t(`rule.${rule as 'required'}`)
  if (/too_small|min|short/.test(rule)) return t('rule.short')
  if (/too_big|max|long/.test(rule)) return t('rule.long')
  if (/regex|format|pattern/.test(rule)) return t('rule.pattern')
  return t('rule.other')
}

/** A problem or refusal in one or two sentences, the last of which says what to do next. */
export function sayFault(t: T, fault: Pick<Fault, 'code' | 'facts' | 'fields'>): string {
  const f = fault.facts
  switch (fault.code) {
    case 'wrong-state':
      return t('problem.wrong-state', { state: t(`state.${f.state as State}`), command: t(`command.${f.command as CommandName}`) })
    case 'slip-not-due':
      return t('problem.slip-not-due', { state: t(`state.${f.state as State}`) })
    case 'evidence-missing':
    case 'no-such-stage':
    case 'stage-passed-over':
    case 'stage-ended':
      return sayStageFault(t, fault.code, f)
    case 'residual-above':
      return t('problem.residual-above', {
        residual: choiceName(t, 'risk', 'level', String(f.residual)),
        inherent: choiceName(t, 'risk', 'level', String(f.inherent)),
      })
    case 'other-currency':
      return t('problem.other-currency', { currency: t(`kindPage.money.${f.currency as 'CNY'}`) })
    case 'likely-duplicate':
      return t('problem.likely-duplicate', {
        number: String(f.number ?? ''),
        title: String(f.title),
        stage: stageName(t, f.kind as LedgerKind, String(f.stage)),
      })
    case 'wrong-relation':
      return t('problem.wrong-relation', { relation: relationName(t, f.relation as RelationName, 'to') })
    case 'form-closed':
      return t('problem.form-closed', { stage: stageName(t, 'request', String(f.stage)) })
    case 'merge-into':
      return t('problem.merge-into', { why: t(`mergeInto.${f.why as 'none'}`) })
    case 'stale-version':
      return f.by ? t('problem.stale-version', { by: String(f.by) }) : t('problem.staleUnknown')
    case 'invalid':
    case 'bad-request': {
      const first = fault.fields[0] ?? (f.field ? { path: String(f.field), rule: String(f.rule ?? '') } : null)
      if (!first) return t('problem.bad-request')
      return t('problem.invalid', { field: sayField(t, first.path), rule: sayRule(t, first.rule) })
    }
    case 'exclusive-roles':
      return f.role && f.with
        ? t('problem.exclusive-roles', { role: t(`role.${f.role as Role}`), with: t(`role.${f.with as Role}`) })
        : t('problem.exclusiveOther')
    case 'file-refused': {
      const keys = [`file.${String(f.code)}-${String(f.of)}`, `file.${String(f.code)}`, 'file.other'] as 'file.other'[]
      const why = keys.map(key => ({ key, said: t(key, f as object as { n: number }) })).find(({ key, said }) => said !== key)
      return t('problem.file-refused', { why: why!.said })
    }
    default: {
      const known: keyof typeof zh.problem = fault.code
      return t(`problem.${known}` as 'problem.internal', { ...f } as { minutes: number })
    }
  }
}

/** A doubt of the reader; `text` is what stands at its place. */
export function sayDoubt(t: T, doubt: Doubt, text: string): string {
  const f = doubt.facts ?? {}
  const facts = { ...f, text }
  switch (doubt.code) {
    case 'year-implied': {
      const key = `yearReason.${String(f.reason)}` as 'yearReason.today'
      const reason = t(key)
      if (!f.year || reason === key) return t('doubt.year-implied-plain', facts)
      return t('doubt.year-implied', { ...facts, reason, year: String(f.year) })
    }
    case 'list-gap':
      return f.missing ? t('doubt.list-gap', facts) : t('doubt.list-gap-plain')
    default:
      return t(`doubt.${doubt.code}`, facts)
  }
}

/** Words for a code when there are some, else the code itself: the audit log hides nothing that it cannot word. */
const wordOr = (t: T, key: string, code: string): string => {
  const said = t(key as 'field.other')
  return said === key ? code : said
}

/** item.dispatch → 事项交办; session.sign-in → 登录. */
export function sayDeed(t: T, action: string): string {
  const [kind = '', deed = ''] = action.split('.')
  const done = wordOr(t, `deed.${deed}`, wordOr(t, `command.${deed}`, deed))
  if (kind === 'session') return done
  return `${wordOr(t, `target.${kind}`, kind)} · ${done.charAt(0).toLowerCase()}${done.slice(1)}`
}

/** item:9f8ffd37-514a-… → 事项 9f8ffd37: enough to tell apart; the whole stands in the title. */
export function sayTarget(t: T, target: string): string {
  const [kind = '', id = ''] = target.split(':')
  return `${wordOr(t, `target.${kind}`, kind)} ${id.split('-', 1)[0]}`
}

/** 2026-4590 dispatched → 2026-4590 交办; 青政办发〔2026〕58号 read:6 → 青政办发〔2026〕58号 6 条要求; dates:3 → 日期 3. */
export const saySummary = (t: T, summary: string): string =>
  summary
    .split(' ')
    .map(word => {
      const [name = '', n] = word.split(':')
      if (n === undefined) return wordOr(t, `state.${word}`, word)
      const counted = t(`system.counted.${name}` as 'system.counted.read', { n: Number(n) })
      if (counted !== `system.counted.${name}`) return counted
      const kind = wordOr(t, `correct.kind.${name}`, '')
      return kind ? `${kind} ${n}` : word
    })
    .join(' ')
