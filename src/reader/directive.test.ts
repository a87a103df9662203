import { expect, test } from 'vitest'
import { read } from './index.ts'

/** Ordinals and headings of what the text asks for. */
const asked = (text: string) => read(text).directives.map(d => `${d.ordinal ?? '·'} ${d.heading}`)
const news = (body: string) => `## 全县工作推进会召开\n\n本报讯 2026年5月20日，全县工作推进会召开。\n\n${body}`
const notice = (body: string) => `青政办发〔2026〕18号\n\n关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n${body}`

const ASKED: [title: string, text: string, expected: string[]][] = [
  [
    'spoken demands',
    news('陆明川要求，一要压实责任。县水利局要落实专班。二要强化督导。县委督查室要开展暗访。'),
    ['一要 压实责任', '二要 强化督导'],
  ],
  [
    'demands with 是要',
    news('陆明川强调两点要求。\n\n一是要加强排查。各乡镇要逐村排查。\n\n二是要严格值守。各乡镇要落实值班。'),
    ['一是 加强排查', '二是 严格值守'],
  ],
  [
    'first, next and last',
    news('他要求，首先，县商务局要建立台账；其次，县财政局要保障资金；最后，县委督查室要跟踪督办。'),
    ['首先 县商务局要建立台账', '其次 县财政局要保障资金', '最后 县委督查室要跟踪督办'],
  ],
  ['one sentence of a meeting', news('会议要求，各乡镇要于6月底前完成排查。'), ['· 各乡镇要于6月底前完成排查']],
  [
    'what a meeting goes on to say in the same paragraph',
    news('会议强调，要提高认识。要压实责任，县水利局要逐库落实责任人。'),
    ['· 提高认识', '· 压实责任，县水利局要逐库落实责任人'],
  ],
  ['the points of a notice', notice('一、加强领导。各乡镇要成立专班。\n二、强化宣传。各乡镇要入户宣传。'), ['一 加强领导', '二 强化宣传']],
  [
    'the points under a title that only groups',
    notice('一、重点任务\n（一）抓好排查。各乡镇要逐村排查。\n（二）抓好整改。各乡镇要限期整改。'),
    ['（一） 抓好排查', '（二） 抓好整改'],
  ],
  [
    'what is to be mended, though the title names a lack,',
    notice('一、补齐短板弱项。县商务局要改造商贸中心8个。\n二、破解突出难题。县工信局要逐企帮扶。'),
    ['一 补齐短板弱项', '二 破解突出难题'],
  ],
  ['a numbered title with demands below it', notice('一、关于值班值守\n各乡镇要严格落实24小时值班制度。'), ['一 关于值班值守']],
  [
    'the closing paragraph that asks for a report',
    notice('一、加强领导。各乡镇要成立专班，明确责任人。\n\n请各乡镇于6月10日前将落实情况报县水利局。'),
    ['一 加强领导', '· 请各乡镇于6月10日前将落实情况报县水利局'],
  ],
]
for (const [title, text, expected] of ASKED)
  test(`${title} are directives`, () => {
    expect(asked(text)).toEqual(expected)
  })

