// Importing readings 导入: a sheet dropped, read and checked; what is doubtful decided beside it; written at once, and taken back at once.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ImportResult, ReadingsPreview } from '../../core/contract/readingimport.ts'
import { READING_STATUSES, type ReadingStatus } from '../../core/indicator.ts'
import { type Fixes, NO_FIXES } from '../../core/readings/world.ts'
import { address } from '../api.ts'
import { Checking } from '../import/Checking.tsx'
import { Columns } from '../import/Columns.tsx'
import { Decide } from '../import/Decide.tsx'
import { Drop } from '../import/Drop.tsx'
import { asksOf } from '../import/fixing.ts'
import { Past, Undo } from '../import/Past.tsx'
import { NotTaken, Writes } from '../import/Writes.tsx'
import { keep, kept } from '../intent.ts'
import { BoardTabs } from '../parts/BoardTabs.tsx'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { Head } from '../parts/Shell.tsx'
import { useSession, useUnits } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { figuresChanged, indicatorsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Box } from '../ui/Notice.tsx'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import '../style/reports.css'
import '../style/import.css'

/** What was said about a file survives a reload of the page: the file is chosen again, and it holds. */
const placeOf = (file: File) => `import.${file.name}.${file.size}.${file.lastModified}`

export function ImportReadings() {
  const { t, lang } = useWords()
  const { today } = useSession()
  const head = useRef<HTMLHeadingElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [fixes, setFixes] = useState<Fixes>(NO_FIXES)
  const [preview, setPreview] = useState<ReadingsPreview | null>(null)
  const [result, setResult] = useState<ImportResult | null>(null)
  const [share, setShare] = useState(0)
  const checking = useWrite('checkImport', { onDone: setPreview })
  const sending = useWrite('postImport', {
    scope: 'imports',
    onDone: answer => {
      setResult(answer)
      if (file) keep(placeOf(file), null)
      figuresChanged()
    },
  })
  const check = (chosen: File, said: Fixes) => {
    setFixes(said)
    setShare(0)
    void checking.send({ file: chosen, beside: { fixes: said }, onProgress: setShare })
  }
  const take = (chosen: File | undefined) => {
    if (!chosen) return
    setFile(chosen)
    setPreview(null)
    setResult(null)
    sending.clear()
    check(chosen, kept<Fixes>(placeOf(chosen), NO_FIXES))
  }
  const fix = (said: Fixes) => {
    if (!file) return
    keep(placeOf(file), said)
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
    if (stale && file) void checking.send({ file, beside: { fixes } })
  }, [stale])
  const shown = result ? 'result' : preview ? 'preview' : null
  useEffect(() => {
    if (shown) head.current?.focus()
  }, [shown])

  const year = Number(today.slice(0, 4))
  return (
    <div className="reports import">
      <Head title={t('imports.title')} lead={t('imports.lead')} />
      <BoardTabs />
      {!preview && <Start year={year} busy={checking.busy ? (file?.name ?? '') : null} onTake={take} />}
      {checking.busy && file && <Checking name={file.name} share={share} onCancel={checking.cancel} />}
      <FaultBox fault={checking.fault} />
      {file && preview?.fault && (
        <Box kind="error" action={<Button onClick={drop}>{t('imports.another')}</Button>}>
          {t(`imports.fault.${preview.fault}`)}
        </Box>
      )}
      {file && preview && !preview.fault && (
        <section aria-labelledby="import-check">
          <h2 id="import-check" ref={head} tabIndex={-1}>
            {t('imports.check', { name: file.name })}
          </h2>
          {result ? (
            <Done result={result} onAnother={drop} />
          ) : (
            <Verdict
              preview={preview}
              fixes={fixes}
              busy={sending.busy}
              checking={checking.busy}
              onStatus={status => fix({ ...fixes, status })}
              onGo={() => void sending.send({ file, beside: { fixes, mark: preview.mark } })}
              onDrop={drop}
            />
          )}
          <FaultBox fault={sending.fault} waiting={sending.waiting} />
          {!result && preview.before && (
            <Box kind="info">
              {t('imports.before', { by: preview.before.by, at: formatInstant(preview.before.at, lang), n: preview.before.readings })}
            </Box>
          )}
          {preview.hidden > 0 && <p className="muted">{t('imports.hidden', { n: preview.hidden })}</p>}
          <Details preview={preview} fixes={fixes} onFix={result ? null : fix} />
        </section>
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
