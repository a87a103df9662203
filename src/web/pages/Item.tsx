// One item 事项: what it is, how it stands and why, where it came from, what was done, and what can be done now.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import type { ItemView } from '../../core/contract/item.ts'
import { KIND } from '../../core/kind.ts'
import { Chain } from '../cascade/Chain.tsx'
import { Parts } from '../cascade/Parts.tsx'
import { AnswerProposal } from '../cascade/Proposal.tsx'
import { Detail } from '../kind/Detail.tsx'
import { Relatives } from '../kind/Relatives.tsx'
import { VIEWS } from '../kind/views.ts'
import { AnswerLinks } from '../parts/AnswerLinks.tsx'
import { Clocks, Troubles, Waits } from '../parts/Clocks.tsx'
import { Day } from '../parts/Day.tsx'
import { FirstResponsible } from '../parts/FirstResponsible.tsx'
import { Go } from '../parts/Go.tsx'
import { ItemActions } from '../parts/ItemActions.tsx'
import { ItemSlips } from '../parts/ItemSlips.tsx'
import { Light } from '../parts/Light.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { SourceStrip } from '../parts/SourceStrip.tsx'
import { useMay, useUnits } from '../parts/session.ts'
import { Timeline } from '../parts/Timeline.tsx'
import { UrgeLog } from '../parts/UrgeLog.tsx'
import { page } from '../paths.ts'
import { itemQuery, slipsQuery } from '../query.ts'
import { formatDay } from '../words/day.ts'
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
  const broken = item.parts.length > 0
  const Panel = item.detail && VIEWS[item.detail.kind]?.item
  // It goes its way by stages: nobody carries it out, so that it has no light, no deadline and no parts.
  const staged = item.detail !== null && KIND[item.detail.kind].drafts !== undefined
  const slips = useQuery({ ...slipsQuery({ item: item.id }), enabled: may('slip.read') })
  return (
    <article className="item">
      <p className="item-number">
        {item.number} {!staged && <span className="chip">{t(`state.${item.state}`)}</span>}
        {item.urgency === 'urgent' && <b className="urgent">{t('urgency.urgent')}</b>}
      </p>
      <Head title={item.title} />
      {!staged && (
        <p className="item-light">
          <Light light={item.light} reason={item.reason} /> <span>{sayReason(t, item.reason, item.facts)}</span>
        </p>
      )}
      <Chain item={item} />
      {!staged && <Troubles item={item} />}
      {item.follows && (
        <p>
          {t('item.follows')}{' '}
          <Go to={page.item(item.follows.id)}>
            {item.follows.number} {item.follows.title}
          </Go>
        </p>
      )}
      {item.source ? <SourceStrip source={item.source} /> : !staged && <p className="muted">{t('item.noSource')}</p>}
      <AnswerProposal item={item} />
      <ItemActions item={item} />
      <Detail item={item} />
      {Panel && (
        <Suspense>
          <Panel item={item} />
        </Suspense>
      )}
      {broken && <Parts item={item} />}
      <div className="item-columns">
        <section aria-labelledby="timeline">
          <h2 id="timeline">{t('item.timeline')}</h2>
          <Timeline entries={item.timeline} slips={slips.data?.slips ?? []} />
        </section>
        <aside className="item-facts" aria-labelledby="facts">
          <h2 id="facts">{t('item.facts')}</h2>
          {staged ? <Asking item={item} /> : <Facts item={item} />}
        </aside>
        <div className="item-tools">
          <Relatives item={item} />
          {!staged && !broken && <Parts item={item} />}
          {!staged && may('slip.read') && <ItemSlips item={item} />}
          {!staged && <UrgeLog item={item} />}
          {!staged && may('link.write') && <AnswerLinks item={item} />}
        </div>
      </div>
    </article>
  )
}

/** Who asks whom. */
function Asking({ item }: { item: ItemView }) {
  const { t } = useWords()
  return (
    <dl className="facts">
      <Pair name={t('request.sender')}>{item.leadUnit ?? <span className="muted">{t('say.unknown')}</span>}</Pair>
      <Pair name={t('request.addressees')}>{item.coUnits.join(t('say.comma')) || <span className="muted">{t('say.none')}</span>}</Pair>
    </dl>
  )
}

function Facts({ item }: { item: ItemView }) {
  const { t, lang } = useWords()
  // The deadline as it was before anything moved it.
  const moved = item.timeline.findLast(e => ['extend', 'grant-extension', 'resume'].includes(e.kind) && e.facts.was !== e.facts.dueOn)
  const first = moved?.facts.was ? String(moved.facts.was) : null
  const { unitOf } = useUnits()
  const lead = item.leadUnitId ? unitOf(item.leadUnitId) : undefined
  return (
    <dl className="facts">
      <Pair name={t('item.lead')}>
        {item.leadUnitId ? (
          <>
            <Go to={page.ledger({ unit: item.leadUnitId })}>{item.leadUnit}</Go>
            <span className="muted facts-small">
              {lead && lead.liaisons.length > 0 ? `${t('item.liaison')} ${lead.liaisons.join(t('say.comma'))}` : t('item.noLiaison')}
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
      <Pair name={t('item.co')}>
        {item.coUnits.length > 0 ? item.coUnits.join(t('say.comma')) : <span className="muted">{t('say.none')}</span>}
      </Pair>
      <Pair name={t('item.due')}>
        <Day day={item.dueOn} empty={t('say.unknown')} />
        {first && <span className="facts-small muted">{t('item.oldDue', { day: formatDay(first, lang) })}</span>}
        {item.askedDue && <span className="facts-small">{t('item.asked', { day: formatDay(item.askedDue, lang) })}</span>}
      </Pair>
      <Pair name={t('item.clock')} wide>
        <Clocks item={item} />
      </Pair>
      <Pair name={t('item.progress')}>
        <progress max={100} value={item.percent} aria-label={t('item.progress')} /> {item.percent}%
      </Pair>
      {item.clocks.length > 0 && (
        <Pair name={t('item.waits')} wide>
          <Waits item={item} />
        </Pair>
      )}
      {(item.recheckOn || item.rechecks > 0) && (
        <Pair name={t('item.recheck')}>
          {[
            item.recheckOn && t('item.recheckOn', { day: formatDay(item.recheckOn, lang) }),
            item.rechecks > 0 && t('item.recheckTaken', { n: item.rechecks }),
          ]
            .filter(Boolean)
            .join(t('say.comma'))}
        </Pair>
      )}
      <Pair name={t('item.measure')}>{item.measure ?? <span className="muted">{t('say.unknown')}</span>}</Pair>
      <Pair name={t('item.topic')}>{t(`topic.${item.topic}`)}</Pair>
    </dl>
  )
}

function Pair({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'wide' : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
