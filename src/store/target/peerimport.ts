// Peers' figures that came in together as a target of `act`: taken back as one step, by revisions that say so; refused when somebody has revised one since.
import { may } from '../../core/access.ts'
import { figureKey } from '../../core/peer.ts'
import { refuse } from '../../core/refusal.ts'
import type { Instant } from '../../core/types.ts'
import type { Kind, Write } from '../write.ts'
import { LOCK } from './peer.ts'
import type { PeerBefore } from './peerfigure.ts'

interface Told {
  peerId: string
  indicatorId: string
  year: number
  month: number
  revision: number
  value: number | null
  importId: string | null
  at: Instant
  byName: string
  peer: string
  indicator: string
  /** Its own import was taken back. */
  void: boolean
}

interface State {
  name: string
  undone: { at: Instant; by: string } | null
  peers: PeerBefore[]
  /** Every revision of the months that it told of, newest first. */
  history: Told[]
  /** How many figures hold of each place, and how many people it has. */
  places: Map<string, { figures: number; population: number | null }>
}

const FOUND = 'select name, peers, undone_at, undone_by from peer_import where jurisdiction_id = $1 and id = $2 for update'
const HISTORY = `select f.peer_id, f.indicator_id, f.year, f.month, f.revision, f.value, f.import_id, f.at, f.by_name, p.name as peer, i.name as indicator,
    coalesce(m.undone_at is not null, false) as void
  from (select distinct indicator_id, year, month, peer_id from peer_figure where jurisdiction_id = $1 and import_id = $2) t
  join peer_figure f on f.jurisdiction_id = $1 and f.indicator_id = t.indicator_id and f.year = t.year and f.month = t.month and f.peer_id = t.peer_id
  join peer p on p.jurisdiction_id = $1 and p.id = f.peer_id join indicator i on i.jurisdiction_id = $1 and i.id = f.indicator_id
  left join peer_import m on m.jurisdiction_id = $1 and m.id = f.import_id
  order by f.revision desc`
const PLACES = `select p.id, p.population, count(h.peer_id)::int as figures from peer p left join (
    select distinct on (f.indicator_id, f.year, f.month, f.peer_id) f.peer_id, f.withdrawn from peer_figure f where f.jurisdiction_id = $1
    order by f.indicator_id, f.year, f.month, f.peer_id, f.revision desc) h on h.peer_id = p.id and not h.withdrawn
  where p.jurisdiction_id = $1 group by p.id, p.population`

export const peerImport: Kind<{ id: string }, { command: 'undo' }, State, { figures: number; peers: number }> = {
  async load(tx, { id }, _command, { actor }) {
    if (!may(actor, 'benchmark.write')) return refuse('not-allowed', { action: 'benchmark.write' })
    const place = tx.context.jurisdiction
    await tx.rows(LOCK, [place])
    const [[found], history, places] = await Promise.all([
      tx.rows<{ name: string; peers: PeerBefore[]; undoneAt: Instant | null; undoneBy: string }>(FOUND, [place, id]),
      tx.rows<Told>(HISTORY, [place, id]),
      tx.rows<{ id: string; population: number | null; figures: number }>(PLACES, [place]),
    ])
    if (!found) return refuse('not-found')
    const { name, peers, undoneAt, undoneBy } = found
    return { name, peers, undone: undoneAt ? { at: undoneAt, by: undoneBy } : null, history, places: new Map(places.map(p => [p.id, p])) }
  },

  decide({ name, undone, peers, history, places }, { id }, _command, { actor, now }) {
    if (undone) return refuse('import-undone', { at: undone.at, by: undone.by })
    const place = actor.jurisdiction
    const back: { own: Told; before: Told | null }[] = []
    for (const told of Map.groupBy(history, figureKey).values()) {
      const own = told.find(f => f.importId === id)!
      const [newest] = told
      if (newest !== own) {
        const { indicator, peer, month, at, byName } = newest!
        return refuse('reading-revised', { indicator, unit: peer, month, at, by: byName })
      }
      back.push({ own, before: told.find(f => f.importId !== id && !f.void) ?? null })
    }
    const gone = new Map<string, number>()
    for (const { own, before } of back) if (before?.value == null) gone.set(own.peerId, (gone.get(own.peerId) ?? 0) + 1)
    const empty = (peerId: string) => places.get(peerId)!.figures === (gone.get(peerId) ?? 0)
    const writes = peers.flatMap((p): Write[] => {
      // What somebody has said of a place since stays said.
      if (p.added) return empty(p.id) ? [[RETIRE, [place, p.id, actor.name, now]]] : []
      return places.get(p.id)!.population === p.now ? [[PEOPLE, [place, p.id, p.was, actor.name, now]]] : []
    })
    const rows = back.map(({ own, before }) => ({ ...keyed(own), was: before && before.value !== null ? before.revision : null }))
    return {
      value: { figures: rows.length, peers: peers.filter(p => p.added && empty(p.id)).length },
      writes: [
        [UNDONE, [place, id, now, actor.name]],
        [BACK, [place, JSON.stringify(rows), id, actor.personId, actor.name, now]],
        ...writes,
      ],
      entries: [{ action: 'peer.undo', target: `import:${id}`, summary: name, body: JSON.stringify({ figures: rows.length }) }],
    }
  },
}

const keyed = ({ peerId, indicatorId, year, month, revision }: Told) => ({
  peer_id: peerId,
  indicator_id: indicatorId,
  year,
  month,
  revision,
})

const UNDONE = 'update peer_import set undone_at = $3, undone_by = $4 where jurisdiction_id = $1 and id = $2'
/** What stood before stands again with the source that it had; where nothing stood, nothing does. */
const BACK = `insert into peer_figure (jurisdiction_id, peer_id, indicator_id, year, month, revision, value, status, withdrawn, origin, address,
    document_id, document_title, document_day, span, sentence, import_id, undoes, by_id, by_name, at)
  select $1, r.peer_id, r.indicator_id, r.year, r.month, r.revision + 1, b.value, coalesce(b.status, o.status), b.value is null, coalesce(b.origin, o.origin),
    b.address, b.document_id, b.document_title, b.document_day, b.span, b.sentence, b.import_id, $3, $4, $5, $6
  from json_to_recordset($2) as r (peer_id uuid, indicator_id uuid, year int, month int, revision int, was int)
  join peer_figure o on o.jurisdiction_id = $1 and o.peer_id = r.peer_id and o.indicator_id = r.indicator_id and o.year = r.year and o.month = r.month
    and o.revision = r.revision
  left join peer_figure b on b.jurisdiction_id = $1 and b.peer_id = r.peer_id and b.indicator_id = r.indicator_id and b.year = r.year and b.month = r.month
    and b.revision = r.was`
const RETIRE = 'update peer set retired = true, version = version + 1, by_name = $3, at = $4 where jurisdiction_id = $1 and id = $2'
const PEOPLE = 'update peer set population = $3, version = version + 1, by_name = $4, at = $5 where jurisdiction_id = $1 and id = $2'
