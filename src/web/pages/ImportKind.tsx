// A ledger from an office's own sheet 导入表格: dropped, read and checked; what is doubtful decided beside it; written at once, and taken back at once.
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { SheetImportResult, SheetPreview } from '../../core/contract/kindsheet.ts'
import type { SheetKind } from '../../core/kindsheet/column.ts'
import { Checked } from '../import/Checked.tsx'
import { Drop } from '../import/Drop.tsx'
import { Past, Undo } from '../import/Past.tsx'
import { useSheet } from '../import/useSheet.ts'
import { KindTabs } from '../kind/KindTabs.tsx'
import { ledgersChanged } from '../kind/query.ts'
import { Columns } from '../kindsheet/Columns.tsx'
import { Decide } from '../kindsheet/Decide.tsx'
import { NO_SHEET_FIXES, type SheetFixes } from '../kindsheet/fixing.ts'
import { LeftOut, Written } from '../kindsheet/Rows.tsx'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Box } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import '../style/reports.css'
import '../style/import.css'

export function ImportKind() {
  const { t } = useWords()
  const { kind } = useParams({ strict: false }) as { kind: SheetKind }
  const sheet = useSheet({
    ...{ check: 'checkKindSheet', write: 'postKindSheet', scope: `sheets.${kind}`, none: NO_SHEET_FIXES },
    params: { kind },
    onWritten: ledgersChanged,
  })
  const { file, fixes, preview, result, checking } = sheet
  return (
    <div className="reports import">
      <Head title={t('kindSheet.title', { ledger: t(`kind.${kind}.ledger`) })} lead={t('kindSheet.lead')} />
      <KindTabs kind={kind} />
      {!preview && (
        <div className="import-start">
          <Drop
            title={t('kindSheet.take')}
            lead={t('kindSheet.takeLead')}
            drop={t('kindSheet.drop')}
            hint={checking.busy ? t('reports.checking', { name: file?.name ?? '' }) : t('imports.hint')}
            onTake={sheet.take}
          />
        </div>
      )}
      <FaultBox fault={checking.fault} />
      {preview && (
        <Checked
          sheet={sheet}
          fault={preview.fault && t(`kindSheet.fault.${preview.fault}`, { title: t(`kind.${kind}.title`) })}
          before="kindSheet.before"
          verdict={
            result ? (
              <Done kind={kind} result={result} onAnother={sheet.drop} />
            ) : (
              <Verdict
                preview={preview}
                busy={sheet.writing.busy}
                checking={checking.busy}
                onGo={dispatch => sheet.send({ fixes, mark: preview.mark, dispatch })}
                onDrop={sheet.drop}
              />
            )
          }
        >
          <Details kind={kind} preview={preview} fixes={fixes} onFix={result ? null : sheet.fix} />
        </Checked>
      )}
      <Past what="ledgers" kind={kind} />
    </div>
  )
}

interface VerdictProps {
  preview: SheetPreview
  busy: boolean
  checking: boolean
  onGo: (dispatch: boolean) => void
  onDrop: () => void
}

function Verdict({ preview: { counts }, busy, checking, onGo, onDrop }: VerdictProps) {
  const { t } = useWords()
  const may = useMay()
  const [dispatch, setDispatch] = useState(false)
  const n = counts.new + counts.changed
  return (
    <>
      <p className="reports-sum" role="status" aria-busy={checking}>
        {t('kindSheet.sum', { added: counts.new, ...counts })}
      </p>
      {counts.decide > 0 && <p className="muted">{t('kindSheet.openRows', { n: counts.decide })}</p>}
      <div className="row import-go">
        <Button look="primary" busy={busy || checking} reason={n === 0 ? t('kindSheet.nothing') : null} onClick={() => onGo(dispatch)}>
          {t('kindSheet.go', { n })}
        </Button>
        <Button onClick={onDrop}>{t('imports.leave')}</Button>
        {may('item.dispatch') && (
          <label className="import-inline">
            <input type="checkbox" checked={dispatch} onChange={e => setDispatch(e.target.checked)} />
            {t('kindSheet.dispatch')}
          </label>
        )}
      </div>
    </>
  )
}

interface DetailsProps {
  kind: SheetKind
  preview: SheetPreview
  fixes: SheetFixes
  /** null: it is written, and nothing more is said. */
  onFix: ((fixes: SheetFixes) => void) | null
}

function Details({ kind, preview, fixes, onFix }: DetailsProps) {
  const { t } = useWords()
  const { counts } = preview
  return (
    <>
      {onFix && counts.decide > 0 && (
        <section aria-labelledby="import-decide">
          <h3 id="import-decide">{t('imports.decide')}</h3>
          <Decide {...{ kind, preview, fixes, onFix }} />
        </section>
      )}
      <section aria-labelledby="import-write">
        <h3 id="import-write">{t(onFix ? 'kindSheet.write' : 'kindSheet.written')}</h3>
        <Written {...{ kind, preview, fixes, onFix }} />
        {counts.same > 0 && <p className="muted">{t('kindSheet.same', { n: counts.same })}</p>}
      </section>
      {counts.left > 0 && (
        <section aria-labelledby="import-left">
          <h3 id="import-left">{t('kindSheet.left')}</h3>
          <LeftOut {...{ preview, fixes, onFix }} />
        </section>
      )}
      {onFix && <Columns {...{ kind, preview, fixes, onFix }} />}
    </>
  )
}

function Done({ kind, result, onAnother }: { kind: SheetKind; result: SheetImportResult; onAnother: () => void }) {
  const { t } = useWords()
  return (
    <>
      <Box kind="done">{t('kindSheet.done', { added: result.added, changed: result.changed })}</Box>
      <div className="row import-go">
        <Go className="button primary" to={page.kind(kind, { view: 'table' })}>
          {t('kindSheet.see')}
        </Go>
        <Button onClick={onAnother}>{t('imports.another')}</Button>
        <Undo what="ledgers" kind={kind} of={result.import} onDone={onAnother} />
      </div>
    </>
  )
}
