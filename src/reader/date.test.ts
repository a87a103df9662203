import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleFacts, RawDate } from './context.ts'
import { findDates } from './date.ts'
import { addDays, addMonths, dateOf, daysBetween, lastDayOf, makeDay, monthOf, weekdayOf, yearOf } from './day.ts'
import { aContext, found } from './given.ts'
import { read } from './index.ts'
import { cutLines } from './outline.ts'

function datesOf(text: string, facts: Partial<ArticleFacts> = {}): RawDate[] {
  const dates = found(aContext(text, facts), findDates)
  for (const d of dates) expect(text.slice(...d.span)).toBe(d.text)
  return dates
}
const short = (d: RawDate) => `${d.text}|${d.every ? `every ${d.every}` : `${d.from ?? ''}..${d.to ?? ''}`}`

describe('dates of a paper signed on Wednesday 20 May 2026', () => {
  it.each<[string, ...string[]]>([
    // days
    ['2026年4月9日召开', '2026年4月9日|2026-04-09..2026-04-09'],
    ['二〇二六年五月二十日', '二〇二六年五月二十日|2026-05-20..2026-05-20'],
    ['６月１日起施行', '６月１日|2026-06-01..2026-06-01'],
    ['2026-06-08前', '2026-06-08前|..2026-06-08'],
    ['2026.6.8', '2026.6.8|2026-06-08..2026-06-08'],
    ['5月16日，全县召开', '5月16日|2026-05-16..2026-05-16'],
    ['5月6日前往邻县', '5月6日|2026-05-06..2026-05-06'],
    ['17日在京召开', '17日|2026-05-17..2026-05-17'],
    ['4月21日动身，22日晚座谈', '4月21日|2026-04-21..2026-04-21', '22日|2026-04-22..2026-04-22'],
    ['今天上午召开', '今天|2026-05-20..2026-05-20'],
    ['今晚24时前落实', '今晚24时前|2026-05-20..2026-05-20'],
    ['昨日已部署', '昨日|2026-05-19..2026-05-19'],
    ['明天上午9时前到位', '明天上午9时前|2026-05-21..2026-05-21'],
    ['后天下班前拿出方案', '后天下班前|2026-05-22..2026-05-22'],
    ['1.签收；2.6月8日前汇总', '6月8日前|..2026-06-08'],
    // deadlines
    ['6月30日前报送', '6月30日前|..2026-06-30'],
    ['6月5日17:30前报名', '6月5日17:30前|..2026-06-05'],
    ['6月10日（周三）17时前报送', '6月10日（周三）17时前|..2026-06-10'],
    ['6月8日（星期一）上午9:00召开', '6月8日|2026-06-08..2026-06-08'],
    ['6月3日12时前反馈', '6月3日12时前|..2026-06-03'],
    ['5月底前建成', '5月底前|..2026-05-31'],
    ['2027年6月底前投用', '2027年6月底前|..2027-06-30'],
    ['年底前完成', '年底前|..2026-12-31'],
    ['年内开工', '年内|2026-01-01..2026-12-31'],
    ['月底前销号', '月底前|..2026-05-31'],
    ['15日前反馈', '15日前|..2026-06-15'],
    ['三季度末赶上进度', '三季度末|2026-07-01..2026-09-30'],
    ['本周五前完成', '本周五前|..2026-05-22'],
    ['下周一上报', '下周一|2026-05-25..2026-05-25'],
    ['国庆节前完工', '国庆节前|..2026-09-30'],
    ['“五一”前亮灯', '“五一”前|..2027-04-30'],
    ['春节前走访', '春节前|..2027-02-05'],
    ['中秋节前检查', '中秋节前|..2026-09-24'],
    ['2005年底前建成的小区', '2005年底前|..2005-12-31'],
    ['2026年年底前完成', '2026年年底前|..2026-12-31'],
    ['今年年底前建成', '今年年底前|..2026-12-31'],
    ['明年年初投用', '明年年初|2027-01-01..2027-01-31'],
    ['2026年年中前', '2026年年中前|..2026-06-30'],
    ['12月月底前完成', '12月月底前|..2026-12-31'],
    ['5月底之前报', '5月底之前|..2026-05-31'],
    ['于15日前报送', '15日前|..2026-06-15'],
    ['6.30前清零', '6.30前|..2026-06-30'],
    ['周末前报送', '周末前|..2026-05-24'],
    ['明早8点前到位', '明早8点前|2026-05-21..2026-05-21'],
    ['五一假期前完成', '五一假期前|..2027-04-30'],
    ['“三八”妇女节前发放', '“三八”妇女节前|..2027-03-07'],
    ['教师节前兑现', '教师节前|..2026-09-09'],
    ['下一季度末前完成', '下一季度末前|..2026-09-30'],
    // periods
    ['本季度完成', '本季度|2026-04-01..2026-06-30'],
    ['上季度进展', '上季度|2026-01-01..2026-03-31'],
    ['一至三季度累计', '一至三季度|2026-01-01..2026-09-30'],
    ['前5月增长', '前5月|2026-01-01..2026-05-31'],
    ['上一年度决算', '上一年度|2025-01-01..2025-12-31'],
    ['比上年下降', '上年|2025-01-01..2025-12-31'],
    ['一月一日起施行', '一月一日|2026-01-01..2026-01-01'],
    ['今年以来', '今年|2026-01-01..2026-12-31'],
    ['2025年，全市', '2025年|2025-01-01..2025-12-31'],
    ['去年投产', '去年|2025-01-01..2025-12-31'],
    ['全年任务', '全年|2026-01-01..2026-12-31'],
    ['上半年完成', '上半年|2026-01-01..2026-06-30'],
    ['二季度工作', '二季度|2026-04-01..2026-06-30'],
    ['第1季度', '第1季度|2026-01-01..2026-03-31'],
    ['第三季度', '第三季度|2026-07-01..2026-09-30'],
    ['三、四季度', '三、四季度|2026-07-01..2026-12-31'],
    ['前三季度', '前三季度|2026-01-01..2026-09-30'],
    ['今年前两个月', '今年前两个月|2026-01-01..2026-02-28'],
    ['1—4月份，全县', '1—4月份|2026-01-01..2026-04-30'],
    ['1至2月', '1至2月|2026-01-01..2026-02-28'],
    ['4月至6月开展', '4月至6月|2026-04-01..2026-06-30'],
    ['明年一季度投用', '明年一季度|2027-01-01..2027-03-31'],
    ['6月上旬', '6月上旬|2026-06-01..2026-06-10'],
    ['6月中旬', '6月中旬|2026-06-11..2026-06-20'],
    ['2月下旬', '2月下旬|2026-02-21..2026-02-28'],
    ['5月份提交', '5月份|2026-05-01..2026-05-31'],
    // ranges
    ['5月16日至19日', '5月16日至19日|2026-05-16..2026-05-19'],
    ['6月6—10日', '6月6—10日|2026-06-06..2026-06-10'],
    ['6月5日、15日调度', '6月5日|2026-06-05..2026-06-05', '15日|2026-06-15..2026-06-15'],
    ['6月28日—7月2日', '6月28日—7月2日|2026-06-28..2026-07-02'],
    ['8月1日起至9月30日止', '8月1日起至9月30日止|2026-08-01..2026-09-30'],
    ['2026年10月至2028年6月', '2026年10月至2028年6月|2026-10-01..2028-06-30'],
    ['2025—2027年', '2025—2027年|2025-01-01..2027-12-31'],
    ['11月至次年2月', '11月至次年2月|2026-11-01..2027-02-28'],
    ['即日起至6月25日', '即日起至6月25日|2026-05-20..2026-06-25'],
    ['1—4月增长5%，比去年同期快', '1—4月|2026-01-01..2026-04-30', '去年同期|2025-01-01..2025-04-30'],
    // what comes again, and time allowed
    ['每月5日前报送', '每月5日前|every month'],
    ['每月25日前汇总', '每月25日前|every month'],
    ['每季度末通报', '每季度末|every quarter'],
    ['每日17:00前报送', '每日17:00前|every day'],
    ['每周三前报送', '每周三前|every week'],
    ['每周一次', '每周|every week'],
    ['每周五下午下班前报送', '每周五下午下班前|every week'],
    ['每周四报进展', '每周四|every week'],
    ['每周一调度', '每周|every week'],
    ['每旬调度', '每旬|every ten-days'],
    ['每半月跟踪', '每半月|every half-month'],
    ['每半个月调度一次', '每半个月|every half-month'],
    ['每半小时报告', '每半小时|every half-hour'],
    ['明年春节前完成', '明年春节前|..2027-02-05'],
    ['明年“五一”前投用', '明年“五一”前|..2027-04-30'],
    ['7月20前上报', '7月20前|..2026-07-20'],
    ['一周后听一次汇报', '一周后|..'],
    ['每半年评估', '每半年|every half-year'],
    ['每年12月底前', '每年12月底前|every year'],
    ['每晚20:00前发我', '每晚20:00前|every day'],
    ['每早8点前报送', '每早8点前|every day'],
    ['每日9时、17时报送', '每日9时、17时|every day'],
    ['每周一更新进度', '每周一|every week'],
    ['每周一研判、每月一通报', '每周|every week', '每月|every month'],
    ['每周一、周四报送', '每周一、周四|every week'],
    ['每周周五前报送', '每周周五前|every week'],
    ['每周三次', '每周|every week'],
    ['每周一至周五开放', '每周一至周五|every week'],
    ['每逢周一调度', '每逢周一|every week'],
    ['每10天调度', '每10天|every 10 days'],
    ['每十五日报告', '每十五日|every 15 days'],
    ['每5个工作日汇总', '每5个工作日|every 5 workdays'],
    ['每30分钟报告', '每30分钟|every 30 minutes'],
    ['每两周会商', '每两周|every 2 weeks'],
    ['每月5日、20日前报送', '每月5日、20日前|every month'],
    ['每月月底前销号', '每月月底前|every month'],
    ['每月最后一个工作日前', '每月最后一个工作日前|every month'],
    ['每月次月5日前', '每月次月5日前|every month'],
    ['每季度首月10日前', '每季度首月10日前|every quarter'],
    ['每季度结束后10日内', '每季度结束后10日内|every quarter'],
    ['每年3月、9月开展', '每年3月、9月|every year'],
    ['每学期开展', '每学期|every semester'],
    ['两周内对接', '两周内|..'],
    ['3—5个工作日内办结', '3—5个工作日内|..'],
    ['两至三周内完成', '两至三周内|..'],
    ['两个月时间内', '两个月时间内|..'],
    ['一年半内建成', '一年半内|..'],
    ['半个月内整改', '半个月内|..'],
    ['自印发之日起3—5日内', '3—5日内|2026-05-20..2026-05-25'],
    ['当日18:00前反馈', '当日18:00前|..'],
    ['次日8时前报送', '次日8时前|..'],
    ['10个工作日内答复', '10个工作日内|..'],
    ['半年内见效', '半年内|..'],
    ['自印发之日起30日内', '30日内|2026-05-20..2026-06-19'],
    // the year said before in the sentence
    ['2027年3月底前立项，6月底前开工', '2027年3月底前|..2027-03-31', '6月底前|..2027-06-30'],
  ])('%s', (text, ...expected) => expect(datesOf(text).map(short)).toEqual(expected))

  it('takes the time of a leader’s note from its date', () => {
    expect(datesOf('24小时内查清', { genre: 'leader-note' })).toMatchObject([
      { from: '2026-05-20', to: '2026-05-21', implied: ['year', 'month', 'day'] },
    ])
  })

  it('counts 今天 and 三日内 of several notes from the signature below each, or from its head', () => {
    const text =
      '县长沈一诺批示：\n今天到场，三日内查清。\n沈一诺　12月4日\n副县长韩立群（12月6日）批示：\n明天上午前报告。\n县政府督查室拟办意见：\n今日签收。'
    const ctx = aContext(text, { genre: 'leader-note', date: '2026-12-01', year: { year: 2026, reason: 'document-date' } })
    ctx.lines = cutLines(text)
    expect(found(ctx, findDates).map(short)).toEqual([
      '今天|2026-12-04..2026-12-04',
      '三日内|2026-12-04..2026-12-07',
      '12月4日|2026-12-04..2026-12-04',
      '12月6日|2026-12-06..2026-12-06',
      '明天上午前|2026-12-07..2026-12-07',
      '今日|2026-12-06..2026-12-06',
    ])
  })

  it('puts a deadline after a paper of December, and an event before one of January, into the right year', () => {
    expect(datesOf('1月10日前报送', { date: '2026-12-20' })).toMatchObject([{ to: '2027-01-10' }])
    expect(datesOf('12月28日，全县召开', { date: '2027-01-05' })).toMatchObject([{ from: '2026-12-28' }])
    expect(datesOf('11月底前完成', { date: '2026-02-10' })).toMatchObject([{ to: '2026-11-30' }])
  })

  it('takes a day that is over, and a day of a plan, for one of the year of signing', () => {
    expect(datesOf('计划7月底开工的水厂至今未开工', { date: '2026-10-20' })).toMatchObject([{ to: '2026-07-31' }])
    expect(datesOf('7月底前开工', { date: '2026-10-20' })).toMatchObject([{ to: '2027-07-31' }])
    expect(datesOf('12月1日举办招聘会', { date: '2026-01-12', genre: 'plan' })).toMatchObject([{ from: '2026-12-01' }])
  })

  it('says which parts the text leaves out, and where the year came from', () => {
    expect(datesOf('5月16日')).toMatchObject([{ implied: ['year'], reason: 'document-date' }])
    expect(datesOf('2026年5月16日')).toMatchObject([{ implied: [] }])
    expect(datesOf('4月3日和8日')[1]).toMatchObject({ implied: ['year', 'month'], from: '2026-04-08' })
  })
})

