// The ledger's rows as a table: frozen head and first column, server-side order, figures to the right.
import type { ItemRow } from '../../core/contract/item.ts'
import { LIFE } from '../../core/life.ts'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { SortHead } from '../ui/SortHead.tsx'
import { sayReason } from '../words/sentence.ts'
import { type T, useWords } from '../words/words.ts'
import { Accept } from './Accept.tsx'
import { type Column, sortOf } from './columns.ts'
import { Day, Instant } from './Day.tsx'
import { Go } from './Go.tsx'
import { Light } from './Light.tsx'
import { useMay } from './session.ts'

interface Props {
  items: ItemRow[]
  columns: Column[]
  sort: string
  dir: string
  onSort: (sort: string, dir: 'asc' | 'desc') => void
  /** Ids of the chosen rows; left out, rows are not chosen here. */
  chosen?: string[]
  onChoose?: (ids: string[]) => void
  onReport: (item: ItemRow) => void
}

export const columnName = (t: T, column: Column): string => t(column === 'title' ? 'ledger.titleHead' : `ledger.${column}`)

export function LedgerTable({ items, columns, sort, dir, onSort, chosen = [], onChoose, onReport }: Props) {
  const { t } = useWords()
  const all = items.length > 0 && items.every(i => chosen.includes(i.id))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box ledger-box" aria-label={t('ledger.caption')} tabIndex={0}>
      <table className="table ledger">
        <caption className="hidden">{t('ledger.caption')}</caption>
        <thead>
          <tr>
            {onChoose && (
              <th scope="col" className="col-choose">
                <input
                  type="checkbox"
                  aria-label={t('urge.selectAll')}
                  checked={all}
                  onChange={() => {
                    const others = chosen.filter(id => !items.some(i => i.id === id))
                    onChoose(all ? others : [...others, ...items.map(i => i.id)])
                  }}
                />
              </th>
            )}
            {columns.map(column => {
              const name = columnName(t, column)
              const key = sortOf(column)
              if (!key)
                return (
                  <th key={column} scope="col" className={`col-${column}`}>
                    {name}
                  </th>
                )
              return (
                <SortHead
                  key={column}
                  name={name}
                  say={t('overview.sort', { column: name })}
                  numeric={column === 'percent'}
                  className={`col-${column}`}
                  dir={sort === key ? (dir === 'desc' ? 'desc' : 'asc') : null}
                  onSort={d => onSort(key, d)}
                />
              )
            })}
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={item.id}>
              {onChoose && (
                <td className="col-choose">
                  <input
                    type="checkbox"
                    aria-label={t('urge.select', { title: item.title })}
                    checked={chosen.includes(item.id)}
                    onChange={e => onChoose(e.target.checked ? [...chosen, item.id] : chosen.filter(id => id !== item.id))}
                  />
                </td>
              )}
              {columns.map(column =>
                column === 'number' ? (
                  <th key={column} scope="row" className="col-number">
                    {item.number ?? '—'}
                  </th>
                ) : (
                  <td key={column} className={column === 'percent' ? 'num col-percent' : `col-${column}`}>
                    <Cell item={item} column={column} onReport={onReport} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ item, column, onReport }: { item: ItemRow; column: Column; onReport: Props['onReport'] }) {
  const { t } = useWords()
  switch (column) {
    case 'title':
      return (
        <div className="title-do">
          <div>
            <Go to={page.item(item.id)} className="two-lines" title={item.title}>
              {item.urgency === 'urgent' && <b className="urgent">{t('urgency.urgent')}</b>} {item.title}
            </Go>
            <span className="phone-line muted">
              {item.number} · {item.leadUnit ?? t('say.unknown')}
            </span>
          </div>
          <Next item={item} onReport={onReport} />
        </div>
      )
    case 'light':
      return (
        <span title={sayReason(t, item.reason, item.facts)}>
          <Light light={item.light} reason={item.reason} />
        </span>
      )
    case 'state':
      return t(`state.${item.state}`)
    case 'leadUnit':
      return item.leadUnit ?? <span className="muted">{t('say.unknown')}</span>
    case 'dueOn':
      return (
        <span className={item.overdue ? 'late' : undefined}>
          <Day day={item.dueOn} empty={t('say.unknown')} />
        </span>
      )
    case 'percent':
      return item.percent
    case 'topic':
      return t(`topic.${item.topic}`)
    case 'measure':
      return item.measure ? <span className="two-lines">{item.measure}</span> : <span className="muted">{t('say.unknown')}</span>
    case 'waiting':
      return item.waitingFor ? t(`waiting.${item.waitingFor}`) : '—'
    case 'lastReportAt':
      return <Instant at={item.lastReportAt} />
    case 'dispatchedAt':
      return <Instant at={item.dispatchedAt} />
    case 'document':
      return item.documentTitle ? <span className="two-lines">{item.documentTitle}</span> : '—'
    default:
      return null
  }
}

/** The plain next step of one's own unit, beside the title: the ledger needs no more clicks than the to-do list. */
function Next({ item, onReport }: { item: ItemRow; onReport: Props['onReport'] }) {
  const { t } = useWords()
  const may = useMay()
  if (LIFE[item.state].accept && may('item.accept', item)) return <Accept item={item} look="link" />
  if (!LIFE[item.state].report || !may('item.report', item)) return null
  return (
    <Button look="link" aria-label={t('say.label', { what: t('command.report'), of: item.title })} onClick={() => onReport(item)}>
      {t('command.report')}
    </Button>
  )
}