const note = (body: string) => `青禾县领导批示抄告单\n\n青批〔2026〕8号\n\n来文单位：县信访局\n\n${body}`
const NOTES: [title: string, text: string, expected: string[]][] = [
  [
    'the day before 批示 and the text on the same line',
    note('县委书记陆明川5月18日批示：请周晓棠同志阅处。县水利局要立即查清原因。\n\n副县长韩立群5月19日批示：请县水利局抓紧落实。'),
    ['· 请周晓棠同志阅处', '· 县水利局要立即查清原因', '· 请县水利局抓紧落实'],
  ],
  [
    'the day in brackets and no 批示',
    note('县长周晓棠（5月18日）：请韩立群同志牵头研究，5月底前报结果。'),
    ['· 请韩立群同志牵头研究，5月底前报结果'],
  ],
  [
    'points behind the head of the note, some of them allowed only',
    note(
      '县长周晓棠（5月20日）：1.请韩立群同志坐镇。2.县交通局要巡查桥梁；必要时可封闭道路。3.县财政局预拨资金80万元。\n\n拟办意见：1.县政府办公室登记。2.各单位5月底前报送结果。',
    ),
    ['1 请韩立群同志坐镇', '2 县交通局要巡查桥梁', '3 县财政局预拨资金80万元', '1 县政府办公室登记', '2 各单位5月底前报送结果'],
  ],
  [
    'what may be done in a sentence of its own',
    note('副县长韩立群（5月20日）：对受灾较重的3个乡镇，可先行调拨物资600件。可见形势严峻。'),
    ['· 对受灾较重的3个乡镇，可先行调拨物资600件'],
  ],
  [
    'points on one line up to the contact below',
    note(
      '副县长韩立群批示：\n一、县水利局立即核查，5月底前报结果；二、县财政局可先行垫付资金；三、县审计局跟踪审计。\n立项编号：青督36　　经办：田小满\n2026年5月19日',
    ),
    ['一 县水利局立即核查，5月底前报结果', '二 县财政局可先行垫付资金', '三 县审计局跟踪审计'],
  ],
  [
    'a number that a day follows',
    note(
      '办理要求：\n1.主办单位县水利局1个工作日内签收；2.6月8日前由县水利局汇总；3.逾期未报的由县政府督查室催办。\n联络员：白露　电话：6612345',
    ),
    ['1 主办单位县水利局1个工作日内签收', '2 6月8日前由县水利局汇总', '3 逾期未报的由县政府督查室催办'],
  ],
]
const ALSO_ASKED: [title: string, text: string, expected: string[]][] = [
  [
    'the points of a speech under a title that demands',
    '县委书记陆明川在全县项目推进会上的讲话\n\n同志们：\n\n一、认清形势，增强信心\n去年，全县实施重点项目86个，完成投资72亿元。但也要清醒看到，项目储备不足。\n\n二、突出重点，打好攻坚战\n第一，要抓储备。县发改局要建立储备库。\n第二，要抓开工。6月底前开工率达到80%。\n\n同志们，让我们以时不我待的紧迫感，奋力夺取开门红！',
    ['第一 抓储备', '第二 抓开工'],
  ],
  [
    'what a letter asks of an equal',
    '关于商请开展联合执法的函\n\n云川市人民政府：\n\n一、建议两县公安部门建立联席会议制度。\n二、请贵市指定一名联络员，并于5月25日前反馈。\n妥否，请函复。\n\n青禾县人民政府\n2026年5月12日',
    ['一 建议两县公安部门建立联席会议制度', '二 请贵市指定一名联络员，并于5月25日前反馈'],
  ],
  [
    'points that a meeting numbers in one sentence',
    '青禾县人民政府常务会议纪要\n\n一、会议听取了防灭火工作情况的汇报\n会议强调，（一）要压实属地责任。（二）县林业局要于5月5日前清理隔离带28公里。\n\n会议还研究了其他事项。',
    ['（一） 压实属地责任', '（二） 县林业局要于5月5日前清理隔离带28公里'],
  ],
  [
    'notes that only a name opens',
    note('领导批示：\n周晓棠：请韩立群同志带队赴现场处置。5月19日\n韩立群：请县应急局会商，5月20日前拿出方案。5月19日'),
    ['· 请韩立群同志带队赴现场处置', '· 请县应急局会商，5月20日前拿出方案'],
  ],
]
for (const [title, text, expected] of ALSO_ASKED)
  test(`${title}: directives`, () => {
    expect(asked(text)).toEqual(expected)
  })

for (const [title, text, expected] of NOTES)
  test(`a leader's note with ${title} is read`, () => {
    expect(asked(text)).toEqual(expected)
  })

test('each note of a sheet has its own speaker', () => {
  const { directives } = read(note('县委书记陆明川5月18日批示：请周晓棠同志阅处。\n\n副县长韩立群5月19日批示：请县水利局抓紧落实。'))
  expect(directives.map(d => d.speaker)).toEqual(['陆明川', '韩立群'])
})

const rows = (gap: string) =>
  `青禾县2026年重点工作要点\n\n一、专项清单\n\n${['序号', '任务', '责任单位', '时限'].join(gap)}\n${['1', '编制便民事项目录，公开发布', '县发展改革局', '2月底'].join(gap)}\n${['2', '清偿拖欠账款1.2亿元', '县财政局、县工信局', '6月底'].join(gap)}\n\n青禾县人民政府办公室\n2026年1月21日`
