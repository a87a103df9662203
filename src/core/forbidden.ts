// What may not be scored: marks of an assessment item that the rules on relieving the grassroots forbid, with the rule's name. It points; people decide.

export const FORBIDDEN_ITEMS = [
  'leaders-notes', // 获得领导批示
  'published-articles', // 刊发文章、信息采用
  'traces', // 拍照留痕、学习笔记、开会发文
  'clock-ins', // 打卡签到、积分排名、在线时长
  'log-ins', // 登录次数、安装使用率
  'likes', // 点赞量、转发量、投票数、学习时长
] as const
export type ForbiddenItem = (typeof FORBIDDEN_ITEMS)[number]

const RELIEF = '《整治形式主义为基层减负若干规定》（2024年）'
const APPS = '国办函〔2026〕12号'

/** Each pattern with its rule; what is left out is work itself: 批示件办结率, 信息公开, 积分落户. */
const PATTERNS: readonly { code: ForbiddenItem; rule: string; pattern: RegExp }[] = [
  // 获省领导肯定性批示; not 领导批示件办理情况, 落实批示要求
  {
    code: 'leaders-notes',
    rule: RELIEF,
    pattern:
      /(?<!(?:落实|办理|执行|贯彻)[^，。；、]{0,8})(?:批示|圈阅)(?!(?:件|事项|精神|要求|指示)?(?:的)?(?:办理|办结|落实|反馈|执行|督办|贯彻|按期))/u,
  },
  // 发表理论文章, 信息采用篇数, 市级以上媒体刊发稿件, 报送信息; not 信息公开, 采用新工艺
  {
    code: 'published-articles',
    rule: RELIEF,
    pattern:
      /(?:发表|刊发|刊登|刊载|见报|登载)[^，。；]{0,8}(?:文章|论文|稿件|信息|报道|经验|做法)|(?:信息|简报|稿件|文章|宣传稿|经验做法)[^，。；]{0,6}(?:采用|录用|刊发|刊登|发表|报送(?:量|数|篇)|篇数|上稿)|(?:采用|录用|报送|上稿)[^，。；]{0,4}(?:信息|简报|稿件)(?:篇|数|量)|上稿(?:量|率)/u,
  },
  // 拍照留痕, 现场照片张数, 学习笔记, 开会次数, 发文数量; not 照片墙建设, 会议室
  {
    code: 'traces',
    rule: RELIEF,
    pattern:
      /留痕|痕迹管理|拍照|(?:照片|影像|视频|图片)[^，。；]{0,4}(?:张数|数量|上传|报送|佐证)|上传[^，。；]{0,6}(?:照片|视频|轨迹)|(?:学习|会议)(?:笔记|记录本)|心得体会|(?:开会|召开会议|发文|印发文件)[^，。；]{0,2}(?:次数|场次|数量|件数)/u,
  },
  // 打卡签到, 积分排名, 在线时长; not 积分落户, 积分制治理, 签到处
  {
    code: 'clock-ins',
    rule: APPS,
    pattern: /打卡|签到(?:率|次数|情况)|积分(?!落户|制|入学|兑换|超市)|在线时[长间]|活跃(?:度|率|用户)|行动?轨迹|巡查时长/u,
  },
  // 登录次数, 平台登录率, APP安装率, 关注公众号人数; not 登录服务器的安全
  {
    code: 'log-ins',
    rule: APPS,
    pattern:
      /登[录陆](?:率|次数|人数|天数|情况|量)|(?:每日|每天|定期)登[录陆]|(?:安装|下载|注册|激活|使用|开通|关注)(?:使用)?(?:率|量|人数|用户数)[^，。；]{0,8}(?:APP|App|app|平台|小程序|公众号|应用程序)|(?:APP|App|app|小程序|公众号|应用程序|政务平台)[^，。；]{0,6}(?:安装|下载|注册|激活|使用率|关注)/u,
  },
  // 点赞量, 转发数, 网络投票数, 学习时长; not 转发上级文件不超过3日
  {
    code: 'likes',
    rule: APPS,
    pattern: /点赞|转发(?:量|数|率|次数|朋友圈|微信)|转评赞|阅读量|点击量|粉丝|投票(?:数|量|率)|学习时长|学时排名/u,
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
  PATTERNS.flatMap(({ code, rule, pattern }) => {
    const found = pattern.exec(item)?.[0]
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
