// Figures of peers as a target of `act`: one typed in, a sheet checked again as things are now, or what a document says; only ever added.
import { createHash, randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import { dayOf } from '../../core/day.ts'
import type { ReadingStatus } from '../../core/indicator.ts'
import { type Exemplar, figureKey, type PeerWorld, peerNamed } from '../../core/peer.ts'
import { peerOffers, populationOf } from '../../core/peeroffer.ts'
import { checkPeers } from '../../core/peersheet.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import type { Grid } from '../../core/table/grid.ts'
import type { Day, Source } from '../../core/types.ts'
import type { Reading } from '../../reader/reading.ts'
import { gonePeers, peerWorld } from '../benchmark.ts'
import { FILE_ROW } from '../file.ts'
import type { Tx } from '../tx.ts'
import type { Kind, Moment, Write } from '../write.ts'
import { LOCK } from './peer.ts'

export type PeerFigureCommand =
  | ({ command: 'record'; peerId: string; seen: number } & Typed)
  | { command: 'import'; name: string; workbook: PeerWorkbook | null; grids: readonly Grid[] }
  | { command: 'take'; documentId: string; indices: number[]; exemplar: Exemplar | null }

/** As kept with its bytes. */
interface PeerWorkbook {
  name: string
  sha256: string
  type: string
  size: number
}

interface Typed {
  indicatorId: string
  year: number
  month: number
  value: number | null
  status: ReadingStatus
  origin: string
  address: string | null
}

interface NewFigure extends Typed {
  /** A known one's id, else the name of one that is added. */
  peer: string
  source: Source | null
}

interface Plan {
  action: 'record' | 'import' | 'take'
  target: string
  summary: string
  peers: { id: string | null; name: string; population: number | null; exemplar: Exemplar | null }[]
  figures: NewFigure[]
  /** What came in together, and is taken back together. */
  together: { name: string; workbook: PeerWorkbook | null; documentId: string | null } | null
}

interface State {
  world: PeerWorld
  plan: Plan
  /** Places that were taken back once, by name. */
  gone: ReadonlyMap<string, string>
}

interface FiguresTaken {
  peers: number
  figures: number
  /** Null: one figure was typed in. */
  importId: string | null
}

export const peerFigure: Kind<object, PeerFigureCommand, State, FiguresTaken> = {
  async load(tx, _target, command, { actor, now }) {
    if (!may(actor, 'benchmark.write')) return refuse('not-allowed', { action: 'benchmark.write' })
    await tx.rows(LOCK, [tx.context.jurisdiction])
    const world = await peerWorld(tx, dayOf(now))
    const plan = await planOf(tx, command, world)
    if ('refused' in plan) return plan
    return { world, plan, gone: new Map((await gonePeers(tx)).map(p => [p.name, p.id])) }
  },

  decide({ world, plan, gone }, _target, _command, moment) {
    const added = plan.peers.filter(p => p.id === null)
    const ids = new Map(added.map(p => [p.name, gone.get(p.name) ?? (randomUUID() as string)]))
    const figures = plan.figures.map(f => ({ ...f, peerId: ids.get(f.peer) ?? f.peer }))
    if (figures.length === 0) return refuse('nothing-to-import')
    const importId = plan.together ? randomUUID() : null
    return {
      value: { peers: added.length, figures: figures.length, importId },
      writes: [
        ...(importId ? importWrites(importId, plan, ids, world, moment) : []),
        ...peerWrites(plan, { ids, gone, importId }, moment),
        figureWrite(figures, world, importId, moment),
      ],
      entries: [
        {
          action: `peer.${plan.action}`,
          target: plan.target,
          summary: plan.summary,
          body: JSON.stringify({ peers: added.map(p => p.name), figures: figures.length, digest: digestOf(figures) }),
        },
      ],
    }
  },
}

function planOf(tx: Tx, command: PeerFigureCommand, world: PeerWorld): Plan | Refusal | Promise<Plan | Refusal> {
  if (command.command === 'record') return record(command, world)
  return command.command === 'import' ? importing(command, world) : taking(tx, command, world)
}

function record(
  { peerId, seen, command: _, ...figure }: Extract<PeerFigureCommand, { command: 'record' }>,
  world: PeerWorld,
): Plan | Refusal {
  const peer = world.peers.find(p => p.id === peerId)
  const measured = world.indicators.find(i => i.id === figure.indicatorId)
  if (!peer || !measured) return refuse('not-found')
  if (measured.retired) return refuse('indicator-retired', { name: measured.name })
  const held = world.held.get(figureKey({ ...figure, peerId }))
  if (seen !== (held?.revision ?? 0)) return refuse('stale-version', { seen, now: held?.revision ?? 0, by: null })
  if ((held?.value ?? null) === figure.value && (figure.value === null || held?.status === figure.status)) return refuse('same-already')
  return {
    action: 'record',
    target: `peer:${peerId}`,
    summary: peer.name,
    peers: [],
    figures: [{ ...figure, peer: peerId, source: null }],
    together: null,
  }
}

function importing({ name, workbook, grids }: Extract<PeerFigureCommand, { command: 'import' }>, world: PeerWorld): Plan | Refusal {
  const check = checkPeers(grids, name, world)
  if (check.fault !== null) return refuse('nothing-to-import')
  const figures = check.figures.map(({ at, ...f }) => ({
    ...f,
    peer: peerNamed(f.peer, world.peers)?.id ?? f.peer,
    origin: f.origin ?? `${name} ${at}`,
    address: null,
    source: null,
  }))
  const peers = check.peers.map(p => ({ ...p, exemplar: null }))
  return {
    action: 'import',
    target: 'peers',
    summary: name,
    peers,
    figures,
    together: { name, workbook, documentId: null },
  }
}

export interface Paper {
  title: string
  day: Day | null
  text: string
  reading: Reading
}

async function taking(tx: Tx, command: Extract<PeerFigureCommand, { command: 'take' }>, world: PeerWorld): Promise<Plan | Refusal> {
  const { documentId, indices, exemplar } = command
  const paper = await paperOf(tx, documentId)
  if (!paper) return refuse('not-found')
  const offers = peerOffers(paper.text, paper.reading, world).filter(o => indices.includes(o.index) && o.reason === null)
  const names = [...new Set(offers.filter(o => o.peerId === null).map(o => o.region))]
  return {
    action: 'take',
    target: `document:${documentId}`,
    summary: paper.title,
    together: { name: `《${paper.title}》`, workbook: null, documentId },
    peers: names.map(name => ({ id: null, name, population: populationOf(paper.text, paper.reading, name), exemplar })),
    figures: offers.map(o => ({
      peer: o.peerId ?? o.region,
      indicatorId: o.measured!.id,
      year: o.year!,
      month: o.month!,
      value: o.value,
      status: 'final',
      origin: paper.title,
      address: null,
      source: { documentId, documentTitle: paper.title, documentDay: paper.day, span: o.span, sentence: o.sentence },
    })),
  }
}

/** A document as the reader left it; null when it is not there or not to be seen. */
export async function paperOf(tx: Tx, id: string): Promise<Paper | null> {
  const [row] = await tx.rows<Paper>('select title, day, text, reading from document where jurisdiction_id = $1 and id = $2', [
    tx.context.jurisdiction,
    id,
  ])
  return row ?? null
}

/** What a place was before it was told of, to be put back. */
export type PeerBefore = { id: string; added: true } | { id: string; added: false; was: number | null; now: number | null }

const IMPORT = `insert into peer_import (jurisdiction_id, id, name, readings, file_id, document_id, peers, at, by_id, by_name)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

function importWrites(id: string, plan: Plan, ids: ReadonlyMap<string, string>, world: PeerWorld, { actor, now }: Moment): Write[] {
  const { name, workbook, documentId } = plan.together!
  const [place, fileId] = [actor.jurisdiction, workbook && randomUUID()]
  const before = plan.peers.map((p): PeerBefore => {
    const was = p.id && world.peers.find(known => known.id === p.id)
    return was ? { id: was.id, added: false, was: was.population, now: p.population } : { id: ids.get(p.name)!, added: true }
  })
  return [
    ...(workbook
      ? [[FILE_ROW, [place, fileId, workbook.sha256, workbook.name, workbook.type, workbook.size, actor.personId, now]] satisfies Write]
      : []),
    [IMPORT, [place, id, name, plan.figures.length, fileId, documentId, JSON.stringify(before), now, actor.personId, actor.name]],
  ]
}

interface Called {
  ids: ReadonlyMap<string, string>
  gone: ReadonlyMap<string, string>
  importId: string | null
}

const TOLD = 'update peer set population = $3, version = version + 1, by_name = $4, at = $5 where jurisdiction_id = $1 and id = $2'
const ADDED = `insert into peer (jurisdiction_id, id, name, population, exemplar, retired, version, by_name, at, import_id)
  values ($1, $2, $3, $4, $5, false, 1, $6, $7, $8)`
const AGAIN = `update peer set population = $3, exemplar = $4, retired = false, version = version + 1, by_name = $5, at = $6, import_id = $7
  where jurisdiction_id = $1 and id = $2`

function peerWrites({ peers }: Plan, { ids, gone, importId }: Called, { actor, now }: Moment): Write[] {
  const place = actor.jurisdiction
  return peers.map(({ id, name, population, exemplar }) => {
    if (id) return [TOLD, [place, id, population, actor.name, now]]
    return gone.has(name)
      ? [AGAIN, [place, gone.get(name), population, exemplar, actor.name, now, importId]]
      : [ADDED, [place, ids.get(name), name, population, exemplar, actor.name, now, importId]]
  })
}

const INSERT = `insert into peer_figure (jurisdiction_id, peer_id, indicator_id, year, month, revision, value, status, withdrawn, origin, address,
    document_id, document_title, document_day, span, sentence, by_id, by_name, at, import_id)
  select $1, r.peer_id, r.indicator_id, r.year, r.month, r.revision, r.value, r.status, r.value is null, r.origin, r.address, r.document_id, r.document_title,
    r.document_day, r.span, r.sentence, $3, $4, $5, $6
  from json_to_recordset($2) as r (peer_id uuid, indicator_id uuid, year int, month int, revision int, value numeric, status text, origin text, address text,
    document_id uuid, document_title text, document_day date, span int[], sentence text)`

function figureWrite(
  figures: (NewFigure & { peerId: string })[],
  { held }: PeerWorld,
  importId: string | null,
  { actor, now }: Moment,
): Write {
  const rows = figures.map(f => ({
    peer_id: f.peerId,
    indicator_id: f.indicatorId,
    year: f.year,
    month: f.month,
    revision: (held.get(figureKey(f))?.revision ?? 0) + 1,
    value: f.value,
    status: f.status,
    origin: f.origin,
    address: f.address,
    document_id: f.source?.documentId ?? null,
    document_title: f.source?.documentTitle ?? null,
    document_day: f.source?.documentDay ?? null,
    span: f.source?.span ?? null,
    sentence: f.source?.sentence ?? null,
  }))
  return [INSERT, [actor.jurisdiction, JSON.stringify(rows), actor.personId, actor.name, now, importId]]
}

const digestOf = (figures: (NewFigure & { peerId: string })[]): string =>
  createHash('sha256')
    .update(JSON.stringify(figures.map(f => [f.peerId, f.indicatorId, f.year, f.month, f.value, f.status])))
    .digest('hex')
