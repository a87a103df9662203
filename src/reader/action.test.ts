import { expect, test } from 'vitest'
import { read } from './index.ts'

/** The first directive's actions of a notice with one point. */
function actions(body: string) {
  const reading = read(
    `青政办发〔2026〕18号\n\n关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n一、重点任务。${body}\n\n青禾县水利局\n2026年5月18日`,
  )
  return (reading.directives[0]?.actions ?? []).map(a => ({
    ...a,
    deadline: a.deadline === null ? null : reading.dates[a.deadline]!.text,
    measure: a.measure === null ? null : reading.quantities[a.measure]!.text,
  }))
}

const CUT: [title: string, body: string, texts: string[]][] = [
  [
    'who is put in charge of a thing does it, and the next case is a task of its own',
    '经费核算由县财政局负责，发现虚报冒领的，5个工作日内移交有关部门。',
    ['经费核算由县财政局负责', '发现虚报冒领的，5个工作日内移交有关部门'],
  ],
  ['a ratio does not close a clause', '所需经费由县财政局、县水利局按6：4承担。', ['所需经费由县财政局、县水利局按6：4承担']],
  ['a time of day does not close a clause', '各乡镇每周一09：30前报送工作进度。', ['各乡镇每周一09：30前报送工作进度']],
  ['a colon before a task closes the clause', '重点任务：加固堤防12公里。', ['加固堤防12公里']],
  ['whoever a case concerns', '涉及农户安置的，县住建局、县司法局把关。', ['涉及农户安置的，县住建局、县司法局把关']],
  ['what is refused', '超期的不再受理。', ['超期的不再受理']],
  ['a plain breaking of a figure', '接种总人次破3万。', ['接种总人次破3万']],
  ['了 that ends no verb', '坚决防止一发了之。', ['坚决防止一发了之']],
  ['了 that tells the past', '县水利局排查见效了。县水利局要除险2座。', ['县水利局要除险2座']],
  [
    'the case over a comma belongs to what follows from it',
    '凡6月底前报名的农户，可按面积上浮3%补助。县供水公司作为建设单位，要在7月底前开工。泵站建成后两个月内，县水利局要组织验收。一旦出现漏水，必须立即抢修。',
    [
      '凡6月底前报名的农户，可按面积上浮3%补助',
      '县供水公司作为建设单位，要在7月底前开工',
      '泵站建成后两个月内，县水利局要组织验收',
      '一旦出现漏水，必须立即抢修',
    ],
  ],
  [
    'what is past is said only of the object',
    '对已收回的三宗地块，由县水利局下半年组织出让不少于一宗。',
    ['对已收回的三宗地块，由县水利局下半年组织出让不少于一宗'],
  ],
  ['举一反三 leads in behind 同时 too', '同时要举一反三，在全县范围内排查同类隐患。', ['同时要举一反三，在全县范围内排查同类隐患']],
  ['why a matter counts is no demand', '移民安置关系社会稳定。县水利局要逐户走访。', ['县水利局要逐户走访']],
  ['what a meeting learned is past', '各乡镇要加固堤防。会议还传达学习了全省防汛工作会议精神。', ['各乡镇要加固堤防']],
  ['each demanding clause is an action', '各乡镇要落实责任，明确专人；严禁擅离职守。', ['各乡镇要落实责任', '明确专人', '严禁擅离职守']],
  [
    'a clause of manner or ground is none, but goes with the subject that it stands behind',
    '各乡镇要按照属地原则，以更实的作风、更大的力度，围绕中心工作，完善应急预案。以更大的力度，落实到岗。',
    ['各乡镇要按照属地原则，以更实的作风、更大的力度，围绕中心工作，完善应急预案', '落实到岗'],
  ],
  [
    'who leads and who helps belongs to the clause',
    '由县水利局牵头，县应急管理局、县气象局配合，5月25日前完成安全鉴定。',
    ['由县水利局牵头，县应急管理局、县气象局配合，5月25日前完成安全鉴定'],
  ],
  [
    'a condition belongs to the clause',
    '逾期未整改的，一律不予销号。除涉密事项外，各部门不得重复要数。',
    ['逾期未整改的，一律不予销号', '除涉密事项外，各部门不得重复要数'],
  ],
  ['the state of things is none', '今年汛期为6月1日至9月30日。全县共有隐患点126处。各乡镇要逐点排查。', ['各乡镇要逐点排查']],
  [
    'two works with a figure each are two actions',
    '新建农村公路86公里、改造危桥12座，硬化率达到95%。',
    ['新建农村公路86公里', '改造危桥12座', '硬化率达到95%'],
  ],
  [
    'a unit with a bare verb acts without 要',
    '县融媒体中心开设专栏，县考核办据实评分；县林业局、县水利局对来件即来即办，县财政局先行垫付资金20万元。',
    ['县融媒体中心开设专栏', '县考核办据实评分', '县林业局、县水利局对来件即来即办', '县财政局先行垫付资金20万元'],
  ],
  [
    'someone who leads and someone who carries out are one action with what they do',
    '由周晓棠同志牵头，临河街道具体落实，10月上旬完成剩余住户签约。请韩立群同志牵头，县住建局参加，6月12日前到现场办公。',
    ['由周晓棠同志牵头，临河街道具体落实，10月上旬完成剩余住户签约', '请韩立群同志牵头，县住建局参加，6月12日前到现场办公'],
  ],
  [
    'what is done for a counted group is an action',
    '为深入贯彻会议精神，为320家企业发放补贴。一经查实从严处理。',
    ['为320家企业发放补贴', '一经查实从严处理'],
  ],
  [
    'a verb right behind the time limit is enough',
    '各乡镇要备足物资，主干道积雪24小时内清通。',
    ['各乡镇要备足物资', '主干道积雪24小时内清通'],
  ],
  [
    'an arrangement of the whole paper and a list of leaders are none',
    '整治期间实行日调度、周通报，各乡镇每周五报送进展。包联领导：周晓棠、韩立群。',
    ['各乡镇每周五报送进展'],
  ],
  ['a remark in brackets is left out', '各乡镇6月30日前报送工作总结（电子版发至指定邮箱）。', ['各乡镇6月30日前报送工作总结']],
]
for (const [title, body, texts] of CUT)
  test(title, () => {
    expect(actions(body).map(a => a.text)).toEqual(texts)
  })

