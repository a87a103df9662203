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
  ...parts,
})

test('figures are kept as people type them, full-width ones too; an empty description is none', () => {
  expect(itemOf(item())).toMatchObject({ weight: 12.5, cap: 1.1, measure: null })
})

test.each<[string, Partial<ItemDraft>, string | null]>([
  ['a sound one', {}, null],
  ['without a name', { name: ' 就' }, 'name'],
  ['without a weight', { weight: '十分' }, 'weight'],
  ['with a weight of zero', { weight: '0' }, 'weight'],
  ['with a cap below a tenth', { cap: '5' }, 'cap'],
  ['with no cap at all', { cap: '' }, 'cap'],
])('an item %s says what is to be mended', (_, parts, fault) => expect(faultOfItem(item(parts))).toBe(fault))
