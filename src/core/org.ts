// The organisation's rules: finding the unit that words mean, and suggesting a lead unit from duties, each with its reason.
import type { Unit } from './types.ts'

/** Why a unit is suggested: `named` in the text, or `duties` that share these words with it. */
export interface Suggestion {
  unitId: string
  reason: 'named' | 'duties'
  words: string[]
}

/** 县发展和改革局 → 发展和改革局: the level word before a unit's name says only whose it is. */
const bare = (name: string): string => name.replace(/^(?:省|市|县|区|我省|我市|我县|全县)/, '').replace(/\s/g, '')

/** The units that a printed name means: the whole name, an alias, or either without its place (青禾县发改局 → 县发展和改革局). */
export function findUnit(printed: string, units: Unit[], place = ''): Unit | null {
  const want = bare(printed.startsWith(place) ? printed.slice(place.length) : printed)
  if (want.length < 2) return null
  for (const u of units)
    if ([u.name, ...u.aliases].some(n => bare(place && n.startsWith(place) ? n.slice(place.length) : n) === want)) return u
  return null
}

/** Words of duty texts are separated by any of 、，,；; and spaces. */
const wordsOf = (duties: string): string[] => duties.split(/[、，,；;。\s]+/).filter(w => w.length >= 2)

/**
 * Up to `most` units for a directive, the best first. A unit that the text names comes before those whose duties share words with it;
 * a longer shared word counts more, and a word that many units have counts less.
 */
export function suggestLead(text: string, units: Unit[], printedLead: string | null, place = '', most = 3): Suggestion[] {
  const named = printedLead ? findUnit(printedLead, units, place) : null
  const share = new Map<string, number>()
  for (const u of units) for (const w of new Set(wordsOf(u.duties))) share.set(w, (share.get(w) ?? 0) + 1)
  const scored = units
    .filter(u => u.id !== named?.id)
    .map(u => {
      const words = wordsOf(u.duties).filter(w => text.includes(w))
      return { unitId: u.id, words, score: words.reduce((s, w) => s + w.length ** 1.5 / share.get(w)!, 0) }
    })
    .filter(s => s.score > 0)
    .sort((a, b) => b.score - a.score || (a.unitId < b.unitId ? -1 : 1))
    .slice(0, named ? most - 1 : most)
    .map(({ unitId, words }): Suggestion => ({ unitId, reason: 'duties', words }))
  return named ? [{ unitId: named.id, reason: 'named', words: [printedLead!] }, ...scored] : scored
}
