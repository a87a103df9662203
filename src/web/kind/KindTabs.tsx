// The ledgers that stand beside this one in the rail, as links in one row; and the ways of looking at this one.
import type { LedgerKind } from '../../core/kind.ts'
import { Go } from '../parts/Go.tsx'
import { page } from '../paths.ts'
import { useWords } from '../words/words.ts'
import { besides } from './rail.ts'
import { VIEWS } from './views.ts'
import '../style/board.css'

export function KindTabs({ kind }: { kind: LedgerKind }) {
  const { t } = useWords()
  const kinds = besides(kind)
  if (kinds.length < 2) return null
  return (
    <nav className="page-tabs no-print" aria-label={t('kindPage.ledgers')}>
      {kinds.map(one => (
        <Go key={one} to={page.kind(one)} aria-current={one === kind ? 'page' : undefined}>
          {t(`kind.${one}.ledger`)}
        </Go>
      ))}
    </nav>
  )
}

/** Board, table, and what the kind has of its own. */
export function ViewTabs({ kind, view, filters }: { kind: LedgerKind; view: string; filters: Record<string, string | undefined> }) {
  const { t } = useWords()
  const own = Object.keys(VIEWS[kind]?.views ?? {})
  const say = (name: string) =>
    name === 'board' || name === 'table' ? t(`kindPage.view.${name}`) : t(`kind.${kind}.view.${name}` as 'kindPage.view.board')
  return (
    <nav className="kind-views no-print" aria-label={t('kindPage.views')}>
      {['board', 'table', ...own].map(name => (
        <Go key={name} to={page.kind(kind, { ...filters, page: undefined, view: name })} aria-current={name === view ? 'page' : undefined}>
          {say(name)}
        </Go>
      ))}
    </nav>
  )
}
