import { expect, test } from 'vitest'
import { faultOfItem, type ItemDraft, itemOf } from './draft.ts'

const item = (parts: Partial<ItemDraft> = {}): ItemDraft => ({
  id: 'a',
  name: '城镇新增就业',
  indicatorId: null,
  measure: ' ',
  direction: 'up',
  weight: '１２.５',
  cap: '110',
  clearedWhy: '',
  ...parts,
})

test('figures are kept as people type them, full-width ones too; an empty description is none', () => {
  expect(itemOf(item())).toMatchObject({ weight: 12.5, cap: 1.1, measure: null })
})

test('a reason clears what is flagged, in the words it was given for; too short a one clears nothing', () => {
  const flagged = { name: '批示件数', clearedWhy: '考核的是批示交办事项的办结数' }
  expect(itemOf(item(flagged))).toMatchObject({ clearedWhy: flagged.clearedWhy, cleared: { why: flagged.clearedWhy, words: '批示件数\n' } })
  expect(itemOf(item({ ...flagged, clearedWhy: '不是' }))).toMatchObject({ clearedWhy: null, cleared: null })
  expect(itemOf(item({ clearedWhy: flagged.clearedWhy }))).toMatchObject({ clearedWhy: null, cleared: null })
})

test.each<[string, Partial<ItemDraft>, string | null]>([
  ['a sound one', {}, null],
  ['without a name', { name: ' 就' }, 'name'],
  ['without a weight', { weight: '十分' }, 'weight'],
  ['with a weight of zero', { weight: '0' }, 'weight'],
  ['with a cap below a tenth', { cap: '5' }, 'cap'],
  ['with no cap at all', { cap: '' }, 'cap'],
])('an item %s says what is to be mended', (_, parts, fault) => expect(faultOfItem(item(parts))).toBe(fault))
