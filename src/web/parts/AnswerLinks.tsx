// The answer links of an item, for the office: made for a named person, shown once, taken back when no longer wanted.
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { LINK_DAYS } from '../../core/answerlink.ts'
import type { ItemView } from '../../core/contract/item.ts'
import type { LinkView } from '../../core/contract/link.ts'
import type { Answer } from '../api.ts'
import { keep, kept } from '../intent.ts'
import { page } from '../paths.ts'
import { client, linksQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { wrongIn } from './FaultBox.tsx'
import { useUnits } from './session.ts'
import { WriteDialog } from './WriteDialog.tsx'
import { useWrite } from './write.ts'
import '../style/answer.css'

export function AnswerLinks({ item }: { item: ItemView }) {
  const { t } = useWords()
  const { data } = useQuery(linksQuery(item.id))
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<LinkView | null>(null)
  const answerable = item.leadUnitId !== null && ['dispatched', 'in_progress', 'returned'].includes(item.state)
  if (!answerable && !data?.links.length) return null
  return (
    <section aria-labelledby="answer-links">
      <h2 id="answer-links">{t('answer.links')}</h2>
      <p className="field-hint">{t('answer.linksLead')}</p>
      {data && data.links.length > 0 && (
        <ul className="links">
          {data.links.map(link => (
            <Row key={link.id} link={link} onRevoke={() => setRevoking(link)} />
          ))}
        </ul>
      )}
      {answerable && <Button onClick={() => setMaking(true)}>{t('answer.make')}</Button>}
      {making && <Make item={item} onClose={() => setMaking(false)} />}
      {revoking && <Revoke link={revoking} itemId={item.id} onClose={() => setRevoking(null)} />}
    </section>
  )
}

function Row({ link, onRevoke }: { link: LinkView; onRevoke: () => void }) {
  const { t, lang } = useWords()
  const ended = Date.parse(link.until) < Date.now()
  const state = link.revokedAt
    ? t('answer.revoked', { by: link.revokedByName ?? '', at: formatInstant(link.revokedAt, lang) })
    : ended
      ? t('answer.ended')
      : t('answer.open', { until: formatInstant(link.until, lang) })
  return (
    <li>
      <span>
        {t('say.aside', { what: link.forName, more: link.unit })} {link.forPhone}
      </span>
      <small className="muted">
        {[state, link.usedAt ? t('answer.used', { at: formatInstant(link.usedAt, lang) }) : t('answer.unused')].join(t('say.semicolon'))}
      </small>
      {!link.revokedAt && !ended && (
        <button type="button" className="button link" aria-label={t('answer.revokeOne', { name: link.forName })} onClick={onRevoke}>
          {t('answer.revoke')}
        </button>
      )}
    </li>
  )
}

function Make({ item, onClose }: { item: ItemView; onClose: () => void }) {
  const { t } = useWords()
  const { nameOf } = useUnits()
  const units = [item.leadUnitId!, ...item.coUnitIds]
  const [unitId, setUnitId] = useState(units[0]!)
  const [forName, setForName] = useState('')
  const [forPhone, setForPhone] = useState('')
  const [officePhone, setOfficePhone] = useState(() => kept('officePhone', ''))
  const [days, setDays] = useState<number>(LINK_DAYS.usual)
  const [made, setMade] = useState<Answer<'postLink'> | null>(null)
  const write = useWrite('postLink', {
    onDone: answer => {
      keep('officePhone', officePhone)
      setMade(answer)
      void client.invalidateQueries({ queryKey: ['links', item.id] })
    },
  })
  const wrong = (field: string) => wrongIn(t, write.fault, field)
  if (made) return <Made made={made} name={forName} onClose={onClose} />
  return (
    <WriteDialog
      title={t('answer.makeTitle')}
      onClose={onClose}
      onSubmit={() => void write.send({ params: { id: item.id }, body: { unitId, forName, forPhone, officePhone, days } })}
      write={write}
      does={t('answer.go')}
      told={Boolean(write.fault?.fields.length)}
    >
      <p className="dialog-item">{item.title}</p>
      <Field label={t('answer.unit')}>
        <select value={unitId} onChange={e => setUnitId(e.target.value)}>
          {units.map(id => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('answer.forName')} hint={t('answer.forNameHint')} error={wrong('forName')}>
        <input maxLength={40} value={forName} onChange={e => setForName(e.target.value)} />
      </Field>
      <Field label={t('answer.forPhone')} hint={t('say.optional')} error={wrong('forPhone')}>
        <input type="tel" maxLength={30} value={forPhone} onChange={e => setForPhone(e.target.value)} />
      </Field>
      <Field label={t('answer.officePhone')} hint={t('answer.officePhoneHint')} error={wrong('officePhone')}>
        <input type="tel" maxLength={30} value={officePhone} onChange={e => setOfficePhone(e.target.value)} />
      </Field>
      <Field label={t('answer.days')} hint={t('answer.daysHint')} error={wrong('days')}>
        <input type="number" min={1} max={LINK_DAYS.most} value={days} onChange={e => setDays(Number(e.target.value))} />
      </Field>
    </WriteDialog>
  )
}

function Made({ made, name, onClose }: { made: Answer<'postLink'>; name: string; onClose: () => void }) {
  const { t, lang } = useWords()
  const tell = useTell()
  const box = useRef<HTMLTextAreaElement>(null)
  const text = location.origin + page.answer(made.token)
  return (
    <Dialog
      title={t('answer.makeTitle')}
      onClose={onClose}
      foot={
        <>
          <Button
            look="primary"
            onClick={() => {
              box.current!.select()
              // Without https the browser has no clipboard to ask; the old way still works there.
              if (document.execCommand('copy')) tell(t('answer.copied'))
            }}
          >
            {t('answer.copy')}
          </Button>
          <Button onClick={onClose}>{t('answer.close')}</Button>
        </>
      }
    >
      <Box kind="done">{t('answer.made', { name, until: formatInstant(made.until, lang) })}</Box>
      <Field label={t('answer.token')}>
        <textarea ref={box} className="link-text" readOnly value={text} onFocus={e => e.target.select()} />
      </Field>
    </Dialog>
  )
}

function Revoke({ link, itemId, onClose }: { link: LinkView; itemId: string; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const write = useWrite('revokeLink', {
    onDone: () => {
      void client.invalidateQueries({ queryKey: ['links', itemId] })
      tell(t('answer.revokeDone'))
      onClose()
    },
  })
  return (
    <WriteDialog
      title={t('answer.revokeOne', { name: link.forName })}
      onClose={onClose}
      onSubmit={() => void write.send({ params: { id: link.id } })}
      write={write}
      does={t('answer.revokeGo')}
      danger
    >
      <p>{t('answer.revokeLead', { name: link.forName })}</p>
    </WriteDialog>
  )
}
