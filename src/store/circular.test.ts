import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anItem, aPerson, aUnit, ok } from '../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import { circular } from '../core/circular.ts'
import type { Command } from '../core/command.ts'
import type { Actor } from '../core/types.ts'
import { act } from './act.ts'
import { circularFacts } from './circular.ts'
import { read } from './db.ts'
import { makeDemo } from './demo/make.ts'
import { wholeOf } from './tx.ts'

describe('the figures of a circular', () => {
  let db: TestDatabase
  let water: string
  let officer: Actor
  let liaison: Actor
  const on = (day: string) => `${day}T02:00:00.000Z`

  beforeAll(async () => {
    db = await aDatabase()
    await aJurisdiction(db)
    water = await aUnit(db, { name: '县水利局' })
    officer = await aPerson(db, [{ role: 'officer', unitId: null }])
    liaison = await aPerson(db, [{ role: 'liaison', unitId: water }])
    await life('按期办结', '2026-03-02', '2026-04-30', '2026-04-20')
    await life('逾期办结', '2026-03-02', '2026-04-10', '2026-05-20')
    await life('去年结转', '2025-11-03', '2026-01-31', null)
    await life('去年已办结', '2025-10-08', '2025-12-01', '2025-11-20')
    await life('尚未到期', '2026-05-06', '2026-12-31', null)
    await anItem(db, officer, { title: '尚未交办', leadUnitId: water }, { dispatch: false, now: on('2026-05-01') })
  })

  async function life(title: string, sent: string, dueOn: string, closed: string | null) {
    const { id, number } = await anItem(db, officer, { title, leadUnitId: water, dueOn }, { now: on(sent) })
    ok(await act(db, liaison, { kind: 'item', id }, { command: 'accept', words: null }, { now: on(sent) }))
    const report = { command: 'report' as const, percent: 40, words: `${title}：正在推进`, fileIds: [], waitingFor: null }
    ok(await act(db, liaison, { kind: 'item', id }, report, { now: on(sent) }))
    if (!closed) return { id, number }
    ok(await act(db, liaison, { kind: 'item', id }, { command: 'submit', words: '完成', fileIds: [] }, { now: on(closed) }))
    ok(await act(db, officer, { kind: 'item', id }, { command: 'close', words: null }, { now: on(closed) }))
    return { id, number }
  }
  const give = async (id: string, command: Command, by = officer, day = '2026-05-25'): Promise<void> => {
    ok(await act(db, by, { kind: 'item', id }, command, { now: on(day) }))
  }

  const facts = (period: object, today = '2026-06-01') => read(db, officer, tx => circularFacts(tx, period, today))

  test('count what was on the books in the period: carried over, closed in it, and open', async () => {
    expect(await facts({})).toMatchObject({
      jurisdiction: '青禾县',
      from: '2026-01-01',
      asOf: '2026-06-01',
      items: { total: 4, closed: 2, open: 2, overdue: 1 },
      byUnit: [{ unit: '县水利局', total: 4, closed: 2, overdue: 1, onTime: 1 }],
      laggards: [{ unit: '县水利局', title: '去年结转', dueOn: '2026-01-31', daysOverdue: 121, reason: '去年结转：正在推进' }],
    })
  })

  test('stand as they did on the last day, whatever happened later', async () => {
    expect((await facts({ to: '2026-04-30' })).items).toEqual({ total: 3, closed: 1, open: 2, overdue: 2 })
  })

  test.each([
    ['whose deadline was moved on', async (id: string) => give(id, { command: 'extend', dueOn: '2026-12-31', words: '汛期延后' })],
    ['that was suspended', async (id: string) => give(id, { command: 'suspend', words: '等待规划', until: null })],
    [
      'that was struck off',
      async (id: string) => {
        await give(id, { command: 'submit', words: '完成', fileIds: [] }, liaison)
        await give(id, { command: 'close', words: null })
      },
    ],
    [
      'that was given to another unit under another name',
      async (id: string) =>
        give(id, { command: 'edit', draft: { leadUnitId: await aUnit(db, { name: '县农业农村局' }), title: '改了名', dueOn: null } }),
    ],
    [
      'that was handed in, given back',
      async (id: string) => {
        await give(id, { command: 'submit', words: '完成', fileIds: [] }, liaison)
        await give(id, { command: 'return', words: '材料不全' })
      },
    ],
  ] as const)('count one %s after the day as it stood on it', async (title, later) => {
    const { id, number } = await life(title, '2026-01-05', '2026-02-10', null)
    const before = await facts({ to: '2026-02-28' })
    expect(before.laggards.find(l => l.number === number)).toMatchObject({ unit: '县水利局', title, dueOn: '2026-02-10', daysOverdue: 18 })
    await later(id)
    expect(await facts({ to: '2026-02-28' })).toEqual(before)
  })

  test('do not count as late what was suspended on the day, though it goes on since', async () => {
    const { id, number } = await life('中止过', '2026-01-05', '2026-02-10', null)
    await give(id, { command: 'suspend', words: '等待规划', until: null }, officer, '2026-02-01')
    await give(id, { command: 'resume', words: null }, officer, '2026-05-20')
    const stood = await facts({ to: '2026-02-28' })
    expect(stood.laggards.map(l => l.number)).not.toContain(number)
    expect(stood.unsure).toEqual([])
  })

  test('say of an item whose history does not tell how it stood that they do not know, and count it as late nowhere', async () => {
    const { id, number } = await life('来历不明', '2026-01-05', '2026-02-10', null)
    await give(id, { command: 'extend', dueOn: '2026-12-31', words: '汛期延后' })
    const before = await facts({ to: '2026-02-28' })
    // As a hand in the database would leave it, without an event.
    await asOwner(db, `update item set due_on = '2026-11-30' where id = $1`, [id])
    const stood = await facts({ to: '2026-02-28' })
    expect(stood.unsure).toEqual([number])
    expect(stood.items).toEqual({ ...before.items, overdue: before.items.overdue - 1 })
    expect(JSON.stringify(circular(stood).blocks)).toContain(`不能确定其在2026年2月28日的时限和状态，未计入逾期：编号${number}。`)
    await asOwner(db, `update item set due_on = '2026-12-31' where id = $1`, [id])
  })

  test('are asked for a day that is yet to come as for today', async () => {
    expect((await facts({ to: '2027-01-01' })).asOf).toBe('2026-06-01')
  })
})

test('the demonstration’s figures make a circular without contradiction', async () => {
  const db = await aDatabase()
  await makeDemo(db, { items: 300, today: '2026-11-22' })
  const facts = await read(db, wholeOf('990124'), tx => circularFacts(tx, { to: '2026-10-31' }, '2026-11-22'))
  expect(facts.items.total).toBeGreaterThan(100)
  // Every course that the demonstration has can be told from its events.
  expect(facts.unsure).toEqual([])
  expect(circular(facts).title).toContain('2026年1—10月')
})