for (const [title, gap] of [
  ['bars', '｜'],
  ['tabs', '\t'],
  ['runs of blanks', '   '],
])
  test(`the rows of a task table set with ${title} are one directive each`, () => {
    const { directives, dates, repairs } = read(rows(gap!))
    expect(repairs).toEqual([])
    expect(
      directives.map(d => [d.ordinal, d.actions.map(a => [a.text, a.lead, a.co, a.deadline === null ? null : dates[a.deadline]!.text])]),
    ).toEqual([
      ['1', ['编制便民事项目录', '公开发布'].map(said => [said, '县发展改革局', [], '2月底'])],
      ['2', [['清偿拖欠账款1.2亿元', '县财政局', ['县工信局'], '6月底']]],
    ])
  })

test.each([
  [
    '1｜疏浚河道12公里，3月底前清淤，10月上旬验收｜县水利局｜分阶段完成',
    ['疏浚河道12公里 -', '3月底前清淤 3月底前', '10月上旬验收 10月上旬'],
  ],
  [
    '1|新建公厕6座，其中无障碍2座；按照先急后缓的原则，改造泵站3座|县住建局|9月底',
    ['新建公厕6座 9月底', '其中无障碍2座 9月底', '改造泵站3座 9月底'],
  ],
  ['1\t全年培训护工80人次\t县民政局\t11月底', ['全年培训护工80人次 11月底']],
  ['1｜评选“清溪人家，和美小院”20户（含示范户3户，备选户2户）｜县妇联｜5月', ['评选“清溪人家，和美小院”20户 5月']],
])('a cell says as many tasks as it has clauses, each with its own time or that of the row: %s', (row, expected) => {
  const { directives, dates } = read(`青禾县2026年重点任务分解表\n\n${row}\n\n青禾县人民政府办公室\n2026年1月21日`)
  expect(directives.flatMap(d => d.actions.map(a => `${a.text} ${a.deadline === null ? '-' : dates[a.deadline]!.text}`))).toEqual(expected)
})

test('a list of places to look at asks for nothing, a list of tasks does', () => {
  const notice = (list: string) =>
    asked(`关于开展消防检查的通知\n\n各乡镇人民政府：\n\n一、目标任务\n${list}\n\n青禾县消防救援大队\n2026年5月18日`)
  expect(notice('各乡镇要摸清底数。\n本次重点检查以下场所：①饭店；②学校、养老机构；③3层以上老旧住宅。').map(d => d[0])).not.toContain('②')
  expect(notice('各乡镇要做好以下工作：①摸清底数；②整改隐患；③报送总结。').length).toBeGreaterThan(2)
})

test('where the money comes from asks for nothing', () => {
  expect(
    asked(
      '青禾县2026年文旅工作计划\n\n一、工作措施\n县文旅局要新建驿站3座。\n\n二、预算安排\n专项资金共900万元，其中县级财政500万元，争取上级补助400万元。\n\n青禾县人民政府\n2026年2月1日',
    ).length,
  ).toBe(1)
})

test('whoever speaks in the middle of a sentence demands what follows', () => {
  const { directives } = read(
    '青禾日报　2026年5月28日　星期四\n\n## 陆明川督导防汛工作\n\n本报讯 5月27日，副县长陆明川到清溪水库督导防汛工作。陆明川指出，防汛形势严峻。在库容800万立方米的清溪水库，他强调，水位务必控制在汛限以下，发现险情必须立即上报。\n',
  )
  expect(directives.map(d => [d.speaker, d.actions.map(a => a.text)])).toEqual([
    ['陆明川', ['水位务必控制在汛限以下', '发现险情必须立即上报']],
  ])
})

test('a note that says to carry out another is a demand, one that only mentions it is none', () => {
  const text = (words: string) => read(note(`副县长韩立群5月19日批示：${words}`)).directives.length
  expect(text('照陆书记批示抓紧落实。')).toBe(1)
  expect(text('按县委要求尽快办理。')).toBe(1)
  expect(text('已按陆书记批示办结。')).toBe(0)
})

