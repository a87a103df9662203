// The true figures of an answer sheet, as they were known at the end of a day, and the sheets that were issued. Reads only; words nothing.
import type { SheetAnswer, SheetCommitment, SheetFacts, SheetIndicator, SheetKind, SheetRevision } from '../core/answersheet.ts'
import { judgeCommitment } from '../core/commitment.ts'
import type { SheetDraft, SheetList, SheetView } from '../core/contract/sheet.ts'
import { addDays } from '../core/day.ts'
import { WHOLE } from '../core/indicator.ts'
import { paceSentence } from '../core/pacesentence.ts'
import { type Refusal, refuse } from '../core/refusal.ts'
import type { Book } from '../core/standing.ts'
import type { Day } from '../core/types.ts'
import { honours } from '../core/verdict.ts'
import { monthOf } from '../reader/day.ts'
import { BY_END_OF, figuresAsOf, indicatorsAsOf, unitsAsOf } from './asof.ts'
import type { BoardIndicator } from './boardjson.ts'
import { booksThen } from './circular.ts'
import type { HeldTarget, Member, TreeUnit } from './ground.ts'
import { iso } from './item.ts'
import { local } from './itemsthen.ts'
import { projectsThen } from './sheetprojects.ts'
import { bookOf } from './standing.ts'
import type { Tx } from './tx.ts'

interface Asked {
  kind: SheetKind
  year: number
  asOf?: Day | undefined
}

const LAST = { half: 6, year: 12 } as const
const END = { half: '06-30', year: '12-31' } as const

/** Everything the sheet says, the same whenever it is asked for the same day: today's cut-off moves with what is written today. */
export async function sheetFacts(tx: Tx, { kind, year, asOf: wished }: Asked, today: Day): Promise<SheetFacts | Refusal> {
  const asOf = wished && wished < today ? wished : today
  if (asOf < `${year}-01-01`) return refuse('invalid', { field: 'asOf', rule: 'before-year' })
  const end = `${year}-${END[kind]}`
  const until = asOf < end ? asOf : end
  const [home, all, units, books, projects, figures, history] = await Promise.all([
    tx.rows<{ name: string; office: string }>('select name, office from jurisdiction where id = $1', [tx.context.jurisdiction]),
    indicatorsAsOf(tx, asOf),
    unitsAsOf(tx, asOf),
    booksThen(tx, { from: `${year}-01-01`, asOf: until, knownBy: asOf }),
    projectsThen(tx, { knownBy: asOf, until }),
    figuresAsOf(tx, asOf, year),
    targetsBy(tx, asOf, year),
  ])
  const named = new Map(units.map(u => [u.id, u.name]))
  const known = all.filter(i => !i.retired)
  const book = bookOf({ family: all, units, ...figures })
  const month = Math.min(LAST[kind], lastMonth(until))
  const indicators = known.flatMap((i): SheetIndicator[] => {
    const at = book.standings(i.id, WHOLE, year, [month])?.get(month)
    if (!at || at.reason === 'no-target') return []
    return [
      {
        id: i.id,
        name: i.name,
        measure: i.unit,
        milestone: i.kind === 'milestone',
        decimals: i.decimals,
        source: named.get(i.sourceUnitId ?? '') ?? null,
        month: at.month,
        status: at.status,
        value: at.value,
        target: at.target,
        growth: i.kind === 'growth' && i.unit !== '%' ? { is: at.yearOnYear } : null,
        verdict: at.verdict,
        notDue: at.reason === 'not-due',
        points: at.points,
        mismatch: at.mismatch && { reported: at.mismatch.reported, parts: at.mismatch.parts },
        sentence: `${i.name}：${paceSentence('zh', i, { ...at, year, dueOn: book.figures(i.id, WHOLE, year).target?.dueOn ?? null })}`,
      },
    ]
  })
  const scope = indicators.map(({ id }) => ({ indicatorId: id, unitId: WHOLE, series: book.series(id, WHOLE, year) }))
  const earned = honours(scope, month)
  const missing = kind === 'half' ? earned.doubleHalf.missing : [...earned.allYear.missing, ...earned.allRound.missing]
  const aimed = (id: string) =>
    figures.targets.some(t => t.indicatorId === id && t.unitId === WHOLE && t.year === year && t.kind === 'target' && !t.withdrawn)
  // One that has figures this year and no target; one that only carries a breakdown or waits for its first figure is not asked.
  const told = new Set(figures.readings.flatMap(r => (r.year === year && r.value !== null ? [r.indicatorId] : [])))
  return {
    jurisdiction: home[0]!.name,
    office: home[0]!.office,
    kind,
    year,
    asOf,
    until,
    answer: kind === 'half' ? earned.doubleHalf.answer : both(earned.allYear.answer, earned.allRound.answer),
    awaited: indicators.filter(({ id }) => missing.some(m => m.indicatorId === id && m.verdict === 'unknown')).map(i => i.name),
    lapsed: missing.flatMap(({ indicatorId, verdict, month: at }) => {
      const of = indicators.find(i => i.id === indicatorId)!
      return verdict === 'behind' && of.verdict !== 'behind' ? [{ name: of.name, month: at }] : []
    }),
    indicators,
    untargeted: known.filter(i => told.has(i.id) && !indicators.some(({ id }) => id === i.id)).map(i => i.name),
    retired: all.filter(i => i.retired && aimed(i.id)).map(i => i.name),
    revised: revisionsOf(history, known, named),
    items: books.items,
    byUnit: books.byUnit,
    laggards: books.late.map(({ id: _, ...laggard }) => laggard),
    unsure: books.unsure,
    commitments: commitmentsOf(figures.targets, known, units, { year, until, named }, book),
    projects,
  }
}

