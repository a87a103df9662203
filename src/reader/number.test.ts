import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber } from './number.ts'

const whole = (text: string) => {
  const n = readNumber(text, 0, text.length)
  return n && n.end === text.length ? n.value : null
}

describe('a number is read to the last digit', () => {
  it.each([
    ['673.94亿', 67394000000],
    ['100.06亿', 10006000000],
    ['1173.97亿', 117397000000],
    ['0.1亿', 10000000],
    ['4.35万', 43500],
    ['1,050,000,000', 1050000000],
    ['４，５６５', 4565],
    ['７８．５', 78.5],
    ['7万5千4百', 75400],
    ['5亿1万4千6百', 500014600],
    ['3万4000', 34000],
    ['4.78万亿', 4780000000000],
    ['10万万', 1000000000],
    ['壹佰贰拾万', 1200000],
    ['叁拾陆', 36],
    ['两千三百五', 2350],
    ['一千零五', 1005],
    ['一万三', 13000],
    ['一万五千亿', 1500000000000],
    ['四亿五千六百四十二万零一十五', 456420015],
    ['二〇二六', 2026],
    ['十', 10],
    ['二十一', 21],
    ['三点五亿', 350000000],
    ['零点五', 0.5],
    ['负三十二', -32],
    ['負三十二', -32],
    ['-2.6', -2.6],
  ])('%s is %d', (text, value) => expect(whole(text)).toBe(value))

  it.each([
    ['三五', 3, 5],
    ['七八十', 70, 80],
    ['十五六', 15, 16],
    ['二三十', 20, 30],
  ])('%s is about %d to %d', (text, value, max) => expect(readNumber(text, 0, text.length)).toMatchObject({ value, max, end: text.length }))

  it.each([
    ['十余万', 100000],
    ['9600余', 9600],
    ['一千多万', 10000000],
    ['二十几', 20],
  ])('%s is more than %d', (text, value) => expect(readNumber(text, 0, text.length)).toMatchObject({ value, more: true, end: text.length }))
})

describe('a letter that begins a unit does not scale the number', () => {
  it.each([
    ['300千瓦', 300, 3],
    ['5兆瓦', 5, 1],
    ['1.8百分点', 1.8, 3],
    ['六点要求', 6, 1],
    ['九点二十', 9, 1],
  ])('%s', (text, value, end) => expect(readNumber(text, 0, text.length)).toMatchObject({ value, end }))
})

describe('what is no number gives none', () => {
  it.each(['万', '亿', '百', '几', '数', '余', '点', '', 'abc', '县'])('%s', text => expect(readNumber(text, 0, text.length)).toBeNull())
})

const DIGITS = '零一二三四五六七八九'
/** The plain Chinese way of writing an integer below 10^12. */
function write(n: number): string {
  if (n === 0) return '零'
  const section = (x: number): string => {
    let out = ''
    let gap = false
    for (const [unit, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(x / unit) % 10
      if (digit === 0) gap = out !== ''
      else {
        out += (gap ? '零' : '') + DIGITS[digit] + name
        gap = false
      }
    }
    return out
  }
  let out = ''
  for (const [unit, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(n / unit) % 10000
    if (part === 0) continue
    out += (out && part < 1000 ? '零' : '') + section(part) + name
  }
  return out
}

describe('reading undoes writing', () => {
  it('gives back every integer written in Chinese', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), n => {
        expect(whole(write(n))).toBe(n)
      }),
    )
  })

  it('gives back every decimal, scaled by 万 or 亿 without rounding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom<[string, number]>(['', 0], ['万', 4], ['亿', 8]),
        (a, b, [name, power]) => {
          const digits = `${a}.${String(b).padStart(2, '0')}`
          expect(whole(digits + name)).toBe(Number(`${digits}e${power}`))
        },
      ),
    )
  })

  it('never throws and never reads past the end, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.,零一二三十百千万亿点余多半负两几—至个％ａ１') }),
        fc.nat(5),
        (text, at) => {
          const n = readNumber(text, Math.min(at, text.length), text.length)
          if (n) expect(n.end).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})
