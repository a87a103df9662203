// What is wrong with a request is said with a stable code and the field, whatever comes in; nothing of it is ever a fault of the server.
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { aDraft, aJurisdiction, aPerson, aUnit } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, type TestDatabase } from '../../test/database.ts'
import { pathOf } from '../store/file.ts'

let db: TestDatabase
let app: FastifyInstance
let water: string
let officer: Client
let second: Client
let liaison: Client

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  app = await aServer(db)
  officer = await signedIn(app, db, await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'first' }), 'first')
  second = await signedIn(app, db, await aPerson(db, [{ role: 'officer', unitId: null }], { username: 'second' }), 'second')
  liaison = await signedIn(app, db, await aPerson(db, [{ role: 'liaison', unitId: water }], { username: 'water' }), 'water')
})

const register = (draft: object, more: object = {}) => officer.ask('postItem', { body: { draft, ...more } })
const NOWHERE = '00000000-0000-4000-8000-000000000000'

describe('a title', () => {
  test.each([
    ['too long', '长'.repeat(121), 'max:120'],
    ['too short', '短', 'min:2'],
    ['empty', '', 'min:2'],
    ['only blanks', '    ', 'min:2'],
    ['missing', undefined, 'required'],
    ['a number', 12, 'type:string'],
    ['a list', ['完成', '清淤'], 'type:string'],
    ['of two lines', '完成清淤\n十二公里', 'one-line'],
    ['with a NUL', '完成\u0000清淤', 'characters'],
    ['with an escape', '完成\u001b[31m清淤', 'characters'],
    ['turned round by a bidirectional mark', '完成\u202e清淤', 'characters'],
    ['with half a surrogate pair', '完成清淤\ud83d', 'characters'],
  ])('%s is refused and named', async (_title, title, rule) => {
    const { status, body } = await register({ title })
    expect([status, body.code, body.fields]).toEqual([422, 'invalid', [{ path: 'draft.title', rule }]])
  })

  test.each([
    ['a tag', '<script>alert(1)</script>整改'],
    ['an emoji', '完成清淤💧👨‍👩‍👧'],
    ['a rare character', '𠮷野家 㐂 改造'],
    ['quotes and SQL', `'); drop table item; --`],
    ['a format string', '完成 %s {{x}} $1 100%'],
  ])('with %s is kept as it is, and is only words', async (_title, title) => {
    const made = await register({ title })
    expect([made.status, made.body.title]).toEqual([201, title])
    const list = await officer.ask('listItems', { query: { q: title.slice(0, 20) } })
    expect(list.body.items.map(i => i.title)).toContain(title)
    expect(String(list.headers['content-type'])).toMatch(/^application\/json/)
    expect(list.headers['x-content-type-options']).toBe('nosniff')
  })
})

