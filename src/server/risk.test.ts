// The register of risks through the API: raised by a rule on figures, judged, treated by items, reviewed, borne by a leader and open again when the time is over.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, anIndicator, aPerson, aUnit } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import { WHOLE } from '../core/indicator.ts'
import type { Fields } from '../core/kind.ts'
import { RISK_SCALE } from '../core/riskmatrix.ts'
import { residualAbove } from '../core/riskrule.ts'
import type { Actor } from '../core/types.ts'
import { act } from '../store/act.ts'
import { read } from '../store/db.ts'
import { fieldsOf } from '../store/detail.ts'
import { kindTallyFaults } from '../store/kindtally.ts'
import { reopenRisks } from '../store/riskexpiry.ts'
import { wholeOf } from '../store/tx.ts'

let db: TestDatabase
let finance: string
let bureau: string
let officer: Actor
let office: Client
let leader: Client
let unit: Client
let figures: Client
let reporter: Client

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  finance = await aUnit(db, { name: '县财政局' })
  bureau = await aUnit(db, { name: '县统计局' })
  const app = await aServer(db)
  officer = await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'ducha' })
  const client = async (role: 'leader' | 'liaison' | 'indicator_officer', unitId: string | null, username: string) =>
    signedIn(app, db, await aPerson(db, [{ role, unitId }], { username }), username)
  office = await signedIn(app, db, officer, 'ducha')
  leader = await client('leader', null, 'xianzhang')
  unit = await client('liaison', finance, 'caizheng')
  figures = await client('indicator_officer', bureau, 'tongji')
  reporter = await client('liaison', bureau, 'shangbao')
})

const kind = { kind: 'risk' }
async function risk(title: string, fields: object = {}) {
  const detail = { kind: 'risk', fields: { category: 'debt', sign: '到期债务集中', ...fields } }
  return (await office.ask('postItem', { body: { draft: { title, leadUnitId: finance }, dispatch: true, detail } })).body
}
const command = (client: Client, { id, version }: { id: string; version: number }, said: object) =>
  client.ask('postCommand', { params: { id }, body: { version, command: said } })
const judged = { inherentLikelihood: '4', inherentImpact: '4', likelihood: '3', impact: '4' }
const judge = (item: { id: string; version: number }, more: object = {}) =>
  command(office, item, { command: 'move', to: 'assessed', evidence: { ...judged, ...more } })
const treat = { response: '压减支出', residualLikelihood: '2', residualImpact: '3' }

describe('what waits for the office', () => {
  const waits = async (client: Client, id: string) =>
    (await client.ask('listTodo')).body.entries
      .filter((e: { item: { id: string } | null }) => e.item?.id === id)
      .map((e: { kind: string; dueOn: string | null }) => [e.kind, e.dueOn])
  test('is to judge a raised risk, not to dispatch it, and to look at a judged one again from its day on', async () => {
    const detail = { kind: 'risk', fields: { category: 'debt', sign: '到期债务集中' } }
    const { body: one } = await office.ask('postItem', { body: { draft: { title: '到期债务', leadUnitId: finance }, detail } })
    expect(await waits(office, one.id)).toEqual([['to-judge', null]])
    expect(await waits(leader, one.id)).toEqual([])
    await judge(one, { reviewedOn: '2099-01-01' })
    expect(await waits(office, one.id)).toEqual([['to-judge', null]])
    const { body: seen } = await judge(one)
    expect(await waits(office, one.id)).toEqual([['to-dispatch', null]])
    const { body: late } = await command(office, seen, { command: 'amend', fields: { reviewedOn: '2026-01-05' }, words: null })
    const due = late.detail.fields.reviewOn
    expect((await waits(office, one.id)).toSorted()).toEqual([
      ['to-dispatch', null],
      ['to-review', due],
    ])
    await command(office, late, { command: 'move', to: 'dismissed', evidence: { dismissWhy: '误报' }, words: null })
    expect((await waits(office, one.id)).map(([kind]) => kind)).not.toContain('to-review')
  })
  test('holds no campaign, and no project that nobody leads', async () => {
    for (const [kind, fields] of [
      ['campaign', { beginOn: '2026-11-01' }],
      ['project', { investor: '青禾装备公司' }],
    ]) {
      const { status, body } = await office.ask('postItem', { body: { draft: { title: `不交办${kind}` }, detail: { kind, fields } } })
      expect(status).toBe(201)
      expect(await waits(office, body.id)).toEqual([])
    }
  })
})

