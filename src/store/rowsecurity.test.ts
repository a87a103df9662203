// Who sees a row of each table when the server forgets every check: one line a table, for every table there is, so that a new one without a line fails.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { anActor } from '../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import { read } from './db.ts'
import { type Context, contextOf } from './tx.ts'

const HERE = '990124'
const THERE = '990125'
/** 水利局's and 农业农村局's: each table gets a row that belongs to the one and a row that belongs to the other. */
const VARIANTS = ['own', 'others'] as const
type Variant = (typeof VARIANTS)[number]
const idsOf = () => ({ own: randomUUID() as string, others: randomUUID() as string })
const IDS = { unit: idsOf(), person: idsOf(), item: idsOf(), document: idsOf(), indicator: idsOf() }

const asked = (role: Parameters<typeof anActor>[0], parts: Parameters<typeof anActor>[1] = {}): Context => contextOf(anActor(role, parts))
/** Who asks. `unit` is the liaison of 水利局. The last four must never see anything of this jurisdiction but what was meant for them. */
const WHO = {
  office: asked('officer'),
  figures: asked('indicator_officer'),
  unit: asked('liaison', { unitIds: [IDS.unit.own], personId: IDS.person.own }),
  system: asked('system_admin'),
  security: asked('security_admin'),
  audit: asked('audit_admin'),
  upper: asked('officer', { jurisdiction: '990100' }),
  lower: asked('officer', { jurisdiction: '990124100' }),
  stranger: asked('officer', { jurisdiction: THERE }),
  nobody: { jurisdiction: '', scope: 'none', unitIds: [], personId: null, audit: false, system: false } satisfies Context,
}
type Who = keyof typeof WHO

interface Line {
  /** Who sees the row of 水利局, and who the row of 农业农村局. */
  own: readonly Who[]
  others: readonly Who[]
  /** Columns that the made-up row needs to have a certain value. */
  values?: Partial<Record<Variant, Record<string, unknown>>>
}

const inside: readonly Who[] = ['office', 'figures', 'unit', 'system', 'security', 'audit']
/** Who stands where: no business data. */
const organisation: Line = { own: inside, others: inside }
/** The office, and the units that have a part in the item. */
const party: Line = { own: ['office', 'unit'], others: ['office'] }
/** Of the jurisdiction itself. */
const rules: Line = { own: inside, others: inside }
/** One row for each jurisdiction. */
const whole: Line = { own: inside, others: ['stranger'], values: { own: { jurisdiction_id: HERE }, others: { jurisdiction_id: THERE } } }
/** Of the office and of whoever looks after the figures; the others are asked of by the unit. */
const figures: Line = { own: ['office', 'figures', 'unit'], others: ['office', 'figures'] }
const allFigures: Line = { own: ['office', 'figures'], others: ['office', 'figures'] }
const seen: Line = { own: ['office', 'figures', 'unit'], others: ['office', 'figures', 'unit'] }
const office: Line = { own: ['office'], others: ['office'] }
/** Not granted at all: kept by triggers, asked through a function. */
const nobody: Line = { own: [], others: [] }

