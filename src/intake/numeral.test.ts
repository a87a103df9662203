import { expect, test } from 'vitest'
import { numeral } from './numeral.ts'

test.each([
  [1, 'chineseCounting', '一'],
  [10, 'chineseCountingThousand', '十'],
  [12, 'japaneseCounting', '十二'],
  [20, 'chineseCounting', '二十'],
  [105, 'chineseCountingThousand', '一百零五'],
  [110, 'chineseCountingThousand', '一百一十'],
  [3, 'chineseLegalSimplified', '叁'],
  [2, 'ideographTraditional', '乙'],
  [20, 'ideographDigital', '二〇'],
  [3, 'decimalEnclosedCircle', '③'],
  [21, 'decimalEnclosedCircleChinese', '㉑'],
  [40, 'decimalEnclosedCircle', '40'],
  [2, 'decimalEnclosedParen', '⑵'],
  [7, 'decimalZero', '07'],
  [27, 'lowerLetter', 'aa'],
  [4, 'upperRoman', 'IV'],
  [5, 'decimal', '5'],
  [5, 'somethingNew', '5'],
])('%i as %s is %s', (n, format, expected) => {
  expect(numeral(n, format)).toBe(expected)
})
