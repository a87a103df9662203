// One item 事项: what it is, how it stands and why, where it came from, what was done, and what can be done now.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ItemView } from '../../core/contract/item.ts'
import { Chain } from '../cascade/Chain.tsx'
import { Parts } from '../cascade/Parts.tsx'
import { AnswerProposal } from '../cascade/Proposal.tsx'
import { AnswerLinks } from '../parts/AnswerLinks.tsx'
import { Day } from '../parts/Day.tsx'
import { FirstResponsible } from '../parts/FirstResponsible.tsx'
import { Go } from '../parts/Go.tsx'
import { ItemActions } from '../parts/ItemActions.tsx'
import { Light } from '../parts/Light.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { SourceStrip } from '../parts/SourceStrip.tsx'
import { useMay, useUnits } from '../parts/session.ts'
import { Timeline } from '../parts/Timeline.tsx'
import { page } from '../paths.ts'
import { itemQuery } from '../query.ts'
import { sayReason } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import '../style/item.css'

export function Item() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { t } = useWords()
  const query = useQuery(itemQuery(id))
  return (
    <Load query={query} title={t('ledger.titleHead')}>
      {item => <Whole item={item} />}
    </Load>
  )
}

function Whole({ item }: { item: ItemView }) {
  const { t } = useWords()
  const may = useMay()
  return (
    <article className="item">
      <p className="item-number">
        {item.number} <span className="chip">{t(`state.${item.state}`)}</span>
        {item.urgency === 'urgent' && <b className="urgent">{t('urgency.urgent')}</b>}
      </p>
      <Head title={item.title} />
      <p className="item-light">
        <Light light={item.light} reason={item.reason} /> <span>{sayReason(t, item.reason, item.facts)}</span>
      </p>
      <Chain item={item} />
      {item.source ? <SourceStrip source={item.source} /> : <p className="muted">{t('item.noSource')}</p>}
      <AnswerProposal item={item} />
      <ItemActions item={item} />
      <Parts item={item} />
      <div className="item-columns">
        <section aria-labelledby="timeline">
          <h2 id="timeline">{t('item.timeline')}</h2>
          <Timeline entries={item.timeline} />
        </section>
        <aside aria-labelledby="facts">
          <h2 id="facts">{t('item.facts')}</h2>
          <Facts item={item} />
          {may('link.write') && <AnswerLinks item={item} />}
        </aside>
      </div>
    </article>
  )
}

function Facts({ item }: { item: ItemView }) {
  const { t } = useWords()
  const { unitOf } = useUnits()
  const lead = item.leadUnitId ? unitOf(item.leadUnitId) : undefined
  return (
    <dl className="facts">
      <Pair name={t('item.lead')}>
        {item.leadUnitId ? (
          <>
            <Go to={page.ledger({ unit: item.leadUnitId })}>{item.leadUnit}</Go>
            <span className="muted facts-small">
              {lead && lead.liaisons.length > 0 ? `${t('item.liaison')} ${lead.liaisons.join('、')}` : t('item.noLiaison')}
            </span>
          </>
        ) : (
          <span className="muted">{t('say.unknown')}</span>
        )}
      </Pair>
      {item.leadUnitId && (
        <Pair name={t('post.first')}>
          <FirstResponsible unitId={item.leadUnitId} dispatchedAt={item.dispatchedAt} />
        </Pair>
      )}
      <Pair name={t('item.co')}>{item.coUnits.length > 0 ? item.coUnits.join('、') : <span className="muted">{t('say.none')}</span>}</Pair>
      <Pair name={t('item.due')}>
        <Day day={item.dueOn} empty={t('say.unknown')} />
      </Pair>
      <Pair name={t('item.clock')}>
        {item.clock === null
          ? t('item.clockNone')
          : item.clock.allowed === null
            ? t('item.clockFree', { used: item.clock.used })
            : t('item.clockOf', { used: item.clock.used, allowed: item.clock.allowed })}
      </Pair>
      <Pair name={t('item.progress')}>
        <progress max={100} value={item.percent} aria-label={t('item.progress')} /> {item.percent}%
      </Pair>
      {item.waitingFor && <Pair name={t('item.waiting')}>{t(`waiting.${item.waitingFor}`)}</Pair>}
      <Pair name={t('item.measure')}>{item.measure ?? <span className="muted">{t('say.unknown')}</span>}</Pair>
      <Pair name={t('item.topic')}>{t(`topic.${item.topic}`)}</Pair>
    </dl>
  )
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
