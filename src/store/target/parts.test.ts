import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anItem, aPerson, aUnit, ok } from '../../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../../test/database.ts'
import { rollUp } from '../../core/cascade.ts'
import type { PartsCommand } from '../../core/contract/cascade.ts'
import type { ItemView } from '../../core/contract/item.ts'
import { isRefusal } from '../../core/refusal.ts'
import type { Actor } from '../../core/types.ts'
import { act } from '../act.ts'
import { read } from '../db.ts'
import { getItem } from '../item.ts'
import { relight } from '../relight.ts'
import { tallyFaults } from '../tally.ts'
import { wholeOf } from '../tx.ts'
import { partsOf } from '../whole.ts'

const HERE = '990124'
let db: TestDatabase
let farm: string
let towns: string[]
let officer: Actor
let farmer: Actor
let liaisons: Actor[]

beforeAll(async () => {
  db = await aDatabase(16)
  await aJurisdiction(db)
  farm = await aUnit(db, { name: '县农业农村局' })
  towns = await Promise.all(['云溪镇', '石桥镇', '松岭乡'].map(name => aUnit(db, { name, kind: 'township' })))
  officer = await aPerson(db, [{ role: 'officer', unitId: null }])
  farmer = await aPerson(db, [{ role: 'liaison', unitId: farm }])
  liaisons = await Promise.all(towns.map(unitId => aPerson(db, [{ role: 'liaison', unitId }])))
})

const page = async (id: string, actor = officer): Promise<ItemView> => (await read(db, actor, tx => getItem(tx, actor, id)))!
const give = async (id: string, command: PartsCommand, actor = officer) =>
  act(db, actor, { kind: 'parts', id, seen: (await page(id)).version }, command)
const part = (leadUnitId: string, weight = 1, dueOn: string | null = '2099-11-30') => ({
  leadUnitId,
  title: '建成高标准农田',
  dueOn,
  measure: null,
  weight,
})
const report = (actor: Actor, id: string, percent: number) =>
  act(db, actor, { kind: 'item', id }, { command: 'report', percent, words: `完成${percent}%`, fileIds: [], waitingFor: null })

/** An item of the department with one accepted part for each township. */
async function brokenDown(weights = [1, 1, 1], dueOn: string | null = '2099-12-31'): Promise<{ id: string; parts: string[] }> {
  const { id } = await anItem(db, officer, { leadUnitId: farm, dueOn })
  ok(await act(db, farmer, { kind: 'item', id }, { command: 'accept', words: null }))
  ok(await give(id, { command: 'break-down', parts: towns.map((town, at) => part(town, weights[at])), allowLater: false }))
  const parts = (await page(id)).parts.map(p => p.id)
  for (const [at, child] of parts.entries())
    ok(await act(db, liaisons[at]!, { kind: 'item', id: child }, { command: 'accept', words: null }))
  return { id, parts }
}

/** Every whole is as far as its parts, every part's row says what its item says, and the tally counts what is there. */
async function recomputed(): Promise<void> {
  const wholes = await asOwner<{ id: string; state: string; percent: number }>(
    db,
    `select i.id, i.state, i.percent::float as percent from item i where exists (select 1 from item_part p where p.parent_id = i.id)`,
  )
  for (const whole of wholes) {
    const parts = await read(db, wholeOf(HERE), tx => partsOf(tx, HERE, whole.id))
    const rolled = rollUp(parts)
    if (rolled && !['pending_verification', 'closed', 'archived'].includes(whole.state)) expect(whole.percent).toBe(rolled.percent)
  }
  const stale = await asOwner(
    db,
    `select p.title from item_part p join item i on i.jurisdiction_id = p.jurisdiction_id and i.id = p.child_id
     where (p.number, p.title, p.lead_unit_id, p.state, p.percent, p.light, p.reason, p.overdue, p.due_on, p.facts::text)
       is distinct from (i.number, i.title, i.lead_unit_id, i.state, i.percent, i.light, i.reason, i.overdue, i.due_on, i.facts::text)`,
  )
  expect(stale).toEqual([])
  expect(await read(db, wholeOf(HERE), tallyFaults)).toEqual([])
}

