import { expect, test } from 'vitest'
import type { IndicatorView } from '../../core/contract/indicator.ts'
import { BLANK, changedFields, draftOf, upon } from './draft.ts'

const view = (more: Partial<IndicatorView>): IndicatorView =>
  ({
    ...BLANK,
    id: 'i',
    version: 1,
    retired: false,
    sourceUnit: null,
    frame: null,
    aliases: [],
    decimals: 2,
    weight: 1,
    ...more,
  }) as IndicatorView

test('what another changed meanwhile stays, and what was typed stands upon it', () => {
  const base = draftOf(view({ name: '供水总量', unit: '吨' }))
  const draft = { ...base, name: '供水量', aliases: '供水 用水' }
  expect(changedFields(base, draft)).toEqual(['name', 'aliases'])
  const later = view({ name: '供水总量', unit: '万吨', frequency: 'quarter', version: 2 })
  const merged = upon(later, { version: 1, base, draft })
  expect(merged).toMatchObject({ version: 2, draft: { name: '供水量', unit: '万吨', frequency: 'quarter', aliases: '供水 用水' } })
  expect(changedFields(merged.base, merged.draft)).toEqual(['name', 'aliases'])
})