const ASKED: [body: string, texts: string[]][] = [
  ['会议原则通过县教育局提交的规划。会议要求，县教育局要公示。', ['县教育局要公示']],
  ['会议同意县财政局提出的分配方案，共安排资金3.6亿元。会议明确，县财政局要加快拨付。', ['县财政局要加快拨付']],
  ['会议原则通过实施办法，由县住建局修改完善后印发。', ['由县住建局修改完善后印发']],
  [
    '成立工作领导小组，下设3个工作专班，实行一周一碰头、一月一通报。',
    ['成立工作领导小组', '下设3个工作专班', '实行一周一碰头、一月一通报'],
  ],
  [
    '县商务局要发放消费券500万元，拉动消费1.5亿元左右，鼓励社会资本参与。',
    ['县商务局要发放消费券500万元', '拉动消费1.5亿元左右', '鼓励社会资本参与'],
  ],
  ['县教育局联合县公安局组成5个检查组，对全县86所食堂全覆盖检查。', ['县教育局联合县公安局组成5个检查组', '对全县86所食堂全覆盖检查']],
  [
    '成立由县长任组长，分管副县长任副组长，有关部门负责人为成员的领导小组。',
    ['成立由县长任组长，分管副县长任副组长，有关部门负责人为成员的领导小组'],
  ],
  ['县水利局要会同各乡镇，9月底前完成验收。', ['县水利局要会同各乡镇，9月底前完成验收']],
  ['各校要加强管理，不得搞“一刀切”，不得擅自停课。', ['各校要加强管理', '不得搞“一刀切”', '不得擅自停课']],
]
const ABOUT_THE_PAPER: string[] = [
  '制定本细则。',
  '本细则由县民政局负责解释。',
  '本办法自2026年4月1日起施行，有效期三年。',
  '县安委会办公室将对各地值守情况进行抽查。',
]
for (const body of ABOUT_THE_PAPER)
  test(`${body} asks for nothing`, () => {
    expect(actions(body)).toEqual([])
  })

for (const [body, texts] of ASKED)
  test(`what is asked for in ${body.slice(0, 24)}……`, () => {
    expect(actions(body).map(a => a.text)).toEqual(texts)
  })

const STRENGTH: [clause: string, strength: string][] = [
  ['各乡镇要完成排查', 'must'],
  ['严禁露天焚烧', 'must'],
  ['力争年内完成改造', 'should'],
  ['县财政局要积极争取上级资金', 'should'],
  ['有条件的乡镇可先行开展试点', 'may'],
]
for (const [clause, strength] of STRENGTH)
  test(`${clause}: ${strength}`, () => {
    expect(actions(`${clause}。`)[0]).toMatchObject({ strength })
  })

