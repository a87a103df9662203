// Ledgers of kinds: one page of items with their facts, and the stages with counts, sums and the newest of each. Reads only.
import type { KindList, KindQuery, KindRow, RateList, StagesView } from '../core/contract/kind.ts'
import { type LedgerKind, stagesOf } from '../core/kind.ts'
import { type Currency, type ExchangeRate, inYuan, type Money, totals } from '../core/money.ts'
import { type Day, LIGHTS, type Light } from '../core/types.ts'
import { listClause, marksOf } from './filter.ts'
import { ITEMS, iso, ROW } from './item.ts'
import { kindClause } from './kindfilter.ts'
import { namesOf } from './named.ts'
import { bookOf } from './rules.ts'
import { seesAll, type Tx } from './tx.ts'

export const KIND_ROW = `${ROW}, i.stage, i.stage_on as "stageOn",
  (select (max(e.at) at time zone 'Asia/Shanghai')::date from item_event e where e.jurisdiction_id = i.jurisdiction_id and e.item_id = i.id) as "lastOn",
  (select d.fields from item_detail d where d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id) as fields`

const SORTS: Partial<Record<KindQuery['sort'], string>> = { stageOn: 'i.stage_on', sum: 'i.sum_amount' }

export async function listKind(tx: Tx, kind: LedgerKind, query: KindQuery, today: Day): Promise<KindList> {
  const { sort, stage, list, days, fact, year, currency, visit, ...rest } = query
  const own = sort === 'stage' || sort === 'stageOn' || sort === 'sum'
  const marks = query.stale || query.blocked ? marksOf(await bookOf(tx)) : null
  const clause = listClause(tx, { ...rest, sort: own ? 'number' : sort }, marks, kind)
  const values = [...clause.values]
  let { where, key } = clause
  if (stage.length) where += ` and i.stage = any($${values.push(stage)})`
  where += kindClause(kind, { list, days, fact, year, currency, visit }, values, today)
  if (sort === 'stage') key = `array_position($${values.push(stagesOf(kind))}::text[], i.stage)`
  else if (own) key = SORTS[sort]!
  const page = `select i.id, ${key} as key from item i where ${where} order by key ${clause.direction}, i.id limit ${query.size} offset ${(query.page - 1) * query.size}`
  const rows = `select ${KIND_ROW} from (${page}) p join ${ITEMS.replace('item i', 'item i on i.jurisdiction_id = $1 and i.id = p.id')} order by p.key ${clause.direction}, i.id`
  const [[found], [counted]] = await Promise.all([
    tx.rows<{ items: string }>(`select coalesce(json_agg(r), '[]')::text as items from (${rows}) r`, values),
    tx.rows<{ total: number }>(`select count(*)::int as total from item i where ${where}`, sort === 'stage' ? values.slice(0, -1) : values),
  ])
  const items = JSON.parse(found!.items) as KindRow[]
  return {
    items,
    total: counted!.total,
    names: await namesOf(
      tx,
      kind,
      items.map(item => item.fields),
    ),
  }
}

interface Counts {
  stage: string
  light: Light
  currency: Currency | ''
  items: number
  amount: string
}

/** Who sees all is told from the kept counts; a party's own few are counted. */
const KEPT = `select stage, light, currency, items, amount::text as amount from kind_tally where jurisdiction_id = $1 and kind = $2 and items <> 0`
const OWN = `select stage, light, coalesce(sum_currency, '') as currency, count(*)::int as items, coalesce(sum(sum_amount), 0)::text as amount
  from item i where i.jurisdiction_id = $1 and i.kind = $2 group by 1, 2, 3`

const MOST_CARDS = 30
const CARDS = `select coalesce(json_agg(r), '[]')::text as items from (
    select ${KIND_ROW} from unnest($3::text[]) with ordinality s (name, at)
    cross join lateral (select n.id from item n where n.jurisdiction_id = $1 and n.kind = $2 and n.kind <> 'matter' and n.stage = s.name
      order by n.stage_on desc, n.id limit ${MOST_CARDS}) newest
    join ${ITEMS.replace('item i', 'item i on i.jurisdiction_id = $1 and i.id = newest.id')} order by s.at, i.stage_on desc, i.id) r`

export async function getStages(tx: Tx, kind: LedgerKind, today: Day): Promise<StagesView> {
  const place = tx.context.jurisdiction
  const [counts, [cards], rates] = await Promise.all([
    tx.rows<Counts>(seesAll(tx.context, kind) ? KEPT : OWN, [place, kind]),
    tx.rows<{ items: string }>(CARDS, [place, kind, stagesOf(kind)]),
    ratesOf(tx),
  ])
  const found = JSON.parse(cards!.items) as KindRow[]
  const shown = Map.groupBy(found, card => card.stage)
  return {
    stages: stagesOf(kind).map(stage => {
      const here = counts.filter(c => c.stage === stage)
      const sums = totals(here.flatMap((c): Money[] => (c.currency ? [{ amount: c.amount, currency: c.currency }] : [])))
      const lit = (light: Light) => here.reduce((n, c) => n + (c.light === light ? c.items : 0), 0)
      return {
        stage,
        items: here.reduce((n, c) => n + c.items, 0),
        lights: Object.fromEntries(LIGHTS.map(light => [light, lit(light)])) as Record<Light, number>,
        sums,
        yuan: inYuan(sums, rates, today),
        cards: shown.get(stage) ?? [],
      }
    }),
    names: await namesOf(
      tx,
      kind,
      found.map(card => card.fields),
    ),
  }
}

const RATES = `select currency, on_day as "on", trim_scale(rate)::text as rate, source, by_name as by, ${iso('at')} as at
  from exchange_rate where jurisdiction_id = $1 order by on_day desc, currency`
export const ratesOf = (tx: Tx) => tx.rows<ExchangeRate & RateList['rates'][number]>(RATES, [tx.context.jurisdiction])
export const listRates = async (tx: Tx): Promise<RateList> => ({ rates: await ratesOf(tx) })
