// The supervision circular 督查通报 of a period: the sheet as it will be sent, and one click for the Word file.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { address } from '../api.ts'
import { GongwenPage } from '../parts/GongwenPage.tsx'
import { Load } from '../parts/Load.tsx'
import { PERIODS, periodOf } from '../parts/period.ts'
import { Head } from '../parts/Shell.tsx'
import { useSession } from '../parts/session.ts'
import { page } from '../paths.ts'
import { circularQuery } from '../query.ts'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import '../style/circular.css'

interface Asked {
  from?: string
  to?: string
  number?: string
}

export function Circular() {
  const { t } = useWords()
  const { today } = useSession()
  const go = useNavigate()
  const asked = useSearch({ strict: false }) as Asked
  const { from, to } = asked.from && asked.to ? { from: asked.from, to: asked.to } : periodOf('year', today)
  const filters = { from, to, ...(asked.number ? { number: asked.number } : {}) }
  const query = useQuery(circularQuery(filters))
  const change = (more: Asked) => void go({ to: page.circular, search: { ...filters, ...more } as never, replace: true })

  return (
    <div className="circular">
      <Head title={t('circular.title')}>
        <button type="button" className="button plain" onClick={() => print()}>
          {t('app.printed')}
        </button>
        <a className="button primary" href={address('getCircularDocx', { query: filters })} download>
          {t('circular.docx')}
        </a>
      </Head>
      <div className="circular-tools">
        <fieldset className="periods">
          <legend className="field-name">{t('circular.period')}</legend>
          {PERIODS.map(name => {
            const p = periodOf(name, today)
            return (
              <button
                key={name}
                type="button"
                className="button plain"
                aria-pressed={p.from === from && p.to === to}
                onClick={() => change(p)}
              >
                {t(`circular.${name}`)}
              </button>
            )
          })}
        </fieldset>
        <Field label={t('circular.from')}>
          <input type="date" value={from} max={to} onChange={e => e.target.value && change({ from: e.target.value })} />
        </Field>
        <Field label={t('circular.to')}>
          <input type="date" value={to} min={from} onChange={e => e.target.value && change({ to: e.target.value })} />
        </Field>
        <Field label={t('circular.number')}>
          <input
            maxLength={40}
            defaultValue={asked.number ?? ''}
            placeholder={t('circular.numberHint')}
            onBlur={e => e.target.value !== (asked.number ?? '') && change({ number: e.target.value })}
          />
        </Field>
      </div>
      <Load query={query} lines={12}>
        {({ gongwen }) => (
          <div className="desk" aria-busy={query.isPlaceholderData}>
            <GongwenPage gongwen={gongwen} />
          </div>
        )}
      </Load>
    </div>
  )
}
