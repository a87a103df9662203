// 规定动作与自选动作: who has done which of the prescribed actions, and what each unit added of its own. Counts what is there; ranks nobody.
import type { State } from './types.ts'

/** 已完成 待核 进行中 未启动 未要求 */
export const COVERAGE_STATES = ['done', 'to-verify', 'open', 'not-begun', 'not-asked'] as const
export type CoverageState = (typeof COVERAGE_STATES)[number]

export interface PrescribedAction {
  id: string
  title: string
  /** The units it is asked of; null: of all. */
  unitIds: string[] | null
}

/** An item that carries out an action; `actionId` null: the unit chose it itself. */
export interface CoverageItem {
  id: string
  title: string
  unitId: string
  actionId: string | null
  state: State
}

interface CoverageCell {
  state: CoverageState
  asked: boolean
  /** The items that show it. */
  itemIds: string[]
}

interface CoverageRow {
  unitId: string
  /** In the order of the actions. */
  cells: CoverageCell[]
  asked: number
  done: number
  /** Self-chosen actions, finished or under way. */
  selfChosen: { id: string; title: string; done: boolean }[]
}

export interface Coverage {
  rows: CoverageRow[]
  /** For each action: of how many units it was asked and by how many it is done; `open` counts what waits for verification, too. */
  actions: { id: string; asked: number; done: number; open: number; notBegun: number }[]
  /** Items that name an action or unit which the table does not have: shown, never silently left out. */
  strayItemIds: string[]
}

const DONE: readonly State[] = ['closed', 'archived']
/** Dispatched and not accepted, or not dispatched at all. */
const NOT_BEGUN: readonly State[] = ['proposed', 'registered', 'dispatched']

/** The table unit × action. Work done without having been asked is shown in its cell and counted neither as asked nor as done. */
export function coverage(unitIds: readonly string[], actions: readonly PrescribedAction[], items: readonly CoverageItem[]): Coverage {
  const known = { units: new Set(unitIds), actions: new Set(actions.map(action => action.id)) }
  const cellItems = new Map<string, CoverageItem[]>()
  const chosen = new Map<string, CoverageItem[]>()
  const strayItemIds: string[] = []
  const keep = (map: Map<string, CoverageItem[]>, key: string, item: CoverageItem): void => {
    const list = map.get(key)
    if (list) list.push(item)
    else map.set(key, [item])
  }
  for (const item of items) {
    if (!known.units.has(item.unitId) || (item.actionId !== null && !known.actions.has(item.actionId))) strayItemIds.push(item.id)
    else if (item.actionId === null) keep(chosen, item.unitId, item)
    else keep(cellItems, JSON.stringify([item.unitId, item.actionId]), item)
  }

  const rows = unitIds.map((unitId): CoverageRow => {
    const cells = actions.map(action => {
      const asked = action.unitIds === null || action.unitIds.includes(unitId)
      return cell(asked, cellItems.get(JSON.stringify([unitId, action.id])) ?? [])
    })
    const asked = cells.filter(one => one.asked)
    return {
      unitId,
      cells,
      asked: asked.length,
      done: asked.filter(one => one.state === 'done').length,
      selfChosen: (chosen.get(unitId) ?? []).map(item => ({ id: item.id, title: item.title, done: DONE.includes(item.state) })),
    }
  })
  return {
    rows,
    actions: actions.map(({ id }, at) => {
      const asked = rows.map(row => row.cells[at]!).filter(one => one.asked)
      const count = (state: CoverageState): number => asked.filter(one => one.state === state).length
      return { id, asked: asked.length, done: count('done'), open: count('open') + count('to-verify'), notBegun: count('not-begun') }
    }),
    strayItemIds,
  }
}

/** Several items of one cell: done when all are, waiting for verification when nothing else of them is left to do, not begun when none is. */
function cell(asked: boolean, items: readonly CoverageItem[]): CoverageCell {
  const itemIds = items.map(item => item.id)
  if (items.length === 0) return { state: asked ? 'not-begun' : 'not-asked', asked, itemIds }
  if (items.every(item => DONE.includes(item.state))) return { state: 'done', asked, itemIds }
  if (items.every(item => DONE.includes(item.state) || item.state === 'pending_verification')) return { state: 'to-verify', asked, itemIds }
  return { state: items.every(item => NOT_BEGUN.includes(item.state)) ? 'not-begun' : 'open', asked, itemIds }
}