describe('the search', () => {
  const found = async (client: Client, q: string) => {
    const { body } = await client.ask('searchLedgers', { query: { q } })
    return [body.total, body.items.map(i => [i.title, i.kind, i.stage])]
  }
  test('finds items of all other kinds with their kind, all words, and for a unit only what it may see', async () => {
    await risk('长桥水库坝体渗漏')
    await office.ask('postItem', {
      body: { draft: { title: '长桥文旅项目' }, detail: { kind: 'project', fields: { investor: '长桥公司' } } },
    })
    await office.ask('postItem', { body: { draft: { title: '长桥修缮', leadUnitId: finance }, dispatch: true } })
    expect(await found(office, '长桥')).toEqual([
      2,
      [
        ['长桥文旅项目', 'project', 'lead'],
        ['长桥水库坝体渗漏', 'risk', 'raised'],
      ],
    ])
    expect(await found(office, '长桥 渗漏')).toEqual([1, [['长桥水库坝体渗漏', 'risk', 'raised']]])
    expect(await found(unit, '长桥')).toEqual([1, [['长桥水库坝体渗漏', 'risk', 'raised']]])
    expect(await found(reporter, '长桥')).toEqual([0, []])
  })
})

describe('a risk', () => {
  test('is judged by the office, treated by the unit that leads it, and its measures are items', async () => {
    const one = await risk('隐性债务集中到期')
    expect(await command(unit, one, { command: 'move', to: 'assessed', evidence: judged })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed', facts: { action: 'risk.judge' } },
    })
    const { body: two } = await judge(one)
    expect(two.detail).toMatchObject({ stage: 'assessed', fields: { inherentLevel: 'high', level: 'high' } })
    const { body: three } = await command(unit, two, { command: 'move', to: 'treated', evidence: treat })
    expect(three.detail).toMatchObject({ stage: 'treated', fields: { residualLevel: 'moderate' } })
    const measure = {
      draft: { title: '置换高息债务', leadUnitId: finance },
      dispatch: true,
      links: [{ relation: 'measure-of', to: one.id }],
    }
    await office.ask('postItem', { body: measure })
    const seen = (await unit.ask('getItem', { params: { id: one.id } })).body
    expect(seen.links).toMatchObject([{ relation: 'measure-of', way: 'from', title: '置换高息债务' }])
    const { top } = (await office.ask('getRisks')).body
    expect(top.find(line => line.id === one.id)).toMatchObject({ measures: 1, done: 0, level: 'high', leadUnit: '县财政局' })
  })

  test('leaves no more than there was, unless it is said why', async () => {
    const one = (await judge(await risk('担保代偿'))).body
    const above = { ...treat, residualLikelihood: '5', residualImpact: '5' }
    expect(await command(unit, one, { command: 'move', to: 'treated', evidence: above })).toMatchObject({
      status: 422,
      body: { code: 'residual-above', facts: { residual: 'extreme', inherent: 'high' } },
    })
    const evidence = { ...above, residualWhy: '处置会触发交叉违约' }
    expect((await command(unit, one, { command: 'move', to: 'treated', evidence })).status).toBe(200)
  })

  test('is borne only by a leader, with a reason and a day, and is open again after it', async () => {
    const one = (await judge(await risk('平台公司流动性'))).body
    const evidence = { bearWhy: '代价高于损失', bearUntil: '2099-03-31' }
    const bear = { command: 'move', to: 'borne', evidence }
    expect((await command(office, one, bear)).status).toBe(403)
    expect((await command(leader, one, { ...bear, evidence: { bearUntil: '2099-03-31' } })).body).toMatchObject({
      code: 'evidence-missing',
      facts: { fields: 'bearWhy' },
    })
    expect((await command(leader, one, bear)).body.detail).toMatchObject({ stage: 'borne' })
    expect(await reopenRisks(db, '2099-03-31T04:00:00Z')).toBe(0)
    expect(await reopenRisks(db, '2099-04-01T04:00:00Z')).toBe(1)
    const again = (await office.ask('getItem', { params: { id: one.id } })).body
    expect(again).toMatchObject({
      detail: { stage: 'assessed', fields: { reviewOn: '2099-04-01' } },
      timeline: [{ kind: 'move', by: '到期提醒', words: '接受期限已过，重新研判。' }, { kind: 'move' }, { kind: 'move' }, {}, {}],
    })
  })

  test('is moved by a leader to nothing else', async () => {
    const one = await risk('政府采购拖欠')
    expect((await command(leader, one, { command: 'move', to: 'treated', evidence: treat })).status).toBe(403)
    const { commands } = (await leader.ask('getItem', { params: { id: one.id } })).body
    expect([commands.move, commands.amend]).toEqual([null, 'not-allowed'])
  })
})

