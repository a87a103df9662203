// One's own page: name, roles, units, language, password, signing out. On a phone also the way to the pages that have no tab.
import { useState } from 'react'
import { ChangePassword } from '../parts/ChangePassword.tsx'
import { Contact } from '../parts/Contact.tsx'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { Head } from '../parts/Shell.tsx'
import { SignInSettings } from '../parts/SignInSettings.tsx'
import { useMay, useSession, useUnits } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Box } from '../ui/Notice.tsx'
import { setLang, useWords } from '../words/words.ts'
import '../style/system.css'

export function Me() {
  const { t, lang } = useWords()
  const { person, jurisdiction, appointments } = useSession()
  const { nameOf } = useUnits()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  // A fresh document: nothing of this person's stays in memory.
  const out = useWrite('signOut', { onDone: () => location.assign(page.signIn()) })

  return (
    <>
      <Head title={t('me.title')} />
      {appointments.length === 0 && <Box kind="warn">{t('me.noRoles')}</Box>}
      <dl className="pairs">
        <dt>{t('setup.name')}</dt>
        <dd>{person.name}</dd>
        <dt>{t('me.username')}</dt>
        <dd>{person.username}</dd>
        <dt>{t('me.jurisdiction')}</dt>
        <dd>{t('system.roleOf', { role: jurisdiction.name, unit: jurisdiction.id })}</dd>
        <dt>{t('me.roles')}</dt>
        <dd>
          {appointments.length === 0
            ? t('say.none')
            : appointments.map(a => (
                <p key={a.role + a.unitId}>
                  {t(`role.${a.role}`)}
                  {a.unitId && ` · ${nameOf(a.unitId)}`}
                </p>
              ))}
        </dd>
        <dt>{t('me.language')}</dt>
        <dd>
          <fieldset className="plain-set">
            <legend className="hidden">{t('me.language')}</legend>
            {(['zh', 'en'] as const).map(l => (
              <label key={l} className="check" lang={l === 'zh' ? 'zh-CN' : 'en'}>
                <input type="radio" name="lang" checked={lang === l} onChange={() => setLang(l)} />
                {t(`me.${l}`)}
              </label>
            ))}
          </fieldset>
        </dd>
      </dl>
      <div className="row only-phone">
        {may('document.read') && (
          <Go className="button plain" to={page.documents}>
            {t('me.documents')}
          </Go>
        )}
        {may('indicator.read') && (
          <Go className="button plain" to={page.board()}>
            {t('nav.board')}
          </Go>
        )}
        {may('reading.write') && (
          <Go className="button plain" to={page.fill()}>
            {t('board.fill')}
          </Go>
        )}
        {may('slip.read') && (
          <Go className="button plain" to={page.slips()}>
            {t('nav.slips')}
          </Go>
        )}
        {may('note.read') && (
          <Go className="button plain" to={page.notes()}>
            {t('nav.notes')}
          </Go>
        )}
        {may('circular.write') && (
          <Go className="button plain" to={page.circular}>
            {t('me.circular')}
          </Go>
        )}
      </div>
      <FaultBox fault={out.fault} />
      <div className="row">
        <Button onClick={() => setChanging(true)}>{t('me.change')}</Button>
        <Button busy={out.busy} onClick={() => void out.send({})}>
          {t('me.signOut')}
        </Button>
      </div>
      <SignInSettings />
      <Contact />
      {changing && <ChangePassword onClose={() => setChanging(false)} />}
    </>
  )
}
