import { describe, expect, it } from 'vitest'
import type { Series } from './indicator.ts'
import { judge, PACE_RULES } from './pace.ts'
import { shares } from './share.ts'
import { honours, type Judgeable } from './verdict.ts'

/** What is known of the year before and of this one: month and figure. */
type Figures = [month: number, value: number][]
const year = (figures: Figures) => Array.from({ length: 12 }, (_, at) => figures.find(([month]) => month === at + 1)?.[1] ?? null)
const series = (target: number, now: Figures, before: Figures = [], shape: Partial<Series['indicator']> = {}): Series => ({
  indicator: { kind: 'volume', direction: 'up', basis: 'cumulative', frequency: 'month', decimals: 2, unit: '亿元', ...shape },
  year: 2026,
  target: { value: target, base: null, phasing: null, dueOn: null },
  values: year(now),
  lastYear: year(before),
})
const judged = (s: Series, month: number, decimals: number) => judge(s, month, { ...PACE_RULES, decimals })

describe('points against the pace of time, as offices printed them', () => {
  // Of the first five no page has been found again; they were handed down as "a progress circular".
  it.each<[string, number, number, number, number]>([
    ['a progress circular', 45.2, 5, 1, 3.5],
    ['a progress circular', 43.2, 5, 1, 1.5],
    ['a progress circular', 92.6, 8, 1, 25.9],
    ['a progress circular', 125.64, 10, 2, 42.31],
    ['a progress circular', 70.41, 10, 2, -12.92],
    ['宁德市在建重点项目 1—8月，宁德网 (cmstop.ndsww.com/p/26048.html)', 77.2, 8, 1, 10.5],
    ['宁德市管在建项目 1—8月 (ibid.)', 69.7, 8, 0, 3],
    ['三明市三元区重点项目 1—8月，重点项目建设战役指挥部办公室，2010-09-18 (smsy.gov.cn, t20100918_975046)', 74, 8, 2, 7.33],
    ['a city’s 实际利用外资 after three quarters of 2019，市信息中心，2019-10-17', 53.3, 9, 1, -21.7],
    ['资阳市省列重点项目 1—5月，资阳市发展和改革委员会 (sfgw.ziyang.gov.cn, Article/8342589431241285632)', 44, 5, 1, 2.3],
    ['昭通市一般公共财政预算收入 2018年上半年，云南网昭通频道，2018-08-27 (zhaotong.yunnan.cn, 030054108)', 53.5, 6, 1, 3.5],
    ['248个成渝双城经济圈重大项目 2023年1—8月，四川省发展改革委', 74.3, 8, 1, 7.6],
    ['陆丰市重点项目一季度，汕尾日报', 37.11, 3, 2, 12.11],
    ['陆丰市列入省的重点项目一季度 (ibid.)', 42.5, 3, 1, 17.5],
    ['陆丰市列入汕尾市的重点项目一季度 (ibid.)', 40.5, 3, 1, 15.5],
  ])('%s: %d%% at month %d is, to %d decimals, %d points', (_, done, month, decimals, points) =>
    expect(judged(series(100, [[month, done]]), month, decimals).points).toBe(points),
  )
})

