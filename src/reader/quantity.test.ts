import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawQuantity } from './context.ts'
import { findDates } from './date.ts'
import { aContext } from './given.ts'
import { findQuantities } from './quantity.ts'

function quantitiesOf(text: string): RawQuantity[] {
  const ctx = aContext(text)
  return ctx.sentences.flatMap(s => {
    s.dates = findDates(ctx, s)
    s.quantities = findQuantities(ctx, s)
    for (const q of s.quantities) expect(text.slice(...q.span)).toBe(q.text)
    return s.quantities
  })
}
/** text, value, unit and, where it is not `=`, the bound */
const short = (q: RawQuantity) =>
  `${q.text}|${q.value}${q.max === undefined ? '' : `~${q.max}`}|${q.unit}${q.bound === '=' ? '' : `|${q.bound}`}`

describe('a figure is read with its unit and its bound', () => {
  it.each<[string, ...string[]]>([
    // money
    ['总投资12.36亿元', '12.36亿元|1236000000|CNY'],
    ['奖励五万元', '五万元|50000|CNY'],
    ['备用金壹佰贰拾万元', '壹佰贰拾万元|1200000|CNY'],
    ['合同额2.1亿美元', '2.1亿美元|210000000|USD'],
    ['贷款300万欧元', '300万欧元|3000000|EUR'],
    ['单价50元6角', '50元6角|50.6|CNY'],
    ['补助￥300', '￥300|300|CNY'],
    ['过百亿元产业', '过百亿元|10000000000|CNY|>'],
    ['亿元以上项目', '亿元以上|100000000|CNY|≥'],
    // land, length, weight, energy
    ['流转土地3.5万亩', '3.5万亩|35000|mu'],
    ['建筑面积18万平方米', '18万平方米|180000|m2'],
    ['面积859.2平方公里', '859.2平方公里|859.2|km2'],
    ['改造管网36公里', '36公里|36|km'],
    ['坝高45米', '45米|45|m'],
    ['株高80厘米', '80厘米|80|厘米'],
    ['收储3000吨', '3000吨|3000|t'],
    ['总产5.6亿斤', '5.6亿斤|560000000|斤'],
    ['用电量6.8亿千瓦时', '6.8亿千瓦时|680000000|kWh'],
    ['装机120万千瓦', '120万千瓦|1200000|千瓦'],
    ['供水能力2万立方米', '2万立方米|20000|立方米'],
    ['浓度32微克/立方米', '32微克/立方米|32|微克/立方米'],
    ['每亩补助120元/亩', '120元/亩|120|元/亩'],
    // people, time, rank
    ['培训1200人', '1200人|1200|person'],
    ['选派25名干部', '25名|25|person'],
    ['接待126万人次', '126万人次|1260000|人次'],
    ['惠及9600余户', '9600余户|9600|household|>'],
    ['新增规上企业12户企业', '12户|12|户'],
    ['工期18个月', '18个月|18|month'],
    ['用三年时间', '三年|3|year'],
    ['由3天压缩到半天', '3天|3|day', '半天|0.5|day'],
    ['时限为15个工作日', '15个工作日|15|工作日'],
    ['压缩至5个工作日以内', '5个工作日以内|5|工作日|≤'],
    ['用时两个半月', '两个半月|2.5|month'],
    ['居全市第5位', '第5位|5|rank'],
    ['总量居全省第二位', '第二位|2|rank'],
    ['增速居全市第三，', '第三|3|rank'],
    ['排名全市前三。', '前三|3|rank|≤'],
    ['对后3位的乡镇约谈', '后3位|3|rank'],
    // shares
    ['增长6.5%', '6.5%|6.5|%'],
    ['提高1.8个百分点', '1.8个百分点|1.8|pp'],
    ['完成百分之六十', '百分之六十|60|%'],
    ['不到千分之三', '不到千分之三|3|‰|<'],
    ['增长二成五', '二成五|25|%'],
    ['九成以上', '九成以上|90|%|≥'],
    ['占三分之二', '三分之二|66.67|%'],
    ['一半群众', '一半|50|%'],
    ['任务过半', '过半|50|%|>'],
    ['产值翻一番', '翻一番|2|倍'],
    ['产值翻两番', '翻两番|4|倍'],
    ['增长1.2倍', '1.2倍|1.2|倍'],
    // bounds
    ['不低于2100万元', '不低于2100万元|21000000|CNY|≥'],
    ['不超过3个', '不超过3个|3|个|≤'],
    ['控制在3.5%以内', '控制在3.5%以内|3.5|%|≤'],
    ['突破3000亿元', '突破3000亿元|300000000000|CNY|>'],
    ['不足20家', '不足20家|20|家|<'],
    ['约86万平方米', '约86万平方米|860000|m2|≈'],
    ['4%左右', '4%左右|4|%|≈'],
    ['至少开展2次演练', '2次|2|次|≥'],
    ['每镇至少1处', '至少1处|1|处|≥'],
    ['200多个村', '200多个|200|个|>'],
    // ranges and lists
    ['新增3—5家', '3—5家|3~5|家|≥'],
    ['投资3至5亿元', '3至5亿元|300000000~500000000|CNY|≥'],
    ['500—1000万元', '500—1000万元|5000000~10000000|CNY|≥'],
    ['5000万元至1亿元', '5000万元至1亿元|50000000~100000000|CNY|≥'],
    ['补贴30%—40%', '30%—40%|30~40|%|≥'],
    ['三五家企业', '三五家|3~5|家|≥'],
    ['小学、初中分别为12、8所', '12|12|所', '8所|8|所'],
    ['由2.8%提高到3.5%', '2.8%|2.8|%', '3.5%|3.5|%'],
    // counts
    ['开工31个、完工12个', '31个|31|个', '12个|12|个'],
    ['新建桥梁三座', '三座|3|座'],
    ['绘制两条产业链图谱', '两条|2|条'],
    ['排查隐患326处', '326处|326|处'],
    ['每季度末印发一期通报', '一期|1|期'],
    ['总人口48.6万，', '48.6万|486000|person'],
    ['用电3.2亿度', '3.2亿度|320000000|kWh'],
    ['增速为-3.2%', '-3.2%|-3.2|%'],
    ['接待320万人次', '320万人次|3200000|人次'],
    ['60岁以上老人', '60岁以上|60|岁|≥'],
    ['得分96.5分', '96.5分|96.5|分'],
  ])('%s', (text, ...expected) => expect(quantitiesOf(text).map(short)).toEqual(expected))

  it('says of what a figure is, and whether it rose or fell', () => {
    expect(quantitiesOf('占地260亩、总投资约15亿元的基地')).toMatchObject([{ of: '占地' }, { of: '总投资', bound: '≈' }])
    expect(quantitiesOf('同比下降2.6%，环比提高3.1%')).toMatchObject([{ change: 'down' }, { change: 'up' }])
  })
})

