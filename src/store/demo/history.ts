// A year of items: each life is a row of commands given at made-up moments and decided by the same rules as real ones. Pure.

import type { Command, ItemDraft, ItemEvent } from '../../core/command.ts'
import { addDays, daysBetween } from '../../core/day.ts'
import { decide } from '../../core/decide.ts'
import { isRefusal } from '../../core/refusal.ts'
import type { Actor, Day, Instant, Item, Source } from '../../core/types.ts'
import { numberOf } from '../number.ts'
import { SHIPPED_BOOK } from '../rules.ts'
import type { Chance } from './random.ts'
import { CLOSES, EXTENDS, LOOKS, QUARTERS, REPORTS, RETURNS, SEASONS, SUBMITS, SUSPENDS, URGES, WORKS, type Work } from './work.ts'

export interface Cast {
  officers: Actor[]
  units: { id: string; works: string; kind: string; liaison: Actor; head: Actor }[]
  towns: string[]
}

/** One decided step, as `act` would have saved it. */
export interface Step {
  at: Instant
  actor: Actor
  command: Command
  version: number
  event: ItemEvent
  /** The item after it. */
  next: Item
}

export interface Life {
  item: Item
  steps: Step[]
}

/** Something to register on a day: from a document, or of the office's own. */
export interface Task {
  day: Day
  draft: ItemDraft
  source: Source | null
}

/** The office's own tasks, spread over the year before `last`. */
export function tasksOf(chance: Chance, cast: Cast, count: number, last: Day): Task[] {
  return Array.from({ length: count }, () => {
    // More are young than old: a year's ledger grows.
    const day = workday(addDays(last, -Math.floor(365 * chance.next() ** 1.25)))
    return { day, draft: draftOf(chance, cast, day), source: null }
  }).sort((a, b) => (a.day < b.day ? -1 : 1))
}

function workday(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 0 ? -2 : weekday === 6 ? -1 : 0)
}

function draftOf(chance: Chance, cast: Cast, day: Day): ItemDraft {
  const unit = chance.of(cast.units)
  const work: Work = chance.of(WORKS[unit.works]!)
  const n = chance.whole(Math.ceil(work.most / 4), work.most)
  const month = Number(day.slice(5, 7)) - 1
  const season = chance.happens(0.5) ? QUARTERS[Math.floor(month / 3)]! : SEASONS[month]!
  const fill = (text: string) => text.replace('{n}', String(n)).replace('{town}', chance.of(cast.towns)).replace('{season}', season)
  const others = cast.units.filter(u => u.id !== unit.id)
  const co = chance.happens(0.4) ? [chance.of(others).id] : []
  if (co.length && chance.happens(0.3)) co.push(chance.of(others.filter(u => u.id !== co[0])).id)
  return {
    title: fill(work.title),
    topic: work.topic,
    urgency: chance.happens(0.08) ? 'urgent' : 'ordinary',
    leadUnitId: unit.id,
    coUnitIds: co,
    dueOn: chance.happens(0.07) ? null : addDays(day, chance.of([15, 30, 30, 45, 60, 60, 90, 120, 180])),
    measure: work.measure && chance.happens(0.85) ? fill(work.measure) : null,
  }
}

/** The lives of the tasks until the evening of `last`, numbered in the order of their days. */
export function livesOf(chance: Chance, cast: Cast, tasks: Task[], last: Day): Life[] {
  const counters = new Map<number, number>()
  return tasks.map(task => {
    const year = Number(task.day.slice(0, 4))
    const n = (counters.get(year) ?? 0) + 1
    counters.set(year, n)
    return lifeOf(chance, cast, task, { id: chance.id(), number: numberOf(year, n) }, last)
  })
}

