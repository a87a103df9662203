// The register of risks by likelihood and impact, the ten gravest, what is to be reviewed, and what changed in a month. Every count opens its list.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { RiskLine, RiskView } from '../../core/contract/risk.ts'
import { RISK_CATEGORIES } from '../../core/kinds/risk.ts'
import { RATINGS, type Rating, REVIEWED_STAGES } from '../../core/riskrule.ts'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { useMay } from '../parts/session.ts'
import { UnitPicker } from '../parts/UnitPicker.tsx'
import { page } from '../paths.ts'
import { Field } from '../ui/Field.tsx'
import { formatDay, formatInstant } from '../words/day.ts'
import { choiceName, stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import { Level } from './Level.tsx'
import { risksQuery } from './query.ts'
import { ScaleGrid } from './ScaleGrid.tsx'
import { stepName } from './say.ts'
import '../style/risk.css'

type Filters = Record<string, string | undefined>

export function Matrix({ filters }: { filters: Filters }) {
  const { t } = useWords()
  const go = useNavigate()
  const may = useMay()
  const { by = 'current', category, unit } = filters
  const query = useQuery(risksQuery({ by, category, unit }))
  const change = (more: Filters) => void go({ href: page.kind('risk', { by, category, unit, view: 'matrix', ...more }) })
  return (
    <div className="risk-view">
      <search className="row kind-filters no-print" aria-label={t('risk.filters')}>
        <Field label={t('risk.by')}>
          <select value={by} onChange={e => change({ by: e.target.value })}>
            {Object.keys(RATINGS).map(rating => (
              <option key={rating} value={rating}>
                {t(`risk.rating.${rating as Rating}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('risk.category')}>
          <select value={category ?? ''} onChange={e => change({ category: e.target.value })}>
            <option value="">{t('risk.all')}</option>
            {RISK_CATEGORIES.map(one => (
              <option key={one} value={one}>
                {choiceName(t, 'risk', 'category', one)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('risk.unit')}>
          <UnitPicker value={unit ?? null} onChange={id => change({ unit: id ?? undefined })} />
        </Field>
        {may('warning.read') && (
          <Go className="button plain" to={page.warnings}>
            {t('risk.warnings')}
          </Go>
        )}
      </search>
      <Load query={query} lines={8}>
        {view => (
          <>
            {view.raised > 0 && (
              <p className="risk-call">
                <Go to={page.kind('risk', { view: 'table', stage: 'raised' })}>{t('risk.raised', { n: view.raised })}</Go>
              </p>
            )}
            <Grid {...{ view, category, unit }} by={by as Rating} />
            <Lines title={t('risk.top')} lines={view.top} empty={t('risk.topEmpty')} />
            <Lines title={t('risk.due', { n: view.dueTotal })} lines={view.due} empty={t('risk.dueEmpty')} />
            <Changes view={view} />
          </>
        )}
      </Load>
    </div>
  )
}

interface GridProps {
  view: RiskView
  by: Rating
  category: string | undefined
  unit: string | undefined
}

function Grid({ view, by, category, unit }: GridProps) {
  const { t } = useWords()
  const { scale, cells, unrated } = view
  const total = cells.reduce((n, c) => n + c.items, 0)
  const listOf = (likelihood: string, impact: string) =>
    page.kind('risk', {
      view: 'table',
      stage: [...REVIEWED_STAGES, 'borne'].join(','),
      unit,
      fact: [
        `${RATINGS[by].likelihood}:${likelihood}`,
        `${RATINGS[by].impact}:${impact}`,
        ...(category ? [`category:${category}`] : []),
      ].join(','),
    })
  return (
    <section aria-labelledby="risk-matrix">
      <h2 id="risk-matrix">
        {t('risk.matrix')} · {t(`risk.rating.${by}`)}
      </h2>
      <p className="muted">{t('risk.matrixLead', { n: total + unrated, unrated })}</p>
      <ScaleGrid
        scale={scale}
        title={t('risk.matrix')}
        head={(axis, at) => stepName(t, scale, axis, String(at + 1))}
        cell={(l, i, level) => {
          const [likelihood, impact] = [String(l + 1), String(i + 1)]
          const n = cells.find(c => c.likelihood === likelihood && c.impact === impact)?.items ?? 0
          return (
            <>
              {n > 0 ? (
                <Go
                  to={listOf(likelihood, impact)}
                  aria-label={t('risk.cell', {
                    likelihood: stepName(t, scale, 'likelihood', likelihood),
                    impact: stepName(t, scale, 'impact', impact),
                    level: t(`risk.level.${level}`),
                    n,
                  })}
                >
                  {n}
                </Go>
              ) : (
                <span className="muted">0</span>
              )}
              <small>{t(`risk.level.${level}`)}</small>
            </>
          )
        }}
      />
    </section>
  )
}

function Lines({ title, lines, empty }: { title: string; lines: RiskLine[]; empty: string }) {
  const { t, lang } = useWords()
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p className="muted">{empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
        <section className="table-box" aria-label={title} tabIndex={0}>
          <table className="table phone-cards">
            <thead>
              <tr>
                <th scope="col">{t('risk.name')}</th>
                <th scope="col">{t('risk.category')}</th>
                <th scope="col">{t('risk.rating.current')}</th>
                <th scope="col">{t('risk.rating.residual')}</th>
                <th scope="col">{t('risk.stage')}</th>
                <th scope="col">{t('risk.unit')}</th>
                <th scope="col">{t('risk.measures')}</th>
                <th scope="col">{t('risk.reviewOn')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(line => (
                <tr key={line.id}>
                  <th scope="row" className="card-line">
                    <Go to={page.item(line.id)}>{line.title}</Go>
                  </th>
                  <td data-name={t('risk.category')}>{line.category ? choiceName(t, 'risk', 'category', line.category) : '—'}</td>
                  <td data-name={t('risk.rating.current')}>
                    <Level level={line.level} />
                  </td>
                  <td data-name={t('risk.rating.residual')}>
                    <Level level={line.residualLevel} />
                  </td>
                  <td data-name={t('risk.stage')}>{stageName(t, 'risk', line.stage)}</td>
                  <td data-name={t('risk.unit')}>{line.leadUnit ?? '—'}</td>
                  <td data-name={t('risk.measures')}>
                    {line.measures ? t('risk.measuresDone', { done: line.done, n: line.measures }) : t('risk.noMeasures')}
                  </td>
                  <td data-name={t('risk.reviewOn')}>{line.reviewOn ? formatDay(line.reviewOn, lang) : '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

function Changes({ view: { changes, since } }: { view: RiskView }) {
  const { t, lang } = useWords()
  const title = t('risk.changes', { since: formatDay(since, lang), n: changes.length })
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {changes.length === 0 ? (
        <p className="muted">{t('risk.changesEmpty')}</p>
      ) : (
        <ul className="risk-changes">
          {changes.map(({ id, title: name, changes: what, was, now, at, by }) => (
            <li key={id}>
              <b>{what.map(one => t(`risk.change.${one}`)).join(t('say.comma'))}</b> <Go to={page.item(id)}>{name}</Go>{' '}
              {was === now ? <Level level={now} /> : t('risk.levels', { was: levelName(was), now: levelName(now) })}
              <span className="muted">
                {' '}
                <span lang="zh-CN">{by}</span> {formatInstant(at, lang)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
  function levelName(level: (typeof changes)[number]['was']): string {
    return level ? t(`risk.level.${level}`) : t('risk.none')
  }
}
