// What a document says of other places' figures (2018年该市地区生产总值560亿元), offered to be taken in as a peer's; what cannot be is named with its reason. Changes nothing.
import type { Indicator as Found, Quantity, Reading } from '../reader/reading.ts'
import { figureKey, indicatorNamed, type Measured, type Peer, type PeerWorld, peerNamed } from './peer.ts'
import { convert } from './unitscale.ts'

export const OFFER_REASONS = [
  'unknown-indicator',
  'no-period',
  'one-month', // of a figure that is kept as the year's sum
  'not-exact', // 90%以上 is a bound, no figure
  'unit-unknown',
  'same', // known already
] as const
type OfferReason = (typeof OFFER_REASONS)[number]

export interface PeerOffer {
  /** Index into the reading's indicators. */
  index: number
  region: string
  peerId: string | null
  /** Of the statistic, as the document has it. */
  name: string
  /** The figure as printed. */
  said: string
  measured: Measured | null
  value: number | null
  year: number | null
  month: number | null
  span: [number, number]
  sentence: string
  reason: OfferReason | null
  was: number | null
}

type Read = Pick<Reading, 'indicators' | 'quantities'>

/** In the order of the text; only of places other than one's own. */
export function peerOffers(text: string, { indicators, quantities }: Read, world: PeerWorld): PeerOffer[] {
  const told = new Set<string>()
  return indicators.flatMap((found, index) => {
    const quantity = found.quantity === null ? null : quantities[found.quantity]
    if (!quantity || !found.region || isOwn(found.region, world.place)) return []
    const made = offer(text, found, quantity, index, world)
    // Told twice in one paper, the first time counts.
    const key = `${made.region} ${made.measured?.id} ${made.year} ${made.month}`
    if (made.reason === null && told.has(key)) made.reason = 'same'
    else if (made.reason === null) told.add(key)
    return [made]
  })
}

/** 我县, 全县 and 青禾县 are read as the jurisdiction's own name. */
const isOwn = (region: string, place: string): boolean => region === place || region.endsWith(place)

function offer(text: string, found: Found, quantity: Quantity, index: number, world: PeerWorld): PeerOffer {
  const region = found.region!
  const peer: Peer | null = peerNamed(region, world.peers)
  const measured = measuredBy(found.name, quantity, world.indicators)
  const [year, month] = monthOf(found.period) ?? [null, null]
  const value = measured && meantBy(quantity, measured)
  const held =
    peer && measured && year && month ? world.held.get(figureKey({ peerId: peer.id, indicatorId: measured.id, year, month })) : null
  const reason = !measured
    ? 'unknown-indicator'
    : quantity.bound !== '=' && quantity.bound !== '≈'
      ? 'not-exact'
      : value === null
        ? 'unit-unknown'
        : year === null
          ? 'no-period'
          : isOneMonth(found.period) && measured.basis === 'cumulative'
            ? 'one-month'
            : held?.value === value
              ? 'same'
              : null
  return {
    index,
    region,
    peerId: peer?.id ?? null,
    name: found.name,
    said: quantity.text,
    measured,
    value,
    year,
    month,
    span: [...found.span],
    sentence: sentenceAt(text, found.span),
    reason,
    was: held?.value ?? null,
  }
}

/** Of one name an amount and its growth may both be told: 地区生产总值560亿元，增长6.8% belong to two indicators. */
function measuredBy(name: string, quantity: Quantity, indicators: readonly Measured[]): Measured | null {
  if (quantity.unit !== '%' || !quantity.change) return indicatorNamed(name, indicators)
  const growths = indicators.filter(i => i.kind === 'growth' && i.unit === '%')
  return ['增速', '增长率', '增长', '同比增长', ''].map(end => indicatorNamed(name + end, growths)).find(i => i !== null) ?? null
}

/** The reader gives base units; what fell is below zero. */
function meantBy({ value, max, unit, change }: Quantity, measured: Measured): number | null {
  if (max !== undefined) return null
  const signed = change === 'down' && unit === '%' && measured.kind === 'growth' ? -value : value
  return unit === measured.unit ? signed : convert(signed, unit, measured.unit)
}

/** 2018 is a whole year, 2026-H1 and 2026-Q3 the months in which they end; the second half alone is no sum of a year. */
function monthOf(period: string | null): [year: number, month: number] | null {
  const [, year = '', rest = ''] = /^(\d{4})(?:-(.+))?$/.exec(period ?? '') ?? []
  if (year === '') return null
  const [, until] = /^01\.\.\d{4}-(\d\d)$/.exec(rest) ?? []
  const month = { '': 12, H1: 6, Q1: 3 }[rest] ?? Number(until ?? /^\d\d$/.exec(rest)?.[0])
  return month >= 1 && month <= 12 ? [Number(year), month] : null
}

const isOneMonth = (period: string | null): boolean => /^\d{4}-(?!01)\d\d$/.test(period ?? '')

/** 云澜市地处东洲省南部，常住人口81.2万人: told of the place, or in a sentence that names it and no other. */
export function populationOf(text: string, { quantities }: Pick<Reading, 'quantities'>, place: string): number | null {
  const told = quantities.find(
    q =>
      q.of === '常住人口' &&
      q.unit === 'person' &&
      q.max === undefined &&
      (q.subject === place || (q.subject === null && sentenceAt(text, q.span).includes(place))),
  )
  return told?.value ?? null
}

const END = /[。；\n]/

/** The sentence around the place, without the line's indent. */
function sentenceAt(text: string, [from, to]: readonly [number, number]): string {
  let start = from
  while (start > 0 && !END.test(text[start - 1]!)) start--
  let end = to
  while (end < text.length && !END.test(text[end]!)) end++
  return text.slice(start, text[end] === '\n' ? end : end + 1).trim()
}
