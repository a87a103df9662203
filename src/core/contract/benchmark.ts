// Benchmarking 对标: peers, their figures, and how one stands among them, as the API shows and takes them.
import { z } from 'zod'
import { CATCH_UP_REASONS } from '../benchmark.ts'
import { DIRECTIONS, READING_STATUSES } from '../indicator.ts'
import { EXEMPLARS } from '../peer.ts'
import { OFFER_REASONS } from '../peeroffer.ts'
import { PEER_CELL_REASONS, PEER_FLAGS, PEER_ROW_REASONS } from '../peersheet.ts'
import { Month, SourceView, Value, Year } from './indicator.ts'
import { Id, InstantText, JurisdictionId, Line, Words } from './value.ts'

const Population = z.int().min(1).max(2_000_000_000)
/** A public page, or nothing. */
const Address = Line(500).refine(s => /^https?:\/\/[^\s/]+/.test(s), 'address')

export const PeerBody = z.object({
  name: Line(40).min(2),
  code: JurisdictionId.nullable().default(null),
  population: Population.nullable().default(null),
  exemplar: z.enum(EXEMPLARS).nullable().default(null),
  note: Words(500).nullable().default(null),
})
export const PeerPatch = PeerBody.partial().extend({ version: z.int(), retired: z.boolean().optional() })
export const PeerView = PeerBody.extend({ id: Id, retired: z.boolean(), version: z.int(), figures: z.int() }).meta({ id: 'Peer' })
export type PeerView = z.infer<typeof PeerView>
export const PeerList = z.object({ peers: z.array(PeerView) })

/** By hand: just these; otherwise by population. */
export const BenchmarkRuleBody = z.object({
  population: Population.nullable(),
  byHand: z.boolean(),
  peerIds: z.array(Id).max(200),
  /** The version the person saw, 0 for none. */
  version: z.int().min(0),
})
export type BenchmarkRule = z.infer<typeof BenchmarkRuleBody>

export const PeerFigureBody = z.object({
  indicatorId: Id,
  year: Year,
  month: Month,
  /** null takes back what stands. */
  value: Value.nullable(),
  status: z.enum(READING_STATUSES).default('final'),
  /** Where it was told: 《某市2025年统计公报》. */
  origin: Line(200).min(2),
  address: Address.nullable().default(null),
  /** The revision the person saw, 0 for none. */
  seen: z.int().min(0),
})
export const FigureSource = z.object({
  origin: z.string(),
  address: z.string().nullable(),
  source: SourceView.nullable(),
  status: z.enum(READING_STATUSES),
  revision: z.int(),
  by: z.string(),
  at: InstantText,
})
export const PeerFigureView = FigureSource.extend({
  year: z.int(),
  month: z.int(),
  value: z.number().nullable(),
  withdrawn: z.boolean(),
}).meta({
  id: 'PeerFigure',
})
export type PeerFigureView = z.infer<typeof PeerFigureView>
export const PeerFigureQuery = z.object({ indicator: Id })
/** Every revision, newest first. */
export const PeerFigureList = z.object({ figures: z.array(PeerFigureView) })

const Rate = z.coerce.number().min(-99).max(1000)
export const BenchmarkQuery = z.object({
  indicator: Id.optional(),
  year: Year.optional(),
  month: Month.optional(),
  /** Growth in per cent a year, one's own and everybody else's; otherwise each place's last. */
  own: Rate.optional(),
  other: Rate.optional(),
})
export type BenchmarkQuery = z.infer<typeof BenchmarkQuery>

const GapView = z.object({ names: z.array(z.string()), gap: z.number() })
/** `rate`s in per cent a year; `years` null with its reason. */
const CatchUpView = z.object({
  ownRate: z.number(),
  otherRate: z.number(),
  years: z.number().nullable(),
  why: z.enum(CATCH_UP_REASONS).nullable(),
  /** What one's own rate would have to be to get there in five years. */
  rateInFive: z.number().nullable(),
})
const FigureView = z.object({
  year: z.int(),
  month: z.int(),
  value: z.number(),
  /** Null: nobody said. */
  status: z.enum(READING_STATUSES).nullable(),
  /** Of one's own jurisdiction: null, it comes from its readings. */
  from: FigureSource.nullable(),
})
/** Why no years are told: `no-rate` nobody knows how fast one of them grows; `is-rate` the figures are rates themselves; `low-base` one grew from nearly nothing. */
const NO_CATCH_UP = ['no-rate', 'is-rate', 'low-base'] as const
/** Why no growth is told of a figure: nothing of last year, or what was then is not above zero. */
const NO_YEAR_ON_YEAR = ['no-base', 'bad-base'] as const

export const BenchmarkRow = z.object({
  /** null: one's own jurisdiction. */
  peerId: Id.nullable(),
  name: z.string(),
  population: z.number().nullable(),
  figure: FigureView.nullable(),
  /** The newest there is, where none of the month is. */
  newest: z.object({ year: z.int(), month: z.int() }).nullable(),
  rank: z.int().nullable(),
  tied: z.boolean(),
  ahead: GapView.nullable(),
  behind: GapView.nullable(),
  firstTier: z.boolean(),
  toFirstTier: z.number().nullable(),
  yearOnYear: z.number().nullable(),
  noYearOnYear: z.enum(NO_YEAR_ON_YEAR).nullable(),
  lowBase: z.boolean(),
  /** Of those that are ahead of one's own. */
  catchUp: CatchUpView.nullable(),
  noCatchUp: z.enum(NO_CATCH_UP).nullable(),
})
export const ExemplarRow = z.object({
  peerId: Id,
  name: z.string(),
  exemplar: z.enum(EXEMPLARS),
  figure: FigureView.nullable(),
  /** One's own figure that can stand beside it. */
  own: z.object({ year: z.int(), month: z.int(), value: z.number() }).nullable(),
  gap: z.number().nullable(),
  better: z.boolean().nullable(),
  /** Of another month than one's own: it is its level of then that is to be reached, as if it had stood still. */
  still: z.boolean(),
  catchUp: CatchUpView.nullable(),
  noCatchUp: z.enum(NO_CATCH_UP).nullable(),
})

