// Recognises the ordinal that opens a list item (一、（一）1．（1）① 一是 一要 第一， 首先); never judges whether the list is one of demands.

export type OrdinalKind =
  | 'chapter' // 第一章
  | 'clause' // 第三条
  | 'han' // 一、
  | 'han-paren' // （一）
  | 'digit' // 1．
  | 'digit-paren' // （1） 1）
  | 'circle' // ①
  | 'is' // 一是
  | 'must' // 一要
  | 'nth' // 第一，
  | 'first' // 首先，
  | 'row' // 1｜, the number of a row in a table

export interface Ordinal {
  kind: OrdinalKind
  number: number
  /** As it is named in the reading: without the mark that closes it, brackets kept (一 （一） 1 ① 一是 首先). */
  name: string
  /** Code units to the first character of the item's own words. */
  length: number
}

const HAN = '一二三四五六七八九十'

/** 十二 → 12, up to 99; 0 when it is no such number. */
export function hanNumber(s: string): number {
  const at = s.indexOf('十')
  if (at < 0) return s.length === 1 ? HAN.indexOf(s) + 1 : 0
  const tens = at === 0 ? 1 : at === 1 ? HAN.indexOf(s[0]!) + 1 : 0
  const ones = at === s.length - 1 ? 0 : s.length === at + 2 ? HAN.indexOf(s[at + 1]!) + 1 : -1
  return tens > 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : 0
}

// 一、 （一） 一是 一要 第一， 首先 1． １． （1） （１） ①; in 2.5月8日前 the number is 2
const OPENING =
  /[（(]([一二三四五六七八九十]{1,3})[）)][、．.]?|[（(]([\d０-９]{1,2})[）)]|([一二三四五六七八九十]{1,3})(?:([、．])|([是要])(?!不[是然]))|第([一二三四五六七八九十]{1,3})(?:([章条])[\s　]*|[，,、：是要])|([\d０-９]{1,2})(?:[．、]|\.(?![\d.０-９])|\.(?=\d{1,2}月(?:\d|[底末中前上下初])|\d{4}年)|[）)])|([①-⒛])|(首先|其次|再次|最后)(?:[，,]|是|要)/y

const FIRST: Record<string, number> = { 首先: 1, 其次: 2, 再次: 3, 最后: -1 }

const OPENS = new Uint8Array(65536)
for (const c of '（(0123456789０１２３４５６７８９一二三四五六七八九十第首其再最①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳') OPENS[c.charCodeAt(0)] = 1
OPENS.fill(1, 0x2474, 0x249c)

/** The ordinal that starts at `at`, or null. 最后 has the number -1: one more than the item before it. */
export function readOrdinal(text: string, at: number): Ordinal | null {
  if (!OPENS[text.charCodeAt(at)]) return null
  OPENING.lastIndex = at
  const m = OPENING.exec(text)
  if (!m) return null
  const all = m[0]
  const length = all.length
  if (m[1]) return make('han-paren', hanNumber(m[1]), `（${m[1]}）`, length)
  if (m[2]) return make('digit-paren', digits(m[2]), all, length)
  if (m[3]) {
    const number = hanNumber(m[3])
    if (m[4]) return make('han', number, m[3], length)
    return make(m[5] === '是' ? 'is' : 'must', number, m[3] + m[5], length)
  }
  if (m[6]) {
    const number = hanNumber(m[6])
    if (m[7]) return make(m[7] === '章' ? 'chapter' : 'clause', number, `第${m[6]}${m[7]}`, length)
    return make('nth', number, `第${m[6]}`, length)
  }
  if (m[8]) return make(/[）)]$/.test(all) ? 'digit-paren' : 'digit', digits(m[8]), m[8], length)
  if (m[9]) return enclosed(m[9])
  return make('first', FIRST[m[10]!] ?? 0, m[10]!, length)
}

// At the head of a line 2.500万元 and 3.12个 begin an item: nobody begins a line with a fraction of three digits or of things that are counted
const DOTTED =
  /(\d{1,2})\.(?=[1-9]\d{2,}(?!\d*\.\d)|[1-9]\d?(?:[个家项条件座处所台套辆间场批份名户村镇乡](?!百分点)|(?:余|多)?[个家项名户处](?!百分点)|—\d|至\d|(?:月|日|天)(?=[前底末内\d])))/y

/** As `readOrdinal`, at the head of a line; `next` is the number that the item before lets expect, so that behind 1. even 2.3.5亿元 and 2.8亿元 are the second. */
export function readHead(text: string, at: number, next = 0): Ordinal | null {
  const ordinal = readOrdinal(text, at)
  if (ordinal || !OPENS[text.charCodeAt(at)]) return ordinal
  DOTTED.lastIndex = at
  const m = DOTTED.exec(text)
  if (m) return make('digit', digits(m[1]!), m[1]!, m[0].length)
  const expected = `${next}.`
  return next > 1 && text.startsWith(expected, at) && isDigit(text.charCodeAt(at + expected.length))
    ? make('digit', next, String(next), expected.length)
    : null
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

// ① to ⑳, ⑴ to ⒇ and ⒈ to ⒛ follow one another in the code
const ENCLOSED: readonly OrdinalKind[] = ['circle', 'digit-paren', 'digit']

function enclosed(letter: string): Ordinal | null {
  const index = letter.charCodeAt(0) - 0x2460
  return make(ENCLOSED[Math.floor(index / 20)]!, (index % 20) + 1, letter, 1)
}

/** 12, １２ → 12 */
function digits(s: string): number {
  return Number(s.normalize('NFKC'))
}

function make(kind: OrdinalKind, number: number, name: string, length: number): Ordinal | null {
  return number === 0 ? null : { kind, number, name, length }
}
