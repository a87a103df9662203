// Every body of the OpenAPI document with every field spoilt in every way: generated from the schemas, so that a new route is covered without a line here.
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { aDraft, aJurisdiction, aPerson, aUnit } from '../../test/build.ts'
import { aServer, type Client, nobody, signedIn } from '../../test/client.ts'
import { aDatabase } from '../../test/database.ts'
import { ACCESS, type Action } from '../core/access.ts'
import type { RouteName } from '../core/contract/paths.ts'
import { type RouteSpec, routes } from '../core/contract/routes.ts'
import type { Role } from '../core/types.ts'
import { openapi } from './openapi.ts'

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  minItems?: number
  maxItems?: number
  items?: Schema
  prefixItems?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: unknown
}
const document = openapi('test') as {
  paths: Record<string, Record<string, { operationId: RouteName; requestBody?: { content: Record<string, { schema: Schema }> } }>>
  components: { schemas: Record<string, Schema> }
}
const BODIES = Object.values(document.paths)
  .flatMap(path => Object.values(path))
  .flatMap(o => {
    const schema = o.requestBody?.content['application/json']?.schema
    return schema ? [{ name: o.operationId, schema }] : []
  })

const NOWHERE = '00000000-0000-4000-8000-000000000000'
/** Values for strings with a pattern; the first that fits is taken. */
const FITTING = [
  '990124',
  '2026-11',
  'someone.new',
  '13800000000',
  'abcdefgh',
  '123456',
  'https://luoshi.example/robot?key=k',
  'a@luoshi.example',
]

const resolved = (s: Schema): Schema => (s.$ref ? resolved(document.components.schemas[s.$ref.split('/').at(-1)!]!) : s)
/** Of several, the first that is not null. */
const one = (s: Schema): Schema => {
  const r = resolved(s)
  const among = r.anyOf ?? r.oneOf ?? r.allOf
  if (among) return one(among.find(a => resolved(a).type !== 'null')!)
  return Array.isArray(r.type) ? { ...r, type: r.type.find(t => t !== 'null')! } : r
}
const nullable = (s: Schema): boolean =>
  [resolved(s).type].flat().includes('null') || (resolved(s).anyOf ?? []).some(a => resolved(a).type === 'null')

/** Something that the schema takes, as far as the schema says it. */
function sample(schema: Schema): unknown {
  const s = one(schema)
  if (s.const !== undefined) return s.const
  if (s.enum) return s.enum[0]
  if (s.type === 'object') return Object.fromEntries(Object.entries(s.properties ?? {}).map(([k, v]) => [k, sample(v)]))
  if (s.type === 'array') return (s.prefixItems ?? Array.from({ length: s.minItems ?? 0 }, () => s.items!)).map(sample)
  if (s.type === 'integer' || s.type === 'number') return s.minimum ?? 1
  if (s.type === 'boolean') return false
  if (s.type !== 'string') return {}
  if (s.format === 'uuid') return NOWHERE
  if (s.format === 'date-time') return '2026-06-01T00:00:00.000Z'
  const long = '词'.repeat(s.minLength ?? 0)
  return s.pattern ? (FITTING.find(f => new RegExp(s.pattern!, 'u').test(f)) ?? long) : long || '2099-12-31'
}

type Path = (string | number)[]
interface Field {
  path: Path
  schema: Schema
  required: boolean
}
/** Every field below the body, those of objects in lists too. */
function fieldsOf(schema: Schema, path: Path = []): Field[] {
  const s = one(schema)
  return Object.entries(s.properties ?? {}).flatMap(([name, of]) => {
    const here = [...path, name]
    const item = one(of).items
    return [
      { path: here, schema: of, required: s.required?.includes(name) ?? false },
      ...fieldsOf(of, here),
      ...(item && one(item).type === 'object' ? fieldsOf(item, [...here, 0]) : []),
    ]
  })
}

/** A copy of the body with one place changed; lists on the way get their first entry. */
function spoilt(body: unknown, schema: Schema, path: Path, value: unknown): unknown {
  const [name, ...rest] = path
  const s = one(schema)
  if (typeof name === 'number') return [spoilt(sample(s.items!), s.items!, rest, value)]
  const copy = { ...(body as Record<string, unknown>) }
  const at = s.properties![name!]!
  if (rest.length === 0 && value === undefined) delete copy[name!]
  else copy[name!] = rest.length ? spoilt(copy[name!] ?? sample(at), at, rest, value) : value
  return copy
}

