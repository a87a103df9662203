// The rules and the calendar of the jurisdiction: shown, changed, a file of holidays checked and loaded; the lights follow at once.

import { dayOf } from '../../core/day.ts'
import { readHolidays, yearChanges } from '../../core/holiday.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { act } from '../../store/act.ts'
import { read } from '../../store/db.ts'
import { relight } from '../../store/relight.ts'
import { loadedYears, rulesNow } from '../../store/rules.ts'
import type { Handlers, Upload } from '../call.ts'
import { type Desk, DeskFault } from '../desk.ts'

export const rulesRoutes = {
  async getRules({ house, actor }) {
    return read(house.db, actor, async tx => {
      const [now, years] = await Promise.all([rulesNow(tx), loadedYears(tx)])
      return { ...now, years }
    })
  },

  async putRules({ house, actor, body: { version, rules } }) {
    const done = await act(house.db, actor, { kind: 'rules', seen: version }, { command: 'change', rules })
    return isRefusal(done) ? done : { relit: await relight(house.db, actor.jurisdiction, dayOf(Date.now())) }
  },

  async previewCalendar({ house, actor, upload }) {
    if (!upload) return refuse('invalid', { field: 'file', rule: 'required' })
    const rows = await rowsOf(house.desk, upload)
    if (isRefusal(rows)) return rows
    const { days, faults } = readHolidays(rows)
    const years = await read(house.db, actor, loadedYears)
    const before = years.flatMap(year => year.days)
    return { name: upload.name, days, faults: faults.slice(0, MOST_FAULTS), years: yearChanges(before, days) }
  },

  async putCalendar({ house, actor, body: { version, days } }) {
    const done = await act(house.db, actor, { kind: 'calendar', seen: version }, { command: 'load', days })
    return isRefusal(done) ? done : { relit: await relight(house.db, actor.jurisdiction, dayOf(Date.now())) }
  },
} satisfies Pick<Handlers, 'getRules' | 'putRules' | 'previewCalendar' | 'putCalendar'>

const MOST_FAULTS = 50

/** The rows of an .xlsx or .csv, read on another thread. */
async function rowsOf(desk: Desk, { bytes }: Upload): Promise<string[][] | Refusal> {
  try {
    const rows = await desk.do('table', bytes)
    return 'code' in rows ? refuse('file-refused', { ...rows.facts, code: rows.code }) : rows
  } catch (error) {
    if (error instanceof DeskFault) return refuse('file-refused', { code: error.why })
    throw error
  }
}
