// Says which kind of document a text is from its title and opening; never fails: what fits nothing is `other`.

import type { Genre } from './reading.ts'

// The last word of an official title names the kind (条例 第八条: 决议 决定 … 通知 通报 报告 请示 批复 意见 函 纪要).
const BY_TITLE: [RegExp, Genre][] = [
  [/批示(?:件|单|抄清|摘要|办理.*)?$|领导批示/, 'leader-note'],
  [/纪要$/, 'minutes'],
  // 督查专报, 督办简报
  [/通报$|督[查办导][^，。]{0,4}(?:专报|简报|快报)$/, 'circular'],
  [/(?:通知|公告|通告|意见|决定|批复)$/, 'notice'],
  [/(?:方案|规划|计划|要点|分解表?|任务书|台账|细则|办法)$/, 'plan'],
  [/(?:工作)?(?:报告|总结|汇报|述职)$/, 'work-report'],
  [/(?:的函|复函|来信|公开信|的信|邀请函|感谢信|慰问信)$/, 'letter'],
]

/** The genre of one article. `isNews`: it opens like a newspaper report (本报讯). */
export function genreOf(title: string, body: string, isNews: boolean): Genre {
  const bare = title.replace(/[\s（(].{0,20}[）)]$/, '').trim()
  const opening = body.slice(0, 600)
  if (!isNews) {
    // 关于赴云川市考察学习情况的报告; 2025年工作总结和2026年工作打算
    if (/赴.{2,30}(?:考察|学习|调研|招商|参观).{0,8}报告$/.test(bare)) return 'visit'
    if (/总结(?:[和及暨]|与).{2,24}(?:打算|计划|安排|思路)$/.test(bare)) return 'work-report'
    for (const [pattern, genre] of BY_TITLE) if (pattern.test(bare)) return genre
    if (/批示[：:]/.test(opening)) return 'leader-note'
    if (/^尊敬的/.test(opening)) return 'letter'
  }
  if (/考察|调研|走访|慰问|参观|视察|暗访|访问|督导检查/.test(bare)) return 'visit'
  // 令狐平带队赴云川市对接协作工作
  if (
    /(?:率团|率队|带队|率[^，]{2,8}[团组]|[\u4e00-\u9fff]{2,4})(?:赴|前往)[\u4e00-\u9fff]{2,16}(?:对接|招商|洽谈|推介|学习|督导|检查|开展|拜访)/.test(
      bare,
    )
  )
    return 'visit'
  if (/会(?:议)?(?:召开|举行|精神)?$|召开|会议|大会|座谈会|推进会|签约仪式|签署.{0,16}协议/.test(bare)) return 'meeting-readout'
  if (/(?:主持)?召开.{0,40}会|出席会议|会议(?:强调|要求|指出)/.test(opening)) return 'meeting-readout'
  if (isNews && /考察|调研|走访|慰问|参观|视察/.test(opening)) return 'visit'
  return 'other'
}
