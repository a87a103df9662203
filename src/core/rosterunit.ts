// The lines of a sheet of units: what each would add or change, or why it cannot. An empty cell leaves what is there. Pure.
import { UnitBody } from './contract/unit.ts'
import { findUnit } from './org.ts'
import type { RosterLine, RosterRows, RosterWorld, UNIT_HEADINGS } from './roster.ts'
import { UNIT_KINDS, type Unit, type UnitKind } from './types.ts'

type Key = keyof typeof UNIT_HEADINGS

/** What is carried out: `parent` names a unit that is there or another new one. */
export interface UnitPlan {
  /** null: new. */
  id: string | null
  name: string
  aliases: string[]
  kind: UnitKind
  parent: { id: string } | { name: string } | null
  duties: string
}

/** The words of the template first, then what offices write. */
export const KIND_WORDS: Readonly<Record<UnitKind, readonly string[]>> = {
  leadership: ['领导机构', '四大班子', '领导'],
  party: ['党委部门', '党群部门', '党群机关'],
  government: ['政府部门', '行政机关', '政府工作部门'],
  township: ['乡镇街道', '乡镇', '街道', '镇', '乡'],
  zone: ['开发区', '园区'],
  institution: ['事业单位'],
  enterprise: ['企业', '国有企业', '国企'],
  office: ['办事机构', '督查机构'],
}

/** 禾丰镇 县委办公室 开发区管委会 供水公司; anything else is a government department. */
function kindByName(name: string): UnitKind {
  if (/(?:镇|乡|街道|街道办事处)$/.test(name)) return 'township'
  if (/开发区|园区/.test(name)) return 'zone'
  if (/公司|集团/.test(name)) return 'enterprise'
  return /委(?:组织部|宣传部|统战部|政法委|办公室|党校)|纪委/.test(name) ? 'party' : 'government'
}

/** Letters, figures and what stands in names of units: no tags, no formulas, no emoji. */
const UNIT_NAME = /^[\p{L}\p{N} ·・（）()、—\-“”《》〇○]+$/u

interface Judged {
  result: RosterLine
  plan: UnitPlan | null
  /** Named in this sheet, on another line. */
  waitsFor: string | null
}

export function unitLines(rows: RosterRows<Key>, { units, place }: RosterWorld): Judged[] {
  const linesOf = Map.groupBy(rows, row => row.get('name'))
  const names = new Set(linesOf.keys())
  return rows.map(row => {
    const name = row.get('name')
    const lines = linesOf.get(name)!.map(r => r.line)
    return judge(row, { name, lines, units, names, place })
  })
}

interface Beside {
  name: string
  lines: number[]
  units: Unit[]
  names: Set<string>
  place: string
}

function judge({ line, get, has }: RosterRows<Key>[number], { name, lines, units, names, place }: Beside): Judged {
  const refused = (reason: RosterLine['reason'], facts: RosterLine['facts'] = {}): Judged => ({
    result: { line, name: name.slice(0, 60), verdict: 'refused', reason, facts, changes: [] },
    plan: null,
    waitsFor: null,
  })
  if (!UnitBody.shape.name.safeParse(name).success || !UNIT_NAME.test(name)) return refused('name-refused', { cell: name.slice(0, 60) })
  if (lines.length > 1) return refused('repeated', { lines: lines.join('、') })
  const was = units.find(u => u.name === name) ?? null
  const known = was ? null : findUnit(name, units, place)
  if (known) return refused('known-as', { name: known.name })
  const kindCell = get('kind')
  const kind = kindCell ? UNIT_KINDS.find(k => KIND_WORDS[k].includes(kindCell)) : (was?.kind ?? kindByName(name))
  if (!kind) return refused('unknown-kind', { cell: kindCell.slice(0, 40), known: UNIT_KINDS.map(k => KIND_WORDS[k][0]).join('、') })
  const aliases = get('aliases')
    ? [
        ...new Set(
          get('aliases')
            .split(/[、，,；;\s]+/)
            .filter(Boolean),
        ),
      ]
    : (was?.aliases ?? [])
  if (!UnitBody.shape.aliases.safeParse(aliases).success || aliases.some(a => !UNIT_NAME.test(a))) return refused('aliases-refused')
  const duties = get('duties') || (was?.duties ?? '')
  if (!UnitBody.shape.duties.safeParse(duties).success) return refused('duties-refused')

  const above = parentOf(get('parent'), was, units, names, place)
  if ('maybe' in above) return refused('unknown-parent', { cell: get('parent').slice(0, 60), maybe: above.maybe })
  if (was && above.plan && 'id' in above.plan && isBelow(above.plan.id, was.id, units)) return refused('ring')
  if (above.said === name) return refused('ring')

  const plan: UnitPlan = { id: was?.id ?? null, name, aliases, kind, parent: above.plan, duties }
  const before = was && {
    kind: KIND_WORDS[was.kind][0]!,
    aliases: was.aliases.join('、'),
    duties: was.duties,
    parent: nameOf(was.parentId, units),
  }
  const after = { kind: KIND_WORDS[kind][0]!, aliases: aliases.join('、'), duties, parent: above.said }
  const changes = (['parent', 'kind', 'aliases', 'duties'] as const).flatMap(field => {
    const same = before ? before[field] === after[field] : after[field] === '' || (!has(field) && field !== 'kind')
    return same ? [] : [{ field, was: before ? before[field] || null : null, now: after[field] }]
  })
  const verdict = !was ? 'new' : changes.length > 0 ? 'changed' : 'same'
  return {
    result: { line, name, verdict, reason: null, facts: {}, changes },
    plan: verdict === 'same' ? null : plan,
    waitsFor: above.plan && 'name' in above.plan ? above.plan.name : null,
  }
}

