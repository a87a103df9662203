// The sheet of other places' figures to be filled in and imported: places down, indicators across, each with its unit.
import type { PeerWorld } from '../core/peer.ts'
import { PEER_HEADINGS } from '../core/peersheet.ts'
import type { Day } from '../core/types.ts'
import type { Column, Sheet } from './sheet.ts'

/** Room to write on. */
const BLANK = 40

const NOTE =
  '每行一个地区、一个月份。月份写 1–12，全年写 12 或留空；累计指标填 1 月至当月的累计数。没有公布的留空，不要填 0。来源写公报、年鉴或文件名称。单位以表头为准，可改。'

export function peerSheet({ peers, indicators }: Pick<PeerWorld, 'peers' | 'indicators'>, place: string, today: Day): Sheet {
  const kept = indicators.filter(i => !i.retired)
  const column = (key: keyof typeof PEER_HEADINGS, width: number): Column => ({
    key,
    header: PEER_HEADINGS[key][0],
    width,
    kind: 'text',
    open: true,
  })
  return {
    title: `${place}同类地区数据`,
    date: today,
    issuer: place,
    note: NOTE,
    columns: [
      column('name', 18),
      column('year', 8),
      column('month', 8),
      { ...column('population', 14), header: `${PEER_HEADINGS.population[0]}（万人）` },
      ...kept.map((i): Column => ({ key: i.id, header: i.unit ? `${i.name}（${i.unit}）` : i.name, width: 20, kind: 'text', open: true })),
      column('origin', 36),
    ],
    rows: [
      ...peers
        .filter(p => !p.retired)
        .map(p => ({ name: p.name, population: p.population === null ? null : String(p.population / 10_000) })),
      ...Array.from({ length: BLANK }, () => ({})),
    ],
  }
}
