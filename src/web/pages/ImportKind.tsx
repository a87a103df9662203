// A ledger from an office's own sheet 导入表格: dropped, read and checked; what is doubtful decided beside it; written at once, and taken back at once.
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { SheetImportResult, SheetPreview } from '../../core/contract/kindsheet.ts'
import type { SheetKind } from '../../core/kindsheet/column.ts'
import { Drop } from '../import/Drop.tsx'
import { Past, Undo } from '../import/Past.tsx'
import { keep, kept } from '../intent.ts'
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
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Box } from '../ui/Notice.tsx'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import '../style/reports.css'
import '../style/import.css'

/** What was said about a file survives a reload of the page: the file is chosen again, and it holds. */
const placeOf = (kind: string, file: File) => `sheet.${kind}.${file.name}.${file.size}.${file.lastModified}`

export function ImportKind() {
  const { t, lang } = useWords()
  const { kind } = useParams({ strict: false }) as { kind: SheetKind }
  const may = useMay()
  const head = useRef<HTMLHeadingElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [fixes, setFixes] = useState<SheetFixes>(NO_SHEET_FIXES)
  const [preview, setPreview] = useState<SheetPreview | null>(null)
  const [result, setResult] = useState<SheetImportResult | null>(null)
  const [dispatch, setDispatch] = useState(false)
  const checking = useWrite('checkKindSheet', { onDone: setPreview })
  const sending = useWrite('postKindSheet', {
    scope: `sheets.${kind}`,
    onDone: answer => {
      setResult(answer)
      if (file) keep(placeOf(kind, file), null)
      ledgersChanged()
    },
  })
  const params = { kind }
  const check = (chosen: File, said: SheetFixes) => {
    setFixes(said)
    void checking.send({ params, file: chosen, beside: { fixes: said } })
  }
  const take = (chosen: File | undefined) => {
    if (!chosen) return
    setFile(chosen)
    setPreview(null)
    setResult(null)
    sending.clear()
    check(chosen, kept<SheetFixes>(placeOf(kind, chosen), NO_SHEET_FIXES))
  }
  const fix = (said: SheetFixes) => {
    if (!file) return
    keep(placeOf(kind, file), said)
    sending.clear()
    check(file, said)
    // What was decided is gone from the list: the place for the keyboard is the sentence that changed.
    head.current?.focus()
  }
  const drop = () => {
    setFile(null)
    setPreview(null)
    setResult(null)
  }
  // Others wrote in between: the new preview is asked for at once.
  const stale = sending.fault?.code === 'preview-stale'
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (stale && file) void checking.send({ params, file, beside: { fixes } })
  }, [stale])
  const shown = result ? 'result' : preview ? 'preview' : null
  useEffect(() => {
    if (shown) head.current?.focus()
  }, [shown])
  const n = preview ? preview.counts.new + preview.counts.changed : 0

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
            onTake={take}
          />
        </div>
      )}
      <FaultBox fault={checking.fault} />
      {file && preview?.fault && (
        <Box kind="error" action={<Button onClick={drop}>{t('imports.another')}</Button>}>
          {t(`kindSheet.fault.${preview.fault}`, { title: t(`kind.${kind}.title`) })}
        </Box>
      )}
      {file && preview && !preview.fault && (
        <section aria-labelledby="import-check">
          <h2 id="import-check" ref={head} tabIndex={-1}>
            {t('imports.check', { name: file.name })}
          </h2>
          {result ? (
            <>
              <Box kind="done">{t('kindSheet.done', { added: result.added, changed: result.changed })}</Box>
              <div className="row import-go">
                <Go className="button primary" to={page.kind(kind, { view: 'table' })}>
                  {t('kindSheet.see')}
                </Go>
                <Button onClick={drop}>{t('imports.another')}</Button>
                <Undo what="ledgers" kind={kind} of={result.import} onDone={drop} />
              </div>
            </>
          ) : (
            <>
              <p className="reports-sum" role="status" aria-busy={checking.busy}>
                {t('kindSheet.sum', {
                  added: preview.counts.new,
                  changed: preview.counts.changed,
                  same: preview.counts.same,
                  decide: preview.counts.decide,
                  left: preview.counts.left,
                })}
              </p>
              {preview.counts.decide > 0 && <p className="muted">{t('kindSheet.openRows', { n: preview.counts.decide })}</p>}
              <div className="row import-go">
                <Button
                  look="primary"
                  busy={sending.busy || checking.busy}
                  reason={n === 0 ? t('kindSheet.nothing') : null}
                  onClick={() => void sending.send({ params, file, beside: { fixes, mark: preview.mark, dispatch } })}
                >
                  {t('kindSheet.go', { n })}
                </Button>
                <Button onClick={drop}>{t('imports.leave')}</Button>
                {may('item.dispatch') && (
                  <label className="import-inline">
                    <input type="checkbox" checked={dispatch} onChange={e => setDispatch(e.target.checked)} />
                    {t('kindSheet.dispatch')}
                  </label>
                )}
              </div>
            </>
          )}
          <FaultBox fault={sending.fault} waiting={sending.waiting} />
          {!result && preview.before && (
            <Box kind="info">
              {t('kindSheet.before', { by: preview.before.by, at: formatInstant(preview.before.at, lang), n: preview.before.readings })}
            </Box>
          )}
          {preview.hidden > 0 && <p className="muted">{t('imports.hidden', { n: preview.hidden })}</p>}
          {!result && preview.counts.decide > 0 && (
            <section aria-labelledby="import-decide">
              <h3 id="import-decide">{t('imports.decide')}</h3>
              <Decide kind={kind} preview={preview} fixes={fixes} onFix={fix} />
            </section>
          )}
          <section aria-labelledby="import-write">
            <h3 id="import-write">{t(result ? 'kindSheet.written' : 'kindSheet.write')}</h3>
            <Written kind={kind} preview={preview} fixes={fixes} onFix={result ? null : fix} />
            {preview.counts.same > 0 && <p className="muted">{t('kindSheet.same', { n: preview.counts.same })}</p>}
          </section>
          {preview.counts.left > 0 && (
            <section aria-labelledby="import-left">
              <h3 id="import-left">{t('kindSheet.left')}</h3>
              <LeftOut preview={preview} fixes={fixes} onFix={result ? null : fix} />
            </section>
          )}
          {!result && <Columns kind={kind} preview={preview} fixes={fixes} onFix={fix} />}
        </section>
      )}
      <Past what="ledgers" kind={kind} />
    </div>
  )
}
