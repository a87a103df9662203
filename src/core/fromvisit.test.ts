import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { read } from '../reader/index.ts'
import { visitOffers } from './fromvisit.ts'

const offersOf = (text: string, own = '青禾县') => visitOffers(text, read(text, { today: '2026-11-23', place: own }), own)
const news = (body: string) => `青禾报　2026年5月22日\n\n## 县领导带队赴云川市考察\n\n本报讯 ${body}`
const only = (text: string) => offersOf(text)[0]!

const paper = readFileSync(new URL('../../samples/visit-report.txt', import.meta.url), 'utf8')

test('the eleven sites of a page arrive with their sums, their currencies and their land in 亩', () => {
  const visit = only(paper)
  expect(visit.sites.map(({ name, use, sum, land }) => [name, use, sum && `${sum.amount} ${sum.currency}`, land])).toEqual([
    ['澜星汽车望澜分公司', 'lead', '9240000000 CNY', null],
    ['锦湾蓝莓加工园项目', 'lead', '860000000 CNY', null],
    ['滨海生态博览园项目', 'case', null, 3200],
    ['望澜陶艺馆项目', 'case', null, null],
    ['海桐精细化工公司', 'lead', '250000000 USD', null],
    ['恒阳新材料公司', 'lead', '2150000000 CNY', null],
    ['天盾应急装备项目', 'lead', '720000000 CNY', null],
    ['云谷算力产业园项目', 'case', null, 900],
    ['湖东新城项目', 'case', null, 12900],
    ['望澜市碧源环保科技有限公司', 'lead', null, null],
    ['望澜辰光电子有限公司', 'lead', null, null],
  ])
  expect(visit.sites.every(site => site.seen)).toBe(true)
  expect(visit.sites[4]!.said).toBe('总投资2.5亿美元')
})

test('a visit has its days, its leader, those who went along and those who received them, with their posts', () => {
  expect(only(paper)).toMatchObject({
    title: '陆明川带队赴东洲省望澜市学习考察',
    place: '东洲省望澜市',
    from: '2026-10-19',
    to: '2026-10-22',
    leader: '县委书记、青禾县高新区党工委书记陆明川',
    delegation: ['县委常委、组织部部长许南乔', '副县长陶然'],
    hosts: ['望澜市委书记闻笛', '望澜市委副书记、市长江予安', '市委常委、常务副市长苏棠'],
  })
})

test('the four lessons are told with their words, and what is asked for is none of them', () => {
  const { lessons } = only(paper)
  expect(lessons.map(l => l.title)).toEqual(['招商眼光远', '要素保障实', '服务企业专', '干部作风硬'])
  expect(lessons[1]!.words).toBe('要素保障实。土地、能耗、标准厂房提前备好,项目签约当天就能选定地块,拿地到开工平均只用46天。')
  expect(paper.slice(...lessons[3]!.span)).toMatch(/^四是干部作风硬。.*销号率达96%。$/)
})

test('a lesson broken over two lines is told whole, and the last ends with its paragraph', () => {
  const { lessons } = only(
    news(
      '5月12日至14日，县委书记林枫率队赴云川市学习考察，察看了云川星河电子厂。\n\n他们的经验是：一是起步早。\n十年前就布局园区。二是服务好。\n\n全程有人代办。\n\n代表团表示，将认真消化。',
    ),
  )
  expect(lessons.map(l => l.words)).toEqual(['起步早。 十年前就布局园区。', '服务好。 全程有人代办。'])
})

test('a project that is only spoken of is left out until a person takes it in', () => {
  const { sites } = only(
    news(
      '5月12日至14日，县委书记林枫率队赴云川市学习考察。考察组先后走进云川星河电子厂。近年来，云川市建成总投资12亿元的明珠数据中心项目。',
    ),
  )
  expect(sites.map(s => [s.name, s.seen, s.use])).toEqual([
    ['云川星河电子厂', true, 'lead'],
    ['明珠数据中心项目', false, 'leave'],
  ])
})

test('floor space is no land, and a bound is no sum', () => {
  const { sites } = only(
    news(
      '5月12日至14日，县委书记林枫率队赴云川市学习考察，先后察看了总建筑面积12万平方米的城市展览馆项目，总投资超过30亿元的星河储能产业园项目。',
    ),
  )
  expect(sites.map(s => [s.name, s.sum, s.land])).toEqual([
    ['城市展览馆项目', null, null],
    ['星河储能产业园项目', null, null],
  ])
})

test('a look at one’s own townships is no visit to another place', () => {
  expect(offersOf(news('5月18日，县委书记林枫深入松岗镇调研项目建设，先后察看了松岗镇茶叶加工厂项目、冷链物流园项目。'))).toEqual([])
})
