import { beforeAll, expect, test } from 'vitest'
import { aDraft, aJurisdiction, anActor, aUnit, ok } from '../../test/build.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'
import { addDays, dayOf } from '../core/day.ts'
import { type Fields, KIND, stagesOf } from '../core/kind.ts'
import { isOverdue, light } from '../core/light.ts'
import type { Actor, CommandName } from '../core/types.ts'
import { act } from './act.ts'
import { verifyAudit } from './audit.ts'
import { CALENDAR } from './calendar.ts'
import { read } from './db.ts'
import { chanceFrom } from './demo/random.ts'
import { kindTallyFaults } from './kindtally.ts'
import { getOverview, overviewText } from './overview.ts'
import { relight, relightAll } from './relight.ts'
import { ITEM_COLUMNS, type ItemColumns, itemOf, shownOf } from './row.ts'
import { tallyFaults, tallyWrites } from './tally.ts'
import type { ItemCommand } from './target/item.ts'
import { wholeOf } from './tx.ts'

const PLACE = '990124'
const chance = chanceFrom(Number(process.env.SEED ?? 11))
let db: TestDatabase
let units: string[]
let visits: string[]
let officers: Actor[]

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  units = [await aUnit(db), await aUnit(db), await aUnit(db)]
  officers = [anActor('officer'), anActor('officer')]
  const detail = { kind: 'visit' as const, fields: { place: '云川市' } }
  const visit = { command: 'register' as const, draft: aDraft(), source: null, detail }
  visits = [ok(await act(db, officers[0]!, { kind: 'item', id: null }, visit)).id]
})

const kindFaults = () => read(db, wholeOf(PLACE), kindTallyFaults)
const faults = () => read(db, wholeOf(PLACE), tallyFaults)

/** Items whose kept row is not what their columns say on that day. */
async function staleRows(day: string): Promise<string[]> {
  const rows = await read(db, wholeOf(PLACE), tx => tx.rows<ItemColumns & { shown: string }>(`select ${ITEM_COLUMNS}, i.shown from item i`))
  expect(rows.length).toBeGreaterThan(10)
  return rows.flatMap(({ shown, ...columns }) => {
    const item = itemOf(columns)
    return shown === shownOf(item, light(item, day, CALENDAR), isOverdue(item, day)) ? [] : [item.id]
  })
}

/** Fractions whose sums are not exact in floats, in two currencies. */
const someSum = () => ({
  sum: { amount: chance.of(['0.1', '0.2', '1200000000', '33333333.33']), currency: chance.of(['CNY', 'USD'] as const) },
})

function evidenceOf(stage: string, day: string): Fields {
  const { fields, stages } = KIND.project
  const value = (name: string) => {
    const { type, choices } = fields[name]!
    return type === 'money' ? someSum().sum : type === 'day' ? day : type === 'number' ? 1 : (choices?.[0] ?? '有据可查')
  }
  return Object.fromEntries(stages[stage]!.needs.map(name => [name, value(name)]))
}

/** Any command, as likely to be refused as to be carried out. */
function anyCommand(day: string): ItemCommand {
  const [lead, co] = [chance.of(units), chance.of(units)]
  const commands: Record<CommandName, () => ItemCommand> = {
    register: () => ({
      command: 'register',
      draft: aDraft({ leadUnitId: chance.happens(0.2) ? null : lead }),
      source: null,
      dispatch: chance.happens(0.7),
      ...(chance.happens(0.5) ? { detail: { kind: 'project' as const, fields: { investor: '青禾装备公司', ...someSum() } } } : {}),
    }),
    edit: () => ({
      command: 'edit',
      draft: { leadUnitId: lead, coUnitIds: co === lead ? [] : [co], dueOn: chance.of([null, addDays(day, chance.whole(-20, 40))]) },
    }),
    dispatch: () => ({ command: 'dispatch', clock: chance.of([undefined, null, 'minutes']) }),
    withdraw: () => ({ command: 'withdraw', words: '改派' }),
    accept: () => ({ command: 'accept', words: null }),
    // Fractions whose sums are not exact in floats.
    report: () => ({
      command: 'report',
      percent: chance.of([null, 0.1, 0.2, 33.3, 66.7, 99.9]),
      words: '进展',
      fileIds: [],
      waitingFor: null,
    }),
    submit: () => ({ command: 'submit', words: '完成', fileIds: [] }),
    close: () => ({ command: 'close', words: '已核', recheckOn: chance.of([undefined, null, addDays(day, 30)]) }),
    return: () => ({ command: 'return', words: '补资料' }),
    suspend: () => ({ command: 'suspend', words: '汛期', until: null }),
    resume: () => ({ command: 'resume', words: null }),
    extend: () => ({ command: 'extend', dueOn: addDays(day, chance.whole(0, 30)), words: '雨季' }),
    'ask-extension': () => ({ command: 'ask-extension', dueOn: addDays(day, chance.whole(0, 60)), words: '雨季' }),
    'grant-extension': () => ({ command: 'grant-extension', words: null }),
    'refuse-extension': () => ({ command: 'refuse-extension', words: '不能再拖' }),
    urge: () => ({ command: 'urge', words: null }),
    archive: () => ({ command: 'archive' }),
    'plan-recheck': () => ({ command: 'plan-recheck', on: addDays(day, 9), words: '早些看' }),
    move: () => {
      const to = chance.of(stagesOf('project'))
      return { command: 'move', to, evidence: evidenceOf(to, day), words: '按实际情况', fileIds: [] }
    },
    link: () => ({ command: 'link', relation: 'found-on', to: chance.of(visits), words: null }),
    unlink: () => ({ command: 'unlink', relation: 'found-on', to: chance.of(visits), words: null }),
    amend: () => ({ command: 'amend', fields: { land: chance.whole(1, 900), ...someSum() }, words: null }),
    recheck: () => ({ command: 'recheck', result: chance.of(['kept', 'relapsed']), words: '看过', fileIds: [] }),
  }
  return commands[chance.of(Object.keys(commands) as CommandName[])]()
}

