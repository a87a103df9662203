// The parts of an item with their progress, and what the office can do to them; what waits for a lower level says so.
import { type ReactNode, useState } from 'react'
import { counts, weightShares } from '../../core/cascade.ts'
import type { PartView } from '../../core/contract/cascade.ts'
import type { ItemView } from '../../core/contract/item.ts'
import { Day } from '../parts/Day.tsx'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { sayReason } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import { Attach, Detach, Weigh } from './Arrange.tsx'
import { BreakDown } from './BreakDown.tsx'
import { Prescribe } from './Prescribe.tsx'
import { Propose } from './Proposal.tsx'
import { RelayBelow } from './RelayBelow.tsx'
import '../style/part.css'

type Ask = 'breakDown' | 'prescribe' | 'relay' | 'attach' | 'weigh' | 'propose'

/** More than these are shown when asked for. */
const FIRST = 24

export function Parts({ item }: { item: ItemView }) {
  const { t } = useWords()
  const may = useMay()
  const [ask, setAsk] = useState<Ask | null>(null)
  const [out, setOut] = useState<PartView | null>(null)
  const [all, setAll] = useState(false)
  const { parts } = item
  const office = may('item.break-down')
  const open = ['dispatched', 'in_progress', 'returned'].includes(item.state)
  const programme = parts.some(p => p.actionId)
  const whole = item.chain[0]
  const own = item.prescribed && whole && may('item.propose', item)
  const shares = sharesOf(parts)
  const why = open ? null : t('why.wrong-state', { state: t(`state.${item.state}`), command: t('part.breakDown') })
  // Nothing to show and nothing to begin: a closed or suspended item that never had parts says nothing of them.
  if (parts.length === 0 && !(office && open) && !own) return null

  const DIALOGS: Record<Ask, (onClose: () => void) => ReactNode> = {
    breakDown: onClose => <BreakDown item={item} onClose={onClose} />,
    prescribe: onClose => <Prescribe item={item} onClose={onClose} />,
    relay: onClose => <RelayBelow item={item} onClose={onClose} />,
    attach: onClose => <Attach item={item} onClose={onClose} />,
    weigh: onClose => <Weigh item={item} onClose={onClose} />,
    propose: onClose => <Propose item={item} onClose={onClose} />,
  }
  const asks: Ask[] =
    parts.length > 1 ? ['breakDown', 'prescribe', 'relay', 'attach', 'weigh'] : ['breakDown', 'prescribe', 'relay', 'attach']
  const shown = all ? parts : parts.slice(0, FIRST)

  return (
    <section className="parts" aria-labelledby="parts">
      <div className="parts-head">
        <h2 id="parts">{parts.length > 0 ? t('part.count', { n: parts.length }) : t(office ? 'part.heading' : 'coverage.chosen')}</h2>
        <div className="row">
          {programme && (
            <Go className="button soft" to={page.coverage(item.id)}>
              {t('part.coverage')}
            </Go>
          )}
          {own && (
            <>
              <Button onClick={() => setAsk('propose')}>{t('part.propose')}</Button>
              <Go className="button plain" to={page.coverage(whole.id)}>
                {t('part.coverage')}
              </Go>
            </>
          )}
          {office &&
            asks.map(name => (
              <Button
                key={name}
                look={name === 'breakDown' && parts.length === 0 ? 'soft' : 'plain'}
                reason={why}
                onClick={() => setAsk(name)}
              >
                {t(`part.${name}`)}
              </Button>
            ))}
        </div>
      </div>
      <p className="muted">{t(parts.length > 0 ? 'part.rolled' : office ? 'part.none' : 'part.proposeLead')}</p>
      <ul className="part-list">
        {shown.map(part => (
          <Line key={part.id} part={part} share={shares.get(part.id) ?? null} onOut={office && open ? () => setOut(part) : null} />
        ))}
      </ul>
      {shown.length < parts.length && (
        <p>
          <Button onClick={() => setAll(true)}>{t('part.showAll', { n: parts.length })}</Button>
        </p>
      )}
      {ask && DIALOGS[ask](() => setAsk(null))}
      {out && <Detach item={item} part={out} onClose={() => setOut(null)} />}
    </section>
  )
}

function sharesOf(parts: PartView[]): Map<string, number> {
  const counted = parts.filter(counts)
  const shares = weightShares(counted.map(p => p.weight))
  return new Map(counted.map((p, at) => [p.id, Math.round(shares[at]! * 1000) / 10]))
}

function Line({ part, share, onOut }: { part: PartView; share: number | null; onOut: (() => void) | null }) {
  const { t } = useWords()
  const name = part.unit ?? '—'
  const state =
    part.kind === 'relay' && part.state === 'registered' ? t(part.received ? 'part.received' : 'part.waiting') : t(`state.${part.state}`)
  return (
    <li className="part">
      <div className="part-name">
        <b>{name}</b> {part.kind === 'relay' && <span className="chip">{t('part.lower')}</span>}
        {part.selfChosen && <span className="chip">{t('part.chosen')}</span>}
        <p>
          {part.number && <span className="muted">{part.number} </span>}
          {part.visible ? <Go to={page.item(part.id)}>{part.title}</Go> : part.title}
        </p>
        {part.words && <p className="muted part-words">{t('part.lastWords', { words: part.words })}</p>}
      </div>
      <div className="part-bar">
        <progress max={100} value={part.percent} aria-label={t('part.progress', { unit: name })} />
        <span className="num">{part.percent}%</span>
      </div>
      <p className="part-light" title={sayReason(t, part.reason, part.facts)}>
        <Light light={part.light} reason={part.reason} /> <span className="muted">{state}</span>
      </p>
      <p className={part.overdue ? 'late' : undefined}>
        <Day day={part.dueOn} empty={t('say.unknown')} />
      </p>
      <p className="muted part-share">{share === null ? '' : `${t('part.share')} ${share}%`}</p>
      {onOut && (
        <Button look="quiet" onClick={onOut} aria-label={`${part.kind === 'relay' ? t('command.recall') : t('part.detach')} ${name}`}>
          {part.kind === 'relay' ? t('command.recall') : t('part.detach')}
        </Button>
      )}
    </li>
  )
}
