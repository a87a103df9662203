// A request for a report or figures, registered before it goes out: while it is filled in the page says what it will cost and what is held already.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { formOf } from '../../core/requestform.ts'
import { CheckPanel } from '../burden/CheckPanel.tsx'
import { BLANK, type Draft, isBlankDraft, sentRows } from '../burden/draft.ts'
import { FormRows } from '../burden/FormRows.tsx'
import { burdenChanged, checkQuery } from '../burden/query.ts'
import { RequestFields } from '../burden/RequestFields.tsx'
import { keep, kept } from '../intent.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Head } from '../parts/Shell.tsx'
import { useSession } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { client, itemQuery, itemsChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import '../style/burden.css'

const NAME = 'text.new.request'
/** Not asked at every letter. */
const PAUSE_MS = 400

export function NewRequest() {
  const { t } = useWords()
  const go = useNavigate()
  const { permissions, appointments } = useSession()
  const own = permissions['request.draft'] === 'all' ? null : (appointments.find(a => a.unitId)?.unitId ?? null)
  const [draft, setDraft] = useState<Draft>(() => kept(NAME, { ...BLANK, leadUnitId: own }))
  useEffect(() => keep(NAME, isBlankDraft(draft) ? null : draft), [draft])
  const form = sentRows(draft.form)
  const fields = { ...draft.fields, ...(form.length ? { form } : {}) }
  const body = { id: null, title: draft.title, leadUnitId: draft.leadUnitId, coUnitIds: draft.coUnitIds, fields }
  const asked = usePaused(body)
  const { data: check } = useQuery(checkQuery(asked))
  const write = useWrite('postRequest', {
    scope: 'new.request',
    onDone: item => {
      keep(NAME, null)
      client.setQueryData(itemQuery(item.id).queryKey, item)
      itemsChanged()
      burdenChanged()
      void go({ href: page.item(item.id) })
    },
  })
  const why =
    draft.title.trim().length < 2
      ? t('request.needTitle')
      : !draft.leadUnitId
        ? t('request.needSender')
        : check?.forbidden.length
          ? t('request.needAllowed')
          : null
  return (
    <form
      className="request-new"
      noValidate
      onSubmit={e => {
        e.preventDefault()
        if (!why) void write.send({ body: { ...body, title: draft.title.trim() } })
      }}
    >
      <Head title={t('request.new')} lead={t('request.newLead')} />
      <div className="request-sides">
        <div className="form">
          <RequestFields draft={draft} fixed={own !== null} fault={write.fault} onChange={setDraft} />
          <FormRows rows={draft.form} check={check} onChange={rows => setDraft(old => ({ ...old, form: rows }))} />
          <FaultBox fault={write.fault} waiting={write.waiting} />
          <div className="row request-send">
            <Button type="submit" look="primary" busy={write.busy} reason={why}>
              {t('request.register')}
            </Button>
            <span className="muted">{t('request.registerHint')}</span>
          </div>
        </div>
        {check && <CheckPanel check={check} names={formOf(asked.fields).map(f => f.name)} />}
      </div>
    </form>
  )
}

/** The value as it stood when nothing was typed for a moment. */
function usePaused<V>(value: V): V {
  const text = JSON.stringify(value)
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return JSON.parse(paused) as V
}
