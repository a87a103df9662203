// One request as its page shows it: its form with what was merged into it, its check, who has answered, and what may be done with it.
import { may } from '../core/access.ts'
import { chargesOf } from '../core/burden.ts'
import type { RequestView } from '../core/contract/burden.ts'
import { daysOpen } from '../core/requestdue.ts'
import type { Actor, Day, Instant } from '../core/types.ts'
import { askingIn, checkRequest, dueOf, namesOf, requestById, requestsOf, wholeOf } from './request.ts'
import type { Tx } from './tx.ts'

export const LEADERS = `select distinct p.name from person p join appointment a on a.jurisdiction_id = p.jurisdiction_id and a.person_id = p.id
  where p.jurisdiction_id = $1 and not p.disabled and a.role = 'leader' and a.to_day is null order by p.name`
const ANSWERS = `select distinct on (due_on, unit_id) unit_id, due_on, at, by_name as by from request_answer where jurisdiction_id = $1 and item_id = $2
  order by due_on desc, unit_id, revision desc`

const MOST_DAYS = 6

export async function getRequest(tx: Tx, actor: Actor, id: string, today: Day): Promise<RequestView | null> {
  const place = tx.context.jurisdiction
  const request = await requestById(tx, id)
  if (!request) return null
  const [all, leaders, answers] = await Promise.all([
    requestsOf(tx),
    tx.rows<{ name: string }>(LEADERS, [place]),
    tx.rows<{ unitId: string; dueOn: Day; at: Instant; by: string }>(ANSWERS, [place, id]),
  ])
  const [check, toAnswer, names] = await Promise.all([
    checkRequest(tx, { id, leadUnitId: request.senderId, coUnitIds: request.unitIds, fields: request.fields }),
    dueOf(tx, [request], actor.unitIds, today),
    namesOf(tx, request.unitIds),
  ])
  const asking = askingIn(request)
  const saved = asking ? chargesOf(asking).reduce((n, c) => n + c.saved, 0) * asking.unitIds.length : 0
  const { form, merged } = wholeOf(all, id, request.fields)
  const at = { leadUnitId: request.senderId, coUnitIds: request.unitIds, kind: 'request' }
  return {
    form: form.map(({ from, ...field }) => ({ ...field, from: from === null ? null : merged[from]!.title })),
    check,
    merged: merged.map(({ id, number, title }) => ({ id, number, title })),
    savedMinutes: saved,
    days: (asking ? daysOpen(asking, today) : []).slice(0, MOST_DAYS).map(dueOn => ({
      dueOn,
      answered: answers.filter(a => a.dueOn === dueOn).length,
      units: request.unitIds.length,
    })),
    answers: answers.slice(0, 200).map(a => ({ ...a, unit: names.get(a.unitId) ?? '' })),
    toAnswer: may(actor, 'request.answer') ? toAnswer : [],
    leaders: leaders.map(l => l.name),
    survivors: all
      .filter(r => r.id !== id && ['checked', 'approved', 'out'].includes(r.stage) && request.unitIds.every(u => r.unitIds.includes(u)))
      .map(({ id, title }) => ({ id, title })),
    mayCheck: may(actor, 'request.check', at),
    mayApprove: may(actor, 'request.approve', at),
  }
}
