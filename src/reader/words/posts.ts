// Posts of Party, government, companies and public bodies, without the body and without 副 or 代; common knowledge, data only.

const list = (words: string): string[] => words.trim().split(/\s+/)

/** The last word of a post. */
export const POSTS: readonly string[] = list(`
  总书记 书记 主席 总理 委员长 国务委员 省长 市长 县长 区长 州长 旗长 盟长 镇长 乡长 村长 部长 厅长 局长 司长 处长 科长 股长 主任 秘书长 秘书 常委 委员 党组成员 党委委员 党工委委员 成员
  专员 行长 社长 总编辑 总编 主编 台长 馆长 院长 校长 园长 所长 站长 队长 支队长 大队长 中队长 总队长 政委 政治委员 教导员 司令员 参谋长 检察长 审判长 庭长 会长 理事长 监事长 董事长 董事 监事 总裁 总经理 经理 厂长 矿长 场长 行署专员
  总工程师 总经济师 总会计师 总农艺师 总规划师 总工 总监 首席执行官 首席专家 调研员 巡视员 主任科员 科员 督学 总督学 督察专员 督察长 教授 研究员 院士 工程师 主任医师 医师 教师 教练 理事 干事 政协委员 人大代表 党代表 县长候选人 市长候选人 区长候选人 镇长候选人 省长候选人
  监察专员 警务专员 组织员 纪检员 纪检组长 团长 主委 主办 巡察专员 巡察组组长 工委主任 支部书记 村支书 支书 法官 检察官 护士长 船长 机长 店长 班主任 秘书科长 党组书记 代表 发言人 负责人 领导 专家 顾问 参事 馆员 组长 指挥长 总指挥 技术员 农艺师 畜牧师 兽医师
`)

/** Words that mark a person and are no post of theirs. */
export const ROLES: ReadonlySet<string> = new Set(list('负责人 领导 代表 专家 成员 组长 指挥长 总指挥 队员 顾问 秘书 委员'))

/** Before a colon they name people: 联系人：…, 组长：…. */
export const LABELS: readonly string[] = list(
  '联系人 经办人 经办 承办 承办人 签发人 签发 审核人 审核 审签 拟稿人 拟稿 核稿 记录人 记录 整理 主持人 主持 汇报人 责任人 负责人 第一责任人 具体责任人 直接责任人 牵头领导 责任领导 包联领导 分管领导 包保领导 县级领导 市级领导 联络员 召集人 组长 副组长 常务副组长 成员 指挥长 副指挥长 常务副指挥长 总指挥 副总指挥 政委 主任 副主任 出席 列席 参加 请假 缺席 参会 与会 与会人员 参会领导 参会同志 参加人员 出席人员 列席人员 参会人员 出席领导 陪同 陪同人员 带队领导 总召集人 秘书长 填报人 报送人 会议主持 河长 林长 路长 链长 田长 校对 主讲人 发言人 主送 联系领导 挂点领导 挂联领导 带班领导 值班领导 值班员 值班人员 责任人员 牵头负责人 复核 复核人 会签 制表 制表人 填表人 填报 受理人 接访人 审定 拟办 签收人 指导老师',
)

/** The labels that name bodies too: behind them an ordinary word is no name. */
export const PRESENT: readonly string[] = list(
  '成员 出席 列席 参加 参会 与会 与会人员 参会领导 参会同志 请假 缺席 参加人员 出席人员 列席人员 参会人员 陪同 陪同人员 主送 整理 审核 承办 会签 审定 填报 复核',
)

/** Words before a post that are no part of it; the post begins after the last of them. */
export const BEFORE_POST: readonly string[] = list(
  '任 受 由 请 与 及 以及 是 被 向 让 率 的 了 陪同 邀请 会见 会晤 拜会 拜访 专访 采访 记者从 出席 参加 主持 任命 决定 时任 现任 原任 新任 兼任 担任 听取 走访 感谢 代表 根据 按照 在 随同 会同 一同 等 据 通知 提名 选举 当选 免去 接替 接受 其中 包括 分别为 分别是 还有 以 并 但 而 再 又 为 有 省市县领导 县领导 市领导 省领导 校领导 领导 嘉宾 学习贯彻 落实 贯彻 执行 来自 介绍 称 对 到 经 同 听 说 将 把 给 报 找 授权 委托 委派 派出 欢迎 祝贺 慰问 看望 王牌 人员 成员有 设 派驻 选派 指派 增派 抽调 配备 安排 明确 聘任 聘请 改任 升任 转任 前 原',
)

/** 和 inside the name of a body: 住房和城乡建设局. */
export const AND_IN_NAMES =
  /住房和城|文化和旅|文化和体|资源和社|发展和改|工业和信|卫生和计|卫生和健|规划和自|科技和|民族和宗|教育和体|商务和|农业和农|林业和草|城市管理和|经济和信|财政和|水务和|共和国|和平|国防和|新闻出版和|体育和|市场和|数据和|投资和|退役军人和|社会保障和|审计和/
