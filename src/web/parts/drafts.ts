// Corrections to the drafts of a document: shown at once, sent one after another, kept until acknowledged; another officer's edit is never overwritten unseen.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DocumentView, DraftView } from '../../core/contract/document.ts'
import { call, Fault } from '../api.ts'
import { keep, kept } from '../intent.ts'
import { documentQuery } from '../query.ts'

export type Change = Partial<Pick<DraftView, 'chosen' | 'title' | 'topic' | 'leadUnitId' | 'coUnitIds' | 'dueOn' | 'measure'>>

/** Two people gave one field different values. */
export interface Conflict {
  index: number
  field: keyof Change
  mine: Change[keyof Change]
  theirs: Change[keyof Change]
  by: string
}

/** A change not yet acknowledged, with the values that were on the page when it was made. */
interface Pending {
  change: Change
  base: Change
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const AGAIN_MS = 4000

/** The fields in which another's edit stands against mine: he changed what I also changed, and not to the same. */
export function conflictsOf(index: number, { change, base }: Pending, theirs: DraftView): Conflict[] {
  return (Object.keys(change) as (keyof Change)[])
    .filter(f => !same(theirs[f], base[f]) && !same(theirs[f], change[f]))
    .map(field => ({ index, field, mine: change[field], theirs: theirs[field], by: theirs.editedBy ?? '' }))
}

export function useDrafts(document: DocumentView) {
  const cache = useQueryClient()
  const name = `drafts.${document.id}`
  const [pending, setPending] = useState<Record<number, Pending>>(() => kept(name, {}))
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const now = useRef(pending)
  const sending = useRef(new Set<number>())
  const key = documentQuery(document.id).queryKey

  const put = (index: number, one: Pending | null) => {
    const { [index]: _, ...rest } = now.current
    now.current = one ? { ...rest, [index]: one } : rest
    setPending(now.current)
    keep(name, Object.keys(now.current).length > 0 ? now.current : null)
  }
  const take = (draft: DraftView) =>
    cache.setQueryData(key, old => old && { ...old, drafts: old.drafts.map(d => (d.index === draft.index ? draft : d)) })

  const flush = async (index: number): Promise<void> => {
    const one = now.current[index]
    if (!one || sending.current.has(index)) return
    sending.current.add(index)
    let again = false
    const draft = cache.getQueryData(key)!.drafts.find(d => d.index === index)!
    try {
      const answer = await call('patchDraft', { params: { id: document.id, index }, body: { version: draft.version, ...one.change } })
      take(answer)
      setFault(null)
      // What was changed meanwhile stays to be sent.
      const left = Object.fromEntries(
        Object.entries(now.current[index]?.change ?? {}).filter(([f, v]) => !same(v, one.change[f as keyof Change])),
      )
      put(index, Object.keys(left).length > 0 ? { change: left, base: now.current[index]!.base } : null)
    } catch (e) {
      if (!(e instanceof Fault)) throw e
      if (e.code === 'stale-version') again = await meet(index, one, String(e.facts.by ?? ''))
      else if (e.code !== 'offline' && e.code !== 'unavailable') put(index, null)
      if (e.code !== 'stale-version') setFault(e)
    } finally {
      sending.current.delete(index)
    }
    if (again || (now.current[index] && !same(now.current[index], one))) await flush(index)
  }

  /** Somebody else was first: what does not clash goes in beside his (true: send again with his version); what does is asked. */
  const meet = async (index: number, one: Pending, by: string): Promise<boolean> => {
    const fresh = await cache.fetchQuery({ ...documentQuery(document.id), staleTime: 0 })
    const theirs = fresh.drafts.find(d => d.index === index)!
    const clash = conflictsOf(index, one, theirs)[0]
    if (clash) setConflict({ ...clash, by: clash.by || by })
    else put(index, { change: one.change, base: pick(theirs, one.change) })
    return !clash
  }

  const patch = (index: number, change: Change): void => {
    const draft = cache.getQueryData(key)!.drafts.find(d => d.index === index)!
    const before = now.current[index]
    put(index, { change: { ...before?.change, ...change }, base: { ...pick(draft, change), ...before?.base } })
    void flush(index)
  }

  /** Ends a conflict with one of the two values. */
  const settle = (use: 'mine' | 'theirs'): void => {
    if (!conflict) return
    const { index, field, mine, theirs } = conflict
    const one = now.current[index]
    setConflict(null)
    if (!one) return
    const { [field]: _, ...others } = one.change
    const change = use === 'mine' ? { ...others, [field]: mine } : others
    put(index, Object.keys(change).length > 0 ? { change, base: { ...one.base, [field]: theirs } } : null)
    void flush(index)
  }

  // Nothing was heard of these: they go again by themselves, also after a reload.
  const waiting = Object.keys(pending).length > 0 && !conflict
  // biome-ignore lint/correctness/useExhaustiveDependencies: flush reads what is pending when it runs
  useEffect(() => {
    if (!waiting) return
    const again = () => {
      for (const index of Object.keys(now.current)) void flush(Number(index))
    }
    const timer = setInterval(again, AGAIN_MS)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [waiting])

  // A card whose draft is the same object is not drawn again.
  const drafts = document.drafts.map(d => (pending[d.index] ? { ...d, ...pending[d.index]!.change } : d))
  return {
    drafts,
    patch,
    conflict,
    settle,
    fault,
    lost: fault?.code === 'offline' && waiting,
    saving: waiting,
    clear: () => setFault(null),
  }
}

const pick = (draft: DraftView, change: Change): Change =>
  Object.fromEntries((Object.keys(change) as (keyof Change)[]).map(f => [f, draft[f]])) as Change
