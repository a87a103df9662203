import { expect, test } from 'vitest'
import { bodyOf, type Offer, takenFigures, typedOf } from './typed.ts'

const site = (name: string, use: 'lead' | 'case' | 'leave', more: object = {}) => ({
  ...{ name, use, seen: true, investor: name, sum: null, land: null, said: null, span: [10, 14] as [number, number], sentence: '……' },
  ...more,
})
const figure = {
  region: '望澜市',
  peerId: null,
  name: '地区生产总值',
  said: '1046.2亿元',
  indicatorId: 'i',
  indicator: '地区生产总值',
  unit: '亿元',
  value: 1046.2,
  year: 2025,
  month: 12,
  span: [1, 2] as [number, number],
  sentence: '',
  was: null,
}
const offer: Offer = {
  event: 2,
  title: '赴望澜市学习考察',
  place: '望澜市',
  from: '2026-10-19',
  to: '2026-10-22',
  leader: '县委书记陆明川',
  delegation: ['副县长陶然'],
  hosts: [],
  profile: null,
  span: [0, 9],
  sentence: '……',
  sites: [
    site('澜星汽车分公司', 'lead', { sum: { amount: '9240000000', currency: 'CNY' }, said: '总投资92.4亿元' }),
    site('滨海博览园项目', 'case', { land: 3200, said: '总规划面积3200亩' }),
    site('数据中心', 'leave', { seen: false }),
  ],
  lessons: [
    { title: '招商眼光远', words: '招商眼光远。', span: [20, 26] },
    { title: '服务企业专', words: '服务企业专。', span: [26, 32] },
  ],
  figures: [
    { ...figure, index: 0, reason: null },
    { ...figure, index: 1, reason: 'same' },
  ],
  taken: null,
}

test('what nobody touched is sent as it was read', () => {
  expect(bodyOf(offer, typedOf(offer))).toEqual({
    event: 2,
    title: '赴望澜市学习考察',
    leadUnitId: null,
    fields: {
      place: '望澜市',
      from: '2026-10-19',
      to: '2026-10-22',
      leader: '县委书记陆明川',
      delegation: ['副县长陶然'],
      sites: ['澜星汽车分公司（总投资92.4亿元）', '滨海博览园项目（总规划面积3200亩）'],
      cases: ['滨海博览园项目（总规划面积3200亩）'],
      report: '1. 招商眼光远\n2. 服务企业专',
    },
    leads: [
      {
        title: '澜星汽车分公司',
        span: [10, 14],
        fields: {
          investor: '澜星汽车分公司',
          sum: { amount: '9240000000', currency: 'CNY' },
          finder: '赴望澜市学习考察',
          foundOn: '2026-10-22',
        },
        why: null,
      },
    ],
    lessons: [
      { title: '招商眼光远', span: [20, 26], seen: '招商眼光远。' },
      { title: '服务企业专', span: [26, 32], seen: '服务企业专。' },
    ],
    figures: { indices: [0], exemplar: 'domestic' },
  })
})

test('what was left out and corrected is sent so', () => {
  const typed = typedOf(offer)
  const body = bodyOf(offer, {
    ...typed,
    fields: { ...typed.fields, to: '2026-10-21', hosts: ['望澜市商务局'] },
    sites: typed.sites.map(s => ({ ...s, use: s.use === 'case' ? ('lead' as const) : ('leave' as const) })),
    lessons: typed.lessons.map((l, i) => ({ ...l, on: i === 1 })),
    left: [0],
  })
  expect(body.fields).toMatchObject({ to: '2026-10-21', hosts: ['望澜市商务局'], report: '1. 服务企业专' })
  expect(body.fields.cases).toBeUndefined()
  expect(body.leads.map(l => [l.title, l.fields.land, l.fields.foundOn])).toEqual([['滨海博览园项目', 3200, '2026-10-21']])
  expect(body.lessons.map(l => l.title)).toEqual(['服务企业专'])
  expect(body.figures).toBeNull()
  expect(takenFigures(offer, { ...typed, left: [0] })).toEqual([])
})
