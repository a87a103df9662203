// The lines of a sheet of units or people: what each adds or changes, or why it cannot and what to do.
import type { RosterView } from '../../core/contract/roster.ts'
import { type T, useWords } from '../words/words.ts'

type Line = RosterView['lines'][number]

const RANK = { refused: 0, new: 1, changed: 2, same: 3 } as const
const SIGN = { refused: '■', new: '●', changed: '●', same: '–' } as const

export function RosterLines({ lines, done }: { lines: Line[]; done: boolean }) {
  const { t } = useWords()
  // What needs a hand stands first, what stays as it is last.
  const ordered = [...lines].sort((a, b) => RANK[a.verdict] - RANK[b.verdict] || a.line - b.line)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-box" aria-label={t('roster.table')} tabIndex={0}>
      <table className="table phone-cards">
        <caption className="hidden">{t('roster.table')}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('reports.line')}
            </th>
            <th scope="col">{t('roster.name')}</th>
            <th scope="col">{t('reports.verdict')}</th>
            <th scope="col">{t('reports.what')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map(line => (
            <tr key={line.line}>
              <th scope="row" className="num">
                {line.line}
              </th>
              <td>{line.name || '—'}</td>
              <td className={line.verdict === 'refused' ? 'late nowrap' : 'nowrap'}>
                {SIGN[line.verdict]}{' '}
                {t(`roster.verdict.${done && line.verdict !== 'refused' && line.verdict !== 'same' ? 'done' : line.verdict}`)}
              </td>
              <td className="card-line">{sayRosterLine(t, line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** One sentence: what the line changes, or why it does not and what to do. */
function sayRosterLine(t: T, { reason, facts, changes }: Line): string {
  if (reason) {
    if ((reason === 'unknown-parent' || reason === 'unknown-unit') && facts.maybe) return t(`roster.why.${reason}Maybe`, facts)
    if (reason === 'username-taken' && facts.name) return t('roster.why.username-takenBy', facts)
    return String(t(`roster.why.${reason}`, facts as never))
  }
  return changes
    .map(({ field, was, now }) =>
      was === null
        ? t('roster.set', { field: t(`roster.column.${field}`), now })
        : t('roster.moved', { field: t(`roster.column.${field}`), was, now: now || t('say.none') }),
    )
    .join(t('say.semicolon'))
}
