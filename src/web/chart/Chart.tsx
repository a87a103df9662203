// A chart with what belongs to it: its message as a sentence above, source and cut-off beneath, and the same figures as a table one key away.
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'
import type { Drawing, Palette, Table } from './drawing.ts'
import { PLAIN, paletteOf } from './palette.ts'
import '../style/chart.css'

interface Props {
  /** The one message: 一般公共预算收入超序时 3.5 个百分点. */
  title: string
  /** Source and cut-off. */
  source: ReactNode
  make: (palette: Palette, width: number) => Drawing
  /** Drawn anew when this changes: the data as text. */
  of: string
}

export function Chart({ title, source, make, of }: Props) {
  const { t, lang } = useWords()
  const [asTable, setAsTable] = useState(false)
  const [failed, setFailed] = useState(false)
  const heading = useId()
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` and the language stand for what `make` draws
  useEffect(() => {
    const element = box.current
    if (!element || asTable) return
    let end: (() => void) | null = null
    let gone = false
    // Without its code a chart is its table: the figures never depend on the drawing.
    const parts = async () => {
      const { draw } = await import('./draw.ts')
      const drawing = make(paletteOf(element), element.clientWidth)
      if (drawing.shapes) (await import('./mapPart.ts')).know(drawing.shapes)
      return { draw, drawing }
    }
    parts().then(
      ({ draw, drawing }) => {
        if (gone) return
        element.style.setProperty('--chart-height', `${drawing.height}px`)
        end = draw(element, drawing.option, title)
      },
      () => !gone && setFailed(true),
    )
    return () => {
      gone = true
      end?.()
    }
  }, [of, lang, title, asTable])
  const turn = () => setAsTable(!asTable)
  const onKey = (e: KeyboardEvent) => {
    if (e.key !== 't' || e.ctrlKey || e.metaKey || e.altKey || (e.target as HTMLElement).matches('input, textarea, select')) return
    e.preventDefault()
    turn()
  }
  const shown = asTable || failed
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the key needs a place for the focus
    <figure className="chart" aria-labelledby={heading} tabIndex={0} onKeyDown={onKey}>
      <figcaption id={heading} className="chart-title">
        {title}
      </figcaption>
      <button type="button" className="button quiet no-print" aria-pressed={shown} aria-keyshortcuts="t" onClick={turn}>
        {t(shown ? 'chart.asChart' : 'chart.asTable')}
      </button>
      {shown ? <Figures table={make(PLAIN, 0).table} name={title} /> : <div ref={box} className="chart-box" />}
      <p className="chart-source">{source}</p>
    </figure>
  )
}

function Figures({ table, name }: { table: Table; name: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box chart-table" aria-label={name} tabIndex={0}>
      <table className="table">
        <caption className="hidden">{name}</caption>
        <thead>
          <tr>
            {table.head.map((name, i) => (
              <th key={name} scope="col" className={i > 0 ? 'num' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={table.head[i + 1]} className="num">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
