// What units score by a scheme: points of the marks that could be counted, each explained in a sentence with its figures; what is missing is named.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SchemeScores } from '../../core/contract/scheme.ts'
import { dayOf } from '../../core/day.ts'
import { scoreSentence } from '../../core/scoresentence.ts'
import { address } from '../api.ts'
import { periodOf } from '../benchmark/say.ts'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { scoresQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Empty } from '../ui/Notice.tsx'
import { formatFigure } from '../words/figure.ts'
import { useWords } from '../words/words.ts'
import { SettleDialog, SettledBox } from './Settle.tsx'

type Unit = SchemeScores['units'][number]

export function Scores({ id, month, result }: { id: string; month: string | undefined; result: string | undefined }) {
  const query = useQuery(scoresQuery(id, month, result))
  return (
    <Load query={query} lines={10}>
      {scores => <Whole scores={scores} result={result} />}
    </Load>
  )
}

function Whole({ scores, result }: { scores: SchemeScores; result: string | undefined }) {
  const { t, lang } = useWords()
  const go = useNavigate()
  const may = useMay()
  const [open, setOpen] = useState<Unit | null>(null)
  const [settling, setSettling] = useState(false)
  const left = scores.left.map(item => t('scheme.scores.leftOne', { name: item.name, weight: item.weight })).join(t('say.comma'))
  const out = scores.left.length > 0 && <p className="late scores-left">■ {t('scheme.scores.left', { names: left })}</p>
  const said = scores.cleared.map(item => (
    <p key={item.id} className="muted scores-left">
      ▲ {t('scheme.scores.cleared', { name: item.name, why: item.why })} {t('scheme.savedBy', { by: item.by, at: dayOf(item.at) })}
    </p>
  ))
  if (scores.month === null || scores.units.length === 0)
    return (
      <>
        {out}
        {said}
        <Empty title={t('scheme.scores.none')} />
      </>
    )
  const period = periodOf({ year: scores.year, month: scores.month }, lang)
  return (
    <>
      <div className="board-tools no-print">
        <Field label={t('scheme.scores.month')}>
          <select
            value={scores.month}
            onChange={e => void go({ href: page.scheme(scores.id, { month: e.target.value }), replace: true, resetScroll: false })}
          >
            {scores.months.map(m => (
              <option key={m} value={m}>
                {periodOf({ year: scores.year, month: m }, lang)}
              </option>
            ))}
          </select>
        </Field>
        {scores.results.length > 0 && (
          <Field label={t('scheme.settle.which')}>
            <select
              value={result ?? ''}
              onChange={e => void go({ href: page.scheme(scores.id, { result: e.target.value || undefined }), resetScroll: false })}
            >
              <option value="">{t('scheme.settle.now')}</option>
              {scores.results.map(r => (
                <option key={r.id} value={r.id}>
                  {t('scheme.settle.one', { period: periodOf({ year: scores.year, month: r.month }, lang), at: dayOf(r.at) })}
                </option>
              ))}
            </select>
          </Field>
        )}
        {may('scheme.write') && !result && <Button onClick={() => setSettling(true)}>{t('scheme.settle.begin')}</Button>}
        <a
          className="button plain"
          href={address('exportScores', {
            params: { id: scores.id },
            query: { month: String(scores.month), ...(result ? { result } : {}) },
          })}
          download
        >
          {t('scheme.scores.export')}
        </a>
      </div>
      <SettledBox scores={scores} result={result} />
      <p className="muted">{t('scheme.scores.cut', { period })}</p>
      {out}
      {said}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable) */}
      <section className="table-box" aria-label={t('scheme.scores.table', { name: scores.name, period })} tabIndex={0}>
        <table className="table scores">
          <caption className="hidden">{t('scheme.scores.table', { name: scores.name, period })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('scheme.scores.unit')}</th>
              <th scope="col" className="num">
                {t('scheme.scores.points')}
              </th>
              <th scope="col" className="num">
                {t('scheme.scores.scored')}
              </th>
              <th scope="col" className="num">
                {t('scheme.scores.rate')}
              </th>
              {scores.items.map(item => (
                <th key={item.id} scope="col" className="num scheme-item wide-only" lang="zh-CN">
                  {item.name} <span className="muted">{item.weight}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scores.units.map(unit => (
              <tr key={unit.unitId}>
                <th scope="row">
                  <button
                    type="button"
                    className="button link"
                    aria-label={t('scheme.scores.open', { unit: unit.unit })}
                    onClick={() => setOpen(unit)}
                  >
                    {unit.unit}
                  </button>
                </th>
                <td className="num">
                  <b>{formatFigure(unit.points, 2, lang)}</b>
                </td>
                <td className="num">{unit.scored}</td>
                <td className="num">{unit.scored > 0 ? `${formatFigure((unit.points * 100) / unit.scored, 1, lang)}%` : '—'}</td>
                {unit.scores.map(score => (
                  <td key={score.itemId} className="num wide-only">
                    {score.points === null ? '—' : formatFigure(score.points, 2, lang)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {settling && <SettleDialog scores={scores} onClose={() => setSettling(false)} />}
      {open && <Explained unit={open} scores={scores} onClose={() => setOpen(null)} />}
    </>
  )
}

function Explained({ unit, scores, onClose }: { unit: Unit; scores: SchemeScores; onClose: () => void }) {
  const { t, lang } = useWords()
  const missing = unit.scores.filter(score => score.points === null).map(score => scores.items.find(i => i.id === score.itemId)!.name)
  return (
    <Dialog
      wide
      title={t('scheme.scores.of', { unit: unit.unit })}
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('do.close')}</Button>}
    >
      <p>
        <b>{t('scheme.scores.said', { unit: unit.unit, points: unit.points, scored: unit.scored })}</b>{' '}
        {missing.length > 0 ? t('scheme.scores.missing', { names: missing.join(t('say.comma')) }) : t('scheme.scores.whole')}
      </p>
      <ul className="explained">
        {unit.scores.map(score => {
          const item = scores.items.find(i => i.id === score.itemId)!
          const of = item.kind && { kind: item.kind, unit: item.unit }
          return (
            <li key={score.itemId}>
              <b>{item.name}</b>{' '}
              {item.indicatorId && (
                <Go to={page.series(item.indicatorId, { unit: unit.unitId, year: scores.year })} className="muted">
                  {item.indicator}
                </Go>
              )}
              <p>{scoreSentence(lang, of, { ...score, weight: item.weight, cap: item.cap }, scores.month)}</p>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
