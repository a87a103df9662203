// One indicator: what it is and what asks for it, and the targets of a year for every unit, with revisions and pledges.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { IndicatorList, IndicatorView } from '../../core/contract/indicator.ts'
import { type TargetKind, WHOLE } from '../../core/indicator.ts'
import { IndicatorDialog } from '../indicator/IndicatorDialog.tsx'
import { type Moved, MovedBox, MoveFrame } from '../indicator/MoveFrame.tsx'
import { Retire } from '../indicator/Retire.tsx'
import { TargetDialog } from '../indicator/TargetDialog.tsx'
import { BoardTabs } from '../parts/BoardTabs.tsx'
import { Day } from '../parts/Day.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Missing } from '../parts/Missing.tsx'
import { Head } from '../parts/Shell.tsx'
import { SourceStrip } from '../parts/SourceStrip.tsx'
import { useMay, useSession, useUnits } from '../parts/session.ts'
import { UnitPicker } from '../parts/UnitPicker.tsx'
import { page } from '../paths.ts'
import { indicatorsQuery, targetsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box } from '../ui/Notice.tsx'
import { formatFigure, formatTarget, targetUnit } from '../words/figure.ts'
import { useWords } from '../words/words.ts'
import '../style/board.css'
import '../style/indicator.css'
import '../style/item.css'
import '../style/series.css'

export function Indicator() {
  const { t } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(indicatorsQuery)
  return (
    <Load query={query} title={t('indicator.title')}>
      {list => {
        const indicator = list.indicators.find(i => i.id === id)
        return indicator ? <One indicator={indicator} list={list} /> : <Missing />
      }}
    </Load>
  )
}