test('the rows of a table that ranks places ask for nothing', () => {
  expect(asked('关于一季度考核情况的通报\n\n1｜青禾县｜98.5分｜第1位\n2｜白杨县｜97.2分｜第2位\n')).toEqual([])
})

const ENDS: [title: string, below: string][] = [
  ['a remark in brackets', '（此件公开发布）'],
  ['who deals with it', '经办：白露　电话：6612345'],
  ['whom it is sent to', '报：县委、县政府领导。送：县纪委监委。\n（共印60份）'],
  ['how many are printed', '共印60份'],
  ['bodies that sign one below the other', '中共青禾县委办公室\n青禾县人民政府办公室\n2026年5月18日'],
]
for (const [title, below] of ENDS)
  test(`the last item ends before ${title}`, () => {
    const text = notice(`一、加强领导。各乡镇要成立专班。\n二、强化督导。县政府督查室要跟踪督办。\n\n${below}`)
    expect(text.slice(...read(text).directives.at(-1)!.span)).toBe('二、强化督导。县政府督查室要跟踪督办。')
  })

test('a line in brackets that names who does it belongs to the item', () => {
  const text = notice('一、强化督导。对来件跟踪督办。\n（责任单位：县政府督查室）\n\n青禾县人民政府办公室\n2026年5月18日')
  expect(read(text).directives[0]!.actions[0]).toMatchObject({ lead: '县政府督查室' })
})

const NOT_ASKED: [title: string, text: string][] = [
  [
    'who takes part and how a contest is judged',
    notice('一、参加人员\n县委书记陆明川，各乡镇党委书记。\n二、比赛方式\n每位选手演讲不超过6分钟，得分按现场评分占七成计算。'),
  ],
  ['findings', news('会议指出，当前还存在三个问题：一是少数乡镇重视不够；二是项目进度滞后；三是反馈不及时。')],
  ['past results', news('顾长河在会上强调，精气神明显提振。一是改革的态势不断强劲。三是开放的态势不断强劲。')],
  ['lessons', news('考察组认为，临湖市的做法有三点值得借鉴。一是规划先行，坚持一张蓝图绘到底；二是链条招商，精准补链；三是服务高效。')],
  ['features', news('临湖市展现出了鲜明特点。一是发展境界高。把创新摆在首位。二是工作思路准。三是落实力度大。')],
  ['pledges', news('考察团一致表示，一定以这次学习为契机，进一步转变观念，把各项工作抓紧抓实。')],
  ['attendance', news('各乡镇、县直有关单位主要负责人参加会议。')],
  [
    'a section on the state of things',
    '关于重点工作推进情况的督查通报\n\n一、总体情况\n\n58项任务已完成17项。\n\n二、主要问题\n\n一是项目开工滞后。二是资金支付偏慢。',
  ],
]
for (const [title, text] of NOT_ASKED)
  test(`${title} are no directives, and the article says so`, () => {
    const reading = read(text)
    expect(reading.directives).toEqual([])
    expect(reading.doubts.map(d => d.code)).toContain('no-directive')
  })

test('a directive ends at its last full stop and takes the lines that assign it along', () => {
  const text = notice(
    '一、重点任务\n1．改造农村户厕1900户。\n牵头单位：县农业农村局\n责任单位：县财政局、各有关乡镇\n完成时限：2026年10月底前\n2．新建公路86公里。',
  )
  const [first] = read(text).directives
  expect(text.slice(...first!.span)).toBe(
    '1．改造农村户厕1900户。\n牵头单位：县农业农村局\n责任单位：县财政局、各有关乡镇\n完成时限：2026年10月底前',
  )
  expect(first!.actions[0]).toMatchObject({ lead: '县农业农村局', co: ['县财政局'] })
})

test('a spoken list ends where the report goes on to other speech', () => {
  const text = news('陆明川要求，一要压实责任。各乡镇要落实专班。二要强化督导。县委督查室要开展暗访。会议还听取了有关汇报。')
  expect(text.slice(...read(text).directives.at(-1)!.span)).toBe('二要强化督导。县委督查室要开展暗访。')
})

