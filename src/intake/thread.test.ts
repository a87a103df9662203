import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { packZip } from '../writer/zip.ts'
import { intakeInWorker } from './thread.ts'

// Recognition, threads and large files take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const utf8 = (text: string) => new TextEncoder().encode(text)

/** A .docx of some megabytes, which takes a while. */
const large = () =>
  packZip(
    new Map([
      ['word/document.xml', `<w:document>${'<w:p><w:r><w:t>各乡镇要压实责任，按期完成。</w:t></w:r></w:p>'.repeat(120_000)}</w:document>`],
    ]),
  )

test('a file is taken in on another thread with the same result, and its bytes stay with the caller', async () => {
  const bytes = Buffer.from('关于开展检查的通知')
  expect(await intakeInWorker(bytes, { name: 'a.txt' })).toMatchObject({
    kind: 'txt',
    text: '关于开展检查的通知',
    pages: [{ start: 0, end: 9 }],
  })
  expect(bytes.length).toBe(27)
})

test('a refusal comes back as one', async () => {
  expect(await intakeInWorker(utf8('机密★1年\n'), { name: 'a.txt' })).toEqual({ code: 'classified', facts: { level: '机密' } })
})

test('the event loop goes on while a large file is taken in', async () => {
  let ticks = 0
  const timer = setInterval(() => ticks++, 10)
  const read = await intakeInWorker(large(), { name: 'a.docx' })
  clearInterval(timer)
  expect(read).toMatchObject({ kind: 'docx' })
  expect(ticks).toBeGreaterThan(5)
})

test('cancelling ends the thread at once', async () => {
  const control = new AbortController()
  const reading = intakeInWorker(large(), { name: 'a.docx', signal: control.signal })
  setTimeout(() => control.abort(), 30)
  expect(await reading).toEqual({ code: 'cancelled', facts: {} })
})

test('a thread that shows no progress in time is ended', async () => {
  expect(await intakeInWorker(large(), { name: 'a.docx', patience: 0.02 })).toEqual({ code: 'timed-out', facts: { seconds: 0.02 } })
})

test('many files at once wait for their turn and all come back', async () => {
  const read = await Promise.all(Array.from({ length: 7 }, (_, at) => intakeInWorker(utf8(`第${at}件`), { name: 'a' })))
  expect(read.map(one => ('text' in one ? one.text : one.code))).toEqual(Array.from({ length: 7 }, (_, at) => `第${at}件`))
})

test('a text never waits for pictures that are being recognised', async () => {
  const picture = readFileSync(new URL('../../samples/scanned-notice.jpg', import.meta.url))
  const done: string[] = []
  const pictures = [1, 2, 3].map(() => intakeInWorker(picture, { name: 'a.jpg' }).then(() => done.push('picture')))
  await intakeInWorker(utf8('通知'), { name: 'a.txt' }).then(() => done.push('text'))
  await Promise.all(pictures)
  expect(done[0]).toBe('text')
})