describe('an item broken down to townships', () => {
  test('has a part for each, registered and dispatched, with the sentence of the whole', async () => {
    const { id } = await brokenDown([2, 1, 1])
    const whole = await page(id)
    expect(whole.parts.map(p => [p.unit, p.weight, p.state])).toEqual([
      ['云溪镇', 2, 'in_progress'],
      ['石桥镇', 1, 'in_progress'],
      ['松岭乡', 1, 'in_progress'],
    ])
    expect(whole.timeline[0]).toMatchObject({ kind: 'break-down', facts: { n: 3, unitIds: towns } })
    expect((await page(whole.parts[0]!.id)).chain).toEqual([{ id, number: whole.number, title: whole.title, visible: true }])
  })

  test('moves with the reports of the townships, by their weights', async () => {
    const { id, parts } = await brokenDown([2, 1, 1])
    ok(await report(liaisons[0]!, parts[0]!, 60))
    ok(await report(liaisons[1]!, parts[1]!, 20))
    const whole = await page(id)
    expect(whole.percent).toBe(35)
    expect(whole.parts.map(p => p.percent)).toEqual([60, 20, 0])
    expect((await page(id, farmer)).parts.map(p => [p.percent, p.visible])).toEqual([
      [60, false],
      [20, false],
      [0, false],
    ])
    await recomputed()
  })

  test('moves by what comes through an answer link, too, which shows nothing of the whole', async () => {
    const { id, parts } = await brokenDown()
    const link: Actor = { ...liaisons[0]!, onlyItem: parts[0]! }
    ok(await report(link, parts[0]!, 90))
    expect((await page(id)).percent).toBe(30)
    expect(await read(db, link, tx => getItem(tx, link, id))).toBeNull()
    expect(await read(db, link, tx => tx.rows('select 1 from item'))).toHaveLength(1)
  })

  test('takes no percentage of its own, and is not submitted while a part is open', async () => {
    const { id, parts } = await brokenDown()
    expect(await report(farmer, id, 90)).toMatchObject({ refused: 'has-parts' })
    const submit = { command: 'submit' as const, words: '已全部完成', fileIds: [] }
    expect(await act(db, farmer, { kind: 'item', id }, submit)).toMatchObject({ refused: 'parts-open', facts: { open: 3, parts: 3 } })
    for (const [at, child] of parts.entries()) {
      ok(await act(db, liaisons[at]!, { kind: 'item', id: child }, submit))
      ok(await act(db, officer, { kind: 'item', id: child }, { command: 'close', words: null }))
    }
    expect((await page(id)).percent).toBe(100)
    ok(await act(db, farmer, { kind: 'item', id }, submit))
    ok(await act(db, officer, { kind: 'item', id }, { command: 'close', words: null }))
    await recomputed()
  })

  test('shows the red of a part, and says which', async () => {
    const { id } = await brokenDown([1, 5, 1], null)
    // Otherwise the whole were red by its own age.
    await asOwner(db, `update item set dispatched_at = '2099-11-28' where id = $1`, [id])
    await relight(db, HERE, '2099-12-05')
    expect(await page(id)).toMatchObject({ light: 'red', reason: 'parts', facts: { red: 3, of: 3, title: '建成高标准农田' } })
    expect((await page(id)).parts.every(p => p.light === 'red' && p.overdue)).toBe(true)
    await recomputed()
  })
})

