import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachFault, type CASCADE_FAULTS, chain, MAX_DEPTH, type Part, rollUp, weightShares } from './cascade.ts'
import { LIGHTS, type Light, STATES } from './types.ts'

const part = (id: string, parentId: string | null, over: Partial<Part> = {}): Part => ({
  id,
  parentId,
  weight: 1,
  percent: 0,
  state: 'in_progress',
  light: 'green',
  ...over,
})
const whole = (...children: Partial<Part>[]): Part[] => [
  part('county', null),
  ...children.map((over, at) => part(`t${at + 1}`, 'county', over)),
]

describe('the percentage of the whole', () => {
  it.each<[string, Part[], number]>([
    ['without parts is its own', [part('county', null, { percent: 37 })], 37],
    ['is the weighted mean of its parts', whole({ weight: 3, percent: 100 }, { weight: 1, percent: 0 }), 75],
    ['does not mind how weights are written', whole({ weight: 30, percent: 100 }, { weight: 10, percent: 0 }), 75],
    ['shares equally when all weights are zero', whole({ weight: 0, percent: 100 }, { weight: 0, percent: 50 }), 75],
    ['leaves out a part of no weight beside others', whole({ weight: 0, percent: 0 }, { weight: 2, percent: 80 }), 80],
    ['is 100 only when every part is done', whole({ weight: 9999, percent: 100 }, { weight: 1, percent: 99 }), 99.9],
    [
      'is 100 when every part is done, whatever the weights',
      whole({ weight: 0.1, percent: 100 }, { weight: 0.2, percent: 100 }, { weight: 0.3, percent: 100 }),
      100,
    ],
    ['ignores what the whole says of itself', [part('county', null, { percent: 90 }), part('t1', 'county', { percent: 10 })], 10],
    [
      'reaches down two levels',
      [...whole({ weight: 1 }, { weight: 1, percent: 100 }), part('v1', 't1', { percent: 50 }), part('v2', 't1', { percent: 100 })],
      87.5,
    ],
  ])('%s', (_, parts, percent) => expect(rollUp('county', parts).percent).toBe(percent))
})

describe('the light of the whole', () => {
  it.each<[string, Light[], number, Light, string]>([
    ['one red part makes it red', ['green', 'red', 'green'], 0, 'red', 'worst-part'],
    ['one yellow part makes it yellow', ['green', 'yellow', 'grey'], 0, 'yellow', 'worst-part'],
    ['green parts and grey ones make it green', ['green', 'grey'], 0, 'green', 'all-green'],
    ['grey parts alone make it grey', ['grey', 'grey'], 0, 'grey', 'all-grey'],
    ['a red part within the limit makes it yellow', ['green', 'green', 'green', 'red'], 0.25, 'yellow', 'red-within-limit'],
    ['red parts above the limit make it red', ['green', 'green', 'red', 'red'], 0.25, 'red', 'worst-part'],
  ])('%s', (_, lights, redAbove, light, reason) => {
    const rolled = rollUp('county', whole(...lights.map(l => ({ light: l }))), { redAbove })
    expect([rolled.light, rolled.reason]).toEqual([light, reason])
  })

  it('is the own one of an item without parts', () => {
    for (const light of LIGHTS) expect(rollUp('county', [part('county', null, { light })])).toMatchObject({ light, reason: 'alone' })
  })

  it('names the parts that made it so, the heaviest first, and counts the lights', () => {
    const rolled = rollUp('county', whole({ light: 'red', weight: 1 }, { light: 'green' }, { light: 'red', weight: 5 }))
    expect(rolled.because).toEqual(['t3', 't1'])
    expect(rolled.lights).toEqual({ green: 1, yellow: 0, red: 2, grey: 0 })
  })

  it('comes up from two levels below', () => {
    expect(rollUp('county', [...whole({}), part('v1', 't1', { light: 'red' })])).toMatchObject({ light: 'red', because: ['t1'] })
  })

  it('is red for a red part of no weight, too', () => {
    expect(rollUp('county', whole({ light: 'red', weight: 0 }, { weight: 5 })).light).toBe('red')
  })
})

describe('the states of the parts', () => {
  it('are counted, and say when the whole can be submitted', () => {
    const rolled = rollUp('county', whole({ state: 'closed' }, { state: 'closed' }, { state: 'returned' }))
    expect([rolled.states, rolled.ready]).toEqual([{ closed: 2, returned: 1 }, false])
    expect(rollUp('county', whole({ state: 'closed' }, { state: 'archived' })).ready).toBe(true)
    expect(rollUp('county', whole()).ready).toBe(false)
  })
})

