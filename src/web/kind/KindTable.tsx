// A kind's items as a table with the columns of the kind, sorted by the server.
import type { KindRow } from '../../core/contract/kind.ts'
import { KIND, type LedgerKind } from '../../core/kind.ts'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { page } from '../paths.ts'
import { SortHead } from '../ui/SortHead.tsx'
import { formatDay } from '../words/day.ts'
import { fieldName, sayField, stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import { ClockSay } from './ClockSay.tsx'

interface Props {
  kind: LedgerKind
  items: KindRow[]
  /** Of what their facts point at. */
  names: Record<string, string>
  sort: string
  dir: string
  onSort: (sort: string, dir: 'asc' | 'desc') => void
}

export function KindTable({ kind, items, names, sort, dir, onSort }: Props) {
  const { t, lang } = useWords()
  const { columns, fields, sum, clocks } = KIND[kind]
  const numeric = (name: string) => fields[name]!.type === 'number' || fields[name]!.type === 'money'
  const head = (key: string, name: string, number = false) => (
    <SortHead
      key={key}
      name={name}
      say={t('overview.sort', { column: name })}
      numeric={number}
      dir={sort === key ? (dir === 'asc' ? 'asc' : 'desc') : null}
      onSort={d => onSort(key, d)}
    />
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={t(`kind.${kind}.ledger`)} tabIndex={0}>
      <table className="table phone-cards">
        <caption className="hidden">{t(`kind.${kind}.ledger`)}</caption>
        <thead>
          <tr>
            {head('title', t(`kind.${kind}.title`))}
            {head('light', t('ledger.light'))}
            {head('stage', t('kindPage.stage'))}
            {head('stageOn', t('kindPage.stageOn'))}
            {columns.map(name =>
              name === sum ? (
                head('sum', fieldName(t, kind, name), true)
              ) : (
                <th key={name} scope="col" className={numeric(name) ? 'num' : undefined}>
                  {fieldName(t, kind, name)}
                </th>
              ),
            )}
            {clocks && <th scope="col">{t('kindPage.clocks')}</th>}
            {head('leadUnit', t('ledger.leadUnit'))}
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={item.id}>
              <th scope="row" className="card-line">
                <Go to={page.item(item.id)} className="two-lines" title={item.title}>
                  {item.title}
                </Go>
              </th>
              <td>
                <Light light={item.light} reason={item.reason} />
              </td>
              <td data-name={t('kindPage.stage')}>{stageName(t, kind, item.stage)}</td>
              <td className="kind-day" data-name={t('kindPage.stageOn')}>
                {formatDay(item.stageOn, lang)}
              </td>
              {columns.map(name => (
                <td
                  key={name}
                  className={(item.fields[name] ?? '') === '' ? 'wide-only' : numeric(name) ? 'num' : undefined}
                  data-name={fieldName(t, kind, name)}
                >
                  {sayField(t, kind, name, item.fields[name], lang, names)}
                </td>
              ))}
              {clocks && (
                <td className="card-line">
                  <ClockSay kind={kind} of={item} first />
                </td>
              )}
              <td data-name={t('ledger.leadUnit')}>{item.leadUnit ?? <span className="muted">{t('say.unknown')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