describe('what is refused', () => {
  test('a deadline after that of the whole, unless it is said', async () => {
    const { id } = await anItem(db, officer, { leadUnitId: farm, dueOn: '2099-06-30' })
    const late = [part(towns[0]!, 1, '2099-07-01')]
    expect(await give(id, { command: 'break-down', parts: late, allowLater: false })).toMatchObject({
      refused: 'due-after-whole',
      facts: { dueOn: '2099-07-01', whole: '2099-06-30', index: 0 },
    })
    ok(await give(id, { command: 'break-down', parts: late, allowLater: true }))
  })

  test('a whole below its own part, and a part of two wholes', async () => {
    const { id, parts } = await brokenDown()
    const [whole, child, other] = await Promise.all([page(id), page(parts[0]!), anItem(db, officer, { leadUnitId: farm })])
    expect(await give(child.id, { command: 'attach', number: whole.number!, weight: 1 })).toMatchObject({ refused: 'part-ring' })
    expect(await give(id, { command: 'attach', number: whole.number!, weight: 1 })).toMatchObject({ refused: 'part-ring' })
    expect(await give(other.id, { command: 'attach', number: child.number!, weight: 1 })).toMatchObject({ refused: 'already-part' })
    expect(await give(id, { command: 'attach', number: '1999-0001', weight: 1 })).toMatchObject({ refused: 'no-such-number' })
    ok(await give(parts[0]!, { command: 'attach', number: other.number!, weight: 1 }))
    expect((await page(other.id)).chain.map(link => link.id)).toEqual([parts[0], id])
  })

  test('anybody but the office, and a page that is no longer the newest', async () => {
    const { id, parts } = await brokenDown()
    const weigh: PartsCommand = { command: 'weigh', weights: [{ id: parts[0]!, weight: 3 }] }
    expect(await give(id, weigh, farmer)).toMatchObject({ refused: 'not-allowed' })
    expect(await act(db, officer, { kind: 'parts', id, seen: 1 }, weigh)).toMatchObject({ refused: 'stale-version' })
  })

  test('weights and parts that change are told in the history of the whole', async () => {
    const { id, parts } = await brokenDown()
    ok(await report(liaisons[0]!, parts[0]!, 50))
    ok(await give(id, { command: 'weigh', weights: [{ id: parts[0]!, weight: 3 }] }))
    expect((await page(id)).timeline[0]).toMatchObject({ kind: 'weigh', facts: { changes: ['云溪镇 1→3'], was: 16.7, percent: 30 } })
    ok(await give(id, { command: 'detach', id: parts[1]!, words: '并入县级统一实施' }))
    const whole = await page(id)
    expect(whole.timeline[0]).toMatchObject({ kind: 'detach', words: '并入县级统一实施', facts: { percent: 37.5 } })
    expect(whole.parts.map(p => p.id)).toEqual([parts[0], parts[2]])
    expect(await page(parts[1]!)).toMatchObject({ chain: [], timeline: [{ kind: 'detach' }, {}, {}, {}] })
    await recomputed()
  })
})

describe('a prescribed programme', () => {
  test('gives each unit each action, and a unit adds what it chose itself', async () => {
    const { id } = await anItem(db, officer, { leadUnitId: farm, dueOn: '2099-12-31' })
    const actions = ['开展集中学习', '组织走访调研'].map(title => ({ title, dueOn: null }))
    ok(await give(id, { command: 'prescribe', actions, unitIds: towns, allowLater: false }))
    const parts = (await page(id)).parts
    expect(parts).toHaveLength(6)
    const mine = parts.find(p => p.unitId === towns[0])!
    const more = { command: 'propose', title: '办好田间课堂', dueOn: null, measure: null } as const
    expect(await act(db, liaisons[1]!, { kind: 'proposal', id: mine.id }, more)).toMatchObject({ refused: 'not-found' })
    expect(await act(db, officer, { kind: 'proposal', id: mine.id }, more)).toMatchObject({ refused: 'not-allowed' })
    const own = ok(await act(db, liaisons[0]!, { kind: 'proposal', id: mine.id }, more))
    expect(await page(own.id, liaisons[0])).toMatchObject({ state: 'proposed', number: null, chain: [{ id, visible: false }] })
    ok(await act(db, officer, { kind: 'proposal', id: own.id, seen: 1 }, { command: 'adopt' }))
    const adopted = await page(own.id, liaisons[0])
    expect(adopted).toMatchObject({ state: 'dispatched', number: expect.stringMatching(/^\d{4}-\d{4}$/) })
    ok(await act(db, liaisons[0]!, { kind: 'item', id: own.id }, { command: 'accept', words: null }))
    ok(await report(liaisons[0]!, own.id, 80))
    // What was not asked for counts neither for nor against.
    expect((await page(id)).percent).toBe(0)
    const declined = ok(await act(db, liaisons[1]!, { kind: 'proposal', id: parts.find(p => p.unitId === towns[1])!.id }, more))
    ok(await act(db, officer, { kind: 'proposal', id: declined.id }, { command: 'decline', words: '与规定动作重复' }))
    expect(await page(declined.id, liaisons[1])).toMatchObject({
      state: 'archived',
      timeline: [{ kind: 'decline', words: '与规定动作重复' }, {}],
    })
    await recomputed()
  })
})

