// An exemplar 标杆 beside one's own place: its newest figure, whatever its year, and one's own of the same kind. Never ranked.

import type { z } from 'zod'
import { at, better, catchUp, type Told } from './catchingup.ts'
import type { ExemplarRow } from './contract/benchmark.ts'
import { exact, minus, rounded, sizeOf } from './exact.ts'
import type { Measured, Peer } from './peer.ts'

interface BesideExemplar {
  measured: Pick<Measured, 'basis' | 'decimals' | 'direction'>
  isRate: boolean
  /** The month looked at; null: there is none. */
  when: number | null
  own: readonly Told[]
  told: readonly Told[]
  /** In per cent a year: as somebody said them, else as the figures of that month have it. */
  rates: { own: number | undefined; other: number | undefined }
  growth: (of: readonly Told[], month: number) => number | null
}

export function exemplarRow(peer: Peer, given: BesideExemplar): z.infer<typeof ExemplarRow> {
  const { measured, isRate, rates, growth } = given
  const told = newestOf(given.told, given.when)
  const own = told && newestOf(comparable(given.own, told, measured.basis), given.when)
  const row = {
    peerId: peer.id,
    name: peer.name,
    exemplar: peer.exemplar!,
    figure: told,
    own: own && { year: own.year, month: own.month, value: own.value },
    gap: told && own && rounded(sizeOf(minus(exact(told.value), exact(own.value))), measured.decimals),
    better: told && own && better(told.value, own.value, measured.direction),
    still: false,
  }
  if (!told || !own || !row.better) return { ...row, catchUp: null, noCatchUp: null }
  const ownRate = { rate: rates.own ?? growth(given.own, at(own)), said: rates.own !== undefined }
  // Of an old year, it is the level of that year that is to be reached.
  const still = rates.other === undefined && at(told) !== at(own)
  const otherRate = { rate: rates.other ?? (still ? 0 : growth(given.told, at(told))), said: rates.other !== undefined }
  return { ...row, still, ...catchUp(own, told, ownRate, otherRate, measured, isRate) }
}

const newestOf = (figures: readonly Told[], when: number | null): Told | null =>
  figures.filter(f => when === null || at(f) <= when).toSorted((a, b) => at(b) - at(a))[0] ?? null

/** The sum of a part of a year stands beside the same part of a year only. */
const comparable = (own: readonly Told[], exemplar: Told, basis: Measured['basis']): readonly Told[] =>
  basis === 'point' ? own : own.filter(f => f.month === exemplar.month)