const LEADS: [body: string, lead: string | null, co: string[]][] = [
  ['县水利局要落实责任。', '县水利局', []],
  ['县委督查室、县政府督查室要开展暗访。', '县委督查室', ['县政府督查室']],
  ['县财政局要会同县发展和改革局争取资金。', '县财政局', ['县发展和改革局']],
  ['各乡镇要组建队伍。', '各乡镇', []],
  ['改造水闸14座。〔牵头单位：县水利局；责任单位：县财政局、各乡镇（街道）〕', '县水利局', ['县财政局', '各乡镇（街道）']],
  ['改造水闸14座。【责任单位：县水利局】', '县水利局', []],
  ['各级各部门要提高认识。', null, []],
  ['支持龙头企业牵头组建联合体。', null, []],
  ['改造水闸14座。（责任单位：县水利局、县财政局；完成时限：10月底前）', '县水利局', ['县财政局']],
  ['改造水闸14座。（县水利局牵头，县财政局、相关乡镇配合，10月底前完成）', '县水利局', ['县财政局']],
  ['建议由县水利局牵头，县财政局配合，逐一建立专班。', '县水利局', ['县财政局']],
  ['由县水利局牵头，县公安局、团县委参加，成立筹备组。', '县水利局', ['县公安局', '团县委']],
  ['县水利局会同松岗镇、河湾乡开展巡查。', '县水利局', ['松岗镇', '河湾乡']],
  ['施工企业拒不支付的，由县公安局依法立案侦查。', '县公安局', []],
  ['逾期未报的由县委督查室下发催办单。', '县委督查室', []],
  ['每日16:30前由各乡镇报送进度。', '各乡镇', []],
  ['除财政补助60万元外，其余由云台旅游开发有限公司自筹。', '云台旅游开发有限公司', []],
  ['对搞“纸面整改”的，一律移交县纪委监委处理。', '县纪委监委', []],
  ['对连续两个季度靠后的乡镇，由分管县领导挂牌督战。', '分管县领导', []],
  ['各中小学要每学期开展疏散演练。', '各中小学', []],
  ['各景区要严格落实限流要求。', '各景区', []],
  ['各责任单位主要负责人要到现场督导。', '各责任单位', []],
  ['规模以上工业企业要组织应急演练。', '规模以上工业企业', []],
  ['云台山景区要加快二期建设。', '云台山景区', []],
  ['请周晓、孟夏同志立即率队赶赴现场处置。', '周晓', []],
  ['请周晓同志亲自牵头，县水利局、县公安局配合，查清底数。', '周晓', ['县水利局', '县公安局']],
  ['请县委常委、副县长周晓同志牵头，松岗镇具体落实，完成签约。', '周晓', ['松岗镇']],
  ['各县（市、区）党政主要负责同志要靠前指挥。', '各县（市、区）', []],
  ['市级包联领导要到岗到位。', '市级包联领导', []],
  ['各包联县领导每月至少入企走访1次。', '各包联县领导', []],
  ['乡镇人民政府应当在10个工作日内提出意见。', '乡镇人民政府', []],
  ['对满半年仍未开工的，由县政府分管领导约谈。', '县政府', []],
  ['请县水利局牵头，县公安局、各乡镇配合，抓紧办理。', '县水利局', ['县公安局', '各乡镇']],
  ['其中县财政部分从维护费中列支。', null, []],
  ['编制图集。（责任科室：水资源科、河湖科）', '水资源科', ['河湖科']],
  ['任何单位和个人不得擅自拆除。', null, []],
  ['各单位不得虚报瞒报。', null, []],
  ['请有关同志抓紧办理。', null, []],
  ['由甲水利建设集团有限公司承建的水闸要加快建设。', null, []],
  ['县人民医院门诊楼5月底前开工。', null, []],
]
for (const [body, lead, co] of LEADS)
  test(`${body} is led by ${lead ?? 'nobody'}`, () => {
    expect(actions(body)[0]).toMatchObject({ lead, co })
  })

const SECOND_LEADS: [body: string, lead: string | null][] = [
  ['县融媒体中心要播放公益广告；对查实的群众举报，可给予奖励。', null],
  ['各乡镇要每周报送进展；发生火情的，须在1小时内报告。', null],
  ['县住建局要加强巡查；对连续两年靠后的乡镇，取消评优资格。', null],
  ['县水利局要开展排查，对隐患整改不到位的一律停工。', '县水利局'],
  ['要盯住短板，县发改局要牵头建立机制；要扩大有效投资。', null],
  ['县水利局要加强巡查；要强化值守。', '县水利局'],
  ['县委督查室要开展暗访；对弄虚作假的，予以问责。', '县委督查室'],
]
for (const [body, lead] of SECOND_LEADS)
  test(`what follows in ${body} is led by ${lead ?? 'nobody'}`, () => {
    expect(actions(body).at(-1)).toMatchObject({ lead })
  })

