// Burden 减负: what units are asked by month, the register of requests, and what the program itself asks; a unit sees its own months and the register.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { BurdenView } from '../../core/contract/burden.ts'
import { BudgetDialog } from '../burden/BudgetDialog.tsx'
import { hours, sayTime } from '../burden/hours.ts'
import { burdenQuery } from '../burden/query.ts'
import { Register } from '../burden/Register.tsx'
import { ToAnswer } from '../burden/ToAnswer.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { formatPeriod } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import '../style/burden.css'

export function Burden() {
  const { t } = useWords()
  const may = useMay()
  const { month, stage = '', q = '' } = useSearch({ strict: false }) as { month?: string; stage?: string; q?: string }
  const query = useQuery(burdenQuery(month))
  const [budget, setBudget] = useState(false)
  return (
    <>
      <Head title={t('burden.title')} lead={t('burden.lead')}>
        {may('budget.write') && <Button onClick={() => setBudget(true)}>{t('burden.setBudget')}</Button>}
        {may('request.draft') && (
          <Go className="button primary" to={page.newRequest}>
            {t('request.new')}
          </Go>
        )}
      </Head>
      <Load query={query} lines={12}>
        {view => (
          <>
            <ToAnswer due={view.toAnswer} />
            <Months view={view} />
            <Register requests={view.requests} stage={stage} q={q} month={month} />
            {budget && <BudgetDialog budgets={view.budgets} month={view.months.at(-1)!} onClose={() => setBudget(false)} />}
          </>
        )}
      </Load>
    </>
  )
}

function Months({ view }: { view: BurdenView }) {
  const { t, lang } = useWords()
  const go = useNavigate()
  const last = view.months.length - 1
  const period = formatPeriod(view.months[last]!, lang)
  const isAsked = (u: BurdenView['units'][number]) => !view.all || u.cells.some(c => c.minutes > 0 || c.saved > 0)
  const units = view.units.filter(isAsked).toSorted((a, b) => b.cells[last]!.minutes - a.cells[last]!.minutes)
  const others = view.units.filter(u => !isAsked(u) && u.cells[last]!.system > 0)
  const sum = (of: 'minutes' | 'saved' | 'system', at = last) => view.units.reduce((n, u) => n + u.cells[at]![of], 0)
  const over = units.filter(u => u.cells[last]!.minutes > u.budget)
  const time = (minutes: number) => sayTime(t, minutes, lang)
  return (
    <>
      <div className="board-tools">
        <Field label={t('burden.month')}>
          <input
            type="month"
            value={view.months[last]}
            onChange={e => e.target.value && void go({ href: page.burden({ month: e.target.value }) })}
          />
        </Field>
      </div>
      <p className="burden-now">
        {t('burden.now', { period, time: time(sum('minutes')), units: units.filter(u => u.cells[last]!.minutes > 0).length })}{' '}
        {over.length > 0 ? (
          <span className="late">{t('burden.overNow', { n: over.length })}</span>
        ) : (
          <span className="muted">{t('burden.noneOver')}</span>
        )}
      </p>
      <p className="muted">{t('burden.nowMore', { system: time(sum('system')), saved: time(sum('saved')) })}</p>
      <h2 className="burden-h">{t('burden.byMonth')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable) */}
      <section className="table-box burden-months" aria-label={t('burden.byMonth')} tabIndex={0}>
        <table className="table">
          <caption className="hidden">{t('burden.byMonth')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('burden.unit')}</th>
              <th scope="col" className="num">
                {t('burden.budgetHours')}
              </th>
              {view.months.toReversed().map(m => (
                <th key={m} scope="col" className="num">
                  {formatPeriod(m, lang)}
                </th>
              ))}
              <th scope="col" className="num">
                {t('burden.systemNow')}
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map(unit => (
              <tr key={unit.id}>
                <th scope="row">
                  <Go to={page.unitBurden(unit.id, { month: view.months[last]! })}>{unit.name}</Go>
                </th>
                <td className="num muted">{hours(unit.budget, lang)}</td>
                {unit.cells.toReversed().map((cell, at) => (
                  <td key={view.months[last - at]} className={cell.minutes > unit.budget ? 'num burden-over' : 'num'}>
                    {cell.minutes > unit.budget && <span aria-hidden="true">▲ </span>}
                    {hours(cell.minutes, lang)}
                    {cell.minutes > unit.budget && <span className="hidden">{t('burden.overWord')}</span>}
                  </td>
                ))}
                <td className="num muted">{hours(unit.cells[last]!.system, lang)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('burden.all')}</th>
              <td />
              {view.months.toReversed().map((m, at) => (
                <td key={m} className="num">
                  {hours(sum('minutes', last - at), lang)}
                </td>
              ))}
              <td className="num muted">{hours(sum('system'), lang)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      <p className="muted">{t('burden.monthsHint')}</p>
      {others.length > 0 && (
        <details className="burden-others">
          <summary>{t('burden.others', { n: others.length })}</summary>
          <ul>
            {others.map(u => (
              <li key={u.id}>
                <Go to={page.unitBurden(u.id, { month: view.months[last]! })}>{u.name}</Go> {time(u.cells[last]!.system)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
