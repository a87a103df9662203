// One write from a page: busy while under way, its fault when refused; after a lost connection it is sent again unchanged until it is answered.
import { useEffect, useRef, useState } from 'react'
import type { RouteName } from '../../core/contract/paths.ts'
import { type Answer, type Beside, type Body, Cancelled, call, Fault } from '../api.ts'
import { intended, settle } from '../intent.ts'

interface Options<N extends RouteName> {
  params?: Record<string, string | number>
  body?: Body<N>
  file?: File
  beside?: Beside<N>
  token?: string
  onProgress?: (share: number) => void
}

/** No answer was seen: the write may or may not have happened, so it goes again with the same key. */
const unanswered = (fault: Fault): boolean => fault.code === 'offline' || fault.code === 'unavailable'
const AGAIN_MS = 4000

/** A file is known again by its name, size and time. */
function meant<N extends RouteName>(scope: string, { params, body, file, beside }: Options<N>): Pick<Options<N>, 'body'> & { key: string } {
  if (file) return { key: intended(scope, [file.name, file.size, file.lastModified, ...(beside === undefined ? [] : [beside])]).key }
  const { key, body: sent } = intended(scope, { params, body })
  return { key, body: sent.body }
}

interface Write<N extends RouteName> {
  send: (options: Options<N>) => Promise<Answer<N> | null>
  busy: boolean
  fault: Fault | null
  /** It is being sent again by itself. */
  waiting: boolean
  /** The key of the write under way, by which the server can be asked how far it is. */
  key: string | null
  /** Takes back the write under way. Sent again, it goes with the same key: done already, it is not done twice. */
  cancel: () => void
  clear: () => void
}

/** `scope` names the intended write (e.g. report.<item>); give it for routes that need an Idempotency-Key. */
export function useWrite<N extends RouteName>(
  name: N,
  { scope, onDone }: { scope?: string; onDone?: (answer: Answer<N>) => void } = {},
): Write<N> {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const [key, setKey] = useState<string | null>(null)
  const last = useRef<Options<N> | null>(null)
  const going = useRef<AbortController | null>(null)
  const waiting = Boolean(scope && fault && unanswered(fault))

  const send = async (options: Options<N>): Promise<Answer<N> | null> => {
    last.current = options
    setBusy(true)
    going.current = new AbortController()
    const sent: Partial<ReturnType<typeof meant<N>>> = scope ? meant(scope, options) : {}
    setKey(sent.key ?? null)
    try {
      const answer = await call(name, { ...options, ...sent, signal: going.current.signal } as Parameters<typeof call<N>>[1])
      if (scope) settle(scope)
      setFault(null)
      onDone?.(answer)
      return answer
    } catch (e) {
      if (e instanceof Cancelled) {
        setFault(null)
        return null
      }
      if (!(e instanceof Fault)) throw e
      if (scope && !unanswered(e)) settle(scope)
      setFault(e)
      return null
    } finally {
      setBusy(false)
      setKey(null)
    }
  }

  const cancel = () => {
    going.current?.abort()
    // Nor is it sent again by itself.
    setFault(null)
  }

  useEffect(() => {
    if (!waiting) return
    const again = () => {
      if (last.current) void send(last.current)
    }
    const timer = setTimeout(again, AGAIN_MS)
    addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', again)
    }
  })

  return { send, busy, fault, waiting, key, cancel, clear: () => setFault(null) }
}
