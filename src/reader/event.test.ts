import { expect, test } from 'vitest'
import { read } from './index.ts'

const news = (title: string, body: string) => `青禾报　2026年5月22日\n\n## ${title}\n\n本报讯 ${body}`

test('a meeting gives name, day, level, who chaired and who came', () => {
  const { events } = read(
    news(
      '我县召开科级干部会议',
      '5月20日，我县召开科级以上干部会议，县委书记陆明川主持会议并讲话。周晓棠、韩立群、方之远等县领导出席会议。',
    ),
  )
  expect(events).toMatchObject([
    {
      kind: 'meeting',
      name: '科级以上干部会议',
      from: '2026-05-20',
      to: '2026-05-20',
      level: 'county',
      chair: '陆明川',
      attendees: ['周晓棠', '韩立群', '方之远'],
    },
  ])
})

test('a meeting held at the level above is the one whose spirit is conveyed', () => {
  const { events } = read(
    news(
      '我县传达学习全省推进会精神',
      '5月20日，我县召开干部会议，传达学习全省推进会精神。\n\n陆明川在主持会议时说，5月15日，全省改革推进会在岭阳召开。',
    ),
  )
  expect(events.map(e => [e.name, e.level, e.place, e.conveys])).toEqual([
    ['干部会议', 'county', null, 1],
    ['全省改革推进会', 'province', '岭阳', null],
  ])
})

test('a visit gives its days, leader, place, companions and hosts', () => {
  const { events } = read(
    news(
      '陆明川带队赴临湖市考察招商',
      '5月12日至15日，县委书记陆明川带领县招商专班赴东洲省临湖市考察招商。副县长陶然一同考察。临湖市市长欧阳清陪同。',
    ),
  )
  expect(events).toMatchObject([
    { kind: 'visit', from: '2026-05-12', to: '2026-05-15', place: '东洲省临湖市', chair: '陆明川', attendees: ['陶然'], hosts: ['欧阳清'] },
  ])
})

test('a recent day that is not named leaves the date open', () => {
  expect(read(news('全县防汛会召开', '近日，全县防汛会召开。')).events).toMatchObject([{ kind: 'meeting', from: null }])
})

const TOLD: [title: string, text: string, name: string, from: string, place: string | null][] = [
  ['by video', news('全县防汛会召开', '5月20日下午，全县防汛工作会以视频形式召开，部署汛期工作。'), '全县防汛工作会', '2026-05-20', null],
  ['named before the day', news('全县干部大会召开', '全县干部大会于5月20日在县大礼堂召开。'), '全县干部大会', '2026-05-20', '县大礼堂'],
  [
    'fixed by a notice',
    '青组通〔2026〕9号\n\n关于召开全县驻村工作擂台赛的通知\n\n各乡镇党委：\n\n经研究，定于2026年6月18日在县委党校召开全县驻村工作擂台赛。',
    '全县驻村工作擂台赛',
    '2026-06-18',
    '县委党校',
  ],
  [
    'called together',
    news('副县长主持专题会议', '5月18日，副县长韩立群在县政府召集供水专题会议，研究水价事宜。'),
    '供水专题会议',
    '2026-05-18',
    '县政府',
  ],
  [
    'fixed by the lines of a notice',
    '关于召开全县防汛工作会议的通知\n\n各乡镇人民政府：\n\n现将有关事项通知如下：\n\n一、会议时间\n2026年6月18日上午9:00\n二、会议地点\n县政府第二会议室',
    '全县防汛工作会议',
    '2026-06-18',
    null,
  ],
  [
    'that the head of minutes lists',
    '青禾县人民政府第12次常务会议纪要\n\n时间：2026年5月12日下午\n地点：县政府三楼会议室\n主持：县长周晓棠\n出席：副县长韩立群\n\n一、研究校园安全工作\n县教育局要逐校排查。',
    '青禾县人民政府第12次常务会议',
    '2026-05-12',
    '县政府三楼会议室',
  ],
]
for (const [title, text, name, from, place] of TOLD)
  test(`a meeting ${title} is an event`, () => {
    expect(read(text).events).toMatchObject([{ kind: 'meeting', name, from, place }])
  })

test('a meeting to rouse people is one, and a member or a committee is none', () => {
  const held = (text: string) => read(`## 青禾县重点项目攻坚动员会召开\n\n本报讯　5月20日，${text}`).events.map(e => `${e.kind} ${e.name}`)
  expect(held('全县重点项目攻坚动员会在县会议中心召开。')).toEqual(['meeting 全县重点项目攻坚动员会'])
  expect(held('县委员会委员参加义务植树。')).toEqual([])
})

test('a leader whose name the verb follows pays a visit', () => {
  const { events } = read('## 沈一诺调研防沙治沙工作\n\n本报讯　5月20日，县长沈一诺调研防沙治沙工作。')
  expect(events.map(e => [e.kind, e.name, e.chair])).toEqual([['visit', '调研防沙治沙工作', '沈一诺']])
})

test('a meeting whose spirit is conveyed in the same sentence has its own day and place', () => {
  const { events } = read(
    news(
      '县委常委会召开会议',
      '5月15日，县委书记陆明川主持召开县委常委会会议，传达学习5月11日在岭阳召开的全省生态环境保护大会精神，研究贯彻意见。',
    ),
  )
  expect(events.map(e => [e.name, e.from, e.place, e.conveys])).toEqual([
    ['县委常委会会议', '2026-05-15', null, 1],
    ['全省生态环境保护大会', '2026-05-11', '岭阳', null],
  ])
})

