// The visits that a document tells of, offered to be registered: as corrected by people, with what is known of their figures and what was registered already.
import type { VisitPaper } from '../core/contract/visit.ts'
import { corrected } from '../core/correction.ts'
import { dayOf } from '../core/day.ts'
import { type VisitOffer, visitOffers } from '../core/fromvisit.ts'
import { type PeerOffer, peerOffers } from '../core/peeroffer.ts'
import type { Day, Instant } from '../core/types.ts'
import type { Reading, Span } from '../reader/reading.ts'
import { peerWorld } from './benchmark.ts'
import { correctionsOf } from './document.ts'
import type { Tx } from './tx.ts'

export interface VisitSource {
  title: string
  day: Day | null
  text: string
  /** As the reader left it: figures are known by their place in it. */
  reading: Reading
  corrected: Reading
  offers: VisitOffer[]
}

/** null when the document is not there or not to be seen. `lock`: until the transaction ends. */
export async function visitSource(tx: Tx, documentId: string, lock = false): Promise<VisitSource | null> {
  const [[row], corrections] = await Promise.all([
    tx.rows<Pick<VisitSource, 'title' | 'day' | 'text' | 'reading'> & { place: string }>(
      `select d.title, d.day, d.text, d.reading, j.place from document d join jurisdiction j on j.id = d.jurisdiction_id
       where d.jurisdiction_id = $1 and d.id = $2${lock ? ' for update of d' : ''}`,
      [tx.context.jurisdiction, documentId],
    ),
    correctionsOf(tx, documentId),
  ])
  if (!row) return null
  const { place, ...paper } = row
  const reading = corrected(paper.reading, corrections)
  return { ...paper, corrected: reading, offers: visitOffers(paper.text, reading, place) }
}

export interface TakenVisit {
  id: string
  number: string | null
  title: string
  at: Instant
  span: Span
  leads: number
  lessons: number
}

const linked = (relation: string) =>
  `(select count(*)::int from item_link l where l.jurisdiction_id = i.jurisdiction_id and l.to_id = i.id and l.relation = '${relation}')`
const TAKEN = `select i.id, i.number, i.title, i.registered_at as at, i.span, ${linked('found-on')} as leads, ${linked('learned-on')} as lessons
  from item i where i.jurisdiction_id = $1 and i.document_id = $2 and i.kind = 'visit' and i.state <> 'archived' order by i.registered_at desc`

/** The visits that were registered from the document and still stand. */
export const takenVisits = (tx: Tx, documentId: string): Promise<TakenVisit[]> =>
  tx.rows<TakenVisit>(TAKEN, [tx.context.jurisdiction, documentId])

/** Figures told of the place, within the article that tells of the visit. */
function figuresOfVisit(offers: readonly PeerOffer[], offer: VisitOffer, { corrected: { events, articles } }: VisitSource): PeerOffer[] {
  const [from, to] = articles[events[offer.event]!.article]!.span
  return offers.filter(o => from <= o.span[0] && o.span[1] <= to && offer.place?.includes(o.region))
}

export async function visitPaper(tx: Tx, documentId: string, now: Instant, withFigures: boolean): Promise<VisitPaper | null> {
  const [source, taken] = await Promise.all([visitSource(tx, documentId), takenVisits(tx, documentId)])
  if (!source) return null
  const world = withFigures && source.offers.length ? await peerWorld(tx, dayOf(now)) : null
  const told = world ? peerOffers(source.text, source.reading, world) : []
  return {
    documentId,
    title: source.title,
    visits: source.offers.map(offer => {
      const stands = taken.find(t => t.span[0] === offer.span[0] && t.span[1] === offer.span[1]) ?? null
      const { span: _, ...kept } = stands ?? { span: null }
      const figures = figuresOfVisit(told, offer, source).map(({ measured, ...figure }) => ({
        ...figure,
        indicatorId: measured?.id ?? null,
        indicator: measured?.name ?? null,
        unit: measured?.unit ?? null,
      }))
      return { ...offer, figures, taken: stands && (kept as Omit<TakenVisit, 'span'>) }
    }),
  }
}
