// Where a peer's figure was told: the document at its sentence, a public page, or a paper by its name.
import type { PeerFigureView } from '../../core/contract/benchmark.ts'
import { dayOf } from '../../core/day.ts'
import { Go } from '../parts/Go.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { useWords } from '../words/words.ts'

type From = Pick<PeerFigureView, 'origin' | 'address' | 'source' | 'by' | 'at'>

export function FigureSource({ from }: { from: From }) {
  const { t } = useWords()
  const may = useMay()
  const title = [from.source?.sentence, t('benchmark.figure.by', { by: from.by, at: dayOf(from.at) })].filter(Boolean).join('\n')
  if (from.source && may('document.write'))
    return (
      <Go to={page.document(from.source.documentId, { at: from.source.span })} title={title} lang="zh-CN">
        《{from.source.documentTitle}》
      </Go>
    )
  if (from.address)
    return (
      <a href={from.address} target="_blank" rel="noreferrer" title={title} lang="zh-CN">
        {from.origin}
      </a>
    )
  return (
    <span title={title} lang="zh-CN">
      {from.origin}
    </span>
  )
}
