import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachFault, type CASCADE_FAULTS, chain, type Link, lightOver, MAX_DEPTH, type Part, rollUp, weightShares } from './cascade.ts'
import type { Lit } from './light.ts'
import { LIGHTS, type Light, STATES } from './types.ts'

const parts = (...all: Partial<Part>[]): Part[] =>
  all.map((over, at) => ({
    id: `t${at}`,
    title: `第${at}部分`,
    weight: 1,
    percent: 0,
    state: 'in_progress',
    light: 'green',
    selfChosen: false,
    ...over,
  }))

describe('the percentage of the whole', () => {
  it.each<[string, Part[], number]>([
    ['is the weighted mean of its parts', parts({ weight: 3, percent: 100 }, { weight: 1, percent: 0 }), 75],
    ['does not mind how weights are written', parts({ weight: 30, percent: 100 }, { weight: 10, percent: 0 }), 75],
    ['shares equally when all weights are zero', parts({ weight: 0, percent: 100 }, { weight: 0, percent: 50 }), 75],
    ['leaves out a part of no weight beside others', parts({ weight: 0, percent: 0 }, { weight: 2, percent: 80 }), 80],
    ['is 100 only when every part is done', parts({ weight: 9999, percent: 100 }, { weight: 1, percent: 99 }), 99.9],
    [
      'is 100 when every part is done, whatever the weights',
      parts({ weight: 0.1, percent: 100 }, { weight: 0.2, percent: 100 }, { weight: 0.3, percent: 100 }),
      100,
    ],
    ['does not count what a unit chose itself', parts({ percent: 40 }, { percent: 100, selfChosen: true }), 40],
    ['does not count what was filed away undone', parts({ percent: 40 }, { percent: 0, state: 'archived' }), 40],
    ['counts what was filed away done', parts({ percent: 40 }, { percent: 100, state: 'archived' }), 70],
  ])('%s', (_, all, percent) => expect(rollUp(all)!.percent).toBe(percent))

  it('is not to be had without a part that counts', () => {
    expect(rollUp([])).toBeNull()
    expect(rollUp(parts({ selfChosen: true }))).toBeNull()
  })
})

describe('the light of the whole', () => {
  it.each<[string, Light[], Light]>([
    ['one red part makes it red', ['green', 'red', 'green'], 'red'],
    ['one yellow part makes it yellow', ['green', 'yellow', 'grey'], 'yellow'],
    ['green parts and grey ones make it green', ['green', 'grey'], 'green'],
    ['grey parts alone make it grey', ['grey', 'grey'], 'grey'],
  ])('%s', (_, lights, light) => expect(rollUp(parts(...lights.map(l => ({ light: l }))))!.light).toBe(light))

  it('names the heaviest of the parts that made it so, and counts the lights', () => {
    const rolled = rollUp(parts({ light: 'red', weight: 1 }, { light: 'green' }, { light: 'red', weight: 5 }))!
    expect([rolled.because, rolled.lights]).toEqual(['第2部分', { green: 1, yellow: 0, red: 2, grey: 0 }])
  })

  it('is red for a red part of no weight, too', () => {
    expect(rollUp(parts({ light: 'red', weight: 0 }, { weight: 5 }))!.light).toBe('red')
  })

  const own = (light: Light, reason: Lit['reason']): Lit => ({ light, reason, facts: {} })
  const red = rollUp(parts({ light: 'red' }))
  it.each<[string, Lit, Lit['reason'], Light]>([
    ['is that of its parts where theirs is worse', own('green', 'on-pace'), 'parts', 'red'],
    ['stays its own where that is as bad', own('red', 'overdue'), 'overdue', 'red'],
    ['stays grey while the whole is suspended', own('grey', 'suspended'), 'suspended', 'grey'],
    ['stays green while the office verifies', own('green', 'awaiting-verification'), 'awaiting-verification', 'green'],
  ])('%s', (_, lit, reason, light) => expect(lightOver(lit, red)).toMatchObject({ reason, light }))

  it('of an undated whole is that of its parts, all of them green', () => {
    expect(lightOver(own('grey', 'no-deadline'), rollUp(parts({}, {})))).toEqual({
      light: 'green',
      reason: 'parts',
      facts: { red: 0, yellow: 0, of: 2, title: '第0部分' },
    })
  })
})

