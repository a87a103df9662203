// Takes the second step from an account whose telephone is lost; asked once more, since it ends what that person has open.
import { useState } from 'react'
import type { AccountView } from '../../core/contract/account.ts'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { WriteDialog } from './WriteDialog.tsx'
import { useWrite } from './write.ts'

export function ResetSecondStep({ person }: { person: AccountView }) {
  const { t } = useWords()
  const tell = useTell()
  const [open, setOpen] = useState(false)
  const write = useWrite('resetSecondStep', {
    onDone: () => {
      tell(t('safe.resetDone'))
      setOpen(false)
    },
  })
  return (
    <>
      <button
        type="button"
        className="button link"
        aria-label={t('say.label', { what: t('safe.reset'), of: person.name })}
        onClick={() => setOpen(true)}
      >
        {t('safe.reset')}
      </button>
      {open && (
        <WriteDialog
          title={t('safe.resetTitle', { name: person.name })}
          onClose={() => setOpen(false)}
          onSubmit={() => void write.send({ params: { id: person.id } })}
          write={write}
          does={t('safe.reset')}
          danger
        >
          <p className="safe-lead">{t('safe.resetLead', { name: person.name })}</p>
        </WriteDialog>
      )}
    </>
  )
}
