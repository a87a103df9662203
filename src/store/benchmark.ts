// Peers with their figures, and one's own place among them: reads. Writing goes through `act`.
import type { Told } from '../core/catchingup.ts'
import { comparison } from '../core/comparison.ts'
import type { BenchmarkQuery, BenchmarkRule, BenchmarkView, PeerFigureView, PeerView } from '../core/contract/benchmark.ts'
import type { ImportView } from '../core/contract/sheetimport.ts'
import { WHOLE } from '../core/indicator.ts'
import { figureKey, type Measured, type Peer, type PeerFigure, type PeerWorld } from '../core/peer.ts'
import type { Day, Instant } from '../core/types.ts'
import type { FileRow } from './file.ts'
import type { Tx } from './tx.ts'

const MEASURED = 'i.id, i.code, i.name, i.aliases, i.kind, i.direction, i.basis, i.frequency, i.decimals, i.unit, i.retired'
/** The greatest revision holds. */
const HELD = `select distinct on (f.indicator_id, f.year, f.month, f.peer_id) f.* from peer_figure f where f.jurisdiction_id = $1`
const HELD_ORDER = 'order by f.indicator_id, f.year, f.month, f.peer_id, f.revision desc'

/** Added by an import that was taken back: as if nobody had told of it, until somebody does again. */
const GONE = `(p.retired and exists (select 1 from peer_import i where i.jurisdiction_id = p.jurisdiction_id and i.id = p.import_id and i.undone_at is not null))`

export const gonePeers = (tx: Tx): Promise<{ id: string; name: string }[]> =>
  tx.rows(`select p.id, p.name from peer p where p.jurisdiction_id = $1 and ${GONE}`, [tx.context.jurisdiction])

export async function listPeers(tx: Tx): Promise<PeerView[]> {
  return tx.rows<PeerView>(
    `select p.id, p.name, p.code, p.population, p.exemplar, p.note, p.retired, p.version,
       (select count(*) from (${HELD} and f.peer_id = p.id ${HELD_ORDER}) h where not h.withdrawn) as figures
     from peer p where p.jurisdiction_id = $1 and not ${GONE} order by p.retired, p.exemplar is null, p.name`,
    [tx.context.jurisdiction],
  )
}

/** One peer; null when there is none. */
export const getPeer = async (tx: Tx, id: string): Promise<PeerView | null> => (await listPeers(tx)).find(p => p.id === id) ?? null

interface RuleRow extends BenchmarkRule {
  by: string | null
  at: Instant | null
}
const NO_RULE: RuleRow = { population: null, byHand: false, peerIds: [], version: 0, by: null, at: null }

/** As it was last chosen; by population, of nobody, while nobody chose. */
export async function ruleNow(tx: Tx): Promise<RuleRow> {
  const [row] = await tx.rows<RuleRow>(
    'select population, by_hand, peer_ids, version, by_name as by, at from benchmark where jurisdiction_id = $1',
    [tx.context.jurisdiction],
  )
  return row ?? NO_RULE
}

interface FigureRow {
  peerId: string
  year: number
  month: number
  value: number | null
  status: PeerFigureView['status']
  revision: number
  withdrawn: boolean
  origin: string
  address: string | null
  documentId: string | null
  documentTitle: string | null
  documentDay: Day | null
  span: [number, number] | null
  sentence: string | null
  by: string
  at: Instant
}
const FIGURE = `f.peer_id, f.year, f.month, f.value, f.status, f.revision, f.withdrawn, f.origin, f.address, f.document_id, f.document_title, f.document_day,
  f.span, f.sentence, f.by_name as by, f.at`

const figureOf = (f: FigureRow): PeerFigureView => ({
  year: f.year,
  month: f.month,
  value: f.value,
  withdrawn: f.withdrawn,
  origin: f.origin,
  address: f.address,
  source: f.documentId
    ? { documentId: f.documentId, documentTitle: f.documentTitle!, documentDay: f.documentDay, span: f.span!, sentence: f.sentence! }
    : null,
  status: f.status,
  revision: f.revision,
  by: f.by,
  at: f.at,
})

/** Every revision, newest first. */
export async function figuresOf(tx: Tx, peerId: string, indicatorId: string): Promise<PeerFigureView[]> {
  const rows = await tx.rows<FigureRow>(
    `select ${FIGURE} from peer_figure f where f.jurisdiction_id = $1 and f.peer_id = $2 and f.indicator_id = $3
     order by f.year desc, f.month desc, f.revision desc`,
    [tx.context.jurisdiction, peerId, indicatorId],
  )
  return rows.map(figureOf)
}

/** The figures of the jurisdiction itself, reported or summed, of the months that have one. */
const OWN = `select s.year, s.month, (('{"_":0' || s.shown)::json ->> 'value')::numeric as value,
    ('{"_":0' || s.shown)::json ->> 'status' as status from standing s
  where s.jurisdiction_id = $1 and s.indicator_id = $2 and s.unit_id = $3 and (('{"_":0' || s.shown)::json ->> 'month')::int = s.month
    and ('{"_":0' || s.shown)::json ->> 'value' is not null order by s.year, s.month`

