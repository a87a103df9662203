import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FieldSpec, type FieldValue, fieldsFault, idsIn, isBlank, KIND, type Named, textOf } from './kind.ts'

const [UNIT, ITEM, FIGURE] = [1, 2, 3].map(n => `00000000-0000-4000-8000-00000000000${n}`) as [string, string, string]
const named: Named = {
  [UNIT]: { name: '县水利局', is: 'unit' },
  [ITEM]: { name: '赴云川考察', is: 'visit' },
  [FIGURE]: { name: '固定资产投资', is: 'indicator' },
}
const SPECS: Record<string, FieldSpec> = {
  aFlag: { type: 'flag' },
  aUnit: { type: 'unit' },
  theUnits: { type: 'units' },
  aVisit: { type: 'item', of: 'visit' },
  aRisk: { type: 'item', of: ['risk'] },
  aFigure: { type: 'indicator' },
  theFigures: { type: 'indicators' },
  aList: { type: 'list' },
}
const fields = KIND.visit.fields
beforeAll(() => void Object.assign(fields, SPECS))
afterAll(() => {
  for (const name of Object.keys(SPECS)) delete fields[name]
})

describe('a fact of each type', () => {
  const cases: [name: string, good: FieldValue, bad: FieldValue[]][] = [
    ['aFlag', true, ['true', 1]],
    ['aUnit', UNIT, [ITEM, '县水利局', [UNIT]]],
    ['theUnits', [UNIT], [UNIT, [UNIT, UNIT], [FIGURE]]],
    ['aVisit', ITEM, [UNIT, '赴云川考察']],
    ['aFigure', FIGURE, [UNIT]],
    ['theFigures', [FIGURE], [[UNIT], FIGURE]],
    ['aList', ['一网通办', '容缺受理'], ['一网通办', ['一', '一'], [' '], ['一\n二'], Array.from({ length: 101 }, (_, n) => `第${n}条`)]],
  ]
  it.each(cases)('%s', (name, good, bad) => {
    expect(fieldsFault('visit', { [name]: good }, named)).toBeNull()
    for (const value of bad)
      expect(fieldsFault('visit', { [name]: value }, named)).toMatchObject({ refused: 'invalid', facts: { field: name } })
  })
  it('is refused where the item is of another kind, or nobody saw it', () => {
    expect(fieldsFault('visit', { aRisk: ITEM }, named)).toMatchObject({ facts: { field: 'aRisk', rule: 'id' } })
    expect(fieldsFault('visit', { aUnit: UNIT })).toMatchObject({ facts: { field: 'aUnit', rule: 'id' } })
  })
})

it('the ids in facts are told with what they point at', () => {
  expect(idsIn('visit', { theUnits: [UNIT], aVisit: ITEM, aList: ['甲'], place: UNIT })).toEqual([
    { at: 'unit', id: UNIT, field: 'theUnits' },
    { at: 'item', id: ITEM, field: 'aVisit' },
  ])
})

it('an event keeps names and not ids', () => {
  expect(textOf([UNIT, ITEM], named)).toBe('县水利局；赴云川考察')
  expect(textOf(UNIT, named)).toBe('县水利局')
  expect(textOf(['甲', '乙'])).toBe('甲；乙')
})

it('an empty list says nothing', () => {
  expect([isBlank([]), isBlank(['甲']), isBlank(true)]).toEqual([true, false, false])
})
