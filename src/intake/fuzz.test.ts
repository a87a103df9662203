import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheet } from '../writer/sheet.ts'
import { packZip, unpackZip } from '../writer/zip.ts'
import { intake } from './intake.ts'
import { aPdf, aTextPage } from './pdf.fixture.ts'

const folder = new URL('../../samples/', import.meta.url)
const seeds = [
  ...readdirSync(folder)
    .filter(name => /\.(docx|txt)$/.test(name))
    .map(name => new Uint8Array(readFileSync(new URL(name, folder)))),
  aPdf([aTextPage(['关于做好防汛工作的通知']), aTextPage(['一要压实责任。'])]),
  await sheet({
    title: '台账',
    note: null,
    date: '2026-05-31',
    issuer: '青禾县',
    columns: [{ key: 'a', header: '事项', width: 9, kind: 'text' }],
    rows: [{ a: '清淤' }],
  }),
]

/** Bytes changed, cut out, doubled or cut off somewhere. */
const damaged = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255), fc.constantFrom('set', 'drop', 'double', 'end')), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([seed, changes]) => {
    let bytes = Uint8Array.from(seed)
    for (const [where, value, how] of changes) {
      const at = Math.floor(where * bytes.length)
      if (how === 'set') bytes[at] = value
      else if (how === 'drop') bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1 + value)])
      else if (how === 'double') bytes = Uint8Array.from([...bytes.subarray(0, at + value), ...bytes.subarray(at)])
      else if (value < 64) bytes = bytes.slice(0, at)
    }
    return bytes
  })

test('whatever happens to a file, taking it in gives a text with pages inside it, or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, async bytes => {
      const read = await intake(bytes, { name: 'a' })
      if ('code' in read) return
      expect(read.pages.length).toBeGreaterThan(0)
      let end = 0
      for (const page of read.pages) {
        expect(page.start).toBeGreaterThanOrEqual(end)
        end = page.end
      }
      expect(end).toBeLessThanOrEqual(read.text.length)
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
  )
}, 600_000)

test('bytes without any meaning are refused or are text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async bytes => void (await intake(bytes, { name: 'a' }))),
    { numRuns: 500 },
  )
})

test('a .docx or .xlsx whose inside is broken XML is a text or a refusal', async () => {
  const packed = seeds.filter(seed => seed[0] === 0x50).map(seed => [...unpackZip(seed)])
  const broken = fc
    .tuple(
      fc.constantFrom(...packed),
      fc.nat(),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.nat(40),
      fc.constantFrom('', '<', '</w:p>', '<w:tbl>', '<w:tc>', '&#0;', '"', '<w:numId w:val="x"/>', '<c r="ZZZZ1"><v>1</v></c>'),
    )
    .map(([parts, which, where, length, put]) => {
      const [name, bytes] = parts[which % parts.length]!
      const text = new TextDecoder().decode(bytes)
      const at = Math.floor(where * text.length)
      return packZip(new Map<string, string | Uint8Array>([...parts, [name, text.slice(0, at) + put + text.slice(at + length)]]))
    })
  await fc.assert(
    fc.asyncProperty(broken, async bytes => void (await intake(bytes, { name: 'a' }))),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
  )
}, 600_000)
