// Bulk reporting 批量反馈: take the sheet, fill it in offline, bring it back, see line by line what it would change, and carry it out.
import { useEffect, useRef, useState } from 'react'
import { type Answer, address, download, Fault } from '../api.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { type Line, ReportLines, type Result, sayLine } from '../parts/ReportLines.tsx'
import { Head } from '../parts/Shell.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { itemsChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { FileButton } from '../ui/FileButton.tsx'
import { Box } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import '../style/reports.css'

export function Reports() {
  const { t } = useWords()
  const head = useRef<HTMLHeadingElement>(null)
  const [file, setFile] = useState<string | null>(null)
  const [check, setCheck] = useState<Answer<'checkReports'> | null>(null)
  const [results, setResults] = useState<Map<string, Result> | null>(null)
  const checking = useWrite('checkReports', { onDone: setCheck })
  const sending = useWrite('postReports', {
    scope: 'reports',
    onDone: answer => {
      setResults(new Map(answer.results.map(result => [result.itemId, result])))
      itemsChanged()
    },
  })
  const take = (chosen: File) => {
    setFile(chosen.name)
    setCheck(null)
    setResults(null)
    sending.clear()
    void checking.send({ file: chosen })
  }
  useEffect(() => {
    if (check) head.current?.focus()
  }, [check])

  const lines = check?.lines ?? []
  const ready = lines.flatMap(({ itemId, version, command }) => (itemId && version && command ? [{ itemId, version, command }] : []))
  const refused = lines.filter(line => line.verdict !== 'ok' && line.verdict !== 'unchanged')
  const left = results ? lines.filter(line => line.itemId && results.get(line.itemId)?.refused) : []
  const failed = [...refused, ...left]
  return (
    <div className="reports">
      <Head title={t('reports.title')} lead={t('reports.lead')} />
      <ol className="steps">
        <li>
          <h2>{t('reports.take')}</h2>
          <p className="muted">{t('reports.takeLead')}</p>
          <a className="button primary" href={address('getReportSheet')} download>
            {t('reports.download')}
          </a>
        </li>
        <li>
          <h2>{t('reports.bring')}</h2>
          <p className="muted">{t('reports.bringLead')}</p>
          <FileButton
            label={t('reports.choose')}
            hint={checking.busy ? t('reports.checking', { name: file ?? '' }) : t('reports.fileHint')}
            accept=".xlsx"
            onTake={take}
          />
          <FaultBox fault={checking.fault} />
        </li>
      </ol>
      {check?.fault && (
        <Box kind="error">
          {t(`reports.fault.${check.fault}`, { headers: check.headers.map(header => `“${header}”`).join(t('say.comma')) })}
        </Box>
      )}
      {check && !check.fault && (
        <section aria-labelledby="report-check">
          <h2 id="report-check" ref={head} tabIndex={-1}>
            {results ? t('reports.resultTitle') : t('reports.checkTitle', { name: file ?? '' })}
          </h2>
          <p className="reports-sum">
            {results
              ? t('reports.resultSum', { done: results.size - left.length, failed: failed.length })
              : t('reports.sum', { ok: ready.length, same: lines.length - ready.length - refused.length, failed: refused.length })}
          </p>
          {!results && (
            <div className="row">
              <Button
                look="primary"
                busy={sending.busy}
                reason={ready.length === 0 ? t('reports.nothing') : null}
                onClick={() => void sending.send({ body: { lines: ready } })}
              >
                {sending.waiting ? t('do.resend') : t('reports.go', { n: ready.length })}
              </Button>
              <Button onClick={() => setCheck(null)}>{t('reports.drop')}</Button>
            </div>
          )}
          <FaultBox fault={sending.fault} waiting={sending.waiting} />
          {failed.length > 0 && <Again lines={failed} results={results} />}
          {results && (
            <p>
              <Go to={page.todo}>{t('reports.toTodo')}</Go>
            </p>
          )}
          <ReportLines lines={lines} results={results} />
        </section>
      )}
    </div>
  )
}

/** What was refused goes back into a fresh sheet with its reason, so that nothing needs to be written twice. */
function Again({ lines, results }: { lines: Line[]; results: Map<string, Result> | null }) {
  const { t } = useWords()
  const [fault, setFault] = useState<Fault | null>(null)
  const known = lines.filter((line): line is Line & { itemId: string } => line.itemId !== null)
  if (known.length === 0) return null
  const remarks = known.map(line => ({ itemId: line.itemId, remark: sayLine(t, line, results).slice(0, 400), ...line.written }))
  const take = async () => {
    try {
      setFault(null)
      await download('postReportSheet', { body: { remarks } }, t('reports.sheetName'))
    } catch (e) {
      if (e instanceof Fault) setFault(e)
    }
  }
  return (
    <Box kind="warn" action={<Button onClick={() => void take()}>{t('reports.again')}</Button>}>
      {t('reports.againLead', { n: known.length })}
      <FaultBox fault={fault} />
    </Box>
  )
}