describe('what cannot be known is not invented', () => {
  it('leaves the days open where nothing tells the year, and says so', () => {
    const ctx = aContext('5月16日召开。', { date: null, year: null })
    expect(found(ctx, findDates)).toMatchObject([{ from: null, to: null, implied: ['year'] }])
    expect(ctx.doubts).toMatchObject([{ code: 'year-unknown' }])
  })

  it('doubts a day that the calendar lacks', () => {
    const ctx = aContext('2月30日前报送。')
    expect(found(ctx, findDates)).toMatchObject([{ text: '2月30日前', to: null }])
    expect(ctx.doubts).toMatchObject([{ code: 'date-impossible' }])
  })

  it('shows a year that was only reckoned', () => {
    const ctx = aContext('5月16日召开。', { date: null, year: { year: 2019, reason: 'anniversary' } })
    expect(found(ctx, findDates)).toMatchObject([{ from: '2019-05-16', reason: 'anniversary' }])
    expect(ctx.doubts).toMatchObject([{ code: 'year-implied', facts: { reason: 'anniversary' } }])
  })
})

describe('what is no date gives none', () => {
  it.each([
    '《2025—2027年大气污染防治方案》',
    '云政办发〔2026〕12号',
    '严立秋',
    '夏雨主持',
    '三年行动',
    '近年来',
    '第3日',
    '三日游',
    '日均处理20吨',
    '一月一调度',
    '每名网格员',
    '每吨30元',
    '全年红',
    '以促全年。',
    '年终完成率',
    '年初以来',
    '多年内',
    '青年内部',
    '十二五',
    '压缩到7个工作日以内',
    '控制在24小时以内',
    '3.5月',
    '美好明天',
    '目前',
    '此前',
    '当前',
    '前往',
    '达产后年产值',
    '基本月饼',
    '以上年度',
    '第12号',
    '12号楼',
    '〔2025〕9号',
    '6:4',
    '17:00',
    '3天',
    '18个月',
    '两周',
    '2000元',
    '三月三',
    '超过15日',
    '提前2日说明',
    '停工3日',
    '不少于3日',
    '每人每月300元',
    '每生每年900元',
    '每名学生每天4元',
    '一月一通报',
    '一月两督查',
    '一季度一评比',
    '《关于欠薪的专报》（2026年第15期）',
    '2026年第3号',
    '半月内被投诉6次',
    '三日内连续发生5起',
    '农历八月十五',
    '腊月二十',
    '当日办结',
    '次日上午',
    '6.5前移',
    '6.8%前列',
    '每季节',
    '每周边村',
  ])('%s', text => {
    const dates = datesOf(text)
    expect(text === '三月三' ? [] : dates.map(short)).toEqual([])
  })
})

