import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choosePeers, type Entrant, PEER_RULES, type Place, RANK_RULES, ranking, rateToClose, yearsToCatchUp } from './benchmark.ts'

const counties = (...populations: (number | null)[]) => populations.map((population, at) => ({ id: `县${at}`, population }))

describe('the choice of peers', () => {
  it.each<[string, ReturnType<typeof choosePeers>, [string, number, boolean]]>([
    [
      'takes all within half of one’s own population',
      choosePeers(40, counties(20, 30, 41, 50, 60, 61)),
      ['县2 县1 县3 县0 县4', 50, false],
    ],
    ['widens until there are five', choosePeers(40, counties(30, 41, 50, 65, 71, 90)), ['县1 县0 县2 县3 县4', 80, true]],
    ['takes all there are when there are no five', choosePeers(40, counties(41, 200)), ['县0 县1', 400, true]],
    ['is none of none', choosePeers(40, []), ['', 50, false]],
    ['asks for as many as it is told to', choosePeers(40, counties(41, 200), { ...PEER_RULES, atLeast: 1 }), ['县0', 50, false]],
  ])('%s', (_, { peers, within, widened }, expected) => expect([peers.join(' '), within, widened]).toEqual(expected))

  it('takes exactly half and exactly half as much again, and nobody a person beyond', () => {
    const own = 412_001
    const near = counties(206_001, 618_001, 400_000, 420_000, 430_000)
    expect(choosePeers(own, [...near, { id: '少', population: 206_000 }, { id: '多', population: 618_002 }])).toMatchObject({
      within: 50,
      widened: false,
      peers: ['县3', '县2', '县4', '县0', '县1'],
    })
    expect(choosePeers(412_000, counties(206_000, 618_000)).peers).toHaveLength(2)
  })

  it('takes all who stand at the widened edge, though more than five come of it', () =>
    expect(choosePeers(100, counties(100, 101, 102, 103, 160, 40, 161))).toMatchObject({
      within: 60,
      peers: ['县0', '县1', '县2', '县3', '县4', '县5'],
    }))

  it('says when there are not five in all', () =>
    expect([choosePeers(40, counties(41, 39, 40, 42)).short, choosePeers(40, counties(41, 39, 40, 42, 43)).short]).toEqual([true, false]))

  it('is what somebody with pencil and paper would choose', () => {
    const people = fc.integer({ min: 1, max: 3_000 })
    fc.assert(
      fc.property(people, fc.array(fc.option(people), { maxLength: 12 }), (own, populations) => {
        const known = populations.flatMap((p, at) => (p === null ? [] : [{ id: `县${at}`, p }]))
        // In whole numbers, and one step after another.
        const inBand = (within: number) => known.filter(({ p }) => p * 100 >= own * (100 - within) && p * 100 <= own * (100 + within))
        let within = 50
        while (inBand(within).length < Math.min(5, known.length)) within += 10
        const is = choosePeers(own, counties(...populations))
        expect(is.within).toBe(within)
        expect([...is.peers].sort()).toEqual(
          inBand(within)
            .map(one => one.id)
            .sort(),
        )
        expect(is.unknown).toHaveLength(populations.length - known.length)
      }),
    )
  })

  it('names those whose population is not known', () => expect(choosePeers(40, counties(41, null)).unknown).toEqual(['县1']))
  it('has nothing to go by without one’s own', () => expect(() => choosePeers(0, [])).toThrow(RangeError))
})

const entrants = (...values: (number | null)[]): Entrant[] => values.map((value, at) => ({ id: 'abcdefghij'[at]!, value }))
const ranks = (all: Entrant[], ...rest: ['up' | 'down', typeof RANK_RULES?]) =>
  ranking(all, ...rest)
    .places.map(({ id, rank }) => `${id}${rank ?? '-'}`)
    .join(' ')
const place = (all: Entrant[], id: string, ...rest: ['up' | 'down', typeof RANK_RULES?]): Place =>
  ranking(all, ...rest).places.find(one => one.id === id)!

