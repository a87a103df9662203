// Makes what a journey begins with, over the API as the pages do it, so that each test has documents and items of its own.
import { randomUUID } from 'node:crypto'
import type { APIRequestContext, BrowserContext } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { DocumentView, DraftView } from '../../src/core/contract/document.ts'
import type { ItemView } from '../../src/core/contract/item.ts'
import { paths, type RouteName } from '../../src/core/contract/paths.ts'
import { dayOf } from '../../src/core/day.ts'

interface Ask {
  params?: Record<string, string | number>
  query?: Record<string, string>
  body?: unknown
}

/** Asks one route with the visitor's session; anything but success is a fault of the test. */
export async function ask<A = unknown>(
  who: BrowserContext | APIRequestContext,
  name: RouteName,
  { params = {}, query, body }: Ask = {},
): Promise<A> {
  const request = 'request' in who ? who.request : who
  const [method, path] = paths[name]
  const url = path.replace(/:(\w+)/g, (_, key: string) => String(params[key]))
  const answer = await request.fetch(url, {
    method,
    params: query,
    data: body,
    headers: method === 'GET' ? {} : { 'idempotency-key': randomUUID() },
  })
  if (!answer.ok()) throw new Error(`${name}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as A
}

/** A document of one's own: a notice whose every line is one directive. */
export function takeIn(officer: BrowserContext, title: string, tasks: string[]): Promise<DocumentView> {
  const numbered = tasks.map((task, i) => `${'一二三四五六七八九十'[i]}是${task}`)
  const text = `${title}\n\n县直各单位：\n会议要求，抓好以下工作：\n${numbered.join('\n')}\n\n青禾县人民政府办公室\n2026年11月2日\n`
  return ask(officer, 'postDocument', { body: { text, name: '' } })
}

export async function unitNamed(who: BrowserContext, name: string): Promise<string> {
  const { units } = await ask<{ units: { id: string; name: string }[] }>(who, 'listUnits')
  const found = units.find(u => u.name === name)
  if (!found) throw new Error(`the county has no ${name}`)
  return found.id
}

/** A document with one directive, dispatched to the unit: the item it became. */
export async function dispatched(
  officer: BrowserContext,
  task: string,
  unit: string,
  dueOn: string | null = '2099-12-31',
): Promise<ItemView> {
  const document = await takeIn(officer, `关于${task.slice(0, 12)}的通知`, [`${unit}要${task}。`])
  const leadUnitId = await unitNamed(officer, unit)
  const [first, ...others] = document.drafts as [DraftView, ...DraftView[]]
  const patch = (draft: DraftView, change: object) =>
    ask(officer, 'patchDraft', { params: { id: document.id, index: draft.index }, body: { version: draft.version, ...change } })
  await patch(first, { chosen: true, title: task, leadUnitId, coUnitIds: [], dueOn })
  for (const other of others) await patch(other, { chosen: false })
  const { items } = await ask<{ items: { id: string }[] }>(officer, 'dispatchDocument', { params: { id: document.id }, body: {} })
  return ask(officer, 'getItem', { params: { id: items[0]!.id } })
}

export interface Made {
  id: string
  version: number
}

/** An item of any kind, registered and dispatched in one step. */
export const register = (officer: BrowserContext, draft: object, more: object = {}): Promise<Made> =>
  ask(officer, 'postItem', { body: { draft: { dueOn: '2099-12-31', ...draft }, dispatch: true, ...more } })

/** A campaign that runs from today. */
export const aCampaign = (officer: BrowserContext, title: string, leadUnitId: string, goal = '渠道全部疏通'): Promise<Made> => {
  const fields = { beginOn: dayOf(Date.now()), goals: [goal] }
  return register(officer, { title, leadUnitId }, { detail: { kind: 'campaign', stage: 'running', fields } })
}

/** A matter that belongs to the campaign. */
export const member = (officer: BrowserContext, title: string, leadUnitId: string, to: string): Promise<Made> =>
  register(officer, { title, leadUnitId }, { links: [{ relation: 'belongs-to', to }] })

/** Ends the campaign with the test, so that no later one finds it on the wall. */
export const endAfter = (officer: BrowserContext, id: string): void =>
  onTestFinished(async () => {
    const view = await ask<{ version: number; ended: object | null; members: { id: string }[] }>(officer, 'getCampaign', { params: { id } })
    const endings = view.members.map(m => ({ itemId: m.id, to: null }))
    if (!view.ended) await ask(officer, 'endCampaign', { params: { id }, body: { version: view.version, endings } })
  })

/** A word that no other test and no earlier run has in its titles. */
export const mark = (): string => randomUUID().slice(0, 8)
