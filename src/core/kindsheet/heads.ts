// What offices print over the columns of their ledgers, and how they call stages and choices: the first is the platform's own word. Data only.
import type { LedgerKind } from '../kind.ts'

/** Words for one thing, the platform's own first. */
type Names = readonly string[]

export interface Heads {
  title: Names
  stages: Record<string, Names>
  fields: Record<string, Names>
  choices: Record<string, Record<string, Names>>
}

const w = (words: string): Names => words.split(' ')
const all = (of: Record<string, string>): Record<string, Names> =>
  Object.fromEntries(Object.entries(of).map(([name, words]) => [name, w(words)]))

/** Steps of a risk's scale are told by their places: what the office calls them is its own. */
const STEPS = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [String(at + 1), [String(at + 1), `${at + 1}级`, `${at + 1}分`]]))
const LEVELS = all({ low: '低风险 低', moderate: '一般风险 一般 中风险 中', high: '较大风险 较大', extreme: '重大风险 重大 高风险 高' })

/** Columns of every ledger, whatever its kind. */
export const COMMON: Record<'ordinal' | 'number' | 'stage' | 'leadUnit', Names> = {
  ordinal: w('序号 序 no no.'),
  number: w('编号 事项编号 台账编号 立项编号'),
  stage: w('阶段 进展阶段 项目阶段 当前阶段 所处阶段 进展情况 进展 状态 当前状态'),
  leadUnit: w('牵头单位 责任单位 主办单位 承办单位 负责单位 包抓单位 落实单位 跟进单位'),
}

