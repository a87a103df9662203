import { describe, expect, it } from 'vitest'
import { NOT_TO_BE_SCORED, TO_BE_SCORED } from './forbidden.fixture.ts'
import { FORBIDDEN_ITEMS, forbidden } from './forbidden.ts'

describe('an item of an assessment', () => {
  it.each<[string, string]>([
    ['获得市级以上领导肯定性批示，每次加2分', 'leaders-notes 批示'],
    ['领导批示次数', 'leaders-notes 批示'],
    ['工作经验被省领导圈阅', 'leaders-notes 圈阅'],
    ['在省级以上刊物发表理论文章', 'published-articles 发表理论文章'],
    ['政务信息采用情况', 'published-articles 信息采用'],
    ['市级以上媒体刊发稿件不少于10篇', 'published-articles 刊发稿件'],
    ['简报报送量', 'published-articles 简报报送量'],
    ['入户走访拍照留痕', 'traces 拍照'],
    ['每月上传工作照片', 'traces 上传工作照片'],
    ['理论学习笔记不少于2万字', 'traces 学习笔记'],
    ['召开会议场次', 'papers 召开会议场次'],
    ['平台打卡情况', 'clock-ins 打卡'],
    ['网格员积分排名', 'clock-ins 积分'],
    ['干部在线时长', 'clock-ins 在线时长'],
    ['督查平台登录率', 'log-ins 登录率'],
    ['要求每日登录系统', 'log-ins 每日登录'],
    ['政务APP安装使用率', 'log-ins APP安装使用率'],
    ['公众号关注人数', 'log-ins 公众号关注人数'],
    ['公众号文章点赞量', 'likes 点赞'],
    ['短视频转发量', 'likes 转发量'],
    ['网络投票数', 'likes 网络投票'],
  ])('%s is forbidden: %s', (item, expected) => expect(forbidden(item).map(({ code, found }) => `${code} ${found}`)).toEqual([expected]))

  it.each([
    '一般公共预算收入',
    '领导批示件办结率',
    '批示落实情况',
    '落实省领导批示要求的项目开工率',
    '政务信息公开及时率',
    '采用新工艺的企业户数',
    '信息化投资',
    '乡村治理积分制覆盖率',
    '积分落户人数',
    '照片墙建设',
    '会议室改造',
    '签约项目履约率',
    '群众满意度',
    '学位供给',
    '上级文件转发不超过3日',
  ])('%s is not', item => expect(forbidden(item)).toEqual([]))

  // Written before the patterns were looked at, by somebody who knew the rules only.
  it('as schemes word what may not be scored is found', () =>
    expect(NOT_TO_BE_SCORED.filter(name => forbidden(name).length === 0)).toEqual([]))
  it('as schemes word work itself is left alone, though it speaks of notes, photos, points and meetings', () =>
    expect(TO_BE_SCORED.filter(name => forbidden(name).length > 0)).toEqual([]))

  it.each(['全县性会议压减率', '政务App清理数', '强制打卡问题整治完成率'])('that asks for less of it is not forbidden: %s', name =>
    expect(forbidden(name)).toEqual([]),
  )
  it('is forbidden though it promises less of something else', () =>
    expect(forbidden('朋友圈点赞量，不超过上限').map(({ code }) => code)).toEqual(['likes']))

  it('may be forbidden twice, each with the rule’s name', () =>
    expect(forbidden('领导批示和点赞量')).toEqual([
      { code: 'leaders-notes', rule: '《整治形式主义为基层减负若干规定》（2024年）', found: '批示' },
      { code: 'likes', rule: '国办函〔2026〕12号', found: '点赞' },
    ]))

  it('of every kind that is forbidden is known', () =>
    expect(new Set(forbidden('领导批示、信息采用、拍照留痕、发文数量、打卡、登录率、点赞').map(({ code }) => code))).toEqual(
      new Set(FORBIDDEN_ITEMS),
    ))
})
