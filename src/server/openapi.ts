// The OpenAPI 3.1 document, made from the contract and from nothing else; a test compares it with the committed openapi.json.
import { z } from 'zod'
import { paths, type RouteName } from '../core/contract/paths.ts'
import { Problem } from '../core/contract/problem.ts'
import { type RouteSpec, routes } from '../core/contract/routes.ts'
import { IdempotencyKey } from '../core/contract/value.ts'
import { COOKIE } from './cookie.ts'
import { UPLOAD_LIMIT } from './upload.ts'

type Schema = Record<string, unknown>

export function openapi(version: string): Schema {
  const components: Record<string, Schema> = {}
  const problem = {
    description: 'RFC 9457 problem',
    content: { 'application/problem+json': { schema: schemaOf(Problem, 'output', components) } },
  }
  const tree: Record<string, Record<string, Schema>> = {}
  for (const name of Object.keys(paths) as RouteName[]) {
    const [method, url] = paths[name]
    const address = url.replace(/:(\w+)/g, '{$1}')
    tree[address] ??= {}
    tree[address][method.toLowerCase()] = operation(name, routes[name], components)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Luoshi 落实',
      version,
      description: 'What governments say in meetings, as work that is dispatched, tracked, verified and answered for.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths: tree,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: COOKIE }, link: { type: 'http', scheme: 'bearer' } },
      responses: { Problem: problem },
      schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  }
}

function operation(name: RouteName, spec: RouteSpec, components: Record<string, Schema>): Schema {
  const parameters = [
    ...parametersOf(spec.params, 'path', components),
    ...parametersOf(spec.query, 'query', components),
    ...(spec.once
      ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: schemaOf(IdempotencyKey, 'input', components) }]
      : []),
  ]
  const content: Schema = {}
  if (spec.body) content['application/json'] = { schema: schemaOf(spec.body, 'input', components) }
  if (spec.upload) {
    const file = { type: 'string', contentMediaType: 'application/octet-stream', description: `At most ${UPLOAD_LIMIT} bytes` }
    const body = spec.beside ? { body: schemaOf(spec.beside, 'input', components) } : {}
    content['multipart/form-data'] = { schema: { type: 'object', properties: { ...body, file }, required: ['file'] } }
  }
  const answer =
    'media' in spec.response
      ? { [spec.response.media]: { schema: { type: 'string', contentMediaType: spec.response.media } } }
      : { 'application/json': { schema: schemaOf(spec.response, 'output', components) } }
  return {
    operationId: name,
    summary: spec.summary,
    'x-access': spec.access,
    ...(spec.access === 'public' ? { security: [] } : spec.access === 'link' ? { security: [{ link: [] }] } : {}),
    ...(parameters.length ? { parameters } : {}),
    ...(Object.keys(content).length ? { requestBody: { required: true, content } } : {}),
    responses: { [spec.status ?? 200]: { description: 'Done', content: answer }, default: { $ref: '#/components/responses/Problem' } },
  }
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query', components: Record<string, Schema>): Schema[] {
  if (!schema) return []
  const whole = schemaOf(schema, 'input', components) as { properties: Record<string, Schema> }
  // Every query parameter has a default or may be left out; lists are given once, with commas, or more than once.
  return Object.entries(whole.properties).map(([name, s]) => ({ name, in: place, required: place === 'path', schema: s }))
}

/** The JSON schema of a zod schema, with every named part moved to `components`. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Record<string, Schema>): Schema {
  const {
    $schema: _,
    $defs,
    ...made
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: lean }) as Schema & {
    $defs?: Record<string, Schema>
  }
  const named: Record<string, Schema> = { ...$defs }
  const moved = JSON.parse(JSON.stringify({ made, named }).replaceAll('#/$defs/', '#/components/schemas/')) as {
    made: Schema
    named: typeof named
  }
  for (const [id, s] of Object.entries(moved.named)) components[id] = without(s, 'id')
  const id = typeof moved.made.id === 'string' ? moved.made.id : null
  if (!id) return moved.made
  components[id] = without(moved.made, 'id')
  return { $ref: `#/components/schemas/${id}` }
}

function without(s: Schema, key: string): Schema {
  const { [key]: _, ...rest } = s
  return rest
}

/** Zod writes the range of safe integers and the pattern of every format into each place; they tell a reader nothing. */
function lean({ jsonSchema }: { jsonSchema: Schema }): void {
  if (jsonSchema.type === 'integer') {
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  }
  if (jsonSchema.format) delete jsonSchema.pattern
}
