import { describe, expect, it } from 'vitest'
import { ALIKE_FROM, alikeness, relayDays } from './conveyance.ts'

const upper = ['各县要在6月底前完成病险水库除险加固。', '全面排查燃气安全隐患。', '新建普惠托育托位300个。']

describe('how much of a document another one has', () => {
  it.each<[string, string[], number]>([
    ['all of it in the same words', upper, 1],
    ['nothing of it', ['抓好秋季植树。'], 0],
    ['a third of it', [upper[1]!], 0.333],
    ['no directive at all', [], 0],
  ])('%s', (_, lower, share) => expect(alikeness(upper, lower)).toBe(share))

  it('is enough to be offered when a county conveys it in its own words', () => {
    const lower = ['县水利局要在5月底前完成病险水库除险加固。', '县住建局全面排查全县燃气安全隐患。', '召开全县动员会。']
    expect(alikeness(upper, lower)).toBeGreaterThan(ALIKE_FROM)
  })

  it('is nothing of a document without directives', () => expect(alikeness([], upper)).toBe(0))
})

it.each<[string | null, string | null, number | null]>([
  ['2026-05-14', '2026-05-20', 6],
  ['2026-05-14', '2026-05-14', 0],
  ['2026-05-20', '2026-05-14', null],
  [null, '2026-05-14', null],
  ['2026-05-14', null, null],
])('from %s to %s it took %s days', (from, to, days) => expect(relayDays(from, to)).toBe(days))