/** The same sequence each time. */
function dice(seed: number): (below: number) => number {
  let at = seed
  return below => {
    at = (at * 1_103_515_245 + 12_345) % 2 ** 31
    return at % below
  }
}

test('after any sequence of commands the roll-up is what a recomputation gives', { timeout: 120_000 }, async () => {
  const roll = dice(7)
  const { id, parts } = await brokenDown([3, 2, 1])
  ok(await give(parts[0]!, { command: 'break-down', parts: [part(towns[1]!, 2), part(towns[2]!, 5)], allowLater: false }))
  const leaves = [...(await page(parts[0]!)).parts.map(p => p.id), parts[1]!, parts[2]!]
  const done = new Map<string, number>()
  for (let step = 0; step < 60; step++) {
    const leaf = leaves[roll(leaves.length)]!
    const { leadUnitId, state } = await page(leaf)
    const who = liaisons[towns.indexOf(leadUnitId!)]!
    const command = [
      () => act(db, who, { kind: 'item', id: leaf }, { command: 'accept', words: null }),
      () => report(who, leaf, roll(101)),
      () => act(db, who, { kind: 'item', id: leaf }, { command: 'submit', words: '完成', fileIds: [] }),
      () => act(db, officer, { kind: 'item', id: leaf }, { command: 'return', words: '佐证不全' }),
      () => act(db, officer, { kind: 'item', id: leaf }, { command: roll(2) ? 'suspend' : 'resume', words: '汛期', until: null } as never),
      () => act(db, officer, { kind: 'item', id: leaf }, { command: 'extend', dueOn: `2099-12-${10 + roll(20)}`, words: '顺延' }),
      () => give(parts[0]!, { command: 'weigh', weights: [{ id: leaves[roll(2)]!, weight: roll(9) }] }),
      () => give(id, { command: 'weigh', weights: [{ id: parts[roll(3)]!, weight: roll(9) }] }),
      () => act(db, officer, { kind: 'item', id }, { command: 'edit', draft: { title: `粮食生产${step}` } }),
    ][roll(9)]!
    const answer = await command()
    const key = isRefusal(answer) ? 'refused' : state
    done.set(key, (done.get(key) ?? 0) + 1)
    if (step % 10 === 0) await recomputed()
  }
  expect(done.size).toBeGreaterThan(2)
  await recomputed()
})

test('many writers of one tree at once neither wait for each other for ever nor lose a report', { timeout: 120_000 }, async () => {
  const { id, parts } = await brokenDown()
  for (const child of parts) ok(await give(child, { command: 'break-down', parts: towns.map(town => part(town)), allowLater: false }))
  const leaves = (await Promise.all(parts.map(child => page(child)))).flatMap(whole => whole.parts)
  for (const leaf of leaves)
    ok(await act(db, liaisons[towns.indexOf(leaf.unitId!)]!, { kind: 'item', id: leaf.id }, { command: 'accept', words: null }))
  const writers = leaves.map(async (leaf, at) => {
    const who = liaisons[towns.indexOf(leaf.unitId!)]!
    for (let round = 1; round <= 8; round++) ok(await report(who, leaf.id, round * 10 + at))
  })
  const office = parts.map(async child => {
    for (let round = 1; round <= 4; round++) {
      const { version, parts: below } = await page(child)
      const answer = await act(
        db,
        officer,
        { kind: 'parts', id: child, seen: version },
        { command: 'weigh', weights: below.map(p => ({ id: p.id, weight: round })) },
      )
      if (isRefusal(answer)) expect(answer.refused).toBe('stale-version')
    }
  })
  const whole = (async () => {
    for (let round = 1; round <= 4; round++)
      ok(await act(db, officer, { kind: 'item', id }, { command: 'edit', draft: { title: `第${round}稿` } }))
  })()
  const night = relight(db, HERE, '2099-01-01')
  const loose = (async () => {
    for (let round = 0; round < 3; round++) {
      const { number } = await anItem(db, officer, { leadUnitId: farm })
      ok(await give(parts[round]!, { command: 'attach', number: number!, weight: 0 }))
    }
  })().catch(error => expect(String(error)).toContain('stale-version'))
  await Promise.all([...writers, ...office, whole, night, loose])
  await recomputed()
  for (const [at, leaf] of leaves.entries()) expect((await page(leaf.id)).percent).toBe(80 + at)
})
