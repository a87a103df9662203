// The one place that talks to the server: calls typed by the contract; a "no" comes out as a Fault with the code of the problem.
import type { z } from 'zod'
import { paths, type RouteName } from '../core/contract/paths.ts'
import type { Problem, ProblemCode } from '../core/contract/problem.ts'
import type { Routes } from '../core/contract/routes.ts'
import { asked } from './presence.ts'

type Input<T> = T extends z.ZodType ? z.input<T> : never
type Part<N extends RouteName, K extends string> = Routes[N] extends Record<K, infer S> ? Input<S> : undefined

export type Answer<N extends RouteName> = Routes[N]['response'] extends z.ZodType ? z.output<Routes[N]['response']> : Blob
export type Body<N extends RouteName> = Part<N, 'body'>
export type Beside<N extends RouteName> = Part<N, 'beside'>

interface Call<N extends RouteName> {
  params?: Record<string, string | number>
  query?: Part<N, 'query'> | Record<string, string | undefined>
  body?: Body<N>
  /** Sent instead of a body, as multipart/form-data. */
  file?: File
  /** Goes with the file. */
  beside?: Beside<N>
  /** Of one intended write; see intent.ts. */
  key?: string
  /** Of an answer link, instead of a session. */
  token?: string
  signal?: AbortSignal
  /** 0 to 1 while a file goes up. */
  onProgress?: (share: number) => void
}

export type FaultCode = ProblemCode | 'offline'

/** The person took it back himself: no fault of anybody. */
export class Cancelled extends Error {}

/** A call that did not succeed. `offline`: nothing is known about whether it arrived. */
export class Fault extends Error {
  readonly code: FaultCode
  readonly facts: Problem['facts']
  readonly fields: NonNullable<Problem['fields']>
  constructor(code: FaultCode, facts: Problem['facts'] = {}, fields: Problem['fields'] = []) {
    super(code)
    this.code = code
    this.facts = facts
    this.fields = fields ?? []
  }
}

/** The address of a route, for links to files and for calls. */
export function address<N extends RouteName>(name: N, { params = {}, query = {} }: Pick<Call<N>, 'params' | 'query'> = {}): string {
  const path = paths[name][1].replace(/:(\w+)/g, (_, k: string) => encodeURIComponent(String(params[k])))
  const given = Object.entries(query as Record<string, unknown>).flatMap(([k, v]) =>
    v === undefined || v === '' || v === false || (Array.isArray(v) && v.length === 0) ? [] : [[k, String(v)]],
  )
  return given.length ? `${path}?${new URLSearchParams(given)}` : path
}

/** Calls a route. Throws Fault, or Cancelled after its signal; never anything else. */
export async function call<N extends RouteName>(name: N, options: Call<N> = {}): Promise<Answer<N>> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (options.key) headers['idempotency-key'] = options.key
  if (options.token) headers.authorization = `Bearer ${options.token}`
  let body: BodyInit | undefined
  if (options.file) {
    const form = new FormData()
    if (options.beside !== undefined) form.append('body', JSON.stringify(options.beside))
    form.append('file', options.file, options.file.name)
    body = form
  } else if (options.body !== undefined) {
    headers['content-type'] = 'application/json'
    body = JSON.stringify(options.body)
  }
  const request = { method: paths[name][0], headers, body, signal: options.signal }
  const answer = options.onProgress
    ? await upload(address(name, options), request, options.onProgress)
    : await ask(address(name, options), request)
  asked(name)
  if (answer.status >= 400) throw faultOf(answer.status, answer.text)
  return (answer.text ? JSON.parse(answer.text) : undefined) as Answer<N>
}

/** A file that is asked for with a body: kept by the browser under the name that the server gave it. Throws as `call` does. */
export async function download<N extends RouteName>(
  name: N,
  { body, query = {} }: Pick<Call<N>, 'body' | 'query'>,
  otherwise: string,
): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(address(name, { query }), { method: paths[name][0], headers, body: JSON.stringify(body) }).catch(() => {
    throw new Fault('offline')
  })
  if (!answer.ok) throw faultOf(answer.status, await answer.text())
  const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  const url = URL.createObjectURL(await answer.blob())
  const link = Object.assign(document.createElement('a'), { href: url, download: named ? decodeURIComponent(named) : otherwise })
  link.click()
  URL.revokeObjectURL(url)
}

interface Request {
  method: string
  headers: Record<string, string>
  body: BodyInit | undefined
  signal: AbortSignal | undefined
}

async function ask(url: string, request: Request): Promise<{ status: number; text: string }> {
  try {
    const answer = await fetch(url, request)
    return { status: answer.status, text: await answer.text() }
  } catch {
    if (request.signal?.aborted) throw new Cancelled()
    throw new Fault('offline')
  }
}

/** fetch cannot say how far an upload is; XMLHttpRequest can. */
function upload(url: string, request: Request, onProgress: (share: number) => void): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const x = new XMLHttpRequest()
    x.open(request.method, url)
    for (const [k, v] of Object.entries(request.headers)) x.setRequestHeader(k, v)
    x.upload.onprogress = e => e.lengthComputable && onProgress(e.loaded / e.total)
    x.onload = () => resolve({ status: x.status, text: x.responseText })
    x.onerror = x.ontimeout = () => reject(new Fault('offline'))
    x.onabort = () => reject(request.signal?.aborted ? new Cancelled() : new Fault('offline'))
    request.signal?.addEventListener('abort', () => x.abort())
    x.send(request.body as XMLHttpRequestBodyInit)
  })
}

/** A proxy in between may answer without a problem body. */
function faultOf(status: number, text: string): Fault {
  try {
    const p = JSON.parse(text) as Problem
    if (p.code) return new Fault(p.code, p.facts, p.fields)
  } catch {}
  if (status === 401) return new Fault('unauthenticated')
  if (status === 413) return new Fault('too-large')
  if (status === 429) return new Fault('too-many-requests')
  return new Fault(status >= 502 && status <= 504 ? 'unavailable' : 'internal')
}