describe('hanging a part below another', () => {
  const tree = [part('a', null), part('b', 'a'), part('c', 'b'), part('x', null), part('y', 'x')]
  it.each<[string, string, string, number, (typeof CASCADE_FAULTS)[number] | null]>([
    ['new below a leaf', 'new', 'c', 1, null],
    ['a root below another tree', 'x', 'c', 0, null],
    ['below itself', 'a', 'a', 1, 'itself'],
    ['below its child', 'a', 'b', 1, 'cycle'],
    ['below its grandchild', 'a', 'c', 1, 'cycle'],
    ['below nothing known', 'x', 'nowhere', 1, 'unknown-parent'],
    ['with a weight below zero', 'x', 'c', -1, 'weight'],
    ['with a weight that is no number', 'x', 'c', Number.NaN, 'weight'],
    ['with an endless weight', 'x', 'c', Number.POSITIVE_INFINITY, 'weight'],
  ])('%s', (_, id, parentId, weight, fault) => expect(attachFault(id, parentId, weight, tree)?.fault ?? null).toBe(fault))

  it('shows the circle it would make', () => {
    expect(attachFault('a', 'c', 1, tree)).toEqual({ fault: 'cycle', facts: { path: ['a', 'c', 'b', 'a'] } })
  })

  it('goes no deeper than allowed, counting what hangs below the part as well', () => {
    const deep = Array.from({ length: MAX_DEPTH }, (_, at) => part(`d${at}`, at === 0 ? null : `d${at - 1}`))
    expect(attachFault('new', `d${MAX_DEPTH - 2}`, 1, deep)).toBeNull()
    expect(attachFault('new', `d${MAX_DEPTH - 1}`, 1, deep)?.fault).toBe('too-deep')
    expect(attachFault('x', `d${MAX_DEPTH - 2}`, 1, [...deep, part('x', null), part('y', 'x')])?.fault).toBe('too-deep')
  })
})

describe('the chain of a part', () => {
  it('goes up to the root', () => {
    const tree = [part('a', null), part('b', 'a'), part('c', 'b')]
    expect(chain('c', tree)).toEqual(['c', 'b', 'a'])
    expect(chain('a', tree)).toEqual(['a'])
  })

  it('of data that hold a cycle is refused, not walked for ever', () => {
    const circle = [part('a', 'b'), part('b', 'a')]
    expect(() => chain('a', circle)).toThrow(RangeError)
    expect(() => rollUp('a', circle)).toThrow(RangeError)
  })
})

const weight = fc.oneof(fc.constant(0), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), fc.nat(100))
/** A tree of drawn parts: each hangs below an earlier one. */
const tree = fc
  .array(
    fc.record({
      below: fc.nat(),
      weight,
      percent: fc.integer({ min: 0, max: 100 }),
      light: fc.constantFrom(...LIGHTS),
      state: fc.constantFrom(...STATES),
    }),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map(list => list.map((one, at): Part => ({ ...one, id: `p${at}`, parentId: at === 0 ? null : `p${one.below % at}` })))

describe('any tree', () => {
  it('has shares that add up to one, in the proportion of the weights', () => {
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 20 }), weights => {
        const shares = weightShares(weights)
        expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
        expect(shares.every(share => share >= 0 && share <= 1)).toBe(true)
        for (const [i, one] of weights.entries())
          for (const [j, other] of weights.entries()) if (one > other) expect(shares[i]!).toBeGreaterThanOrEqual(shares[j]!)
      }),
    )
  })

  it('has a percentage between the least and the most of its leaves, and 100 only when all that weigh are done', () => {
    fc.assert(
      fc.property(tree, parts => {
        const parents = new Set(parts.map(one => one.parentId))
        const leaves = parts.filter(one => !parents.has(one.id)).map(one => one.percent)
        const { percent } = rollUp('p0', parts)
        expect(percent).toBeGreaterThanOrEqual(Math.min(...leaves) === 100 ? 100 : Math.min(...leaves) - 0.1)
        expect(percent).toBeLessThanOrEqual(Math.max(...leaves))
        if (leaves.every(one => one === 100)) expect(percent).toBe(100)
      }),
    )
  })

  it('never falls when a leaf goes up', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.integer({ min: 1, max: 100 }), (parts, pick, more) => {
        const id = parts[pick % parts.length]!.id
        const raised = parts.map(one => (one.id === id ? { ...one, percent: Math.min(100, one.percent + more) } : one))
        expect(rollUp('p0', raised).percent).toBeGreaterThanOrEqual(rollUp('p0', parts).percent)
      }),
    )
  })

  it('shows red at the root exactly when a leaf below it is red', () => {
    fc.assert(
      fc.property(tree, parts => {
        const parents = new Set(parts.map(one => one.parentId))
        const red = parts.some(one => !parents.has(one.id) && one.light === 'red')
        expect(rollUp('p0', parts).light === 'red').toBe(red)
      }),
    )
  })

  it('leads from every part to the root, and never takes the root below one of them', () => {
    fc.assert(
      fc.property(tree, parts => {
        for (const { id } of parts) {
          const path = chain(id, parts)
          expect([path[0], path.at(-1)]).toEqual([id, 'p0'])
          expect(attachFault('p0', id, 1, parts)?.fault).toBe(id === 'p0' ? 'itself' : 'cycle')
        }
      }),
    )
  })
})
