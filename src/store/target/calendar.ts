// The calendar of working days as a target of `act`: each year in a file replaces that year; who has business data may not load it.
import { may } from '../../core/access.ts'
import { readHolidays, type SpecialDay, yearOf } from '../../core/holiday.ts'
import { refuse } from '../../core/refusal.ts'
import type { Kind, Write } from '../write.ts'
import { grown, lockVersion } from './rules.ts'

interface CalendarTarget {
  seen: number
}

interface CalendarCommand {
  command: 'load'
  days: SpecialDay[]
}

export const calendar: Kind<CalendarTarget, CalendarCommand, { version: number }, { version: number; years: number[] }> = {
  async load(tx, _target, _command, { actor }) {
    if (!may(actor, 'calendar.write')) return refuse('not-allowed', { action: 'calendar.write' })
    return { version: await lockVersion(tx) }
  },

  decide(found, { seen }, { days }, { actor, now }) {
    if (found.version !== seen) return refuse('stale-version', { seen, now: found.version, by: null })
    // What the preview showed may have been changed on its way: it is checked as the file was.
    const checked = readHolidays(days.map(({ day, kind, name }) => [day, kind, name]))
    if (checked.faults.length || !checked.days.length)
      return refuse('invalid', { field: 'days', rule: checked.faults[0]?.rule ?? 'required' })
    const years = [...new Set(days.map(d => yearOf(d.day)))].sort()
    const version = seen + 1
    const writes = years.map((year): Write => {
      const of = days.filter(d => yearOf(d.day) === year).sort((a, b) => (a.day < b.day ? -1 : 1))
      return [
        `insert into calendar_year (jurisdiction_id, year, days, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6)
         on conflict (jurisdiction_id, year) do update set days = excluded.days, by_id = excluded.by_id, by_name = excluded.by_name, at = excluded.at`,
        [actor.jurisdiction, year, JSON.stringify(of), actor.personId, actor.name, now],
      ]
    })
    return {
      value: { version, years },
      writes: [...grown(actor.jurisdiction), ...writes],
      entries: [
        {
          action: 'calendar.load',
          target: `calendar:${actor.jurisdiction}`,
          summary: years.join(' '),
          body: JSON.stringify({ days: days.map(d => `${d.day} ${d.kind}`) }),
        },
      ],
    }
  },
}
