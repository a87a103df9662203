// Accounts and roles: the system administrator makes accounts, the security administrator gives roles; neither does the other's part.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountView } from '../../core/contract/account.ts'
import { ADMIN_ROLES, ROLES, type Role } from '../../core/types.ts'
import { Instant } from '../parts/Day.tsx'
import { FaultBox, faultOf } from '../parts/FaultBox.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay, useUnits } from '../parts/session.ts'
import { UnitPicker } from '../parts/UnitPicker.tsx'
import { useWrite } from '../parts/write.ts'
import { accountsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { sayRule } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import '../style/ledger.css'
import '../style/system.css'

export function Accounts() {
  const { t } = useWords()
  const may = useMay()
  const { nameOf } = useUnits()
  const query = useQuery(accountsQuery)
  const [editing, setEditing] = useState<AccountView | 'new' | null>(null)
  const [appointing, setAppointing] = useState<AccountView | null>(null)
  const mayNot = t('problem.not-allowed')
  return (
    <>
      <Head title={t('system.accounts')} lead={t('system.accountsLead')}>
        <Button look="primary" reason={may('account.write') ? null : mayNot} onClick={() => setEditing('new')}>
          {t('system.addAccount')}
        </Button>
      </Head>
      <Load query={query}>
        {({ accounts }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <section className="table-box" aria-label={t('system.accounts')} tabIndex={0}>
            <table className="table system">
              <caption className="hidden">{t('system.accounts')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('system.person')}</th>
                  <th scope="col" className="wide-only">
                    {t('system.username')}
                  </th>
                  <th scope="col">{t('system.roles')}</th>
                  <th scope="col" className="wide-only">
                    {t('system.createdAt')}
                  </th>
                  <th scope="col">{t('system.status')}</th>
                  <th scope="col">
                    <span className="hidden">{t('do.edit')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {accounts.map(a => (
                  <tr key={a.id} className={a.disabled ? 'off' : undefined}>
                    <th scope="row" className="nowrap">
                      {a.name}
                      <span className="phone-line muted">{a.username}</span>
                    </th>
                    <td className="wide-only">{a.username}</td>
                    <td>
                      {a.appointments.length === 0 && <span className="muted">{t('system.noRoles')}</span>}
                      {a.appointments.map(p => (
                        <span key={p.role + p.unitId} className="role">
                          {t(`role.${p.role}`)}
                          {p.unitId && `（${nameOf(p.unitId)}）`}
                        </span>
                      ))}
                    </td>
                    <td className="wide-only nowrap">
                      <Instant at={a.createdAt} />
                    </td>
                    <td className="nowrap">{t(a.disabled ? 'system.disabled' : 'system.active')}</td>
                    <td className="nowrap">
                      {may('account.write') && (
                        <button
                          type="button"
                          className="button link"
                          aria-label={t('system.editAccount', { name: a.name })}
                          onClick={() => setEditing(a)}
                        >
                          {t('do.edit')}
                        </button>
                      )}
                      {may('appointment.write') && (
                        <button
                          type="button"
                          className="button link"
                          aria-label={`${t('system.appoint')}：${a.name}`}
                          onClick={() => setAppointing(a)}
                        >
                          {t('system.appoint')}
                        </button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </Load>
      {editing && <EditAccount account={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {appointing && <Appoint account={appointing} onClose={() => setAppointing(null)} />}
    </>
  )
}

function useSaved(onClose: () => void): () => void {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  return () => {
    void cache.invalidateQueries({ queryKey: accountsQuery.queryKey })
    tell(t('say.saved'))
    onClose()
  }
}

function EditAccount({ account, onClose }: { account: AccountView | null; onClose: () => void }) {
  const { t } = useWords()
  const done = useSaved(onClose)
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
  const wrong = (field: string): string | null => {
    const f = faultOf(write.fault, field)
    return f && sayRule(t, f.rule)
  }
  return (
    <Dialog
      title={account ? t('system.editAccount', { name: account.name }) : t('system.addAccount')}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          <Button type="submit" look="primary" busy={write.busy}>
            {t('do.save')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
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
      <FaultBox fault={write.fault} />
    </Dialog>
  )
}

/** Administrators belong to no unit; any other role may name one. */
const ofUnit = (role: Role): boolean => !(ADMIN_ROLES as readonly Role[]).includes(role)

function Appoint({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const { t } = useWords()
  const done = useSaved(onClose)
  const [rows, setRows] = useState(account.appointments.map((a, i) => ({ ...a, n: i })))
  const write = useWrite('putAppointments', { onDone: done })
  const set = (n: number, more: Partial<(typeof rows)[number]>) => setRows(rows.map(r => (r.n === n ? { ...r, ...more } : r)))
  const save = () =>
    void write.send({ params: { id: account.id }, body: { appointments: rows.map(({ role, unitId }) => ({ role, unitId })) } })
  return (
    <Dialog
      title={t('system.appointTitle', { name: account.name })}
      onClose={onClose}
      onSubmit={save}
      wide
      foot={
        <>
          <Button type="submit" look="primary" busy={write.busy}>
            {t('do.save')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <p className="muted dialog-lead">{t('system.exclusive')}</p>
      {rows.map(r => (
        <div key={r.n} className="role-row">
          <select
            aria-label={t('system.role')}
            value={r.role}
            onChange={e => {
              const role = e.target.value as Role
              set(r.n, { role, unitId: ofUnit(role) ? r.unitId : null })
            }}
          >
            {ROLES.map(role => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
          {ofUnit(r.role) ? (
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
      <FaultBox fault={write.fault} />
    </Dialog>
  )
}
