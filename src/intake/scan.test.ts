import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { intake } from './intake.ts'
import { aPdf } from './pdf.fixture.ts'
import { png } from './picture.ts'
import { pictureSize } from './picturesize.ts'
import { tidied } from './recognise.ts'
import { intakeInWorker } from './thread.ts'

// Recognition, threads and large files take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const notice = new Uint8Array(readFileSync(new URL('../../samples/scanned-notice.jpg', import.meta.url)))

test('a picture of a notice is read, offline, with its confidence', async () => {
  const read = await intake(notice, { name: 'a.jpg' })
  expect(read).toMatchObject({ kind: 'image', notes: [{ code: 'recognised', facts: { pages: 1 } }] })
  const text = 'text' in read ? read.text : ''
  for (const words of [
    '关于加快农村饮水工程建设的通知',
    '各乡镇人民政府，县直各有关单位',
    '6月10日前完成全县14处水源地',
    '青禾县人民政府办公室',
    '2026年5月18日',
  ])
    expect(text).toContain(words)
})

test('recognition can be cancelled in the middle of a page, in this thread and in another', async () => {
  for (const take of [intake, intakeInWorker]) {
    const control = new AbortController()
    const started = performance.now()
    const reading = take(aPdf(Array.from({ length: 20 }, () => ({ jpeg: notice, width: 896, height: 512 }))), {
      name: 'a',
      signal: control.signal,
      onProgress: ({ done }) => done > 0.2 && control.abort(),
    })
    expect(await reading).toEqual({ code: 'cancelled', facts: {} })
    expect(performance.now() - started).toBeLessThan(10_000)
  }
})

test('a picture that breaks off, or claims to be enormous, is refused', async () => {
  expect(await intake(notice.slice(0, 100), { name: 'a' })).toEqual({ code: 'damaged', facts: { kind: 'image' } })
  const huge = png({ data: new Uint8Array(4), width: 2, height: 2 })
  new DataView(huge.buffer).setUint32(16, 100_000)
  new DataView(huge.buffer).setUint32(20, 100_000)
  expect(await intake(huge, { name: 'a' })).toMatchObject({ code: 'too-large', facts: { of: 'pixels' } })
})

test('the size of a picture is read from its header', () => {
  expect(pictureSize(notice)).toEqual({ width: 896, height: 512 })
  expect(pictureSize(png({ data: new Uint8Array(6), width: 3, height: 2 }))).toEqual({ width: 3, height: 2 })
  expect(pictureSize(new Uint8Array([0xff, 0xd8, 0xff]))).toBeNull()
})

test.each([
  ['各 乡镇 人民政府 ，县直', '各乡镇人民政府，县直'],
  ['完成 95 % 以上', '完成 95 % 以上'],
  ['甲   乙', '甲  乙'],
  ['甲  \n\n\n\n乙\n', '甲\n\n乙'],
])('%j is tidied to %j', (text, expected) => {
  expect(tidied(text)).toBe(expected)
})
