// The pages under 指标, as links in one row; each shows only to whom it is of use.
import { useRouterState } from '@tanstack/react-router'
import type { Action } from '../../core/access.ts'
import { page } from '../paths.ts'
import { useWords } from '../words/words.ts'
import { Go } from './Go.tsx'
import { useMay } from './session.ts'
import '../style/board.css'

const TABS = [
  ['board', page.board(), 'indicator.read'],
  ['list', page.indicators, 'indicator.read'],
  ['fill', page.fill(), 'reading.write'],
  ['import', page.importReadings, 'reading.write'],
  ['benchmark', page.benchmark(), 'benchmark.read'],
  ['schemes', page.schemes, 'scheme.read'],
  ['sheets', page.sheets(), 'sheet.read'],
  ['wall', page.wall, 'sheet.read'],
] as const satisfies readonly (readonly [string, string, Action])[]

export function BoardTabs() {
  const { t } = useWords()
  const may = useMay()
  const path = useRouterState({ select: s => s.location.pathname })
  const shown = TABS.filter(([, , needs]) => may(needs))
  if (shown.length < 2) return null
  return (
    <nav className="page-tabs no-print" aria-label={t('board.tabs')}>
      {shown.map(([name, to]) => (
        <Go key={name} to={to} aria-current={path === to || (to !== page.board() && path.startsWith(`${to}/`)) ? 'page' : undefined}>
          {t(`board.tab.${name}`)}
        </Go>
      ))}
    </nav>
  )
}
