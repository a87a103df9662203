// The lines of a sheet of people: accounts and posts each would add or change, or why it cannot. Roles are only proposed. Pure.
import { isAdmin, needsUnit } from './appoint.ts'
import { AccountBody, Username } from './contract/account.ts'
import { Line } from './contract/value.ts'
import { parseDay } from './day.ts'
import { findUnit } from './org.ts'
import type { PERSON_HEADINGS, RosterLine, RosterPerson, RosterRows, RosterWorld } from './roster.ts'
import { likely } from './rosterunit.ts'
import { type Day, ROLES, type Role } from './types.ts'

type Key = keyof typeof PERSON_HEADINGS

/** One line carried out. Several lines may be one person: they have the same `key`. */
export interface PersonPlan {
  key: string
  /** null: new. */
  id: string | null
  name: string
  /** Of a new account; null when there is one already, or none is wanted. */
  username: string | null
  tenure: { id: string | null; unitId: string | null; post: string; role: Role | null; from: Day; to: Day | null } | null
}

/** An account's first password is made for it, which takes its time. */
const MOST_ACCOUNTS = 300

/** The words of the template first, then what offices write. */
export const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
  officer: ['督查员', '督查专员'],
  liaison: ['联络员'],
  head: ['单位一把手', '一把手', '第一责任人', '主要负责人', '单位负责人'],
  leader: ['县领导', '领导', '包联领导', '市领导'],
  indicator_officer: ['指标专员', '统计员'],
  investment_officer: ['招商专员', '招商员'],
  upper: ['上级'],
  system_admin: ['系统管理员'],
  security_admin: ['安全管理员', '安全保密管理员'],
  audit_admin: ['审计管理员', '安全审计员'],
}
/** What a sheet may propose. */
export const PROPOSABLE: readonly Role[] = ROLES.filter(role => !isAdmin(role) && role !== 'upper')

/** 何清 · 阿依古丽·买买提 · Li Ming: letters only. */
const PERSON_NAME = /^[\p{L}\p{M}][\p{L}\p{M}·・. -]*$/u
const Post = Line(40)

/** 2025年3月1日 2025-03-01 2025/3/1 2025.3 20250301 → 2025-03-01; null when it is no day. */
export function readDay(cell: string): Day | null {
  const text = cell.normalize('NFKC').replace(/\s/g, '')
  const found = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:(?:月|[-/.])(\d{1,2})?日?)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (!found) return null
  const day = `${found[1]}-${found[2]!.padStart(2, '0')}-${(found[3] ?? '1').padStart(2, '0')}`
  return parseDay(day) === null ? null : day
}

type Row = RosterRows<Key>[number]

export function personLines(rows: RosterRows<Key>, world: RosterWorld): { lines: RosterLine[]; people: PersonPlan[] } {
  const byUsername = Map.groupBy(
    rows.filter(row => row.get('username') !== ''),
    row => row.get('username').toLowerCase(),
  )
  // 何清's second post may stand on a line without his login name.
  const named = new Map(
    rows.flatMap(row => (row.get('username') ? [[`${row.get('name')} ${row.get('unit')}`, row.get('username')] as const] : [])),
  )
  const usernameOf = (row: Row): string => (row.get('username') || (named.get(`${row.get('name')} ${row.get('unit')}`) ?? '')).toLowerCase()
  const whole = (row: Row): string => JSON.stringify((['name', 'unit', 'post', 'role', 'username'] as const).map(key => row.get(key)))
  const twins = Map.groupBy(rows, whole)
  const accounts = new Set<string>()
  const judged = rows.map(row =>
    judge(row, {
      world,
      accounts,
      username: usernameOf(row),
      sharing: byUsername.get(usernameOf(row)) ?? [],
      twins: twins.get(whole(row))!,
    }),
  )
  return { lines: judged.map(j => j.result), people: judged.flatMap(j => j.plan ?? []) }
}

interface Beside {
  world: RosterWorld
  /** New accounts of the lines before. */
  accounts: Set<string>
  username: string
  /** Lines with the same login name. */
  sharing: Row[]
  /** Lines that say the same. */
  twins: Row[]
}

type Judged = { result: RosterLine; plan: PersonPlan | null }

