// The rows of a sheet of other places' figures: what each adds or changes, what is odd, or why it cannot be taken and what to do.
import type { PeerCheckView } from '../../core/contract/benchmark.ts'
import type { Lang } from '../words/number.ts'
import { type T, useWords } from '../words/words.ts'
import { periodOf } from './say.ts'

type Line = PeerCheckView['lines'][number]
type Cell = Line['cells'][number]

const RANK = { refused: 0, new: 2, changed: 1, same: 3 } as const
const SIGN = { refused: '■', new: '●', changed: '●', same: '–' } as const
/** What needs a hand stands first. */
const worst = (line: Line): number => Math.min(RANK[line.verdict], ...line.cells.map(cell => RANK[cell.verdict]))

export function PeerLines({ check }: { check: PeerCheckView }) {
  const { t, lang } = useWords()
  const named = new Map(check.indicators.map(i => [i.id, i.name]))
  const ordered = [...check.lines].sort((a, b) => worst(a) - worst(b))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-box" aria-label={t('roster.table')} tabIndex={0}>
      <table className="table phone-cards">
        <caption className="hidden">{t('roster.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('peers.cell')}</th>
            <th scope="col">{t('benchmark.place')}</th>
            <th scope="col">{t('benchmark.period')}</th>
            <th scope="col">{t('peers.verdictHead')}</th>
            <th scope="col">{t('peers.what')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map(line => (
            <tr key={line.at}>
              <th scope="row" className="nowrap">
                {line.at}
              </th>
              <td>
                {line.name || '—'} {line.newPeer && line.verdict !== 'refused' && <span className="muted">{t('peers.newPeer')}</span>}
                {line.near.length > 0 && line.verdict !== 'refused' && (
                  <p className="odd">▲ {t('peers.near', { names: line.near.join(t('say.comma')) })}</p>
                )}
              </td>
              <td className="nowrap">{line.year && line.month ? periodOf({ year: line.year, month: line.month }, lang) : '—'}</td>
              <td className={line.verdict === 'refused' ? 'late nowrap' : 'nowrap'}>
                {SIGN[line.verdict]} {t(`peers.verdict.${line.verdict}`)}
              </td>
              <td className="card-line">
                {line.reason
                  ? String(t(`peers.why.${line.reason}`, { ...line.facts, name: '' } as never))
                  : line.cells.map(cell => <Said key={cell.at} cell={cell} name={named.get(cell.indicatorId) ?? ''} />)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Said({ cell, name }: { cell: Cell; name: string }) {
  const { t, lang } = useWords()
  return (
    <p>
      <span className={cell.verdict === 'refused' ? 'late' : cell.verdict === 'same' ? 'muted' : undefined}>
        {sayCell(t, lang, cell, name)}
      </span>
      {cell.flags.map(({ flag, facts }) => (
        <span key={flag} className="odd">
          ▲ {String(t(`benchmark.flag.${flag}`, facts as never))}
        </span>
      ))}
    </p>
  )
}

function sayCell(t: T, lang: Lang, { reason, facts, verdict, was, now }: Cell, name: string): string {
  if (reason) return String(t(`peers.why.${reason}`, { ...facts, name } as never))
  const figure = (value: number | null) =>
    value === null
      ? '—'
      : new Intl.NumberFormat('en-US', { maximumFractionDigits: 6, useGrouping: lang === 'en' }).format(value).replace('-', '−')
  return verdict === 'changed'
    ? t('peers.moved', { name, was: figure(was), now: figure(now) })
    : t('peers.setTo', { name, now: figure(now) })
}
