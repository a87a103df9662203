// The committed openapi.json is what the contract says today, and it is a document that other programs can read.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { paths } from '../core/contract/paths.ts'
import { openapi } from './openapi.ts'

const root = new URL('../../', import.meta.url)
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }
const made = openapi(version)
const text = JSON.stringify(made)

describe('openapi.json', () => {
  it('is the committed one (npm run openapi writes it)', () => {
    expect(JSON.parse(readFileSync(new URL('openapi.json', root), 'utf8'))).toEqual(JSON.parse(text))
  })
  it('has every address of the contract once', () => {
    const operations = Object.values(made.paths as Record<string, Record<string, { operationId: string }>>).flatMap(Object.values)
    expect(operations.map(o => o.operationId).sort()).toEqual(Object.keys(paths).sort())
  })
  it('names only parts that it has', () => {
    const { schemas, responses } = made.components as Record<string, Record<string, unknown>>
    for (const [, kind, name] of text.matchAll(/"#\/components\/(schemas|responses)\/(\w+)"/g))
      expect(kind === 'schemas' ? schemas : responses).toHaveProperty(name!)
  })
  it('asks for a key wherever a write must arrive once', () => {
    const item = (made.paths as Record<string, Record<string, { parameters: { name: string; required: boolean }[] }>>)[
      '/api/items/{id}/commands'
    ]
    expect(item!.post!.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', required: true }))
  })
  it('describes a change without defaults, which would overwrite what it leaves out', () => {
    const units = (made.paths as Record<string, Record<string, unknown>>)['/api/units/{id}']
    expect(JSON.stringify(units!.patch)).not.toContain('"default":[')
  })
})