function One({ indicator, list }: { indicator: IndicatorView; list: IndicatorList }) {
  const { t } = useWords()
  const may = useMay()
  const [asked, setAsked] = useState<'change' | 'move' | 'retire' | null>(null)
  const [moved, setMoved] = useState<Moved | null>(null)
  const parent = list.indicators.find(i => i.id === indicator.parentId)
  const pairs: [string, string | null][] = [
    [t('indicator.kindHead'), t(`indicator.kind.${indicator.kind}`)],
    [t('indicator.unit'), indicator.unit || null],
    [t('indicator.basisHead'), t(`indicator.basis.${indicator.basis}`)],
    [t('indicator.directionHead'), t(`indicator.direction.${indicator.direction}`)],
    [t('indicator.frequencyHead'), t(`indicator.frequency.${indicator.frequency}`)],
    [t('indicator.sourceUnit'), indicator.sourceUnit],
    [t('board.frame'), indicator.frame],
    [t('board.topic'), t(`topic.${indicator.topic}`)],
    [t('indicator.parent'), parent?.name ?? null],
    [t('indicator.combineHead'), indicator.combine && t(`indicator.combine.${indicator.combine}`)],
    [t('indicator.aliases'), indicator.aliases.join(t('say.comma')) || null],
    [t('indicator.code'), indicator.code],
  ]
  return (
    <>
      <Head title={indicator.name} lead={t(indicator.published ? 'indicator.seenByAll' : 'indicator.seenBySome')}>
        {may('indicator.write') && (
          <>
            <Button look="primary" onClick={() => setAsked('change')}>
              {t('indicator.change')}
            </Button>
            {list.frames.length > 0 && <Button onClick={() => setAsked('move')}>{t('indicator.frameMove')}</Button>}
            <Button onClick={() => setAsked('retire')}>{t(indicator.retired ? 'indicator.revive' : 'indicator.retire')}</Button>
          </>
        )}
      </Head>
      <BoardTabs />
      {indicator.retired && <Box kind="warn">{t('indicator.isRetired')}</Box>}
      {moved && <MovedBox id={indicator.id} moved={moved} onUndone={() => setMoved(null)} />}
      {indicator.source && <SourceStrip source={indicator.source} />}
      <dl className="pairs">
        {pairs
          .filter(([, said]) => said)
          .map(([name, said]) => (
            <div key={name} className="pair">
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
      </dl>
      <YearTargets indicator={indicator} />
      {asked === 'change' && (
        <IndicatorDialog indicator={indicator} others={list.indicators} frames={list.frames} onClose={() => setAsked(null)} />
      )}
      {asked === 'move' && <MoveFrame indicator={indicator} frames={list.frames} onMoved={setMoved} onClose={() => setAsked(null)} />}
      {asked === 'retire' && <Retire indicator={indicator} onClose={() => setAsked(null)} />}
    </>
  )
}

interface Asked {
  unitId: string
  unit: string
  kind: TargetKind
}

function YearTargets({ indicator }: { indicator: IndicatorView }) {
  const { t, lang } = useWords()
  const may = useMay()
  const go = useNavigate()
  const { jurisdiction, today } = useSession()
  const { units, nameOf } = useUnits()
  const search = useSearch({ strict: false }) as { year?: string }
  const year = Number(search.year ?? today.slice(0, 4))
  const query = useQuery(targetsQuery(year))
  const [asked, setAsked] = useState<Asked | null>(null)
  const [unitId, setUnitId] = useState<string | null>(null)
  const name = (id: string) => (id === WHOLE ? jurisdiction.name : nameOf(id))
  const writes = may('indicator.write') && !indicator.retired
  return (
    <section aria-labelledby="targets">
      <div className="section-head">
        <h2 id="targets">{t('series.targets', { year })}</h2>
        <Field label={t('board.year')}>
          <select value={year} onChange={e => void go({ href: `${page.indicator(indicator.id)}?year=${e.target.value}` })}>
            {[1, 0, -1, -2, -3].map(n => (
              <option key={n}>{Number(today.slice(0, 4)) + n}</option>
            ))}
          </select>
        </Field>
      </div>
      <Load query={query} lines={4}>
        {list => {
          const targets = list.targets.filter(one => one.indicatorId === indicator.id && !one.withdrawn)
          const held = [...Map.groupBy(targets, one => one.unitId)]
          const order = new Map([WHOLE, ...units.map(u => u.id)].map((id, i) => [id, i]))
          held.sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
          return (
            <>
              {held.length === 0 ? (
                <p className="muted">{t('goal.none', { year })}</p>
              ) : (
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
                <section className="table-box" aria-label={t('series.targets', { year })} tabIndex={0}>
                  <table className="table">
                    <caption className="hidden">{t('series.targets', { year })}</caption>
                    <thead>
                      <tr>
                        <th scope="col">{t('board.unit')}</th>
                        <th scope="col" className="num">
                          {targetUnit(indicator)
                            ? t('chart.withUnit', { name: t('chart.target'), unit: targetUnit(indicator) })
                            : t('chart.target')}
                        </th>
                        <th scope="col">{t('goal.revisions')}</th>
                        <th scope="col">{t('series.commitments')}</th>
                        {writes && (
                          <th scope="col" className="no-print">
                            {t('goal.do')}
                          </th>
                        )}
                      </tr>
                    </thead>
                    <tbody>
                      {held.map(([id, all]) => {
                        const own = all.find(one => one.kind === 'target')
                        const pledge = all.find(one => one.kind === 'commitment')
                        return (
                          <tr key={id}>
                            <th scope="row" className="nowrap">
                              <Go to={page.series(indicator.id, { unit: id, year })} lang="zh-CN">
                                {name(id)}
                              </Go>
                            </th>
                            <td className="num">
                              {own ? (
                                indicator.kind === 'milestone' ? (
                                  <Day day={own.dueOn} />
                                ) : (
                                  formatTarget(own.value, indicator, lang)
                                )
                              ) : (
                                '—'
                              )}
                            </td>
                            <td>{own && t('goal.setBy', { n: own.revision, by: own.by })}</td>
                            <td>
                              {pledge && (
                                <>
                                  {formatFigure(pledge.value, indicator.decimals, lang)} · <Day day={pledge.dueOn} />
                                </>
                              )}
                            </td>
                            {writes && (
                              <td className="row no-print">
                                <Button
                                  aria-label={t('goal.changeOf', { unit: name(id) })}
                                  onClick={() => setAsked({ unitId: id, unit: name(id), kind: 'target' })}
                                >
                                  {t('goal.change')}
                                </Button>
                                <Button
                                  look="quiet"
                                  aria-label={t('goal.pledgeOf', { unit: name(id) })}
                                  onClick={() => setAsked({ unitId: id, unit: name(id), kind: 'commitment' })}
                                >
                                  {t('goal.pledge')}
                                </Button>
                              </td>
                            )}
                          </tr>
                        )
                      })}
                    </tbody>
                  </table>
                </section>
              )}
              {writes && (
                <div className="target-add">
                  <Field label={t('goal.addFor')} hint={t('goal.addHint', { place: jurisdiction.name })}>
                    <UnitPicker value={unitId} onChange={setUnitId} />
                  </Field>
                  <Button look="soft" onClick={() => setAsked({ unitId: unitId ?? WHOLE, unit: name(unitId ?? WHOLE), kind: 'target' })}>
                    {t('goal.setFor', { unit: name(unitId ?? WHOLE) })}
                  </Button>
                  <Button
                    look="quiet"
                    onClick={() => setAsked({ unitId: unitId ?? WHOLE, unit: name(unitId ?? WHOLE), kind: 'commitment' })}
                  >
                    {t('goal.pledgeFor', { unit: name(unitId ?? WHOLE) })}
                  </Button>
                </div>
              )}
              {asked && (
                <TargetDialog
                  key={`${asked.unitId}${asked.kind}`}
                  indicator={indicator}
                  {...asked}
                  year={year}
                  onClose={() => setAsked(null)}
                />
              )}
            </>
          )
        }}
      </Load>
    </section>
  )
}