test('the speaker is the person who asks, and nobody when a meeting does', () => {
  const said = (body: string) => read(news(body)).directives.map(d => d.speaker)
  expect(said('县委书记陆明川要求，各乡镇要抓好排查。')).toEqual(['陆明川'])
  expect(said('会议要求，各乡镇要抓好排查。')).toEqual([null])
  expect(said('县委书记陆明川指出，形势复杂。他要求，各乡镇要抓好排查。')).toEqual(['陆明川'])
})

const HARD: [clause: string, hard: boolean][] = [
  ['各乡镇要于2026年6月底前完成排查', true],
  ['各乡镇要组建不少于30人的应急队伍', true],
  ['县水利局要制定防汛方案', true],
  ['各乡镇要将责任人名单报县水利局备案', true],
  ['各乡镇要进一步提高思想认识', false],
  ['各级各部门要形成齐抓共管的良好局面', false],
]
for (const [clause, hard] of HARD)
  test(`${clause} is ${hard ? '' : 'not '}hard`, () => {
    expect(read(notice(`一、加强领导。${clause}。`)).directives[0]!.hard).toBe(hard)
  })

test('a leader’s note asks sentence by sentence, in the name of its writer', () => {
  const text =
    '领导批示件\n\n批示〔2026〕52号\n\n县委书记陆明川批示：\n请周晓棠同志牵头，48小时内查清原因。要举一反三，开展全面排查。水质安全事关千家万户。\n　　　　陆明川　7月6日'
  expect(read(text).directives.map(d => [d.speaker, d.heading])).toEqual([
    ['陆明川', '请周晓棠同志牵头，48小时内查清原因'],
    ['陆明川', '举一反三，开展全面排查'],
  ])
})

const NOTED: [note: string, tasks: string[]][] = [
  ['农民工工资一天也拖不得、一分也少不得。请周晓同志牵头处理。', ['请周晓同志牵头处理']],
  ['县应急管理局紧急调拨帐篷60顶，县民政局做好临时救助。', ['县应急管理局紧急调拨帐篷60顶', '县民政局做好临时救助']],
  ['县财政局先行垫付周转金80万元。', ['县财政局先行垫付周转金80万元']],
  ['县财政局从预备费中列支800万元。', ['县财政局从预备费中列支800万元']],
  ['对囤积居奇的，发现一起查处一起。', ['对囤积居奇的，发现一起查处一起']],
  ['报告所提5条建议可行。', []],
  ['县水利局已完成抢修。', []],
  ['此事马虎不得，来不得半点虚假。', []],
]
for (const [note, tasks] of NOTED)
  test(`a note that says ${note} asks for ${tasks.length || 'nothing'}`, () => {
    const { directives } = read(
      `青禾县领导批示办理单\n\n来文标题：《关于松岗镇有关问题的专报》\n\n县长林枫批示：\n${note}\n　　　　　　林枫　5月20日\n`,
    )
    expect(directives.flatMap(d => d.actions.map(a => a.text))).toEqual(tasks)
  })

test('what an inspection will look for is not asked for', () => {
  const { directives } = read(
    '关于开展校园食品安全专项整治的通知\n\n各学校：\n\n一、整治重点\n（一）食堂管理方面。从业人员无健康证、食材索证不全等问题。\n（二）供餐企业方面。超范围经营、配送超过2小时等问题。\n二、工作要求\n（一）压实责任。各学校要落实陪餐制，整改排查发现的问题。\n',
  )
  expect(directives.map(d => d.heading)).toEqual(['压实责任'])
})

test.each(['三、下步工作', '三、下阶段重点工作', '三、下半年工作思路'])(
  'what stands under %s in a circular is asked for, though no 要 is said',
  title => {
    const { directives } = read(
      `关于招商引资工作的通报\n\n各乡镇：\n\n一、总体情况\n全县签约项目14个。\n${title}\n（一）加大力度。各招商专班每月外出招商不少于2次。\n（二）提高质量。严把项目入口关。\n`,
    )
    expect(directives.map(d => d.ordinal)).toEqual(['（一）', '（二）'])
  },
)

