// Handing posts over from one person to another, in one act: which, to whom, from which day; what goes along is said before.
import { useState } from 'react'
import type { AccountView } from '../../core/contract/account.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { Field } from '../ui/Field.tsx'
import { Box } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { wrongIn } from './FaultBox.tsx'
import { useSession, useUnits } from './session.ts'
import { sayPost, useSavedAccounts } from './tenures.ts'
import { WriteDialog } from './WriteDialog.tsx'
import { useWrite } from './write.ts'

interface Props {
  from: AccountView
  people: AccountView[]
  onClose: () => void
}

export function Handover({ from, people, onClose }: Props) {
  const { t } = useWords()
  const { nameOf } = useUnits()
  const { today } = useSession()
  const held = from.posts.filter(p => p.to === null)
  const [chosen, setChosen] = useState(held.map(p => p.id))
  const [toId, setToId] = useState<string | null>(null)
  const [empty, setEmpty] = useState(false)
  const [day, setDay] = useState(today)
  const write = useWrite('postHandover', { onDone: useSavedAccounts(onClose) })
  const to = people.find(p => p.id === toId)
  const granted = held.some(p => chosen.includes(p.id) && p.state === 'granted')
  const reason = chosen.length === 0 ? t('post.choosePost') : !empty && !toId ? t('post.choosePerson') : null
  const wrong = wrongIn(t, write.fault, 'day')
  return (
    <WriteDialog
      title={t('post.handOverTitle', { name: from.name })}
      onClose={onClose}
      onSubmit={() => reason === null && void write.send({ body: { tenureIds: chosen, toId: empty ? null : toId, day } })}
      wide
      write={write}
      does={t('post.handOverGo')}
      reason={reason}
    >
      <fieldset className="plain-set">
        <legend>{t('post.which')}</legend>
        {held.map(p => (
          <label key={p.id} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(p.id)}
              onChange={e => setChosen(e.target.checked ? [...chosen, p.id] : chosen.filter(id => id !== p.id))}
            />
            <span>
              {sayPost(t, p, nameOf)}
              {p.role && p.post && p.state === 'granted' && <small className="muted"> · {t(`role.${p.role}`)}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      {!empty && (
        <Field label={t('post.to')}>
          <Combobox
            choices={people
              .filter(p => p.id !== from.id && !p.disabled)
              .map(p => ({
                value: p.id,
                label: p.name,
                also: p.username ? [p.username] : [],
                note: p.posts.find(o => o.to === null) ? sayPost(t, p.posts[0]!, nameOf) : (p.username ?? t('post.noAccount')),
              }))}
            value={toId}
            onChange={setToId}
            placeholder={t('post.toHint')}
            none={q => t('say.noMatch', { q })}
          />
        </Field>
      )}
      <label className="check">
        <input type="checkbox" checked={empty} onChange={e => setEmpty(e.target.checked)} />
        {t('post.nobody')}
      </label>
      <Field label={t('post.day')} hint={t('post.dayHint')} error={wrong}>
        <input type="date" max={today} value={day} onChange={e => setDay(e.target.value)} />
      </Field>
      <Box kind="info">
        {empty
          ? t('post.leaves', { name: from.name })
          : granted
            ? t('post.goesAlong', { from: from.name, to: to?.name ?? t('post.successor') })
            : t('post.onlyPost')}
      </Box>
    </WriteDialog>
  )
}
