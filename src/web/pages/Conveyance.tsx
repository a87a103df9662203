// 传达比对: a document beside the one that it conveys, directive by directive: what was kept, localised, dropped, added, tightened.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ConveyanceView } from '../../core/contract/conveyance.ts'
import { ALIKE_FROM } from '../../core/conveyance.ts'
import { RELAY_VERDICTS, type RelayVerdict } from '../../core/relay.ts'
import { Conveyed } from '../cascade/Conveyed.tsx'
import { Day } from '../parts/Day.tsx'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { conveyanceQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Box, Empty, useTell } from '../ui/Notice.tsx'
import { Views } from '../ui/Views.tsx'
import { useWords } from '../words/words.ts'
import '../style/conveyance.css'
import '../style/coverage.css'

export function Conveyance() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { t } = useWords()
  const query = useQuery(conveyanceQuery(id))
  return (
    <Load query={query} title={t('relay.title')}>
      {view => <Whole view={view} />}
    </Load>
  )
}

function Whole({ view }: { view: ConveyanceView }) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const [choosing, setChoosing] = useState(false)
  const write = useWrite('putConveyance', {
    onDone: answer => {
      cache.setQueryData(conveyanceQuery(view.id).queryKey, answer)
      setChoosing(false)
      tell(t(answer.of ? 'relay.saved' : 'relay.cleared'))
    },
  })
  const say = (of: string | null) => void write.send({ params: { id: view.id }, body: { of } })
  return (
    <article className="conveyance">
      <Head title={t('relay.title')} lead={<Go to={page.document(view.id)}>《{view.title}》</Go>}>
        {view.of && <Button onClick={() => setChoosing(!choosing)}>{t('relay.change')}</Button>}
        {view.of && (
          <Button look="quiet" busy={write.busy} onClick={() => say(null)}>
            {t('relay.clear')}
          </Button>
        )}
      </Head>
      <FaultBox fault={write.fault} />
      {(!view.of || choosing) && <Choose view={view} busy={write.busy} onChoose={say} />}
      {view.of && <Comparison of={view.of} />}
    </article>
  )
}

function Choose({ view, busy, onChoose }: { view: ConveyanceView; busy: boolean; onChoose: (id: string) => void }) {
  const { t } = useWords()
  if (view.candidates.length === 0) return <Empty title={t('relay.noneAlike')} />
  return (
    <section className="conveyance-choose" aria-labelledby="choose">
      <h2 id="choose">{t('relay.choose')}</h2>
      <p className="muted">{t('relay.chooseHint')}</p>
      <ul>
        {view.candidates.map((one, at) => (
          <li key={one.id}>
            <div>
              <Go to={page.document(one.id)}>《{one.title}》</Go>
              <p className="muted">
                <Day day={one.day} /> {t('relay.alike', { n: Math.round(one.alike * 100) })}
              </p>
            </div>
            <Button
              look={at === 0 && one.alike >= ALIKE_FROM ? 'primary' : 'plain'}
              busy={busy}
              onClick={() => onChoose(one.id)}
              aria-label={`${t('relay.is')} ${one.title}`}
            >
              {t('relay.is')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Comparison({ of }: { of: NonNullable<ConveyanceView['of']> }) {
  const { t } = useWords()
  const go = useNavigate()
  const { show } = useSearch({ strict: false }) as { show?: string }
  const { upper, lower, days, lines, counts } = of
  const verdict = RELAY_VERDICTS.find(v => v === show) ?? null
  const shown = verdict ? lines.filter(line => line.verdict === verdict) : lines
  const turn = (to: RelayVerdict | null) => void go({ to: '.', search: (to ? { show: to } : {}) as never, replace: true })
  const choices = [
    { view: null, name: t('relay.all'), n: lines.length },
    ...RELAY_VERDICTS.map(view => ({ view, name: t(`relay.verdict.${view}`), n: counts[view] ?? 0 })),
  ]
  return (
    <>
      <p>
        {t('relay.lead', { title: upper.title })}
        {' · '}
        {days === null ? t('relay.daysUnknown') : t('relay.days', { upper: upper.day, lower: lower.day, days })}
      </p>
      {of.pilingOn ? (
        <Box kind="warn" action={<Button onClick={() => turn('tightened')}>{t('relay.onlyTightened')}</Button>}>
          <b>{t('relay.piling', { n: counts.tightened })}</b>
          <p>{t('relay.pilingHint')}</p>
        </Box>
      ) : (
        lines.length > 0 && <Box kind="done">{t('relay.pilingNone')}</Box>
      )}
      {lines.length === 0 ? (
        <Empty title={t('relay.none')} />
      ) : (
        <>
          <Views legend={t('relay.filter')} views={choices} shown={verdict} onShow={turn} />
          {shown.length === 0 && <p className="muted">{t('relay.noneShown')}</p>}
          <ol className="conveyed">
            {shown.map(line => (
              <Conveyed key={`${line.upper}-${line.lower}`} line={line} upper={upper} lower={lower} />
            ))}
          </ol>
        </>
      )}
    </>
  )
}
