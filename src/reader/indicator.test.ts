import { describe, expect, it } from 'vitest'
import { findDates } from './date.ts'
import { aContext } from './given.ts'
import { findIndicators } from './indicator.ts'
import { findQuantities } from './quantity.ts'

function indicatorsIn(text: string) {
  const ctx = aContext(text)
  const all = ctx.sentences.flatMap(s => {
    s.dates = findDates(ctx, s)
    s.quantities = findQuantities(ctx, s)
    s.indicators = findIndicators(ctx, s)
    return s.indicators
  })
  return { all, ctx }
}
const indicatorsOf = (text: string) => indicatorsIn(text).all.map(i => `${i.name} ${i.quantity!.text}`)

describe('each figure of a named statistic is one indicator', () => {
  it.each<[string, ...string[]]>([
    [
      '全县地区生产总值完成156.8亿元，按可比价计算同比增长6.3%，增速居全市第2位。',
      '地区生产总值 156.8亿元',
      '地区生产总值 6.3%',
      '地区生产总值 第2位',
    ],
    [
      '一般公共预算收入4.86亿元，同比增收0.52亿元，增长12%，完成年度预算的48.2%。',
      '一般公共预算收入 4.86亿元',
      '一般公共预算收入 0.52亿元',
      '一般公共预算收入 12%',
      '一般公共预算收入 48.2%',
    ],
    [
      '规上工业增加值增长9.1%，高于全市平均1.4个百分点；固定资产投资增长12.5%。',
      '规上工业增加值 9.1%',
      '规上工业增加值 1.4个百分点',
      '固定资产投资 12.5%',
    ],
    [
      '社会消费品零售总额实现42.6亿元、增长7.2%，进出口总额5.3亿元、下降4.1%。',
      '社会消费品零售总额 42.6亿元',
      '社会消费品零售总额 7.2%',
      '进出口总额 5.3亿元',
      '进出口总额 4.1%',
    ],
    ['其中工业投资增长21.3%，民间投资占比达到58.6%。', '工业投资 21.3%', '民间投资占比 58.6%'],
    ['城镇新增就业2350人，完成年度任务的58.8%；城镇登记失业率3.5%。', '城镇新增就业 2350人', '城镇新增就业 58.8%', '城镇登记失业率 3.5%'],
    [
      '空气质量优良天数比率88.7%，同比提高3.2个百分点；PM2.5平均浓度32微克/立方米。',
      '空气质量优良天数比率 88.7%',
      '空气质量优良天数比率 3.2个百分点',
      'PM2.5平均浓度 32微克/立方米',
    ],
    [
      '城镇和农村居民人均可支配收入分别达到18652元和9836元，同比分别增长5.1%和7.4%。',
      '城镇居民人均可支配收入 18652元',
      '农村居民人均可支配收入 9836元',
      '城镇居民人均可支配收入 5.1%',
      '农村居民人均可支配收入 7.4%',
    ],
    [
      '招商引资实际到位资金11.2亿元，仅占年度目标28亿元的40%，欠进度10个百分点。',
      '招商引资实际到位资金 11.2亿元',
      '招商引资实际到位资金 28亿元',
      '招商引资实际到位资金 40%',
      '招商引资实际到位资金 10个百分点',
    ],
    ['各项存款余额215.6亿元，较年初增加18.3亿元。', '各项存款余额 215.6亿元', '各项存款余额 18.3亿元'],
    ['单位GDP能耗下降3.1%。', '单位GDP能耗 3.1%'],
    ['单位GDP能耗不降反升0.4%。', '单位GDP能耗 0.4%'],
    ['今年以来，全县PM2.5平均浓度28微克/立方米。', 'PM2.5平均浓度 28微克/立方米'],
    ['全旗牲畜存栏96万头，牧草储备量18万吨。', '牲畜存栏 96万头', '牧草储备量 18万吨'],
    ['进出口总额完成1.2亿美元，落后时序进度8个百分点，完成年计划的42%。', '进出口总额 1.2亿美元', '进出口总额 8个百分点', '进出口总额 42%'],
    ['旅游总收入26亿元，比2020年翻了一番。', '旅游总收入 26亿元', '旅游总收入 翻了一番'],
    ['秋粮播种面积21万亩，亩产512公斤。', '秋粮播种面积 21万亩', '亩产 512公斤'],
    ['粮食总产达到3.2亿斤，农村自来水普及率96.5%。', '粮食总产 3.2亿斤', '农村自来水普及率 96.5%'],
    ['已办结事项22件，办结率86.4%，较上期提高4.2个百分点。', '办结率 86.4%', '办结率 4.2个百分点'],
  ])('%s', (text, ...expected) => expect(indicatorsOf(text)).toEqual(expected))

  it('says whose figure it is and of when', () => {
    expect(indicatorsIn('上半年，全县出口总额5.3亿元。').all).toMatchObject([{ region: '青禾县', period: '2026-H1' }])
    expect(indicatorsIn('1—5月，税收收入3.1亿元。').all).toMatchObject([{ period: '2026-01..2026-05' }])
    expect(indicatorsIn('2025年，税收收入7亿元。').all).toMatchObject([{ period: '2025' }])
    expect(indicatorsIn('一季度，税收收入2亿元。').all).toMatchObject([{ period: '2026-Q1' }])
  })

  it('refuses to share out figures when the names are too few', () => {
    const { all, ctx } = indicatorsIn('旅游收入9.8亿元，分别增长22.1%和26.4%。')
    expect(all.map(i => i.quantity!.text)).toEqual(['9.8亿元'])
    expect(ctx.doubts).toMatchObject([{ code: 'distribution-mismatch', facts: { names: 1, figures: 2 } }])
  })
})

describe('the size of a project, a count and a share of nothing named are no indicators', () => {
  it.each([
    '总投资12.6亿元的云溪产业园项目',
    '占地260亩，总建筑面积12万平方米',
    '年产值可达40亿元',
    '58项重点任务已完成17项，占29.3%',
    '开工31个',
    '奖励企业5万元',
    '安排专项资金50万元',
    '压缩到7个工作日',
    '惠及群众3.2万人',
    '12个村集体经济收入不足10万元',
    '云坪综合体和投资1200万美元的北山酒店项目',
  ])('%s', text => expect(indicatorsOf(text)).toEqual([]))
})
