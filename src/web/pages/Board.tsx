// The scoreboard 看板: units × indicators by the data of a month, as known now or as of an earlier day; the filters are the address.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Board as View } from '../../core/contract/indicator.ts'
import { WHOLE } from '../../core/indicator.ts'
import { BoardBelow } from '../board/BoardBelow.tsx'
import { BoardCards } from '../board/BoardCards.tsx'
import { BoardChips, BoardTools } from '../board/BoardTools.tsx'
import { CellPanel } from '../board/CellPanel.tsx'
import { Commitments } from '../board/Commitments.tsx'
import { type BoardFilters, boardQueryOf, type Cell, cellsOf, columnsOf, type Row, sortRows } from '../board/filters.ts'
import { HeatSheets } from '../board/HeatSheets.tsx'
import { HeatTable } from '../board/HeatTable.tsx'
import { Honours } from '../board/Honours.tsx'
import { Legend } from '../board/Legend.tsx'
import { PrintButton } from '../board/PrintButton.tsx'
import { Counts } from '../board/UnitHead.tsx'
import { UnitPanel } from '../board/UnitPanel.tsx'
import { BoardTabs } from '../parts/BoardTabs.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { useNarrow } from '../parts/media.ts'
import { type Paper, useLandscape, usePrinting } from '../parts/paper.ts'
import { Head } from '../parts/Shell.tsx'
import { useMay, useSession, useUnits } from '../parts/session.ts'
import { page } from '../paths.ts'
import { boardQuery } from '../query.ts'
import { Box, Empty } from '../ui/Notice.tsx'
import { formatDay, formatInstant, formatPeriod } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import '../style/board.css'
import '../style/item.css'

export function Board() {
  const { t, lang } = useWords()
  const may = useMay()
  const { today, jurisdiction } = useSession()
  const { nameOf } = useUnits()
  const [paper, setPaper] = useState<Paper>('A4')
  useLandscape(paper)
  const go = useNavigate()
  const filters = useSearch({ strict: false }) as BoardFilters
  const query = useQuery(boardQuery(boardQueryOf(filters)))
  const change = (changes: BoardFilters) => void go({ href: page.board({ ...filters, ...changes }) })
  const board = query.data
  const lead = board
    ? [
        jurisdiction.name,
        board.month ? t('board.dataOf', { month: formatPeriod(`${board.year}-${String(board.month).padStart(2, '0')}`, lang) }) : null,
        board.newest && t('board.newest', { at: formatInstant(board.newest, lang) }),
      ]
        .filter(Boolean)
        .join(' · ')
    : ' '
  return (
    <div className="board">
      <Head title={t('board.title')} lead={lead}>
        {may('reading.write') && (
          <Go className="button primary" to={page.fill()}>
            {t('board.fill')}
          </Go>
        )}
        <PrintButton
          onPrint={chosen => {
            flushSync(() => setPaper(chosen))
            print()
          }}
        />
      </Head>
      <BoardTabs />
      <Load query={query} lines={14}>
        {board => (
          <>
            <BoardTools board={board} filters={filters} today={today} onChange={change} />
            <BoardChips board={board} filters={filters} nameOf={nameOf} onChange={change} />
            {board.asOf && (
              <Box
                kind="info"
                action={
                  <button type="button" className="button plain no-print" onClick={() => change({ asOf: '' })}>
                    {t('board.backToNow')}
                  </button>
                }
              >
                {t('board.asKnown', { day: formatDay(board.asOf, lang) })} {t('board.notKept')}
              </Box>
            )}
            <div aria-busy={query.isPlaceholderData}>
              <Whole board={board} paper={paper} filters={filters} onSort={(sort, dir) => change({ sort, dir })} />
            </div>
            {may('jurisdiction.read') && !board.asOf && <BoardBelow year={board.year} month={board.month} />}
          </>
        )}
      </Load>
    </div>
  )
}

interface WholeProps {
  board: View
  paper: Paper
  filters: BoardFilters
  onSort: (sort: string, dir: 'asc' | 'desc') => void
}

function Whole({ board: given, paper, filters, onSort }: WholeProps) {
  const { t } = useWords()
  const { jurisdiction } = useSession()
  const board = useMemo(() => named(given, jurisdiction.name), [given, jurisdiction.name])
  const may = useMay()
  const narrow = useNarrow()
  const printing = usePrinting()
  const [opened, setOpened] = useState<{ cell: Cell | null; row: Row | null; from: HTMLElement } | null>(null)
  const close = useCallback(() => setOpened(null), [])
  const onOpen = useCallback((cell: Cell, from: HTMLElement) => setOpened({ cell, row: null, from }), [])
  const onUnit = useCallback((row: Row, from: HTMLElement) => setOpened({ cell: null, row, from }), [])
  const cells = useMemo(() => cellsOf(board), [board])
  const rows = useMemo(() => sortRows(board.rows, cells, filters), [board, cells, filters])
  const columns = useMemo(() => columnsOf(board, filters), [board, filters])
  const whole = board.rows.find(r => r.unitId === WHOLE)
  const filtered = Boolean(filters.frame || filters.topic || filters.unit || filters.asOf || filters.year)

  if (board.rows.length === 0)
    return filtered ? (
      <Empty title={t('board.emptyFiltered')} lead={t('board.emptyFilteredLead')} />
    ) : (
      <Empty
        title={t('board.empty')}
        lead={t('board.emptyLead')}
        action={
          may('indicator.write') && (
            <Go className="button primary" to={page.indicators}>
              {t('board.begin')}
            </Go>
          )
        }
      />
    )
  const both = { rows, columns, cells, pledges: board.commitments, onOpen, onUnit }
  return (
    <>
      {whole && (
        <div className="board-whole">
          <p className="board-sum">
            <span lang="zh-CN">{whole.unit}</span> <Counts row={whole} />
          </p>
          <Honours row={whole} indicators={board.indicators} />
        </div>
      )}
      {printing ? (
        <HeatSheets {...both} paper={paper} filters={filters} onSort={onSort} />
      ) : narrow ? (
        <BoardCards {...both} />
      ) : (
        <HeatTable {...both} filters={filters} onSort={onSort} />
      )}
      <Legend />
      <Commitments board={board} />
      {opened?.cell && (
        <CellPanel
          key={`${opened.cell.unitId}${opened.cell.indicatorId}`}
          board={board}
          cell={opened.cell}
          from={opened.from}
          onClose={close}
        />
      )}
      {opened?.row && (
        <UnitPanel key={opened.row.unitId} board={board} row={opened.row} filters={filters} from={opened.from} onClose={close} />
      )}
    </>
  )
}

/** The whole is called by the jurisdiction's name. */
const named = (board: View, whole: string): View => ({
  ...board,
  rows: board.rows.map(r => (r.unitId === WHOLE ? { ...r, unit: whole } : r)),
})
