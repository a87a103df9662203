import { describe, expect, it } from 'vitest'
import { findDates } from './date.ts'
import { aContext } from './given.ts'
import { findProjects } from './project.ts'
import { findQuantities } from './quantity.ts'

function projectsOf(text: string): string[] {
  const ctx = aContext(text)
  return ctx.sentences.flatMap(s => {
    s.dates = findDates(ctx, s)
    s.quantities = findQuantities(ctx, s)
    return findProjects(ctx, s).map(p => {
      expect(text.slice(...p.span)).toBe(p.name)
      return [p.name, p.investment?.text, p.area?.text].filter(Boolean).join(' ')
    })
  })
}

describe('projects are named with their money and land', () => {
  it.each<[string, ...string[]]>([
    [
      '总投资12.6亿元的青禾绿色食品产业园项目已完成主体工程，占地260亩的云台光伏电站项目正在办理手续。',
      '青禾绿色食品产业园项目 12.6亿元',
      '云台光伏电站项目 260亩',
    ],
    ['占地1200亩、总投资56亿元的临河智能装备产业园项目。', '临河智能装备产业园项目 56亿元 1200亩'],
    ['总投资2.1亿美元、达产后年产值可达40亿元的长川基地项目。', '长川基地项目 2.1亿美元'],
    ['由北岭重工集团投资18亿元建设的风电装备制造基地项目落户开发区。', '风电装备制造基地项目 18亿元'],
    ['总投资37.8亿元的恒远新材料公司；总建筑面积18万平方米的智慧物流港。', '恒远新材料公司 37.8亿元', '智慧物流港 18万平方米'],
    ['县城东片区集中供热工程（总投资2.36亿元，占地45亩）要于10月底前投运。', '县城东片区集中供热工程 2.36亿元 45亩'],
    ['河西水库除险加固工程概算总投资8600万元，确保年内开工。', '河西水库除险加固工程 8600万元'],
    ['计划投资1.5亿元新建县中医院门诊综合楼项目，建筑面积2.3万平方米。', '县中医院门诊综合楼项目 1.5亿元 2.3万平方米'],
    ['先后参观了云溪智能制造项目、长河冷链物流中心项目。', '云溪智能制造项目', '长河冷链物流中心项目'],
  ])('%s', (text, ...expected) => expect(projectsOf(text)).toEqual(expected))
})

describe('projects that are nobody’s in particular are none', () => {
  it.each([
    '引进总投资超10亿元项目3个，5亿元以上项目8个。',
    '固定资产投资完成42.3亿元。',
    '46个省市重点项目已开工31个。',
    '要加快项目建设，完成投资9.8亿元。',
    '考察期间寻求对接招商项目。',
    '该项目进展顺利。',
    '播种面积62.8万亩。',
    '全县土地面积859平方公里。',
    '洽谈合作项目。',
  ])('%s', text => expect(projectsOf(text)).toEqual([]))
})
