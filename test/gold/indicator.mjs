// Indicators: each named statistic with the figures that follow it; a figure inside an action is an optional one without a name.
import { inside, list, place } from './mark.mjs'

export function indicatorsOf({ name, head, nodes, quantities }) {
  const indicators = []
  for (const n of nodes.filter(n => n.tag === 'i')) {
    const named = list(n.q).map(id => quantities[place(quantities, id, name)])
    const next = quantities.filter(q => q.from >= n.to && !named.includes(q))
    const count = Number(n.n ?? (n.q ? 0 : 1))
    const action = inside(n, 'c')
    const add = (q, optional) => {
      const it = {
        span: [n.span[0], q.span[1]],
        name: n.nm ?? n.text,
        ...(n.also && { names: list(n.also) }),
        region: (n.reg ?? head.region) === '-' ? null : (n.reg ?? head.region),
      }
      const period = n.per ?? head.period ?? null
      indicators.push({
        ...it,
        period: period === '-' ? null : period,
        quantity: quantities.indexOf(q),
        ...((optional || n.optional || action) && { optional: true }),
      })
      q.item.of ??= it.name
      q.taken = true
    }
    for (const [at, q] of next.slice(0, count + Number(n.o ?? 0)).entries()) add(q, at >= count)
    for (const q of named) add(q, false)
  }
  for (const q of quantities) {
    const action = inside(q, 'c')
    if (action && !q.taken)
      indicators.push({ span: [action.span[0], q.span[1]], name: null, quantity: quantities.indexOf(q), optional: true })
  }
  return indicators
}
