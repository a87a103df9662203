import { expect, test } from 'vitest'
import { plain } from './plain.ts'

const words = '青禾县人民政府办公室关于做好2026年防汛工作的通知\n各乡镇人民政府：\n一要压实责任，5月31日前完成排查。\n'

/** GB18030 has no encoder in the platform: bytes of the words above up to 关于做好, written out once. */
const GB = Uint8Array.from(
  'c7e0bacccfd8c8cbc3f1d5feb8aeb0ecb9abcad2b9d8d3dad7f6bac3323032360ac4eab7c0d1b4b9a4d7f7b5c4cda8d6aa0a'
    .match(/../g)!
    .map(pair => Number.parseInt(pair, 16)),
)
const utf16 = (text: string, big: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}

test.each([
  ['utf-8', new TextEncoder().encode(words)],
  ['utf-8', new TextEncoder().encode(`\ufeff${words}`)],
  ['utf-16le', utf16(words, false, true)],
  ['utf-16be', utf16(words, true, true)],
  ['utf-16le', utf16(words, false, false)],
  ['utf-16be', utf16(words, true, false)],
] as const)('%s is decoded, with or without a mark', (encoding, bytes) => {
  expect(plain(bytes)).toMatchObject({ encoding, text: words, notes: [] })
})

test('GB18030 is decoded', () => {
  expect(plain(GB)).toMatchObject({ encoding: 'gb18030', text: '青禾县人民政府办公室关于做好2026\n年防汛工作的通知\n' })
})

test('UTF-16 without any zero byte and without a mark is still told from GB18030', () => {
  const dense = '青禾县人民政府关于做好农村供水保障工作的通知，各乡镇人民政府要压实责任'
  expect(plain(utf16(dense, false, false))).toMatchObject({ encoding: 'utf-16le', text: dense })
  expect(plain(utf16(dense, true, false))).toMatchObject({ encoding: 'utf-16be', text: dense })
})

test('line ends stay as they are, a lone carriage return becomes one: no place in the text moves', () => {
  expect(plain(new TextEncoder().encode('一\r\n二\r三\n'))).toMatchObject({ text: '一\r\n二\n三\n' })
})

test('a form feed begins a page', () => {
  const read = plain(new TextEncoder().encode('第一页\f第二页'))
  expect(read).toMatchObject({
    pages: [
      { start: 0, end: 4 },
      { start: 4, end: 7 },
    ],
  })
})

test('a file cut inside a character is taken, with a note', () => {
  const bytes = new TextEncoder().encode(words.repeat(20))
  expect(plain(bytes.slice(0, -2))).toMatchObject({ encoding: 'utf-8', notes: [{ code: 'replaced-characters', facts: { count: 1 } }] })
})

test.each([
  ['an executable', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256), 'binary'],
  ['zeros', new Uint8Array(100), 'binary'],
  ['text decoded twice', new TextEncoder().encode(new TextDecoder('latin1').decode(new TextEncoder().encode(words))), 'encoding-unknown'],
  ['Chinese read as Latin text', new TextEncoder().encode(new TextDecoder('latin1').decode(GB)), 'encoding-unknown'],
  [
    'Shift-JIS',
    Uint8Array.from(
      '96688df482cc926d82e782b9814182b782d782c482cc8cf6964b'
        .repeat(8)
        .match(/../g)!
        .map(pair => Number.parseInt(pair, 16)),
    ),
    'encoding-unknown',
  ],
])('%s is refused, never shown as mojibake', (_, bytes, code) => {
  expect(plain(bytes)).toMatchObject({ code })
})

test('a list of names, with few of the frequent characters, is text', () => {
  const names = '赵敏\n周涛\n徐斌\n朱琳\n郭鹏\n梁栋\n宋佳\n谢雯\n韩冰\n冯雪\n董卓\n曹阳\n邓超\n沈腾\n彭湃\n王磊\n李静\n张帆\n'
  expect(plain(new TextEncoder().encode(names))).toMatchObject({ encoding: 'utf-8', text: names })
})

test('a short text needs no statistics, and English with figures is text', () => {
  for (const text of ['办', '请阅。', 'GDP 2026: 100.5%, OK?\n', '甲乙丙丁'])
    expect(plain(new TextEncoder().encode(text))).toMatchObject({ text })
})
