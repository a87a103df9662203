// Mounts the contract's table of routes: each request is authenticated, authorised, validated, handled, presented, in this order and nowhere else.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { reach } from '../core/access.ts'
import { paths, type RouteName } from '../core/contract/paths.ts'
import { type RouteSpec, routes } from '../core/contract/routes.ts'
import { IdempotencyKey } from '../core/contract/value.ts'
import { isRefusal } from '../core/refusal.ts'
import type { Call, Handler, Handlers, House, Sent, Upload } from './call.ts'
import type { OpenLink } from './link.ts'
import { fieldsOf, isProblem, problem, sendProblem, sendRefusal } from './problem.ts'
import type { Session } from './session.ts'
import { takeUpload } from './upload.ts'

/** Pasted text is the largest JSON that comes in; what is longer comes as a file. */
const JSON_LIMIT = 3 * 1024 * 1024

export function mount(app: FastifyInstance, house: House, handlers: Handlers): void {
  for (const name of Object.keys(paths) as RouteName[]) {
    const [method, url] = paths[name]
    const spec: RouteSpec = routes[name]
    // One table of 30 routes, each with its own types: the union of all handlers is called with the union of all calls.
    const handler = handlers[name] as unknown as Handler<'getItem'>
    app.route({
      method,
      url,
      bodyLimit: JSON_LIMIT,
      ...(spec.access === 'link' ? { config: { rateLimit: { max: house.config.answersPerMinute, keyGenerator: r => r.ip } } } : {}),
      handler: (request, reply) => serve(spec, handler, house, request, reply),
    })
  }
}

async function serve(spec: RouteSpec, handler: Handler<'getItem'>, house: House, request: FastifyRequest, reply: FastifyReply) {
  let session: Session | null = null
  let link: OpenLink | null = null
  if (spec.access === 'link') {
    const opened = await house.links.of(request)
    if (isRefusal(opened)) return sendRefusal(reply, opened)
    link = opened
  } else if (spec.access !== 'public') {
    session = await house.sessions.of(request, reply, { unasked: spec.unasked ?? false })
    if (!session) return sendProblem(reply, problem('unauthenticated'))
    // Who one is, leaving, and the new password itself: nothing else before it is chosen.
    if (session.passwordDue && spec.access !== 'session') return sendProblem(reply, problem('password-due', { why: session.passwordDue }))
    if (spec.access !== 'session' && !reach(session.actor, spec.access))
      return sendProblem(reply, problem('not-allowed', { action: spec.access }))
  }

  const faults: { path: string; rule: string }[] = []
  const check = (schema: z.ZodType | undefined, value: unknown, place: string): unknown => {
    if (!schema) return undefined
    const parsed = schema.safeParse(value)
    if (!parsed.success) faults.push(...fieldsOf(parsed.error, place))
    return parsed.data
  }
  const params = check(spec.params, request.params, 'path')
  // An address that cannot be anything is the same as one that is nothing.
  if (faults.length) return sendProblem(reply, problem('not-found'))
  const query = check(spec.query, request.query, 'query')
  const key = spec.once ? check(IdempotencyKey, request.headers['idempotency-key'], 'Idempotency-Key') : null
  if (faults.length) return sendProblem(reply, problem('invalid', {}, faults))
  const upload = spec.upload && request.isMultipart() ? await takeUpload(request) : null
  if (upload && isRefusal(upload)) return sendRefusal(reply, upload)
  const beside = upload && spec.beside ? check(spec.beside, jsonOf(upload.beside ?? null), 'body') : null
  const body = upload ? null : check(spec.body, request.body ?? {}, 'body')
  if (faults.length) return sendProblem(reply, problem('invalid', {}, faults))

  const actor = link?.actor ?? session?.actor ?? null
  const call = { house, session, actor, link, params, query, body, beside, upload: upload as Upload | null, key, request, reply }
  const answer = (await handler(call as unknown as Call<'getItem'>)) as object
  if (isRefusal(answer)) return sendRefusal(reply, answer)
  if (isProblem(answer)) return sendProblem(reply, answer)
  if ('media' in spec.response) return sendFile(reply, answer as Sent)
  reply.code(spec.status ?? 200).type('application/json; charset=utf-8')
  // As a text: bytes lie outside the heap, and a thousand answers a second of 30 kB would start three full collections in it.
  return reply.send(isText(answer) ? answer.json : JSON.stringify(answer))
}

const jsonOf = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '{}')
  } catch {
    return null
  }
}

const isText = (x: object): x is { json: string } => 'json' in x

/** As an attachment: nothing that a person put in is shown inside the page's own origin, but pictures, which can hold no script. */
function sendFile(reply: FastifyReply, sent: Sent): FastifyReply {
  // Opened by itself a picture has no rights of the origin either, and nobody guesses another type from its bytes.
  if (sent.inline) reply.header('content-security-policy', "default-src 'none'; sandbox").header('x-content-type-options', 'nosniff')
  reply
    .type(sent.media)
    .header('content-disposition', `${sent.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(sent.name)}`)
  if (sent.size !== undefined) reply.header('content-length', sent.size)
  return reply.send(
    sent.bytes instanceof Uint8Array ? Buffer.from(sent.bytes.buffer, sent.bytes.byteOffset, sent.bytes.length) : sent.bytes,
  )
}
