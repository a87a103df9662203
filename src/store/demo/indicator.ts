// Frames, indicators, targets and two years of readings for the demonstration, with the standings that the write path would have kept.
import { addDays } from '../../core/day.ts'
import { WHOLE } from '../../core/indicator.ts'
import { XLSX } from '../../core/media.ts'
import type { Day, Instant, Unit } from '../../core/types.ts'
import { type Sheet, sheet } from '../../writer/sheet.ts'
import type { Database } from '../db.ts'
import { FILE_ROW, keepFile } from '../file.ts'
import type { Held, HeldTarget, Member } from '../ground.ts'
import { standingWrites } from '../standing.ts'
import { COMMITMENTS, type CountyIndicator, FRAMES, INDICATORS, REVISION } from './figures.ts'
import type { Life } from './history.ts'
import { insertRows } from './import.ts'
import { type Chance, chanceFrom } from './random.ts'
import { carry, DEMO, record, SEED, type Story } from './story.ts'

type Made = Member & { plan: CountyIndicator; itemId: string | null }
/** A figure with the day on which the month's sheet was brought in. */
type Figure = Held & { name: string }

export async function makeIndicators(db: Pick<Database, 'filesDir'>, story: Story, units: Unit[], lives: Life[]): Promise<void> {
  // A chance of its own, so that the rest of the story does not change with it.
  const chance = chanceFrom(SEED + 2)
  const by = await keeper(story)
  const unitId = (name: string) => units.find(u => u.name === name)!.id
  const frames = new Map(FRAMES.map(([name]) => [name, chance.id()]))
  await insertRows(
    story.tx,
    'frame',
    FRAMES.map(([name, under], position) => ({
      jurisdiction_id: DEMO.id,
      id: frames.get(name),
      name,
      parent_id: under && frames.get(under),
      position,
    })),
  )
  const made = await insertIndicators(story, chance, frames, unitId, lives, by)
  // Figures are known of the month before this one.
  const latest = new Date(`${story.today.slice(0, 7)}-01T00:00:00Z`)
  latest.setUTCMonth(latest.getUTCMonth() - 1)
  const [year, month] = [latest.getUTCFullYear(), latest.getUTCMonth() + 1]
  const towns = units.filter(u => u.kind === 'township').map(u => u.id)
  const targets = targetsOf(made, towns, year, story, unitId, by.name)
  const readings = figuresOf(chance, made, towns, year, month, story, by.name)
  await insertTargets(story, targets, made, by)
  const nameOf = new Map(units.map(u => [u.id, u.name]))
  await insertReadings(db, story, chance, readings, by, id => nameOf.get(id) ?? DEMO.name)
  const ground = { family: made, units: units.map(({ id, name, parentId }) => ({ id, name, parentId })), readings, targets, kept: [] }
  const reach = { indicatorIds: made.map(i => i.id), unitIds: [WHOLE, ...towns], span: { from: year - 1, to: year }, fromMonth: 1 }
  await story.tx.rows(`select set_config('luoshi.keeping', 'on', true)`)
  await carry(
    story.tx,
    standingWrites(
      DEMO.id,
      readings.map(r => r.at).reduce((a, b) => (a > b ? a : b)),
      { ...ground, ...reach },
      {},
    ),
  )
}

interface Keeper {
  personId: string
  name: string
  unit: string
}

/** Who looks after the county's figures. */
async function keeper({ tx }: Story): Promise<Keeper> {
  const [row] = await tx.rows<Keeper>(
    `select p.id as person_id, p.name, u.name as unit from person p
       join appointment a on a.jurisdiction_id = p.jurisdiction_id and a.person_id = p.id and a.role = 'indicator_officer'
       join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.unit_id
     where p.jurisdiction_id = $1 order by p.username limit 1`,
    [DEMO.id],
  )
  if (!row) throw new Error('the county has nobody who looks after its indicators')
  return row
}

