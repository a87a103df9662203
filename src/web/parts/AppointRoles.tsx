// The roles of one account, in a dialog: the security administrator's part.
import { useState } from 'react'
import { isAdmin } from '../../core/appoint.ts'
import type { AccountView } from '../../core/contract/account.ts'
import { ROLES, type Role } from '../../core/types.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import { useSavedAccounts } from './tenures.ts'
import { UnitPicker } from './UnitPicker.tsx'
import { WriteDialog } from './WriteDialog.tsx'
import { useWrite } from './write.ts'

export function AppointRoles({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const { t } = useWords()
  const done = useSavedAccounts(onClose)
  const [rows, setRows] = useState(account.appointments.map((a, i) => ({ ...a, n: i })))
  const write = useWrite('putAppointments', { onDone: done })
  const set = (n: number, more: Partial<(typeof rows)[number]>) => setRows(rows.map(r => (r.n === n ? { ...r, ...more } : r)))
  const save = () =>
    void write.send({ params: { id: account.id }, body: { appointments: rows.map(({ role, unitId }) => ({ role, unitId })) } })
  return (
    <WriteDialog title={t('system.appointTitle', { name: account.name })} onClose={onClose} onSubmit={save} wide write={write}>
      <p className="muted dialog-lead">{t('system.exclusive')}</p>
      {rows.map(r => (
        <div key={r.n} className="role-row">
          <select
            aria-label={t('system.role')}
            value={r.role}
            onChange={e => {
              const role = e.target.value as Role
              set(r.n, { role, unitId: !isAdmin(role) ? r.unitId : null })
            }}
          >
            {ROLES.map(role => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
          {!isAdmin(r.role) ? (
            <UnitPicker label={t('system.unit')} value={r.unitId} onChange={unitId => set(r.n, { unitId })} />
          ) : (
            <span className="muted">{t('system.wholeCounty')}</span>
          )}
          <Button
            look="quiet"
            aria-label={t('system.removeRole', { role: t(`role.${r.role}`) })}
            onClick={() => setRows(rows.filter(o => o.n !== r.n))}
          >
            {t('do.remove')}
          </Button>
        </div>
      ))}
      <Button onClick={() => setRows([...rows, { role: 'liaison', unitId: null, n: Math.max(0, ...rows.map(r => r.n + 1)) }])}>
        {t('system.addRole')}
      </Button>
    </WriteDialog>
  )
}
