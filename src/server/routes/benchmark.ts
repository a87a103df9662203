// Benchmarking 对标: one's place among peers, the peers themselves, and their figures from a sheet, from a document or typed in.
import { dayOf } from '../../core/day.ts'
import { XLSX } from '../../core/media.ts'
import { peerOffers } from '../../core/peeroffer.ts'
import { checkPeers } from '../../core/peersheet.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import {
  benchmarkOf,
  figuresOf,
  fileOfPeerImport,
  getPeer,
  listPeerImports,
  listPeers,
  peerImportById,
  peerWorld,
  ruleNow,
} from '../../store/benchmark.ts'
import { read } from '../../store/db.ts'
import { keepFile, readKept } from '../../store/file.ts'
import { paperOf } from '../../store/target/peerfigure.ts'
import { peerSheet } from '../../writer/peersheet.ts'
import type { Handlers } from '../call.ts'
import { mediaOf } from '../evidence.ts'
import { gridsOf } from '../grids.ts'

export const benchmarkRoutes = {
  async getBenchmark({ house, actor, query }) {
    return read(house.db, actor, tx => benchmarkOf(tx, query))
  },

  async putBenchmark({ house, actor, body: { version, ...rule } }) {
    const done = await act(house.db, actor, { kind: 'peer', id: null, seen: version }, { command: 'choose', rule })
    if (isRefusal(done)) return done
    const { by: _, at: __, ...now } = await read(house.db, actor, ruleNow)
    return now
  },

  async listPeers({ house, actor }) {
    return { peers: await read(house.db, actor, listPeers) }
  },

  async postPeer({ house, actor, body }) {
    const peer = { ...body, retired: false }
    const done = await act(house.db, actor, { kind: 'peer', id: null, seen: 0 }, { command: 'save', peer })
    if (isRefusal(done)) return done
    return (await read(house.db, actor, tx => getPeer(tx, done.id))) ?? refuse('not-found')
  },

  async patchPeer({ house, actor, params, body: { version, ...peer } }) {
    const given = Object.fromEntries(Object.entries(peer).filter(([, value]) => value !== undefined))
    const done = await act(house.db, actor, { kind: 'peer', id: params.id, seen: version }, { command: 'save', peer: given })
    if (isRefusal(done)) return done
    return (await read(house.db, actor, tx => getPeer(tx, params.id))) ?? refuse('not-found')
  },

  async listPeerFigures({ house, actor, params, query }) {
    return { figures: await read(house.db, actor, tx => figuresOf(tx, params.id, query.indicator)) }
  },

  async postPeerFigure({ house, actor, params, body }) {
    const done = await act(house.db, actor, { kind: 'peerFigure' }, { command: 'record', peerId: params.id, ...body })
    if (isRefusal(done)) return done
    return { figures: await read(house.db, actor, tx => figuresOf(tx, params.id, body.indicatorId)) }
  },

  async getPeerSheet({ house, actor, session }) {
    const today = dayOf(Date.now())
    const world = await read(house.db, actor, tx => peerWorld(tx, today))
    const content = peerSheet(world, session.jurisdictionName, today)
    const bytes = await house.desk.do('sheet', content)
    return { media: XLSX, name: `${content.title}.xlsx`, bytes, size: bytes.length }
  },

  async checkPeers({ house, actor, upload }) {
    const came = await gridsOf(house, upload)
    if (isRefusal(came)) return came
    const world = await read(house.db, actor, tx => peerWorld(tx, dayOf(Date.now())))
    const check = checkPeers(came.grids, upload!.name, world)
    const indicators = world.indicators.map(({ id, name, unit }) => ({ id, name, unit }))
    if (check.fault !== null) return { ...check, columns: [], ignored: [], indicators: [], lines: [] }
    const { columns, ignored, lines } = check
    const spoken = new Set([...columns.map(c => c.indicatorId), ...lines.flatMap(l => l.cells.map(c => c.indicatorId))])
    return { fault: null, headers: [], columns, ignored, indicators: indicators.filter(i => spoken.has(i.id)), lines }
  },

  async importPeers({ house, actor, upload, key }) {
    const came = await gridsOf(house, upload)
    if (isRefusal(came)) return came
    const { name, bytes } = upload!
    const sha256 = await keepFile(house.db, bytes)
    const workbook = { name, sha256, type: mediaOf(bytes) ?? 'application/octet-stream', size: bytes.length }
    return act(house.db, actor, { kind: 'peerFigure' }, { command: 'import', name, workbook, grids: came.grids }, { key })
  },

  async listPeerImports({ house, actor }) {
    return { imports: await read(house.db, actor, listPeerImports) }
  },

  async undoPeerImport({ house, actor, params }) {
    const done = await act(house.db, actor, { kind: 'peerImport', id: params.id }, { command: 'undo' })
    return isRefusal(done) ? done : (await read(house.db, actor, tx => peerImportById(tx, params.id)))!
  },

  async getPeerImportFile({ house, actor, params }) {
    const file = await read(house.db, actor, tx => fileOfPeerImport(tx, params.id))
    if (!file) return refuse('not-found')
    const bytes = await readKept(house.db, file.sha256)
    return bytes
      ? { media: 'application/octet-stream', name: file.name, size: bytes.length, bytes }
      : refuse('file-lost', { name: file.name })
  },

  async offerPeers({ house, actor, params }) {
    return read(house.db, actor, async tx => {
      const [paper, world] = await Promise.all([paperOf(tx, params.id), peerWorld(tx, dayOf(Date.now()))])
      if (!paper) return refuse('not-found')
      const offers = peerOffers(paper.text, paper.reading, world).map(({ measured, ...offer }) => ({
        ...offer,
        indicatorId: measured?.id ?? null,
        indicator: measured?.name ?? null,
        unit: measured?.unit ?? null,
      }))
      return { documentId: params.id, title: paper.title, offers }
    })
  },

  async takePeers({ house, actor, params, body, key }) {
    return act(house.db, actor, { kind: 'peerFigure' }, { command: 'take', documentId: params.id, ...body }, { key })
  },
} satisfies Partial<Handlers>