async function insertIndicators(
  story: Story,
  chance: Chance,
  frames: Map<string, string>,
  unitId: (name: string) => string,
  lives: Life[],
  by: Keeper,
): Promise<Made[]> {
  const ids = new Map(INDICATORS.map(i => [i.name, chance.id()]))
  const at: Instant = `${addDays(story.began.slice(0, 10), 2)}T02:00:00.000Z`
  const rows = INDICATORS.map((plan, position) => {
    const source = unitId(plan.source)
    // The item that carries it out, and the sentence that asked for it.
    const life = plan.asked ? lives.find(({ item }) => item.source?.sentence.includes(plan.asked!)) : undefined
    const asked = life?.item.source ?? null
    return {
      plan,
      itemId: life?.item.id ?? null,
      row: {
        jurisdiction_id: DEMO.id,
        id: ids.get(plan.name)!,
        code: plan.code,
        name: plan.name,
        aliases: plan.aliases ? plan.aliases.split(' ') : [],
        kind: plan.kind,
        direction: plan.direction ?? ('up' as const),
        basis: plan.basis ?? ('cumulative' as const),
        frequency: plan.frequency ?? ('month' as const),
        unit: plan.unit,
        decimals: plan.decimals,
        source_unit_id: source,
        frame_id: frames.get(plan.frame)!,
        topic: plan.topic,
        parent_id: plan.parent ? ids.get(plan.parent)! : null,
        combine: plan.combine ?? null,
        weight: 1,
        published: plan.published ?? true,
        document_id: asked?.documentId ?? null,
        document_title: asked?.documentTitle ?? null,
        document_day: asked?.documentDay ?? null,
        span: asked?.span ?? null,
        sentence: asked?.sentence ?? null,
        item_id: life?.item.id ?? null,
        position,
        version: 1,
        retired: false,
        touched: 1,
      },
    }
  })
  await insertRows(
    story.tx,
    'indicator',
    rows.map(({ row }) => row),
  )
  for (const { row } of rows)
    record(
      story,
      {
        entries: [{ action: 'indicator.add', target: `indicator:${row.id}`, summary: row.name, body: JSON.stringify({ code: row.code }) }],
      },
      by,
      at,
    )
  return rows.map(
    ({ plan, itemId, row }): Made => ({
      plan,
      itemId,
      id: row.id,
      name: row.name,
      kind: row.kind,
      direction: row.direction,
      basis: row.basis,
      frequency: row.frequency,
      decimals: row.decimals,
      unit: row.unit,
      combine: row.combine,
      weight: row.weight,
      parentId: row.parent_id,
      sourceUnitId: row.source_unit_id,
      published: row.published,
      retired: false,
    }),
  )
}

const roundTo = (value: number, decimals: number): number => Number(value.toFixed(decimals))
const total = (weights: readonly number[]): number => weights.reduce((a, b) => a + b, 0)

function targetsOf(
  made: Made[],
  towns: string[],
  year: number,
  story: Story,
  unitId: (name: string) => string,
  byName: string,
): HeldTarget[] {
  const targets: HeldTarget[] = []
  for (const indicator of made) {
    const { plan } = indicator
    for (const [at, value] of plan.target.entries()) {
      if (value === null) continue
      const of = year - 1 + at
      const first = `${addDays(story.began.slice(0, 10), 3)}T02:00:00.000Z`
      const set = (unit: string, share: number): HeldTarget => {
        const asked = share === 1 ? value : roundTo(value * share, plan.decimals)
        return {
          indicatorId: indicator.id,
          unitId: unit,
          year: of,
          kind: 'target',
          revision: 1,
          value: asked,
          base: 'from' in plan.course ? plan.course.from[at]! : null,
          phasing: plan.phases?.map(phase => roundTo(asked * phase, plan.decimals)) ?? null,
          dueOn: plan.due ? `${of}-${plan.due}` : null,
          why: null,
          withdrawn: false,
          at: at === 0 ? first : `${of}-01-20T02:00:00.000Z`,
          byName,
        }
      }
      targets.push(set(WHOLE, 1))
      for (const [n, weight] of (plan.towns ?? []).entries())
        if (weight > 0 && towns[n]) targets.push(set(towns[n], weight / total(plan.towns!)))
    }
  }
  const of = (name: string) => made.find(i => i.name === name)!.id
  for (const { indicator, unit, value, due } of COMMITMENTS) {
    const at = `${year}-02-26T02:00:00.000Z`
    const kept = {
      indicatorId: of(indicator),
      unitId: unitId(unit),
      year,
      kind: 'commitment' as const,
      revision: 1,
      value,
      base: null,
      phasing: null,
    }
    targets.push({ ...kept, dueOn: `${year}-${due}`, why: null, withdrawn: false, at, byName })
  }
  return targets
}