describe('whatever the text', () => {
  it('never throws; spans are in order and inside the text; from is not after to', () => {
    const letters =
      '0123456789年月日号周季度前底末初内上下中旬今去明本每即起至—到、，。一二三四五六七八九十半全两个工作时小：:《》（）国庆春节'
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 50 }), text => {
        let last = 0
        for (const d of datesOf(text)) {
          expect(d.span[0]).toBeGreaterThanOrEqual(last)
          last = d.span[1]
          if (d.from && d.to) expect(d.from <= d.to).toBe(true)
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('reads back every day that it is given', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), n => {
        const day = addDays('1990-01-01', n % 36_000)
        expect(datesOf(`${yearOf(day)}年${monthOf(day)}月${dateOf(day)}日`)).toMatchObject([{ from: day, to: day, implied: [] }])
      }),
    )
  })
})

describe('calendar', () => {
  it('knows leap years, ends of months and weekdays', () => {
    expect([lastDayOf(2024, 2), lastDayOf(2026, 2), lastDayOf(2000, 2), lastDayOf(1900, 2)]).toEqual([29, 28, 29, 28])
    expect(makeDay(2026, 2, 30)).toBeNull()
    expect(makeDay(2026, 13, 1)).toBeNull()
    expect(weekdayOf('2026-05-20')).toBe(3)
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(daysBetween('2026-05-20', '2026-06-01')).toBe(12)
  })
})

