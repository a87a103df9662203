import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repair, toOriginal } from './text.ts'

const long = '县水利局要认真落实防汛责任，全面排查风险隐患，切实保障群众生命财产安全'

const MENDS: [title: string, text: string, repaired: string][] = [
  [
    'a blank that a column left inside a sentence goes',
    '5月20日,我县召开科级以 上干部会议,传达学习会议精神。',
    '5月20日,我县召开科级以上干部会议,传达学习会议精神。',
  ],
  ['blanks between a number and its unit go', '总投资 85.6 亿元的储能项目，进展较快。', '总投资85.6亿元的储能项目，进展较快。'],
  [
    'two words that a column cut are no name',
    '县发改、水 利、工信等部门负责人参加会议，洽谈合作。',
    '县发改、水利、工信等部门负责人参加会议，洽谈合作。',
  ],
  ['a paragraph cut by a column is joined', `${long}，确保取\n\n得实效。`, `${long}，确保取得实效。`],
  [
    'lines of one width are joined',
    '督查室于6月8日至12日对全县重点任务推\n进情况进行了集中督查，现将有关情况通\n报如下：',
    '督查室于6月8日至12日对全县重点任务推进情况进行了集中督查，现将有关情况通报如下：',
  ],
  ['a title printed on two lines is joined', '关于做好今年汛期地质灾害\n防治工作的通知', '关于做好今年汛期地质灾害防治工作的通知'],
  ['a word that was set twice stands once', '会议强调强调，要抓落实。', '会议强调，要抓落实。'],
  [
    'a character that official prose hardly uses gives way to its look-alike',
    '两家单位逾期报送迸展，材料简单。',
    '两家单位逾期报送进展，材料简单。',
  ],
  [
    'a phrase is corrected by the same phrase elsewhere in the document',
    '改革创新永远在路上。"收革创新、奋发有为"。',
    '改革创新永远在路上。"改革创新、奋发有为"。',
  ],
  [
    'a surname is corrected by the same name elsewhere',
    '方薛明出席。薛明川参加，李明、薜明川列席。',
    '方薛明出席。薛明川参加，李明、薛明川列席。',
  ],
  ['已 is told from 己 by the verb behind it', '水库除险项目主体己完工，台账己经建立。', '水库除险项目主体已完工，台账已经建立。'],
  ['己 is told from 已 where no verb follows', '对照自已的职责抓落实。', '对照自己的职责抓落实。'],
  ['未 is told from 末 by the verb behind it', '末按期办结的，书面说明原因。', '未按期办结的，书面说明原因。'],
  ['末 is told from 未 after a month', '截至6月未，完成投资2亿元。', '截至6月末，完成投资2亿元。'],
  [
    'a word of every paper needs no second witness',
    '对失职失责的严肃追究贵任，推动工作再上斩台阶。',
    '对失职失责的严肃追究责任，推动工作再上新台阶。',
  ],
  ['a particle that was set twice stands once', '两次被通报的的，提请约谈。', '两次被通报的，提请约谈。'],
]
for (const [title, text, repaired] of MENDS)
  test(title, () => {
    expect(repair(text).text).toBe(repaired)
  })

const KEPT: [title: string, text: string][] = [
  ['a headline keeps its blank', '## 凝心聚力 再创佳绩'],
  ['a name of two characters keeps the blank that spreads it', '市委副书记、市长 龚 正出席会议并讲话，副市长主持。'],
  ['names that a list spreads keep their blanks', '王 强、李 明、周晓棠、赵 亮等县领导出席会议，副县长主持。'],
  ['the blank between a reporter and his name stays', '本报讯（记者 田小满 通讯员 石磊）5月21日，会议召开。'],
  ['Latin words stay apart', '会上发布了Open Data平台，各单位要用好。'],
  ['the wide gaps of a signature stay', '青禾县人民政府办公室　　　　2026年6月8日印发'],
  ['a heading is not joined to its paragraph', '一、总体情况\n1—6月，全县经济运行总体平稳，主要指标好于预期。'],
  ['an organisation above its date is not joined to it', '中共青禾县委督查室\n2026年6月15日'],
  ['a label line is not joined', '改造农村户厕1900户，污水治理率提高到六成\n牵头单位：县农业农村局'],
  ['sayings that double a word stay', '一项一项抓落实，要研究研究再定。'],
  ['numbers are never touched', '电话：12341234，编号20262026。'],
  ['month end and not yet are both words', '本周末完成任务，尚未开工的要抓紧。'],
  ['己 of oneself and 已 of done are kept', '要严于律己、舍己为公，把自己摆进去，已建成的要管好。'],
  ['末 of an end and 未 of not are kept', '年末考核、月末调度、季末通报，排名末三位的、尚未开工的、未按期办结的都要说明。'],
  ['的确 said twice is kept', '的的确确为群众办了实事。'],
  ['words that the reader knows are no misreadings of others', '提前3个工作日报备。限上零售额12亿元，规上企业88家。'],
  ['the blank behind a number of a list stays', '1. 推行一网通办，办理时限压缩三成。'],
  ['the gaps of a table row stay', '1  编制目录，公开发布  县发展改革局  2月底\n2  清理欠款，分批偿还  县财政局  6月底'],
]
for (const [title, text] of KEPT)
  test(title, () => {
    expect(repair(text).text).toBe(text)
  })

test('a span over a removed break includes the break', () => {
  const text = `${long}，确保取\n\n得实效。`
  const repaired = repair(text)
  const at = repaired.text.indexOf('取得')
  expect(text.slice(...toOriginal(repaired, [at, at + 2]))).toBe('取\n\n得')
})

test('every repair says what stood there and what stands now', () => {
  const text = '会议强调强调，县财 政局要加快支付进度，确保完成任务。'
  for (const r of repair(text).repairs) expect(text.slice(...r.span)).toBe(r.was)
  expect(repair(text).repairs.map(r => [r.kind, r.now])).toEqual([
    ['repeated', '强调'],
    ['drop-space', ''],
  ])
})

test('the way back grows and stays inside the original, whatever the text', () => {
  const piece = fc.constantFrom('县', '一是', ' ', '\n', '\n\n', '，', '。', '強', '强调', '10', '亿元', '　', '\r\n', '\ud800', '\0', '薜')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const text = pieces.join('')
      const repaired = repair(text)
      const back = Array.from({ length: repaired.text.length + 1 }, (_, i) => toOriginal(repaired, [i, i])[0])
      expect(back.at(-1)).toBe(text.length)
      for (let i = 1; i < back.length; i++) expect(back[i]!).toBeGreaterThanOrEqual(back[i - 1]!)
    }),
  )
})

test('a wrapped paragraph is joined though the next one of the block was not wrapped', () => {
  const wrapped = '1.加强领导。各乡镇党委书记要亲自部署，亲自推动问\n题整改，对照清单逐项明确措施和责任人，限期完成问题\n整改销号。'
  const whole = '2.加强督查。县委督查室要会同县生态环境局对整改情况开展一次全面督查，对整改不力的乡镇予以通报批评并责令限期整改到位。'
  expect(repair(`${wrapped}\n${whole}`).text).toBe(`${wrapped.replaceAll('\n', '')}\n${whole}`)
})

test('a whole title is not joined to the recipients straight below it', () => {
  const text = '青禾县人民政府办公室关于做好有关工作的通知\n各乡镇人民政府，县直有关单位：\n请于5月30日前报送总结。'
  expect(repair(text).repairs).toEqual([])
  expect(repair('关于切实做好秸秆禁烧和综\n合利用工作的通知\n各乡镇：').repairs).toHaveLength(1)
})
