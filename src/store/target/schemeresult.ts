// Settling a scheme's scores of one month as a target of `act`: what was shown is kept as it was, by whom and why; never changed, never taken away.
import { createHash, randomUUID } from 'node:crypto'
import { may } from '../../core/access.ts'
import type { SchemeScores } from '../../core/contract/scheme.ts'
import { refuse } from '../../core/refusal.ts'
import { scoresOf } from '../scheme.ts'
import type { Kind } from '../write.ts'

interface SettleCommand {
  command: 'settle'
  month: number
  /** The version the person saw. */
  seen: number
  why: string | null
}

interface State {
  scores: SchemeScores
}

export const schemeResult: Kind<{ id: string }, SettleCommand, State, { id: string }> = {
  async load(tx, { id }, { month }, { actor }) {
    if (!may(actor, 'scheme.write')) return refuse('not-allowed', { action: 'scheme.write' })
    // No new version meanwhile; figures that come in afterwards are not of it.
    await tx.rows('select 1 from scheme where jurisdiction_id = $1 and id = $2 for update', [tx.context.jurisdiction, id])
    const scores = await scoresOf(tx, id, { month })
    return scores ? { scores } : refuse('not-found')
  },

  decide({ scores }, { id }, { month, seen, why }, { actor, now }) {
    if (scores.version !== seen) return refuse('stale-version', { seen, now: scores.version, by: null })
    if (!scores.months.includes(month) || scores.units.length === 0) return refuse('invalid', { field: 'month', rule: 'unknown' })
    const result = randomUUID()
    const { results: _, ...kept } = scores
    const text = JSON.stringify(kept)
    const digest = createHash('sha256').update(text).digest('hex')
    return {
      value: { id: result },
      writes: [
        [
          `insert into scheme_result (jurisdiction_id, scheme_id, id, year, month, version, scores, digest, why, by_id, by_name, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
          [actor.jurisdiction, id, result, scores.year, month, scores.version, text, digest, why, actor.personId, actor.name, now],
        ],
      ],
      entries: [
        {
          action: 'scheme.settle',
          target: `scheme:${id}`,
          summary: scores.name,
          body: JSON.stringify({ result, year: scores.year, month, version: scores.version, why, digest }),
        },
      ],
    }
  },
}
