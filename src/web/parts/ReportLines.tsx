// The lines of a sheet that came back: what each would change, or why it cannot; afterwards what became of it.
import type { ReportCheck } from '../../core/contract/report.ts'
import type { State } from '../../core/types.ts'
import type { Answer } from '../api.ts'
import { page } from '../paths.ts'
import { sayFault } from '../words/sentence.ts'
import { type T, useWords } from '../words/words.ts'
import { Go } from './Go.tsx'

export type Line = ReportCheck['lines'][number]
export type Result = Answer<'postReports'>['results'][number]

const RANK = (line: Line): number => (line.verdict === 'ok' ? 1 : line.verdict === 'unchanged' ? 2 : 0)

export function ReportLines({ lines, results }: { lines: Line[]; results: Map<string, Result> | null }) {
  const { t } = useWords()
  // What needs a hand stands first, what stays as it is last.
  const ordered = [...lines].sort((a, b) => RANK(a) - RANK(b) || a.line - b.line)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-box" aria-label={t('reports.table')} tabIndex={0}>
      <table className="table phone-cards">
        <caption className="hidden">{t('reports.table')}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('reports.line')}
            </th>
            <th scope="col">{t('ledger.titleHead')}</th>
            <th scope="col">{t('reports.verdict')}</th>
            <th scope="col">{t('reports.what')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map(line => {
            const refused = line.verdict !== 'unchanged' && (line.verdict !== 'ok' || (line.itemId && results?.get(line.itemId)?.refused))
            return (
              <tr key={line.line}>
                <th scope="row" className="num" data-name={t('reports.line')}>
                  {line.line}
                </th>
                <td>
                  {line.itemId ? <Go to={page.item(line.itemId)}>{line.title}</Go> : (line.title ?? '—')}
                  {line.number && <p className="muted">{line.number}</p>}
                </td>
                <td className={refused ? 'late nowrap' : 'nowrap'}>
                  {refused
                    ? `■ ${t('reports.refused')}`
                    : line.verdict === 'ok'
                      ? `● ${t(results ? 'reports.done' : 'reports.will')}`
                      : `– ${t('reports.same')}`}
                </td>
                <td className="card-line">{sayLine(t, line, results)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** One sentence: what the line changes, or why it does not. */
export function sayLine(t: T, line: Line, results: Map<string, Result> | null): string {
  const result = line.itemId ? results?.get(line.itemId) : undefined
  if (result?.refused) return sayFault(t, { code: result.refused, facts: result.facts, fields: [] })
  const { change, facts, verdict } = line
  if (change) {
    const said = { was: change.was, now: change.now, words: change.words }
    const done = change.value ? t('reports.change.value', { value: change.value.now, unit: change.value.unit }) : ''
    // Words that the sheet did not hold only say the same again.
    if (line.written.words === null) return done + t(change.was === change.now ? 'reports.change.same' : 'reports.change.bare', said)
    if (change.submit) return done + t('reports.change.submit', said)
    return done + t(change.was === change.now ? 'reports.change.words' : 'reports.change.percent', said)
  }
  if (verdict === 'wrong-state') return t('reports.why.wrong-state', { state: t(`state.${facts.state as State}`) })
  if (verdict === 'changed-elsewhere' && !facts.by) return t('reports.why.changedSomeone', facts)
  return t(`reports.why.${verdict as 'repeated'}`, facts as { lines: string })
}
