// Peers and the rule by which they are chosen as a target of `act`: a peer is added, changed or set aside; nothing that was told of it is lost.
import { randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import type { BenchmarkRule } from '../../core/contract/benchmark.ts'
import type { Exemplar } from '../../core/peer.ts'
import { refuse } from '../../core/refusal.ts'
import { ruleNow } from '../benchmark.ts'
import type { Kind } from '../write.ts'

interface PeerDraft {
  name: string
  code: string | null
  population: number | null
  exemplar: Exemplar | null
  note: string | null
  retired: boolean
}

/** `id` null adds one; `seen` is the version the person saw. */
interface PeerTarget {
  id: string | null
  seen: number
}

type PeerCommand = { command: 'save'; peer: Partial<PeerDraft> } | { command: 'choose'; rule: Omit<BenchmarkRule, 'version'> }

interface State {
  before: (PeerDraft & { version: number; by: string }) | null
  /** Another one of that name. */
  taken: boolean
  rule: { version: number; by: string | null }
  known: Set<string>
}

const EMPTY: PeerDraft = { name: '', code: null, population: null, exemplar: null, note: null, retired: false }
const INSERT = `insert into peer (name, code, population, exemplar, note, retired, version, by_name, at, jurisdiction_id, id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`
const UPDATE = `update peer set name = $1, code = $2, population = $3, exemplar = $4, note = $5, retired = $6, version = $7, by_name = $8, at = $9
  where jurisdiction_id = $10 and id = $11`
const CHOOSE = `insert into benchmark (jurisdiction_id, population, by_hand, peer_ids, version, by_name, at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (jurisdiction_id) do update set population = excluded.population, by_hand = excluded.by_hand, peer_ids = excluded.peer_ids,
    version = excluded.version, by_name = excluded.by_name, at = excluded.at`

/** One at a time in one place: names are unique, and a sheet may add many. */
export const LOCK = `select pg_advisory_xact_lock(hashtextextended('benchmark ' || $1::text, 0))`

export const peer: Kind<PeerTarget, PeerCommand, State, { id: string }> = {
  async load(tx, { id }, command, { actor }) {
    if (!may(actor, 'benchmark.write')) return refuse('not-allowed', { action: 'benchmark.write' })
    const place = tx.context.jurisdiction
    await tx.rows(LOCK, [place])
    const [found, rule] = await Promise.all([
      tx.rows<PeerDraft & { id: string; version: number; by: string }>(
        'select id, name, code, population, exemplar, note, retired, version, by_name as by from peer where jurisdiction_id = $1',
        [place],
      ),
      ruleNow(tx),
    ])
    const before = found.find(p => p.id === id) ?? null
    if (id && !before) return refuse('not-found')
    const taken = command.command === 'save' && found.some(p => p.id !== id && p.name === command.peer.name)
    return { before, taken, rule, known: new Set(found.map(p => p.id)) }
  },

  decide(state, { id, seen }, command, { actor, now }) {
    const place = actor.jurisdiction
    if (command.command === 'choose') {
      const { population, byHand, peerIds } = command.rule
      if (state.rule.version !== seen) return refuse('stale-version', { seen, now: state.rule.version, by: state.rule.by })
      const unknown = peerIds.some(one => !state.known.has(one))
      if (unknown) return refuse('invalid', { field: 'peerIds', rule: 'unknown' })
      return {
        value: { id: place },
        writes: [[CHOOSE, [place, population, byHand, peerIds, seen + 1, actor.name, now]]],
        entries: [{ action: 'benchmark.choose', target: `benchmark:${place}`, summary: `${seen + 1}`, body: JSON.stringify(command.rule) }],
      }
    }
    if (state.before && state.before.version !== seen)
      return refuse('stale-version', { seen, now: state.before.version, by: state.before.by })
    const next = { ...EMPTY, ...state.before, ...command.peer }
    if (state.taken) return refuse('name-taken', { name: next.name })
    const made = id ?? randomUUID()
    const { name, code, population, exemplar, note, retired } = next
    const draft: PeerDraft = { name, code, population, exemplar, note, retired }
    const version = (state.before?.version ?? 0) + 1
    return {
      value: { id: made },
      writes: [[id ? UPDATE : INSERT, [...Object.values(draft), version, actor.name, now, place, made]]],
      entries: [{ action: id ? 'peer.change' : 'peer.add', target: `peer:${made}`, summary: name, body: JSON.stringify(draft) }],
    }
  },
}
