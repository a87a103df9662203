// Tests of compressed answers: a long one comes as gzip to who takes it, and as it is to who does not.
import { gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { squeeze } from './squeeze.ts'

const LONG = JSON.stringify({ title: '农村公路提升改造'.repeat(2000) })

async function asked(payload: string, encoding: string) {
  const app = Fastify()
  app.addHook('onSend', squeeze)
  app.get('/', (_request, reply) => reply.type('application/json; charset=utf-8').send(payload))
  return app.inject({ url: '/', headers: { 'accept-encoding': encoding } })
}

test('a long answer is compressed for a client that takes gzip', async () => {
  const answer = await asked(LONG, 'gzip, br')
  expect(answer.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(answer.rawPayload).toString()).toBe(LONG)
  expect(answer.headers['content-length']).toBe(String(answer.rawPayload.length))
})

test.each([
  ['takes no compression', LONG, 'identity'],
  ['asks for little', '{"ok":true}', 'gzip'],
])('an answer goes as it is to a client that %s', async (_why, payload, encoding) => {
  const answer = await asked(payload, encoding)
  expect(answer.headers['content-encoding']).toBeUndefined()
  expect(answer.payload).toBe(payload)
})

test('a very long answer asked for again is the same, and another of the same length is another', async () => {
  for (const letter of ['甲', '乙', '甲']) {
    const text = JSON.stringify({ cells: letter.repeat(200_000) })
    expect(gunzipSync((await asked(text, 'gzip')).rawPayload).toString()).toBe(text)
  }
})
