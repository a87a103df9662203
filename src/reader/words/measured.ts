// What a figure of a project or a place may be of, as printed just before it; data only. Longer words first where one ends another.

export const MEASURED: readonly string[] = `
  总投资额 总投资 固定资产投资 完成投资 年度投资 投资额
  投资 总占地面积 占地面积 占地 总规划面积 规划面积 总建筑面积 建筑面积 核心区面积 流域面积 耕地面积 播种面积
  种植面积 养殖面积 灌溉面积 绿化面积 版图面积 国土面积 总面积 面积 常住人口 户籍人口 总人口 城镇人口 农村人口
  人口 年销售收入 销售收入 营业收入 年营业额 年产值 总产值 产值 年产能 产能 年产量 产量 年税收 税收 利税
  年利润 利润 总库容 库容 装机容量 总装机 日处理能力 处理能力 全长 总长 总里程 里程 长度 宽度 高度 海拔
  注册资本 注册资金 贷款 授信 补助资金 专项资金 到位资金 资金 债券 就业岗位 岗位 床位 学位 车位 森林覆盖率
  绿化率 城镇化率 合同额 协议资金 签约金额 金额 收储能力 收入
`
  .trim()
  .split(/\s+/)