describe('the views', () => {
  test('count by likelihood and impact of what is asked for, say what changed, and lists open them', async () => {
    const before = (await office.ask('getRisks')).body
    const at = (view: typeof before, l: string, i: string) => view.cells.find(c => c.likelihood === l && c.impact === i) ?? { items: 0 }
    const one = (await judge(await risk('专项债项目收益不足'), { likelihood: '5', impact: '5' })).body
    const after = (await office.ask('getRisks')).body
    expect(at(after, '5', '5').items).toBe(at(before, '5', '5').items + 1)
    expect(after.top[0]).toMatchObject({ id: one.id, level: 'extreme' })
    expect(after.changes.find(c => c.id === one.id)).toMatchObject({ changes: ['new'], was: null, now: 'extreme' })
    const cell = { fact: 'likelihood:5,impact:5' }
    expect((await office.ask('listKind', { params: kind, query: cell })).body.items.map(i => i.title)).toEqual(['专项债项目收益不足'])
    expect((await office.ask('listKind', { params: kind, query: { fact: 'level:extreme,level:low' } })).body.total).toBe(1)
    expect((await office.ask('getRisks', { query: { category: 'safety' } })).body).toMatchObject({ cells: [], top: [], changes: [] })
    expect((await office.ask('listKind', { params: kind, query: { fact: 'nothing:到期' } })).body.total).toBe(0)
  })

  test('show what is due for review', async () => {
    const one = (await judge(await risk('暂付款挂账'), { likelihood: '5', impact: '5', reviewedOn: '2026-01-05' })).body
    const { due, dueTotal } = (await office.ask('getRisks')).body
    expect(due[0]).toMatchObject({ id: one.id, reviewOn: '2026-01-12' })
    expect(dueTotal).toBe(1)
    await command(unit, one, { command: 'amend', fields: { likelihood: '2', impact: '2' }, words: '已清理大半' })
    expect((await office.ask('getRisks')).body.dueTotal).toBe(0)
  })

  test('follow a change of the scale', async () => {
    const { version, rules } = (await office.ask('getRules')).body
    const levels = RISK_SCALE.levels.map(row => row.map(() => 'moderate'))
    const scaled = { ...rules, risk: { ...rules.risk, levels, likelihood: ['罕见', '', '', '', ''] } }
    expect((await office.ask('putRules', { body: { version, rules: scaled } })).status).toBe(200)
    expect((await unit.ask('getRiskScale')).body.likelihood[0]).toBe('罕见')
    const { top } = (await office.ask('getRisks')).body
    expect(new Set(top.map(line => line.level))).toEqual(new Set(['moderate']))
    levels[4]![4] = 'low'
    expect(
      (await office.ask('putRules', { body: { version: version + 1, rules: { ...scaled, risk: { ...scaled.risk, levels } } } })).status,
    ).toBe(422)
    await office.ask('putRules', { body: { version: version + 1, rules } })
    expect((await office.ask('getRisks')).body.top[0]).toMatchObject({ level: 'extreme' })
  })
})

