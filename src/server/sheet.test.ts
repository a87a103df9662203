// The answer sheet from figures to the file that is handed in: what is seen is what is issued, and later data change nothing of it.
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { aDraft, aJurisdiction, anItem, aPerson, aUnit, ok } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import type { SheetFacts } from '../core/answersheet.ts'
import type { SheetDraft } from '../core/contract/sheet.ts'
import { type Indicator, type TargetKind, WHOLE } from '../core/indicator.ts'
import type { Fields } from '../core/kind.ts'
import type { Money } from '../core/money.ts'
import type { Actor } from '../core/types.ts'
import { act } from '../store/act.ts'
import { gongwen } from '../writer/gongwen.ts'

describe('an answer sheet', () => {
  let db: TestDatabase
  let officer: Actor
  let finance: string
  let town: string
  let desk: Client
  let server: Awaited<ReturnType<typeof aServer>>
  const on = (day: string) => ({ now: `${day}T02:00:00.000Z` })

  const anIndicator = async (name: string, parts: Partial<Indicator> = {}): Promise<string> => {
    const indicator: Omit<Indicator, 'id' | 'version' | 'retired' | 'source'> & { source: null } = {
      code: null,
      name,
      aliases: [],
      kind: 'volume',
      direction: 'up',
      basis: 'cumulative',
      frequency: 'month',
      unit: '亿元',
      decimals: 2,
      sourceUnitId: finance,
      frameId: null,
      topic: 'economy' as Indicator['topic'],
      parentId: null,
      combine: null,
      weight: 1,
      published: true,
      itemId: null,
      source: null,
      ...(parts as object),
    }
    return ok(await act(db, officer, { kind: 'indicator', id: null }, { command: 'add', indicator }, on('2026-01-05'))).id
  }
  const aim = async (indicatorId: string, unitId: string, value: number, kind: TargetKind = 'target', dueOn: string | null = null) => {
    const target = { indicatorId, unitId, year: 2026, kind, value, base: null, phasing: null, dueOn, seen: 0, why: null }
    ok(await act(db, officer, { kind: 'target' }, { command: 'set', targets: [target] }, on('2026-01-10')))
  }
  const tell = async (indicatorId: string, unitId: string, month: number, value: number, day: string) => {
    const reading = { indicatorId, unitId, year: 2026, month, value, status: 'final' as const, origin: null, seen: null, words: null }
    ok(await act(db, officer, { kind: 'reading' }, { command: 'record', readings: [reading], import: null }, on(day)))
  }

  /** A project on its way, step by step, each on its day. */
  const aProject = async (title: string, sum: Money, steps: { to: string; recorded: string; evidence: Fields }[]) => {
    const detail = { kind: 'project' as const, fields: { investor: `${title}公司`, sum } }
    const draft = aDraft({ title, leadUnitId: finance })
    const command = { command: 'register', draft, source: null, dispatch: true, clock: null, detail } as const
    const { id, number } = ok(await act(db, officer, { kind: 'item', id: null }, command, on('2025-06-01')))
    for (const { to, recorded, evidence } of steps)
      ok(await act(db, officer, { kind: 'item', id }, { command: 'move', to, evidence, words: null, fileIds: [] }, on(recorded)))
    return { id, number: number! }
  }
  const signedOn = (day: string) => ({ signedAs: 'formal', signedOn: day })
  const startedOn = (day: string) => ({ permit: '施字第1号', startedOn: day })

  let revenue: string
  let dredging: string
  let idle: string
  let late: { id: string; number: string }
  beforeAll(async () => {
    db = await aDatabase()
    await aJurisdiction(db)
    finance = await aUnit(db, { name: '县财政局' })
    town = await aUnit(db, { name: '松岗镇', kind: 'township' })
    officer = await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'desk' })
    revenue = await anIndicator('一般公共预算收入')
    const funds = await anIndicator('招商到位资金')
    const energy = await anIndicator('单位GDP能耗', { unit: '吨标准煤', sourceUnitId: null } as Partial<Indicator>)
    await aim(revenue, WHOLE, 10)
    await aim(funds, WHOLE, 20)
    await aim(energy, WHOLE, 5)
    const plan = await anIndicator('防汛预案印发', { kind: 'milestone', basis: 'point', unit: '', decimals: 0 })
    await aim(plan, WHOLE, 1, 'target', '2026-05-31')
    await aim(funds, town, 1, 'commitment', '2026-06-30')
    await tell(revenue, WHOLE, 6, 5.65, '2026-07-12')
    await tell(funds, WHOLE, 6, 6.2, '2026-07-12')
    await tell(funds, town, 6, 0.8, '2026-07-12')
    const dredged = await anItem(db, officer, { title: '北渠清淤', leadUnitId: town, dueOn: '2026-05-31' }, on('2026-03-02'))
    dredging = dredged.id
    ok(
      await act(
        db,
        officer,
        { kind: 'rate' },
        { command: 'set', currency: 'USD', on: '2026-06-01', rate: '7', source: '外汇交易中心' },
        on('2026-06-02'),
      ),
    )
    await aProject('云岭光伏组件', { amount: '10000000', currency: 'USD' }, [
      { to: 'signed', recorded: '2026-04-12', evidence: signedOn('2026-04-10') },
      // Started in the second half, though recorded before the sheet's day.
      { to: 'started', recorded: '2026-07-04', evidence: startedOn('2026-07-03') },
    ])
    idle = (
      await aProject('禾源冷链物流', { amount: '300000000', currency: 'CNY' }, [
        { to: 'signed', recorded: '2025-11-21', evidence: signedOn('2025-11-20') },
      ])
    ).number
    // Known only after the sheet's day.
    late = await aProject('丰谷粮油加工', { amount: '100000000', currency: 'CNY' }, [
      { to: 'signed', recorded: '2026-08-01', evidence: signedOn('2026-06-20') },
    ])
    server = await aServer(db)
    desk = await signedIn(server, db, officer, 'desk')
  })

  const asked = { kind: 'half', year: '2026', asOf: '2026-07-20' }
  const draft = async (): Promise<SheetDraft> => (await desk.ask('getSheetDraft', { query: asked })).body
  const issue = (digest: string) => desk.ask('postSheet', { body: { ...asked, year: 2026, digest } })

  test('is made of the figures that were there on its day', async () => {
    const { facts, gongwen } = await draft()
    expect(facts).toMatchObject({
      answer: 'no',
      until: '2026-06-30',
      items: { total: 1, closed: 0, open: 1, overdue: 1 },
      commitments: [{ unit: '松岗镇', now: 0.8, stand: 'missed' }],
    })
    const standings = facts.indicators.map(i => [i.name, i.verdict, i.points, i.source])
    expect(standings).toEqual([
      ['一般公共预算收入', 'on', 6.5, '县财政局'],
      ['招商到位资金', 'behind', -19, '县财政局'],
      ['单位GDP能耗', 'unknown', null, null],
      ['防汛预案印发', 'behind', null, '县财政局'],
    ])
    expect(facts.indicators.at(-1)!.sentence).toBe('防汛预案印发：应于2026年5月31日前完成，至6月底尚未报告完成。')
    expect(gongwen.title).toBe('青禾县2026年上半年工作答卷')
  })

  test('tells the projects as they stood when the half-year ended and as they were known on its day', async () => {
    const { facts } = (await draft()) as unknown as { facts: SheetFacts }
    expect(facts.projects).toEqual({
      stages: [
        { stage: 'lead', items: 1, sums: [{ amount: '100000000', currency: 'CNY' }], yuan: '100000000' },
        {
          stage: 'signed',
          items: 2,
          sums: [
            { amount: '300000000', currency: 'CNY' },
            { amount: '10000000', currency: 'USD' },
          ],
          yuan: '370000000',
        },
      ],
      all: {
        items: 3,
        sums: [
          { amount: '400000000', currency: 'CNY' },
          { amount: '10000000', currency: 'USD' },
        ],
        yuan: '470000000',
      },
      signed: { items: 1, sums: [{ amount: '10000000', currency: 'USD' }], yuan: '70000000' },
      started: { items: 0, sums: [], yuan: '0' },
      rates: [{ currency: 'USD', on: '2026-06-01', rate: '7', source: '外汇交易中心' }],
      missing: [],
      unsummed: [],
      unsure: [],
      laggards: [{ unit: '县财政局', number: idle, title: '禾源冷链物流', idle: 222, dueOn: null, daysOverdue: 0 }],
    })
    const later = await desk.ask('getSheetDraft', { query: { kind: 'half', year: '2026', asOf: '2026-08-10' } })
    expect((later.body.facts as unknown as SheetFacts).projects).toMatchObject({ signed: { items: 2 }, started: { items: 0 } })
    const year = await desk.ask('getSheetDraft', { query: { kind: 'year', year: '2026', asOf: '2026-08-10' } })
    expect(year.body.gongwen.title).toBe('青禾县2026年全年工作答卷')
    expect((year.body.facts as unknown as SheetFacts).projects).toMatchObject({ signed: { items: 2 }, started: { items: 1 } })
  })

  test('goes out only as it was seen', async () => {
    expect(await issue('0'.repeat(64))).toMatchObject({ status: 409, body: { code: 'sheet-changed' } })
  })

  test('issued twice is one file, to the byte, and later data change nothing of it', async () => {
    const { digest } = await draft()
    const first = await issue(digest)
    expect(first.status).toBe(201)
    const file = await desk.ask('getSheetDocx', { params: { id: first.body.id } })
    expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(first.body.sha256)

    const again = await issue((await draft()).digest)
    expect(again.body).toMatchObject({ id: first.body.id, sha256: first.body.sha256 })
    expect((await draft()).issued).toMatchObject({ id: first.body.id })

    // A correction of what was reported, known only after the sheet's day.
    await tell(revenue, WHOLE, 6, 4.1, '2026-08-03')
    // And a project that goes on, and is told of with another sum.
    const target = { kind: 'item' as const, id: late.id }
    ok(
      await act(
        db,
        officer,
        target,
        { command: 'amend', fields: { sum: { amount: '900000000', currency: 'CNY' } }, words: '补充协议' },
        on('2026-08-05'),
      ),
    )
    expect((await draft()).digest).toBe(digest)
    const later = await desk.ask('getSheetDraft', { query: { ...asked, asOf: '2026-08-10' } })
    expect((later.body.facts as unknown as SheetFacts).indicators[0]).toMatchObject({ value: 4.1, verdict: 'behind' })
    const kept = await desk.ask('getSheet', { params: { id: first.body.id } })
    expect((kept.body.facts as unknown as SheetFacts).indicators[0]).toMatchObject({ value: 5.65, verdict: 'on' })
    expect((await desk.ask('getSheetDocx', { params: { id: first.body.id } })).bytes.equals(file.bytes)).toBe(true)
    expect((await desk.ask('listSheets')).body.sheets).toHaveLength(1)
  })

  test('says which goals were moved, and that a target that was lowered was', async () => {
    const target = {
      indicatorId: revenue,
      unitId: WHOLE,
      year: 2026,
      kind: 'target' as const,
      value: 9,
      base: null,
      phasing: null,
      dueOn: null,
    }
    ok(await act(db, officer, { kind: 'target' }, { command: 'set', targets: [{ ...target, seen: 1, why: '预算调整' }] }, on('2026-07-21')))
    expect((await desk.ask('getSheetDraft', { query: { ...asked, asOf: '2026-07-20' } })).body.facts.revised).toEqual([])
    const { body } = await desk.ask('getSheetDraft', { query: { ...asked, asOf: '2026-07-21' } })
    expect(body.facts.revised).toMatchObject([{ unit: null, was: { value: 10 }, now: { value: 9 }, on: '2026-07-21', why: '预算调整' }])
  })

  test('a unit renamed, an indicator renamed and retired and a deadline moved later change neither what was issued nor what its day would show', async () => {
    const { digest } = await draft()
    const { id } = (await desk.ask('listSheets')).body.sheets[0]!
    const [page, file] = [await desk.ask('getSheet', { params: { id } }), await desk.ask('getSheetDocx', { params: { id } })]
    const admin = await aPerson(db, [{ role: 'system_admin', unitId: null }])
    ok(await act(db, admin, { kind: 'unit', id: finance }, { command: 'change', unit: { name: '县财政和国资局' } }))
    const { version } = (await desk.ask('listIndicators')).body.indicators.find(i => i.id === revenue)!
    const change = { name: '财政收入', retired: true }
    ok(await act(db, officer, { kind: 'indicator', id: revenue }, { command: 'change', version, indicator: change }))
    const target = { kind: 'item' as const, id: dredging }
    ok(await act(db, officer, target, { command: 'extend', dueOn: '2026-12-31', words: '汛期延后' }, on('2026-08-06')))
    ok(await act(db, officer, target, { command: 'suspend', words: '等待规划', until: null }, on('2026-08-07')))

    expect((await draft()).digest).toBe(digest)
    expect((await desk.ask('getSheet', { params: { id } })).body).toEqual(page.body)
    expect((await desk.ask('getSheetDocx', { params: { id } })).bytes.equals(file.bytes)).toBe(true)
    const { body } = await desk.ask('getSheetDraft', { query: { ...asked, asOf: '2999-01-01' } })
    expect(body.facts.retired).toEqual(['财政收入'])
    expect(body.facts.indicators.map(i => [i.name, i.source])).toEqual([
      ['招商到位资金', '县财政和国资局'],
      ['单位GDP能耗', null],
      ['防汛预案印发', '县财政和国资局'],
    ])
    expect(body.facts.laggards).toMatchObject([{ dueOn: '2026-05-31' }])
  })

  test('issued by two at the same moment is one', async () => {
    const later = { ...asked, asOf: '2026-07-21' }
    const { digest } = (await desk.ask('getSheetDraft', { query: later })).body
    const both = await Promise.all([1, 2, 3].map(() => desk.ask('postSheet', { body: { ...later, year: 2026, digest } })))
    expect(both.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1)
  })

  test('is the same to the byte in another time zone', async () => {
    const docx = async () => Buffer.from(await gongwen((await draft()).gongwen))
    const here = await docx()
    const before = process.env.TZ
    process.env.TZ = 'America/New_York'
    try {
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(300)
      expect((await docx()).equals(here)).toBe(true)
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })

  test('of a county that keeps nothing says so and concludes nothing', async () => {
    await aJurisdiction(db, '990125', '禾川县')
    const appointments = [{ role: 'officer' as const, unitId: null }]
    const there = await aPerson(db, appointments, { jurisdiction: '990125', username: 'bare' })
    const bare = await signedIn(server, db, there, 'bare')
    const { gongwen: paper } = (await bare.ask('getSheetDraft', { query: asked })).body
    expect(paper.blocks.map(b => (b.kind === 'table' ? b.caption : b.text))).toEqual([
      '本答卷所列指标为截至2026年7月20日已上报的数据，事项和承诺截至2026年6月30日；各数均列明来源，此后的变动不计入。',
      '一、结论',
      '禾川县尚未设定考核指标，是否实现“双过半”不能下结论。',
      '本期没有督办事项。',
      '二、主要指标',
      '没有设定目标的指标。',
      '三、督办事项',
      '本期没有督办事项。',
    ])
  })

  test('is not made for a year that has not begun', async () => {
    expect(await desk.ask('getSheetDraft', { query: { ...asked, asOf: '2025-12-31' } })).toMatchObject({
      status: 422,
      body: { code: 'invalid', facts: { field: 'asOf', rule: 'before-year' } },
    })
  })

  test('is withdrawn with a reason by the office alone, stays to the byte, and is not issued again', async () => {
    const { digest } = await draft()
    const { sheets } = (await desk.ask('listSheets')).body
    const { id, title } = sheets.find(one => one.asOf === '2026-07-20')!
    const params = { id }
    const file = await desk.ask('getSheetDocx', { params })
    const leader = await signedIn(server, db, await aPerson(db, [{ role: 'leader', unitId: null }], { username: 'lead' }), 'lead')
    expect((await leader.ask('getSheet', { params })).status).toBe(200)
    expect((await leader.ask('withdrawSheet', { params, body: { words: '不好看' } })).status).toBe(403)
    expect(await desk.ask('withdrawSheet', { params, body: { words: ' ' } })).toMatchObject({
      status: 422,
      body: { code: 'reason-needed' },
    })

    const done = await desk.ask('withdrawSheet', { params, body: { words: '财政数据有误' } })
    expect(done).toMatchObject({ status: 200, body: { id, title, withdrawn: { by: officer.name, why: '财政数据有误' } } })
    expect((await desk.ask('withdrawSheet', { params, body: { words: '再撤' } })).body).toMatchObject({ code: 'sheet-withdrawn' })
    const after = await desk.ask('getSheetDocx', { params })
    expect(after.bytes.equals(file.bytes)).toBe(true)
    expect(after.headers['content-disposition']).toContain(encodeURIComponent('已撤回'))
    expect(await draft()).toMatchObject({ digest, issued: { id, withdrawn: true } })
    expect(await issue(digest)).toMatchObject({ status: 409, body: { code: 'sheet-withdrawn' } })

    // With a later day it is another one, and the withdrawn one names it.
    const later = { ...asked, asOf: '2026-08-09' }
    const next = await desk.ask('getSheetDraft', { query: later })
    const again = await desk.ask('postSheet', { body: { ...later, year: 2026, digest: next.body.digest } })
    expect(again).toMatchObject({ status: 201, body: { withdrawn: null, later: null } })
    expect((await desk.ask('getSheet', { params })).body.later).toBe(again.body.id)
  })

  test('cannot be changed or taken away by the serving role', async () => {
    const client = await db.pool.connect()
    try {
      await client.query(`select set_config('luoshi.jurisdiction', '990124', false), set_config('luoshi.scope', 'all', false)`)
      await expect(client.query(`update sheet set title = 'x'`)).rejects.toThrow(/permission denied/)
      await expect(client.query('delete from sheet')).rejects.toThrow(/permission denied/)
      await expect(client.query(`update sheet_withdrawal set why = 'x'`)).rejects.toThrow(/permission denied/)
      await expect(client.query('delete from sheet_withdrawal')).rejects.toThrow(/permission denied/)
    } finally {
      client.release(true)
    }
  })
})