const WHO_SEES: Record<string, Line> = {
  jurisdiction: {
    own: [...inside, 'upper', 'lower'],
    others: ['stranger'],
    values: { own: { id: HERE, parent_id: '990100' }, others: { id: THERE } },
  },
  invitation: { ...organisation, values: { own: { code: '990124101' }, others: { code: '990124102' } } },
  unit: organisation,
  unit_closure: organisation,
  unit_past: organisation,
  person: organisation,
  appointment: organisation,
  post: organisation,
  tenure: organisation,
  document: party,
  draft: office,
  correction: party,
  item: party,
  item_unit: party,
  item_event: party,
  item_search: nobody,
  file: party,
  item_part: { ...party, values: { own: { child_id: IDS.item.own }, others: { child_id: IDS.item.others } } },
  item_action: { ...party, values: { own: { whole_id: IDS.item.own }, others: { whole_id: IDS.item.others } } },
  // The one row that two jurisdictions share: the upper one's and that of the lower one to which it was sent.
  relay: {
    own: ['office', 'unit', 'lower'],
    others: ['office'],
    values: { own: { lower_id: '990124100' }, others: { lower_id: '990124101' } },
  },
  conveyance: party,
  item_value: party,
  item_detail: party,
  item_gram: nobody,
  // Both ends must be seen, and one of each is another unit's.
  item_link: {
    ...office,
    values: {
      own: { from_id: IDS.item.own, to_id: IDS.item.others },
      others: { from_id: IDS.item.others, to_id: IDS.item.own },
    },
  },
  answer_link: office,
  slip: party,
  slip_counter: office,
  note: party,
  // Handed in by the office, and read there and by the leaders.
  sheet: office,
  sheet_withdrawal: office,
  // What came in by a sheet, seen by who registers such items.
  kind_import: office,
  // It names the open work of every unit.
  item_ending: office,
  counter: office,
  // Who sees all figures.
  scheme: allFigures,
  scheme_version: allFigures,
  scheme_result: allFigures,
  // Who compares with whom is known to all who see figures; a figure is seen with its indicator, here one that 水利局 reports.
  peer: seen,
  peer_import: allFigures,
  benchmark: { own: ['office', 'figures', 'unit'], others: ['stranger'], values: whole.values },
  peer_figure: { ...figures, values: { own: { value: 1 }, others: { value: 2 } } },
  // What all go by is no business data; who may change it: target/rules.test.ts.
  rule_version: whole,
  rule: whole,
  calendar_year: rules,
  frame: seen,
  frame_past: seen,
  // Those that its unit reports for everybody, besides the published ones and those about itself.
  indicator: { ...figures, values: { own: { source_unit_id: IDS.unit.own }, others: { source_unit_id: IDS.unit.others } } },
  indicator_past: { ...figures, values: { own: { id: IDS.indicator.own }, others: { id: IDS.indicator.others } } },
  target: figures,
  reading: { ...figures, values: { own: { value: 1 }, others: { value: 2 } } },
  reading_import: seen,
  import_mapping: seen,
  standing: figures,
  standing_tally: seen,
  // One row for each jurisdiction.
  board_stamp: { own: ['office', 'figures', 'unit'], others: ['stranger'], values: whole.values },
  tally: seen,
  kind_tally: seen,
  // Answers and minutes are the unit's own and the office's; how much may be asked is known to all.
  request_answer: party,
  burden_tally: party,
  burden_budget: seen,
  exchange_rate: seen,
  // One row for each jurisdiction.
  boundary: { own: ['office', 'figures', 'unit'], others: ['stranger'], values: whole.values },
  warning_rule: allFigures,
  warning_raised: allFigures,
  once: { own: ['unit'], others: [] },
  audit_lane: organisation,
  audit: { own: ['audit'], others: ['audit'] },
  message: { own: ['unit'], others: [] },
  // Addresses and how sending stands; of what is sent not even the system administrator sees a word.
  contact: { own: ['unit', 'system'], others: ['system'] },
  channel: { own: ['system'], others: ['system'] },
  delivery: {
    own: ['system'],
    others: ['system'],
    values: { own: { state: 'sent', address: 'a@example.com' }, others: { state: 'sent', address: 'b@example.com' } },
  },
  letter: nobody,
}

/** Without row-level security of their own, since nothing may be asked of them; the text search gives ids, and their rows pass the policies. */
const WITHOUT = ['item_search']

let db: TestDatabase
let tables: string[]
const keys = new Map<string, { columns: string[]; own: unknown[]; others: unknown[] }>()

interface Column {
  name: string
  type: string
  needed: boolean
  key: boolean
}
const COLUMNS = `select a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull and not a.atthasdef and a.attidentity = '' as needed,
    coalesce(a.attnum = any (i.indkey), false) as key
  from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum`

/** What belongs to one of the two: columns by their name, whatever the table. */
const belonging = (variant: Variant): Record<string, unknown> => ({
  jurisdiction_id: HERE,
  unit_id: IDS.unit[variant],
  lead_unit_id: IDS.unit[variant],
  ancestor_id: IDS.unit[variant],
  item_id: IDS.item[variant],
  document_id: IDS.document[variant],
  indicator_id: IDS.indicator[variant],
  person_id: IDS.person[variant],
  by_id: IDS.person[variant],
})

