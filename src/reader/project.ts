// Finds named projects with their money and land, before or behind the name, and the sites of a visit; judges no progress.

import type { RawProject, RawQuantity, ReadContext, Sentence } from './context.ts'
import { isHan } from './name.ts'
import type { Span } from './reading.ts'
import { sign, signsOf } from './signs.ts'

const SIZE = /投资|占地|面积|规模|用地/
// 建设的, 兴建的: verbs between the sum and the name
const MADE =
  /^(?:建设|兴建|打造|新建|实施|建成|开发|承建|修建|投建|兴办|引进|改造|改建|扩建|升级|修缮|投资|在建|筹建|续建|倾力打造|投资建设)?的|^(?:新建|新改建|改扩建|扩建|改建|建设|兴建|打造|实施|改造)(?=[^，。；]{2,24}(?:项目|工程))/
const ENDS = [
  '项目',
  '工程',
  '产业园',
  '科技园',
  '物流园',
  '工业园',
  '示范园',
  '文创园',
  '园区',
  '产业基地',
  '基地',
  '工厂',
  '新城',
  '小镇',
  '综合体',
  '物流港',
  '电站',
  '水库',
  '生产线',
  '公司',
  '集团',
  '数据中心',
  '物流中心',
  '服务中心',
  '广场',
  '公园',
  '厂',
  '港',
  '园',
  '中心',
  '城',
  '馆',
  '院',
  '田园',
  '平台',
  '大厦',
  '枢纽',
  '码头',
  '电厂',
  '线',
  '桥',
  '路',
]
const VISIT = /(?:考察|参观|察看|观摩|走进|来到|调研|走访|查看|观看)了?/
const SITE = /(?:项目|工程)$/

// 寻求对接招商项目: no project in particular
const GENERIC =
  /^(?:寻求|洽谈|对接|接|合作|招商|引资|意向|签约|落地|在建|续建|新建|新|开工|竣工|入库|建设|产业|工业|农业|民生|重大|省市|市级|县级|投资|开工|储备|谋划|申报|专项债|债券|扶贫|和)+(?:项目|工程)$|^[\u4e00-\u9fff]{1,3}产业项目$/

/** The projects of a sentence; `sentence.quantities` must be filled; to be called in the order of the sentences. */
export function findProjects(ctx: ReadContext, sentence: Sentence): RawProject[] {
  const { text } = ctx
  const found: RawProject[] = []
  const named = namesProject(ctx, sentence)
  const topic = topicOf(ctx, sentence, named)
  let money: RawQuantity | null = null
  let area: RawQuantity | null = null
  const give = (name: Span) => {
    put(text, found, name, money, area)
    money = null
    area = null
  }
  for (const [k, q] of sentence.quantities.entries()) {
    const size = isSize(text, sentence, q)
    if (size === 'money') money = q
    else if (size === 'area') area = q
    if (!money && !area) continue
    const after = text.slice(q.span[1], Math.min(sentence.end, q.span[1] + 34))
    const tail = MADE.exec(after)
    const name = tail ? nameFrom(text, q.span[1] + tail[0].length, sentence.end) : null
    if (name) {
      give(name)
      continue
    }
    const owner = found.at(-1)
    if (owner && size && isNear(text, owner.span[1], q.span[0])) {
      owner.investment ??= money
      owner.area ??= area
      money = null
      area = null
      continue
    }
    const bracketed = size ? nameBeforeBracket(text, sentence.start, q.span[0]) : null
    if (bracketed) {
      give(bracketed)
      continue
    }
    const until = sentence.quantities[k + 1]?.span[0] ?? sentence.end
    const stop = /[；;。]/.test(text.slice(q.span[1], until))
    if (!stop && k < sentence.quantities.length - 1) continue
    const [m, a]: (RawQuantity | null)[] = [money, area]
    const first = Math.min(m?.span[0] ?? sentence.end, a?.span[0] ?? sentence.end)
    const before = nameBefore(text, sentence.start, first) ?? (topic && speaksOf(text, topic, sentence, first) ? topic : null)
    if (before) give(before)
    else if (stop) {
      money = null
      area = null
    }
  }
  if (!named) return found
  addOwned(text, sentence, found)
  const words = text.slice(sentence.start, sentence.end)
  const visit = VISIT.exec(words)
  if (visit) addSites(text, sentence.start + visit.index + visit[0].length, sentence.end, found)
  if (words.includes('等')) addBatch(text, sentence, found)
  return found.sort((a, b) => a.span[0] - b.span[0])
}

const WORK = sign('项工')

/** Whether 项目 or 工程 stands in the sentence. */
function namesProject(ctx: ReadContext, sentence: Sentence): boolean {
  if ((signsOf(ctx, sentence).all & WORK) === 0) return false
  const words = ctx.text.slice(sentence.start, sentence.end)
  return words.includes('项目') || words.includes('工程')
}

