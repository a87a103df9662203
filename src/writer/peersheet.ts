// The sheet of other places' figures to be filled in and imported: places down, indicators across, each with its unit.
import type { PeerWorld } from '../core/peer.ts'
import { ORIGIN, POPULATION } from '../core/peerrows.ts'
import type { Day } from '../core/types.ts'
import type { Column, Sheet } from './sheet.ts'

/** Room to write on. */
const BLANK = 40

const NOTE =
  '每行一个地区、一个月份。月份写 1–12，全年写 12 或留空；累计指标填 1 月至当月的累计数。没有公布的留空，不要填 0。来源写公报、年鉴或文件名称。单位以表头为准，可改。'

export function peerSheet({ peers, indicators }: Pick<PeerWorld, 'peers' | 'indicators'>, place: string, today: Day): Sheet {
  const kept = indicators.filter(i => !i.retired)
  const column = (key: string, header: string, width: number): Column => ({ key, header, width, kind: 'text', open: true })
  return {
    title: `${place}同类地区数据`,
    date: today,
    issuer: place,
    note: NOTE,
    columns: [
      column('name', '地区', 18),
      column('year', '年份', 8),
      column('month', '月份', 8),
      column('population', `${POPULATION[0]}（万人）`, 14),
      ...kept.map(i => column(i.id, i.unit ? `${i.name}（${i.unit}）` : i.name, 20)),
      column('origin', ORIGIN[0]!, 36),
    ],
    rows: [
      ...peers
        .filter(p => !p.retired)
        .map(p => ({ name: p.name, population: p.population === null ? null : String(p.population / 10_000) })),
      ...Array.from({ length: BLANK }, () => ({})),
    ],
  }
}
