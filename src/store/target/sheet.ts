// An answer sheet as a target of `act`: issued once for the same facts, then frozen; withdrawn with a reason, and still there.
import { createHash, randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import type { SheetFacts } from '../../core/answersheet.ts'
import type { Gongwen } from '../../core/gongwen.ts'
import { type Refusal, refuse } from '../../core/refusal.ts'
import type { Instant } from '../../core/types.ts'
import type { Done, Kind, Moment, Write } from '../write.ts'

/** `id` null: one that is issued now. */
export interface SheetTarget {
  id: string | null
}

export type SheetCommand =
  | { command: 'issue'; facts: SheetFacts; gongwen: Gongwen; docx: Uint8Array }
  /** It stays where it is, and says that it no longer holds. */
  | { command: 'withdraw'; words: string }

interface State {
  /** The sheet that is withdrawn, or the one that was issued with the same facts. */
  found: { id: string; title: string; withdrawnAt: Instant | null; withdrawnBy: string | null } | null
}

const FOUND = `select s.id, s.title, w.at as withdrawn_at, w.by_name as withdrawn_by
  from sheet s left join sheet_withdrawal w on w.jurisdiction_id = s.jurisdiction_id and w.sheet_id = s.id where s.jurisdiction_id = $1`
const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'

/** Of the facts: the same facts give the same sheet. */
export const digestOfFacts = (facts: SheetFacts): string => createHash('sha256').update(JSON.stringify(facts)).digest('hex')

export const sheet: Kind<SheetTarget, SheetCommand, State, { id: string }> = {
  async load(tx, { id }, command, { actor }) {
    if (!may(actor, 'sheet.issue')) return refuse('not-allowed', { action: 'sheet.issue' })
    const place = tx.context.jurisdiction
    // Two who issue the same at once issue one; two who withdraw one withdraw it once.
    await tx.rows(LOCK, [`sheet ${place}`])
    const [found = null] = await (command.command === 'issue'
      ? tx.rows<NonNullable<State['found']>>(`${FOUND} and s.digest = $2`, [place, digestOfFacts(command.facts)])
      : tx.rows<NonNullable<State['found']>>(`${FOUND} and s.id = $2`, [place, id]))
    if (command.command === 'withdraw' && !found) return refuse('not-found')
    if (found?.withdrawnAt) return refuse('sheet-withdrawn', { at: found.withdrawnAt, by: found.withdrawnBy })
    return { found }
  },

  decide({ found }, _target, command, moment) {
    return command.command === 'issue' ? issued(found, command, moment) : withdrawn(found!, command.words, moment)
  },
}

function issued(same: State['found'], { facts, gongwen, docx }: Extract<SheetCommand, { command: 'issue' }>, { actor, now }: Moment) {
  const id = same?.id ?? randomUUID()
  const digest = digestOfFacts(facts)
  const sha256 = createHash('sha256').update(docx).digest('hex')
  const { kind, year, asOf } = facts
  const { title } = gongwen
  const { jurisdiction, personId, name } = actor
  const kept = [JSON.stringify(facts), JSON.stringify(gongwen), Buffer.from(docx)]
  const row: Write = [INSERT, [jurisdiction, id, kind, year, asOf, title, digest, ...kept, sha256, personId, name, now]]
  const body = JSON.stringify({ digest, sha256: same ? null : sha256 })
  return {
    value: { id },
    writes: same ? [] : [row],
    entries: [{ action: same ? 'sheet.issue-again' : 'sheet.issue', target: `sheet:${id}`, summary: title, body }],
  } satisfies Done<{ id: string }>
}

function withdrawn({ id, title }: NonNullable<State['found']>, words: string, { actor, now }: Moment): Done<{ id: string }> | Refusal {
  const why = words.trim()
  if (!why) return refuse('reason-needed')
  return {
    value: { id },
    writes: [[WITHDRAW, [actor.jurisdiction, id, why, actor.personId, actor.name, now]]],
    entries: [{ action: 'sheet.withdraw', target: `sheet:${id}`, summary: title, body: JSON.stringify({ why }) }],
  }
}

const INSERT = `insert into sheet (jurisdiction_id, id, kind, year, as_of, title, digest, facts, gongwen, docx, sha256, by_id, by_name, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`
const WITHDRAW = 'insert into sheet_withdrawal (jurisdiction_id, sheet_id, why, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6)'
