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

const NONE: [title: string, body: string][] = [
  ['a meeting that is asked for', '会议要求，县商务局要于6月10日前召开促销动员会。'],
  ['a meeting held every month', '各乡镇每月5日前召开调度会。'],
  ['an inspection by an office', '县委督查室于5月6日至10日对重点工作进行了集中督查。'],
]
for (const [title, body] of NONE)
  test(`${title} is no event`, () => {
    expect(read(news('全县工作有序推进', body)).events).toEqual([])
  })
