import { readdirSync, readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { intake } from './intake.ts'

// Recognition, threads and large files take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const utf8 = (text: string) => new TextEncoder().encode(text)
const ole = (name: string) => {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(Buffer.from(name, 'utf16le'), 1024)
  return bytes
}
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

test.each([
  ['no bytes', new Uint8Array(), { code: 'empty' }],
  ['white space', utf8(' \n　\n'), { code: 'empty' }],
  ['a .docx with a password', ole('EncryptedPackage'), { code: 'encrypted' }],
  ['a .doc', ole('WordDocument'), { code: 'unsupported-type', facts: { found: 'doc' } }],
  ['a .xls', ole('Workbook'), { code: 'unsupported-type', facts: { found: 'xls' } }],
  ['an RTF', utf8('{\\rtf1 }'), { code: 'unsupported-type', facts: { found: 'rtf' } }],
  ['a web page', utf8('\ufeff <!DOCTYPE html><p>'), { code: 'unsupported-type', facts: { found: 'html' } }],
  ['an OFD', zip({ 'OFD.xml': '<a/>' }), { code: 'unsupported-type', facts: { found: 'ofd' } }],
  ['a presentation', zip({ 'ppt/presentation.xml': '<a/>' }), { code: 'unsupported-type', facts: { found: 'pptx' } }],
  ['some archive', zip({ 'a.txt': 'a' }), { code: 'unsupported-type', facts: { found: 'zip' } }],
  ['half an archive', zip({ 'word/document.xml': '<a/>' }).slice(0, 60), { code: 'damaged', facts: { kind: 'zip' } }],
  ['a classified text', utf8('机密★1年\n通知\n'), { code: 'classified', facts: { level: '机密' } }],
])('%s is refused with its reason', async (_, bytes, expected) => {
  expect(await intake(bytes, { name: 'a.docx' })).toMatchObject(expected)
})

test('a file over the limit is refused before it is looked at', async () => {
  expect(await intake(new Uint8Array(20 * 1024 * 1024), { name: 'a' })).toEqual({
    code: 'too-large',
    facts: { limit: 15 * 1024 * 1024, is: 20 * 1024 * 1024, of: 'bytes' },
  })
})

test('a zip that unpacks to more than allowed is refused unopened', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(200_000_000) })
  expect(bomb.length).toBeLessThan(300_000)
  expect(await intake(bomb, { name: 'a' })).toMatchObject({ code: 'zip-bomb', facts: { is: 200_000_000 } })
})

test('a zip that lies about its size, or whose bytes were changed, is damaged', async () => {
  const liar = zipSync({ 'word/document.xml': new Uint8Array(50_000_000) })
  const view = new DataView(liar.buffer, liar.byteOffset, liar.byteLength)
  for (let at = 0; at < liar.length - 28; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
  expect(await intake(liar, { name: 'a' })).toEqual({ code: 'damaged', facts: { kind: 'zip' } })
  const changed = zipSync({ 'word/document.xml': strToU8('<a>字</a>') }, { level: 0 })
  changed[50]! ^= 1
  expect(await intake(changed, { name: 'a' })).toEqual({ code: 'damaged', facts: { kind: 'zip' } })
})

test('a zip with a password is encrypted', async () => {
  const bytes = zip({ 'word/document.xml': '<a/>' })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length - 28; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true)
  expect(await intake(bytes, { name: 'a' })).toMatchObject({ code: 'encrypted' })
})

test('pages and characters have limits of their own', async () => {
  expect(await intake(utf8('甲\f乙\f丙'), { name: 'a', limits: { pages: 2 } })).toEqual({
    code: 'too-many-pages',
    facts: { limit: 2, is: 3 },
  })
  expect(await intake(utf8('甲乙丙'), { name: 'a', limits: { characters: 2 } })).toMatchObject({
    code: 'too-large',
    facts: { of: 'characters' },
  })
})

test('what was cancelled before it began is not begun', async () => {
  expect(await intake(utf8('甲'), { name: 'a', signal: AbortSignal.abort() })).toMatchObject({ code: 'cancelled' })
})

test('the name of a file says nothing: text called .docx is text', async () => {
  expect(await intake(utf8('关于开展检查的通知'), { name: 'a.docx' })).toMatchObject({ kind: 'txt', text: '关于开展检查的通知' })
})

test('every text sample is taken as it stands', async () => {
  const folder = new URL('../../samples/', import.meta.url)
  const names = readdirSync(folder).filter(name => name.endsWith('.txt'))
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) {
    const bytes = readFileSync(new URL(name, folder))
    expect(await intake(bytes, { name })).toMatchObject({ kind: 'txt', encoding: 'utf-8', text: bytes.toString(), notes: [] })
  }
})