describe('shares of the year’s task made of amounts, as offices printed them', () => {
  it.each<[string, number, number, number, number, number]>([
    ['江门市重点建设项目 1—10月，江门市发展和改革局 (bmpd/jmsfzhggj, post_1860276)', 629.0, 647.4, 10, 1, 97.2],
    ['江门市重点建设项目 2021年1—3月，江门市发展和改革局 (bmpd/jmsfzhggj, post_2314420)', 313.64, 1015, 3, 2, 30.9],
    ['福建省在建省重点项目 2020年上半年，央广网，2020-07-09 (cnr.cn, t20200709_525161062)', 2751, 5005, 6, 0, 55],
    ['湖南省交通固定资产投资 2014年1—10月，湖南省交通运输厅，2014-11-07 (jtt.hunan.gov.cn, t20141107_3697800)', 481.95, 660, 10, 2, 73.02],
    ['高速公路 (ibid.)', 252.05, 390, 10, 2, 64.63],
    ['路网 (ibid.)', 123.37, 140, 10, 2, 88.12],
    ['农村公路 (ibid.)', 63.79, 75, 10, 2, 85.05],
    ['站场 (ibid.)', 17.14, 21, 10, 2, 81.62],
    ['汉中市在建省级重点项目 2018年1—8月，汉中市政府，2018-09-19 (hanzhong.gov.cn, t20180919_538245)', 277.58, 258.08, 8, 2, 107.56],
    ['屯溪区一般公共预算收入 1—6月 (ahtxq.gov.cn, sjfb/sjjd/8994557)', 61646, 109466, 6, 1, 56.3],
    ['长沙市重大项目 2017年一季度“开门红”，红网，2017-04-14 (hn.rednet.cn, 954395)', 809, 3020, 3, 1, 26.8],
    ['楚雄开发区州外到位资金 2018年1—10月，开发区招商局', 120.44, 132.63, 10, 1, 90.8],
  ])('%s: %d of %d at month %d is, to %d decimals, %d%%', (_, done, target, month, decimals, share) =>
    expect(judged(series(target, [[month, done]]), month, decimals).share).toBe(share),
  )

  // 江门, as above: 超过时间进度13.8个百分点 of 2019’s October, 5.90 of 2021’s March.
  it('are as far ahead as printed beside them', () => {
    expect(judged(series(647.4, [[10, 629]]), 10, 1).points).toBe(13.8)
    expect(judged(series(1015, [[3, 313.64]]), 3, 2).points).toBe(5.9)
  })
})

describe('growth on the year before, as offices printed it', () => {
  it.each<[string, number, number, number, number, number]>([
    ['福建省在建省重点项目 2020年上半年 (as above)', 2751, 2405, 6, 1, 14.4],
    ['江门市重点建设项目 2021年1—3月 (as above; 增长153.34亿元)', 313.64, 160.3, 3, 2, 95.66],
    ['屯溪区一般公共预算收入 1—6月 (as above; 增收5939万元)', 61646, 55707, 6, 1, 10.7],
    ['湖南省交通固定资产投资 2014年1—10月 (as above; 为去年同期的89.76%)', 481.95, 536.93, 10, 2, -10.24],
    ['路网 (ibid.; 133.59%)', 123.37, 92.35, 10, 2, 33.59],
  ])('%s: %d after %d at month %d is, to %d decimals, %d%%', (_, now, before, month, decimals, growth) =>
    expect(judged(series(100, [[month, now]], [[month, before]]), month, decimals).yearOnYear).toBe(growth),
  )

  // 东方日报，2015-10-25 (orientaldaily.on.cc, 20151025/00202_007): 第三季增速6.9%，低于年初定下7%的目标.
  it('of 6.9% is behind a target of 7%, whatever the month', () => {
    const rate = series(7, [[9, 6.9]], [], { kind: 'growth', unit: '%', decimals: 1 })
    expect(judged(rate, 9, 1)).toMatchObject({ verdict: 'behind', points: -0.1, share: null })
  })
})