/** The last that is over by the day, in its year: no figure of a month is missed before the month has ended. In January, January. */
const lastMonth = (day: Day): number => Math.max(1, monthOf(day) - (addDays(day, 1).endsWith('-01') ? 0 : 1))

const both = (a: SheetAnswer, b: SheetAnswer): SheetAnswer =>
  a === 'no' || b === 'no' ? 'no' : a === 'yes' && b === 'yes' ? 'yes' : 'open'

type Known = Member & BoardIndicator

/** In the order of their days, of their units and of the indicators. */
function commitmentsOf(
  targets: HeldTarget[],
  known: Known[],
  units: TreeUnit[],
  { year, until, named }: Until,
  book: Book,
): SheetCommitment[] {
  const places = new Map([...units.map(u => u.id), ...known.map(i => i.id)].map((id, at) => [id, at]))
  const place = (id: string) => places.get(id) ?? -1
  const due = targets.filter(t => t.kind === 'commitment' && !t.withdrawn && t.year === year && t.dueOn)
  return due
    .sort(
      (a, b) =>
        (a.dueOn! < b.dueOn! ? -1 : a.dueOn! > b.dueOn! ? 1 : 0) ||
        place(a.unitId) - place(b.unitId) ||
        place(a.indicatorId) - place(b.indicatorId),
    )
    .flatMap(({ indicatorId, unitId, value, dueOn }) => {
      const of = known.find(i => i.id === indicatorId)
      if (!of) return []
      const pledge = { value, dueOn: dueOn! }
      const { now, month, stand, awaited } = judgeCommitment(book.series(of.id, unitId, year), pledge, monthOf(until), until)
      return [
        {
          unit: named.get(unitId) ?? '全县',
          ...measuredAs(of),
          source: named.get(of.sourceUnitId ?? '') ?? null,
          value,
          dueOn: dueOn!,
          now,
          month,
          awaited,
          stand,
        },
      ]
    })
}

interface Until {
  year: number
  until: Day
  named: ReadonlyMap<string, string>
}

/** What a target or a pledge of it is counted in. */
const measuredAs = ({ name, kind, unit, decimals }: Known) => ({
  indicator: name,
  measure: kind === 'growth' ? '%' : unit,
  milestone: kind === 'milestone',
  decimals,
})

type Revision = Pick<HeldTarget, 'indicatorId' | 'unitId' | 'kind' | 'value' | 'dueOn' | 'withdrawn' | 'why' | 'byName'> & { on: Day }

