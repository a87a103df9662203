// Where each figure of an answer sheet comes from: its indicator or item one click away, its source and its cut-off.
import type { SheetFacts } from '../../core/answersheet.ts'
import { WHOLE } from '../../core/indicator.ts'
import { page } from '../paths.ts'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { Go } from './Go.tsx'

export function SheetSources({ facts }: { facts: SheetFacts }) {
  const { t, lang } = useWords()
  return (
    <details className="sheet-sources">
      <summary>{t('sheet.sources')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable) */}
      <section className="table-box" aria-label={t('sheet.sources')} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('sheet.figure')}</th>
              <th scope="col">{t('sheet.from')}</th>
              <th scope="col">{t('sheet.until')}</th>
            </tr>
          </thead>
          <tbody>
            {facts.indicators.map(i => (
              <tr key={i.id}>
                <th scope="row">
                  <Go to={page.series(i.id, { unit: WHOLE, year: facts.year })}>{i.name}</Go>
                </th>
                <td>{i.source ?? '—'}</td>
                <td>{i.month === null ? '—' : `${facts.year}-${String(i.month).padStart(2, '0')}`}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">
                <Go to={page.ledger({})}>{t('sheet.ledger')}</Go>
              </th>
              <td>{facts.office}</td>
              <td>{formatDay(facts.until, lang)}</td>
            </tr>
            {facts.projects && (
              <tr>
                <th scope="row">
                  <Go to={page.kind('project')}>{t('sheet.projects')}</Go>
                </th>
                <td>{facts.office}</td>
                <td>{formatDay(facts.until, lang)}</td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
    </details>
  )
}
