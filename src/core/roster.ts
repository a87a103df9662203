// 组织导入: a sheet of units or of people against what is there: line by line new, changed, the same, or refused with the reason. Changes nothing.

import { type PersonPlan, personLines } from './rosterperson.ts'
import { refusedUnits, type UnitPlan, unitLines } from './rosterunit.ts'
import { findHead, type Head, type Headings, rowsBelow } from './sheethead.ts'
import type { Day, Role, Unit } from './types.ts'

export const UNIT_HEADINGS = {
  name: ['单位', '单位名称', '机构名称', '部门', '部门名称'],
  parent: ['上级单位', '上级', '主管单位', '主管部门', '所属单位'],
  kind: ['类别', '单位类别', '单位性质', '性质'],
  aliases: ['简称', '单位简称', '别名'],
  duties: ['职责', '主要职责', '职能', '职责任务'],
} as const satisfies Headings<string>

export const PERSON_HEADINGS = {
  name: ['姓名', '名字'],
  unit: ['单位', '单位名称', '所在单位', '工作单位', '部门'],
  post: ['职务', '职务名称', '现任职务'],
  role: ['角色', '系统角色', '系统岗位', '权限'],
  username: ['登录名', '用户名', '账号', '登录账号'],
  from: ['起', '任职时间', '任职日期', '起始', '开始日期'],
  to: ['止', '离任时间', '离任日期', '截止', '结束日期'],
} as const satisfies Headings<string>

export const ROSTER_COLUMNS = ['name', 'parent', 'kind', 'aliases', 'duties', 'unit', 'post', 'role', 'username', 'from', 'to'] as const
type RosterColumn = (typeof ROSTER_COLUMNS)[number]

export const ROSTER_VERDICTS = ['new', 'changed', 'same', 'refused'] as const
type RosterVerdict = (typeof ROSTER_VERDICTS)[number]

export const ROSTER_REASONS = [
  'name-refused', // facts { cell }: too short or long, or characters that no name has
  'aliases-refused',
  'duties-refused',
  'post-refused',
  'repeated', // facts { lines }: the same on several lines
  'unknown-kind', // facts { cell, known }
  'unknown-parent', // facts { cell, maybe }
  'parent-refused', // facts { cell, line }
  'ring', // the upper unit stands below this one
  'known-as', // facts { name }: a short name of a unit that is there
  'unknown-unit', // facts { cell, maybe }
  'unit-needed', // facts { role }
  'unknown-role', // facts { cell, known }
  'admin-role', // 三员 are not made by a sheet
  'is-admin', // facts { username }: an administrator has no other role
  'username-refused', // facts { cell }
  'username-needed', // a role without an account
  'username-taken', // facts { username, name }
  'username-repeated', // facts { username, lines }: one account for several names
  'same-name', // facts { username }: somebody of that name is in the unit with another account
  'day-unreadable', // facts { cell }
  'days-reversed',
  'hand-over', // leaves a post whose role he has: the security administrator hands it over
  'too-many-accounts', // facts { limit }
] as const
type RosterReason = (typeof ROSTER_REASONS)[number]

export interface RosterLine {
  line: number
  name: string
  verdict: RosterVerdict
  reason: RosterReason | null
  facts: Record<string, string | number>
  /** What will be, field by field; `was` null where there was nothing. */
  changes: { field: RosterColumn; was: string | null; now: string }[]
}

export interface RosterPerson {
  id: string
  name: string
  username: string | null
  admin: boolean
  tenures: { id: string; unitId: string | null; post: string; role: Role | null; from: Day; to: Day | null; granted: boolean }[]
}

/** What is there. */
export interface RosterWorld {
  units: Unit[]
  people: RosterPerson[]
  /** Of the sheet's login names, those that people of other jurisdictions have. */
  taken: readonly string[]
  /** The jurisdiction's name, which may stand before a unit's. */
  place: string
  today: Day
}

export type RosterCheck =
  | { fault: 'no-header' | 'empty'; headers: string[] }
  | { fault: 'missing-column' | 'repeated-column'; headers: string[] }
  | {
      fault: null
      kind: 'units' | 'people'
      /** Columns that the template has and the sheet has not: what is there stays. */
      missing: string[]
      ignored: string[]
      lines: RosterLine[]
      units: UnitPlan[]
      people: PersonPlan[]
    }

/** Units or people, as the headers say. */
export function checkRoster(rows: readonly (readonly string[])[], world: RosterWorld): RosterCheck {
  const people = findHead(rows, PERSON_HEADINGS)
  const units = findHead(rows, UNIT_HEADINGS)
  if (people?.at.has('name'))
    return check(rows, people, PERSON_HEADINGS, ['name'], found => ({ kind: 'people', units: [], ...personLines(found, world) }))
  if (units)
    return check(rows, units, UNIT_HEADINGS, ['name'], found => ({ kind: 'units', people: [], ...refusedUnits(unitLines(found, world)) }))
  const headers = [UNIT_HEADINGS.name[0], UNIT_HEADINGS.parent[0], PERSON_HEADINGS.name[0], PERSON_HEADINGS.post[0]]
  return people ? { fault: 'missing-column', headers: [PERSON_HEADINGS.name[0]] } : { fault: 'no-header', headers }
}

export type RosterRows<Key extends string> = { line: number; get: (key: Key) => string; has: (key: Key) => boolean }[]

function check<Key extends string>(
  rows: readonly (readonly string[])[],
  head: Head<Key>,
  headings: Headings<Key>,
  needed: readonly Key[],
  judge: (found: RosterRows<Key>) => { kind: 'units' | 'people'; lines: RosterLine[]; units: UnitPlan[]; people: PersonPlan[] },
): RosterCheck {
  const keys = Object.keys(headings) as Key[]
  const named = (list: readonly Key[]) => list.map(key => headings[key][0]!)
  const missing = keys.filter(key => !head.at.has(key))
  if (needed.some(key => missing.includes(key)))
    return { fault: 'missing-column', headers: named(needed.filter(key => missing.includes(key))) }
  if (head.repeated.length > 0) return { fault: 'repeated-column', headers: named([...new Set(head.repeated)]) }
  const found = rowsBelow(rows, head).map(row => ({ ...row, has: (key: Key) => head.at.has(key) }))
  if (found.length === 0) return { fault: 'empty', headers: [] }
  return { fault: null, missing: named(missing), ignored: head.ignored, ...judge(found) }
}