describe('the title of a section', () => {
  const days = (text: string) => read(text).dates.map(d => `${d.text}|${d.to}`)
  it('names the year of what is planned in it, until the next such title', () =>
    expect(
      days(
        '2026年工作总结和2027年工作安排\n\n一、2026年工作回顾\n6月底前建成水厂。\n\n二、2027年工作安排\n要在6月底前交付厂房。\n\n三、保障措施\n要在8月底前印发方案。\n',
      ),
    ).toEqual([
      '2026年|2026-12-31',
      '2027年|2027-12-31',
      '2026年|2026-12-31',
      '6月底前|2026-06-30',
      '2027年|2027-12-31',
      '6月底前|2027-06-30',
      '8月底前|2026-08-31',
    ]))
})

describe('a season that is a limit has no day, and no season behind a day or before 后 is one', () => {
  it.each<[string, ...string[]]>([
    ['县水利局要在汛期前完成水毁修复', '汛期前|..'],
    ['入冬前完成危房改造，明年春耕前全部交付', '入冬前|..', '明年春耕前|..'],
    ['主汛期到来之前组织演练', '主汛期到来之前|..'],
    ['供暖季开始前完成检修，封冻前敷设管道', '供暖季开始前|..', '封冻前|..'],
    ['3月1日开学前完成检查', '3月1日|2026-03-01..2026-03-01'],
    ['入汛前后加强巡查，抓好秋收冬种和开学准备'],
    ['纳入寒假前“最后一课”'],
  ])('%s', (text, ...expected) => expect(datesOf(text).map(short)).toEqual(expected))
})
