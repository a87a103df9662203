// Importing readings 导入: a sheet dropped, read and checked; what is doubtful decided beside it; written at once, and taken back at once.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ImportResult, ReadingsPreview } from '../../core/contract/readingimport.ts'
import { READING_STATUSES, type ReadingStatus } from '../../core/indicator.ts'
import { type Fixes, NO_FIXES } from '../../core/readings/world.ts'
import { address } from '../api.ts'
import { Checked } from '../import/Checked.tsx'
import { Checking } from '../import/Checking.tsx'
import { Columns } from '../import/Columns.tsx'
import { Decide } from '../import/Decide.tsx'
import { Drop } from '../import/Drop.tsx'
import { asksOf } from '../import/fixing.ts'
import { Past, Undo } from '../import/Past.tsx'
import { useSheet } from '../import/useSheet.ts'
import { NotTaken, Writes } from '../import/Writes.tsx'
import { BoardTabs } from '../parts/BoardTabs.tsx'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { Head } from '../parts/Shell.tsx'
import { useSession, useUnits } from '../parts/session.ts'
import { page } from '../paths.ts'
import { figuresChanged, indicatorsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Box } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import '../style/reports.css'
import '../style/import.css'

export function ImportReadings() {
  const { t } = useWords()
  const { today } = useSession()
  const sheet = useSheet({ check: 'checkImport', write: 'postImport', scope: 'imports', none: NO_FIXES, onWritten: figuresChanged })
  const { file, fixes, preview, result, checking } = sheet
  return (
    <div className="reports import">
      <Head title={t('imports.title')} lead={t('imports.lead')} />
      <BoardTabs />
      {!preview && <Start year={Number(today.slice(0, 4))} busy={checking.busy ? (file?.name ?? '') : null} onTake={sheet.take} />}
      {checking.busy && file && <Checking name={file.name} share={sheet.share} onCancel={checking.cancel} />}
      <FaultBox fault={checking.fault} />
      {preview && (
        <Checked
          sheet={sheet}
          fault={preview.fault && t(`imports.fault.${preview.fault}`)}
          before="imports.before"
          verdict={
            result ? (
              <Done result={result} onAnother={sheet.drop} />
            ) : (
              <Verdict
                preview={preview}
                fixes={fixes}
                busy={sheet.writing.busy}
                checking={checking.busy}
                onStatus={status => sheet.fix({ ...fixes, status })}
                onGo={() => sheet.send({ fixes, mark: preview.mark })}
                onDrop={sheet.drop}
              />
            )
          }
        >
          <Details preview={preview} fixes={fixes} onFix={result ? null : sheet.fix} />
        </Checked>
      )}
      <Past what="readings" />
    </div>
  )
}

function Start({ year, busy, onTake }: { year: number; busy: string | null; onTake: (file: File | undefined) => void }) {
  const { t } = useWords()
  return (
    <div className="import-start">
      <Drop
        title={t('imports.take')}
        lead={t('imports.takeLead')}
        drop={t('imports.drop')}
        hint={busy === null ? t('imports.hint') : t('reports.checking', { name: busy })}
        onTake={onTake}
      />
      <div className="import-template">
        <h2>{t('imports.template')}</h2>
        <p className="muted">{t('imports.templateLead')}</p>
        <a className="button plain" href={address('getReadingsSheet', { query: { year: String(year) } })} download>
          {t('imports.download', { year })}
        </a>
      </div>
    </div>
  )
}

interface VerdictProps {
  preview: ReadingsPreview
  fixes: Fixes
  busy: boolean
  checking: boolean
  onStatus: (status: ReadingStatus | null) => void
  onGo: () => void
  onDrop: () => void
}

function Verdict({ preview, fixes, busy, checking, onStatus, onGo, onDrop }: VerdictProps) {
  const { t } = useWords()
  const { counts, notTaken } = preview
  const n = counts.new + counts.revision
  return (
    <>
      <p className="reports-sum" role="status" aria-busy={checking}>
        {t('imports.sum', { n, added: counts.new, revised: counts.revision, same: counts.same, decide: counts.decide, notTaken })}
      </p>
      {counts.decide > 0 && <p className="muted">{t('imports.open', { n: counts.decide })}</p>}
      <div className="row import-go">
        <Button look="primary" busy={busy || checking} reason={n === 0 ? t('imports.nothing') : null} onClick={onGo}>
          {t('imports.go', { n })}
        </Button>
        <Button onClick={onDrop}>{t('imports.leave')}</Button>
        <label className="import-inline">
          {t('imports.status')}
          <select value={fixes.status ?? ''} onChange={e => onStatus((e.target.value || null) as ReadingStatus | null)}>
            <option value="">{t('imports.statusAuto')}</option>
            {READING_STATUSES.map(s => (
              <option key={s} value={s}>
                {t(`imports.statuses.${s}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  )
}

function Details({ preview, fixes, onFix }: { preview: ReadingsPreview; fixes: Fixes; onFix: ((fixes: Fixes) => void) | null }) {
  const { t } = useWords()
  const { jurisdiction } = useSession()
  const { units } = useUnits()
  const { data } = useQuery(indicatorsQuery)
  const indicators = useMemo(
    () => (data?.indicators ?? []).filter(i => !i.retired).map(i => ({ id: i.id, name: i.name, also: i.aliases })),
    [data],
  )
  const known = useMemo(() => units.map(u => ({ id: u.id, name: u.name, also: u.aliases })), [units])
  const toDecide = preview.counts.decide > 0 || asksOf(preview).length > 0
  return (
    <>
      {onFix && toDecide && (
        <section aria-labelledby="import-decide">
          <h3 id="import-decide">{t('imports.decide')}</h3>
          <Decide {...{ preview, fixes, indicators, units: known, place: jurisdiction.name, onFix }} />
        </section>
      )}
      <section aria-labelledby="import-write">
        <h3 id="import-write">{t(onFix ? 'imports.write' : 'imports.written')}</h3>
        <Writes preview={preview} fixes={fixes} onFix={onFix} />
        {preview.counts.same > 0 && <p className="muted">{t('imports.same', { n: preview.counts.same })}</p>}
      </section>
      {preview.notTaken > 0 && (
        <section aria-labelledby="import-left">
          <h3 id="import-left">{t('imports.notTaken')}</h3>
          <p className="muted">{t('imports.notTakenLead')}</p>
          <NotTaken preview={preview} fixes={fixes} onFix={onFix} />
        </section>
      )}
      {onFix && <Columns {...{ preview, fixes, indicators, onFix }} />}
    </>
  )
}

function Done({ result, onAnother }: { result: ImportResult; onAnother: () => void }) {
  const { t } = useWords()
  return (
    <>
      <Box kind="done">{t('imports.done', { n: result.added + result.revised, added: result.added, revised: result.revised })}</Box>
      <div className="row import-go">
        <Go className="button primary" to={page.board()}>
          {t('imports.see')}
        </Go>
        <Button onClick={onAnother}>{t('imports.another')}</Button>
        <Undo what="readings" of={result.import} onDone={onAnother} />
      </div>
    </>
  )
}