describe('a request', () => {
  test.each([
    ['an unknown topic', { topic: 'weather' }, 'draft.topic'],
    ['a day that does not exist', { dueOn: '2026-02-30' }, 'draft.dueOn'],
    ['a day in words', { dueOn: '明天' }, 'draft.dueOn'],
    ['an id that is none', { leadUnitId: 'water' }, 'draft.leadUnitId'],
    ['too many co-units', { coUnitIds: Array.from({ length: 61 }, () => NOWHERE) }, 'draft.coUnitIds'],
  ])('with %s is invalid, and the field is named', async (_title, draft, path) => {
    const { status, body } = await register({ title: '完成清淤', ...draft })
    expect([status, body.code, body.fields?.[0]?.path]).toEqual([422, 'invalid', path])
  })

  test.each(['size=0', 'size=201', 'page=0', 'page=1e9', 'sort=secret', 'state=gone', 'dueFrom=2026-13-01', `q=${'长'.repeat(51)}`])(
    'for the ledger with %s is invalid',
    async query => {
      const answer = await app.inject({ url: `/api/items?${encodeURI(query)}`, headers: { cookie: officer.cookie } })
      expect([answer.statusCode, answer.json().code, answer.json().fields[0].path.split('.')[0]]).toEqual([
        422,
        'invalid',
        query.split('=')[0],
      ])
    },
  )

  test.each([
    ['that is no JSON', 'application/json', '{"draft":', 400],
    ['that is empty', 'application/json', '', 400],
    ['that would change the prototype', 'application/json', '{"draft":{"title":"完成清淤"},"__proto__":{"x":1}}', 400],
    ['of another kind', 'text/xml', '<item/>', 400],
    ['of 4 MB', 'application/json', JSON.stringify({ draft: { title: '长'.repeat(1_500_000) } }), 413],
  ])('%s is refused', async (_title, type, payload, status) => {
    const headers = { cookie: officer.cookie, 'content-type': type, 'idempotency-key': 'key-for-a-body' }
    const answer = await app.inject({ method: 'POST', url: '/api/items', headers, payload })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  })

  test('for what is not there, or has an impossible address, finds nothing', async () => {
    for (const id of [NOWHERE, 'abc', "1' or '1'='1", '%00', '../../etc/passwd'])
      expect((await officer.ask('getItem', { params: { id } })).body.code, id).toBe('not-found')
    expect((await officer.ask('getFile', { params: { id: NOWHERE } })).status).toBe(404)
    expect((await officer.ask('getDocument', { params: { id: NOWHERE } })).status).toBe(404)
  })

  test('that names a unit that is not there is refused with its id', async () => {
    const { status, body } = await register(aDraft({ leadUnitId: NOWHERE }))
    expect([status, body.code, body.facts]).toEqual([422, 'unknown-unit', { unitId: NOWHERE }])
  })

  test('from another site is refused before anything else, even with a session', async () => {
    const ask = { body: { draft: aDraft() }, headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } }
    expect((await officer.ask('postItem', ask)).body.code).toBe('wrong-origin')
    expect((await officer.ask('signOut', { headers: { origin: 'https://evil.example' } })).body.code).toBe('wrong-origin')
    expect((await officer.ask('getSession')).status).toBe(200)
  })

  test('too many in a minute are told to wait', async () => {
    const slow = await aServer(db, { requestsPerMinute: 10 })
    const answers = []
    for (let n = 0; n < 12; n++) answers.push(await slow.inject({ url: '/api/setup' }))
    expect(answers.map(a => a.statusCode).slice(-3)).toEqual([200, 429, 429])
    expect(answers.at(-1)!.json()).toMatchObject({ code: 'too-many-requests', status: 429 })
    expect(Number(answers.at(-1)!.headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('a write that must arrive once', () => {
  test('needs its key', async () => {
    const { status, body } = await officer.ask('postItem', { body: { draft: aDraft() }, key: null })
    expect([status, body.fields?.[0]?.path]).toEqual([422, 'Idempotency-Key'])
  })

  test('sent twice is carried out once, and answers the same both times', async () => {
    const ask = { body: { draft: aDraft({ title: '只登记一次的事项' }) }, key: 'sent-twice-1' }
    const [first, again] = [await officer.ask('postItem', ask), await officer.ask('postItem', ask)]
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id])
    expect((await officer.ask('listItems', { query: { q: '只登记一次' } })).body.total).toBe(1)
  })

  test('sent twice at the same moment is carried out once', async () => {
    const ask = { body: { draft: aDraft({ title: '同时到达的事项' }) }, key: 'sent-twice-2' }
    const answers = await Promise.all([1, 2, 3, 4].map(() => officer.ask('postItem', ask)))
    expect(new Set(answers.map(a => `${a.status} ${a.body.id}`)).size).toBe(1)
    expect((await officer.ask('listItems', { query: { q: '同时到达' } })).body.total).toBe(1)
  })

  test('with the key of another one is refused', async () => {
    await officer.ask('postItem', { body: { draft: aDraft() }, key: 'used-already' })
    const { status, body } = await officer.ask('postItem', { body: { draft: aDraft({ title: '另一件事项' }) }, key: 'used-already' })
    expect([status, body.code]).toEqual([422, 'invalid'])
  })

  test('is another person’s own when he uses the same key', async () => {
    const ask = { body: { draft: aDraft({ title: '各人各自的钥匙' }) }, key: 'the-same-key' }
    const [one, other] = [await officer.ask('postItem', ask), await second.ask('postItem', ask)]
    expect(other.body.id).not.toBe(one.body.id)
  })
})

describe('two people', () => {
  const TEXT = '关于做好汛前准备工作的通知\n\n一、由县水利局牵头，12月底前完成北渠清淤12公里。\n'

  test('correcting the same draft: the second is told who was first', async () => {
    const { id } = (await officer.ask('postDocument', { body: { text: TEXT } })).body
    const correct = (who: Client, title: string) => who.ask('patchDraft', { params: { id, index: 0 }, body: { version: 1, title } })
    expect((await correct(officer, '北渠清淤十二公里')).status).toBe(200)
    const late = await correct(second, '北渠清淤')
    expect([late.status, late.body.code, late.body.facts]).toMatchObject([409, 'stale-version', { seen: 1, now: 2 }])
    expect((await officer.ask('getDocument', { params: { id } })).body.drafts[0]!.title).toBe('北渠清淤十二公里')
  })

  test('giving the same command: one is carried out, the other is told', async () => {
    const { id, version } = (await register(aDraft({ leadUnitId: water }), { dispatch: true })).body
    const urge = (who: Client) =>
      who.ask('postCommand', { params: { id }, body: { version, command: { command: 'urge', words: '请抓紧' } } })
    const answers = await Promise.all([urge(officer), urge(second)])
    expect(answers.map(a => a.status).sort()).toEqual([200, 409])
  })
})

describe('a document', () => {
  const put = (name: string, bytes: Buffer | string) => officer.ask('postDocument', { file: { name, bytes } })
  const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')])

  test.each<[string, string, Buffer | string, string]>([
    ['empty', 'a.txt', '', 'empty'],
    ['blank', 'a.txt', ' \n\n\t', 'empty'],
    ['protected by a password', 'a.docx', OLE, 'encrypted'],
    ['a damaged archive', 'a.docx', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200, 7)]), 'damaged'],
    ['marked as secret', 'a.txt', '机密★1年\n\n关于某项工作的通知\n\n一、完成清淤。\n', 'classified'],
  ])('%s is refused with its reason', async (_title, name, bytes, code) => {
    const { status, body } = await put(name, bytes)
    expect([status, body.code, body.facts?.code]).toEqual([422, 'file-refused', code])
  })

  test('of random bytes is refused', async () => {
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 197 + 13) % 256))
    expect(await put('a.bin', noise)).toMatchObject({ status: 422, body: { code: 'file-refused' } })
  })

  test('of 20 MB is too large', async () => {
    expect(await put('a.txt', Buffer.alloc(20 * 1024 * 1024, '要'))).toMatchObject({ status: 413, body: { code: 'too-large' } })
  })

  test('without the part `file` is invalid', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/documents',
      headers: { cookie: officer.cookie, 'idempotency-key': 'no-file-here', 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x\r\ncontent-disposition: form-data; name="other"\r\n\r\n1\r\n--x--\r\n',
    })
    expect([answer.statusCode, answer.json().facts]).toEqual([422, { field: 'file', rule: 'required' }])
  })

  test('in GB18030 is read as one in UTF-8 is', async () => {
    // 一、完成清淤。 in GB18030
    const { status, body } = await put('a.txt', Buffer.concat([Buffer.from('d2bba1a2cdeab3c9c7e5d3d9a1a3', 'hex'), Buffer.from('\n')]))
    expect([status, body.text]).toEqual([201, '一、完成清淤。\n'])
  })

  test('without any directive is taken in, and has nothing to dispatch', async () => {
    const made = await officer.ask('postDocument', { body: { text: '今天天气晴朗，最高气温25度。\n' } })
    expect([made.status, made.body.drafts]).toEqual([201, []])
    const { status, body } = await officer.ask('dispatchDocument', { params: { id: made.body.id }, body: {} })
    expect([status, body.code]).toEqual([409, 'nothing-to-dispatch'])
  })

  test('whose deadline is past is dispatched only when that is said', async () => {
    const text = '关于做好汛前准备工作的通知\n\n一、由县水利局牵头，2020年6月30日前完成北渠清淤12公里。\n'
    const { id, drafts } = (await officer.ask('postDocument', { body: { text } })).body
    expect(drafts[0]!.dueOn).toBe('2020-06-30')
    await officer.ask('patchDraft', { params: { id, index: 0 }, body: { version: 1, chosen: true, leadUnitId: water } })
    const refused = await officer.ask('dispatchDocument', { params: { id }, body: {} })
    expect([refused.status, refused.body.code]).toEqual([422, 'due-in-past'])
    expect((await officer.ask('dispatchDocument', { params: { id }, body: { allowPast: true } })).status).toBe(201)
  })
})