const LONE = '\ud83d'
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '💧👨‍👩‍👧',
  `'); drop table item; --`,
  '%s {{x}} $1',
  'a\u0000b',
  'a\u001b[31mb',
  'a\u202eb',
  LONE,
  '../../etc/passwd',
  '__proto__',
]

/** What is wrong by the schema, with the rule that must be named for its field. */
function wrongs({ schema, required }: Field): [how: string, value: unknown][] {
  const s = one(schema)
  const found: [string, unknown][] = []
  if (required) found.push(['missing', undefined])
  if (!nullable(schema) && s.type) found.push(['null', null])
  if (s.type === 'string' || s.enum) found.push(['a number', 7], ['an object', { a: 1 }])
  if (s.type === 'number' || s.type === 'integer') found.push(['a word', '七'], ['a list', []])
  if (s.type === 'boolean') found.push(['a word', 'yes'])
  if (s.type === 'array') found.push(['a word', '词'])
  if (s.type === 'object' && s.properties) found.push(['a word', '词'], ['a list', []])
  if (s.enum) found.push(['no word of the list', 'no-such-word'])
  if (s.maxLength) found.push(['over-long', 'x'.repeat(s.maxLength + 1)])
  if (s.maxItems !== undefined) found.push(['too many', Array.from({ length: s.maxItems + 1 }, () => sample(s.items!))])
  if (s.format === 'uuid') found.push(['no id', "1' or '1'='1"])
  return found
}

const ROLES = {
  officer: 'officer',
  leader: 'leader',
  liaison: 'liaison',
  system: 'system_admin',
  security: 'security_admin',
  audit: 'audit_admin',
} as const satisfies Record<string, Role>
const clients = {} as Record<keyof typeof ROLES | 'nobody', Client>
let app: FastifyInstance
let water: string

beforeAll(async () => {
  const db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  app = await aServer(db)
  for (const [who, role] of Object.entries(ROLES) as [keyof typeof ROLES, Role][]) {
    const person = await aPerson(db, [{ role, unitId: role === 'liaison' ? water : null }], { username: `${who}.b` })
    clients[who] = await signedIn(app, db, person, `${who}.b`)
  }
  clients.nobody = nobody(app)
})

/** Somebody who may: what is wrong must be told to him, not that he is nobody. */
function whoMay(name: RouteName): Client {
  const { access }: RouteSpec = routes[name]
  if (access === 'public' || access === 'link') return clients.nobody
  if (access === 'session') return clients.officer
  const row = ACCESS[access as Action]
  const who = (Object.keys(ROLES) as (keyof typeof ROLES)[]).find(w => row[ROLES[w]])
  if (!who) throw new Error(`nobody of this test may ${access}`)
  return clients[who]
}

function paramsOf(name: RouteName): Record<string, string> {
  const { params }: RouteSpec = routes[name]
  const tries = [NOWHERE, '0', ...FITTING]
  return Object.fromEntries(
    Object.entries(params?.shape ?? {}).map(([key, s]) => [key, tries.find(t => s.safeParse(t).success) ?? NOWHERE]),
  )
}

const ask = (name: RouteName, body: unknown) => whoMay(name).ask(name, { params: paramsOf(name), body })
/** Who has no link is told so, whatever he sends. */
const isLink = (name: RouteName): boolean => (routes[name] as RouteSpec).access === 'link'
const said = (path: Path): string => path.join('.')

test('every text and every list of a body has a limit', () => {
  const free = BODIES.flatMap(({ name, schema }) =>
    fieldsOf(schema).flatMap(({ path, schema: of }) => {
      const s = one(of)
      const limited =
        s.type === 'string'
          ? s.maxLength || s.enum || s.const || s.format || s.pattern
          : s.type !== 'array' || s.maxItems !== undefined || s.prefixItems
      return limited ? [] : [`${name} ${said(path)}`]
    }),
  )
  // A day is looked at by its own rule, which JSON Schema cannot say.
  expect(free.filter(f => !/(On|asOf|until|from|to|day|date|value)$/i.test(f))).toEqual([])
})

