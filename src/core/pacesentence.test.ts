import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BASES, DIRECTIONS, FREQUENCIES, INDICATOR_KINDS, PACE_REASONS, type Series } from './indicator.ts'
import { judge } from './pace.ts'
import { paceSentence } from './pacesentence.ts'

type Over = Partial<Series['indicator']> & {
  target?: Partial<NonNullable<Series['target']>> | null
  lastYear?: Record<number, number>
  asked?: number
}

const say = (value: number | null, month: number, { target = {}, lastYear = {}, asked = month, ...shape }: Over = {}) => {
  const series: Series = {
    indicator: { kind: 'volume', direction: 'up', basis: 'cumulative', frequency: 'month', decimals: 2, unit: '亿元', ...shape },
    year: 2026,
    target: target && { value: 10, base: null, phasing: null, dueOn: null, ...target },
    values: Array.from({ length: 12 }, (_, at) => (at + 1 === month ? value : null)),
    lastYear: Array.from({ length: 12 }, (_, at) => lastYear[at + 1] ?? null),
  }
  const said = { ...judge(series, asked), year: 2026, dueOn: series.target?.dueOn ?? null }
  return [paceSentence('zh', series.indicator, said), paceSentence('en', series.indicator, said)]
}

const level: Over = { kind: 'level', basis: 'point' }
const rate: Over = { kind: 'growth', unit: '%', target: { value: 6.5 } }
const cases: Over = { kind: 'ceiling', unit: '起', decimals: 0 }
const air: Over = { kind: 'ceiling', basis: 'point', unit: '微克/立方米', target: { value: 40 } }
const plan: Over = { kind: 'milestone', basis: 'point', unit: '', target: { value: 1, dueOn: '2026-06-30' } }

