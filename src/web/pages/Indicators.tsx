// The library of indicators 指标库: what each is, who reports it and what it hangs from; add, roll targets over to the next year.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { IndicatorView } from '../../core/contract/indicator.ts'
import { Frames } from '../indicator/Frames.tsx'
import { IndicatorDialog } from '../indicator/IndicatorDialog.tsx'
import { PasteDialog } from '../indicator/PasteDialog.tsx'
import { RollDialog } from '../indicator/RollDialog.tsx'
import { BoardTabs } from '../parts/BoardTabs.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { indicatorsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Empty } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import '../style/board.css'
import '../style/indicator.css'

export function Indicators() {
  const { t } = useWords()
  const may = useMay()
  const go = useNavigate()
  const query = useQuery(indicatorsQuery)
  const [asked, setAsked] = useState<'add' | 'paste' | 'roll' | null>(null)
  const [q, setQ] = useState('')
  const [retired, setRetired] = useState(false)
  const all = query.data?.indicators ?? []
  const kept = all.filter(i => retired || !i.retired)
  const want = q.trim().toLowerCase()
  const found = kept.filter(i =>
    [i.name, i.code ?? '', i.sourceUnit ?? '', i.frame ?? '', ...i.aliases].some(w => w.toLowerCase().includes(want)),
  )
  const add = (
    <Button look="primary" onClick={() => setAsked('add')}>
      {t('indicator.add')}
    </Button>
  )
  return (
    <>
      <Head title={t('indicator.title')} lead={query.data ? t('indicator.count', { n: kept.length }) : ' '}>
        {may('warning.read') && (
          <Go className="button plain" to={page.warnings}>
            {t('risk.warnings')}
          </Go>
        )}
        {may('indicator.write') && (
          <>
            <Button onClick={() => setAsked('roll')}>{t('goal.roll')}</Button>
            <Button onClick={() => setAsked('paste')}>{t('indicator.paste')}</Button>
            <Frames frames={query.data?.frames ?? []} indicators={all} />
            {add}
          </>
        )}
      </Head>
      <BoardTabs />
      <Load query={query} lines={10}>
        {({ frames }) => (
          <>
            {all.length === 0 ? (
              <Empty
                title={t('indicator.empty')}
                lead={t('indicator.emptyLead')}
                action={
                  may('indicator.write') && (
                    <>
                      {add}
                      <Button onClick={() => setAsked('paste')}>{t('indicator.paste')}</Button>
                    </>
                  )
                }
              />
            ) : (
              <>
                <div className="board-tools">
                  <Field label={t('indicator.search')}>
                    <input type="search" value={q} onChange={e => setQ(e.target.value)} />
                  </Field>
                  {all.some(i => i.retired) && (
                    <label className="check">
                      <input type="checkbox" checked={retired} onChange={e => setRetired(e.target.checked)} />
                      {t('indicator.withRetired')}
                    </label>
                  )}
                </div>
                {found.length === 0 ? <p className="muted">{t('say.noMatch', { q })}</p> : <List indicators={found} />}
              </>
            )}
            {asked === 'add' && (
              <IndicatorDialog
                indicator={null}
                others={all}
                frames={frames}
                onDone={id => void go({ href: page.indicator(id) })}
                onClose={() => setAsked(null)}
              />
            )}
            {asked === 'paste' && query.data && <PasteDialog list={query.data} onClose={() => setAsked(null)} />}
            {asked === 'roll' && <RollDialog onClose={() => setAsked(null)} />}
          </>
        )}
      </Load>
    </>
  )
}

function List({ indicators }: { indicators: IndicatorView[] }) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={t('indicator.title')} tabIndex={0}>
      <table className="table phone-cards">
        <caption className="hidden">{t('indicator.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('indicator.name')}</th>
            <th scope="col">{t('indicator.kindHead')}</th>
            <th scope="col">{t('indicator.unit')}</th>
            <th scope="col" className="wide-only">
              {t('indicator.frequencyHead')}
            </th>
            <th scope="col">{t('indicator.sourceUnit')}</th>
            <th scope="col" className="wide-only">
              {t('board.frame')}
            </th>
            <th scope="col" className="wide-only">
              {t('board.topic')}
            </th>
          </tr>
        </thead>
        <tbody>
          {indicators.map(i => (
            <tr key={i.id} className={i.retired ? 'was' : undefined}>
              <th scope="row" className="card-line">
                <Go to={page.indicator(i.id)} lang="zh-CN">
                  {i.name}
                </Go>
                {i.retired && <> · {t('indicator.retired')}</>}
              </th>
              <td>{t(`indicator.kind.${i.kind}`)}</td>
              <td lang="zh-CN">{i.unit || '—'}</td>
              <td className="wide-only">{t(`indicator.frequency.${i.frequency}`)}</td>
              <td data-name={t('indicator.sourceUnit')}>{i.sourceUnit ?? <span className="muted">{t('say.unknown')}</span>}</td>
              <td className="wide-only" lang="zh-CN">
                {i.frame ?? '—'}
              </td>
              <td className="wide-only">{t(`topic.${i.topic}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