function judge({ line, get }: Row, { world, accounts, username, sharing, twins }: Beside): Judged {
  const name = get('name')
  const refused = (reason: RosterLine['reason'], facts: RosterLine['facts'] = {}): Judged => ({
    result: { line, name: name.slice(0, 40), verdict: 'refused', reason, facts, changes: [] },
    plan: null,
  })
  if (!AccountBody.shape.name.safeParse(name).success || !PERSON_NAME.test(name))
    return refused('name-refused', { cell: name.slice(0, 40) })
  if (twins.length > 1) return refused('repeated', { lines: twins.map(r => r.line).join('、') })

  if (username && !Username.safeParse(username).success) return refused('username-refused', { cell: username.slice(0, 40) })
  if (sharing.some(row => row.get('name') !== name))
    return refused('username-repeated', { username, lines: sharing.map(r => r.line).join('、') })

  const unitCell = get('unit')
  const unit = unitCell ? (world.units.find(u => u.name === unitCell) ?? findUnit(unitCell, world.units, world.place)) : null
  if (unitCell && !unit)
    return refused('unknown-unit', {
      cell: unitCell.slice(0, 60),
      maybe: likely(
        unitCell,
        world.units.map(u => u.name),
      ),
    })
  const roleCell = get('role')
  const role = ROLES.find(r => ROLE_WORDS[r].includes(roleCell)) ?? null
  if (role && isAdmin(role)) return refused('admin-role')
  if (roleCell && (!role || !PROPOSABLE.includes(role)))
    return refused('unknown-role', { cell: roleCell.slice(0, 40), known: PROPOSABLE.map(r => ROLE_WORDS[r][0]).join('、') })
  if (role && needsUnit(role) && !unit) return refused('unit-needed', { role: roleCell })
  const post = get('post')
  if (!Post.safeParse(post).success || /[<>=]/.test(post)) return refused('post-refused', { cell: post.slice(0, 40) })

  const [from, to] = [get('from') ? readDay(get('from')) : world.today, get('to') ? readDay(get('to')) : null]
  if (from === null) return refused('day-unreadable', { cell: get('from').slice(0, 40) })
  if (get('to') && to === null) return refused('day-unreadable', { cell: get('to').slice(0, 40) })
  if (to !== null && to < from) return refused('days-reversed')

  const match = whoIs(name, username, unit?.id ?? null, world)
  if ('reason' in match) return refused(match.reason, match.facts)
  const { was } = match
  if (role && was?.admin) return refused('is-admin', { username: was.username ?? '' })
  if (role && to === null && !username && !was?.username) return refused('username-needed', { role: roleCell })

  const account = username && !was?.username ? username : null
  if (account && !accounts.has(account) && accounts.size >= MOST_ACCOUNTS) return refused('too-many-accounts', { limit: MOST_ACCOUNTS })
  const held = was?.tenures.find(
    t => t.unitId === (unit?.id ?? null) && t.post === post && t.role === role && (t.to === null || (t.from === from && t.to === to)),
  )
  // Without a day the post is held since whenever it says.
  const since = held && !get('from') ? held.from : from
  if (held?.granted && to !== null) return refused('hand-over')
  const tenure = post || role ? { id: held?.id ?? null, unitId: unit?.id ?? null, post, role, from: since, to } : null
  const moved = tenure && (!held || held.from !== since || held.to !== to) ? tenure : null
  if (account) accounts.add(account)

  const changes: RosterLine['changes'] = [
    ...(account ? [{ field: 'username' as const, was: null, now: account }] : []),
    ...(moved && !held && unit ? [{ field: 'unit' as const, was: null, now: unit.name }] : []),
    ...(moved && !held && post ? [{ field: 'post' as const, was: null, now: post }] : []),
    ...(moved && !held && role ? [{ field: 'role' as const, was: null, now: ROLE_WORDS[role][0]! }] : []),
    ...(moved && held?.from !== since ? [{ field: 'from' as const, was: held?.from ?? null, now: since }] : []),
    ...(moved && to !== null && held?.to !== to ? [{ field: 'to' as const, was: held?.to ?? null, now: to }] : []),
  ]
  const verdict = !was ? 'new' : changes.length > 0 ? 'changed' : 'same'
  return {
    result: { line, name, verdict, reason: null, facts: {}, changes },
    plan:
      verdict === 'same'
        ? null
        : { key: was?.id ?? (username || `${name} ${unit?.id ?? ''}`), id: was?.id ?? null, name, username: account, tenure: moved },
  }
}

type Match = { was: RosterPerson | null } | { reason: NonNullable<RosterLine['reason']>; facts: RosterLine['facts'] }

/** By the login name; else by the name within the unit. Somebody of the same name elsewhere is somebody else. */
function whoIs(name: string, username: string, unitId: string | null, { people, taken }: RosterWorld): Match {
  const owner = username ? people.find(p => p.username === username) : undefined
  if (owner) return owner.name === name ? { was: owner } : { reason: 'username-taken', facts: { username, name: owner.name } }
  if (taken.includes(username)) return { reason: 'username-taken', facts: { username, name: '' } }
  const here = people.filter(p => p.name === name && p.tenures.some(t => t.to === null && t.unitId === unitId))
  const [first] = here
  if (!first) return { was: null }
  if (here.length > 1 || (username && first.username))
    return { reason: 'same-name', facts: { username: here.map(p => p.username ?? '—').join('、') } }
  return { was: first }
}
