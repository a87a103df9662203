// First report counts: how alike two entries of a ledger are by name, maker and place, with the reason. Pure; which facts those are is the kind's data.
import { type Fields, KIND, type LedgerKind, rowOf } from './kind.ts'

/** 名称 投资方 选址 */
export const ALIKE_PARTS = ['title', 'by', 'at'] as const
type AlikePart = (typeof ALIKE_PARTS)[number]

export interface Entry {
  title: string
  fields: Fields
}

interface Likeness {
  /** From 0 to 1. */
  score: number
  /** So alike that it is most probably the same one. */
  sure: boolean
  reasons: { part: AlikePart; same: boolean }[]
}

/** 云川市宏达装备制造（集团）股份有限公司 → 宏达装备制造; 青禾县宏达装备制造产业园项目（一期） → 宏达装备制造产业园. */
export function bare(text: string, places: readonly string[] = []): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]（）【】〔〕“”"'·、,，.。:：;；\-—_/&]+/g, '')
  let name = plain.replace(/^(?:中国|[\p{Script=Han}]{2,3}省)/u, '').replace(/^[\p{Script=Han}]{2,3}(?:市|自治州|盟)/u, '')
  name = name.replace(/^[\p{Script=Han}]{1,3}(?:县|区|旗)(?=[\p{Script=Han}a-z0-9]{2})/u, '')
  for (const place of places) if (name.startsWith(place) && name.length > place.length + 1) name = name.slice(place.length)
  name = name.replace(/(?:有限责任公司|股份有限公司|有限公司|集团公司|控股公司|公司|集团|控股|股份|总厂|厂)/g, '')
  name = name.replace(/(?:新建|扩建|改建|建设)?(?:项目|工程)$|(?:项目|工程)?第?[一二三四五123]期$/g, '')
  return name.replace(/(?:建设|项目|工程)$/g, '') || plain
}

const pairsOf = (text: string): Map<string, number> => {
  const pairs = new Map<string, number>()
  for (let at = 0; at < Math.max(1, text.length - 1); at++) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** How many of their pairs of characters two bare names share, from 0 to 1; a name that holds the other whole is nearly it. */
export function likeness(a: string, b: string): number {
  if (!a || !b) return 0
  if (a === b) return 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 3 && long.includes(short)) return 0.75 + (0.25 * short.length) / long.length
  const [one, other] = [pairsOf(a), pairsOf(b)]
  let shared = 0
  for (const [pair, n] of one) shared += Math.min(n, other.get(pair) ?? 0)
  return (2 * shared) / (Math.max(1, a.length - 1) + Math.max(1, b.length - 1))
}

/** Names alike from here on: by trial on the names of the tests. */
const ALIKE = 0.6
/** What is likely the same name when the maker is the same, too. */
const NEAR = 0.35

/** How alike the one is to the other, or null: not enough to be shown. */
export function alike(kind: LedgerKind, one: Entry, other: Entry, places: readonly string[] = []): Likeness | null {
  const spec = KIND[kind].alike
  if (!spec) return null
  const part = (entry: Entry, field: string | null): string =>
    bare(field ? String(entry.fields[field] ?? '') : entry.title, field === spec.at ? [] : places)
  const scores = {
    title: likeness(part(one, null), part(other, null)),
    by: likeness(part(one, spec.by), part(other, spec.by)),
    at: likeness(part(one, spec.at), part(other, spec.at)),
  }
  const { title, by, at } = scores
  const sure = (title >= 0.85 && by >= NEAR) || (by >= ALIKE && (title >= ALIKE || (title >= NEAR && at >= ALIKE)))
  if (!sure && title < ALIKE && by < ALIKE) return null
  const reasons = ALIKE_PARTS.filter(name => scores[name] >= ALIKE || (sure && name === 'title' && title >= NEAR)).map(name => ({
    part: name,
    same: scores[name] === 1,
  }))
  return { score: Math.round((title * 0.45 + by * 0.4 + at * 0.15) * 1000) / 1000, sure, reasons }
}

/** Under negotiation or farther, where the first report counts; what was left is free again. */
export function isHeld(kind: LedgerKind, stage: string): boolean {
  const { alike: spec } = KIND[kind]
  const row = rowOf(kind)
  return spec !== undefined && row.includes(stage) && row.indexOf(stage) >= row.indexOf(spec.held)
}

/** An entry that is there already, as it is shown and recorded. */
export interface Known extends Entry {
  id: string
  number: string | null
  stage: string
}

export type Duplicate = Known & Likeness & { held: boolean }

/** The known ones that are alike, most alike first. */
export const duplicates = <K extends Known>(kind: LedgerKind, one: Entry, known: readonly K[], places: readonly string[] = []) =>
  known
    .flatMap(other => {
      const how = alike(kind, one, other, places)
      return how ? [{ ...other, ...how, held: isHeld(kind, other.stage) }] : []
    })
    .sort((a, b) => Number(b.sure) - Number(a.sure) || b.score - a.score || (a.id < b.id ? -1 : 1))
