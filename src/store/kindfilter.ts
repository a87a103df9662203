// The filters that ledgers of kinds have beside those of all items, as SQL: values always as parameters, names only from the kind's own data.
import type { KindQuery } from '../core/contract/kind.ts'
import { addDays } from '../core/day.ts'
import { KIND, type LedgerKind } from '../core/kind.ts'
import type { Day } from '../core/types.ts'

type Asked = { [K in 'list' | 'days' | 'fact' | 'year' | 'currency' | 'visit']: KindQuery[K] }

/** Nothing was done with it since; what is done stands in its history. */
const quiet = (n: string): string =>
  ` and not exists (select 1 from item_event e where e.jurisdiction_id = i.jurisdiction_id and e.item_id = i.id
      and e.at >= (${n}::date::timestamp at time zone 'Asia/Shanghai'))`

/** Of `item i`: stands at the stages of the list for so many days, and quietly where the list says so. */
export function listed(kind: LedgerKind, name: string, days: number | undefined, values: unknown[], today: Day): string {
  const list = KIND[kind].lists?.[name]
  if (!list) return ' and false'
  const before = `$${values.push(addDays(today, -(days ?? list.days)))}`
  const stages = `$${values.push([...list.stages])}`
  return ` and i.stage = any(${stages}::text[]) and i.stage_on <= ${before}::date${list.quiet ? quiet(before) : ''}`
}

/** More conditions on `item i`. A fact that the kind does not have finds nothing. */
export function kindClause(kind: LedgerKind, { list, days, fact, year, currency, visit }: Asked, values: unknown[], today: Day): string {
  const { fields, counts } = KIND[kind]
  let where = list ? listed(kind, list, days, values, today) : ''
  if (currency.length) where += ` and i.sum_currency = any($${values.push(currency)})`
  if (visit)
    where += ` and exists (select 1 from item_link l where l.jurisdiction_id = i.jurisdiction_id and l.from_id = i.id and l.to_id = $${values.push(visit)})`
  const said: string[] = []
  for (const [name, of] of Map.groupBy(fact, one => one.slice(0, one.indexOf(':')))) {
    const spec = fields[name]
    if (!spec) return ' and false'
    const wanted = of.map(one => one.slice(name.length + 1))
    if (spec.type === 'text')
      said.push(`exists (select 1 from unnest($${values.push(wanted)}::text[]) w where strpos(d.fields ->> '${name}', w) > 0)`)
    else said.push(`d.fields ->> '${name}' = any($${values.push(wanted)}::text[])`)
  }
  if (year) said.push(counts ? `left(d.fields ->> '${counts.kept}', 4) = $${values.push(year)}` : 'false')
  if (said.length)
    where += ` and exists (select 1 from item_detail d where d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id and ${said.join(' and ')})`
  return where
}
