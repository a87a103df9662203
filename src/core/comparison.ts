// 对标: one's own place among its peers by the figures of one month, with the exemplars beside and the ranks over time. The rules of ranks are benchmark.ts's. Derives, never stores.

import { choosePeers, type Place, RANK_RULES, ranking } from './benchmark.ts'
import { at, better, catchUp, LOW_BASE, monthOf, noYearOnYear, type Row, type Told, yearOnYear } from './catchingup.ts'
import type { BenchmarkRule, BenchmarkView } from './contract/benchmark.ts'
import { exemplarRow } from './exemplar.ts'
import type { Measured, Peer } from './peer.ts'

/** Stands for one's own jurisdiction among the peers' ids. */
const OWN = ''

export interface Compared {
  place: string
  measured: Pick<Measured, 'id' | 'name' | 'unit' | 'decimals' | 'direction' | 'kind' | 'basis'>
  rule: BenchmarkRule
  peers: readonly Peer[]
  own: readonly Told[]
  /** By peer. */
  figures: ReadonlyMap<string, readonly Told[]>
  year: number | undefined
  month: number | undefined
  rates: { own: number | undefined; other: number | undefined }
}

/** As many as a chart can show side by side. */
const MOST_PERIODS = 12
/** Who is compared: by hand just those, else by population; exemplars and those no longer looked at never. */
export function choice(
  rule: BenchmarkRule,
  peers: readonly Peer[],
): { within: number | null; widened: boolean; short: boolean; ids: string[]; unknown: string[] } | null {
  const open = peers.filter(p => !p.retired && !p.exemplar)
  if (rule.byHand)
    return { within: null, widened: false, short: false, ids: open.filter(p => rule.peerIds.includes(p.id)).map(p => p.id), unknown: [] }
  if (!rule.population) return null
  const { peers: ids, ...rest } = choosePeers(rule.population, open)
  return { ...rest, ids }
}

export function comparison(given: Compared): Pick<BenchmarkView, 'choice'> & { table: NonNullable<BenchmarkView['table']> } {
  const { place, measured, peers, rule } = given
  const chosen = choice(rule, peers)
  const among = [{ id: OWN, name: place, population: rule.population }, ...peers.filter(p => chosen?.ids.includes(p.id))]
  const nameOf = new Map<string, string>([[OWN, place], ...peers.map((p): [string, string] => [p.id, p.name])])
  const of = (id: string): readonly Told[] => (id === OWN ? given.own : (given.figures.get(id) ?? []))
  const figureAt = (id: string, when: number): Told | null => of(id).find(f => at(f) === when) ?? null
  const months = [...new Set(among.flatMap(({ id }) => of(id).map(at)))].sort((a, b) => b - a)
  const when =
    given.year && given.month
      ? at({ year: given.year, month: given.month })
      : newest(given.own, months, m => among.filter(({ id }) => figureAt(id, m)).length)

  // A rate in per cent tells of its base itself.
  const isRate = measured.unit === '%'
  const rules = { ...RANK_RULES, lowBaseAbove: isRate && measured.kind === 'growth' ? LOW_BASE : null }
  const ranked = (m: number) =>
    ranking(
      among.map(({ id }) => ({ id, value: figureAt(id, m)?.value ?? null })),
      measured.direction,
      rules,
    )
  const now = when === null ? null : ranked(when)
  const told = (figures: readonly Told[], m: number) => figures.find(f => at(f) === m) ?? null
  const growthOf = (figures: readonly Told[], m: number) => (isRate ? null : yearOnYear(told(figures, m), told(figures, m - 12)))
  const growth = (id: string, m: number): number | null => growthOf(of(id), m)
  const ownRate = given.rates.own ?? (when === null ? null : growth(OWN, when))

  const ownGrowth = { rate: ownRate, said: given.rates.own !== undefined }
  const rateOf = (id: string, m: number) => ({ rate: given.rates.other ?? growth(id, m), said: given.rates.other !== undefined })
  const own = when === null ? null : figureAt(OWN, when)
  const gap = (g: Place['ahead']): Row['ahead'] => g && { names: g.ids.map(id => nameOf.get(id)!), gap: g.gap }
  const rows = (now?.places ?? []).map((p): Row => {
    const figure = figureAt(p.id, when!)
    const yoy = growth(p.id, when!)
    const latest = Math.max(
      ...of(p.id)
        .map(at)
        .filter(m => m <= when!),
      Number.NEGATIVE_INFINITY,
    )
    const isAhead = figure !== null && own !== null && p.id !== OWN && better(figure.value, own.value, measured.direction)
    return {
      peerId: p.id === OWN ? null : p.id,
      name: nameOf.get(p.id)!,
      population: among.find(one => one.id === p.id)!.population,
      figure: figure && { ...figure },
      newest: figure || !Number.isFinite(latest) ? null : monthOf(latest),
      rank: p.rank,
      tied: p.tied,
      ahead: gap(p.ahead),
      behind: gap(p.behind),
      firstTier: p.firstTier,
      toFirstTier: p.toFirstTier,
      yearOnYear: yoy,
      noYearOnYear: isRate ? null : noYearOnYear(figure, figureAt(p.id, when! - 12)),
      lowBase: p.lowBase || (yoy !== null && Math.abs(yoy) > LOW_BASE),
      ...(isAhead ? catchUp(own, figure, ownGrowth, rateOf(p.id, when!), measured, isRate) : { catchUp: null, noCatchUp: null }),
    }
  })
  const exemplars = peers
    .filter(p => p.exemplar && !p.retired)
    .map(p => exemplarRow(p, { measured, isRate, when, own: given.own, told: of(p.id), rates: given.rates, growth: growthOf }))

  const periods = months
    .filter(m => when !== null && m <= when && among.filter(({ id }) => figureAt(id, m)).length > 1)
    .slice(0, MOST_PERIODS)
    .reverse()
  const past = periods.map(ranked)
  const tierRank = now ? RANK_RULES.firstTier(now.of) : 0
  return {
    choice: chosen && {
      within: chosen.within,
      widened: chosen.widened,
      short: chosen.short,
      peers: chosen.ids.map(id => nameOf.get(id)!),
      unknown: chosen.unknown.map(id => nameOf.get(id)!),
    },
    table: {
      indicator: { id: measured.id, name: measured.name, unit: measured.unit, decimals: measured.decimals, direction: measured.direction },
      months: months.map(monthOf),
      year: when === null ? null : monthOf(when).year,
      month: when === null ? null : monthOf(when).month,
      of: now?.of ?? 0,
      tierRank,
      tierAt: now?.firstTierAt ?? null,
      rates: { own: ownRate, other: given.rates.other ?? null },
      rows,
      exemplars,
      ranks: {
        // Who is third of three stood no better than who is third of eight.
        periods: periods.map((m, n) => ({ ...monthOf(m), of: past[n]!.of, tierRank: RANK_RULES.firstTier(past[n]!.of) })),
        lines: among.map(({ id, name }) => ({
          name,
          own: id === OWN,
          ranks: past.map(r => r.places.find(p => p.id === id)?.rank ?? null),
        })),
      },
    },
  }
}

/** The newest month with one's own figure and somebody to stand beside; else the newest there is. */
function newest(own: readonly Told[], months: readonly number[], told: (month: number) => number): number | null {
  const ours = new Set(own.map(at))
  return months.find(m => ours.has(m) && told(m) > 1) ?? months[0] ?? null
}
