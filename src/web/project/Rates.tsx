// 汇率: the rates by which sums in other currencies are converted, newest first, with who set them and when; and setting one.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf } from '../../core/day.ts'
import { CURRENCIES, type Currency } from '../../core/money.ts'
import { call } from '../api.ts'
import { ledgersChanged } from '../kind/query.ts'
import { FaultBox, wrongIn } from '../parts/FaultBox.tsx'
import { Load } from '../parts/Load.tsx'
import { useMay, useSession } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Empty, useTell } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'

const ratesQuery = queryOptions({ queryKey: ['ledger', 'rates'], queryFn: () => call('listRates') })
const FOREIGN = CURRENCIES.filter((c): c is Exclude<Currency, 'CNY'> => c !== 'CNY')

export function Rates() {
  const { t, lang } = useWords()
  const may = useMay()
  const query = useQuery(ratesQuery)
  return (
    <div className="project-outlook">
      {may('rate.write') && <SetRate />}
      <Load query={query} lines={8}>
        {({ rates }) =>
          rates.length === 0 ? (
            <Empty title={t('rates.empty')} lead={t('rates.emptyLead')} />
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            <section className="table-box" aria-label={t('rates.title')} tabIndex={0}>
              <table className="table phone-cards">
                <caption>{t('rates.title')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('kindPage.currency')}</th>
                    <th scope="col">{t('rates.on')}</th>
                    <th scope="col" className="num">
                      {t('rates.rate')}
                    </th>
                    <th scope="col">{t('rates.source')}</th>
                    <th scope="col">{t('rates.by')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rates.map(rate => (
                    <tr key={`${rate.currency}${rate.on}`}>
                      <th scope="row" className="card-line">
                        {t(`kindPage.money.${rate.currency}`)}
                      </th>
                      <td data-name={t('rates.on')}>{formatDay(rate.on, lang)}</td>
                      <td className="num" data-name={t('rates.rate')}>
                        {rate.rate}
                      </td>
                      <td data-name={t('rates.source')}>{rate.source ?? '—'}</td>
                      <td data-name={t('rates.by')}>{t('rates.byAt', { by: rate.by, at: formatDay(dayOf(rate.at), lang) })}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )
        }
      </Load>
    </div>
  )
}

function SetRate() {
  const { t } = useWords()
  const tell = useTell()
  const { today } = useSession()
  const [typed, setTyped] = useState({ currency: 'USD' as (typeof FOREIGN)[number], on: today, rate: '', source: '' })
  const write = useWrite('putRate', {
    scope: 'rate',
    onDone: () => {
      ledgersChanged()
      setTyped(old => ({ ...old, rate: '' }))
      tell(t('rates.set'))
    },
  })
  const wrong = (name: string) => wrongIn(t, write.fault, name)
  return (
    <form
      className="row kind-filters"
      onSubmit={e => {
        e.preventDefault()
        void write.send({ body: { ...typed, rate: typed.rate.trim(), source: typed.source.trim() || null } })
      }}
    >
      <Field label={t('kindPage.currency')}>
        <select value={typed.currency} onChange={e => setTyped({ ...typed, currency: e.target.value as typeof typed.currency })}>
          {FOREIGN.map(c => (
            <option key={c} value={c}>
              {t(`kindPage.money.${c}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('rates.rate')} error={wrong('rate')}>
        <input
          inputMode="decimal"
          required
          maxLength={16}
          value={typed.rate}
          onChange={e => setTyped({ ...typed, rate: e.target.value })}
        />
      </Field>
      <Field label={t('rates.on')} error={wrong('on')}>
        <input type="date" required value={typed.on} onChange={e => setTyped({ ...typed, on: e.target.value })} />
      </Field>
      <Field label={t('rates.source')} error={wrong('source')}>
        <input maxLength={100} value={typed.source} onChange={e => setTyped({ ...typed, source: e.target.value })} />
      </Field>
      <Button type="submit" look="primary" busy={write.busy}>
        {t('rates.do')}
      </Button>
      <FaultBox fault={write.fault} waiting={write.waiting} />
    </form>
  )
}
