// A new item of a kind: the item's own fields and the facts that are known at its first stage; dispatched at once when its lead unit is known.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type Fields, KIND, type LedgerKind, rowOf } from '../../core/kind.ts'
import { keep, kept } from '../intent.ts'
import { Alike } from '../kind/Alike.tsx'
import { FieldInput } from '../kind/FieldInput.tsx'
import { ledgersChanged } from '../kind/query.ts'
import { FaultBox, wrongIn } from '../parts/FaultBox.tsx'
import { BLANK_ITEM, ItemForm } from '../parts/ItemForm.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { itemQuery, itemsChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import '../style/kind.css'

const TOPIC = {
  project: 'investment',
  visit: 'investment',
  lesson: 'investment',
  campaign: 'economy',
  programme: 'programme',
  reform: 'reform',
  risk: 'risk',
  request: 'other',
} as const

export function NewKind() {
  const { kind } = useParams({ strict: false }) as { kind: LedgerKind }
  const { t } = useWords()
  const go = useNavigate()
  const cache = useQueryClient()
  const may = useMay()
  const name = `text.new.${kind}`
  const [typed, setTyped] = useState(() =>
    kept(name, { draft: { ...BLANK_ITEM, topic: TOPIC[kind] as typeof BLANK_ITEM.topic }, fields: {} as Fields, why: '' }),
  )
  useEffect(() => keep(name, typed.draft.title || Object.keys(typed.fields).length ? typed : null), [name, typed])
  const write = useWrite('postItem', {
    scope: `new.${kind}`,
    onDone: item => {
      keep(name, null)
      cache.setQueryData(itemQuery(item.id).queryKey, item)
      itemsChanged()
      ledgersChanged()
      void go({ href: page.item(item.id) })
    },
  })
  const { stages, columns } = KIND[kind]
  const { needs } = stages[rowOf(kind)[0]!]!
  const { draft, fields } = typed
  const wrong = (field: string): string | null => {
    if (write.fault?.code === 'evidence-missing' && String(write.fault.facts.fields).split(',').includes(field)) return t('rule.required')
    return wrongIn(t, write.fault, field)
  }
  const send = (dispatch: boolean) =>
    void write.send({ body: { draft, dispatch, clock: null, detail: { kind, fields }, why: typed.why?.trim() || null } })
  return (
    <form
      className="form"
      noValidate
      onSubmit={e => {
        e.preventDefault()
        send(false)
      }}
    >
      <Head title={t(`kind.${kind}.new`)} lead={t(`kind.${kind}.newLead`)} />
      {[...new Set([...needs, ...columns])].map(field => (
        <FieldInput
          key={field}
          kind={kind}
          name={field}
          value={fields[field]}
          needed={needs.includes(field)}
          error={wrong(field)}
          onChange={value => setTyped(old => ({ ...old, fields: { ...old.fields, [field]: value } }))}
        />
      ))}
      <Alike {...{ kind, title: draft.title, fields }} why={typed.why ?? ''} onWhy={why => setTyped(old => ({ ...old, why }))} />
      <ItemForm value={draft} onChange={next => setTyped(old => ({ ...old, draft: next }))} fault={write.fault} />
      <FaultBox fault={write.fault} waiting={write.waiting} />
      <div className="row">
        {may('item.dispatch') && (
          <Button look="primary" busy={write.busy} reason={draft.leadUnitId ? null : t('newItem.needLead')} onClick={() => send(true)}>
            {t('newItem.dispatch')}
          </Button>
        )}
        <Button type="submit" look={may('item.dispatch') ? 'plain' : 'primary'} busy={write.busy}>
          {t('newItem.register')}
        </Button>
      </div>
    </form>
  )
}
