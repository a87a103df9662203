// What may not be scored: marks of an assessment item that the rules on relieving the grassroots forbid, with the rule's name. It points; people decide.

export const FORBIDDEN_ITEMS = [
  'leaders-notes', // 获得领导批示
  'published-articles', // 刊发文章、信息采用
  'traces', // 拍照留痕、学习笔记、台账
  'papers', // 开会发文、责任状、总结汇报
  'clock-ins', // 打卡签到、积分排名、在线时长
  'log-ins', // 登录次数、安装使用率、工作群回复
  'likes', // 点赞量、转发数、投票数、答题
] as const
type ForbiddenItem = (typeof FORBIDDEN_ITEMS)[number]

const RELIEF = '《整治形式主义为基层减负若干规定》（2024年）'
const APPS = '国办函〔2026〕12号'

/** What counts a thing, and does not ask what came of it: 篇数 次数 上传率. */
const COUNTED = '(?:篇|条|件|份|期|张|次|场|人次?|字|个)?(?:数量?|量|率|比例|占比)'
/** 压减 清理 整治 of such a thing is what the rules want; of papers and meetings 下降 and 不超过, too. */
const LESS = /压减|精简|清理|整治|整合|关停|注销|撤并|纠治/u
const FEWER = new RegExp(`${LESS.source}|减少|下降|不超过|不高于|控制在`, 'u')

interface Pattern {
  code: ForbiddenItem
  rule: string
  /** Less of it is no merit of form: 会议压减率. Leaders' notes are forbidden either way. */
  but?: RegExp
  pattern: RegExp
}

