// The boundary file of the map: which one it is, loading another, and taking it away after being asked.
import { useState } from 'react'
import { ledgersChanged } from '../kind/query.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { useMay } from '../parts/session.ts'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { Button } from '../ui/Button.tsx'
import { FileButton } from '../ui/FileButton.tsx'
import { useTell } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'

export function BoundaryFile({ name, by, on }: { name: string; by: string; on: string }) {
  const { t, lang } = useWords()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  return (
    <section aria-labelledby="boundary-file" className="no-print">
      <h2 id="boundary-file">{t('townMap.file')}</h2>
      <p>{t('townMap.loadedBy', { name, by, day: formatDay(on, lang) })}</p>
      {may('boundary.write') && (
        <>
          <LoadBoundary again />
          <p>
            <Button look="quiet" onClick={() => setAsking(true)}>
              {t('townMap.remove')}
            </Button>
          </p>
        </>
      )}
      {asking && <Remove name={name} onClose={() => setAsking(false)} />}
    </section>
  )
}

export function LoadBoundary({ again = false }: { again?: boolean }) {
  const { t } = useWords()
  const tell = useTell()
  const load = useWrite('putBoundary', {
    onDone: ({ towns }) => {
      ledgersChanged()
      tell(t('townMap.loaded', { n: towns.length }))
    },
  })
  return (
    <>
      <FileButton
        look={again ? 'plain' : 'primary'}
        label={t(load.busy ? 'townMap.loading' : again ? 'townMap.loadAgain' : 'townMap.load')}
        hint={t('townMap.loadHint')}
        accept=".geojson,.json"
        onTake={file => void load.send({ file })}
      />
      <FaultBox fault={load.fault} waiting={load.waiting} />
    </>
  )
}

function Remove({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const remove = useWrite('deleteBoundary', {
    onDone: () => {
      onClose()
      ledgersChanged()
      tell(t('townMap.removed'))
    },
  })
  return (
    <WriteDialog
      title={t('townMap.remove')}
      onClose={onClose}
      onSubmit={() => void remove.send({})}
      write={remove}
      does={t('townMap.remove')}
    >
      <p>{t('townMap.removeAsk', { name })}</p>
    </WriteDialog>
  )
}
