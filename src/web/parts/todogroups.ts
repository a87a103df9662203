// What waits for somebody, in groups by what is due: past, within a week, later, without a day. The order of the list is kept.
import type { TodoEntry } from '../../core/contract/todo.ts'
import { addDays } from '../../core/day.ts'
import type { Day } from '../../core/types.ts'

export const TODO_GROUPS = ['past', 'week', 'later', 'undated'] as const
export type TodoGroup = (typeof TODO_GROUPS)[number]

/** As many of a group are shown at first (product choice). */
export const FIRST_SHOWN = 20
const WEEK = 7

/** A slip's limit counts as well as the entry's own day, as in the order of the list. */
function groupOf({ dueOn, slip }: TodoEntry, today: Day): TodoGroup {
  const days = [dueOn, slip?.limitOn].filter(day => day != null)
  if (days.length === 0) return 'undated'
  const day = days.reduce((a, b) => (a < b ? a : b))
  if (day < today) return 'past'
  return day <= addDays(today, WEEK) ? 'week' : 'later'
}

/** The groups that have entries. */
export function groupedByDue(entries: readonly TodoEntry[], today: Day): { group: TodoGroup; entries: TodoEntry[] }[] {
  const of = (group: TodoGroup): TodoEntry[] => entries.filter(entry => groupOf(entry, today) === group)
  return TODO_GROUPS.map(group => ({ group, entries: of(group) })).filter(one => one.entries.length > 0)
}

/** How many of each kind there are, in the order in which they first stand in the list. */
export function kindsOf(entries: readonly TodoEntry[]): [kind: TodoEntry['kind'], n: number][] {
  const counts = new Map<TodoEntry['kind'], number>()
  for (const { kind } of entries) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
}
