import { expect, test } from 'vitest'
import { read } from './index.ts'

const mended = (text: string) =>
  read(text)
    .repairs.filter(r => r.kind === 'misread')
    .map(r => [r.was, r.now])

const MISREAD: [text: string, was: string, now: string][] = [
  ['公厕11座投入使甩。', '甩', '用'],
  ['办理时间由20天缩矩到7天。', '矩', '短'],
  ['治污设施运彳不正常。', '彳', '行'],
  ['力争全年销售额突坡8000万元。', '坡', '破'],
  ['通报全县文旋市场运行情况。', '旋', '旅'],
  ['要索保障乏力。', '索', '素'],
  ['做好消费帮抚。', '抚', '扶'],
]
for (const [text, was, now] of MISREAD)
  test(`${was} in ${text} is ${now}`, () => {
    expect(mended(text)).toEqual([[was, now]])
  })

test.each([
  '坡耕地治理3000亩，凯旋路改造，盘旋而上。',
  '矩阵、规矩、甩挂运输、甩开膀子。',
  '短期、长短、距离、使用、突破、运行、旅游。',
  '新增限上商贸企业6家，县直有关部门，规上企业，涉企收费。',
  '坚决防止一罚了之、一停了之、一赔了之。',
  '确需占用的，须报县政府批准；变更用途须向社会公示，须送县档案馆。',
  '每名县级领导包联1个项目，3名县级干部，几名县直干部。',
  '请各单位于10月21日前将参会人员名单报县政府办公室。',
  '由申报单位电话告知，具真实情况，先行先试，光明街道。',
])('nothing is mended in %s', text => expect(mended(text)).toEqual([]))