describe('a file of evidence', () => {
  const put = (name: string, bytes: Buffer | string) => liaison.ask('postFile', { file: { name, bytes } })
  const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

  test('comes back byte for byte, as an attachment with its own name', async () => {
    const { status, body } = await put('现场 照片.png', PNG)
    expect([status, body.name, body.type, body.size]).toEqual([201, '现场 照片.png', 'image/png', PNG.length])
    const back = await liaison.ask('getFile', { params: { id: body.id } })
    expect(back.bytes.equals(PNG)).toBe(true)
    expect(back.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('现场 照片.png')}`)
    expect(back.headers['content-type']).toBe('application/octet-stream')
  })

  test.each<[string, string, Buffer | string, string]>([
    ['a page', 'photo.png', '<!doctype html><script>alert(1)</script>', 'unsupported-type'],
    ['a drawing with script', 'photo.png', '<svg onload="alert(1)"/>', 'unsupported-type'],
    ['a program', 'photo.png', Buffer.from('7f454c4602010100', 'hex'), 'unsupported-type'],
    ['a script', 'a.txt', '#!/bin/sh\nrm -rf /\n', 'unsupported-type'],
    ['empty', 'a.png', '', 'empty'],
    ['marked as secret', 'a.txt', '机密★1年\n\n关于某项工作的通知\n\n一、完成清淤。\n', 'classified'],
  ])('that is %s is refused, whatever its name', async (_title, name, bytes, code) => {
    const { status, body } = await put(name, bytes)
    expect([status, body.code, body.facts?.code]).toEqual([422, 'file-refused', code])
  })

  test('that is a picture is shown in the page, by its own type and without any right of it', async () => {
    const { id } = (await put('现场.png', PNG)).body
    const { status, headers, bytes } = await liaison.ask('getPicture', { params: { id } })
    expect([status, headers['content-type'], headers['x-content-type-options']]).toEqual([200, 'image/png', 'nosniff'])
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect(headers['content-disposition']).toMatch(/^inline; /)
    expect(bytes.equals(PNG)).toBe(true)
  })

  test('that is no picture is not shown as one', async () => {
    const { id } = (await put('现场.png', '只是文字')).body
    expect((await liaison.ask('getPicture', { params: { id } })).status).toBe(404)
    expect((await liaison.ask('getFile', { params: { id } })).headers['content-type']).toBe('application/octet-stream')
  })

  test.each([
    ['its head only', PNG.subarray(0, 12)],
    ['a PNG without a size', Buffer.concat([PNG.subarray(0, 8), Buffer.alloc(40)])],
    ['a JPEG without a frame', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')],
  ])('that says it is a picture and has %s is refused as damaged', async (_title, bytes) => {
    const { status, body } = await put('现场.png', bytes)
    expect([status, body.facts?.code]).toEqual([422, 'damaged'])
  })

  test('whose bytes were lost is said to be lost', async () => {
    const { id } = (await put('现场.txt', '独一无二的现场记录')).body
    const sha256 = createHash('sha256').update('独一无二的现场记录').digest('hex')
    rmSync(pathOf(db, sha256))
    expect(await liaison.ask('getFile', { params: { id } })).toMatchObject({
      status: 410,
      body: { code: 'file-lost', facts: { name: '现场.txt' } },
    })
  })

  test('never keeps a path or a turned-round name', async () => {
    expect((await put('../../etc/\u202egnp.exe', PNG)).body.name).toBe('gnp.exe')
  })
})