const DEADLINES: [body: string, deadline: string | null][] = [
  ['各乡镇要于5月31日前完成排查。', '5月31日前'],
  ['县水利局10个工作日内建立台账。', '10个工作日内'],
  ['各乡镇每月5日前报送进展。', '每月5日前'],
  ['改造水闸14座。（责任单位：县水利局；完成时限：10月底前）', '10月底前'],
  ['县水利局要对计划3月底前开工的项目逐一核查。', null],
  ['各街道要对2000年以前建成的老旧小区开展排查。', null],
  ['对每季度排名后两位的乡镇，由县纪委监委约谈。', null],
  ['县项目办每旬调度一次。', '每旬'],
  ['各村每周五前将台账报县农业农村局。', '每周五前'],
  ['各乡镇要汇总上月进展情况。', null],
  ['2026年新增规上企业22家。', '2026年'],
  ['明年协作资金用于产业的比例达到六成五以上。', '明年'],
  ['县商务局力争全年销售额突破8000万元。', '全年'],
  ['县财政局2027年要安排资金3000万元。', '2027年'],
  ['县教育局编制2026年工作要点。', null],
  ['所需资金列入明年预算。', null],
  ['全年任务要分解到月。', null],
  ['对全年办结率低于90%的乡镇要约谈。', null],
  ['要取消当年评优资格。', null],
  ['把安全贯穿全年工作始终。', null],
  ['10月1日至8日每天加开班车40班次以上。', '10月1日至8日'],
  ['县交通局每天加开班车40班次以上。', '每天'],
]
for (const [body, deadline] of DEADLINES)
  test(`the deadline of ${body} is ${deadline ?? 'not said'}`, () => {
    expect(actions(body)[0]!.deadline).toBe(deadline)
  })

const MEASURES: [body: string, measure: string | null][] = [
  ['县水利局要储备编织袋不少于3万条。', '不少于3万条'],
  ['县行政审批局要把审批时限由12个工作日压缩到6个工作日以内。', '6个工作日以内'],
  ['县委督查室要对连续出现2处以上隐患的乡镇进行约谈。', null],
  ['各乡镇要严格执行“提前三天预警”要求。', null],
  ['对造成3人以上死亡或者损失500万元以上的，由县纪委监委倒查。', null],
  ['对发生10人以上群体性食源性疾病事件的学校，取消评优资格。', null],
  ['浓度超过75微克/立方米时，启动应急响应。', null],
  ['对亿元以上项目实行县领导包联。', null],
  ['县财政局按每生每年玖佰元的标准落实补贴。', '玖佰元'],
  ['对用工超过100人的给予5万元奖励。', '5万元'],
  ['对种植50亩以上的大户每亩奖励100元。', '100元'],
]
for (const [body, measure] of MEASURES)
  test(`the figure to reach in ${body} is ${measure ?? 'not said'}`, () => {
    expect(actions(body)[0]!.measure).toBe(measure)
  })

test('the day of a condition is no deadline, that of the task is', () => {
  expect(actions('对5月31日前主动改种的农户每户补助200元。')[0]).toMatchObject({ deadline: null })
  expect(actions('县水利局对3座水库5月31日前完成加固。')[0]).toMatchObject({ deadline: '5月31日前' })
})

test('several limits are given out to the tasks by position', () => {
  const given = actions('新建水闸14座；完成清淤26公里。\n牵头单位：县水利局\n完成时限：两项任务分别于9月底、11月底前完成')
  expect(given.map(a => [a.text, a.deadline])).toEqual([
    ['新建水闸14座', '9月底'],
    ['完成清淤26公里', '11月底前'],
  ])
})

const STAGES: [body: string, deadlines: (string | null)[]][] = [
  ['（一）自查自纠（9月1日至20日）。各学校要逐项自查，9月22日前将报告报县教育局。', ['9月1日至20日', '9月22日前']],
  ['（一）总结提升（11月份）。各乡镇要固化做法，完善台账。', ['11月份', '11月份']],
  ['（一）排查阶段（即日起—6月10日）：各乡镇要全面排查，建立台账。', ['即日起—6月10日', '即日起—6月10日']],
  ['（一）建设农田（3万亩）。县农业农村局要加快施工。', [null, null]],
]
for (const [body, deadlines] of STAGES)
  test(`${body}: the time behind a step's title holds for each of its actions without one`, () => {
    const reading = read(`关于开展专项整治的通知\n\n各乡镇人民政府：\n\n一、工作步骤\n${body}\n\n青禾县教育局\n2026年5月18日`)
    expect(reading.directives[0]!.actions.map(a => (a.deadline === null ? null : reading.dates[a.deadline]!.text))).toEqual(deadlines)
  })
