// Judges whether a numbered item asks for something or tells of something (findings, results, lessons); never looks for actions.

import { hasModal, openingVerb } from './clause.ts'
import type { ArticleFacts } from './context.ts'
import { type Item, isSpoken } from './outline.ts'

/** asks: a demand; proposes: a demand put as advice; tells: finding, result, lesson, background. */
export type Section = 'asks' | 'proposes' | 'tells'

// 二、主要问题  一、上半年工作情况  一、总体情况
const TELLING_TITLE =
  /(?:^(?:总体|基本|进展|完成|推进|落实|运行|工作|有关|主要)?情况|(?:完成|推进|进展|开展|落实|运行|工作|基本|总体|发展|执行)情况|问题|不足|短板|成效|成果|回顾|成绩|做法|经验|启示|体会|困难|预算安排|经费预算|资金来源|资金构成|资金安排|资金分配|资金下达|(?:排查|检查|督查|考核|培训|会议|活动)内容|(?:申报|评选|参评|报名|认定)条件|原因|形势|背景|概况|亮点|特点|评价|排名|名单|依据|(?:会议|活动|培训|报到)?(?:时间|地点)|(?:参会|参加|参训|参赛|参评)(?:人员|单位|范围|对象|办法)?|(?:比赛|竞赛|评分|计分|评奖|评比|奖项|奖励)(?:方式|方法|规则|设置|标准|办法|形式)|联系方式|日程安排|指导思想|基本原则|适用范围|指标)(?:和[\u4e00-\u9fff]{2,6}|及[\u4e00-\u9fff]{2,6})?$/
const ASKING_TITLE =
  /要求|任务|措施|安排|打算|举措|部署|保障|组织实施|议定|目标$|抓好|做好|加强|推进|下一?步|下一?阶段|下周|下半年|今后|工作重点|重点工作|工作思路|整改方向/
const PROPOSING_TITLE = /建议$|意见建议/
// 有三点值得借鉴  展现出了鲜明特点  主要存在以下问题
const TELLING_LEAD = /问题|不足|短板|原因|成效|做法|借鉴|启示|特点|经验|体会|变化|势头|优势|感受|认为|成绩|亮点|表现在|体现在|突出的是|收获/
const ASKING_LEAD = /要求|议定|做到|部署|强调|意见|任务|安排|务必|必须|要(?!闻|素)|明确|决定|措施/
const STRONG_LEAD = /要求|议定|强调[\u4e00-\u9fff\d]{0,3}点|做到|意见|部署|务必|必须/
// 勇于和善于改革的态势不断强劲
const TELLS_STATE = /[的了][\u4e00-\u9fff]{1,8}(?:不断|持续|明显|日益|更加|逐步|进一步|显著|稳步)[\u4e00-\u9fff]{1,4}$/
const FAULT =
  /(?:不足|不够|不高|不强|不实|不力|不快|不均衡|不平衡|不及时|不到位|不明显|不规范|不紧|不严|滞后|偏慢|偏低|偏弱|缓慢|突出|薄弱|乏力|反弹|较大|较多|较慢|较低|欠缺|缺乏|困难)$/
const MERIT =
  /^[\u4e00-\u9fff]{2,8}(?:高|准|强|大|新|长|好|优|快|实|深|足|亮眼|显著|良好|向好|显现|有力|有效|增强|提振|先行|鲜明|明显|突出)$/
// 也要清醒看到: a turn to what is wrong
const SOBER = /要(?:清醒|深刻|充分)?地?(?:看到|认识到)/g
const MAKES = /^(?:推动|促进|做|把|将|建|抓|确保|保持|实现|坚持|持续|加|强化|深化|提)/

/** `sections` holds the verdicts of the items before; `lead` is the text before the list's first item. */
export function sectionOf(text: string, item: Item, article: ArticleFacts, sections: ReadonlyMap<Item, Section>, lead: string): Section {
  const own = text.slice(item.words, Math.min(item.end, item.words + 600))
  const stop = own.search(/[。；;\n]/)
  const title = (stop < 0 ? own : own.slice(0, stop)).replace(/[：:，,\s]+$/, '')
  const parent = item.parent ? sections.get(item.parent) : undefined
  return isSpoken(item.ordinal.kind)
    ? spoken(item, title, own, parent, sections, lead)
    : written(text, title, own, parent, article, item, lead)
}

function spoken(
  item: Item,
  title: string,
  own: string,
  parent: Section | undefined,
  sections: ReadonlyMap<Item, Section>,
  lead: string,
): Section {
  if (parent === 'tells') return 'tells'
  if (item.first !== item) return sections.get(item.first) ?? 'tells'
  // 三、意见建议: whatever stands under it is advice
  if (parent === 'proposes' && !describes(title, false)) return 'proposes'
  if (item.ordinal.kind === 'must' || /^[，,]?要(?!求|素)/.test(own)) return 'asks'
  const last = lead.slice(-30)
  const strong = STRONG_LEAD.test(last) && !TELLING_LEAD.test(last)
  if (describes(title, !strong)) return 'tells'
  if (strong) return 'asks'
  if (TELLING_LEAD.test(last)) return 'tells'
  if (ASKING_LEAD.test(last) || parent === 'asks' || parent === 'proposes') return parent === 'proposes' ? 'proposes' : 'asks'
  return hasModal(own) && openingVerb(title) !== '' ? 'asks' : 'tells'
}

