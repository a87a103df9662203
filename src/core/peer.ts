// Other places that one is measured against 对标: the vocabulary of peers and their figures. No rules here.
import type { Indicator, ReadingStatus } from './indicator.ts'

/** 国内标杆, 省内标杆: shown beside the ranks, never among them. */
export const EXEMPLARS = ['domestic', 'province'] as const
export type Exemplar = (typeof EXEMPLARS)[number]

export interface Peer {
  id: string
  name: string
  code: string | null
  /** Persons. */
  population: number | null
  exemplar: Exemplar | null
  retired: boolean
}

/** One month's figure of a peer, as it holds. */
export interface PeerFigure {
  peerId: string
  indicatorId: string
  year: number
  month: number
  /** null: taken back. */
  value: number | null
  status: ReadingStatus
  revision: number
}

export const figureKey = (f: Pick<PeerFigure, 'peerId' | 'indicatorId' | 'year' | 'month'>): string =>
  `${f.peerId} ${f.indicatorId} ${f.year} ${f.month}`

export type Measured = Pick<
  Indicator,
  'id' | 'code' | 'name' | 'aliases' | 'kind' | 'direction' | 'basis' | 'frequency' | 'decimals' | 'unit' | 'retired'
>

/** What a sheet or a document is compared with. */
export interface PeerWorld {
  /** Of one's own jurisdiction, whose figures come from readings. */
  place: string
  peers: Peer[]
  indicators: Measured[]
  /** By figureKey. */
  held: Map<string, PeerFigure>
  /** The first month that is not over yet, as year × 12 + month − 1. */
  now: number
}

const bare = (name: string): string => name.normalize('NFKC').replace(/[\s*:]|\(.*?\)/g, '')

/** By name, short name or code; brackets and blanks do not count. */
export function indicatorNamed(name: string, indicators: readonly Measured[]): Measured | null {
  const wanted = bare(name)
  if (wanted === '') return null
  const has = (i: Measured) => [i.name, ...i.aliases, ...(i.code ? [i.code] : [])].some(n => bare(n) === wanted)
  return indicators.find(i => !i.retired && has(i)) ?? null
}

export const peerNamed = (name: string, peers: readonly Peer[]): Peer | null => peers.find(p => bare(p.name) === bare(name)) ?? null