test('the labels inside the cells of a task table are no part of the names', () => {
  const { directives } = read(
    '青禾县重点任务分解表\n\n1｜建立检查制度｜牵头单位：县司法局｜责任单位：县公安局、县财政局｜2026年6月底前\n2｜压缩办理时限｜县审批局｜县税务局｜2026年9月底前\n',
  )
  expect(directives[0]!.actions[0]).toMatchObject({ lead: '县司法局', co: ['县公安局', '县财政局'] })
})

const NEWS = '## 沈一诺到松岗镇督导安全生产\n\n本报讯　6月5日，县长沈一诺到松岗镇督导安全生产。\n\n'
test.each<[string, ...string[]]>([
  ['在采石场，沈一诺看了监测。他说，超高的边坡必须停下来整治。', '超高的边坡必须停下来整治'],
  ['在松岗镇，沈一诺叮嘱，务必在周五前修好水泵。', '务必在周五前修好水泵'],
  ['沈一诺希望，各乡镇要把账算清。', '各乡镇要把账算清'],
  ['来到公园，沈一诺叮嘱随行部门负责人，绿化要少花钱。', '绿化要少花钱'],
  ['但也要看到，1至5月查处违规案件12起。'],
  ['同时也要看到，短板仍然不少。'],
])('what is said on the spot is asked for: %s', (said, ...asked) => {
  const { directives } = read(NEWS + said)
  expect(directives.flatMap(d => d.actions.map(a => [a.text, d.speaker]))).toEqual(asked.map(text => [text, '沈一诺']))
})

test('what a letter begs for is asked, what its writer pledges is not', () => {
  const { directives } = read(
    '关于商请支持界河治理的函\n\n望湖县人民政府：\n\n一、恳请贵县于5月15日前腾退林地86亩。\n二、我县将出资240万元用于清淤，盼贵县给予等额配套。\n\n青禾县人民政府\n2026年4月2日\n',
  )
  expect(directives.map(d => d.actions.map(a => a.text))).toEqual([['恳请贵县于5月15日前腾退林地86亩'], ['盼贵县给予等额配套']])
})

test('what a meeting decides is a task though no 要 is said', () => {
  const { directives } = read(
    '青禾县委常委会会议纪要\n（2027年第11次）\n\n　　5月6日，县委书记陆明川主持召开县委常委会会议。\n\n　　会议研究了包联方案。会议决定，原则同意该方案，由县委办公室按程序印发。\n',
  )
  expect(directives.flatMap(d => d.actions.map(a => a.text))).toEqual(['由县委办公室按程序印发'])
})

test('how far behind something is asks for nothing', () => {
  const { directives } = read(
    '关于整改进展情况的通报\n\n一、红牌\n1.云坪县：修复缓慢。应修复46.8公顷，实际完成12.3公顷。\n\n下一步，请云坪县于6月15日前说明情况。\n',
  )
  expect(directives.flatMap(d => d.actions.map(a => a.text))).toEqual(['请云坪县于6月15日前说明情况'])
})

test('a sentence that sums up the points of a speech is no part of the last one', () => {
  const { directives } = read(
    '## 青禾县召开推进会\n\n本报讯　5月20日，县委书记陆明川主持召开推进会。陆明川要求，一要抓紧跟进。县商务局要拿出清单。二要抓紧育才。县委组织部要选派12名干部。两个“抓紧”，都要落到一个“干”字上。\n',
  )
  expect(directives.filter(d => d.ordinal).map(d => d.actions.at(-1)!.text)).toEqual(['县商务局要拿出清单', '县委组织部要选派12名干部'])
})

test('the cell with a verb says the task where a name stands before it', () => {
  const { directives } = read(
    '重点水利工程任务分解表\n\n1\t青龙河治理工程\t新建堤防12公里\t县水利局\t10月底\n2\t白河水厂\t铺设管网46公里\t县住建局\t12月20日\n',
  )
  expect(directives.map(d => d.actions.map(a => [a.text, a.lead]))).toEqual([
    [['新建堤防12公里', '县水利局']],
    [['铺设管网46公里', '县住建局']],
  ])
})

