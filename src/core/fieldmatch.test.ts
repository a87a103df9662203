import { describe, expect, test } from 'vitest'
import { type AskedField, likeness, matchFields, named, plainName } from './fieldmatch.ts'

const field = (name: string, unit: string | null = null, period: AskedField['period'] = 'none') => named({ name, unit, period })
const reasonOf = (a: AskedField['name'], b: AskedField['name']) => matchFields([field(a)], [field(b)])[0]?.reason ?? null

describe('names of fields', () => {
  test.each([
    ['1.青禾县生猪存栏数（头）', '生猪存栏'],
    ['一、累计完成撂荒地整治面积', '完成撂荒地整治面积'],
    ['全县危房户数', '危房'],
    ['本月新增就业人数', '新增就业'],
    ['数量', '数量'],
  ])('%s is compared as %s', (name, plain) => {
    expect(plainName(name, '青禾县')).toBe(plain)
  })
  test.each([
    ['生猪存栏数', '生猪存栏（头）', 'name'],
    ['固投完成额', '固定资产投资', 'synonym'],
    ['财政收入', '一般公共预算收入', 'synonym'],
    ['高标准农田建设面积', '高标准农田面积', 'near'],
    ['生猪存栏', '生猪出栏', null],
    ['危房改造户数', '信访件数', null],
  ])('%s and %s: %s', (a, b, reason) => {
    expect(reasonOf(a, b)).toBe(reason)
  })
  test('are as like as the threes of letters that they share', () => {
    expect(likeness('生猪存栏', '生猪存栏')).toBe(1)
    expect(likeness('生猪存栏', '义务教育')).toBe(0)
  })
})

describe('the same number', () => {
  test('has the same unit, whatever the magnitude, and the same period', () => {
    const asked = [field('财政收入', '万元', 'month')]
    expect(matchFields(asked, [field('一般公共预算收入', '亿元', 'month')])[0]).toMatchObject({ same: true, reason: 'synonym' })
    expect(matchFields(asked, [field('财政收入', '%', 'month')])[0]).toMatchObject({ same: false })
    expect(matchFields(asked, [field('财政收入', '万元', 'year')])[0]).toMatchObject({ same: false })
  })
  test('comes before one that is only near', () => {
    const [match] = matchFields([field('粮食产量', '吨', 'year')], [field('粮食产量预计', '吨', 'year'), field('粮食总产量', '吨', 'year')])
    expect(match).toMatchObject({ b: 1, same: true })
  })
  test('is found by any of the names of what is held', () => {
    const held = { names: ['规模以上工业增加值', '工业增加值'], unit: '%', period: 'month' as const }
    expect(matchFields([field('工业增加值', '%', 'month')], [held])[0]).toMatchObject({ reason: 'name', same: true })
  })
})
