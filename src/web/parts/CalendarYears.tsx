// The calendar of working days: its years, and a file of holidays that is checked and shown before it is loaded.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarPreview, RulesView } from '../../core/contract/rules.ts'
import { addDays } from '../../core/day.ts'
import { itemsChanged, rulesQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { FileButton } from '../ui/FileButton.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { formatInstant, formatShortDay } from '../words/day.ts'
import type { Lang } from '../words/number.ts'
import { type T, useWords } from '../words/words.ts'
import { FaultBox } from './FaultBox.tsx'
import { useMay } from './session.ts'
import { useWrite } from './write.ts'

type Days = RulesView['years'][number]['days']

export function CalendarYears({ view }: { view: RulesView }) {
  const { t, lang } = useWords()
  const may = useMay()('calendar.write')
  const source = (year: RulesView['years'][number]): string =>
    year.by
      ? t('rules.fromLoaded', { name: year.by, at: formatInstant(year.at!, lang) })
      : t(year.published ? 'rules.fromShipped' : 'rules.fromLaw')
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{t('rules.calendar')}</h2>
      <p className="muted">{t('rules.calendarLead')}</p>
      {may ? <LoadCalendar version={view.version} /> : <p className="muted">{t('rules.adminOnly')}</p>}
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('rules.year')}</th>
            <th scope="col" className="num">
              {t('rules.off')}
            </th>
            <th scope="col" className="num">
              {t('rules.work')}
            </th>
            <th scope="col">{t('rules.source')}</th>
          </tr>
        </thead>
        <tbody>
          {view.years.map(year => (
            <tr key={year.year}>
              <th scope="row">{year.year}</th>
              <td className="num">{year.days.filter(d => d.kind === 'off').length}</td>
              <td className="num">{year.days.filter(d => d.kind === 'work').length}</td>
              <td>
                {source(year)}
                <details>
                  <summary>{t('rules.days')}</summary>
                  <p>{sayDays(t, lang, year.days)}</p>
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** 10月1日—8日 休 国庆节、10月10日 班 国庆节: days of one kind and name that follow each other are said together. */
function sayDays(t: T, lang: Lang, days: Days): string {
  const runs: { from: string; to: string; kind: Days[number]['kind']; name: string }[] = []
  for (const { day, kind, name } of days) {
    const last = runs.at(-1)
    if (last && last.kind === kind && last.name === name && addDays(last.to, 1) === day) last.to = day
    else runs.push({ from: day, to: day, kind, name })
  }
  const short = (day: string): string => formatShortDay(day, lang, day)
  return runs
    .map(({ from, to, kind, name }) => {
      const when = from === to ? short(from) : `${short(from)}${lang === 'zh' ? '—' : '–'}${short(to)}`
      return `${when} ${t(kind === 'off' ? 'rules.dayOffWord' : 'rules.dayWorkWord')} ${name}`.trim()
    })
    .join(t('say.comma'))
}

function LoadCalendar({ version }: { version: number }) {
  const { t, lang } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const [preview, setPreview] = useState<CalendarPreview | null>(null)
  const check = useWrite('previewCalendar', { onDone: setPreview })
  const load = useWrite('putCalendar', {
    onDone: ({ relit }) => {
      setPreview(null)
      void cache.invalidateQueries({ queryKey: rulesQuery.queryKey })
      itemsChanged()
      tell(t('rules.applied', { n: relit }))
    },
  })
  return (
    <>
      <FileButton
        label={check.busy ? t('rules.checking') : t('rules.load')}
        hint={t('rules.loadHint')}
        accept=".xlsx,.csv,.txt"
        onTake={file => void check.send({ file })}
      />
      <FaultBox fault={check.fault} waiting={check.waiting} />
      {preview && !check.busy && (
        <section className="preview" aria-label={t('rules.preview', { name: preview.name })}>
          <h3>{t('rules.preview', { name: preview.name })}</h3>
          {preview.faults.length > 0 ? (
            <Box kind="error">
              {t('rules.faults', { n: preview.faults.length })}
              <ul>
                {preview.faults.map(f => (
                  <li key={`${f.line} ${f.rule}`}>
                    {t('rules.fault', { line: f.line, text: f.text, why: t(`rules.faultWhy.${f.rule}`) })}
                  </li>
                ))}
              </ul>
            </Box>
          ) : preview.days.length === 0 ? (
            <Box kind="error">{t('rules.empty')}</Box>
          ) : (
            <>
              <ul>
                {preview.years.map(y => (
                  <li key={y.year}>
                    {t('rules.previewYear', { year: y.year, off: y.off, work: y.work, added: y.added.length, removed: y.removed.length })}
                    {y.added.length > 0 && <p className="muted">{t('rules.added', { days: sayDays(t, lang, y.added) })}</p>}
                    {y.removed.length > 0 && <p className="muted">{t('rules.removed', { days: sayDays(t, lang, y.removed) })}</p>}
                  </li>
                ))}
              </ul>
              <FaultBox fault={load.fault} waiting={load.waiting} />
              <div className="row">
                <Button look="primary" busy={load.busy} onClick={() => void load.send({ body: { version, days: preview.days } })}>
                  {t('rules.apply')}
                </Button>
                <Button onClick={() => setPreview(null)}>{t('do.cancel')}</Button>
              </div>
            </>
          )}
        </section>
      )}
    </>
  )
}
