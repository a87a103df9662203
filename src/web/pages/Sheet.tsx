// An answer sheet 答卷 as it was issued: the page, its Word file and where its figures come from; nothing on it can change, but it can be withdrawn.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { SheetView } from '../../core/contract/sheet.ts'
import { address } from '../api.ts'
import { keep, kept } from '../intent.ts'
import { wrongIn } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { GongwenPage } from '../parts/GongwenPage.tsx'
import { Load } from '../parts/Load.tsx'
import { SheetSources } from '../parts/SheetSources.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { sheetQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box } from '../ui/Notice.tsx'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import '../style/circular.css'
import '../style/sheet.css'

export function Sheet() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { t, lang } = useWords()
  const may = useMay()
  const [withdrawing, setWithdrawing] = useState(false)
  return (
    <Load query={useQuery(sheetQuery(id))} title={t('sheet.title')} lines={12}>
      {sheet => (
        <div className="circular">
          <Head title={sheet.title} lead={`${t('sheet.by', { by: sheet.by })} · ${formatInstant(sheet.at, lang)}`}>
            {may('sheet.issue') && !sheet.withdrawn && (
              <Button look="plain" onClick={() => setWithdrawing(true)}>
                {t('sheet.withdraw')}
              </Button>
            )}
            <button type="button" className="button plain" onClick={() => print()}>
              {t('app.printed')}
            </button>
            <a className="button primary" href={address('getSheetDocx', { params: { id } })} download>
              {t('sheet.docx')}
            </a>
          </Head>
          <Holds sheet={sheet} />
          <p className="muted sheet-sum">
            {t('sheet.digest')} <code>{sheet.sha256}</code>
          </p>
          <SheetSources facts={sheet.facts} />
          <div className="desk">
            <GongwenPage gongwen={sheet.gongwen} />
          </div>
          {withdrawing && <Withdraw sheet={sheet} onClose={() => setWithdrawing(false)} />}
        </div>
      )}
    </Load>
  )
}

/** Whether one can still go by it; on paper, too. */
function Holds({ sheet: { withdrawn, later } }: { sheet: SheetView }) {
  const { t, lang } = useWords()
  const newer = later && (
    <Go className="button plain" to={page.sheet(later)}>
      {t('sheet.toLater')}
    </Go>
  )
  if (withdrawn)
    return (
      <Box kind="warn" action={newer}>
        <strong>{t('sheet.withdrawnBy', { ...withdrawn, at: formatInstant(withdrawn.at, lang) })}</strong>
      </Box>
    )
  return newer ? (
    <Box kind="info" action={newer}>
      {t('sheet.later')}
    </Box>
  ) : null
}

function Withdraw({ sheet, onClose }: { sheet: SheetView; onClose: () => void }) {
  const { t } = useWords()
  const cache = useQueryClient()
  const name = `text.sheet.${sheet.id}`
  const [words, setWords] = useState(() => kept(name, ''))
  useEffect(() => keep(name, words || null), [name, words])
  const write = useWrite('withdrawSheet', {
    onDone: answer => {
      keep(name, null)
      cache.setQueryData(sheetQuery(sheet.id).queryKey, answer)
      void cache.invalidateQueries({ queryKey: ['sheets'] })
      void cache.invalidateQueries({ queryKey: ['sheet-draft'] })
      onClose()
    },
  })
  return (
    <WriteDialog
      danger
      title={t('sheet.withdraw')}
      does={t('sheet.withdraw')}
      write={write}
      onClose={onClose}
      reason={words.trim() ? null : t('problem.reason-needed')}
      onSubmit={() => void write.send({ params: { id: sheet.id }, body: { words } })}
    >
      <p>{t('sheet.withdrawAsk', { title: sheet.title })}</p>
      <Field label={t('sheet.withdrawWhy')} error={wrongIn(t, write.fault, 'words')}>
        <textarea maxLength={500} rows={3} value={words} onChange={e => setWords(e.target.value)} />
      </Field>
    </WriteDialog>
  )
}