test('a forecast among the figures of a section asks nobody', () => {
  const { directives } = read(
    '上半年经济运行情况\n\n一、需求端：投资偏弱\n12个重点项目3个没有开工。6月末贷款余额96.4亿元，比年初增加3.1亿元。居民消费价格上涨0.4%。据测算，要完成全年增长5%的目标，下半年须增长6.1%以上，难度不小。\n\n二、下步打算\n县发改局要加强调度。\n',
  )
  expect(directives.map(d => d.ordinal)).toEqual(['二'])
})

test('an item headed by what is to be made of results is asked for, one headed by results is not', () => {
  const notice = (head: string) =>
    read(
      `关于考察学习情况的报告\n\n二、下步打算\n（1）${head}。县委政研室本月内起草若干措施。\n（2）盯牢项目。县商务局要跟踪对接。\n`,
    ).directives.map(d => d.ordinal)
  expect(notice('认真消化考察成果')).toEqual(['（1）', '（2）'])
  expect(notice('巩固整治成效')).toEqual(['（1）', '（2）'])
  expect(notice('取得的成效')).toEqual(['（2）'])
})

test('a closing paragraph that names first what is to be handed in is no part of the last item', () => {
  const { directives } = read(
    '关于民生实事进展情况的通报\n\n各乡镇：\n\n三、整改要求\n1．压实责任。县水利局要在10月底前完成招标，分管领导要盯在一线，不得再拖。\n\n各单位整改情况，请于11月5日前反馈县政府督查室。\n',
  )
  expect(directives.map(d => d.heading)).toEqual(['压实责任', '各单位整改情况，请于11月5日前反馈县政府督查室'])
})

test('a note whose writer stands before his post in brackets is in his name', () => {
  const { directives, people } = read(
    '云台县领导批示交办单\n\n文件标题：关于清溪河水质超标的紧急报告\n\n批示内容：\n东方旭（县委书记）：务必查清原因。8月15日\n令狐远（县长）：请县水利局牵头落实。8月15日\n',
  )
  expect(directives.map(d => [d.speaker, d.actions[0]!.text])).toEqual([
    ['东方旭', '务必查清原因'],
    ['令狐远', '请县水利局牵头落实'],
  ])
  expect(people.map(p => p.name)).toEqual(['东方旭', '令狐远'])
})

test('an item titled with an indicator to be met is asked for, with its own words beside its children', () => {
  const { directives } = read(
    '关于做好用地保障的通知\n\n各乡镇：\n\n一、落实安置用地指标。由县水利局牵头，会同县住建局，8月15日前完成报批。\n（一）落实招商指标。县商务局要引进项目3个。\n二、主要指标\n粮食产量12万吨。\n\n青禾县人民政府\n2026年5月18日',
  )
  expect(directives.map(d => [d.heading, d.actions[0]!.lead])).toEqual([
    ['落实安置用地指标', '县水利局'],
    ['落实招商指标', '县商务局'],
  ])
})

const ORDERS: [report: string, text: string, speaker: string][] = [
  ['在恒远产业园，县长贺远询问了项目进展，要求施工单位加快进度，9月底前投产。', '施工单位加快进度，9月底前投产', '贺远'],
  ['县长贺远叮嘱学校负责人要严把关口，年底前完成改造。', '学校负责人要严把关口，年底前完成改造', '贺远'],
]
for (const [report, text, speaker] of ORDERS)
  test(`${report}: what a person tells others to do in the middle of a report is asked`, () => {
    const { directives } = read(`本报讯（记者 李青）8月3日，${report}`)
    expect(directives.map(d => [d.actions.map(a => a.text).join('，'), d.speaker])).toEqual([[text, speaker]])
  })

test('what is done by an earlier demand is no order', () => {
  expect(read('本报讯（记者 李青）8月3日，县长贺远按照省委要求各项工作均已完成。').directives).toEqual([])
})

test('who signed a note and who has it in hand are no part of what it asks', () => {
  const { directives } = read(
    '青禾县领导批示交办单\n批示内容：\n1．请县水利局10月底前办结。\n严守正　11月4日\n承办人：陆知遥　电话：6121234\n',
  )
  expect(directives.map(d => d.actions.map(a => a.text))).toEqual([['请县水利局10月底前办结']])
})
