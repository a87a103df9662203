// A township below the county as its administrators set it up: for journeys of two jurisdictions.
import { expect } from 'vitest'
import type { JurisdictionTree } from '../../src/core/contract/jurisdiction.ts'
import { PASSWORD, signIn, type Visitor, visit } from './browser.ts'
import { ask, mark } from './county.ts'

const FIRST = 'Erstens-2026'
export const OFFICE = '农业服务中心'

export interface Lower {
  officer: string
  liaison: string
}

/** The township as its administrators set it up: one unit, an officer and a liaison, who have chosen their passwords. */
export async function aTownship(place: { id: string; name: string }): Promise<Lower> {
  const word = mark()
  const county = (await visit('system')).context
  const { lower } = await ask<JurisdictionTree>(county, 'listJurisdictions')
  expect(lower.map(l => l.id)).not.toContain(place.id)
  const { token } = await ask<{ token: string }>(county, 'postInvitation', { body: place })
  const one = (role: string, name: string) => ({ username: `${role}.${word}`, name, password: PASSWORD })
  const administrators = { system: one('sys', '田野'), security: one('sec', '方圆'), audit: one('aud', '言明') }
  const nobody = (await visit(null)).context
  await ask(nobody, 'postSetup', { body: { token, jurisdiction: place, administrators } })

  const system = (await visit(null)).context
  const security = (await visit(null)).context
  await signIn(system, administrators.system.username)
  await signIn(security, administrators.security.username)
  const unit = { name: OFFICE, kind: 'institution', parentId: null, duties: '高标准农田建设' }
  const { id: unitId } = await ask<{ id: string }>(system, 'postUnit', { body: unit })
  const appointed = async (role: string, name: string, unit: string | null) => {
    const username = `${role}.${word}`
    const { id } = await ask<{ id: string }>(system, 'postAccount', { body: { username, name, password: FIRST } })
    await ask(security, 'putAppointments', { params: { id }, body: { appointments: [{ role, unitId: unit }] } })
    const own = (await visit(null)).context
    await signIn(own, username, FIRST)
    await ask(own, 'changePassword', { body: { currentPassword: FIRST, newPassword: PASSWORD } })
    return username
  }
  return { officer: await appointed('officer', '林间', null), liaison: await appointed('liaison', '禾苗', unitId) }
}

export async function come(username: string, options: Parameters<typeof visit>[1] = {}): Promise<Visitor> {
  const visitor = await visit(null, options)
  await signIn(visitor.context, username)
  return visitor
}
