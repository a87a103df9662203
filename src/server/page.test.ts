// Tests of how the built web is served: pages by their address, assets by their name, to clients of every kind.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mountPages, POLICY } from './page.ts'

const web = mkdtempSync(join(tmpdir(), 'luoshi-web-'))
const app = fastify()
beforeAll(async () => {
  mkdirSync(join(web, 'assets'))
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>落实</title>')
  writeFileSync(join(web, 'assets', 'main-1.js'), 'export {}')
  writeFileSync(join(web, 'assets', 'main-1.js.gz'), 'squeezed')
  await mountPages(app, web)
})
afterAll(async () => {
  await app.close()
  rmSync(web, { recursive: true })
})

const get = (url: string, encoding?: string) => app.inject({ url, headers: encoding ? { 'accept-encoding': encoding } : {} })

test.each(['/', '/items', '/items/', '/items/1?light=red', '/assets/'])(
  '%s is a page, also for clients that take no compression',
  async url => {
    for (const encoding of [undefined, 'identity', 'gzip, br']) {
      const { statusCode, headers, body } = await get(url, encoding)
      expect({ statusCode, body }).toEqual({ statusCode: 200, body: '<!doctype html><title>落实</title>' })
      expect(headers['content-security-policy']).toBe(POLICY)
    }
  },
)

test('an asset is kept for ever and comes compressed to who asks', async () => {
  const plain = await get('/assets/main-1.js')
  expect(plain.body).toBe('export {}')
  expect(plain.headers['cache-control']).toContain('immutable')
  expect((await get('/assets/main-1.js', 'gzip')).headers['content-encoding']).toBe('gzip')
})

test.each(['/assets/gone.js', '/api/v1/nothing', '/index.html/../../package.json', '/..%2f..%2fpackage.json'])(
  '%s is no page',
  async url => {
    expect((await get(url)).statusCode).toBeGreaterThanOrEqual(400)
  },
)