describe('early warning', () => {
  let watched: string
  const rule = (more: object = {}) => ({
    version: 0,
    indicatorId: watched,
    unitId: WHOLE,
    measure: 'value',
    side: 'below',
    threshold: 50,
    periods: 2,
    category: 'economy',
    leadUnitId: null,
    ...more,
  })
  const seen = new Map<string, number>()
  /** Each with the revision that stands. */
  const write = (client: Client, ...figures: [year: number, month: number, value: number][]) => {
    const readings = figures.map(([year, month, value]) => {
      const revision = seen.get(`${year} ${month}`) ?? 0
      seen.set(`${year} ${month}`, revision + 1)
      return { indicatorId: watched, unitId: WHOLE, year, month, value, status: 'flash', seen: revision }
    })
    return client.ask('postReadings', { body: { readings } })
  }
  const raised = async () =>
    (await office.ask('listKind', { params: kind, query: { stage: 'raised' } })).body.items.filter(i => i.fields.indicator === watched)

  beforeAll(async () => {
    watched = await anIndicator(db, officer, { name: '采购经理指数', basis: 'point', kind: 'level', unit: '', sourceUnitId: bureau })
    expect((await figures.ask('postWarning', { body: rule() })).status).toBe(200)
  })

  test('opens a risk to be judged with the figure, its cut-off and its source, though who reports it sees no risk', async () => {
    expect((await write(reporter, [2026, 8, 51])).status).toBe(200)
    expect((await write(reporter, [2026, 9, 49.5])).status).toBe(200)
    expect(await raised()).toEqual([])
    expect((await write(reporter, [2026, 10, 49.1])).status).toBe(200)
    const [one, ...more] = await raised()
    expect(more).toEqual([])
    expect(one).toMatchObject({
      title: '采购经理指数低于50',
      leadUnit: '县统计局',
      state: 'registered',
      fields: {
        category: 'economy',
        sign: '采购经理指数截至2026年10月为49.1，连续2期低于预警线50。数据来源：县统计局（快报）。',
        figure: '49.1',
        asOf: '2026年10月',
        figureSource: '县统计局（快报）',
      },
    })
    expect((await reporter.ask('listKind', { params: kind })).body.total).toBe(0)
    const { timeline } = (await office.ask('getItem', { params: { id: one!.id } })).body
    expect(timeline).toMatchObject([{ kind: 'register', by: '预警规则', facts: { warning: one!.fields.sign } }])
    expect((await office.ask('getRisks', { query: { category: 'economy' } })).body.raised).toBe(1)
    expect(await read(db, wholeOf('990124'), kindTallyFaults)).toEqual([])
  })

  test('opens no second one for the same crossing: not by a correction, nor by the next month, nor after it was dismissed', async () => {
    const [one] = await raised()
    await write(reporter, [2026, 10, 49])
    await write(reporter, [2026, 11, 48])
    expect(await raised()).toHaveLength(1)
    const away = { command: 'move', to: 'dismissed', evidence: { dismissWhy: '季节因素' } }
    expect((await command(office, one!, away)).body.detail).toMatchObject({ stage: 'dismissed' })
    await write(reporter, [2026, 12, 47])
    expect(await raised()).toEqual([])
  })

  test('opens another one when figures were back in between', async () => {
    await write(reporter, [2026, 11, 52])
    await write(reporter, [2026, 12, 49])
    const { body } = await office.ask('listWarnings')
    expect(body.warnings[0]).toMatchObject({ told: { year: 2026, month: 12, value: 49 }, past: 1, opened: [{ year: 2026, month: 10 }] })
    // Who looks after figures sees how many it opened only where he sees risks.
    expect((await figures.ask('listWarnings')).body.warnings[0]!.opened).toEqual([])
    await write(reporter, [2027, 1, 48])
    expect(await raised()).toHaveLength(1)
  })

  test('that was stopped opens nothing, and is set by nobody who may not', async () => {
    const { id, version } = (await figures.ask('listWarnings')).body.warnings[0]!
    expect((await unit.ask('putWarning', { params: { id }, body: rule({ version }) })).status).toBe(403)
    expect((await leader.ask('putWarning', { params: { id }, body: rule({ version }) })).status).toBe(403)
    expect((await office.ask('putWarning', { params: { id }, body: rule({ version, stopped: true }) })).status).toBe(200)
    expect((await office.ask('putWarning', { params: { id }, body: rule({ version }) })).body.code).toBe('stale-version')
    await write(reporter, [2027, 1, 60], [2027, 2, 40], [2027, 3, 40])
    expect(await raised()).toHaveLength(1)
  })

  test('refuses what it cannot watch', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect((await figures.ask('postWarning', { body: rule({ indicatorId: unknown }) })).body).toMatchObject({ code: 'invalid' })
    expect((await figures.ask('postWarning', { body: rule({ unitId: unknown }) })).body).toMatchObject({ code: 'unknown-unit' })
    expect((await figures.ask('postWarning', { body: rule({ periods: 13 }) })).status).toBe(422)
    expect((await figures.ask('postWarning', { body: rule({ threshold: 1e13 }) })).status).toBe(422)
  })
})

test('the counts are those of the risks, and nothing is left above what there was, after whatever was done to them', async () => {
  const step = fc.constantFrom('1', '2', '3', '4', '5')
  const said = fc.record(
    { inherentLikelihood: step, inherentImpact: step, likelihood: step, impact: step, residualLikelihood: step, residualImpact: step },
    { requiredKeys: [] },
  )
  const proof: Fields = {
    response: '压减',
    watchedBy: '月报',
    overWhy: '还清',
    bearWhy: '代价高',
    bearUntil: '2099-12-31',
    dismissWhy: '误报',
  }
  const to = fc.option(fc.constantFrom('raised', 'assessed', 'treated', 'watched', 'over', 'borne', 'dismissed'), { nil: null })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ to, said, suspend: fc.boolean() }), { minLength: 1, maxLength: 8 }), async steps => {
      const { id } = await risk('任意顺序')
      const both: Actor = { ...officer, appointments: [...officer.appointments, { role: 'leader', unitId: null }] }
      for (const { to, said, suspend } of steps) {
        const words = '按序'
        if (suspend) await act(db, officer, { kind: 'item', id }, { command: 'suspend', words, until: null })
        else
          await act(
            db,
            both,
            { kind: 'item', id },
            to ? { command: 'move', to, evidence: { ...proof, ...said }, words, fileIds: [] } : { command: 'amend', fields: said, words },
          )
        await act(db, officer, { kind: 'item', id }, { command: 'resume', words })
      }
      const [faults, fields] = await read(db, wholeOf('990124'), async tx => [await kindTallyFaults(tx), await fieldsOf(tx, id)] as const)
      expect(faults).toEqual([])
      expect(residualAbove(fields) && !fields.residualWhy).toBe(false)
    }),
    { numRuns: 12 },
  )
})
