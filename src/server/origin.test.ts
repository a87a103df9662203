// Which requests may carry something out, by what the browser says of where they come from.
import { describe, expect, it } from 'vitest'
import { sameOrigin } from './origin.ts'

const HOST = 'luoshi.local:8787'
const CASES: [title: string, method: string, headers: Record<string, string>, publicUrl: string | null, expected: boolean][] = [
  ['lets anyone read', 'GET', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, null, true],
  ['lets the page itself write', 'POST', { 'sec-fetch-site': 'same-origin', origin: `http://${HOST}` }, null, true],
  ['lets a person who typed the address write', 'POST', { 'sec-fetch-site': 'none' }, null, true],
  ['refuses another site', 'POST', { 'sec-fetch-site': 'cross-site' }, null, false],
  ['refuses a neighbour under the same domain', 'POST', { 'sec-fetch-site': 'same-site' }, null, false],
  ['refuses another site that older browsers name', 'DELETE', { origin: 'https://evil.example' }, null, false],
  ['refuses the origin null of a sandboxed frame', 'POST', { origin: 'null' }, null, false],
  ['refuses another port of the same host', 'POST', { origin: 'http://luoshi.local:9999' }, null, false],
  ['lets the same host write from an older browser', 'PATCH', { origin: `http://${HOST}` }, null, true],
  ['lets the public address behind a proxy write', 'POST', { origin: 'https://du.example.gov.cn' }, 'https://du.example.gov.cn/', true],
  ['lets a program write that is no browser', 'PUT', {}, null, true],
]

describe('the origin of a write', () => {
  it.each(CASES)('%s', (_title, method, headers, publicUrl, expected) => {
    expect(sameOrigin({ method, headers, host: HOST }, publicUrl)).toBe(expected)
  })
})
