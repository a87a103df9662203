// Importing units and people from a sheet: the sheet to fill in, its check, and its carrying out with first passwords that are given once.
import { dayOf } from '../../core/day.ts'
import { XLSX } from '../../core/media.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { checkRoster } from '../../core/roster.ts'
import type { PersonPlan } from '../../core/rosterperson.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { rosterWorld } from '../../store/roster.ts'
import { Drawn } from '../../store/target/roster.ts'
import { passwordSheet, personSheet, unitSheet } from '../../writer/rostersheet.ts'
import type { Handlers, House, Upload } from '../call.ts'
import { DeskFault } from '../desk.ts'
import { hashPassword, newPassword } from '../password.ts'

export const rosterRoutes = {
  async getRosterSheet({ house, actor, params, session }) {
    const today = dayOf(Date.now())
    const place = session.jurisdictionName
    const { units, people } = await read(house.db, actor, tx => rosterWorld(tx, [], today))
    const content = params.kind === 'units' ? unitSheet(units, place, today) : personSheet(people, units, place, today)
    const bytes = await house.desk.do('sheet', content)
    return { media: XLSX, name: `${content.title}.xlsx`, bytes, size: bytes.length }
  },

  async checkRoster({ house, actor, upload }) {
    const rows = await rowsOf(house, upload)
    if (isRefusal(rows)) return rows
    const check = checkRoster(rows, await read(house.db, actor, tx => rosterWorld(tx, rows, dayOf(Date.now()))))
    const { fault } = check
    if (fault !== null) return { fault, headers: check.headers, kind: null, missing: [], ignored: [], lines: [] }
    const { kind, missing, ignored, lines } = check
    return { fault, headers: [], kind, missing, ignored, lines }
  },

  async postRoster({ house, actor, session, upload, key }) {
    const rows = await rowsOf(house, upload)
    if (isRefusal(rows)) return rows
    const today = dayOf(Date.now())
    const world = await read(house.db, actor, tx => rosterWorld(tx, rows, today))
    const check = checkRoster(rows, world)
    const wanted = check.fault === null ? check.people.filter(p => p.username !== null) : []
    const passwords = new Map(wanted.map(p => [p.username!, newPassword()]))
    const drawn = new Drawn(
      new Map(await Promise.all([...passwords].map(async ([name, word]) => [name, await hashPassword(word)] as const))),
    )
    const done = await act(house.db, actor, { kind: 'roster' }, { command: 'import', file: upload!.name, rows, drawn }, { key })
    if (isRefusal(done)) return done
    house.sessions.forgetAll()
    const { run, ...counts } = done
    const unitOf = (p: PersonPlan): string => world.units.find(u => u.id === p.tenure?.unitId)?.name ?? ''
    // Sent again with the same key, it was carried out the first time, with the passwords of that time.
    const given = run === drawn.run && passwords.size > 0
    const first = new Map(
      wanted.map(p => [p.username!, { name: p.name, unit: unitOf(p), username: p.username!, password: passwords.get(p.username!)! }]),
    )
    const content = passwordSheet([...first.values()], session.jurisdictionName, today)
    const bytes = given ? await house.desk.do('sheet', content) : null
    return { ...counts, passwords: bytes && { name: `${content.title}${today}.xlsx`, bytes: Buffer.from(bytes).toString('base64') } }
  },
} satisfies Pick<Handlers, 'getRosterSheet' | 'checkRoster' | 'postRoster'>

async function rowsOf(house: House, upload: Upload | null): Promise<string[][] | Refusal> {
  if (!upload) return refuse('invalid', { field: 'file', rule: 'required' })
  const rows = await house.desk.do('rows', upload.bytes).catch((error: unknown) => {
    if (error instanceof DeskFault) return { code: error.why, facts: {} }
    throw error
  })
  return Array.isArray(rows) ? rows : refuse('file-refused', { ...rows.facts, code: rows.code })
}
