// 外地数据: peers and exemplars, their figures from a sheet that is checked first, or from a document with its sentence.
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { PeerView } from '../../core/contract/benchmark.ts'
import { ImportPeers } from '../benchmark/ImportPeers.tsx'
import { Offers } from '../benchmark/Offers.tsx'
import { PeerDialog } from '../benchmark/PeerDialog.tsx'
import { people } from '../benchmark/say.ts'
import { BoardTabs } from '../parts/BoardTabs.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { page } from '../paths.ts'
import { peersQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import '../style/board.css'
import '../style/import.css'
import '../style/item.css'
import '../style/reports.css'
import '../style/benchmark.css'

export function Peers() {
  const { t } = useWords()
  const { document } = useSearch({ strict: false }) as { document?: string }
  const query = useQuery(peersQuery)
  const [editing, setEditing] = useState<PeerView | 'new' | null>(null)
  return (
    <div className="peer-parts">
      <Head title={t('peers.title')} lead={t('peers.lead')}>
        <Go className="button plain" to={page.benchmark()}>
          {t('peers.back')}
        </Go>
      </Head>
      <BoardTabs />
      {document && <Offers documentId={document} />}
      <ImportPeers />
      {!document && <Offers documentId={null} />}
      <section aria-labelledby="peers">
        <div className="section-head">
          <h2 id="peers">{t('peers.list')}</h2>
          <Button onClick={() => setEditing('new')}>{t('peers.add')}</Button>
        </div>
        <Load query={query} lines={6}>
          {({ peers }) => (peers.length === 0 ? <p className="muted">{t('peers.none')}</p> : <List peers={peers} onEdit={setEditing} />)}
        </Load>
      </section>
      {editing && <PeerDialog peer={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function List({ peers, onEdit }: { peers: PeerView[]; onEdit: (peer: PeerView) => void }) {
  const { t, lang } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={t('peers.list')} tabIndex={0}>
      <table className="table">
        <caption className="hidden">{t('peers.list')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('peers.name')}</th>
            <th scope="col" className="num">
              {t('peers.people')}
            </th>
            <th scope="col">{t('peers.exemplar')}</th>
            <th scope="col" className="num">
              {t('peers.figures')}
            </th>
            <th scope="col" className="wide-only">
              {t('peers.note')}
            </th>
            <th scope="col">
              <span className="hidden">{t('do.edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {peers.map(peer => (
            <tr key={peer.id}>
              <th scope="row" className="nowrap">
                {peer.name} {peer.retired && <span className="muted">{t('peers.retired')}</span>}
              </th>
              <td className="num nowrap">
                {peer.population === null ? <span className="muted">{t('peers.noPopulation')}</span> : people(peer.population, lang)}
              </td>
              <td className="nowrap">{peer.exemplar ? t(`benchmark.exemplar.${peer.exemplar}`) : '—'}</td>
              <td className="num">{peer.figures}</td>
              <td className="wide-only">{peer.note}</td>
              <td>
                <button
                  type="button"
                  className="button link"
                  aria-label={t('peers.edit', { name: peer.name })}
                  onClick={() => onEdit(peer)}
                >
                  {t('do.edit')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
