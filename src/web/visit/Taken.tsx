// A visit that was registered from a document already: where it stands, and taking all of it back as one step.
import { useState } from 'react'
import type { VisitPaper } from '../../core/contract/visit.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { useMay } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { visitsChanged } from './query.ts'

type Taken = NonNullable<VisitPaper['visits'][number]['taken']>

export function TakenVisit({ taken }: { taken: Taken }) {
  const { t } = useWords()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  return (
    <Box kind="info">
      <p>{t('visitPage.taken', { number: taken.number ?? '', at: taken.at, leads: taken.leads, lessons: taken.lessons })}</p>
      <div className="row">
        <Go className="button primary" to={page.item(taken.id)}>
          {t('visitPage.open')}
        </Go>
        {may('item.archive') && <Button onClick={() => setAsking(true)}>{t('visitPage.undo')}</Button>}
      </div>
      {asking && <UndoDialog {...taken} onClose={() => setAsking(false)} />}
    </Box>
  )
}

interface UndoProps extends Pick<Taken, 'id' | 'leads' | 'lessons'> {
  onClose: () => void
}

export function UndoDialog({ id, leads, lessons, onClose }: UndoProps) {
  const { t } = useWords()
  const tell = useTell()
  const write = useWrite('undoVisit', {
    scope: `visit.undo.${id}`,
    onDone: ({ items }) => {
      visitsChanged()
      tell(t('visitPage.undone', { n: items }))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('visitPage.undo')}
      onClose={onClose}
      foot={
        <>
          <Button look="danger" busy={write.busy} onClick={() => void write.send({ params: { id } })}>
            {t('visitPage.undoGo')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <p>{t('visitPage.undoWhat', { leads, lessons })}</p>
      <FaultBox fault={write.fault} waiting={write.waiting} />
    </Dialog>
  )
}
