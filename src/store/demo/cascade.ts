// The demonstration's thread through the levels: a notice of the city, the county's own that conveys it, an item broken down to townships, a programme.
import { readFileSync } from 'node:fs'
import type { PartsCommand } from '../../core/contract/cascade.ts'
import { addDays } from '../../core/day.ts'
import { isRefusal, type Refusal } from '../../core/refusal.ts'
import type { Actor, Day } from '../../core/types.ts'
import { read as readText } from '../../reader/index.ts'
import { type ActOptions, act, type CommandOf, type KindName, type TargetOf, type ValueOf } from '../act.ts'
import { type Database, read } from '../db.ts'
import { partsOf } from '../whole.ts'
import type { Cast } from './history.ts'
import { DEMO } from './story.ts'

const sample = (name: string): string => readFileSync(new URL(`../../../samples/${name}.txt`, import.meta.url), 'utf8')

/** How far the townships are with their part of the farmland: three of them say nothing yet. */
const REPORTED = [80, 55, 20]

/** Through `act`, as people would have done it, after the rest is there: if it is cut short the county is whole without it. */
export async function makeCascade(db: Pick<Database, 'pool'>, cast: Cast, today: Day): Promise<void> {
  const officer = cast.officers[0]!
  const farm = cast.units.find(u => u.works === '农业局')
  const towns = cast.units.filter(u => u.works === '乡镇').slice(0, 6)
  if (!farm || towns.length < REPORTED.length) return
  const at = (daysAgo: number, hour = 2): string => `${addDays(today, -daysAgo)}T0${hour}:00:00.000Z`
  const done = async <K extends KindName>(actor: Actor, target: TargetOf<K>, command: CommandOf<K>, now: string): Promise<ValueOf<K>> => {
    const answer = await act<K>(db, actor, target, command, { now } satisfies ActOptions<ValueOf<K>, ValueOf<K>>)
    if (isRefusal(answer)) throw new Error(`the demonstration was refused: ${(answer as Refusal).refused}`)
    return answer as ValueOf<K>
  }
  const takeIn = async (name: string, now: string): Promise<string> => {
    const text = sample(name)
    const reading = readText(text, { name: `${name}.txt`, today, place: DEMO.name })
    return (
      await done<'document'>(officer, { kind: 'document', id: null }, { command: 'take-in', name: `${name}.txt`, text, reading }, now)
    ).id
  }
  /** The papers have dates of their own; once their day is past, the demonstration's goes on in five weeks. */
  const ahead = (dueOn: Day | null): Day => (dueOn && dueOn > today ? dueOn : addDays(today, 38))
  /** Only the one directive is taken up: the others stand in other papers already. */
  const dispatchOne = async (documentId: string, index: number, leadUnitId: string, now: string): Promise<{ id: string; dueOn: Day }> => {
    const drafts = await read(db, officer, tx =>
      tx.rows<{ index: number; dueOn: Day | null }>('select index, due_on from draft where jurisdiction_id = $1 and document_id = $2', [
        DEMO.id,
        documentId,
      ]),
    )
    const wanted = drafts.find(draft => draft.index === index)
    const dueOn = ahead(wanted?.dueOn ?? null)
    for (const draft of drafts) {
      const changes = draft.index === index ? { chosen: true, leadUnitId, coUnitIds: [], dueOn } : { chosen: false }
      await done<'draft'>(officer, { kind: 'draft', documentId, index: draft.index, seen: 1 }, { command: 'correct', changes }, now)
    }
    const { items } = await done<'document'>(officer, { kind: 'document', id: documentId }, { command: 'dispatch', allowPast: true }, now)
    return { id: items[0]!.id, dueOn }
  }
  const give = (id: string, seen: number, command: PartsCommand, now: string) =>
    done<'parts'>(officer, { kind: 'parts', id, seen }, command, now)
  const partIds = (id: string) => read(db, officer, tx => partsOf(tx, DEMO.id, id))

  const city = await takeIn('city-winter-notice', at(16))
  const county = await takeIn('county-winter-notice', at(11))
  await done<'conveyance'>(officer, { kind: 'conveyance', documentId: county }, { command: 'convey', ofId: city }, at(11, 3))

  const { id: farmland, dueOn: farmDue } = await dispatchOne(county, 0, farm.id, at(11, 4))
  await done<'item'>(farm.liaison, { kind: 'item', id: farmland }, { command: 'accept', words: null }, at(10))
  const parts = towns.slice(0, REPORTED.length).map((town, n) => ({
    leadUnitId: town.id,
    title: '完成本乡镇高标准农田建设任务',
    dueOn: farmDue,
    measure: `${[1800, 1000, 700][n]}亩`,
    weight: [18, 10, 7][n]!,
  }))
  await give(farmland, 3, { command: 'break-down', parts, allowLater: false }, at(10, 3))
  for (const [n, part] of (await partIds(farmland)).entries()) {
    const who = towns[n]!.liaison
    const percent = REPORTED[n]!
    await done<'item'>(who, { kind: 'item', id: part.id }, { command: 'accept', words: null }, at(9))
    const words = `已完成${percent}%，其余地块正在平整。`
    await done<'item'>(who, { kind: 'item', id: part.id }, { command: 'report', percent, words, fileIds: [], waitingFor: null }, at(2))
  }

  const { id: programme, dueOn: programmeDue } = await dispatchOne(city, 5, farm.id, at(8))
  const actions = ['走访困难群众', '宣讲惠民政策', '排查安全隐患'].map(title => ({ title, dueOn: programmeDue }))
  await give(programme, 2, { command: 'prescribe', actions, unitIds: towns.map(t => t.id), allowLater: false }, at(8, 3))
  const asked = await partIds(programme)
  for (const [n, part] of asked.entries()) {
    const town = towns.find(t => t.id === part.unitId)!
    if (n % 5 === 4) continue
    await done<'item'>(town.liaison, { kind: 'item', id: part.id }, { command: 'accept', words: null }, at(7))
    if (n % 3 === 2) continue
    const submit = { command: 'submit' as const, words: '走访、宣讲台账随附，请予核查。', fileIds: [] }
    await done<'item'>(town.liaison, { kind: 'item', id: part.id }, submit, at(3))
    if (n % 2 === 0) await done<'item'>(officer, { kind: 'item', id: part.id }, { command: 'close', words: '抽查属实。' }, at(1))
  }
  const first = asked.find(part => part.unitId === towns[1]!.id)!
  const own = { command: 'propose' as const, title: '开办“板凳课堂”讲政策', dueOn: programmeDue, measure: '每村不少于1场' }
  await done<'proposal'>(towns[1]!.liaison, { kind: 'proposal', id: first.id }, own, at(1, 4))
}
