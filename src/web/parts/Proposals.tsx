// Roles that came with posts and wait for the security administrator: given or refused in one step.
import { useState } from 'react'
import type { AccountView } from '../../core/contract/account.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Box } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { FaultBox } from './FaultBox.tsx'
import { useMay, useSession, useUnits } from './session.ts'
import { sayPost, useSavedAccounts } from './tenures.ts'
import { useWrite } from './write.ts'

/** Those who can sign in, whose post has begun. */
function proposedOf(people: AccountView[], today: string) {
  return people.flatMap(person =>
    person.username && !person.disabled
      ? person.posts.flatMap(post =>
          post.state === 'proposed' && post.role && post.from <= today ? [{ person, post, role: post.role }] : [],
        )
      : [],
  )
}

export function Proposals({ people }: { people: AccountView[] }) {
  const { t } = useWords()
  const may = useMay()
  const { today } = useSession()
  const [open, setOpen] = useState(false)
  const proposed = proposedOf(people, today)
  if (proposed.length === 0) return null
  return (
    <>
      <Box
        kind="warn"
        action={may('appointment.write') && <Button onClick={() => setOpen(true)}>{t('post.confirmOpen', { n: proposed.length })}</Button>}
      >
        {t('post.proposed', { n: proposed.length })}
      </Box>
      {open && <Decide proposed={proposed} onClose={() => setOpen(false)} />}
    </>
  )
}

function Decide({ proposed, onClose }: { proposed: ReturnType<typeof proposedOf>; onClose: () => void }) {
  const { t } = useWords()
  const { nameOf } = useUnits()
  const [chosen, setChosen] = useState(new Set(proposed.map(p => p.post.id)))
  const write = useWrite('postDecision', { onDone: useSavedAccounts(onClose) })
  const decide = (grant: boolean) => void write.send({ body: { tenureIds: [...chosen].slice(0, MOST), grant } })
  const none = chosen.size === 0 ? t('post.choosePost') : null
  return (
    <Dialog
      title={t('post.confirmTitle')}
      onClose={onClose}
      wide
      foot={
        <>
          <Button look="primary" busy={write.busy} reason={none} onClick={() => decide(true)}>
            {t('post.grant', { n: chosen.size })}
          </Button>
          <Button busy={write.busy} reason={none} onClick={() => decide(false)}>
            {t('post.decline', { n: chosen.size })}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <p className="muted dialog-lead">{t('post.confirmLead')}</p>
      <ul className="proposals">
        {proposed.map(({ person, post, role }) => (
          <li key={post.id}>
            <label className="check">
              <input
                type="checkbox"
                checked={chosen.has(post.id)}
                onChange={e => {
                  const next = new Set(chosen)
                  if (e.target.checked) next.add(post.id)
                  else next.delete(post.id)
                  setChosen(next)
                }}
              />
              <span>
                <b>{person.name}</b> {sayPost(t, post, nameOf)} → {t(`role.${role}`)}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <FaultBox fault={write.fault} />
    </Dialog>
  )
}

/** As many as one decision takes. */
const MOST = 500