describe('control figures of work safety, as offices printed them', () => {
  const used = (limit: number, done: number, month: number) =>
    judged(series(limit, [[month, done]], [], { kind: 'ceiling', direction: 'down', unit: '人', decimals: 0 }), month, 2)

  // 南充市政府，2013-07-09 (3g.guangyuanol.cn, quyu/2013/0709/68613): 上半年全面实现“进度控制指标”.
  it.each<[string, number, number, number]>([
    ['死亡人数', 45, 11, 24.44],
    ['较大事故', 4, 1, 25],
    ['生产经营性道路交通事故', 32, 10, 31.25],
    ['工矿商贸事故', 13, 1, 7.69],
  ])('南充市 2013年1—6月 %s, limit %d: %d is %d%% of it and within the pace', (_, limit, done, share) =>
    expect(used(limit, done, 6)).toMatchObject({ share, verdict: 'on', light: 'green' }),
  )

  // 四川省安全监管局，省政府网站在线访谈，2013-08-02: 进度目标以内（即50.00%），超进度目标的 55.56%.
  it('at half-year 28.72% is within the pace of 50%, and 55.56% is over it', () => {
    expect(used(10_000, 2872, 6)).toMatchObject({ share: 28.72, time: 50, verdict: 'on' })
    expect(used(10_000, 5556, 6)).toMatchObject({ share: 55.56, time: 50, verdict: 'behind', points: -5.56 })
  })

  // 国务院安全生产委员会办公室 on 2008，中国日报网，2009-01-22 (zgrbjx/2009-01/22/content_9091642): 全国占控制指标的91.1%；天津高37.4%.
  it('at the year’s end 91.1% has kept its limit, and 137.4% has passed it', () => {
    expect(used(1000, 911, 12)).toMatchObject({ share: 91.1, verdict: 'reached', light: 'green' })
    expect(used(1000, 1374, 12)).toMatchObject({ share: 137.4, verdict: 'behind', light: 'red' })
  })
})

describe('the rule of 宣城 for what is behind: 进展情况占比低于序时进度，或增幅低于目标任务', () => {
  // 2020年1—11月《政府工作报告》部分目标任务完成情况，宣城市政府办公室，2020-12-24 (xuancheng.gov.cn, OpennessContent/show/2044556).
  it('has a pace line of 91.7% at month 11, and 44 of 55 quantities on it are 80%', () => {
    expect(judged(series(100, [[11, 90]]), 11, 1).time).toBe(91.7)
    expect(shares([44, 11])).toEqual([80, 20])
  })

  // 2021年1—6月《政府工作报告》目标任务完成情况，2021-08-17 (ibid., 2189601): 12 indicators, one of them yearly; of the other 11 ten are on pace (91%).
  it('at half-year asks 11 of 12 indicators, for one is yearly, and one whose growth is below its target is in the way', () => {
    const growth = (indicatorId: string, value: number): Judgeable => ({
      indicatorId,
      unitId: 'u',
      series: series(8, [[6, value]], [], { kind: 'growth', unit: '%', decimals: 1 }),
    })
    const saving = { indicatorId: '节能减排', unitId: 'u', series: series(3, [], [], { kind: 'growth', unit: '%', frequency: 'year' }) }
    const others = Array.from({ length: 10 }, (_, at) => growth(`指标${at}`, 12))
    const { doubleHalf } = honours([...others, growth('农村居民人均可支配收入', 7.9), saving], 6)
    expect(doubleHalf).toMatchObject({ answer: 'no', on: 10, of: 11 })
    expect(doubleHalf.missing.map(m => m.indicatorId)).toEqual(['农村居民人均可支配收入'])
    expect(shares([10, 1])).toEqual([91, 9])
  })

  // 福建省 2020年上半年 (as above): 55%，实现“时间过半、任务完成过半”.
  it('gives 双过半 to 55% at half-year', () => {
    const projects = { indicatorId: '省重点项目', unitId: 'u', series: series(5005, [[6, 2751]]) }
    expect(honours([projects], 6).doubleHalf.answer).toBe('yes')
  })
})

// 银川 publishes 10 and 30 points as the limits of its lights.
it.each<[number, string, string]>([
  [50, 'on', 'green'],
  [40.01, 'behind', 'green'],
  [40, 'behind', 'yellow'],
  [20, 'behind', 'yellow'],
  [19.99, 'behind', 'red'],
])('%d%% at half-year is %s and %s', (done, verdict, light) => expect(judge(series(100, [[6, done]]), 6)).toMatchObject({ verdict, light }))