describe('the ranks', () => {
  it.each<[string, string, string]>([
    ['go from the most', ranks(entrants(1, 3, 2), 'up'), 'b1 c2 a3'],
    ['go from the least where less is better', ranks(entrants(1, 3, 2), 'down'), 'a1 c2 b3'],
    ['are shared by those who tie, and the next is left out', ranks(entrants(5, 5, 4, 4, 3), 'up'), 'a1 b1 c3 d3 e5'],
    ['are none without a figure', ranks(entrants(null, 3, null), 'up'), 'b1 a- c-'],
    ['know zero and less', ranks(entrants(0, -2, 1), 'up'), 'c1 a2 b3'],
  ])('%s', (_, is, expected) => expect(is).toBe(expected))

  it('say who is ahead and behind, and by how much', () => {
    const all = entrants(5.3, 5.3, 5.1, 4.9)
    expect(place(all, 'c', 'up')).toMatchObject({ ahead: { ids: ['a', 'b'], gap: 0.2 }, behind: { ids: ['d'], gap: 0.2 }, tied: false })
    expect(place(all, 'a', 'up')).toMatchObject({ ahead: null, behind: { ids: ['c'], gap: 0.2 }, tied: true })
    expect(place(all, 'd', 'up').behind).toBeNull()
    expect(place(all, 'd', 'down')).toMatchObject({ rank: 1, ahead: null, behind: { ids: ['c'], gap: 0.2 } })
  })

  it('flag growth from a low base', () => {
    const rules = { ...RANK_RULES, lowBaseAbove: 100 }
    expect(place(entrants(29_923.9, 6), 'a', 'up', rules).lowBase).toBe(true)
    expect(place(entrants(29_923.9, 6), 'b', 'up', rules).lowBase).toBe(false)
    expect(place(entrants(29_923.9, 6), 'a', 'up').lowBase).toBe(false)
  })
})

describe('the first tier', () => {
  it.each<[string, Place, [boolean, number | null]]>([
    ['is the first third', place(entrants(9, 8, 7, 6, 5, 4), 'b', 'up'), [true, 0]],
    ['ends after it', place(entrants(9, 8, 7, 6, 5, 4), 'c', 'up'), [false, 1]],
    ['is rounded up: three of seven', place(entrants(9, 8, 7, 6, 5, 4, 3), 'c', 'up'), [true, 0]],
    ['holds all who tie on its line', place(entrants(9, 8, 8, 8, 5, 4), 'd', 'up'), [true, 0]],
    ['of less is better', place(entrants(9, 8, 7.5, 6.2, 5, 4), 'd', 'down'), [false, 1.2]],
    ['counts only those with a figure', place(entrants(9, 8, null, null, null, null), 'b', 'up'), [false, 1]],
    ['is where it is said to be', place(entrants(9, 8, 7), 'c', 'up', { ...RANK_RULES, firstTier: () => 2 }), [false, 1]],
    ['knows no distance without a figure', place(entrants(9, null), 'b', 'up'), [false, null]],
  ])('%s', (_, { firstTier, toFirstTier }, expected) => expect([firstTier, toFirstTier]).toEqual(expected))

  it('has its line at the last figure within', () => {
    expect(ranking(entrants(9, 8, 7, 6), 'up')).toMatchObject({ of: 4, firstTierAt: 8 })
    expect(ranking(entrants(null), 'up')).toMatchObject({ of: 0, firstTierAt: null })
  })
})

describe('catching up', () => {
  it.each<[string, ReturnType<typeof yearsToCatchUp>, number | string]>([
    ['takes the years that the rates give', yearsToCatchUp({ value: 100, rate: 10 }, { value: 121, rate: 0 }, 'up'), 2],
    ['is told when it has happened, not before', yearsToCatchUp({ value: 100, rate: 8 }, { value: 150, rate: 5 }, 'up'), 14.4],
    ['has happened', yearsToCatchUp({ value: 5, rate: 0 }, { value: 5, rate: 9 }, 'up'), 0],
    ['never happens at the same rate', yearsToCatchUp({ value: 4, rate: 9 }, { value: 5, rate: 9 }, 'up'), 'never'],
    ['never happens when slower', yearsToCatchUp({ value: 4, rate: 3 }, { value: 5, rate: 9 }, 'up'), 'never'],
    ['is too far at nearly the same rate', yearsToCatchUp({ value: 1, rate: 5.1 }, { value: 50, rate: 5 }, 'up'), 'too-far'],
    ['is not to be said from nothing', yearsToCatchUp({ value: 0, rate: 50 }, { value: 5, rate: 9 }, 'up'), 'bad-base'],
    ['of what is to fall needs a faster fall', yearsToCatchUp({ value: 50, rate: -10 }, { value: 40.5, rate: 0 }, 'down'), 2],
    ['of what is to fall never happens while it grows', yearsToCatchUp({ value: 50, rate: 2 }, { value: 40, rate: 0 }, 'down'), 'never'],
  ])('%s', (_, is, expected) => expect(is.years ?? (is as { why: string }).why).toBe(expected))

  it.each<[number | null, number | null]>([
    [rateToClose(100, { value: 121, rate: 0 }, 2), 10],
    [rateToClose(100, { value: 150, rate: 5 }, 5), 13.87],
    [rateToClose(0, { value: 150, rate: 5 }, 5), null],
    [rateToClose(100, { value: 150, rate: 5 }, 0), null],
  ])('at %s%% a year', (is, expected) => expect(is).toBe(expected))

  it('at the rate that closes the gap in N years takes N years', () => {
    const value = fc.integer({ min: 1, max: 100_000 }).map(n => n / 10)
    fc.assert(
      fc.property(value, value, fc.integer({ min: -5, max: 15 }), fc.integer({ min: 1, max: 20 }), (a, b, rate, years) => {
        fc.pre(b / a > 1.2)
        const own = rateToClose(a, { value: b, rate }, years)!
        const is = yearsToCatchUp({ value: a, rate: own + 0.005 }, { value: b, rate }, 'up')
        expect(is.years).not.toBeNull()
        expect(is.years!).toBeLessThanOrEqual(years + 0.1)
      }),
    )
  })
})

