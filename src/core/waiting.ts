// Whom an item waits for and how many days each party was waited for: kept by the commands, so that no one can charge days by hand.
import { daysBetween } from './day.ts'
import { type Day, type Item, WAITING, type Waited, type Waiting } from './types.ts'

export const NO_WAIT: Waited = { lead: 0, co: 0, upper: 0, office: 0, other: 0 }

type WaitingItem = Pick<Item, 'waitingFor' | 'waitingSince' | 'waited'>

/** The days charged to each party up to `today`, the running span included. */
export function charged({ waitingFor, waitingSince, waited }: WaitingItem, today: Day): Waited {
  if (!waitingFor || !waitingSince || waitingSince >= today) return waited
  return { ...waited, [waitingFor]: waited[waitingFor] + daysBetween(waitingSince, today) }
}

/** From today another party is waited for, or nobody. */
export function waitFor(item: WaitingItem, who: Waiting | null, today: Day): WaitingItem {
  if (who === item.waitingFor && item.waitingSince) return { waitingFor: who, waitingSince: item.waitingSince, waited: item.waited }
  return { waitingFor: who, waitingSince: who && today, waited: charged(item, today) }
}

/** 中止: it is known whom the item waited for, but nobody is charged. */
export const pauseWait = (item: WaitingItem, today: Day): WaitingItem => ({
  waitingFor: item.waitingFor,
  waitingSince: null,
  waited: charged(item, today),
})

/** The parties that were waited for, the longest first. */
export const waitedLongest = (waited: Waited): { who: Waiting; days: number }[] =>
  WAITING.map(who => ({ who, days: waited[who] }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days)