// 取得成效, 工作成果; but 巩固整治成果 asks
const REPORTS = /^(?:取得|呈现|显现|工作|主要|重点|总结|报告|汇报|介绍|交流|展示|建设|发展|改革)/

// 重点检查以下场所：①饭店；②学校；③市场。
const LISTS = /(?:以下|下列|如下)(?:[\u4e00-\u9fff]{0,4})(?:场所|对象|部位|区域|地点|范围|路段|行业|单位|人员|材料|情形|证件)[：:]\s*$/

function written(
  text: string,
  title: string,
  own: string,
  parent: Section | undefined,
  article: ArticleFacts,
  item: Item,
  lead: string,
): Section {
  if (parent === 'tells' || LISTS.test(lead)) return 'tells'
  const isTitle = title.length <= 30
  if (
    title.length <= 18 &&
    !/[，,]/.test(title) &&
    !(article.genre === 'minutes' && title.startsWith('关于')) &&
    TELLING_TITLE.test(title) &&
    !hasModal(title) &&
    !(/(?:成果|成效|经验|指标)$/.test(title) && openingVerb(title).length > 1 && !REPORTS.test(title)) &&
    !/^(?:解决|整改|抓好|做好|强化|加强|严格|聚焦|紧盯|对照|坚持)/.test(title) &&
    !mends(title)
  )
    return 'tells'
  if (listsFaults(own, title)) return 'tells'
  if (isTitle && PROPOSING_TITLE.test(title)) return 'proposes'
  if (parent) return parent
  if (article.genre === 'notice' || article.genre === 'plan' || article.genre === 'minutes' || article.genre === 'leader-note')
    return 'asks'
  if (isTitle && ASKING_TITLE.test(title)) return 'asks'
  // To an equal one proposes: 建议两县建立……, 恳请贵县……
  if (article.genre === 'letter') return /请|建议|希望|盼|敬望/.test(own) ? 'proposes' : 'tells'
  if (item.children.length)
    return isTitle && openingVerb(title) && item.children.some(c => hasModal(text.slice(c.words, c.end))) ? 'asks' : 'tells'
  return mostlyAsks(own.replace(SOBER, '').replace(RECKONED, '')) ? 'asks' : 'tells'
}

// 应修复46.8公顷，实际完成12.3公顷; 据测算，要完成全年目标，下半年须增长6.1%以上: what would be needed, and nobody is asked
const RECKONED = /应[^，。\n]{2,16}[，,](?:实际|仅|只|目前)[^。\n]*|(?:据|经|按)?(?:初步)?(?:测算|推算|估算|预测|分析)[，,][^。\n]*/g

/** Something is asked, and by no less than a third of the sentences: one demand among figures makes no list of demands. */
function mostlyAsks(own: string): boolean {
  if (!hasModal(own)) return false
  const said = own.split(/[。\n]/).filter(s => s.length > 8)
  return said.length < 4 || said.filter(hasModal).length * 3 >= said.length
}

// （一）食堂管理方面。从业人员无健康证、留样不足等问题。
const FAULTS = /^[^。]{6,300}(?:等|的)(?:突出)?(?:问题|情况|现象|行为|情形|乱象|隐患)[。；;]?\s*$/

/** What is to be looked for, and nothing that is asked: the item's only sentence ends in 等问题. */
function listsFaults(own: string, title: string): boolean {
  const body = own.slice(title.length).replace(/^[。；;：:\s]+/, '')
  const said = body || own
  return FAULTS.test(said) && !hasModal(said) && openingVerb(said) === ''
}

/** 补齐商业短板, 聚力破解难题, 对标对表补短板: the title names a lack only as what is to be mended. */
function mends(title: string): boolean {
  const lack = /(?:问题|不足|短板|困难|弱项|矛盾|难题)$/.exec(title)
  return lack !== null && /[补除破解治纠改防消克]|^对标/.test(title.slice(0, lack.index))
}

/** The item's title says how things are: 发展境界高, 反馈不及时, ……的态势不断强劲 */
function describes(title: string, merits: boolean): boolean {
  if (hasModal(title)) return false
  const head = title.split(/[，,]/, 1)[0]!
  if (TELLS_STATE.test(head) || FAULT.test(head)) return true
  return merits && MERIT.test(head) && !MAKES.test(head)
}

/** The own words of an item with children demand something apart from what the children say. */
export function asks(own: string): boolean {
  return own.length > 10 && (hasModal(own) || GIVES.test(own))
}

// 由市资规局牵头，8月15日前完成报批
const GIVES = /由[^，,。]{2,20}(?:牵头|负责|组织)[^。]{4,}/
