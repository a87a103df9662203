// Adding or changing one account, in a dialog: the system administrator's part, which gives no roles.
import { useState } from 'react'
import type { AccountView } from '../../core/contract/account.ts'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import { wrongIn } from './FaultBox.tsx'
import { useSavedAccounts } from './tenures.ts'
import { WriteDialog } from './WriteDialog.tsx'
import { useWrite } from './write.ts'

export function EditAccount({ account, onClose }: { account: AccountView | null; onClose: () => void }) {
  const { t } = useWords()
  const done = useSavedAccounts(onClose)
  const [name, setName] = useState(account?.name ?? '')
  const [username, setUsername] = useState(account?.username ?? '')
  const [password, setPassword] = useState('')
  const [disabled, setDisabled] = useState(account?.disabled ?? false)
  const add = useWrite('postAccount', { onDone: done })
  const change = useWrite('patchAccount', { onDone: done })
  const write = account ? change : add
  const save = () =>
    void (account
      ? change.send({ params: { id: account.id }, body: { name, disabled, ...(password ? { password } : {}) } })
      : add.send({ body: { name, username, password } }))
  const wrong = (field: string): string | null => wrongIn(t, write.fault, field)
  return (
    <WriteDialog
      title={account ? t('system.editAccount', { name: account.name }) : t('system.addAccount')}
      onClose={onClose}
      onSubmit={save}
      write={write}
    >
      <Field label={t('system.person')} error={wrong('name')}>
        <input maxLength={40} autoComplete="off" value={name} onChange={e => setName(e.target.value)} />
      </Field>
      {!account && (
        <Field label={t('system.username')} hint={t('setup.usernameHint')} error={wrong('username')}>
          <input autoComplete="off" autoCapitalize="none" value={username} onChange={e => setUsername(e.target.value)} />
        </Field>
      )}
      <Field
        label={account ? t('system.newPassword') : t('setup.password')}
        hint={account ? t('system.newPasswordHint') : t('setup.passwordHint')}
        error={wrong('password')}
      >
        <input type="password" autoComplete="new-password" value={password} onChange={e => setPassword(e.target.value)} />
      </Field>
      {account && (
        <label className="check">
          <input type="checkbox" checked={disabled} onChange={e => setDisabled(e.target.checked)} />
          {t('system.disable')}
        </label>
      )}
    </WriteDialog>
  )
}