describe('the sentence of a standing', () => {
  it.each<[string[], string, string]>([
    [
      say(4.52, 5),
      '1—5月累计完成4.52亿元，为年度目标10亿元的45.2%，超序时进度（41.67%）3.53个百分点。',
      'By the end of May 4.52 亿元 is done, 45.2% of the year’s target of 10 亿元, 3.53 points ahead of time (41.67%).',
    ],
    [
      say(7.041, 10),
      '1—10月累计完成7.04亿元，为年度目标10亿元的70.41%，欠序时进度（83.33%）12.92个百分点；余下2个月每月需完成1.48亿元。',
      'By the end of October 7.04 亿元 is done, 70.41% of the year’s target of 10 亿元, 12.92 points behind time (83.33%); each of the 2 months left must add 1.48 亿元.',
    ],
    [
      say(2.5, 3, { asked: 4 }),
      '1—3月累计完成2.5亿元，为年度目标10亿元的25%，与序时进度（25%）持平（4月数据未报）。',
      'By the end of March 2.5 亿元 is done, 25% of the year’s target of 10 亿元, level with time (25%) (April has not been reported).',
    ],
    [
      say(12.564, 10),
      '1—10月累计完成12.56亿元，为年度目标10亿元的125.64%，已完成全年任务。',
      'By the end of October 12.56 亿元 is done, 125.64% of the year’s target of 10 亿元: the year’s task is done.',
    ],
    [
      say(9.6, 12),
      '全年完成9.6亿元，为年度目标10亿元的96%，未完成全年任务，差0.4亿元。',
      'In the whole year 9.6 亿元 is done, 96% of the year’s target of 10 亿元: the year’s task was missed by 0.4 亿元.',
    ],
    [
      say(1, 1, { kind: 'phased', target: { phasing: [1, ...Array(11).fill(10)] } }),
      '1月完成1亿元，为年度目标10亿元的10%，与计划进度（10%）持平。',
      'By the end of January 1 亿元 is done, 10% of the year’s target of 10 亿元, level with the plan (10%).',
    ],
    [
      say(107, 6, { ...level, target: { value: 120, base: 100 } }),
      '6月末为107亿元，应增部分（目标120亿元）已完成35%，欠序时进度（50%）15个百分点；余下6个月每月需再增2.17亿元。',
      'At the end of June it stands at 107 亿元, 35% of the way to the target of 120 亿元, 15 points behind time (50%); each of the 6 months left must add 2.17 亿元.',
    ],
    [
      say(98, 11, { ...level, target: { value: 120, base: 100 } }),
      '11月末为98亿元，低于年初水平，年度目标120亿元，欠序时进度（91.67%）101.67个百分点；余下1个月需再增22亿元。',
      'At the end of November it stands at 98 亿元, below where the year began, with a target of 120 亿元, 101.67 points behind time (91.67%); the month left must add 22 亿元.',
    ],
    [
      say(48, 6, { ...level, direction: 'down', unit: '户', target: { value: 30, base: 50 } }),
      '6月末为48户，应降部分（目标30户）已完成10%，欠序时进度（50%）40个百分点；余下6个月每月需再降3户。',
      'At the end of June it stands at 48 户, 10% of the way to the target of 30 户, 40 points behind time (50%); each of the 6 months left must take off 3 户.',
    ],
    [
      say(121, 6, { ...level, target: { value: 120 } }),
      '6月末为121亿元，已达到年度目标120亿元。',
      'At the end of June it stands at 121 亿元: the year’s target of 120 亿元 is reached.',
    ],
    [
      say(96, 6, { ...level, target: { value: 100, base: 100 } }),
      '6月末为96亿元，比年度目标100亿元低4%；余下6个月每月需再增0.67亿元。',
      'At the end of June it stands at 96 亿元, 4% below the target of 100 亿元; each of the 6 months left must add 0.67 亿元.',
    ],
    [
      say(118, 12, { ...level, target: { value: 120, base: 100 } }),
      '年末为118亿元，未达到年度目标120亿元，差2亿元。',
      'At the year’s end it stands at 118 亿元: the target of 120 亿元 was missed by 2 亿元.',
    ],
    [
      say(6.2, 5, rate),
      '1—5月累计同比增长6.2%，比目标（6.5%）低0.3个百分点。',
      'By the end of May up 6.2% on a year before, 0.3 points below the target of 6.5%.',
    ],
    [
      say(-2, 5, { ...rate, direction: 'down', target: { value: -3 } }),
      '1—5月累计同比下降2%，比目标（−3%）高1个百分点。',
      'By the end of May down 2% on a year before, 1 point above the target of −3%.',
    ],
    [
      say(150, 6, { ...rate }),
      '1—6月累计同比增长150%，比目标（6.5%）高143.5个百分点（上年基数低，增速仅供参考）。',
      'By the end of June up 150% on a year before, 143.5 points above the target of 6.5% (from a low base: read with care).',
    ],
    [
      say(50, 6, { kind: 'growth', lastYear: { 6: 50, 12: 100 } }),
      '1—6月累计完成50亿元，同比持平，比目标（10%）低10个百分点；余下6个月每月需完成10亿元。',
      'By the end of June 50 亿元 is done, the same as a year before, 10 points below the target of 10%; each of the 6 months left must add 10 亿元.',
    ],
    [
      say(65, 6, { ...cases, target: { value: 100 } }),
      '1—6月累计65起，为年度控制数100起的65%，快于时间进度（50%）15个百分点；余下6个月每月不超过5.83起。',
      'By the end of June 65 起, 65% of the year’s ceiling of 100 起, 15 points faster than time (50%); each of the 6 months left may add at most 5.83 起.',
    ],
    [
      say(30, 6, { ...cases, target: { value: 100 } }),
      '1—6月累计30起，为年度控制数100起的30%，低于时间进度（50%）20个百分点。',
      'By the end of June 30 起, 30% of the year’s ceiling of 100 起, 20 points slower than time (50%).',
    ],
    [
      say(101, 11, { ...cases, target: { value: 100 } }),
      '1—11月累计101起，已突破年度控制数100起，超出1起。',
      'By the end of November 101 起: the year’s ceiling of 100 起 is passed by 1 起.',
    ],
    [
      say(0, 5, { ...cases, target: { value: 0 } }),
      '1—5月累计0起，未突破年度控制数0起。',
      'By the end of May 0 起: within the year’s ceiling of 0 起.',
    ],
    [
      say(42, 5, air),
      '5月末为42微克/立方米，比控制线40微克/立方米高5%。',
      'At the end of May it stands at 42 微克/立方米, 5% above the limit of 40 微克/立方米.',
    ],
    [
      say(38, 5, air),
      '5月末为38微克/立方米，在控制线40微克/立方米以内。',
      'At the end of May it stands at 38 微克/立方米, within the limit of 40 微克/立方米.',
    ],
    [
      say(10, 6, { ...cases, target: { value: 10 } }),
      '1—6月累计10起，为年度控制数10起的100%，快于时间进度（50%）50个百分点；余下6个月不能再增加。',
      'By the end of June 10 起, 100% of the year’s ceiling of 10 起, 50 points faster than time (50%); nothing may be added in the 6 months left.',
    ],
    [
      say(5.7, 6, { ...air, unit: '%', target: { value: 5.5 } }),
      '6月末为5.7%，比控制线5.5%高0.2个百分点。',
      'At the end of June it stands at 5.7%, 0.2 points above the limit of 5.5%.',
    ],
    [
      say(94, 6, { ...level, unit: '%', target: { value: 95, base: 95 } }),
      '6月末为94%，比年度目标95%低1个百分点；余下6个月每月需再增0.17个百分点。',
      'At the end of June it stands at 94%, 1 point below the target of 95%; each of the 6 months left must add 0.17 points.',
    ],
    [
      say(94.4, 12, { ...level, unit: '%', target: { value: 95, base: 90 } }),
      '年末为94.4%，未达到年度目标95%，差0.6个百分点。',
      'At the year’s end it stands at 94.4%: the target of 95% was missed by 0.6 points.',
    ],
    [
      say(9.99999, 12),
      '全年完成10亿元，为年度目标10亿元的99.99%，未完成全年任务，差0.00001亿元。',
      'In the whole year 10 亿元 is done, 99.99% of the year’s target of 10 亿元: the year’s task was missed by 0.00001 亿元.',
    ],
    [
      say(49, 6, { kind: 'growth', direction: 'down', lastYear: { 6: 50, 12: 100 }, target: { value: -5 } }),
      '1—6月累计完成49亿元，同比下降2%，比目标（−5%）高3个百分点；余下6个月每月不超过7.67亿元。',
      'By the end of June 49 亿元 is done, down 2% on a year before, 3 points above the target of −5%; each of the 6 months left may add at most 7.67 亿元.',
    ],
    [
      say(6.2, 3, { ...rate, target: null }),
      '1—3月累计同比增长6.2%，未定年度目标，快慢不可算。',
      'By the end of March up 6.2% on a year before; no target is set for the year, so its pace cannot be computed.',
    ],
    [
      say(52, 1, { kind: 'growth', lastYear: { 1: 0 } }),
      '1月52亿元（目标增速10%），上年同期不大于零，增速不可算。',
      'By the end of January 52 亿元 (target growth 10%); last year’s figure is not above zero, so growth cannot be computed.',
    ],
    [
      say(10, 8, { kind: 'phased', target: { phasing: Array(12).fill(null) } }),
      '1—8月累计完成10亿元，为年度目标10亿元的100%，已完成全年任务。',
      'By the end of August 10 亿元 is done, 100% of the year’s target of 10 亿元: the year’s task is done.',
    ],
    [say(1, 4, plan), '已于4月完成（时限2026年6月30日）。', 'Done in April (due by 2026-06-30).'],
    [say(1, 8, plan), '8月完成，晚于时限（2026年6月30日）。', 'Done in August, after its day (2026-06-30).'],
    [say(null, 7, plan), '应于2026年6月30日前完成，至7月底尚未报告完成。', 'Due by 2026-06-30, and not reported done by the end of July.'],
    [say(null, 5, plan), '应于2026年6月30日前完成，尚未到期。', 'Due by 2026-06-30: not due yet.'],
    [
      say(4.5, 5, { target: null }),
      '1—5月累计4.5亿元，未定年度目标，快慢不可算。',
      'By the end of May 4.5 亿元; no target is set for the year, so its pace cannot be computed.',
    ],
    [say(null, 5, { frequency: 'half' }), '年度目标10亿元，未到报数时间，快慢暂不可算。', 'Target 10 亿元; no figure is due yet.'],
    [
      say(119, 6, level),
      '6月末为119亿元，已达到年度目标10亿元。',
      'At the end of June it stands at 119 亿元: the year’s target of 10 亿元 is reached.',
    ],
    [
      say(5, 6, { ...level }),
      '6月末为5亿元（年度目标10亿元），缺年初基数，是否达到序时进度不可算。',
      'At the end of June 5 亿元 (target 10 亿元); where the year began is not given, so its pace cannot be computed.',
    ],
  ])('%#', ([zh, en], chinese, english) => {
    expect(zh).toBe(chinese)
    expect(en).toBe(english)
  })

  it('is whole in its own language, whatever the figures', () => {
    const maybe = fc.option(fc.integer({ min: -400, max: 1200 }).map(n => n / 100))
    const year = fc.array(maybe, { minLength: 12, maxLength: 12 })
    const indicator = fc.record({
      kind: fc.constantFrom(...INDICATOR_KINDS),
      direction: fc.constantFrom(...DIRECTIONS),
      basis: fc.constantFrom(...BASES),
      frequency: fc.constantFrom(...FREQUENCIES),
      decimals: fc.integer({ min: 0, max: 3 }),
      unit: fc.constantFrom('%', '#'),
    })
    const target = fc.record({
      value: fc.constantFrom(-2, 0, 1, 6.5, 10),
      base: maybe,
      phasing: fc.option(year),
      dueOn: fc.constantFrom(null, '2026-06-30'),
    })
    const series = fc.record({ indicator, year: fc.constant(2026), target: fc.option(target), values: year, lastYear: year })
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 12 }), (s, month) => {
        const said = { ...judge(s, month), year: 2026, dueOn: s.target?.dueOn ?? null }
        const [zh, en] = [paceSentence('zh', s.indicator, said), paceSentence('en', s.indicator, said)]
        expect(zh).toMatch(/^(?:\d|[应已年未本全目])[^A-Za-z]+[^，；（]。$/)
        expect(en).toMatch(/^[A-Z][ -~’−]+[^,;( ]\.$/)
        expect(en).not.toMatch(/undefined|NaN|null|Infinity|\d%?e-/)
        for (const text of [zh, en]) {
          // No sign before nothing, no figure left out, no per cent beside a unit.
          expect(text).not.toMatch(/−0(?![.\d])|−0\.0+(?!\d)|--|−−| {2}|，，|为，|的，|%#|# #|低。|高。| ,|\(\)|（）/)
          expect(text.split('。').length + text.split('. ').length).toBeLessThanOrEqual(3)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('writes amounts as it is told to', () => {
    const said = {
      ...judge(
        {
          indicator: { kind: 'volume', direction: 'up', basis: 'cumulative', frequency: 'month', decimals: 2, unit: '万元' },
          year: 2026,
          target: null,
          values: [123456, ...Array(11).fill(null)],
          lastYear: [],
        },
        1,
      ),
      year: 2026,
    }
    const of = { kind: 'volume', basis: 'cumulative', direction: 'up', unit: '万元', decimals: 0 } as const
    expect(paceSentence('en', of, said)).toContain('123,456 万元')
    expect(paceSentence('en', of, said, value => `CNY ${value / 100} m`)).toContain('CNY 1234.56 m')
  })

  it('has words for every reason in both languages', () => {
    const of = { kind: 'volume', basis: 'cumulative', direction: 'up', unit: '亿元', decimals: 2 } as const
    const pace = {
      verdict: 'unknown',
      month: null,
      value: null,
      target: null,
      share: null,
      time: null,
      points: null,
      neededPerMonth: null,
      yearOnYear: null,
      year: 2026,
    } as const
    for (const reason of PACE_REASONS) {
      expect(paceSentence('zh', of, { ...pace, reason })).toMatch(/^[^A-Za-z]+。$/)
      expect(paceSentence('en', of, { ...pace, reason })).toMatch(/^[A-Z][ -~’]+\.$/)
    }
  })
})