/** The project that an article speaks of, and where it was named. */
interface Topic {
  article: number
  span: Span | null
}
const topics = new WeakMap<ReadContext, Topic>()
// 听取了关于河西大道工程进展情况的汇报; 城区排水工程是今年的民生实事
const TOPIC =
  /(?:关于(?:推进|加快|做好|实施)?|^(?:会议[认指][为出][，,])?|[｜|。；](?:组织)?(?:开工建设|启动建设|实施|建设)|^(?:组织)?(?:开工建设|启动建设|实施))((?:(?!关于|听取|汇报|研究|推进|加快|实施|开工建设|启动)[\p{Script=Han}\d]){3,24}?(?:工程|项目))(?=是|系|为|全长|位于|进展|进度|建设|推进|资金|前期|有关|实施|情况|的|分[一二两三四五]期|由|概算|预算|总投资|，(?:总投资|概算|清|新建|改造|铺设|建设))/u

// 农村公路提档升级工程, 老旧小区改造项目: a programme of many works
const OF_MANY =
  /^(?:农村|城乡|城镇|老旧|高标准|中小|重点|民生|基层|乡村|村庄|村级|全民|数字|智慧|绿色|惠民|暖心|便民|安居|棚户区|人居|饮水|厕所|户厕|文化|教育|卫生|健康|产业|工业|农业|人才|品牌|质量|消费|家庭|青年|一批|系列|城市|生态|国土|水利|交通|能源|电网|危房|危桥|病险|小微|水土|节水|节能|技改)/

/** The project named as the subject of this sentence or of an earlier one of its article. */
function topicOf(ctx: ReadContext, sentence: Sentence, named: boolean): Span | null {
  let topic = topics.get(ctx)
  if (!topic || topic.article !== sentence.article) {
    topic = { article: sentence.article, span: null }
    topics.set(ctx, topic)
  }
  if (!named) return topic.span
  const m = TOPIC.exec(ctx.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 80)))
  if (m && !GENERIC.test(m[1]!) && !NOBODY.test(m[1]!) && !OF_MANY.test(m[1]!)) {
    const at = sentence.start + m.index + m[0].length - m[1]!.length
    topic.span = [at, at + m[1]!.length]
  }
  return topic.span
}

// 该工程总投资…, 工程概算总投资…: the figure speaks of the project just named
function speaksOf(text: string, topic: Span, sentence: Sentence, first: number): boolean {
  if (first - topic[1] > 160) return false
  return topic[0] >= sentence.start || /(?:该|本|此)?(?:工程|项目)/.test(text.slice(sentence.start, first))
}

