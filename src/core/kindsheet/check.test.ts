// Sheets as offices keep them: titles above, merged heads, 万元 and 亿美元, totals, unknown units, rows that are there already.
import { expect, test } from 'vitest'
import type { Grid } from '../table/grid.ts'
import { checkSheet } from './check.ts'
import { type KnownItem, NO_SHEET_FIXES, type SheetFixes, type SheetWorld } from './world.ts'

const TRADE = '11111111-1111-4111-8111-111111111111'
const WATER = '22222222-2222-4222-8222-222222222222'

const known: KnownItem = {
  id: '33333333-3333-4333-8333-333333333333',
  number: '招〔2026〕3号',
  title: '云岭冷链物流园',
  version: 4,
  stage: 'negotiating',
  stageOn: '2026-03-01',
  leadUnitId: TRADE,
  fields: { investor: '恒远冷链有限公司', sum: { amount: '200000000', currency: 'CNY' }, taskForce: '冷链专班' },
}

const world: SheetWorld = {
  kind: 'project',
  units: [
    { id: TRADE, name: '县商务局', names: ['县商务局', '商务局'] },
    { id: WATER, name: '县水利局', names: ['县水利局'] },
  ],
  items: [known],
  place: '青禾县',
  today: '2026-11-23',
  remembered: new Map(),
}

const grid = (...rows: string[][]): Grid => ({ sheet: '台账', rows, merged: [] })
const HEAD = ['序号', '项目名称', '投资方', '总投资（万元）', '用地（亩）', '签约时间', '协议类型', '进展阶段', '责任单位', '备注']
const row = (...cells: string[]) => cells
const check = (rows: string[][], fixes: Partial<SheetFixes> = {}) =>
  checkSheet([grid(['青禾县招商引资项目台账'], HEAD, ...rows)], world, { ...NO_SHEET_FIXES, ...fixes })

test('a new row carries its facts, its stage, its unit, and what no fact takes', () => {
  const [first] = check([
    row('1', '青禾粮油精深加工', '丰泽粮油集团', '35000', '120', '2026年4月8日', '正式合同', '已签约', '青禾县商务局', '需增容'),
  ]).rows
  expect(first).toMatchObject({
    at: '台账!B3',
    state: 'new',
    stage: 'signed',
    leadUnitId: TRADE,
    fields: {
      investor: '丰泽粮油集团',
      sum: { amount: '350000000', currency: 'CNY' },
      land: 120,
      signedOn: '2026-04-08',
      signedAs: 'formal',
    },
    extra: { 备注: '需增容' },
    problems: [],
  })
})

test('a sum in the cell goes before the measure of the column, with its own currency', () => {
  const [first] = check([row('1', '云岭电池材料', '望澜新材', '1.2亿美元', '', '', '', '线索', '', '')]).rows
  expect(first!.fields.sum).toEqual({ amount: '120000000', currency: 'USD' })
})

test('totals and what was left out by hand are left and named; a heading between the rows is no row', () => {
  const { rows } = check(
    [row('', '一、制造业'), row('1', '甲项目', '甲公司'), row('合计', '', '', '35000'), row('2', '乙项目', '乙公司')],
    { rows: [{ at: '台账!B6', leave: true }] },
  )
  expect(rows.map(r => [r.title, r.state, r.reason])).toEqual([
    ['甲项目', 'new', null],
    ['', 'left', 'total'],
    ['乙项目', 'left', 'by-hand'],
  ])
})

test('an unknown unit is asked for once, and the answer holds for every row', () => {
  const rows = [
    row('1', '甲项目', '甲公司', '', '', '', '', '', '县招商中心'),
    row('2', '乙项目', '乙公司', '', '', '', '', '', '县招商中心'),
  ]
  expect(check(rows).rows.map(r => [r.state, r.problems[0]?.code, r.problems[0]?.text])).toEqual([
    ['decide', 'no-unit', '县招商中心'],
    ['decide', 'no-unit', '县招商中心'],
  ])
  expect(check(rows, { names: [{ text: '县招商中心', unitId: TRADE }] }).rows.map(r => [r.state, r.leadUnitId])).toEqual([
    ['new', TRADE],
    ['new', TRADE],
  ])
  expect(check(rows, { names: [{ text: '县招商中心', unitId: null }] }).rows.map(r => [r.state, r.leadUnitId])).toEqual([
    ['new', null],
    ['new', null],
  ])
})

test('a row that is there already says only what differs', () => {
  const [same, changed] = checkSheet(
    [grid(HEAD, row('1', '云岭冷链物流园', '恒远冷链有限公司', '20000'), row('2', '云岭冷链物流园', '恒远冷链有限公司', '26000'))],
    world,
    { ...NO_SHEET_FIXES, rows: [{ at: '台账!B3', itemId: known.id }] },
  ).rows
  expect([same!.state, same!.itemId]).toEqual(['same', known.id])
  expect(changed).toMatchObject({
    state: 'changed',
    version: 4,
    fields: { sum: { amount: '260000000', currency: 'CNY' } },
    was: { sum: { amount: '200000000', currency: 'CNY' } },
  })
})

