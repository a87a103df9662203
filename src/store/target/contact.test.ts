// An address is the person's when he gives back the code that went there; guesses are few, and nobody sets another's.
import { beforeEach, expect, test } from 'vitest'
import { aJurisdiction, anActor, aPerson, ok } from '../../../test/build.ts'
import { aDatabase, asOwner } from '../../../test/database.ts'
import type { Actor } from '../../core/types.ts'
import { act } from '../act.ts'
import { getContact } from '../contact.ts'
import { read } from '../db.ts'
import type { ContactCommand } from './contact.ts'

const db = await aDatabase()
await aJurisdiction(db)
let person: Actor
beforeEach(async () => {
  person = await aPerson(db, [])
})

const NOW = '2026-06-15T02:00:00.000Z'
const minutes = (n: number): string => new Date(Date.parse(NOW) + n * 60_000).toISOString()
const as = (actor: Actor, command: ContactCommand, now = NOW) =>
  act(db, actor, { kind: 'contact', personId: person.personId }, command, { now })
const asked = (address = 'a@example.com'): ContactCommand => ({
  command: 'ask',
  address,
  codeHash: 'right',
  letter: { title: 'x', lines: [], foot: null },
})
const shown = () => read(db, person, tx => getContact(tx, person.personId))

test('an address counts only when its code came back', async () => {
  ok(await as(person, asked()))
  expect(await shown()).toMatchObject({ address: null, pending: 'a@example.com' })
  expect(ok(await as(person, { command: 'confirm', codeHash: 'wrong' }))).toEqual({ left: 4 })
  expect(ok(await as(person, { command: 'confirm', codeHash: 'right' }, minutes(29)))).toEqual({ left: null })
  expect(await shown()).toMatchObject({ address: 'a@example.com', pending: null })
  ok(await as(person, { command: 'forget' }))
  expect(await shown()).toMatchObject({ address: null, pending: null })
})

test('a code is of no use after half an hour, after five guesses, or twice', async () => {
  ok(await as(person, asked()))
  expect(await as(person, { command: 'confirm', codeHash: 'right' }, minutes(31))).toMatchObject({ refused: 'code-expired' })
  ok(await as(person, asked(), minutes(32)))
  for (let n = 0; n < 5; n++) ok(await as(person, { command: 'confirm', codeHash: 'wrong' }, minutes(33)))
  expect(await as(person, { command: 'confirm', codeHash: 'right' }, minutes(33))).toMatchObject({ refused: 'code-expired' })
  ok(await as(person, asked(), minutes(34)))
  ok(await as(person, { command: 'confirm', codeHash: 'right' }, minutes(35)))
  expect(await as(person, { command: 'confirm', codeHash: 'right' }, minutes(35))).toMatchObject({ refused: 'code-expired' })
})

test('codes are not sent one after the other', async () => {
  ok(await as(person, asked()))
  expect(await as(person, asked('b@example.com'), minutes(0.5))).toMatchObject({ refused: 'code-recently', facts: { seconds: 30 } })
  expect(await shown()).toMatchObject({ pending: 'a@example.com' })
})

test('only he himself and the system administrator set it, and the record does not say to what', async () => {
  for (const other of [anActor('officer'), anActor('security_admin'), anActor('audit_admin')])
    expect(await as(other, { command: 'forget' })).toMatchObject({ refused: 'not-allowed' })
  expect(await as(person, { command: 'assign', address: 'own@example.com' })).toMatchObject({ refused: 'not-allowed' })
  ok(await as(anActor('system_admin'), { command: 'assign', address: 'given@example.com' }))
  expect(await shown()).toMatchObject({ address: 'given@example.com' })
  const records = await asOwner<{ body: string; summary: string; action: string }>(
    db,
    `select action, summary, body from audit where action like 'contact.%'`,
  )
  expect(records.map(r => r.action)).toContain('contact.assign')
  expect(JSON.stringify(records)).not.toContain('example.com')
})

test('what is not set stands at its default, and is kept when it is', async () => {
  expect(await shown()).toEqual({ quietFrom: 1200, quietUntil: 480, daysOff: true, digestDay: 1, address: null, pending: null })
  ok(await as(person, { command: 'settle', quietFrom: 1110, quietUntil: 540, daysOff: false, digestDay: 3 }))
  expect(await shown()).toMatchObject({ quietFrom: 1110, quietUntil: 540, daysOff: false, digestDay: 3 })
})
