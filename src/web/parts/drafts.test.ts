import { expect, test } from 'vitest'
import type { DraftView } from '../../core/contract/document.ts'
import { conflictsOf } from './drafts.ts'

const theirs = (more: Partial<DraftView>): DraftView => ({
  index: 2,
  version: 4,
  chosen: true,
  slogan: false,
  title: '整治河道',
  topic: 'environment',
  leadUnitId: 'water',
  coUnitIds: [],
  dueOn: null,
  measure: null,
  suggestions: [],
  editedBy: '陆一鸣',
  itemId: null,
  ...more,
})

test('another value in the same field is a conflict that names both values and the other person', () => {
  const mine = { change: { leadUnitId: 'housing' }, base: { leadUnitId: null } }
  expect(conflictsOf(2, mine, theirs({}))).toEqual([{ index: 2, field: 'leadUnitId', mine: 'housing', theirs: 'water', by: '陆一鸣' }])
})

test('the same value, or a change of another field, is no conflict', () => {
  expect(conflictsOf(2, { change: { leadUnitId: 'water' }, base: { leadUnitId: null } }, theirs({}))).toEqual([])
  expect(conflictsOf(2, { change: { title: '整治北渠' }, base: { title: '整治河道' } }, theirs({}))).toEqual([])
})

test('my own write whose answer was lost is not taken for another person’s', () => {
  expect(conflictsOf(2, { change: { coUnitIds: ['a'] }, base: { coUnitIds: [] } }, theirs({ coUnitIds: ['a'] }))).toEqual([])
})
