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

const NONE: [title: string, body: string][] = [
  ['a meeting that is asked for', '会议要求，县商务局要于6月10日前召开促销动员会。'],
  ['a time limit in a plan', '各乡镇要在5月30日前组织召开村民会议。'],
  ['a meeting held every month', '各乡镇每月5日前召开调度会。'],
  ['an inspection by an office', '县委督查室于5月6日至10日对重点工作进行了集中督查。'],
]
for (const [title, body] of NONE)
  test(`${title} is no event`, () => {
    expect(read(news('全县工作有序推进', body)).events).toEqual([])
  })
