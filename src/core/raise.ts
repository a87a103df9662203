// A risk that a rule on figures raises: an item of the register, to be judged by the office. Nobody asked for it, so nobody's permission is asked. Pure.
import type { ItemEvent } from './command.ts'
import { dayOf } from './day.ts'
import { stood } from './detail.ts'
import type { Fields, Named } from './kind.ts'
import { isRefusal } from './refusal.ts'
import { UNTOUCHED } from './register.ts'
import { startDetail } from './stage.ts'
import type { Instant, Item } from './types.ts'

interface RaisedDraft {
  id: string
  number: string
  jurisdiction: string
  title: string
  leadUnitId: string | null
  fields: Fields
  named: Named
}

export function raised(
  { id, number, jurisdiction, title, leadUnitId, fields, named }: RaisedDraft,
  now: Instant,
): { next: Item; fields: Fields; event: ItemEvent } {
  const started = startDetail('risk', undefined, fields, dayOf(now), named)
  if (isRefusal(started)) throw new Error(`a warning that is no risk: ${JSON.stringify(started)}`)
  const next: Item = {
    ...UNTOUCHED,
    ...stood(started),
    id,
    number,
    jurisdiction,
    title,
    topic: 'risk',
    urgency: 'ordinary',
    state: 'registered',
    version: 1,
    leadUnitId,
    coUnitIds: [],
    dueOn: null,
    measure: null,
    source: null,
    registeredAt: now,
  }
  const facts = { number, title, fromDocument: false, ...started.facts, warning: String(fields.sign) }
  return { next, fields: started.next.fields, event: { kind: 'register', words: null, fileIds: [], facts } }
}
