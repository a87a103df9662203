// Which document conveys which, and the comparison of the two.
import { alikeness, relayDays } from '../../core/conveyance.ts'
import { isRefusal, refuse } from '../../core/refusal.ts'
import { relay, sayings } from '../../core/relay.ts'
import { act } from '../../store/act.ts'
import { type Compared, candidatesFor, conveyedBy, getCompared } from '../../store/conveyance.ts'
import { read } from '../../store/db.ts'
import type { Call, Handlers } from '../call.ts'

export const conveyanceRoutes = {
  getConveyance({ house, actor, params }) {
    return shown(house, actor, params.id)
  },

  async putConveyance({ house, actor, params, body }) {
    const done = await act(house.db, actor, { kind: 'conveyance', documentId: params.id }, { command: 'convey', ofId: body.of })
    return isRefusal(done) ? done : shown(house, actor, params.id)
  },
} satisfies Pick<Handlers, 'getConveyance' | 'putConveyance'>

const MOST_OFFERED = 8

async function shown({ db }: Call<'getConveyance'>['house'], actor: Call<'getConveyance'>['actor'], id: string) {
  const found = await read(db, actor, async tx => {
    const lower = await getCompared(tx, id)
    const ofId = await conveyedBy(tx, id)
    return { lower, upper: ofId && (await getCompared(tx, ofId)), candidates: await candidatesFor(tx, id) }
  })
  const { lower, upper } = found
  if (!lower) return refuse('not-found')
  const own = sidesOf(lower).directives.map(one => one.text)
  const candidates = found.candidates
    .map(({ sentences, ...one }) => ({ ...one, alike: alikeness(sentences, own) }))
    .sort((a, b) => b.alike - a.alike)
    .slice(0, MOST_OFFERED)
  return { id, title: lower.title, candidates, of: upper ? compared(upper, lower) : null }
}

const sidesOf = ({ id, title, day, text, reading }: Compared) => ({
  id,
  title,
  day,
  directives: reading.directives.map(({ span, ordinal }) => ({ text: text.slice(...span).replace(/\s*\n\s*/g, ''), ordinal, span })),
})

function compared(upper: Compared, lower: Compared) {
  return {
    upper: sidesOf(upper),
    lower: sidesOf(lower),
    days: relayDays(upper.day, lower.day),
    ...relay(sayings(upper.reading, upper.text), sayings(lower.reading, lower.text)),
  }
}