async function insertTargets(story: Story, targets: HeldTarget[], made: Made[], by: Keeper): Promise<void> {
  const revised = made.find(i => i.name === REVISION.indicator)!.id
  const all = targets.flatMap(t => {
    const changed = `${t.year}-${REVISION.day}T02:00:00.000Z`
    if (t.indicatorId !== revised || t.year < Number(story.today.slice(0, 4)) || changed.slice(0, 10) > story.last) return [t]
    const first = { ...t, value: REVISION.from }
    Object.assign(t, { revision: 2, why: REVISION.why, at: changed })
    return [first, t]
  })
  await insertRows(
    story.tx,
    'target',
    all.map(t => ({
      jurisdiction_id: DEMO.id,
      indicator_id: t.indicatorId,
      year: t.year,
      unit_id: t.unitId,
      kind: t.kind,
      revision: t.revision,
      value: t.value,
      base: t.base,
      phasing: t.phasing,
      due_on: t.dueOn,
      why: t.why,
      withdrawn: false,
      by_id: by.personId,
      by_name: by.name,
      at: t.at,
    })),
  )
  const names = new Map(made.map(i => [i.id, i.name]))
  for (const [key, group] of Map.groupBy(all, t => `${t.indicatorId} ${t.at}`)) {
    const [id, at] = key.split(' ') as [string, string]
    const body = JSON.stringify(group.map(({ unitId, year, kind, revision, value }) => ({ unitId, year, kind, revision, value })))
    record(story, { entries: [{ action: 'target.set', target: `indicator:${id}`, summary: names.get(id)!, body }] }, by, at)
  }
}

function figuresOf(chance: Chance, made: Made[], towns: string[], year: number, month: number, story: Story, byName: string): Figure[] {
  const figures: Figure[] = []
  const add = (i: Made, unitId: string, y: number, m: number, value: number) => {
    const at = broughtIn(y, m, story)
    const status = y === year && m === month && i.kind !== 'milestone' ? 'flash' : 'final'
    figures.push({ indicatorId: i.id, unitId, year: y, month: m, revision: 1, value, status, importId: null, at, byName, name: i.name })
  }
  const step = { month: 1, quarter: 3, half: 6, year: 12 }
  for (const i of made)
    for (const [at, y] of [year - 1, year].entries())
      for (let m = step[i.frequency]; m <= (at ? month : 12); m += step[i.frequency]) {
        const { plan } = i
        if (plan.towns)
          for (const [n, weight] of plan.towns.entries()) {
            if (weight > 0 && towns[n]) add(i, towns[n], y, m, townValue(plan, n, weight / total(plan.towns), at, m))
          }
        else {
          const value = figureOf(chance, plan, at, m)
          if (value !== null) add(i, WHOLE, y, m, value)
        }
      }
  for (const whole of made) {
    if (!('parts' in whole.plan.course)) continue
    const parts = new Set(made.filter(i => i.parentId === whole.id).map(i => i.id))
    for (const [key, group] of Map.groupBy(
      figures.filter(f => parts.has(f.indicatorId)),
      f => `${f.year} ${f.month}`,
    )) {
      const [y, m] = key.split(' ').map(Number) as [number, number]
      const off = y === year && m === month ? whole.plan.course.off : 0
      add(whole, WHOLE, y, m, roundTo(total(group.map(f => f.value!)) + off, whole.plan.decimals))
    }
  }
  return figures
}

function figureOf(chance: Chance, plan: CountyIndicator, at: number, m: number): number | null {
  const { course, decimals } = plan
  const round = (value: number) => roundTo(value, decimals)
  // A figure that grows does not fall by chance.
  if ('flow' in course) return round(course.flow[at]! * (course.season[m - 1]! + (m < 12 ? 0.012 * chance.next() : 0)))
  if ('about' in course) return round(course.about[at]! + course.swing * (2 * chance.next() - 1))
  if ('from' in course) {
    const end = at === 0 ? course.from[1] : course.from[2]
    return round(course.from[at]! + ((end - course.from[at]!) * m) / 12 + (end - course.from[at]!) * 0.04 * (chance.next() - 0.5))
  }
  if ('none' in course) return at === 0 ? 0 : round(course.none[0] * course.season[m - 1]!)
  if ('done' in course) return at === 1 && course.done === m ? 1 : null
  return null
}