// 某某项目，总投资3亿元，占地50亩: the size belongs to the project just named
function isNear(text: string, name: number, size: number): boolean {
  return size - name < 40 && !/[；;。]|项目|工程|[、，][^，、]{4,}[（(]/.test(text.slice(name, size))
}

/** Whether the quantity tells a project's money or land: 总投资, 占地, 规划面积. */
function isSize(text: string, sentence: Sentence, q: RawQuantity): 'money' | 'area' | null {
  const kind =
    q.unit === 'CNY' || q.unit === 'USD' || q.unit === 'EUR' || q.unit === 'JPY' || q.unit === 'HKD'
      ? 'money'
      : q.unit === 'mu' || q.unit === 'm2' || q.unit === 'km2' || q.unit === '公顷'
        ? 'area'
        : null
  if (!kind) return null
  const before = text.slice(Math.max(sentence.start, q.span[0] - 12), q.span[0])
  if (kind === 'money')
    return /(?:总投资|投资额|计划投资|概算|估算投资|投资|[出斥耗]资)(?:约为|约|达到|可达|达|为|近|超过|超|共|额|：|:|概算|估算|控制在)*$/.test(
      before,
    ) && !/(?:固定资产|完成|民间|工业|开发|年度|累计|制造业|基础设施|带动|招商引资|外商|社会)投资[^资]{0,4}$/.test(before)
      ? 'money'
      : null
  // 用地430亩的某某项目; 保障项目用地2100亩 is no project's own
  if (/用地.{0,3}$/.test(before) && text[q.span[1]] !== '的') return null
  return SIZE.test(before) &&
    /(?:占地|面积|用地(?=.{0,3}$))(?:约为|约|达到|可达|达|为|近|超过|超|共|：|:)*$/.test(before) &&
    !/(?:播种|种植|绿化|耕地|灌溉|林地|辖区|行政区域|国土|流域|房屋|受灾)面积[^积]{0,3}$/.test(before)
    ? 'area'
    : null
}

// 甲综合体和投资1500万美元的乙项目: the second name has a size of its own
const NEXT_SIZE = /[和与及、](?=(?:计划|概算|估算)?(?:总?投资|占地|建筑面积|规划面积|总建筑面积))/
// 的甲小镇已建成, 的乙市场预计6月投用
const TOLD = /已|尚未|未[能获取]|正在|主体|预计|计划|因|仅|将|落户|竣工|开工|投产|投用|建成|封顶|签约|落地|开园|全面|顺利|成为|是|于/

const COUNTED = /(?:\d|[一二两三四五六七八九十百])(?:余|多)?(?:座|个|条|处|栋|家|所|台|套|项|公里|米|亩|平方米)$/

const LONG_ENDS = ENDS.filter(w => w.length > 1)

/** The name behind 的: to the end of 项目 or 工程, else to the next mark or verb. */
function nameFrom(text: string, at: number, end: number): Span | null {
  let stop = at
  while (stop < end && stop - at < 36 && isNameLetter(text, stop)) stop++
  const two = NEXT_SIZE.exec(text.slice(at, stop))
  if (two && two.index > 1) stop = at + two.index
  const whole = text.slice(at, stop)
  // 污水处理厂1座, 变电站两座: so many of a kind, and none by name
  if (NOBODY.test(whole) || COUNTED.test(whole)) return null
  const closed = /^.{2,}?(?:项目|工程)(?![部组化])/.exec(whole)
  if (closed) return [at, at + closed[0].length]
  const told = TOLD.exec(whole)
  const run = told ? whole.slice(0, told.index) : whole
  stop = at + run.length
  const word = LONG_ENDS.find(w => run.endsWith(w)) ?? ENDS.find(w => run.endsWith(w))
  if (word) return run.length > word.length + 1 ? [at, stop] : null
  const inner = /^.{2,}?(?:产业园|工业园|物流园|科技园|产业基地|基地|工厂|有限公司|公司|综合体|物流港|数据中心)/.exec(run)
  if (inner) return [at, at + inner[0].length]
  return run.length > 3 && isHan(run.charCodeAt(0)) && !/[资金款额费口]$/.test(run) ? [at, stop] : null
}

// letters, figures and quotation marks; a name does not run over a mark or a blank
function isNameLetter(text: string, i: number): boolean {
  const code = text.charCodeAt(i)
  return (
    isHan(code) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    '“”"·（）()+-—'.includes(text[i]!)
  )
}

const BEFORE =
  /.*(?:的|了|实施|推进|加快|建设|开工|完成|确保|推动|启动|谋划|引进|签约|落地|考察|参观|察看|来到|走进|抓好|列入|位于|对|将|把|由|与|和|及|是|为|在|至|到|年(?!产)|月|日|前|后|其中|包括|得知|获悉|了解到|如|以|等)(?=.{3,}$)/

// 该项目, 重点项目, 一批: no project in particular
const NOBODY =
  /^(?:该|本|此|各|全|重点|一批|其他|其它|这|个|意向|在建|续建|新建|新开工|新签约|签约|亿元|上述|部分|所有|相关|有关|\d|[一两三四五六七八九十]+[个项批])/

/** 县第二医院门诊楼（总投资7600万元）: whatever stands before such a bracket is a project. */
function nameBeforeBracket(text: string, from: number, size: number): Span | null {
  const least = Math.max(from, size - 14)
  let open = size - 1
  while (open >= least && text[open] !== '（' && text[open] !== '(') {
    if ('）)。；;'.includes(text[open]!)) return null
    open--
  }
  if (open < least) return null
  let start = open
  while (start > from && open - start < 36 && isNameLetter(text, start - 1) && !'（）()'.includes(text[start - 1]!)) start--
  const cut = CUT.exec(text.slice(start, open))
  if (cut) start += cut[0].length
  // 建设青石冷链物流园（占地180亩）
  start += BUILDS.exec(text.slice(start, open))?.[0].length ?? 0
  const name = text.slice(start, open)
  return name.length < 4 || NOBODY.test(name) || GENERIC.test(name) ? null : [start, open]
}

const BUILDS = /^(?:规划|谋划|开工)?(?:新建|建设|改造|扩建|改扩建|续建|打造)(?=[\u4e00-\u9fff]{5,}$)/

const CUT = /.*(?:[的了将把]|推进|加快|确保|推动|启动|谋划|引进|落地|包括|开工|完成|实施|列入|[年月日]底?前?)(?=.{4,}$)/

/** 城东污水处理厂扩建工程（总投资1.86亿元）, 某某项目总投资15亿元, 某某项目，占地300亩 */
function nameBefore(text: string, from: number, first: number): Span | null {
  const head = text.slice(Math.max(from, first - 60), first)
  const m =
    /(?:项目|工程|(?:产业|工业|物流|科技)园区?|基地|综合体|物流港|生产线|数据中心)(?=(?:[（(，,：:]|位于[^，,]{2,20}[，,]|由[^，,]{2,20}(?:投资|建设|实施|承建|承办|代建|负责|牵头|施工|开发)[，,]|分[一二两三四五]期(?:实施|建设|推进|改造)?[，,]|于?[^，,]{0,8}(?:开工|动工|启动|立项)[，,]|计划|预计|估算|概算|项目|$)?[^。；;，,（(]{0,8}$|位于[^，,]{2,20}[，,][^，,]{0,8}$)/.exec(
      head,
    )
  if (!m) return null
  const stop = m.index + m[0].length
  let start = stop
  for (;;) {
    while (start > 0 && (isHan(head.charCodeAt(start - 1)) || /[\dA-Za-z“”"·+]/.test(head[start - 1]!))) start--
    // 标准化厂房（二期）项目
    const stage = /[（(](?:[一二三四五六]期|[东西南北中]区|[\u4e00-\u9fff]{2}段)[）)]$/.exec(head.slice(Math.max(0, start - 6), start))
    if (!stage) break
    start -= stage[0].length
  }
  const run = head.slice(start, stop)
  const cut = BEFORE.exec(run.slice(0, -m[0].length))
  if (cut) start += cut[0].length
  const name = head.slice(start, stop)
  if (name.length < m[0].length + 2 || NOBODY.test(name)) return null
  const at = first - head.length
  return [at + start, at + stop]
}

// 县教育局负责的第五幼儿园新建项目: whose it is says that one project is meant
const OWNED =
  /(?:局|委|办|中心|公司|集团|[镇乡]|街道|政府)(?:具体)?(?:负责|承建|实施|建设|承担|主抓|代建|包联|包抓)的((?:(?!的|等|各|全部|所有|重点|有关|相关)[\u4e00-\u9fffA-Za-z\d]){4,24}?(?:项目|工程))(?=[，。；、因（]|进展|推进|建设|开工|未|已|至今)/g

function addOwned(text: string, sentence: Sentence, found: RawProject[]) {
  const words = text.slice(sentence.start, sentence.end)
  if (!words.includes('的')) return
  for (const m of words.matchAll(OWNED)) {
    const stop = sentence.start + m.index + m[0].length
    const span: Span = [stop - m[1]!.length, stop]
    if (
      OF_MANY.test(m[1]!) ||
      /\d+[个项]/.test(m[1]!) ||
      NOBODY.test(m[1]!) ||
      GENERIC.test(m[1]!) ||
      found.some(p => p.span[0] < span[1] && span[0] < p.span[1])
    )
      continue
    put(text, found, span, null, null)
  }
}

/** Sites of a visit in a list: 先后考察了甲项目、乙产业园. */
function addSites(text: string, first: number, end: number, found: RawProject[]) {
  let at = first
  for (const part of text.slice(first, end).split(/[，,；;、：:。]/)) {
    const start = at
    at += part.length + 1
    if (!SITE.test(part) || part.length < 4) continue
    const cut = BEFORE.exec(part)
    const from = start + (cut ? cut[0].length : 0)
    const span: Span = [from, start + part.length]
    const name = text.slice(...span)
    if (
      name.length < 4 ||
      name.length > 24 ||
      /^(?:各|重点|一批|该|个|相关|有关|其他|部分|上述)/.test(name) ||
      /\d+[个项]/.test(name) ||
      GENERIC.test(name) ||
      found.some(p => p.span[0] < span[1] && span[0] < p.span[1])
    )
      continue
    put(text, found, span, null, null)
  }
}

/** 引进落地甲某汽车厂、乙某数据中心等一批过百亿元项目 */
function addBatch(text: string, sentence: Sentence, found: RawProject[]) {
  const m = /(?:引进|落地|签约|建成|投产|实施|开工)(?:了)?([^，。；]{6,60}?)等(?:一批|一大批|重大|重点|\d+个)?[^，。；等]{0,12}项目/.exec(
    text.slice(sentence.start, sentence.end),
  )
  if (!m) return
  let at = sentence.start + m.index + m[0].indexOf(m[1]!)
  const q =
    sentence.quantities.find(
      x => x.span[0] >= at && x.span[1] <= sentence.start + m.index + m[0].length && (x.unit === 'CNY' || x.unit === 'USD'),
    ) ?? null
  const parts = m[1]!.split(/[、和]/)
  for (const part of parts) {
    const head = /^(?:落地|引进|签约|了)+/.exec(part)?.[0].length ?? 0
    const span: Span = [at + head, at + part.length]
    at += part.length + 1
    if (part.length - head < 4 || found.some(p => p.span[0] < span[1] && span[0] < p.span[1])) continue
    put(text, found, span, q, null)
  }
}

function put(text: string, found: RawProject[], span: Span, investment: RawQuantity | null, area: RawQuantity | null) {
  found.push({ span, name: text.slice(...span), investment, area })
}
