import { expect, test } from 'vitest'
import { read } from './index.ts'

const articles = (text: string) => read(text).articles

test('a notice gives its number, issuer, title, recipients and signing date', () => {
  const [a] = articles(
    '青禾县人民政府办公室\n青政办发〔2026〕18号\n\n关于做好防汛工作的通知\n\n各乡镇人民政府，县直各有关单位：\n\n　　一、加强领导。各乡镇要落实责任。\n\n　　　青禾县人民政府办公室\n　　　　2026年5月18日',
  )
  expect(a).toMatchObject({
    number: '青政办发〔2026〕18号',
    issuer: '青禾县人民政府办公室',
    title: '关于做好防汛工作的通知',
    recipients: ['各乡镇人民政府', '县直各有关单位'],
    date: '2026-05-18',
    genre: 'notice',
  })
})

test('a head of paper and two issuers above the title are not the title', () => {
  const [a] = articles(
    '中共青禾县委办公室文件\n青办发〔2026〕21号\n签发人：陆明川\n\n中共青禾县委办公室　青禾县人民政府办公室\n关于改进督查工作的通知\n\n各乡镇党委、政府：\n\n一、严格控制总量。各部门要报送计划。',
  )
  expect(a).toMatchObject({ title: '关于改进督查工作的通知', genre: 'notice', number: '青办发〔2026〕21号' })
})

test('a page with a masthead holds its articles, dated by the masthead', () => {
  const text =
    '青禾报　2026年5月22日　星期五\n\n## 甲会召开\n\n本报讯 5月20日,甲会召开。\n\n## 陆明川赴云坪镇调研\n\n本报讯 5月21日,县委书记陆明川赴云坪镇调研。\n\n白露'
  expect(articles(text).map(a => [a.title, a.genre, a.date, a.byline])).toEqual([
    ['甲会召开', 'meeting-readout', '2026-05-22', null],
    ['陆明川赴云坪镇调研', 'visit', '2026-05-22', '白露'],
  ])
})

test('news items without marks are told apart by their opening words', () => {
  const text = '全县防汛会议召开\n本报讯（记者 田小满）5月20日，会议召开。\n\n我县举办招聘会\n本报讯 5月21日，招聘会举办。'
  expect(articles(text).map(a => a.title)).toEqual(['全县防汛会议召开', '我县举办招聘会'])
})

const GENRES: [title: string, genre: string][] = [
  ['关于做好春耕生产的通知', 'notice'],
  ['青禾县乡村建设重点任务分解方案', 'plan'],
  ['青禾县人民政府常务会议纪要', 'minutes'],
  ['关于重点工作推进情况的督查通报', 'circular'],
  ['青禾县上半年工作情况报告', 'work-report'],
  ['县委、县政府领导批示件', 'leader-note'],
  ['青禾县主要目标完成情况分析', 'other'],
  ['关于协助开展普查工作的函', 'letter'],
]
for (const [title, genre] of GENRES)
  test(`${title} is a ${genre}`, () => {
    expect(articles(`${title}\n\n现将有关情况说明如下。`)[0]!.genre).toBe(genre)
  })

const YEARS: [title: string, text: string, year: string, reason: string][] = [
  ['the signature', '关于检查的通知\n\n各单位要于5月20日前报送材料。\n\n青禾县水利局\n2026年5月1日', '2026', 'document-date'],
  ['the document number', '青政办发〔2025〕3号\n关于检查的通知\n\n各单位要于5月20日前报送材料。', '2025', 'document-number'],
  ['an anniversary', '## 会议召开\n\n5月20日,会议召开,以优异成绩迎接中华人民共和国成立70周年。', '2019', 'anniversary'],
  ['the latest full-year figures', '## 会议召开\n\n5月20日,会议召开。2024年,全市实现地区生产总值673亿元。', '2025', 'statistic'],
]
for (const [source, text, year, reason] of YEARS)
  test(`a year that is not said comes from ${source}`, () => {
    const date = read(text).dates.find(d => d.text.startsWith('5月20日'))
    expect(date?.to?.slice(0, 4)).toBe(year)
    expect(date).toMatchObject({ implied: ['year'], reason })
  })

test('without any source the year stays open and is a doubt', () => {
  const reading = read('会议于5月20日召开。')
  expect(reading.dates[0]).toMatchObject({ from: null, to: null })
  expect(reading.doubts.map(d => d.code)).toContain('year-unknown')
})

test('a meeting numbered within its year tells the year', () => {
  const reading = read('青禾县委常委会会议纪要\n（2027年第11次）\n\n　　5月6日，县委书记陆明川主持召开会议。')
  expect(reading.dates.at(-1)).toMatchObject({ text: '5月6日', to: '2027-05-06' })
})

const RECIPIENTS: [line: string, recipients: string[]][] = [
  ['各乡镇人民政府，县直有关部门，省、市驻青各单位：', ['各乡镇人民政府', '县直有关部门', '省、市驻青各单位']],
  ['各乡（镇）人民政府、县直各部门、各人民团体：', ['各乡（镇）人民政府', '县直各部门', '各人民团体']],
]
for (const [line, recipients] of RECIPIENTS)
  test(`${line} addresses ${recipients.length}`, () => {
    expect(articles(`关于做好防汛工作的通知\n${line}\n　　现将有关事项通知如下。`)[0]!.recipients).toEqual(recipients)
  })

test('a number alone on its line is the number of the paper', () => {
  expect(articles('青禾县委办公室领导批示抄清\n\n第88号\n\n来件单位：县水利局')[0]!.number).toBe('第88号')
})

test('a note dated with a day that no month has leaves the paper without a day', () => {
  const reading = read('领导批示件\n\n县委副书记、县长沈一诺8月32日批示：\n请县水利局三日内拿出方案。', {})
  expect(reading.dates.map(d => d.to)).toEqual([null, null])
})
