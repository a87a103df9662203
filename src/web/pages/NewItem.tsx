// A stand-alone item: registered, and dispatched at once when its lead unit is known.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { keep, kept } from '../intent.ts'
import { type ClockChoice, ClockField } from '../parts/CommandFields.tsx'
import { FaultBox } from '../parts/FaultBox.tsx'
import { BLANK_ITEM, ItemForm } from '../parts/ItemForm.tsx'
import { Head } from '../parts/Shell.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { itemQuery, itemsChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'

export function NewItem() {
  const { t } = useWords()
  const go = useNavigate()
  const cache = useQueryClient()
  const { measureOf } = useSearch({ strict: false }) as { measureOf?: string }
  const risk = useQuery({ ...itemQuery(measureOf ?? ''), enabled: measureOf !== undefined }).data
  const [draft, setDraft] = useState(() => kept('text.item', BLANK_ITEM))
  useEffect(() => keep('text.item', draft === BLANK_ITEM ? null : draft), [draft])
  const write = useWrite('postItem', {
    scope: 'item',
    onDone: item => {
      keep('text.item', null)
      cache.setQueryData(itemQuery(item.id).queryKey, item)
      itemsChanged()
      void go({ href: page.item(measureOf ?? item.id) })
      if (measureOf) void cache.invalidateQueries({ queryKey: itemQuery(measureOf).queryKey })
    },
  })
  const [clock, setClock] = useState<ClockChoice>('')
  const send = (dispatch: boolean) =>
    void write.send({
      body: {
        draft,
        dispatch,
        ...(measureOf ? { links: [{ relation: 'measure-of', to: measureOf }] } : {}),
        ...(clock === '' ? {} : { clock: clock === 'none' ? null : clock }),
      },
    })
  return (
    <form
      className="form"
      noValidate
      onSubmit={e => {
        e.preventDefault()
        send(false)
      }}
    >
      <Head title={t('newItem.title')} lead={risk ? t('risk.measureFor', { title: risk.title }) : t('newItem.lead')} />
      <ItemForm value={draft} onChange={setDraft} fault={write.fault} />
      <ClockField value={clock} onChange={setClock} />
      <FaultBox fault={write.fault} waiting={write.waiting} />
      <div className="row">
        <Button look="primary" busy={write.busy} reason={draft.leadUnitId ? null : t('newItem.needLead')} onClick={() => send(true)}>
          {t('newItem.dispatch')}
        </Button>
        <Button type="submit" busy={write.busy}>
          {t('newItem.register')}
        </Button>
      </div>
    </form>
  )
}
