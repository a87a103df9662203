// A table of buttons as one stop of the Tab key: arrows, Home, End and the page keys reach the others, and none is hidden by the frozen head. Knows nothing of what it shows.
import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'

const STEPS: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}
const PAGE = 10

interface Grid {
  table: RefObject<HTMLTableElement | null>
  onFocus: (e: FocusEvent) => void
  onKeyDown: (e: KeyboardEvent) => void
}

/** Every button of the table is given with `tabIndex={-1}`; thousands of stops would lock the page. */
export function useGridKeys(): Grid {
  const table = useRef<HTMLTableElement>(null)
  const stop = useRef<HTMLElement | null>(null)
  const stopAt = (button: HTMLElement | null) => {
    if (stop.current) stop.current.tabIndex = -1
    stop.current = button
    if (button) button.tabIndex = 0
  }
  useLayoutEffect(() => {
    padFor(table.current!)
    // What was filtered away or drawn anew is no stop any more.
    if (!table.current!.contains(stop.current)) stopAt(table.current!.querySelector<HTMLElement>('tbody button'))
  })
  const onFocus = (e: FocusEvent) => {
    const button = (e.target as HTMLElement).closest<HTMLElement>('button')
    if (button && button !== stop.current) stopAt(button)
  }
  const onKeyDown = (e: KeyboardEvent) => {
    const here = (e.target as HTMLElement).closest<HTMLTableCellElement>('td, th')
    if (!here || e.altKey || e.shiftKey) return
    const next = reach(table.current!, here, e.key, e.ctrlKey || e.metaKey)
    if (next === undefined) return
    e.preventDefault()
    padFor(table.current!)
    next?.focus()
  }
  return { table, onFocus, onKeyDown }
}

const buttonOf = (cell: HTMLTableCellElement | undefined) => cell?.querySelector<HTMLElement>('button') ?? null

/** undefined: not a key of this table; null: nothing further that way. */
function reach(table: HTMLTableElement, here: HTMLTableCellElement, key: string, wide: boolean): HTMLElement | null | undefined {
  const rows = [...table.rows]
  const at = rows.indexOf(here.parentElement as HTMLTableRowElement)
  const row = rows[at]!
  if (key === 'Home') return buttonOf((wide ? rows[0] : row)!.cells[0])
  if (key === 'End') return lastIn(wide ? rows.at(-1)! : row)
  if (key === 'PageDown' || key === 'PageUp') {
    const [to, back] = key === 'PageDown' ? [Math.min(rows.length - 1, at + PAGE), -1] : [Math.max(0, at - PAGE), 1]
    for (let r = to; r !== at; r += back) if (buttonOf(rows[r]!.cells[here.cellIndex])) return buttonOf(rows[r]!.cells[here.cellIndex])
    return null
  }
  const step = STEPS[key]
  if (!step || wide) return undefined
  for (let [r, c] = [at + step[0], here.cellIndex + step[1]]; ; r += step[0], c += step[1]) {
    const next = rows[r]?.cells[c]
    if (!next || c < 0) return null
    const button = buttonOf(next)
    if (button) return button
  }
}

const lastIn = (row: HTMLTableRowElement): HTMLElement | null =>
  [...row.cells].reduce<HTMLElement | null>((last, cell) => buttonOf(cell) ?? last, null)

/** What is scrolled to stands beside the frozen head and column, not beneath them. */
function padFor(table: HTMLTableElement): void {
  const corner = table.rows[0]?.cells[0]
  if (corner && table.parentElement) table.parentElement.style.scrollPadding = `${corner.offsetHeight}px 0 0 ${corner.offsetWidth}px`
}
