// A sheet of other places' figures: taken, filled in, checked figure by figure, then imported. Nothing changes before that.
import { useEffect, useRef, useState } from 'react'
import type { PeerCheckView, PeersTaken } from '../../core/contract/benchmark.ts'
import { address } from '../api.ts'
import { Past } from '../import/Past.tsx'
import { FaultBox } from '../parts/FaultBox.tsx'
import { useWrite } from '../parts/write.ts'
import { benchmarkChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { FileButton } from '../ui/FileButton.tsx'
import { Box } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { PeerLines } from './PeerLines.tsx'

export function ImportPeers() {
  const { t } = useWords()
  const head = useRef<HTMLHeadingElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [check, setCheck] = useState<PeerCheckView | null>(null)
  const [result, setResult] = useState<PeersTaken | null>(null)
  const checking = useWrite('checkPeers', { onDone: setCheck })
  const sending = useWrite('importPeers', {
    scope: 'peers',
    onDone: answer => {
      setResult(answer)
      benchmarkChanged()
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
    <section aria-labelledby="import-peers">
      <h2 id="import-peers">{t('peers.importTitle')}</h2>
      <ol className="steps">
        <li>
          <h3>{t('peers.take')}</h3>
          <p className="muted">{t('peers.takeLead')}</p>
          <a className="button plain" href={address('getPeerSheet')} download>
            {t('peers.download')}
          </a>
        </li>
        <li>
          <h3>{t('peers.bring')}</h3>
          <FileButton
            label={t('peers.choose')}
            hint={checking.busy ? t('reports.checking', { name: file?.name ?? '' }) : t('peers.bringLead')}
            accept=".xlsx,.csv"
            onTake={take}
          />
          <FaultBox fault={checking.fault} />
        </li>
      </ol>
      {check?.fault && (
        <Box kind="error">{t(`peers.fault.${check.fault}`, { headers: check.headers.map(h => `“${h}”`).join(t('say.comma')) })}</Box>
      )}
      {check && !check.fault && (
        <section aria-labelledby="peer-check">
          <h3 id="peer-check" ref={head} tabIndex={-1}>
            {result ? t('peers.resultTitle') : t('peers.checkTitle', { name: file?.name ?? '' })}
          </h3>
          {result ? (
            <p className="reports-sum">{t('peers.done', { peers: result.peers, figures: result.figures })}</p>
          ) : (
            <Preview check={check} busy={sending.busy} onGo={() => file && void sending.send({ file })} onDrop={() => setCheck(null)} />
          )}
          <FaultBox fault={sending.fault} waiting={sending.waiting} />
          <PeerLines check={check} />
        </section>
      )}
      <Past what="peers" />
    </section>
  )
}

function Preview({ check, busy, onGo, onDrop }: { check: PeerCheckView; busy: boolean; onGo: () => void; onDrop: () => void }) {
  const { t } = useWords()
  const cells = check.lines.flatMap(line => line.cells)
  const count = (verdict: PeerCheckView['lines'][number]['verdict']) => cells.filter(cell => cell.verdict === verdict).length
  const failed = count('refused') + check.lines.filter(line => line.reason !== null).length
  const odd = cells.filter(cell => cell.flags.length > 0 && cell.verdict !== 'refused').length
  const ready = count('new') + count('changed')
  const peers = new Set(check.lines.filter(line => line.newPeer && line.verdict !== 'refused').map(line => line.name)).size
  const unitOf = (id: string) => check.indicators.find(i => i.id === id)
  const columns = check.columns.flatMap(({ header, indicatorId, unit }) => {
    const of = unitOf(indicatorId)
    if (!of) return []
    const facts = { header, name: of.name, unit: of.unit }
    return unit === null ? t('peers.columnSame', facts) : unit === of.unit ? [] : t('peers.column', facts)
  })
  return (
    <>
      <p className="reports-sum">
        {t('peers.sum', { added: count('new'), changed: count('changed'), same: count('same'), failed, peers })}
      </p>
      {odd > 0 && <Box kind="warn">{t('peers.odd', { n: odd })}</Box>}
      <div className="roster-said">
        {columns.length > 0 && <p className="muted">{t('peers.columns', { columns: columns.join(t('say.semicolon')) })}</p>}
        {failed > 0 && <p className="muted">{t('peers.failedLead')}</p>}
        {check.ignored.length > 0 && <p className="muted">{t('peers.ignored', { headers: check.ignored.join(t('say.comma')) })}</p>}
      </div>
      <div className="row">
        <Button look="primary" busy={busy} reason={ready === 0 ? t('peers.nothing') : null} onClick={onGo}>
          {t('peers.go', { n: ready })}
        </Button>
        <Button onClick={onDrop}>{t('peers.drop')}</Button>
      </div>
    </>
  )
}