function madeUp(type: string, variant: Variant): unknown {
  const n = variant === 'own' ? 1 : 2
  if (type.endsWith('[]')) return '{}'
  if (type === 'uuid') return randomUUID()
  if (/int|numeric|double|real/.test(type)) return n
  if (type === 'boolean') return false
  if (type === 'date') return '2026-01-01'
  if (type.startsWith('timestamp')) return '2026-01-01T00:00:00Z'
  if (type.startsWith('json')) return '{}'
  return type === 'bytea' ? Buffer.from([n]) : `x${n}`
}

/** One made-up row; foreign keys and triggers sleep, so that no table waits for another. */
async function insert(client: pg.Client, table: string, variant: Variant): Promise<unknown[]> {
  const { rows: columns } = await client.query<Column>(COLUMNS, [table])
  const id = (IDS as Record<string, Record<Variant, string>>)[table]?.[variant]
  const given: Record<string, unknown> = { ...belonging(variant), ...(id ? { id } : {}), ...WHO_SEES[table]?.values?.[variant] }
  const used = columns.filter(c => c.needed || c.name in given)
  const values = used.map(c => (c.name in given ? given[c.name] : madeUp(c.type, variant)))
  const key = columns.filter(c => c.key).map(c => c.name)
  const { rows } = await client.query<Record<string, unknown>>(
    `insert into ${table} (${used.map(c => `"${c.name}"`).join(', ')}) values (${used.map((_, at) => `$${at + 1}`).join(', ')}) returning *`,
    values,
  )
  if (!keys.has(table)) keys.set(table, { columns: key, own: [], others: [] })
  return key.map(name => rows[0]![name])
}

beforeAll(async () => {
  db = await aDatabase()
  const found = await asOwner<{ name: string }>(
    db,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'kysely_%' order by 1`,
  )
  tables = found.map(t => t.name)
  const client = new pg.Client({ connectionString: db.superuser })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica`)
    const above = `insert into jurisdiction (id, name, place, office, created_at, parent_id) values ($1, 'x', 'x', 'x', now(), $2)`
    await client.query(above, ['990100', null])
    for (const table of tables.filter(t => t in WHO_SEES))
      for (const variant of VARIANTS) {
        const key = await insert(client, table, variant)
        keys.get(table)![variant] = key
      }
    await client.query(above, ['990124100', HERE])
  } finally {
    await client.end()
  }
})

async function sees(who: Who, table: string, variant: Variant): Promise<boolean> {
  const { columns, ...key } = keys.get(table)!
  const same = columns.map((c, at) => `"${c}" = $${at + 1}`).join(' and ')
  try {
    return (await read(db, WHO[who], tx => tx.rows(`select 1 as one from ${table} where ${same}`, key[variant]))).length > 0
  } catch (error) {
    // insufficient_privilege: the table is granted to nobody.
    if ((error as { code?: string }).code === '42501') return false
    throw error
  }
}

test('every table has its line, and every line its table', () => {
  const how =
    'add a line to WHO_SEES in src/store/rowsecurity.test.ts that says who may see a row of a unit’s own and who one of another unit’s'
  expect(
    tables.filter(t => !(t in WHO_SEES)),
    how,
  ).toEqual([])
  expect(Object.keys(WHO_SEES).filter(t => !tables.includes(t))).toEqual([])
})

test('every table has row-level security, for its owner too', async () => {
  const bare = await asOwner<{ name: string }>(
    db,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'kysely_%'
       and not (relrowsecurity and relforcerowsecurity) order by 1`,
  )
  const how = 'alter table … enable row level security; alter table … force row level security; and policies for luoshi_server'
  expect(
    bare.map(t => t.name),
    how,
  ).toEqual(WITHOUT)
})

describe('with the server’s own checks taken away', () => {
  test.each(Object.entries(WHO_SEES))('%s is seen by whom its line names, and by nobody else', async (table, line) => {
    const seen: Record<Variant, string[]> = { own: [], others: [] }
    for (const who of Object.keys(WHO) as Who[])
      for (const variant of VARIANTS) if (await sees(who, table, variant)) seen[variant].push(who)
    expect(seen).toEqual({ own: [...line.own], others: [...line.others] })
  })
})