const INDICATORS = `select ${MEASURED}, (select count(distinct (f.peer_id, f.year, f.month)) from peer_figure f
    where f.jurisdiction_id = i.jurisdiction_id and f.indicator_id = i.id) as figures
  from indicator i where i.jurisdiction_id = $1 and not i.retired and i.kind <> 'milestone' order by i.position, i.name`

/** Figures that came in together, newest first. */
export async function listPeerImports(tx: Tx): Promise<ImportView[]> {
  return tx.rows<ImportView>(`${IMPORT} order by i.at desc, i.id limit 100`, [tx.context.jurisdiction])
}

export async function peerImportById(tx: Tx, id: string): Promise<ImportView | null> {
  const [row] = await tx.rows<ImportView>(`${IMPORT} and i.id = $2`, [tx.context.jurisdiction, id])
  return row ?? null
}

/** Null when there is none, or no workbook of it. */
export async function fileOfPeerImport(tx: Tx, id: string): Promise<FileRow | null> {
  const [row] = await tx.rows<FileRow>(
    `select f.id, f.name, f.type, f.size, f.sha256 from peer_import i join file f on f.jurisdiction_id = i.jurisdiction_id and f.id = i.file_id
     where i.jurisdiction_id = $1 and i.id = $2`,
    [tx.context.jurisdiction, id],
  )
  return row ?? null
}

/** Who sees them may write them all. */
const IMPORT = `select i.id, i.name, i.at, i.by_name as by, i.readings, i.undone_at, i.undone_by, i.file_id is not null as file, true as mine
  from peer_import i where i.jurisdiction_id = $1`

/** The page: the indicator asked for, else the one of which most is known. */
export async function benchmarkOf(tx: Tx, query: BenchmarkQuery): Promise<BenchmarkView> {
  const place = tx.context.jurisdiction
  const [indicators, rule, peers, [home]] = await Promise.all([
    tx.rows<Measured & { figures: number }>(INDICATORS, [place]),
    ruleNow(tx),
    listPeers(tx),
    tx.rows<{ place: string }>('select place from jurisdiction where id = $1', [place]),
  ])
  const most = Math.max(0, ...indicators.map(i => i.figures))
  const measured = indicators.find(i => i.id === query.indicator) ?? indicators.find(i => i.figures === most)
  const view = {
    place: home!.place,
    indicators: indicators.map(({ id, name, unit, figures }) => ({ id, name, unit, figures })),
    rule,
    peers: peers.filter(p => !p.retired).length,
  }
  if (!measured) return { ...view, choice: null, table: null }
  const [own, told] = await Promise.all([
    tx.rows<Omit<Told, 'from'>>(OWN, [place, measured.id, WHOLE]),
    tx.rows<FigureRow>(`select ${FIGURE} from (${HELD} and f.indicator_id = $2 ${HELD_ORDER}) f where not f.withdrawn`, [
      place,
      measured.id,
    ]),
  ])
  const figures = new Map<string, Told[]>()
  for (const row of told) {
    const { year, month, value, withdrawn: _, ...from } = figureOf(row)
    figures.set(row.peerId, [...(figures.get(row.peerId) ?? []), { year, month, value: value!, status: from.status, from }])
  }
  const rates = { own: query.own, other: query.other }
  return {
    ...view,
    ...comparison({
      place: home!.place,
      measured,
      rule,
      peers,
      own: own.map(f => ({ ...f, from: null })),
      figures,
      year: query.year,
      month: query.month,
      rates,
    }),
  }
}

/** What a sheet or a document of other places is compared with. `month`: of today, the first that is not over. */
export async function peerWorld(tx: Tx, today: Day): Promise<PeerWorld> {
  const place = [tx.context.jurisdiction]
  const [peers, indicators, held, [home]] = await Promise.all([
    tx.rows<Peer>(
      `select p.id, p.name, p.code, p.population, p.exemplar, p.retired from peer p where p.jurisdiction_id = $1 and not ${GONE}`,
      place,
    ),
    tx.rows<Measured>(
      `select ${MEASURED} from indicator i where i.jurisdiction_id = $1 and i.kind <> 'milestone' order by i.position`,
      place,
    ),
    tx.rows<PeerFigure>(
      `select h.peer_id, h.indicator_id, h.year, h.month, h.value, h.status, h.revision from (${HELD} ${HELD_ORDER}) h`,
      place,
    ),
    tx.rows<{ place: string }>('select place from jurisdiction where id = $1', place),
  ])
  const [year, month] = today.split('-').map(Number) as [number, number]
  return { place: home?.place ?? '', peers, indicators, held: new Map(held.map(f => [figureKey(f), f])), now: year * 12 + month - 1 }
}
