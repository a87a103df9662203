// A rate of exchange as a target of `act`: one for a currency and a day; said again for the same day, the new one holds and the audit has both.
import { may } from '../../core/access.ts'
import { type Currency, isRate } from '../../core/money.ts'
import { refuse } from '../../core/refusal.ts'
import type { Day } from '../../core/types.ts'
import type { Kind } from '../write.ts'

interface RateCommand {
  command: 'set'
  currency: Currency
  on: Day
  rate: string
  source: string | null
}

const SET = `insert into exchange_rate (jurisdiction_id, currency, on_day, rate, source, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (jurisdiction_id, currency, on_day) do update set rate = excluded.rate, source = excluded.source, by_id = excluded.by_id,
    by_name = excluded.by_name, at = excluded.at`

export const rate: Kind<object, RateCommand, { was: string | null }, { ok: true }> = {
  async load(tx, _target, { currency, on }, { actor }) {
    if (!may(actor, 'rate.write')) return refuse('not-allowed', { action: 'rate.write' })
    const [row] = await tx.rows<{ was: string }>(
      'select rate::text as was from exchange_rate where jurisdiction_id = $1 and currency = $2 and on_day = $3 for update',
      [tx.context.jurisdiction, currency, on],
    )
    return { was: row?.was ?? null }
  },

  decide({ was }, _target, { currency, on, rate, source }, { actor, now }) {
    if (!isRate(rate)) return refuse('invalid', { field: 'rate', rule: 'rate' })
    return {
      value: { ok: true },
      writes: [[SET, [actor.jurisdiction, currency, on, rate, source, actor.personId, actor.name, now]]],
      entries: [
        {
          action: 'rate.set',
          target: `rate:${currency}`,
          summary: `${currency} ${on}`,
          body: JSON.stringify({ currency, on, rate, was, source }),
        },
      ],
    }
  },
}