function lifeOf(chance: Chance, cast: Cast, task: Task, named: { id: string; number: string }, last: Day): Life {
  const officer = chance.of(cast.officers)
  const unit = cast.units.find(u => u.id === task.draft.leadUnitId)!
  const steps: Step[] = []
  let item: Item | null = null
  let day = task.day
  /** Office hours in Beijing; steps of one day follow each other. */
  let minute = chance.whole(0, 240)
  /** Gives a command `after` days; false when that would be later than the story, or the rules refuse. */
  const give = (actor: Actor, command: Command, after: number): boolean => {
    const then = after ? workday(addDays(day, after)) : day
    const on = then < day ? day : then
    if (on > last) return false
    minute = on === day ? Math.min(475, minute + chance.whole(1, 40)) : chance.whole(0, 240)
    day = on
    const at = new Date(Date.parse(`${day}T01:00:00Z`) + minute * 60_000 + chance.whole(0, 59_999)).toISOString()
    const decided = decide(item, command, { actor, now: at, book: SHIPPED_BOOK, ...named })
    if (isRefusal(decided)) return false
    item = decided.next
    for (const event of decided.events) steps.push({ at, actor, command, version: item.version, event, next: item })
    return true
  }
  give(officer, { command: 'register', draft: task.draft, source: task.source }, 0)
  const fresh = daysBetween(task.day, last) < 4
  if (
    !(fresh && chance.happens(0.4)) &&
    give(officer, { command: 'dispatch', ...(task.draft.dueOn ? {} : { clock: null }) }, task.source ? 0 : chance.whole(0, 2)) &&
    give(unit.liaison, { command: 'accept', words: null }, chance.of([0, 1, 1, 2, 3, 6]))
  )
    work(chance, { give, now: () => item!, day: () => day, officer, liaison: unit.liaison })
  return { item: item!, steps }
}

interface Hands {
  give(actor: Actor, command: Command, after: number): boolean
  now(): Item
  day(): Day
  officer: Actor
  liaison: Actor
}

/** From acceptance on: reports by a temper that differs from unit to unit and from item to item, and what comes between. */
function work(chance: Chance, { give, now, day, officer, liaison }: Hands): void {
  const due = now().dueOn ?? addDays(day(), 90)
  const span = Math.max(10, daysBetween(day(), due))
  // 0.7: done well before the deadline; 1.4: well after it.
  const temper = 0.6 + chance.next() ** 1.6 * 0.9
  const silentFrom = chance.happens(0.05) ? chance.whole(20, 70) : 101
  let percent = 0
  for (let gone = 0; percent < 100; ) {
    const pause = chance.whole(6, Math.min(32, Math.max(8, Math.round(span / 3))))
    gone += pause
    percent = Math.min(100, Math.max(percent, Math.round((gone / (span * temper)) * 100 + chance.whole(-6, 6))))
    if (percent > silentFrom) return void give(officer, { command: 'urge', words: chance.of(URGES) }, pause + 30)
    if (percent >= 100) break
    if (chance.happens(0.015) && give(officer, { command: 'suspend', words: chance.of(SUSPENDS), until: null }, pause)) {
      if (!give(officer, { command: 'resume', words: null }, chance.whole(30, 90))) return
    }
    if (chance.happens(0.04)) give(officer, { command: 'urge', words: chance.of(URGES) }, Math.floor(pause / 2))
    if (percent > 50 && chance.happens(0.05))
      give(officer, { command: 'extend', dueOn: addDays(due > day() ? due : day(), chance.of([15, 30, 30])), words: chance.of(EXTENDS) }, 1)
    const waitingFor = chance.happens(0.08) ? chance.of(['upper', 'co', 'other'] as const) : null
    const words = chance.of(REPORTS.findLast(([from]) => percent >= from)![1]).replace('{p}', String(percent))
    if (!give(liaison, { command: 'report', percent, words, fileIds: [], waitingFor }, pause)) return
  }
  if (!give(liaison, { command: 'submit', words: chance.of(SUBMITS), fileIds: [] }, chance.whole(2, 9))) return
  while (chance.happens(0.12)) {
    if (!give(officer, { command: 'return', words: chance.of(RETURNS) }, chance.whole(1, 4))) return
    if (!give(liaison, { command: 'submit', words: chance.of(SUBMITS), fileIds: [] }, chance.whole(3, 12))) return
  }
  if (!give(officer, { command: 'close', words: chance.of(CLOSES) }, chance.whole(1, 9))) return
  // Few looks are forgotten: the list of what is to be done stays one that can be done.
  const look = now().recheckOn ? daysBetween(day(), now().recheckOn!) + chance.whole(0, 5) : 0
  const looked = chance.happens(0.997) && give(officer, { command: 'recheck', result: 'kept', words: chance.of(LOOKS), fileIds: [] }, look)
  if (chance.happens(0.6)) give(officer, { command: 'archive' }, looked ? chance.whole(5, 30) : chance.whole(60, 89))
}
