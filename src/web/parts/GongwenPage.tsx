// A document going out, drawn as a sheet in the measures of GB/T 9704-2012 (type area 156 mm wide, 三号 body, red head and rule). Draws, never words.
import { type Block, type Gongwen, writtenDay } from '../../core/gongwen.ts'

export function GongwenPage({ gongwen: g }: { gongwen: Gongwen }) {
  return (
    <article className="gongwen" lang="zh-CN" aria-label={g.title}>
      <p className="gw-mark">{g.mark}</p>
      {g.number && <p className="gw-number">{g.number}</p>}
      <hr className="gw-rule" />
      <h2 className="gw-title">{g.title}</h2>
      {g.recipients && <p className="gw-to">{g.recipients}：</p>}
      {g.blocks.map((b, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other identity and never move
        <GongwenBlock key={i} block={b} />
      ))}
      {g.attachments.map((name, i) => (
        <p key={name} className="gw-p">
          {i === 0 ? '附件：' : ''}
          {g.attachments.length > 1 ? `${i + 1}.` : ''}
          {name}
        </p>
      ))}
      <div className="gw-sign">
        <p>{g.issuer}</p>
        <p>{writtenDay(g.date)}</p>
      </div>
      {(g.copies || g.printed) && (
        <footer className="gw-foot">
          {g.copies && <p>抄送：{g.copies}</p>}
          {g.printed && (
            <p className="gw-printed">
              <span>{g.printed.office}</span>
              <span>{writtenDay(g.printed.date)}印发</span>
            </p>
          )}
        </footer>
      )}
    </article>
  )
}

/** The number of an item, 2026-0014, stays on one line. */
const whole = (words: string) =>
  words.split(/(\d+-\d+)/).map((piece, i) =>
    i % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
      <span key={i} className="gw-whole">
        {piece}
      </span>
    ),
  )

function GongwenBlock({ block: b }: { block: Block }) {
  if (b.kind === 'h1') return <h3 className="gw-h1">{whole(b.text)}</h3>
  if (b.kind === 'h2') return <h4 className="gw-h2">{whole(b.text)}</h4>
  if (b.kind !== 'table') return <p className={b.kind === 'h3' ? 'gw-h3' : 'gw-p'}>{whole(b.text)}</p>
  const shares = b.columns.reduce((sum, c) => sum + c.share, 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the table scrolls, and must be reachable by keyboard
    <table className="gw-table" tabIndex={0}>
      {b.caption && <caption>{b.caption}</caption>}
      <thead>
        <tr>
          {b.columns.map(c => (
            <th key={c.header} scope="col" style={{ width: `${(c.share / shares) * 100}%` }}>
              {c.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {b.rows.map(r => (
          <tr key={r.join()}>
            {r.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
              <td key={i} style={{ textAlign: b.columns[i]!.align }}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
