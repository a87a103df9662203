// A risk matrix as a table: likelihood upwards, impact to the right, each cell in the colour of its level. What stands in it is the page's own.
import type { ReactNode } from 'react'
import type { RiskLevel, RiskScale } from '../../core/riskmatrix.ts'
import { useWords } from '../words/words.ts'

interface Props {
  scale: RiskScale
  title: string
  /** Its cells are changed here. */
  edited?: boolean
  /** Steps are counted from 0. */
  head: (axis: 'likelihood' | 'impact', at: number) => ReactNode
  cell: (likelihood: number, impact: number, level: RiskLevel) => ReactNode
}

export function ScaleGrid({ scale, title, edited, head, cell }: Props) {
  const { t } = useWords()
  const rows = scale.likelihood.map((_, at) => scale.likelihood.length - 1 - at)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box risk-grid-box" aria-label={title} tabIndex={0}>
      <table className={edited ? 'risk-grid risk-scale' : 'risk-grid'}>
        <thead>
          <tr>
            <th scope="col">
              {t('risk.likelihood')} ↑ · {t('risk.impact')} →
            </th>
            {scale.impact.map((_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
              <th key={at} scope="col">
                {head('impact', at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(likelihood => (
            <tr key={likelihood}>
              <th scope="row">{head('likelihood', likelihood)}</th>
              {scale.levels[likelihood]!.map((level, impact) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
                <td key={impact} className={`risk-${level}`}>
                  {cell(likelihood, impact, level)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