/** Some townships are far behind, some ahead: by their place in the list, so that it is always the same ones. */
function townValue(plan: CountyIndicator, n: number, share: number, at: number, m: number): number {
  if (!('flow' in plan.course)) return 0
  const pace = [1.02, 0.97, 1.08, 0.78, 1, 1.05, 0.93, 0.6, 1.01, 1.1, 0.88, 1.03][(n + plan.name.length) % 12]!
  return roundTo(plan.course.flow[at]! * share * plan.course.season[m - 1]! * (at ? pace : 1), plan.decimals)
}

/** The sheet of a month comes on the 12th of the next one, but not before the county was set up nor after yesterday. */
function broughtIn(year: number, month: number, { began, last }: Story): Instant {
  const day: Day = month === 12 ? `${year + 1}-01-12` : `${year}-${String(month + 1).padStart(2, '0')}-12`
  const first = addDays(began.slice(0, 10), 5)
  return `${day < first ? first : day > last ? last : day}T03:00:00.000Z`
}

const SHEET = '月报'
/** Below the title and the heads. */
const FIRST_ROW = 3

const monthSheet = (figures: Figure[], unitName: (id: string) => string, date: Day, issuer: string): Sheet => ({
  title: SHEET,
  note: null,
  date,
  issuer,
  columns: [
    { key: 'indicator', header: '指标', width: 30, kind: 'text' },
    { key: 'unit', header: '单位', width: 20, kind: 'text' },
    { key: 'month', header: '月份', width: 14, kind: 'text' },
    { key: 'value', header: '数值', width: 12, kind: 'number' },
  ],
  rows: figures.map(f => ({ indicator: f.name, unit: unitName(f.unitId), month: `${f.year}年${f.month}月`, value: f.value })),
})

async function insertReadings(
  db: Pick<Database, 'filesDir'>,
  story: Story,
  chance: Chance,
  readings: Figure[],
  by: Keeper,
  unitName: (id: string) => string,
): Promise<void> {
  const groups = [...Map.groupBy(readings, r => r.at)].map(([at, group]) => ({ at, group, id: chance.id(), fileId: chance.id() }))
  const imports = await Promise.all(
    groups.map(async one => {
      const newest = one.group.reduce((a, b) => (b.year * 12 + b.month > a.year * 12 + a.month ? b : a))
      const bytes = await sheet(monthSheet(one.group, unitName, one.at.slice(0, 10), by.unit))
      const name = `${newest.year}年${newest.month}月主要指标月报.xlsx`
      return { ...one, name, size: bytes.length, sha256: await keepFile(db, bytes) }
    }),
  )
  // A file is put in by the person it is of, and by nobody else.
  const actAs = (personId: string) => story.tx.rows(`select set_config('luoshi.person', $1, true)`, [personId])
  await actAs(by.personId)
  await carry(
    story.tx,
    imports.map(({ at, fileId, name, size, sha256 }) => [FILE_ROW, [DEMO.id, fileId, sha256, name, XLSX, size, by.personId, at]]),
  )
  await actAs('')
  await insertRows(
    story.tx,
    'reading_import',
    imports.map(({ at, group, id, fileId, name, sha256 }) => ({
      jurisdiction_id: DEMO.id,
      id,
      name,
      sha256,
      file_id: fileId,
      readings: group.length,
      at,
      by_id: by.personId,
      by_name: by.name,
    })),
  )
  await insertRows(
    story.tx,
    'reading',
    imports.flatMap(({ group, id, name }) =>
      group.map((r, n) => ({
        jurisdiction_id: DEMO.id,
        indicator_id: r.indicatorId,
        year: r.year,
        unit_id: r.unitId,
        month: r.month,
        revision: 1,
        value: r.value,
        status: r.status,
        withdrawn: false,
        import_id: id,
        origin: `${name} ${SHEET}!D${n + FIRST_ROW}`,
        by_id: by.personId,
        by_name: by.name,
        by_unit: by.unit,
        at: r.at,
      })),
    ),
  )
  for (const { at, group, id, name, sha256 } of imports) {
    const body = JSON.stringify({ sha256, readings: group.length })
    record(story, { entries: [{ action: 'reading.import', target: `import:${id}`, summary: name, body }] }, by, at)
  }
}
