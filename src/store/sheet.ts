// The true figures of an answer sheet, as they were known at the end of a day, and the sheets that were issued. Reads only; words nothing.
import type { SheetAnswer, SheetCommitment, SheetFacts, SheetIndicator, SheetKind } from '../core/answersheet.ts'
import { judgeCommitment } from '../core/commitment.ts'
import type { SheetList, SheetView } from '../core/contract/sheet.ts'
import { type Indicator, WHOLE } from '../core/indicator.ts'
import { paceSentence } from '../core/pacesentence.ts'
import type { Book } from '../core/standing.ts'
import type { Day, Instant } from '../core/types.ts'
import { honours } from '../core/verdict.ts'
import { monthOf } from '../reader/day.ts'
import { figuresAsOf } from './asof.ts'
import { circularFacts } from './circular.ts'
import { type HeldTarget, readUnits, type TreeUnit } from './ground.ts'
import { projectsThen } from './sheetprojects.ts'
import { bookOf } from './standing.ts'
import type { Tx } from './tx.ts'

interface Asked {
  kind: SheetKind
  year: number
  asOf?: Day | undefined
}

interface Known extends Indicator {
  sourceUnit: string | null
}

const INDICATORS = `select i.id, i.name, i.kind, i.direction, i.basis, i.frequency, i.unit, i.decimals, i.combine, i.weight, i.parent_id, u.name as source_unit
  from indicator i left join unit u on u.jurisdiction_id = i.jurisdiction_id and u.id = i.source_unit_id
  where i.jurisdiction_id = $1 and not i.retired order by i.position, i.name`

/** Sent out by the day and not closed then, without a deadline. */
const UNDATED = `select count(*)::int as undated from item i where i.jurisdiction_id = $1 and i.kind = 'matter' and i.due_on is null
  and (i.dispatched_at at time zone 'Asia/Shanghai')::date <= $2::date
  and (i.closed_at is null or (i.closed_at at time zone 'Asia/Shanghai')::date > $2::date)`

const LAST = { half: 6, year: 12 } as const
const END = { half: '06-30', year: '12-31' } as const

/** Everything the sheet says, the same whenever it is asked for the same day: today's cut-off moves with what is written today. */
export async function sheetFacts(tx: Tx, { kind, year, asOf: wished }: Asked, today: Day): Promise<SheetFacts> {
  const asOf = wished && wished < today ? wished : today
  const end = `${year}-${END[kind]}`
  const until = asOf < end ? asOf : end
  const [known, units, circular, projects, [open]] = await Promise.all([
    tx.rows<Known>(INDICATORS, [tx.context.jurisdiction]),
    readUnits(tx),
    circularFacts(tx, { from: `${year}-01-01`, to: until }, today),
    projectsThen(tx, { knownBy: asOf, until }),
    tx.rows<{ undated: number }>(UNDATED, [tx.context.jurisdiction, until]),
  ])
  const figures = await figuresAsOf(tx, asOf, year)
  const book = bookOf({ family: known, units, ...figures })
  const month = LAST[kind]
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
        source: i.sourceUnit,
        month: at.month,
        status: at.status,
        value: at.value,
        target: at.target,
        growth: i.kind === 'growth' && i.unit !== '%' ? { is: at.yearOnYear } : null,
        verdict: at.verdict,
        points: at.points,
        sentence: `${i.name}：${paceSentence('zh', i, { ...at, year })}`,
      },
    ]
  })
  const scope = indicators.map(({ id }) => ({ indicatorId: id, unitId: WHOLE, series: book.series(id, WHOLE, year) }))
  const earned = honours(scope, month)
  return {
    jurisdiction: circular.jurisdiction,
    office: circular.office,
    kind,
    year,
    asOf,
    until,
    answer: kind === 'half' ? earned.doubleHalf.answer : both(earned.allYear.answer, earned.allRound.answer),
    indicators,
    items: { ...circular.items, undated: open!.undated },
    byUnit: circular.byUnit,
    laggards: circular.laggards.map(({ reason: _, ...laggard }) => laggard),
    commitments: commitmentsOf(figures.targets, known, units, { year, until }, book),
    projects,
  }
}

const both = (a: SheetAnswer, b: SheetAnswer): SheetAnswer =>
  a === 'no' || b === 'no' ? 'no' : a === 'yes' && b === 'yes' ? 'yes' : 'open'

function commitmentsOf(targets: HeldTarget[], known: Known[], units: TreeUnit[], { year, until }: Until, book: Book): SheetCommitment[] {
  const due = targets.filter(t => t.kind === 'commitment' && !t.withdrawn && t.year === year && t.dueOn)
  return due
    .sort((a, b) => (a.dueOn! < b.dueOn! ? -1 : a.dueOn! > b.dueOn! ? 1 : a.unitId < b.unitId ? -1 : 1))
    .flatMap(({ indicatorId, unitId, value, dueOn }) => {
      const of = known.find(i => i.id === indicatorId)
      if (!of) return []
      const pledge = { value, dueOn: dueOn! }
      const { now, month, stand, awaited } = judgeCommitment(book.series(of.id, unitId, year), pledge, monthOf(until), until)
      return [
        {
          unit: units.find(u => u.id === unitId)?.name ?? '全县',
          indicator: of.name,
          measure: of.kind === 'growth' ? '%' : of.unit,
          milestone: of.kind === 'milestone',
          decimals: of.decimals,
          source: of.sourceUnit,
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
}

export async function listSheets(tx: Tx): Promise<SheetList['sheets']> {
  return tx.rows(
    `select id, kind, year, as_of, title, at, by_name as by, sha256, length(docx) as size from sheet where jurisdiction_id = $1 order by at desc limit 200`,
    [tx.context.jurisdiction],
  )
}

export async function getSheet(tx: Tx, id: string): Promise<SheetView | null> {
  const [row] = await tx.rows<SheetView>(
    `select id, kind, year, as_of, title, at, by_name as by, sha256, length(docx) as size, gongwen, facts from sheet where jurisdiction_id = $1 and id = $2`,
    [tx.context.jurisdiction, id],
  )
  return row ?? null
}

/** The bytes that were kept when it was issued. */
export async function docxOf(tx: Tx, id: string): Promise<{ title: string; docx: Buffer } | null> {
  const [row] = await tx.rows<{ title: string; docx: Buffer }>('select title, docx from sheet where jurisdiction_id = $1 and id = $2', [
    tx.context.jurisdiction,
    id,
  ])
  return row ?? null
}

export async function issuedAs(tx: Tx, digest: string): Promise<{ id: string; at: Instant; by: string } | null> {
  const [row] = await tx.rows<{ id: string; at: Instant; by: string }>(
    'select id, at, by_name as by from sheet where jurisdiction_id = $1 and digest = $2',
    [tx.context.jurisdiction, digest],
  )
  return row ?? null
}
