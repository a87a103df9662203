import { expect, test } from 'vitest'
import { packZip, unpackZip } from './zip.ts'

test('the same parts give the same bytes in whatever order they come', () => {
  const a = packZip(
    new Map<string, string>([
      ['word/b.xml', '二'],
      ['[Content_Types].xml', '一'],
      ['_rels/.rels', '三'],
    ]),
  )
  const b = packZip(
    new Map<string, string>([
      ['_rels/.rels', '三'],
      ['[Content_Types].xml', '一'],
      ['word/b.xml', '二'],
    ]),
  )
  expect(Buffer.compare(a, b)).toBe(0)
})

test('the type list stands first and every part comes back as it was', () => {
  const parts = unpackZip(
    packZip(
      new Map<string, string | Uint8Array>([
        ['a.bin', new Uint8Array([0, 255])],
        ['[Content_Types].xml', '甲'],
      ]),
    ),
  )
  expect([...parts.keys()]).toEqual(['[Content_Types].xml', 'a.bin'])
  expect([...parts.get('a.bin')!]).toEqual([0, 255])
  expect(new TextDecoder().decode(parts.get('[Content_Types].xml'))).toBe('甲')
})