it('gaps, first tier and years are what one finds by looking at every other one', () => {
  const figures = fc.array(fc.option(fc.integer({ min: -30, max: 30 })), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(figures, fc.constantFrom('up' as const, 'down' as const), (values, better) => {
      const sign = better === 'up' ? 1 : -1
      const { places, of, firstTierAt } = ranking(
        values.map((value, at) => ({ id: `${at}`.padStart(2, '0'), value: value === null ? null : value / 10 })),
        better,
      )
      // In tenths, so that every distance is a whole number.
      const known = values.filter(v => v !== null)
      expect(of).toBe(known.length)
      const tier = [...known]
        .sort((a, b) => sign * (b - a))
        .filter(v => known.filter(o => sign * o > sign * v).length < Math.ceil(known.length / 3))
      expect(firstTierAt === null ? null : Math.round(firstTierAt * 10)).toBe(tier.at(-1) ?? null)
      for (const place of places) {
        const own = values[Number(place.id)]!
        if (own === null) {
          expect(place).toMatchObject({ rank: null, ahead: null, behind: null, firstTier: false, toFirstTier: null })
          continue
        }
        const [over, under] = [known.filter(v => sign * v > sign * own), known.filter(v => sign * v < sign * own)]
        const nearest = (some: number[]) => (some.length === 0 ? null : Math.min(...some.map(v => Math.abs(v - own))))
        const said = (gap: number | undefined) => (gap === undefined ? null : Math.round(gap * 10))
        expect([said(place.ahead?.gap), said(place.behind?.gap)]).toEqual([nearest(over), nearest(under)])
        expect(place.ahead?.ids.length ?? 0).toBe(over.filter(v => Math.abs(v - own) === nearest(over)).length)
        expect(place.firstTier).toBe(tier.includes(own))
      }
    }),
  )
})

it('years to catch up are the tenth of a year in which it happens, by walking there', () => {
  const value = fc.integer({ min: 1, max: 500 })
  const rate = fc.integer({ min: -20, max: 40 })
  fc.assert(
    fc.property(value, value, rate, rate, fc.constantFrom('up' as const, 'down' as const), (own, other, a, b, better) => {
      const caughtUp = (years: number) => {
        const [mine, theirs] = [own * (1 + a / 100) ** years, other * (1 + b / 100) ** years]
        return better === 'up' ? mine >= theirs * (1 - 1e-9) : mine <= theirs * (1 + 1e-9)
      }
      const is = yearsToCatchUp({ value: own, rate: a }, { value: other, rate: b }, better)
      let tenths = 0
      while (tenths <= 1000 && !caughtUp(tenths / 10)) tenths++
      if (tenths <= 1000) expect(is.years).toBeCloseTo(tenths / 10, 6)
      else expect(is).toMatchObject({ years: null, why: better === 'up' ? (a > b ? 'too-far' : 'never') : a < b ? 'too-far' : 'never' })
    }),
  )
})

it('ranks do not mind the order, are better for the better, and as many as there are figures', () => {
  const some = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1 }), value: fc.option(fc.integer({ min: -20, max: 20 })) }), {
    selector: one => one.id,
    maxLength: 15,
  })
  fc.assert(
    fc.property(some, fc.constantFrom('up' as const, 'down' as const), (all, better) => {
      const there = ranking(all, better)
      expect(ranking([...all].reverse(), better)).toEqual(there)
      expect(there.places).toHaveLength(all.length)
      for (const a of there.places) {
        const betterOnes = all.filter(
          b => b.value !== null && a.value !== null && (better === 'up' ? b.value > a.value : b.value < a.value),
        )
        if (a.value !== null) expect(a.rank).toBe(betterOnes.length + 1)
        expect(a.toFirstTier === 0).toBe(a.firstTier)
      }
    }),
  )
})