test('a house whose name begins with 应急 is no plan', () => {
  const { events } = read(news('我县召开防汛视频会议', '5月18日，我县在县应急指挥中心召开防汛工作视频会议，部署工作。'))
  expect(events).toMatchObject([{ name: '防汛工作视频会议', place: '县应急指挥中心' }])
})

test('each group of names goes to the verb behind it', () => {
  const { events } = read(
    news(
      '全县安全生产工作会议召开',
      '5月20日，全县安全生产工作会议在县行政中心二号会议室召开。县委书记林枫出席会议并讲话，县长周晓棠主持会议，副县长韩立群通报有关情况，县委常委方之远，副县长陶然、孟夏，县政协副主席秦月出席。周晓棠强调，要抓好落实。',
    ),
  )
  expect(events).toMatchObject([
    { place: '县行政中心二号会议室', chair: '周晓棠', attendees: ['林枫', '韩立群', '方之远', '陶然', '孟夏', '秦月'] },
  ])
})

test('a ceremony has those who opened it, spoke and witnessed', () => {
  const { events } = read(
    news(
      '我县举行项目集中开工仪式',
      '5月16日，全县项目集中开工仪式在县经济开发区举行。县委书记林枫宣布开工，县长周晓棠致辞，县委副书记韩立群主持。县领导陶然、孟夏参加。',
    ),
  )
  expect(events).toMatchObject([{ chair: '韩立群', attendees: ['林枫', '周晓棠', '陶然', '孟夏'] }])
})

test('the head of minutes gives the place and those present to the meeting told below it', () => {
  const { events } = read(
    '青禾县人民政府第37次常务会议纪要\n\n时间：2026年5月29日下午3:00\n地点：县政府五楼常务会议室\n主持：令狐远\n出席：石磊　秦　月　唐万里\n列席：县财政局卓然\n\n5月29日下午，县长令狐远主持召开县政府第37次常务会议，听取并研究了以下事项。\n\n一、关于防汛工作\n会议要求，县水利局要开展排查。',
  )
  expect(events).toMatchObject([
    { name: '县政府第37次常务会议', place: '县政府五楼常务会议室', chair: '令狐远', attendees: ['石磊', '秦月', '唐万里'] },
  ])
})

const JOURNEYS: [body: string, event: object][] = [
  [
    '5月18日，县长周晓棠带领县教育、农业等部门负责人赴东海市锦沙区，对接协作工作并召开联席会议。锦沙区委书记诸葛明，区委副书记、区长钟一鸣出席有关活动。县领导韩立群、陶然参加。',
    { name: '对接协作工作', place: '东海市锦沙区', chair: '周晓棠', hosts: ['诸葛明', '钟一鸣'], attendees: ['韩立群', '陶然'] },
  ],
  [
    '5月18日至19日，副县长孟夏先后来到松岗镇、河湾乡，实地调研茶产业发展情况，并主持召开座谈会。县农业农村局局长林枫陪同调研。',
    { name: '调研茶产业发展情况', chair: '孟夏', hosts: ['林枫'] },
  ],
  [
    '5月12日至14日，县委书记林枫率队赴云川市招商考察。13日，考察组一行走进云川星河电子厂、红叶茶业有限公司。',
    { from: '2026-05-12', sites: ['云川星河电子厂', '红叶茶业有限公司'] },
  ],
  [
    '5月12日至14日，县委书记林枫率队赴云川市招商考察。考察组一行先后走进云川星河电子厂；红叶茶业有限公司和云川明珠材料有限公司。',
    { from: '2026-05-12', sites: ['云川星河电子厂', '红叶茶业有限公司', '云川明珠材料有限公司'] },
  ],
]
for (const [body, event] of JOURNEYS)
  test(`${body.slice(0, 24)}…… is one visit`, () => {
    const { events } = read(news('县领导外出考察', body))
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ kind: 'visit', ...event })
  })

const NONE: [title: string, body: string][] = [
  ['a meeting that is asked for', '会议要求，县商务局要于6月10日前召开促销动员会。'],
  ['a time limit in a plan', '各乡镇要在5月30日前组织召开村民会议。'],
  ['a meeting held every month', '各乡镇每月5日前召开调度会。'],
  ['an inspection by an office', '县委督查室于5月6日至10日对重点工作进行了集中督查。'],
  ['an inspection in which offices went to towns', '5月6日至10日，县安委会办公室会同县公安局到各乡镇督导检查，部门负责人反馈了问题。'],
]
for (const [title, body] of NONE)
  test(`${title} is no event`, () => {
    expect(read(news('全县工作有序推进', body)).events).toEqual([])
  })

test.each([
  ['22日，县委书记陆明川主持召开县委常委会扩大会议。', 'meeting', '县委常委会扩大会议', '陆明川'],
  ['22日，县长沈一诺召集召开老旧小区改造专题会议。', 'meeting', '老旧小区改造专题会议', '沈一诺'],
  ['22日，县长沈一诺召集县住建局、县财政局等单位召开老旧小区改造调度会，研究有关工作。', 'meeting', '老旧小区改造调度会', '沈一诺'],
  ['22日，县长沈一诺主持召开全县干部大会。', 'meeting', '全县干部大会', '沈一诺'],
  ['22日，县长沈一诺到石桥镇调研防汛工作。', 'visit', '调研防汛工作', '沈一诺'],
  ['22日，县长沈一诺到石桥镇调研项目建设和企业生产经营情况。', 'visit', '调研', '沈一诺'],
])('%s', (text, kind, name, chair) =>
  expect(read(`青禾日报  2026年5月22日\n\n本报讯（记者 白露）${text}`).events).toMatchObject([{ kind, name, chair }]),
)