test('the tally equals counting, and the rows shown equal their items, after any commands in any order, eight at a time, while days go by', async () => {
  const ids: string[] = []
  let day = '2026-03-02'
  const done = { carried: 0, refused: 0 }
  for (let round = 0; round < 120; round++) {
    const now = `${day}T0${chance.whole(1, 9)}:00:00.000Z`
    const acts = Array.from({ length: 8 }, async () => {
      const command =
        ids.length < 12
          ? {
              command: 'register' as const,
              draft: aDraft({ leadUnitId: chance.of(units) }),
              source: null,
              dispatch: true,
              ...(ids.length % 2 ? { detail: { kind: 'project' as const, fields: { investor: '青禾装备公司', ...someSum() } } } : {}),
            }
          : anyCommand(day)
      const actor = chance.happens(0.5) ? chance.of(officers) : anActor('liaison', { unitIds: units })
      const answer = await act(db, actor, { kind: 'item', id: command.command === 'register' ? null : chance.of(ids) }, command, { now })
      if ('refused' in answer) done.refused++
      else {
        done.carried++
        if (command.command === 'register') ids.push(answer.id)
      }
    })
    await Promise.all(acts)
    if (round % 10 === 9) {
      day = addDays(day, chance.whole(1, 20))
      await relight(db, PLACE, day)
      expect([round, await faults(), await kindFaults(), await staleRows(day)]).toEqual([round, [], [], []])
    }
  }
  expect(await read(db, wholeOf(PLACE), tx => tx.rows(`select 1 as one from item where kind = 'project' and stage <> 'lead'`))).not.toEqual(
    [],
  )
  expect(done.carried).toBeGreaterThan(100)
  expect(done.refused).toBeGreaterThan(50)
  expect(await faults()).toEqual([])
  expect(await read(db, wholeOf(PLACE), verifyAudit)).toMatchObject({ whole: true })
})

test('a fault of the tally is found', async () => {
  const change = (by: number) =>
    asOwner(
      db,
      'update tally set items = items + $1 where (unit_id, state, light, overdue) = (select unit_id, state, light, overdue from tally order by 1, 2, 3, 4 limit 1)',
      [by],
    )
  await change(1)
  expect(await faults()).toHaveLength(1)
  await change(-1)
  expect(await faults()).toEqual([])
})

test('an item moved from one unit to another is taken from the first and added to the second, in the order of units', () => {
  const at = {
    state: 'in_progress',
    light: 'green',
    overdue: false,
    percent: 40,
    closed: false,
    dated: false,
    onTime: false,
    kind: 'matter',
    stage: null,
    sum: null,
  } as const
  const [a, b] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
  const writes = tallyWrites(PLACE, [{ from: { ...at, unitId: b }, to: { ...at, unitId: a } }])
  expect(writes.map(([, values]) => values)).toEqual([
    [PLACE, a, 'in_progress', 'green', false, 1, [40], 0, 0, 0],
    [PLACE, b, 'in_progress', 'green', false, -1, [-40], 0, 0, 0],
  ])
  expect(tallyWrites(PLACE, [{ from: { ...at, unitId: a }, to: { ...at, unitId: a } }])).toEqual([])
})

test('a light that the new day changes is changed once, and the overview knows', async () => {
  const fresh = await aDatabase()
  await aJurisdiction(fresh)
  const unit = await aUnit(fresh)
  const officer = anActor('officer')
  const today = dayOf(Date.now())
  const made = await act(
    fresh,
    officer,
    { kind: 'item', id: null },
    { command: 'register', draft: aDraft({ leadUnitId: unit, dueOn: addDays(today, 40) }), source: null, dispatch: true },
  )
  expect(made).toMatchObject({ version: 2 })
  const context = wholeOf(PLACE)
  const before = await read(fresh, context, tx => overviewText(tx, today))
  expect(JSON.parse(before)).toMatchObject({ open: 1, overdue: 0, units: [{ lights: { green: 1, red: 0 } }] })
  expect(await read(fresh, context, tx => overviewText(tx, today))).toBe(before)

  const late = addDays(today, 41)
  expect(await relight(fresh, PLACE, late)).toBe(1)
  expect(await relight(fresh, PLACE, late)).toBe(0)
  expect(await read(fresh, context, tallyFaults)).toEqual([])
  const overview = await read(fresh, context, tx => getOverview(tx, late))
  expect(overview).toMatchObject({ open: 1, overdue: 1, units: [{ lights: { green: 0, red: 1 }, overdue: 1 }], dueSoon: [] })
  expect(overview.stuck[0]).toMatchObject({ light: 'red', reason: 'overdue', facts: { days: 1 } })
  expect(await relightAll(fresh, late)).toBe(0)
})
