// What an import writes, figure by figure: where it stands in the sheet, what was there before, what is odd; and why the rest is not taken.
import { useState } from 'react'
import type { PreviewLine, ReadingsPreview } from '../../core/contract/readingimport.ts'
import type { Fixes } from '../../core/readings/world.ts'
import { Button } from '../ui/Button.tsx'
import { withUnit } from '../words/figure.ts'
import { sayLine, sayMonth } from '../words/import.ts'
import { useWords } from '../words/words.ts'
import { withoutCell } from './fixing.ts'

const SHOWN = 50
const SIGN = { new: '●', revision: '▲' } as const

interface Props {
  preview: ReadingsPreview
  fixes: Fixes
  /** Null: it is done, nothing is changed any more. */
  onFix: ((fixes: Fixes) => void) | null
}

export function Writes({ preview, fixes, onFix }: Props) {
  const { t, lang } = useWords()
  const [all, setAll] = useState(false)
  // What is odd or was set by hand stands first.
  const rank = (line: PreviewLine) => (line.flags.length > 0 ? 0 : line.fixed ? 1 : line.state === 'revision' ? 2 : 3)
  const lines = preview.lines.filter(line => line.state === 'new' || line.state === 'revision').sort((a, b) => rank(a) - rank(b))
  if (lines.length === 0) return <p className="muted">{t('imports.writeNone')}</p>
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-box import-box" aria-label={t('imports.table')} tabIndex={0}>
        <table className="table phone-cards">
          <caption className="hidden">{t('imports.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('imports.place')}</th>
              <th scope="col">{t('imports.indicator')}</th>
              <th scope="col">{t('imports.unit')}</th>
              <th scope="col">{t('imports.period')}</th>
              <th scope="col" className="num">
                {t('imports.was')}
              </th>
              <th scope="col" className="num">
                {t('imports.now')}
              </th>
              <th scope="col">{t('imports.say')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, all ? undefined : SHOWN).map(line => (
              <tr key={line.at}>
                <th scope="row" className="nowrap">
                  {line.at}
                </th>
                <td>{line.indicator.name}</td>
                <td>{line.unit.name}</td>
                <td className="nowrap">{sayMonth(line, lang)}</td>
                <td className="num" data-name={t('imports.was')}>
                  {line.was === null ? '—' : withUnit(String(line.was.value), line.measure, lang)}
                </td>
                <td className="num" data-name={t('imports.now')}>
                  <b>{withUnit(String(line.value), line.measure, lang)}</b>
                </td>
                <td className="card-line">
                  <span className="nowrap">
                    {SIGN[line.state as 'new']} {t(`imports.state.${line.state as 'new'}`)}
                  </span>{' '}
                  {line.status !== 'final' && <span className="tag">{t(`imports.statuses.${line.status}`)}</span>}{' '}
                  {line.from && <span className="muted">{t('imports.from', { cell: line.cell, from: line.from })} </span>}
                  {sayLine(t, line, lang)}
                  {fixes.cells.some(c => c.at === line.at) && (
                    <>
                      {' '}
                      <span className="muted">{t('imports.fixed')}</span>{' '}
                      {onFix && (
                        <Button
                          look="link"
                          aria-label={`${t('imports.undoFix')} ${line.at}`}
                          onClick={() => onFix(withoutCell(fixes, line.at))}
                        >
                          {t('imports.undoFix')}
                        </Button>
                      )}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!all && lines.length > SHOWN && <Button onClick={() => setAll(true)}>{t('imports.all', { n: lines.length })}</Button>}
    </>
  )
}

/** Every figure that is not taken, those with one reason together. */
export function NotTaken({ preview, fixes, onFix }: Props) {
  const { t, lang } = useWords()
  const refused = Map.groupBy(
    preview.lines.filter(line => line.state === 'refused'),
    line => sayLine(t, line, lang),
  )
  const count = (range: string, n: number) => (n === 1 ? t('imports.one', { range }) : t('imports.several', { range, n }))
  return (
    <ul className="import-left">
      {[...refused].map(([why, lines]) => (
        <li key={why}>
          <span>{why}</span>{' '}
          <span className="muted">
            {lines
              .slice(0, 12)
              .map(l => l.at)
              .join(t('say.comma')) + (lines.length > 12 ? t('imports.more') : '')}
          </span>
          {onFix &&
            lines
              .filter(l => fixes.cells.some(c => c.at === l.at))
              .map(l => (
                <Button
                  key={l.at}
                  look="link"
                  aria-label={`${t('imports.undoFix')} ${l.at}`}
                  onClick={() => onFix(withoutCell(fixes, l.at))}
                >
                  {t('imports.undoFix')}
                </Button>
              ))}
        </li>
      ))}
      {preview.left.map(l => (
        <li key={`${l.sheet} ${l.from} ${l.why}`}>
          <span>
            {l.head && `“${l.head}”`} {t(`imports.left.${l.why}`)}
          </span>{' '}
          <span className="muted">{count(`${l.sheet ? `${l.sheet}!` : ''}${l.from === l.to ? l.from : `${l.from}:${l.to}`}`, l.n)}</span>
        </li>
      ))}
    </ul>
  )
}