export const BenchmarkView = z
  .object({
    place: z.string(),
    indicators: z.array(z.object({ id: Id, name: z.string(), unit: z.string(), figures: z.int() })),
    rule: BenchmarkRuleBody.extend({ by: z.string().nullable(), at: InstantText.nullable() }),
    /** null: nobody can be chosen, since one's own population is not told. */
    choice: z
      .object({
        within: z.number().nullable(),
        widened: z.boolean(),
        /** Fewer than the rule asks for: all there are. */
        short: z.boolean(),
        peers: z.array(z.string()),
        unknown: z.array(z.string()),
      })
      .nullable(),
    peers: z.int(),
    /** null: no indicator is kept yet. */
    table: z
      .object({
        indicator: z.object({ id: Id, name: z.string(), unit: z.string(), decimals: z.int(), direction: z.enum(DIRECTIONS) }),
        /** Months that somebody's figure is of, newest first. */
        months: z.array(z.object({ year: z.int(), month: z.int() })),
        year: z.int().nullable(),
        month: z.int().nullable(),
        of: z.int(),
        tierRank: z.int(),
        tierAt: z.number().nullable(),
        rates: z.object({ own: z.number().nullable(), other: z.number().nullable() }),
        rows: z.array(BenchmarkRow),
        exemplars: z.array(ExemplarRow),
        ranks: z.object({
          /** `of`: how many had a figure; `tierRank`: the last rank of the first tier then. */
          periods: z.array(z.object({ year: z.int(), month: z.int(), of: z.int(), tierRank: z.int() })),
          lines: z.array(z.object({ name: z.string(), own: z.boolean(), ranks: z.array(z.int().nullable()) })),
        }),
      })
      .nullable(),
  })
  .meta({ id: 'Benchmark' })
export type BenchmarkView = z.infer<typeof BenchmarkView>

const VERDICTS = ['new', 'changed', 'same', 'refused'] as const
const Facts = z.record(z.string(), z.union([z.string(), z.number()]))
export const PeerCheckView = z
  .object({
    fault: z.enum(['no-table', 'no-indicator']).nullable(),
    headers: z.array(z.string()),
    columns: z.array(z.object({ header: z.string(), indicatorId: Id, unit: z.string().nullable() })),
    ignored: z.array(z.string()),
    /** Names and units of the indicators that are spoken of. */
    indicators: z.array(z.object({ id: Id, name: z.string(), unit: z.string() })),
    lines: z.array(
      z.object({
        /** Its first cell: 数据!C7 */
        at: z.string(),
        name: z.string(),
        year: z.int().nullable(),
        month: z.int().nullable(),
        newPeer: z.boolean(),
        /** Known places of nearly that name. */
        near: z.array(z.string()),
        verdict: z.enum(VERDICTS),
        reason: z.enum(PEER_ROW_REASONS).nullable(),
        facts: Facts,
        cells: z.array(
          z.object({
            at: z.string(),
            indicatorId: Id,
            now: z.number().nullable(),
            was: z.number().nullable(),
            verdict: z.enum(VERDICTS),
            reason: z.enum(PEER_CELL_REASONS).nullable(),
            facts: Facts,
            flags: z.array(z.object({ flag: z.enum(PEER_FLAGS), facts: Facts })),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'PeerCheck' })
export type PeerCheckView = z.infer<typeof PeerCheckView>
/** `importId`: by which all of it is taken back. */
export const PeersTaken = z.object({ peers: z.int(), figures: z.int(), importId: Id.nullable() }).meta({ id: 'PeersTaken' })
export type PeersTaken = z.infer<typeof PeersTaken>

/** What a document says of other places. */
export const PeerOffers = z
  .object({
    documentId: Id,
    title: z.string(),
    offers: z.array(
      z.object({
        /** Index of the reader's indicator, by which it is taken. */
        index: z.int(),
        region: z.string(),
        /** null: such a place is not known; taking it adds it. */
        peerId: Id.nullable(),
        name: z.string(),
        said: z.string(),
        indicatorId: Id.nullable(),
        indicator: z.string().nullable(),
        unit: z.string().nullable(),
        value: z.number().nullable(),
        year: z.int().nullable(),
        month: z.int().nullable(),
        span: z.tuple([z.int(), z.int()]),
        sentence: z.string(),
        reason: z.enum(OFFER_REASONS).nullable(),
        /** What is known already of that month. */
        was: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'PeerOffers' })
export type PeerOffers = z.infer<typeof PeerOffers>
export const TakeOffersBody = z.object({
  indices: z.array(z.int().min(0)).min(1).max(200),
  /** What the places are, where they are added now. */
  exemplar: z.enum(EXEMPLARS).nullable().default(null),
})
