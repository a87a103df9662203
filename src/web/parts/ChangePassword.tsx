// One's own password: the two fields and what is wrong with them, in a dialog of one's own choice or on the page that nothing goes past.
import { useState } from 'react'
import { client, sessionQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { FaultBox, wrongIn } from './FaultBox.tsx'
import { Head } from './Shell.tsx'
import { useWrite } from './write.ts'

function usePassword(onDone: () => void) {
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState('')
  const write = useWrite('changePassword', { onDone })
  const send = () => void write.send({ body: { currentPassword: current, newPassword: fresh } })
  return { current, setCurrent, fresh, setFresh, write, send }
}

function Fields({ current, setCurrent, fresh, setFresh, write }: ReturnType<typeof usePassword>) {
  const { t } = useWords()
  const rule = wrongIn(t, write.fault, 'newPassword')
  return (
    <>
      <Field label={t('me.current')}>
        <input type="password" autoComplete="current-password" value={current} onChange={e => setCurrent(e.target.value)} />
      </Field>
      <Field label={t('me.fresh')} hint={t('setup.passwordHint')} error={rule}>
        <input type="password" autoComplete="new-password" value={fresh} onChange={e => setFresh(e.target.value)} />
      </Field>
      {!rule && <FaultBox fault={write.fault} />}
    </>
  )
}

export function ChangePassword({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const form = usePassword(() => {
    tell(t('me.changed'))
    void client.invalidateQueries({ queryKey: ['sign-in'] })
    onClose()
  })
  return (
    <Dialog
      title={t('me.change')}
      onClose={onClose}
      onSubmit={form.send}
      foot={
        <>
          <Button type="submit" look="primary" busy={form.write.busy}>
            {t('do.save')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <Fields {...form} />
    </Dialog>
  )
}

/** Instead of any page: the password was given by an administrator, or has grown old. */
export function PasswordDue({ why }: { why: 'first' | 'age' }) {
  const { t } = useWords()
  const tell = useTell()
  const form = usePassword(() => {
    tell(t('me.changed'))
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey }).then(() => client.invalidateQueries())
  })
  return (
    <form
      className="form"
      noValidate
      onSubmit={e => {
        e.preventDefault()
        form.send()
      }}
    >
      <Head title={t('me.due')} />
      <Box kind="info">{t(`me.dueWhy.${why}`)}</Box>
      <Fields {...form} />
      <div className="row">
        <Button type="submit" look="primary" busy={form.write.busy}>
          {t('me.dueGo')}
        </Button>
      </div>
    </form>
  )
}
