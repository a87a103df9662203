import { expect, test } from 'vitest'
import { read } from './index.ts'

const topics = (text: string) => read(text).directives.map(d => d.topic)

const OWN: [clause: string, topic: string][] = [
  ['县公安局要对校车逐辆开展安全评估。', 'safety'],
  ['各乡镇要组织一次消防演练。', 'safety'],
  ['县林业局要完成造林3万亩。', 'environment'],
  ['县商务局要引进亿元以上项目5个。', 'investment'],
  ['县行政审批局要将审批时限再压减三成。', 'reform'],
  ['各乡镇要抓好撂荒地复耕。', 'agriculture'],
  ['县人社局要确保农民工工资全部发放到位。', 'livelihood'],
  ['县教育局要逐校制定教学点撤并方案。', 'livelihood'],
  ['县委组织部要整顿软弱涣散党组织。', 'party'],
  ['县纪委监委要对弄虚作假的严肃追责。', 'conduct'],
  ['各乡镇要传达学习会议精神。', 'programme'],
  ['县文旅局要新认定星级民宿15家。', 'economy'],
]
for (const [clause, topic] of OWN)
  test(`${clause} is about ${topic}, whatever the title says`, () => {
    expect(topics(`关于做好春季农业生产工作的通知\n\n各乡镇：\n　　${clause}\n`)).toEqual([topic])
  })

test('the name of a unit says nothing', () => {
  expect(topics('关于做好秋粮收购工作的通知\n\n各乡镇：\n　　县发展和改革局、市生态环境局青禾分局要于9月1日前报送名单。\n')).toEqual([
    'agriculture',
  ])
})

test('a clause without a topic takes that of the item above it before that of the title', () => {
  const text = '青禾县2026年工作方案\n\n一、防汛抗旱\n（一）县财政局要于5月底前拨付到位。\n（二）县气象局要每日报告。\n'
  expect(topics(text)).toEqual(['safety', 'safety'])
})

test('notes on a paper are about what the paper is about', () => {
  const text =
    '青禾县领导批示办理单\n\n来文标题：《关于松岗镇水库工程拖欠农民工工资的专报》\n来文单位：县信访局\n\n县委书记林枫批示：\n请周晓同志亲自过问。\n　　　　　　林枫　5月20日\n'
  expect(topics(text)).toEqual(['livelihood'])
})