const TARGETS = `select t.indicator_id, t.unit_id, t.kind, t.value, t.due_on, t.withdrawn, t.why, t.by_name, ${local('t.at')} as "on" from target t
  where t.jurisdiction_id = $1 and ${BY_END_OF('t.at', '$2')} and t.year = $3 and (t.kind = 'commitment' or t.unit_id = $4)
  order by t.indicator_id, t.unit_id, t.kind, t.revision`

/** Every revision of the year's targets of the whole and of the pledges. */
const targetsBy = (tx: Tx, day: Day, year: number): Promise<Revision[]> => tx.rows(TARGETS, [tx.context.jurisdiction, day, year, WHOLE])

/** What was asked for or promised and then changed: no goal is moved without its being said. */
function revisionsOf(history: Revision[], known: Known[], named: ReadonlyMap<string, string>): SheetRevision[] {
  return known
    .flatMap(of => {
      const mine = history.filter(t => t.indicatorId === of.id)
      return mine.flatMap((now, at): SheetRevision[] => {
        const was = mine[at - 1]
        if (!was || was.unitId !== now.unitId || was.kind !== now.kind || was.withdrawn) return []
        if (!now.withdrawn && was.value === now.value && was.dueOn === now.dueOn) return []
        const { value, dueOn, withdrawn, on, byName: by, why } = now
        const unit = now.kind === 'commitment' ? (named.get(now.unitId) ?? '全县') : null
        return [
          { unit, ...measuredAs(of), was: { value: was.value, dueOn: was.dueOn }, now: withdrawn ? null : { value, dueOn }, on, by, why },
        ]
      })
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** `later`: the newest of the same period that holds; of a sheet that holds itself only when it came after it. */
const ROW = `s.id, s.kind, s.year, s.as_of, s.title, s.at, s.by_name as by, s.sha256, length(s.docx) as size,
  case when w.at is not null then json_build_object('at', ${iso('w.at')}, 'by', w.by_name, 'why', w.why) end as withdrawn,
  (select n.id from sheet n where n.jurisdiction_id = s.jurisdiction_id and n.kind = s.kind and n.year = s.year and n.at > s.at
    and not exists (select 1 from sheet_withdrawal o where o.jurisdiction_id = n.jurisdiction_id and o.sheet_id = n.id) order by n.at desc limit 1) as later`
const SHEETS = 'sheet s left join sheet_withdrawal w on w.jurisdiction_id = s.jurisdiction_id and w.sheet_id = s.id'

export async function listSheets(tx: Tx): Promise<SheetList['sheets']> {
  return tx.rows(`select ${ROW} from ${SHEETS} where s.jurisdiction_id = $1 order by s.at desc, s.id limit 200`, [tx.context.jurisdiction])
}

export async function getSheet(tx: Tx, id: string): Promise<SheetView | null> {
  const [row] = await tx.rows<SheetView>(`select ${ROW}, s.gongwen, s.facts from ${SHEETS} where s.jurisdiction_id = $1 and s.id = $2`, [
    tx.context.jurisdiction,
    id,
  ])
  return row ?? null
}

/** The bytes that were kept when it was issued. */
export async function docxOf(tx: Tx, id: string): Promise<{ title: string; docx: Buffer; withdrawn: boolean } | null> {
  const [row] = await tx.rows<{ title: string; docx: Buffer; withdrawn: boolean }>(
    `select s.title, s.docx, w.at is not null as withdrawn from ${SHEETS} where s.jurisdiction_id = $1 and s.id = $2`,
    [tx.context.jurisdiction, id],
  )
  return row ?? null
}

export async function issuedAs(tx: Tx, digest: string): Promise<SheetDraft['issued']> {
  const [row] = await tx.rows<NonNullable<SheetDraft['issued']>>(
    `select s.id, s.at, s.by_name as by, w.at is not null as withdrawn from ${SHEETS} where s.jurisdiction_id = $1 and s.digest = $2`,
    [tx.context.jurisdiction, digest],
  )
  return row ?? null
}
