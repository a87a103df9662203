// The rules of the jurisdiction as a target of `act`: changed by an officer; the lights are then lit anew by store/relight.ts.
import { may } from '../../core/access.ts'
import { refuse } from '../../core/refusal.ts'
import type { Rules } from '../../core/rules.ts'
import { rerated } from '../riskscale.ts'
import type { Tx } from '../tx.ts'
import type { Kind, Write } from '../write.ts'

interface RulesTarget {
  /** The version the person saw. */
  seen: number
}

interface RulesCommand {
  command: 'change'
  rules: Rules
}

/** The version, locked until the transaction ends. */
export async function lockVersion(tx: Tx): Promise<number> {
  const place = tx.context.jurisdiction
  await tx.rows('insert into rule_version (jurisdiction_id, version) values ($1, 1) on conflict do nothing', [place])
  const [row] = await tx.rows<{ version: number }>('select version from rule_version where jurisdiction_id = $1 for update', [place])
  return row!.version
}

/** What is kept in memory is old from now on, and so is every light. */
export const grown = (jurisdiction: string): Write[] => [
  ['update rule_version set version = version + 1 where jurisdiction_id = $1', [jurisdiction]],
  ['update jurisdiction set lit_on = null where id = $1', [jurisdiction]],
]

export const rules: Kind<RulesTarget, RulesCommand, { version: number; by: string | null }, { version: number }> = {
  async load(tx, _target, _command, { actor }) {
    if (!may(actor, 'rules.write')) return refuse('not-allowed', { action: 'rules.write' })
    const version = await lockVersion(tx)
    const [last] = await tx.rows<{ by: string }>('select by_name as by from rule where jurisdiction_id = $1', [actor.jurisdiction])
    return { version, by: last?.by ?? null }
  },

  decide(found, { seen }, command, { actor, now }) {
    if (found.version !== seen) return refuse('stale-version', { seen, now: found.version, by: found.by })
    const version = seen + 1
    return {
      value: { version },
      writes: [
        ...grown(actor.jurisdiction),
        rerated(actor.jurisdiction, command.rules.risk),
        [
          `insert into rule (jurisdiction_id, rules, by_id, by_name, at) values ($1, $2, $3, $4, $5)
           on conflict (jurisdiction_id) do update set rules = excluded.rules, by_id = excluded.by_id, by_name = excluded.by_name, at = excluded.at`,
          [actor.jurisdiction, JSON.stringify(command.rules), actor.personId, actor.name, now],
        ],
      ],
      entries: [
        { action: 'rules.change', target: `rules:${actor.jurisdiction}`, summary: `${version}`, body: JSON.stringify(command.rules) },
      ],
    }
  },
}