test('the second row of a name is asked about', () => {
  const { rows } = check([row('1', '甲项目', '甲公司'), row('2', '甲 项目', '甲公司')])
  expect(rows.map(r => [r.state, r.reason])).toEqual([
    ['new', null],
    ['decide', 'twice'],
  ])
})

test('a stage without its evidence says what is missing and where the row fits', () => {
  const [first] = check([row('1', '甲项目', '甲公司', '100', '', '', '', '已签约')]).rows
  expect(first).toMatchObject({ state: 'decide', reason: 'evidence', facts: { fields: 'signedAs,signedOn', fits: 'lead' } })
  expect(
    check([row('1', '甲项目', '甲公司', '100', '', '', '', '已签约')], { rows: [{ at: '台账!B3', stage: 'lead' }] }).rows[0],
  ).toMatchObject({
    state: 'new',
    stage: 'lead',
  })
})

test('a day, a sum or a choice that cannot be read is asked about, and what is said instead holds', () => {
  const rows = [row('1', '甲项目', '甲公司', '若干', '', '2026年4月', '口头')]
  expect(check(rows).rows[0]!.problems.map(p => [p.at, p.field, p.code])).toEqual([
    ['台账!D3', 'sum', 'no-figure'],
    ['台账!F3', 'signedOn', 'no-day'],
    ['台账!G3', 'signedAs', 'no-choice'],
  ])
  const cells = [
    { at: '台账!D3', value: '3亿元' },
    { at: '台账!F3', value: null },
    { at: '台账!G3', value: '框架协议' },
  ]
  expect(check(rows, { cells }).rows[0]).toMatchObject({
    state: 'new',
    fields: { sum: { amount: '300000000', currency: 'CNY' }, signedAs: 'framework' },
  })
})

test('the measure stands above the table, or is asked for', () => {
  const bare = ['项目名称', '投资方', '总投资']
  const rows = [bare, ['甲项目', '甲公司', '3.5']]
  expect(checkSheet([grid(['单位：亿元'], ...rows)], world, NO_SHEET_FIXES).rows[0]!.fields.sum).toEqual({
    amount: '350000000',
    currency: 'CNY',
  })
  const asked = checkSheet([grid(...rows)], world, NO_SHEET_FIXES)
  expect(asked.rows[0]!.problems[0]).toMatchObject({ code: 'no-measure', text: '3.5' })
  const fixed = checkSheet([grid(...rows)], world, {
    ...NO_SHEET_FIXES,
    measures: [{ table: asked.layouts[0]!.at, column: 2, measure: '亿元' }],
  })
  expect(fixed.rows[0]!.fields.sum).toEqual({ amount: '350000000', currency: 'CNY' })
})

test('a column is what the person says it is, and that is remembered by the header', () => {
  const rows = [
    ['项目名称', '投资方', '谁在跟'],
    ['甲项目', '甲公司', '县水利局'],
  ]
  const first = checkSheet([grid(...rows)], world, NO_SHEET_FIXES)
  expect(first.rows[0]!.extra).toEqual({ 谁在跟: '县水利局' })
  const { at, signature } = first.layouts[0]!
  const said = checkSheet([grid(...rows)], world, { ...NO_SHEET_FIXES, columns: [{ table: at, column: 2, to: 'leadUnit' }] })
  expect(said.rows[0]).toMatchObject({ leadUnitId: WATER, extra: {} })
  const remembered = new Map([
    [signature, { columns: [{ column: 2, to: 'leadUnit' as const }], names: [], by: '沈一诺', at: '2026-11-01' }],
  ])
  expect(checkSheet([grid(...rows)], { ...world, remembered }, NO_SHEET_FIXES).rows[0]!.leadUnitId).toBe(WATER)
})

test('what is most probably there already under another name is asked about: it is that one, or another', () => {
  const rows = [row('1', '青禾县云岭冷链物流园建设项目（一期）', '恒远冷链公司', '26000')]
  expect(check(rows).rows[0]).toMatchObject({ state: 'decide', reason: 'likely', facts: { id: known.id, title: '云岭冷链物流园' } })
  expect(check(rows, { rows: [{ at: '台账!B3', itemId: known.id }] }).rows[0]).toMatchObject({ state: 'changed', itemId: known.id })
  expect(check(rows, { rows: [{ at: '台账!B3', itemId: null }] }).rows[0]).toMatchObject({ state: 'new', itemId: null })
})
