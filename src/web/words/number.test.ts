import { expect, test } from 'vitest'
import { formatMoney, formatNumber, formatQuantity, formatSize, type Lang } from './number.ts'

test.each<[number, Lang, string]>([
  [0, 'zh', '0'],
  [9999, 'zh', '9999'],
  [10_000, 'zh', '1万'],
  [570_600, 'zh', '57.06万'],
  [117_397_000_000, 'zh', '1173.97亿'],
  [-12_345_678, 'zh', '−1234.57万'],
  [1_234_567, 'en', '1,234,567'],
  [-3.5, 'en', '−3.5'],
  [0.1 + 0.2, 'en', '0.3'],
])('%d in %s is %s', (n, lang, words) => {
  expect(formatNumber(n, lang)).toBe(words)
})

test.each<[number, string, Lang, string]>([
  [10_006_000_000, 'CNY', 'zh', '100.06亿元'],
  [10_006_000_000, 'CNY', 'en', 'CNY 10.006 bn'],
  [400_000_000, 'USD', 'zh', '4亿美元'],
  [42_900, 'CNY', 'zh', '4.29万元'],
  [5_000_000, 'CNY', 'en', 'CNY 5 m'],
])('%d %s in %s is %s', (n, currency, lang, words) => {
  expect(formatMoney(n, currency, lang)).toBe(words)
})

test.each<[Parameters<typeof formatQuantity>[0], Lang, string]>([
  [{ value: 6.5, unit: '%', bound: '≥' }, 'zh', '≥ 6.5%'],
  [{ value: 60, unit: 'rank', bound: '=' }, 'zh', '第60位'],
  [{ value: 60, unit: 'rank', bound: '=' }, 'en', 'no. 60'],
  [{ value: 5100, unit: 'mu', bound: '=' }, 'zh', '5100亩'],
  [{ value: 3, max: 5, unit: '个', bound: '=' }, 'zh', '3个–5个'],
  [{ value: 12.4, unit: 'km2', bound: '≈' }, 'en', '≈ 12.4 km²'],
  [{ value: 2, unit: 'pp', bound: '=' }, 'zh', '2个百分点'],
])('the quantity %j in %s is %s', (q, lang, words) => {
  expect(formatQuantity(q, lang)).toBe(words)
})

test('sizes of files are said to the next whole kilobyte or tenth of a megabyte', () => {
  expect([900, 2048, 3_145_728].map(formatSize)).toEqual(['900 B', '2 kB', '3 MB'])
})