export const HEADS: Partial<Record<LedgerKind, Heads>> = {
  project: {
    title: w('项目名称 招商项目 项目 名称 签约项目名称'),
    stages: all({
      lead: '线索 意向 意向洽谈 储备',
      screened: '研判 已研判',
      negotiating: '在谈 洽谈 洽谈中 跟踪洽谈 深度洽谈',
      signed: '签约 已签约 签订合同 签约未落地',
      landed: '注册落地 落地 已落地 已注册',
      started: '开工 已开工 在建 开工建设',
      statistics: '入统 已入统 入库',
      completed: '竣工 已竣工 建成',
      producing: '投产 已投产 运营',
      capacity: '达产达效 达产 达效',
      dropped: '终止 已终止 解约 中止',
    }),
    fields: all({
      investor: '投资方 投资企业 投资主体 投资单位 投资商 企业名称 客商',
      sum: '总投资 投资总额 计划总投资 投资额 投资规模 合同额 签约金额',
      chain: '产业链 所属产业 产业类别 产业 行业',
      site: '选址 落地地点 建设地点 项目选址 拟选址',
      land: '用地 用地面积 占地 占地面积 用地需求 土地',
      jobs: '带动就业 就业 就业人数 用工 用工人数',
      tax: '年税收 预计年税收 税收 年纳税',
      sponsor: '包联领导 包联县领导 联系领导 挂联领导 牵头领导',
      taskForce: '专班 工作专班 服务专班',
      finder: '线索来源 信息来源 推荐单位 引荐人',
      foundOn: '线索日期 线索时间 获取时间 发现时间',
      respondedOn: '响应日期 响应时间',
      answeredOn: '答复引荐人 答复日期 答复时间',
      verdict: '研判意见 研判结论 评审意见',
      signedAs: '协议类型 签约类型 合同类型',
      signedOn: '签约日期 签约时间',
      countedOn: '首次签约',
      company: '注册公司 落地企业 项目公司 注册企业',
      landedOn: '注册日期 注册时间 落地时间',
      permit: '施工许可证号 施工许可证 施工许可',
      startedOn: '开工日期 开工时间',
      inPlace: '到位资金 资金到位 实际到位资金 累计到位资金',
      statisticsCode: '入库代码 统计代码 入统代码',
      completedOn: '竣工日期 竣工时间',
      producedOn: '投产日期 投产时间',
      output: '年产值 预计年产值 产值',
      dropReason: '终止原因 中止原因',
    }),
    choices: {
      chain: all({
        equipment: '装备制造 高端装备 机械制造',
        materials: '新材料',
        energy: '新能源 能源',
        food: '食品加工 农产品加工 食品',
        medicine: '医药健康 医药 生物医药',
        digital: '数字经济 电子信息',
        tourism: '文化旅游 文旅',
        logistics: '现代物流 物流 商贸物流',
        other: '其他',
      }),
      signedAs: all({ framework: '框架协议 框架 意向协议', formal: '正式合同 正式 正式协议 投资合同' }),
    },
  },
  visit: {
    title: w('考察名称 考察活动 活动名称 名称'),
    stages: all({
      planned: '计划 待出发',
      underway: '在途 进行中',
      home: '返回 已返回',
      written: '形成报告 已形成报告',
      followed: '落实回看 已落实',
      cancelled: '取消 已取消',
    }),
    fields: all({
      place: '考察地 考察地点 目的地 考察城市',
      purpose: '考察目的 目的 考察内容',
      from: '出发日期 出发时间 开始日期',
      to: '返回日期 返回时间 结束日期',
      leader: '带队领导 带队人 团长',
      delegation: '成员 考察成员 代表团成员',
      hosts: '接待方 接待单位',
      sites: '考察点 考察企业 考察点位',
      cases: '对标案例 案例',
      profile: '当地概况 城市概况',
      report: '考察报告要点 报告要点 考察收获',
      outcome: '落实成效 成效',
      cost: '费用 经费 考察费用',
      cancelReason: '取消原因',
    }),
    choices: {},
  },
  lesson: {
    title: w('经验 经验启示 经验名称 做法'),
    stages: all({ noted: '待转化', adapted: '已转化 转化', settled: '见效固化 已固化', dropped: '不采用' }),
    fields: all({
      seen: '当地做法 先进做法',
      gap: '本地差距 差距',
      action: '本地行动 转化举措',
      result: '成效依据 转化成效',
      dropReason: '不采用的理由 不采用理由',
    }),
    choices: {},
  },
  reform: {
    title: w('改革事项 改革任务 改革项目 事项名称 名称'),
    stages: all({
      proposed: '提出 谋划',
      approved: '批准 已批准 立项',
      piloting: '试点 试点中 推进中',
      settled: '形成成果 已形成成果 完成',
      spread: '复制推广 推广',
      ended: '终止 已终止',
    }),
    fields: all({
      field: '领域 改革领域',
      approvedBy: '批准机关 审批机关 批准单位',
      approvedOn: '批准日期 批准时间',
      pilot: '试点情况 试点 试点范围 试点单位 试点内容',
      product: '成果形式 成果类型',
      productName: '成果名称 改革成果',
      productAt: '文号或出处 文号 文件文号 成果出处',
      productOn: '成果日期 印发日期 形成日期',
      tier: '方阵 所在方阵 位次',
      tierSource: '方阵依据 方阵来源',
      tierOn: '依据日期 评价日期',
      endReason: '终止原因',
    }),
    choices: {
      field: all({
        economy: '经济体制 经济 经济领域',
        government: '放管服 政府职能 行政体制 营商环境',
        rural: '农业农村 农村 农业',
        law: '民主法治 法治 政法',
        society: '社会民生 社会 民生',
        ecology: '生态文明 生态',
        party: '党的建设 党建',
      }),
      product: all({ document: '文件 制度文件', system: '系统 平台', case: '案例 典型案例' }),
      tier: all({ first: '第一方阵', second: '第二方阵', third: '第三方阵' }),
    },
  },
  risk: {
    title: w('风险名称 风险 风险点 风险事项 风险描述'),
    stages: all({
      raised: '待研判 识别',
      assessed: '已研判 评估 已评估',
      treated: '应对中 处置 处置中 防控中',
      watched: '监测中 监测 管控中',
      over: '已解除 消除 已消除 已化解',
      borne: '已接受 承受',
      dismissed: '不列入',
    }),
    fields: all({
      category: '类别 风险类别 风险类型 领域',
      sign: '迹象与可能后果 风险表现 主要表现 可能后果 风险成因',
      level: '当前等级 风险等级 等级',
      inherentLikelihood: '固有可能性',
      inherentImpact: '固有影响',
      inherentLevel: '固有等级',
      likelihood: '当前可能性 可能性 发生可能性',
      impact: '当前影响 影响 影响程度 危害程度',
      response: '应对思路 防范措施 防控措施 应对措施 化解措施',
      residualLikelihood: '剩余可能性',
      residualImpact: '剩余影响',
      residualLevel: '剩余等级',
      residualWhy: '剩余高于固有的理由',
      watchedBy: '监测办法 监测方式',
      reviewedOn: '上次复核 复核日期',
      reviewOn: '下次复核 下次复核日期',
      figure: '触发数值',
      asOf: '数据截至',
      figureSource: '数据来源',
      overWhy: '解除依据 化解依据',
      bearWhy: '接受理由',
      bearUntil: '接受到',
      dismissWhy: '不列入的理由',
    }),
    choices: {
      category: all({
        politics: '政治',
        economy: '经济',
        debt: '债务金融 债务 金融',
        technology: '科技',
        order: '社会治安 社会稳定 信访维稳',
        safety: '安全生产 安全',
        ecology: '生态环境 生态 环保',
        health: '公共卫生 卫生',
        opinion: '舆情 意识形态',
        party: '党的建设 党建',
      }),
      inherentLikelihood: STEPS,
      inherentImpact: STEPS,
      likelihood: STEPS,
      impact: STEPS,
      residualLikelihood: STEPS,
      residualImpact: STEPS,
      level: LEVELS,
      inherentLevel: LEVELS,
      residualLevel: LEVELS,
    },
  },
}
