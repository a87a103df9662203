// 预警规则: which figures are watched, where each line lies, how it stands now, and the risks that came of it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WarningView } from '../../core/contract/risk.ts'
import { WHOLE } from '../../core/indicator.ts'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { warningsQuery } from '../risk/query.ts'
import { lineUnit, WarningDialog } from '../risk/WarningDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty, useTell } from '../ui/Notice.tsx'
import { formatInstant, formatPeriod } from '../words/day.ts'
import { stageName } from '../words/kind.ts'
import { formatNumber } from '../words/number.ts'
import { useWords } from '../words/words.ts'
import '../style/risk.css'

export function Warnings() {
  const { t } = useWords()
  const may = useMay()('warning.write')
  const query = useQuery(warningsQuery)
  const [edited, setEdited] = useState<WarningView | 'new' | null>(null)
  const add = may && (
    <Button look="primary" onClick={() => setEdited('new')}>
      {t('risk.add')}
    </Button>
  )
  return (
    <>
      <Head title={t('risk.warnings')} lead={t('risk.warningsLead')}>
        {add}
      </Head>
      <Load query={query} lines={6}>
        {({ warnings }) =>
          warnings.length === 0 ? (
            <Empty title={t('risk.warningsEmpty')} lead={t('risk.warningsEmptyLead')} action={add} />
          ) : (
            <List warnings={warnings} may={may} onEdit={setEdited} />
          )
        }
      </Load>
      {edited && <WarningDialog rule={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

function List({ warnings, may, onEdit }: { warnings: WarningView[]; may: boolean; onEdit: (rule: WarningView) => void }) {
  const { t, lang } = useWords()
  const whose = (w: WarningView) => (w.unitId === WHOLE ? t('risk.whole') : (w.unit ?? t('risk.each')))
  const figure = (w: WarningView, value: number) => `${formatNumber(value, lang)} ${lineUnit(t, w.measure, w.measuredIn)}`.trim()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={t('risk.warnings')} tabIndex={0}>
      <table className="table phone-cards">
        <thead>
          <tr>
            <th scope="col">{t('risk.indicator')}</th>
            <th scope="col">{t('risk.rule')}</th>
            <th scope="col">{t('risk.now')}</th>
            <th scope="col">{t('risk.opened')}</th>
            <th scope="col">{t('risk.who')}</th>
            {may && <th scope="col" aria-label={t('risk.change1')} />}
          </tr>
        </thead>
        <tbody>
          {warnings.map(w => (
            <tr key={w.id}>
              <th scope="row" className="card-line">
                {w.indicator} {w.stopped && <span className="chip">{t('risk.stopped')}</span>}
              </th>
              <td data-name={t('risk.rule')}>
                {t('risk.says', {
                  whose: whose(w),
                  measure: t(`risk.measure.${w.measure}`),
                  side: t(`risk.side.${w.side}`),
                  threshold: figure(w, w.threshold),
                  n: w.periods,
                })}
              </td>
              <td data-name={t('risk.now')}>
                {w.unitId === null
                  ? w.past > 0
                    ? t('risk.nowPasts', { n: w.past })
                    : t('risk.nowFine')
                  : w.told && w.told.value !== null
                    ? `${t('risk.nowValue', { period: formatPeriod(`${w.told.year}-${String(w.told.month).padStart(2, '0')}`, lang), value: figure(w, w.told.value) })} · ${t(w.past > 0 ? 'risk.nowPast' : 'risk.nowFine')}`
                    : t('risk.nowNone')}
              </td>
              <td data-name={t('risk.opened')}>
                {w.opened.length === 0 ? (
                  <span className="muted">{t('risk.openedNone')}</span>
                ) : (
                  <ul className="plain">
                    {w.opened.map(one => (
                      <li key={one.id}>
                        <Go to={page.item(one.id)}>{one.title}</Go> <span className="chip">{stageName(t, 'risk', one.stage)}</span>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td data-name={t('risk.who')}>{t('risk.setBy', { by: w.by, at: formatInstant(w.at, lang) })}</td>
              {may && (
                <td className="row">
                  <Button look="link" aria-label={t('say.label', { what: t('risk.change1'), of: w.indicator })} onClick={() => onEdit(w)}>
                    {t('risk.change1')}
                  </Button>
                  <Toggle rule={w} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Toggle({ rule }: { rule: WarningView }) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const write = useWrite('putWarning', {
    onDone: answer => {
      cache.setQueryData(warningsQuery.queryKey, answer)
      tell(t('risk.saved'))
    },
  })
  const { version, indicatorId, unitId, measure, side, threshold, periods, category, leadUnitId } = rule
  const body = { version, indicatorId, unitId, measure, side, threshold, periods, category, leadUnitId, stopped: !rule.stopped }
  const name = t(rule.stopped ? 'risk.start' : 'risk.stop')
  return (
    <Button
      look="link"
      busy={write.busy}
      aria-label={t('say.label', { what: name, of: rule.indicator })}
      onClick={() => void write.send({ params: { id: rule.id }, body })}
    >
      {name}
    </Button>
  )
}
