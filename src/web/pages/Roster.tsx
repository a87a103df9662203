// Importing units and people 组织导入: take the sheet, fill it in, see line by line what it would change, carry it out; first passwords are given once.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { RosterResult, RosterView } from '../../core/contract/roster.ts'
import { XLSX } from '../../core/media.ts'
import { address } from '../api.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { RosterLines } from '../parts/RosterLines.tsx'
import { Head } from '../parts/Shell.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { accountsQuery, unitsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { FileButton } from '../ui/FileButton.tsx'
import { Box } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import '../style/item.css'
import '../style/reports.css'
import '../style/system.css'

export function Roster() {
  const { t } = useWords()
  const cache = useQueryClient()
  const head = useRef<HTMLHeadingElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [check, setCheck] = useState<RosterView | null>(null)
  const [result, setResult] = useState<RosterResult | null>(null)
  const checking = useWrite('checkRoster', { onDone: setCheck })
  const sending = useWrite('postRoster', {
    scope: 'roster',
    onDone: answer => {
      setResult(answer)
      void cache.invalidateQueries({ queryKey: unitsQuery.queryKey })
      void cache.invalidateQueries({ queryKey: accountsQuery.queryKey })
    },
  })
  const take = (chosen: File) => {
    setFile(chosen)
    setCheck(null)
    setResult(null)
    sending.clear()
    void checking.send({ file: chosen })
  }
  useEffect(() => {
    if (check || result) head.current?.focus()
  }, [check, result])

  return (
    <div className="reports">
      <Head title={t('roster.title')} lead={t('roster.lead')} />
      <ol className="steps">
        <li>
          <h2>{t('roster.take')}</h2>
          <p className="muted">{t('roster.takeLead')}</p>
          <div className="row">
            <a className="button plain" href={address('getRosterSheet', { params: { kind: 'units' } })} download>
              {t('roster.units')}
            </a>
            <a className="button plain" href={address('getRosterSheet', { params: { kind: 'people' } })} download>
              {t('roster.people')}
            </a>
          </div>
        </li>
        <li>
          <h2>{t('roster.bring')}</h2>
          <p className="muted">{t('roster.bringLead')}</p>
          <FileButton
            label={t('roster.choose')}
            hint={checking.busy ? t('reports.checking', { name: file?.name ?? '' }) : t('roster.fileHint')}
            accept=".xlsx"
            onTake={take}
          />
          <FaultBox fault={checking.fault} />
        </li>
      </ol>
      {check?.fault && (
        <Box kind="error">
          {t(`roster.fault.${check.fault}`, { headers: check.headers.map(header => `“${header}”`).join(t('say.comma')) })}
        </Box>
      )}
      {check && !check.fault && (
        <section aria-labelledby="roster-check">
          <h2 id="roster-check" ref={head} tabIndex={-1}>
            {result ? t('roster.resultTitle') : t(`roster.checkTitle.${check.kind ?? 'units'}`, { name: file?.name ?? '' })}
          </h2>
          {result ? (
            <Done result={result} />
          ) : (
            <Preview check={check} busy={sending.busy} onGo={() => file && void sending.send({ file })} onDrop={() => setCheck(null)} />
          )}
          <FaultBox fault={sending.fault} waiting={sending.waiting} />
          <RosterLines lines={check.lines} done={result !== null} />
        </section>
      )}
    </div>
  )
}

function Preview({ check, busy, onGo, onDrop }: { check: RosterView; busy: boolean; onGo: () => void; onDrop: () => void }) {
  const { t } = useWords()
  const count = (verdict: RosterView['lines'][number]['verdict']) => check.lines.filter(line => line.verdict === verdict).length
  const ready = count('new') + count('changed')
  return (
    <>
      <p className="reports-sum">
        {t('roster.sum', { added: count('new'), changed: count('changed'), same: count('same'), failed: count('refused') })}
      </p>
      <div className="roster-said">
        {check.missing.length > 0 && <p className="muted">{t('roster.missing', { headers: check.missing.join(t('say.comma')) })}</p>}
        {count('refused') > 0 && <p className="muted">{t('roster.failedLead')}</p>}
        {check.ignored.length > 0 && <p className="muted">{t('roster.ignored', { headers: check.ignored.join(t('say.comma')) })}</p>}
      </div>
      <div className="row">
        <Button look="primary" busy={busy} reason={ready === 0 ? t('roster.nothing') : null} onClick={onGo}>
          {t('roster.go', { n: ready })}
        </Button>
        <Button onClick={onDrop}>{t('roster.drop')}</Button>
      </div>
    </>
  )
}

function Done({ result }: { result: RosterResult }) {
  const { t } = useWords()
  const { passwords } = result
  const [taken, setTaken] = useState(false)
  const open = passwords !== null && !taken
  // What is not taken now is gone: the browser asks before the page is left.
  useEffect(() => {
    if (!open) return
    const ask = (e: BeforeUnloadEvent) => e.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [open])
  const save = () => {
    if (!passwords) return
    const bytes = Uint8Array.from(atob(passwords.bytes), c => c.charCodeAt(0))
    const url = URL.createObjectURL(new Blob([bytes], { type: XLSX }))
    Object.assign(document.createElement('a'), { href: url, download: passwords.name }).click()
    URL.revokeObjectURL(url)
    setTaken(true)
  }
  return (
    <>
      <p className="reports-sum">{t('roster.done', { added: result.added, changed: result.changed })}</p>
      {passwords && (
        <Box
          kind={taken ? 'done' : 'warn'}
          action={
            <Button look={taken ? 'plain' : 'primary'} onClick={save}>
              {t('roster.passwords')}
            </Button>
          }
        >
          {t(taken ? 'roster.passwordsTaken' : 'roster.passwordsOnce', { n: result.accounts })}
        </Box>
      )}
      {result.accounts > 0 && !passwords && <Box kind="warn">{t('roster.passwordsGone')}</Box>}
      {result.proposed > 0 && <Box kind="info">{t('roster.proposed', { n: result.proposed })}</Box>}
      <p>
        <Go to={result.kind === 'units' ? page.units : page.accounts}>{t(`roster.see.${result.kind}`)}</Go>
      </p>
    </>
  )
}