describe('a numeral that counts nothing gives nothing', () => {
  it.each([
    '云台第一中学',
    '三江重工',
    '一汽零部件',
    '一心一意抓落实',
    '千方百计',
    '拨打110报警',
    '12345热线',
    '〔2026〕9号',
    '云政办发〔2026〕12号',
    '电话：0359-6521234',
    '电话6521234',
    '五龙镇',
    '严立秋',
    '八里坡村',
    '三家村',
    '三台县',
    '小（2）型水库',
    '比分6:4',
    '三年行动方案',
    '百日攻坚',
    '第一责任人',
    '第一产业',
    '第62次会议',
    '二期工程',
    '二次供水',
    '一把手',
    '一张蓝图绘到底',
    '十个指头弹钢琴',
    '十分重要',
    '来不得半点马虎',
    '千家万户',
    '举一反三',
    '一律不予',
    '5月20日',
    '2026年',
    '17:00',
    '三季度末',
    '上半年',
    '前三季度',
    '一个项目',
    '一批企业',
    '四个意识',
    '两个维护',
    '八项规定',
    '三重一大',
    'G30高速',
    'PM2.5',
    '5G基站',
    '四议两公开',
    '省道S233',
    '一是',
    '第三方评估',
    '双过半',
    '24小时值班',
    '半天下来',
    '大半天',
    '二维码',
    '三农',
    '万元GDP',
    '十四五',
    '近三年',
    '一件事',
    '一分部署，九分落实',
    '《三年行动方案（2026—2028年）》',
    '成立十三成立',
    '三部门',
    '6121234转802',
    'abc123@example.cn',
    '第十五届',
    '一年一度',
    '两会',
    '百强',
    '农业',
    '1965印记',
  ])('%s', text => expect(quantitiesOf(text)).toEqual([]))
})

describe('whatever the text', () => {
  it('never throws, and every span lies in the text with a finite value', () => {
    const letters =
      '0123456789.,，。、一二三十百千万亿元个户人米亩吨%成分之半过翻第前后位至—约近不低于以上以内左右年月日天周《》（）：:多余两几倍'
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 60 }), text => {
        let last = 0
        for (const q of quantitiesOf(text)) {
          expect(Number.isFinite(q.value)).toBe(true)
          expect(q.span[0]).toBeGreaterThanOrEqual(last)
          expect(q.span[1]).toBeGreaterThan(q.span[0])
          last = q.span[1]
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('gives back every sum of money written with 万 or 亿', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.constantFrom<[string, number]>(['万元', 4], ['亿元', 8]),
        (n, [unit, power]) => {
          const digits = (n / 100).toFixed(2)
          expect(quantitiesOf(`投资${digits}${unit}。`)).toMatchObject([{ value: Number(`${digits}e${power}`), unit: 'CNY' }])
        },
      ),
    )
  })
})