it('the parts that are still to be done are counted', () => {
  expect(rollUp(parts({ state: 'closed' }, { state: 'archived', percent: 100 }, { state: 'returned' }))).toMatchObject({
    parts: 3,
    open: 1,
  })
})

const link = (id: string, parentId: string | null): Link => ({ id, parentId })

describe('hanging a part below another', () => {
  const tree = [link('a', null), link('b', 'a'), link('c', 'b'), link('x', null), link('y', 'x')]
  it.each<[string, string, string, (typeof CASCADE_FAULTS)[number] | null]>([
    ['new below a leaf', 'new', 'c', null],
    ['a root below another tree', 'x', 'c', null],
    ['below itself', 'a', 'a', 'itself'],
    ['below its child', 'a', 'b', 'cycle'],
    ['below its grandchild', 'a', 'c', 'cycle'],
  ])('%s', (_, id, parentId, fault) => expect(attachFault(id, parentId, tree)).toBe(fault))

  it('goes no deeper than allowed, counting what hangs below the part as well', () => {
    const deep = Array.from({ length: MAX_DEPTH }, (_, at) => link(`d${at}`, at === 0 ? null : `d${at - 1}`))
    expect(attachFault('new', `d${MAX_DEPTH - 2}`, deep)).toBeNull()
    expect(attachFault('new', `d${MAX_DEPTH - 1}`, deep)).toBe('too-deep')
    expect(attachFault('x', `d${MAX_DEPTH - 2}`, [...deep, link('x', null), link('y', 'x')])).toBe('too-deep')
  })
})

describe('the chain of a part', () => {
  it('goes up to the root', () => {
    const tree = [link('a', null), link('b', 'a'), link('c', 'b')]
    expect(chain('c', tree)).toEqual(['c', 'b', 'a'])
    expect(chain('a', tree)).toEqual(['a'])
  })

  it('of data that hold a cycle is refused, not walked for ever', () => {
    const circle = [link('a', 'b'), link('b', 'a')]
    expect(() => chain('a', circle)).toThrow(RangeError)
    expect(() => attachFault('a', 'x', circle)).toThrow(RangeError)
  })
})

const weight = fc.oneof(fc.constant(0), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), fc.nat(100))
const anyParts = fc
  .array(
    fc.record({
      weight,
      percent: fc.integer({ min: 0, max: 100 }),
      light: fc.constantFrom(...LIGHTS),
      state: fc.constantFrom(...STATES.filter(state => state !== 'archived')),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map(list => parts(...list))

describe('any parts', () => {
  it('have shares that add up to one, in the proportion of the weights', () => {
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

  it('give a percentage between the least and the most of them, and 100 only when all that weigh are done', () => {
    fc.assert(
      fc.property(anyParts, all => {
        const each = all.map(one => one.percent)
        const { percent } = rollUp(all)!
        expect(percent).toBeGreaterThanOrEqual(Math.min(...each) === 100 ? 100 : Math.min(...each) - 0.1)
        expect(percent).toBeLessThanOrEqual(Math.max(...each))
        if (each.every(one => one === 100)) expect(percent).toBe(100)
      }),
    )
  })

  it('never give less when one of them goes up', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(), fc.integer({ min: 1, max: 100 }), (all, pick, more) => {
        const id = all[pick % all.length]!.id
        const raised = all.map(one => (one.id === id ? { ...one, percent: Math.min(100, one.percent + more) } : one))
        expect(rollUp(raised)!.percent).toBeGreaterThanOrEqual(rollUp(all)!.percent)
      }),
    )
  })

  it('show red above exactly when one of them is red', () => {
    fc.assert(
      fc.property(anyParts, all => {
        expect(rollUp(all)!.light === 'red').toBe(all.some(one => one.light === 'red'))
      }),
    )
  })
})

it('every drawn tree leads from each part to its root, and never takes the root below one of them', () => {
  const tree = fc
    .array(fc.nat(), { minLength: 1, maxLength: MAX_DEPTH })
    .map(list => list.map((below, at) => link(`p${at}`, at === 0 ? null : `p${below % at}`)))
  fc.assert(
    fc.property(tree, links => {
      for (const { id } of links) {
        const path = chain(id, links)
        expect([path[0], path.at(-1)]).toEqual([id, 'p0'])
        expect(attachFault('p0', id, links)).toBe(id === 'p0' ? 'itself' : 'cycle')
      }
    }),
  )
})
