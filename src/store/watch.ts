// Watches figures as they are written: where a rule's threshold is crossed, a risk to be judged is opened in the same transaction, once for each crossing.
import { randomUUID } from 'node:crypto'
import { dayOf } from '../core/day.ts'
import { type ReadingStatus, WHOLE } from '../core/indicator.ts'
import { raised } from '../core/raise.ts'
import type { Book } from '../core/standing.ts'
import {
  type Condition,
  type Crossing,
  crossingOf,
  figureOf,
  isNews,
  type Point,
  periodName,
  type WarningWords,
  warningSentence,
  warningTitle,
} from '../core/warning.ts'
import type { Entry } from './audit.ts'
import { detailWrite } from './detail.ts'
import type { Ground, Held } from './ground.ts'
import { drawNumbers } from './number.ts'
import { bookOf as rulebookOf } from './rules.ts'
import { bookOf } from './standing.ts'
import { tallyWrites } from './tally.ts'
import { nameOf, saveItem } from './target/item.ts'
import type { Tx } from './tx.ts'
import type { Moment, Write } from './write.ts'

/** What watching adds to a write of figures. */
export interface Watch {
  writes: Write[]
  entries: Entry[]
}
export const UNWATCHED: Watch = { writes: [], entries: [] }

interface Watched extends Condition {
  id: string
  indicatorId: string
  /** null: each unit that has figures of its own. */
  unitId: string | null
  category: string
  leadUnitId: string | null
  opened: { unitId: string; year: number; month: number }[]
}

const WATCHED = `select w.id, w.indicator_id, w.unit_id, w.measure, w.side, w.threshold::float8 as threshold, w.periods, w.category, w.lead_unit_id,
    (select coalesce(json_agg(json_build_object('unitId', o.unit_id, 'year', o.year, 'month', o.month)), '[]') from warning_raised o
     where o.jurisdiction_id = w.jurisdiction_id and o.rule_id = w.id) as opened
  from warning_rule w where w.jurisdiction_id = $1 and w.indicator_id = any($2) and not w.stopped order by w.id`

interface Alarm {
  rule: Watched
  unitId: string
  crossing: Crossing
}

/** The series as far as it was read: the months that have figures of their own. */
function pointsOf(book: Book, indicatorId: string, unitId: string, { from, to }: { from: number; to: number }): Point[] {
  const points: Point[] = []
  for (let year = from; year <= to; year++)
    for (const [month, { fresh, value, points: ahead, yearOnYear }] of book.standings(indicatorId, unitId, year) ?? [])
      if (fresh) points.push({ year, month, value, points: ahead, growth: yearOnYear })
  return points
}

function alarmsOf(rules: Watched[], ground: Ground): Alarm[] {
  const book = bookOf(ground)
  const span = { from: ground.span.from - 1, to: ground.span.to }
  return rules.flatMap(rule => {
    const units = ground.unitIds.filter(id => (rule.unitId === null ? id !== WHOLE : id === rule.unitId))
    return units.flatMap((unitId): Alarm[] => {
      const crossing = crossingOf(pointsOf(book, rule.indicatorId, unitId, span), rule)
      const opened = rule.opened.filter(at => at.unitId === unitId)
      return crossing && isNews(crossing, opened) ? [{ rule, unitId, crossing }] : []
    })
  })
}

/** Of kinds: only risks, and only until the transaction ends. Whoever reports a figure need not see what comes of it. */
const AS_REGISTER = `select set_config('luoshi.kinds', '{risk}', true)`
const OPENED =
  'insert into warning_raised (jurisdiction_id, rule_id, unit_id, year, month, item_id, at) values ($1, $2, $3, $4, $5, $6, $7)'

/** `ground`: the figures as they hold after the write; `written`: its revisions, with where they came from. */
export async function watchOver(
  tx: Tx,
  ground: Ground,
  written: (Pick<Held, 'indicatorId' | 'unitId' | 'year' | 'month'> & { origin: string | null })[],
  { actor, now }: Moment,
): Promise<Watch> {
  const rules = await tx.rows<Watched>(WATCHED, [actor.jurisdiction, ground.indicatorIds])
  const alarms = rules.length ? alarmsOf(rules, ground) : []
  if (!alarms.length) return UNWATCHED
  const own = actor.appointments.flatMap(a => a.unitId ?? [])
  const [book, byUnit] = await Promise.all([rulebookOf(tx), nameOf(tx, own), tx.rows(AS_REGISTER)])
  const numbers = await drawNumbers(tx, now, alarms.length)
  const members = new Map(ground.family.map(i => [i.id, i]))
  const units = new Map(ground.units.map(u => [u.id, u.name]))
  const watch: Watch = { writes: [], entries: [] }
  const moves: Parameters<typeof tallyWrites>[1] = []
  for (const [at, { rule, unitId, crossing }] of alarms.entries()) {
    const member = members.get(rule.indicatorId)!
    const words: WarningWords = { indicator: member.name, unit: units.get(unitId) ?? null, measuredIn: member.unit }
    const same = (r: Pick<Held, 'indicatorId' | 'unitId' | 'year' | 'month'>) =>
      r.indicatorId === rule.indicatorId && r.unitId === unitId && r.year === crossing.year && r.month === crossing.month
    const figureSource = sourceOf(ground.readings.find(same), written.find(same), byUnit ?? actor.name)
    const sentence = `${warningSentence(crossing, rule, words)}数据来源：${figureSource}。`
    const { next, fields, event } = raised(
      {
        id: randomUUID(),
        number: numbers[at]!,
        jurisdiction: actor.jurisdiction,
        title: warningTitle(rule, words),
        leadUnitId: rule.leadUnitId ?? member.sourceUnitId,
        fields: {
          category: rule.category,
          sign: sentence,
          indicator: rule.indicatorId,
          figure: figureOf(crossing, rule, words),
          asOf: periodName(crossing),
          figureSource,
        },
        named: { [rule.indicatorId]: { name: member.name, is: 'indicator' } },
      },
      now,
    )
    const hand = { actor: { ...actor, name: BY_RULE }, now, byUnit: null, book }
    const saved = saveItem(next, null, [{ event, version: 1 }], hand)
    moves.push({ from: null, to: saved.counted })
    const opened = [actor.jurisdiction, rule.id, unitId, crossing.year, crossing.month, next.id, now]
    watch.writes.push(...saved.writes, detailWrite(next, fields, true), [OPENED, opened])
    watch.entries.push(...saved.entries, {
      action: 'warning.raise',
      target: `warning:${rule.id}`,
      summary: next.title,
      body: JSON.stringify({ item: next.id, unitId, year: crossing.year, month: crossing.month, told: crossing.told, day: dayOf(now) }),
    })
  }
  watch.writes.push(...tallyWrites(actor.jurisdiction, moves))
  return watch
}

/** As the timeline signs it: no person judged anything. */
const BY_RULE = '预警规则'
const STATUS: Record<ReadingStatus, string> = { estimate: '预计', flash: '快报', final: '核定' }

/** 县统计局（快报，汇总表!B7）; a total was reported by nobody. */
function sourceOf(held: Held | undefined, written: { origin: string | null } | undefined, by: string): string {
  if (!held || held.value === null) return '由下级数据汇总'
  const said = [STATUS[held.status], written?.origin].filter(Boolean).join('，')
  return `${written ? by : held.byName}（${said}）`.slice(0, 200)
}