describe.each(BODIES)('$name', ({ name, schema }) => {
  const fields = fieldsOf(schema)
  const whole = sample(schema)

  test('that is wrong by its schema is refused, and the field is named', { timeout: 120_000 }, async () => {
    for (const field of fields)
      for (const [how, value] of wrongs(field)) {
        const { status, body } = await ask(name, spoilt(whole, schema, field.path, value))
        const what = `${name} ${said(field.path)} ${how}: ${JSON.stringify(body)}`
        if (isLink(name)) expect(status, what).toBe(404)
        else {
          expect([status, body.code], what).toEqual([422, 'invalid'])
          const places = (body.fields ?? []).map(f => f.path)
          expect(
            places.some(p => said(field.path).startsWith(p) || p.startsWith(said(field.path)) || p === 'body'),
            what,
          ).toBe(true)
        }
      }
  })

  test('that is hostile is never a fault of the server', { timeout: 120_000 }, async () => {
    const texts = fields.filter(f => one(f.schema).type === 'string' && !one(f.schema).format)
    for (const { path } of texts)
      for (const value of HOSTILE) {
        const { status, body, headers } = await ask(name, spoilt(whole, schema, path, value))
        expect(status, `${name} ${said(path)} ${JSON.stringify(value)}: ${JSON.stringify(body)}`).toBeLessThan(500)
        expect(headers['x-content-type-options']).toBe('nosniff')
        if (status >= 400) expect(body.code, `${name} ${said(path)}`).toEqual(expect.any(String))
      }
  })

  test.each([
    ['null', null],
    ['a list', []],
    ['a word', '词'],
    ['a number', 7],
  ] as const)('that is %s is no body', async (_, body) => {
    const { status, body: answer } = await ask(name, body)
    expect(status, JSON.stringify(answer)).toBeGreaterThanOrEqual(400)
    expect(status, JSON.stringify(answer)).toBeLessThan(500)
  })
})

describe('what was said is shown as it was said', () => {
  const SAID = `<b onmouseover="alert(1)">请抓紧</b> 💧 '); drop table slip; -- {{x}}`
  const item = async () =>
    (await clients.officer.ask('postItem', { body: { draft: aDraft({ leadUnitId: water, title: SAID.slice(0, 100) }), dispatch: true } }))
      .body

  test('in a report, an urge, a slip and a note', async () => {
    const { id, version, title } = await item()
    expect(title).toBe(SAID.slice(0, 100))
    await clients.liaison.ask('postCommand', { params: { id }, body: { version, command: { command: 'accept' } } })
    const report = { command: 'report', percent: 5, words: SAID, fileIds: [] }
    const reported = await clients.liaison.ask('postCommand', { params: { id }, body: { version: version + 1, command: report } })
    expect(reported.body.timeline[0]!.words).toBe(SAID)
    await clients.officer.ask('postUrges', { body: { itemIds: [id], words: SAID } })
    expect((await clients.officer.ask('getItem', { params: { id } })).body.timeline[0]!.words).toBe(SAID)
    const { body } = await clients.officer.ask('postSlip', { params: { id }, body: { colour: 'blue', limitOn: '2099-12-31', words: SAID } })
    expect(body.slip.words).toBe(SAID)
    expect(JSON.stringify(body.gongwen)).toContain(JSON.stringify(SAID).slice(1, -1))
    const docx = await clients.officer.ask('getSlipDocx', { params: { id: body.slip.id } })
    expect([docx.status, docx.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    const note = await clients.leader.ask('postNote', { body: { words: SAID, on: { kind: 'item', id, address: `/items/${id}` } } })
    expect([note.status, note.body.words]).toEqual([201, SAID])
  })

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    'but a note never leads to %j',
    async address => {
      const { status, body } = await clients.leader.ask('postNote', { body: { words: '请抓紧办理。', on: { kind: 'page', address } } })
      expect([status, body.fields?.[0]?.path]).toEqual([422, 'on.address'])
    },
  )

  test('and a note marked as secret is refused', async () => {
    const { status, body } = await clients.leader.ask('postNote', {
      body: { words: '机密★1年\n请抓紧办理。', on: { kind: 'overview', address: '/' } },
    })
    expect([status, body.facts]).toEqual([422, { code: 'classified', level: '机密' }])
  })
})