/** Each pattern with its rule; what is left out is work itself: 批示件办结率, 信息公开, 积分落户. */
const PATTERNS: readonly Pattern[] = [
  // 获省领导肯定性批示; not 领导批示件办理情况, 批示交办事项办结率, 落实批示要求
  {
    code: 'leaders-notes',
    rule: RELIEF,
    pattern:
      /(?<!(?:落实|办理|执行|贯彻)[^，。；、]{0,8})(?:批示|圈阅|签批(?=[^，。；]{0,4}(?:表扬|肯定|表彰|件次|次数)))(?!(?:交办|督办|转办)?(?:件|事项|精神|要求|指示)?(?:的)?(?:交办|办理|办结|落实|反馈|执行|督办|贯彻|按期|按时))/u,
  },
  // 发表理论文章, 信息采用篇数, 市级以上媒体刊发稿件, 宣传报道篇数, 经验做法在…推广; not 信息公开, 采用新工艺, 广播电视
  {
    code: 'published-articles',
    rule: RELIEF,
    pattern: new RegExp(
      [
        '(?:发表|刊发|刊登|刊载|见报|登载)[^，。；]{0,8}(?:文章|论文|稿件|信息|报道|经验|做法|报告|成果)',
        '(?:报告|论文|成果|案例)[^，。；]{0,14}(?:刊物|报刊|报纸|内参)[^，。；]{0,4}(?:刊发|刊登|刊载|登载|采用|发表)',
        '(?:信息|简报|稿件|文章|宣传稿|经验做法|典型经验)[^，。；]{0,14}(?:采用|录用|刊发|刊登|刊载|发表|推介)',
        '(?:信息|简报|稿件|文章|宣传稿|经验做法)[^，。；]{0,6}(?:报送(?:量|数|篇|期|情况|得分|排名|任务)|篇数|期数|上稿)',
        '(?:采用|录用|报送|上稿|编发)[^，。；]{0,4}(?:信息|简报|稿件)(?:篇|条|期|数|量)',
        '上稿(?:量|率)|[刊发用]稿(?:篇数|数|量)|(?:宣传|媒体|新闻)报道(?:篇|条|次|数|量)|(?:中央|省级|市级|主流)[^，。；]{0,6}媒体[^，。；]{0,6}(?:报道|刊播|宣传)',
      ].join('|'),
      'u',
    ),
  },
  // 拍照留痕, 现场照片张数, 学习笔记, 台账齐全, 截图上报, 轨迹上传; not 照片墙建设, 电子证照, 图斑, 危险源台账销号
  {
    code: 'traces',
    rule: RELIEF,
    but: LESS,
    pattern: new RegExp(
      [
        '留痕|痕迹管理|拍照|截[图屏]|合影|自拍',
        '(?:照片|影像|视频|图片|录像)[^，。；]{0,4}(?:张数|数量|上传|报送|佐证|上报|打卡|备查)',
        '上传[^，。；]{0,6}(?:照片|视频|轨迹|图片)|轨迹[^，。；]{0,4}(?:上传|上报|记录|完整)|定位[^，。；]{0,4}(?:上传|上报|截)',
        '(?:学习|会议|工作|民情)(?:笔记|日志|日记|记录本)|心得(?:体会|篇数|字数|文章|交流)|(?:调研|读书)笔记',
        '(?:台账|档案|资料|材料|痕迹)[^，。；]{0,6}(?:规范|齐全|完整|完备|健全|备查|留存)(?!.{0,4}(?:销号|整改))',
      ].join('|'),
      'u',
    ),
  },
  // 开会次数, 发文数量, 召开推进会不少于4次, 责任状份数, 汇报材料报送; not 会议室, 会展中心, 会议议定事项落实率
  {
    code: 'papers',
    rule: RELIEF,
    but: FEWER,
    pattern: new RegExp(
      [
        '(?:开会|发文|参会|到会|会议召开|会议出席|出勤|宣讲活动)(?:次数|场次|件数|篇数|数量|人数|率)',
        `(?:召开|组织|举办|参加)[^，。；]{0,10}(?:会|会议|座谈|培训班?|活动)(?:[^，。；议]{0,4}(?:次数|场次|场数|数量)|[^，。；]{0,3}(?:不少于|不低于|至少|每[年季月周])[^，。；]{0,6}[次场])`,
        `(?:每[年季月周]|不少于|至少)[^，。；]{0,8}(?:召开|组织|开)[^，。；]{0,10}会`,
        `(?:出台|印发|制发|下发|制定|报送)[^，。；]{0,8}(?:文件|方案|意见|通知|制度|总结|汇报|材料)[^，。；及]{0,4}${COUNTED}`,
        `(?:文件|方案|总结|汇报材料|材料)[^，。；]{0,4}(?:报送|上报|印发|出台|制定)${COUNTED}`,
        '责任[状书][^，。；]{0,6}(?:份数|数量|签订率|签订)|签订[^，。；]{0,6}责任[状书]',
      ].join('|'),
      'u',
    ),
  },
  // 打卡签到, 积分排名, 在线时长; not 积分落户, 积分制治理, 签到处, 网红打卡点
  {
    code: 'clock-ins',
    rule: APPS,
    but: LESS,
    pattern:
      /打卡(?!地|点|景点|胜地|目的地)|签到(?:率|次数|情况|打卡|天数)|积分(?!落户|制|入学|入园|兑换|超市|银行)|在线时[长间]|(?:[日月周]活|活跃)(?:度|率|用户|量)|行动?轨迹|巡查时长/u,
  },
  // 登录次数, 平台登录率, APP安装率, “某通”注册率, 工作群回复率; not 登录服务器的安全, 登记注册经营主体, 注册商标
  {
    code: 'log-ins',
    rule: APPS,
    but: LESS,
    pattern: new RegExp(
      [
        '登[录陆](?:率|次数|人数|天数|情况|量|时长)|(?:每日|每天|定期|按时)登[录陆]',
        '(?:安装|下载|注册|激活|使用|开通|关注)(?:使用)?(?:率|量|人数|用户数)[^，。；]{0,8}(?:APP|App|app|平台|小程序|公众号|应用程序)',
        '(?:APP|App|app|小程序|公众号|应用程序|政务平台|[”》」]|[一-龥]通)[^，。；]{0,6}(?:安装|下载|注册|激活|使用率|关注|绑定)(?:使用)?(?:人数|用户|率|量|数|占比|$)',
        '关注[^，。；]{0,8}(?:公众号|视频号|抖音号|微博)|(?:视频号|抖音号|微博)[^，。；]{0,4}关注',
        '(?:微信|QQ|钉钉|工作|政务)+群[^，。；]{0,6}(?:回复|响应|接龙|活跃|收到|转发|发言|在线|入群|比例|覆盖率|人数)|接龙',
      ].join('|'),
      'u',
    ),
  },
  // 点赞量, 转发数, 网络投票数, 学习时长, 短视频播放量, 答题参与率; not 转发上级文件不超过3日, 直播电商交易额
  {
    code: 'likes',
    rule: APPS,
    but: LESS,
    pattern: new RegExp(
      [
        '点赞|转发(?:量|数|率|次数|任务|朋友圈|微信)|朋友圈|转评赞|(?:阅读|点击|播放|浏览|收看|观看|收视)(?:量|率|数|次数|人次|人数)|粉丝',
        '投票(?:数|量|率)|得票(?:数|率)|网[络上]投票|票数排名',
        '学习时长|学时排名|答题(?:参与|次数|率|人数|得分|积分|排名)|(?:收看|观看)直播',
      ].join('|'),
      'u',
    ),
  },
]

export interface Forbidden {
  code: ForbiddenItem
  /** The rule as it is called. */
  rule: string
  /** The words that say so. */
  found: string
}

/** Every kind of mark in the item's words, in the order of the rules; none: nothing was seen, which is no clearance. */
export const forbidden = (item: string): Forbidden[] =>
  PATTERNS.flatMap(({ code, rule, pattern, but }) => {
    const found = but?.test(item) ? undefined : pattern.exec(item)?.[0]
    return found === undefined ? [] : [{ code, rule, found }]
  })

/** 现场照片 签到截图 定位轨迹: traces, whatever they are asked for. */
const TRACE_FIELD = /照片|图片|截图|录像|视频|定位|轨迹|学习笔记|心得/u
/** Figures about work may be asked for; marks of having been on a screen may not. */
const NEVER_ASKED: readonly ForbiddenItem[] = ['traces', 'clock-ins', 'log-ins', 'likes']

/** Why no form may have a field of that name, or null. */
export function forbiddenField(name: string): Forbidden | null {
  const found = forbidden(name).find(({ code }) => NEVER_ASKED.includes(code))
  if (found) return found
  const trace = TRACE_FIELD.exec(name)?.[0]
  return trace === undefined ? null : { code: 'traces', rule: RELIEF, found: trace }
}
