// The items of a scheme as a table to be edited: weights summed as one types, what the rules forbid flagged in their words; saving makes a version.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SchemeView } from '../../core/contract/scheme.ts'
import { isBarred, weightsOf } from '../../core/scheme.ts'
import { keep, kept } from '../intent.ts'
import { FaultBox, faultOf } from '../parts/FaultBox.tsx'
import { useSession } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { indicatorsQuery, schemesChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { sayRule } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import { draftOf, faultOfItem, type ItemDraft, itemOf, newItem, type SchemeDraft } from './draft.ts'
import { ItemRow } from './ItemRow.tsx'

export function Editor({ scheme }: { scheme: SchemeView | null }) {
  const { t } = useWords()
  const tell = useTell()
  const go = useNavigate()
  const { today } = useSession()
  const key = `scheme.${scheme ? `${scheme.id}.${scheme.version}` : 'new'}`
  const [restored, setRestored] = useState(() => kept<SchemeDraft | null>(key, null) !== null)
  const [draft, setDraft] = useState(() => kept<SchemeDraft | null>(key, null) ?? draftOf(scheme, Number(today.slice(0, 4))))
  const [dirty, setDirty] = useState(restored)
  const [tried, setTried] = useState(false)
  const indicators = useQuery(indicatorsQuery).data?.indicators.filter(i => !i.retired) ?? []
  const change = (next: Partial<SchemeDraft>) => {
    const made = { ...draft, ...next }
    setDraft(made)
    setDirty(true)
    keep(key, made)
  }
  const onDone = (saved: SchemeView) => {
    keep(key, null)
    setDirty(false)
    schemesChanged()
    tell(scheme ? t('scheme.done', { n: saved.version }) : t('scheme.made'))
    void go({ href: page.scheme(saved.id, { tab: 'items' }), replace: !scheme })
  }
  const add = useWrite('postScheme', { scope: 'scheme.new', onDone })
  const put = useWrite('putScheme', { onDone })
  const write = scheme ? put : add
  const items = draft.items.map(itemOf)
  const weights = weightsOf(items.filter(item => item.weight > 0))
  const flagged = items.filter(isBarred)
  const set = (at: number, next: Partial<ItemDraft>) =>
    change({ items: draft.items.map((item, n) => (n === at ? { ...item, ...next } : item)) })
  const move = (at: number, by: number) => {
    const next = [...draft.items]
    next.splice(at + by, 0, ...next.splice(at, 1))
    change({ items: next })
  }
  const send = (retired: boolean) => {
    setTried(true)
    if (draft.items.some(item => faultOfItem(item) !== null) || draft.name.trim().length < 2) return
    const body = { name: draft.name, year: Number(draft.year), items, why: draft.why.trim() || null, retired, seen: scheme?.version ?? 0 }
    void (scheme ? put.send({ params: { id: scheme.id }, body }) : add.send({ body }))
  }
  const wrong = (field: string): string | null => {
    if (field === 'name' && tried && draft.name.trim().length < 2) return t('rule.short')
    const fault = faultOf(write.fault, field)
    return fault && !fault.path.includes('items') ? sayRule(t, fault.rule) : null
  }
  return (
    <form
      className="scheme-editor"
      noValidate
      onSubmit={e => {
        e.preventDefault()
        send(scheme?.retired ?? false)
      }}
    >
      {restored && dirty && (
        <Box
          kind="info"
          action={
            <Button
              onClick={() => {
                keep(key, null)
                setDraft(draftOf(scheme, Number(today.slice(0, 4))))
                setDirty(false)
                setRestored(false)
              }}
            >
              {t('scheme.discard')}
            </Button>
          }
        >
          {t('scheme.keptDraft')}
        </Box>
      )}
      <div className="scheme-head">
        <Field label={t('scheme.name')} error={wrong('name')}>
          <input maxLength={60} value={draft.name} onChange={e => change({ name: e.target.value })} />
        </Field>
        <Field label={t('scheme.year')} error={wrong('year')}>
          <input type="number" min={2000} max={2100} value={draft.year} onChange={e => change({ year: e.target.value })} />
        </Field>
      </div>
      {flagged.length > 0 && (
        <Box kind="error">
          <p>{t('scheme.forbiddenLead', { n: flagged.length })}</p>
          <ul>
            {flagged.map(item => (
              <li key={item.id}>{item.name}</li>
            ))}
          </ul>
        </Box>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable) */}
      <section className="table-box" aria-label={t('scheme.editTab')} tabIndex={0}>
        <table className="table scheme-items phone-cards">
          <caption className="hidden">{t('scheme.editTab')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('scheme.item')}</th>
              <th scope="col">{t('scheme.by')}</th>
              <th scope="col">{t('scheme.measure')}</th>
              <th scope="col">{t('scheme.weight')}</th>
              <th scope="col">{t('scheme.cap')}</th>
              <th scope="col">
                <span className="hidden">{t('scheme.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {draft.items.map((item, at) => (
              <ItemRow
                key={item.id}
                item={item}
                n={at + 1}
                of={draft.items.length}
                tried={tried}
                indicators={indicators}
                onChange={next => set(at, next)}
                onMove={by => move(at, by)}
                onRemove={() => change({ items: draft.items.filter((_, n) => n !== at) })}
              />
            ))}
          </tbody>
        </table>
      </section>
      <p className="scheme-sum" aria-live="polite">
        <b>{t(weights.forbidden > 0 ? 'scheme.sum' : 'scheme.sumClean', { ...weights })}</b>{' '}
        {weights.full !== 100 && <span className="flag">{t('scheme.not100')}</span>}
      </p>
      <div className="row">
        <Button onClick={() => change({ items: [...draft.items, newItem()] })}>{t('scheme.addItem')}</Button>
      </div>
      {scheme && (
        <Field label={t('scheme.why')} hint={t('scheme.whyHint')} error={wrong('why')}>
          <textarea rows={2} maxLength={500} value={draft.why} onChange={e => change({ why: e.target.value })} />
        </Field>
      )}
      <FaultBox fault={write.fault} waiting={write.waiting} />
      <div className="row">
        <Button type="submit" look="primary" busy={write.busy}>
          {scheme ? t('scheme.save', { n: scheme.version + 1 }) : t('scheme.create')}
        </Button>
        {scheme && (
          <Button look="quiet" onClick={() => send(!scheme.retired)}>
            {t(scheme.retired ? 'scheme.restore' : 'scheme.retire')}
          </Button>
        )}
        {dirty && <span className="muted">{t('scheme.unsaved')}</span>}
      </div>
    </form>
  )
}
