import { expect, test } from 'vitest'
import type { Command } from './command.ts'
import { WEEK_ONLY } from './day.ts'
import { decide } from './decide.ts'
import { nextLook } from './look.ts'
import { offers } from './offer.ts'
import { isRefusal } from './refusal.ts'
import { UNTOUCHED } from './register.ts'
import { PLAIN_BOOK } from './rules.ts'
import type { Actor, Item } from './types.ts'

const officer: Actor = {
  personId: 'p1',
  name: '林知秋',
  jurisdiction: '990124',
  appointments: [{ role: 'officer', unitId: null }],
  unitIds: [],
}
const lesson: Item = {
  ...UNTOUCHED,
  id: 'l1',
  jurisdiction: '990124',
  number: '2026-0031',
  title: '要素保障实',
  topic: 'investment',
  urgency: 'ordinary',
  state: 'registered',
  version: 1,
  leadUnitId: 'reform',
  coUnitIds: [],
  dueOn: null,
  measure: null,
  source: null,
  registeredAt: '2026-06-01T02:00:00.000Z',
  kind: 'lesson',
  stage: 'noted',
  stageOn: '2026-06-01',
}

function done(item: Item, command: Command, day: string) {
  const fields = { seen: '签约当天选定地块', action: '建标准地储备库' }
  const out = decide(item, command, {
    actor: officer,
    now: `${day}T02:00:00.000Z`,
    book: PLAIN_BOOK,
    id: 'new',
    number: '2026-0040',
    fields,
  })
  if (isRefusal(out)) throw new Error(out.refused)
  return out
}
const adapt = (day: string) => done(lesson, { command: 'move', to: 'adapted', evidence: {}, words: null, fileIds: [] }, day).next
const look = (item: Item, day: string, result: 'kept' | 'relapsed' = 'kept') =>
  done(item, { command: 'recheck', result, words: '现场看了', fileIds: [] }, day)

test('a lesson that became an action is looked at after 30 and after 100 days', () => {
  const adapted = adapt('2026-06-01')
  expect(adapted).toMatchObject({ stage: 'adapted', recheckOn: '2026-07-01', rechecks: 0 })
  const once = look(adapted, '2026-07-01').next
  // 9 September is the hundredth day after 1 June, however late the first look was.
  expect(once).toMatchObject({ state: 'registered', recheckOn: '2026-09-09', rechecks: 1 })
  expect(look(adapted, '2026-07-20').next.recheckOn).toBe('2026-09-09')
  expect(look(once, '2026-09-09').next).toMatchObject({ recheckOn: null, rechecks: 2 })
})

test('a look whose day is past already is taken on the next working day', () => {
  expect(nextLook({ kind: 'lesson', stage: 'adapted', stageOn: '2026-06-01' }, 1, '2026-09-11', WEEK_ONLY)).toBe('2026-09-14')
})

test('an action that came to nothing asks for a new item, and the hundredth day stays', () => {
  const { next, born } = look(adapt('2026-06-01'), '2026-07-01', 'relapsed')
  expect(next).toMatchObject({ recheckOn: '2026-09-09', rechecks: 1 })
  expect(born?.next).toMatchObject({ kind: 'matter', followsId: 'l1', leadUnitId: 'reform' })
})

test('looks begin with the stage and end with it', () => {
  const settled = done(
    adapt('2026-06-01'),
    { command: 'move', to: 'settled', evidence: { result: '已成制度' }, words: null, fileIds: [] },
    '2026-07-01',
  )
  expect(settled.next).toMatchObject({ stage: 'settled', recheckOn: null })
  const draft = {
    title: '服务企业专',
    topic: 'investment',
    urgency: 'ordinary',
    leadUnitId: null,
    coUnitIds: [],
    dueOn: null,
    measure: null,
  } as const
  const detail = { kind: 'lesson', stage: 'adapted', fields: { action: '配首席服务员' } } as const
  const out = decide(
    null,
    { command: 'register', draft: { ...draft, coUnitIds: [] }, source: null, detail },
    { actor: officer, now: '2026-06-01T02:00:00.000Z', book: PLAIN_BOOK, id: 'l2', number: '2026-0032' },
  )
  expect(isRefusal(out) ? out : out.next.recheckOn).toBe('2026-07-01')
})

test('a stage without looks, and an open matter, are not looked at', () => {
  const at = '2026-07-01T02:00:00.000Z'
  expect(offers(lesson, officer, at).recheck).toBe('wrong-state')
  expect(offers(adapt('2026-06-01'), officer, at).recheck).toBeNull()
  expect(() => look(lesson, '2026-07-01')).toThrow('wrong-state')
  expect(() => look({ ...lesson, kind: 'matter', stage: null, stageOn: null }, '2026-07-01')).toThrow('wrong-state')
})