const nameOf = (id: string | null, units: Unit[]): string => units.find(u => u.id === id)?.name ?? ''

type Above = { plan: UnitPlan['parent']; said: string } | { maybe: string }

function parentOf(cell: string, was: Unit | null, units: Unit[], names: Set<string>, place: string): Above {
  if (!cell) return was?.parentId ? { plan: { id: was.parentId }, said: nameOf(was.parentId, units) } : { plan: null, said: '' }
  const found = units.find(u => u.name === cell) ?? (names.has(cell) ? null : findUnit(cell, units, place))
  if (found) return { plan: { id: found.id }, said: found.name }
  return names.has(cell) ? { plan: { name: cell }, said: cell } : { maybe: likely(cell, [...names, ...units.map(u => u.name)]) }
}

/** The name that shares the most characters with what was written, when it shares most of them: 县水力局 → 县水利局. */
export function likely(cell: string, names: readonly string[]): string {
  const share = (name: string) => [...new Set(name)].filter(c => cell.includes(c)).length / Math.max(new Set(name).size, new Set(cell).size)
  const best = names.reduce((a, b) => (share(b) > share(a) ? b : a), '')
  return best && share(best) >= 0.6 ? best : ''
}

function isBelow(id: string, top: string, units: Unit[]): boolean {
  for (let at: string | null = id, steps = 0; at && steps <= units.length; steps++) {
    if (at === top) return true
    at = units.find(u => u.id === at)?.parentId ?? null
  }
  return false
}

/** A line whose upper unit stands on a refused line is refused, too, and so is a ring of new units; the rest is ordered, upper units first. */
export function refusedUnits(judged: Judged[]): { lines: RosterLine[]; units: UnitPlan[] } {
  const byName = new Map(judged.filter(j => j.result.reason !== 'repeated').map(j => [j.result.name, j]))
  const lines = new Map(judged.map(j => [j, j.result]))
  const ordered: UnitPlan[] = []
  const state = new Map<Judged, 'open' | 'good' | 'bad'>()
  const visit = (j: Judged): 'open' | 'good' | 'bad' => {
    const seen = state.get(j)
    if (seen) return seen
    state.set(j, 'open')
    const above = j.waitsFor === null ? null : (byName.get(j.waitsFor) ?? null)
    const said = above ? visit(above) : 'good'
    let mine: 'good' | 'bad' = j.result.verdict === 'refused' ? 'bad' : 'good'
    if (mine === 'good' && j.waitsFor !== null && (!above || said !== 'good')) {
      mine = 'bad'
      const ring = said === 'open' || (above && lines.get(above)!.reason === 'ring')
      const facts = { cell: j.waitsFor, line: above?.result.line ?? '' }
      lines.set(j, { ...j.result, verdict: 'refused', reason: ring ? 'ring' : 'parent-refused', facts, changes: [] })
    }
    state.set(j, mine)
    if (mine === 'good' && j.plan) ordered.push(j.plan)
    return mine
  }
  for (const j of judged) visit(j)
  return { lines: [...lines.values()], units: ordered }
}
