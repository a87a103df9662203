import { beforeAll, describe, expect, test } from 'vitest'
import { LIGHT_REASONS, type LightReason } from '../../core/light.ts'
import { COMMANDS } from '../../core/types.ts'
import { DOUBT_CODES } from '../../reader/reading.ts'
import { Fault } from '../api.ts'
import type { Lang } from './number.ts'
import { sayDeed, sayDoubt, sayEvent, sayFault, sayReason, saySummary, sayTarget, sayTrouble } from './sentence.ts'
import { startWords, type T } from './words.ts'

const said = {} as Record<Lang, T>
beforeAll(async () => {
  const words = await startWords('en')
  said.zh = words.getFixedT('zh') as T
  said.en = words.getFixedT('en') as T
})

const NAMES: Record<string, string> = { w: '县水利局', h: '县住建局' }
const nameOf = (id: string) => NAMES[id] ?? '—'

type Facts = Parameters<typeof sayReason>[2]

test.each<[LightReason, Facts, zh: string, en: string]>([
  ['closed', {}, '已办结。', 'Closed.'],
  ['not-dispatched', {}, '尚未交办，不计进度。', 'Not dispatched yet: no progress is counted.'],
  ['suspended', { until: null }, '已中止，不计进度。', 'Suspended: no progress is counted.'],
  [
    'suspended',
    { until: '2020-06-30' },
    '已中止至2020年6月30日，其间不计进度。',
    'Suspended until 30 Jun 2020: no progress is counted meanwhile.',
  ],
  [
    'no-deadline',
    { days: 12 },
    '未明确时限，无法判断快慢；交办已 12 天。',
    'No deadline is set, so pace cannot be judged; dispatched 12 days ago.',
  ],
  [
    'no-deadline',
    { days: 12, limit: 30 },
    '未明确时限，交办已 12 天；超过 30 天转黄。',
    'No deadline is set; dispatched 12 days ago, yellow after 30 days.',
  ],
  [
    'aged',
    { days: 45, limit: 30 },
    '未明确时限，交办已 45 天，超过 30 天。',
    'No deadline is set; dispatched 45 days ago, more than 30 days.',
  ],
  ['overdue', { days: 3, dueOn: '2020-05-30' }, '应于2020年5月30日办结，已逾期 3 天。', 'Was due on 30 May 2020: 3 days overdue.'],
  ['overdue', { days: 1, dueOn: '2020-05-30' }, '应于2020年5月30日办结，已逾期 1 天。', 'Was due on 30 May 2020: 1 day overdue.'],
  [
    'behind',
    { points: -12.5, percent: 40, time: 52.5 },
    '进度 40%，时间已过 52.5%，落后 12.5 个百分点。',
    'Progress 40%, time gone 52.5%: 12.5 points behind.',
  ],
  ['due-soon', { days: 2, dueOn: '2020-05-30' }, '2020年5月30日到期，还剩 2 天。', 'Due on 30 May 2020: 2 days left.'],
  ['due-soon', { days: 0, dueOn: '2020-05-30' }, '今天（2020年5月30日）到期。', 'Due today, 30 May 2020.'],
  ['stale', { days: 40 }, '已 40 天没有反馈。', 'No report for 40 days.'],
  ['on-pace', { points: 0, percent: 50, time: 50 }, '进度 50%，时间已过 50%，符合序时进度。', 'Progress 50%, time gone 50%: on pace.'],
  [
    'on-pace',
    { points: 8, percent: 58, time: 50 },
    '进度 58%，时间已过 50%，超前 8 个百分点。',
    'Progress 58%, time gone 50%: 8 points ahead.',
  ],
  ['awaiting-verification', { days: 0 }, '今天报请销号，等待督查室核查。', 'Submitted today; waits for the supervision office to verify.'],
])('a light %s with %j explains itself', (reason, facts, zh, en) => {
  expect([sayReason(said.zh, reason, facts), sayReason(said.en, reason, facts)]).toEqual([zh, en])
})

type Event = Parameters<typeof sayEvent>[2]

test.each<[Event, zh: string]>([
  [{ kind: 'register', facts: { number: '2026-0012', fromDocument: true } }, '由文件立项登记，编号 2026-0012。'],
  [{ kind: 'register', facts: { number: '2026-0013', fromDocument: false } }, '立项登记，编号 2026-0013。'],
  [{ kind: 'dispatch', facts: { leadUnitId: 'w', coUnitIds: [], dueOn: null } }, '交县水利局牵头办理。'],
  [
    { kind: 'dispatch', facts: { leadUnitId: 'w', coUnitIds: ['h'], dueOn: '2020-06-30' } },
    '交县水利局牵头、县住建局配合办理，时限2020年6月30日。',
  ],
  [{ kind: 'report', facts: { was: 20, percent: 45, waitingFor: null } }, '进度 45%（上次 20%）。'],
  [{ kind: 'report', facts: { was: 45, percent: 45, waitingFor: null } }, '进度仍为 45%。'],
  [{ kind: 'report', facts: { was: 20, percent: 45, waitingFor: 'upper' } }, '进度 45%（上次 20%），正在等待上级。'],
  [{ kind: 'report', facts: { was: 40, percent: 40, waitingFor: null, co: true } }, '作为配合单位反馈；总进度由牵头单位报，现为 40%。'],
  [
    { kind: 'report', facts: { was: 40, percent: 40, waitingFor: 'upper', co: true } },
    '作为配合单位反馈；总进度由牵头单位报，现为 40%，正在等待上级。',
  ],
  [{ kind: 'close', facts: { onTime: true } }, '核查通过，按期办结销号。'],
  [{ kind: 'close', facts: { onTime: null } }, '核查通过，办结销号。'],
  [{ kind: 'close', facts: { onTime: true, recheckOn: '2020-09-01' } }, '核查通过，按期办结销号。定于2020年9月1日回头看。'],
  [
    {
      kind: 'dispatch',
      facts: { leadUnitId: 'w', coUnitIds: [], dueOn: '2020-06-30', clock: 'minutes', days: 20, count: 'working' },
    },
    '交县水利局牵头办理，时限2020年6月30日。文件未明确时限，按“会议纪要”给 20 个工作日。',
  ],
  [{ kind: 'dispatch', facts: { leadUnitId: 'w', coUnitIds: [], dueOn: null, clock: null } }, '交县水利局牵头办理。不设时限，只计天数。'],
  [
    { kind: 'resume', facts: { days: 5, count: 'calendar', was: '2020-06-30', dueOn: '2020-07-05' } },
    '继续办理；中止 5 个自然日，时限由2020年6月30日顺延至2020年7月5日。',
  ],
  [{ kind: 'resume', facts: { days: 0, count: 'calendar', was: null, dueOn: null } }, '继续办理，恢复计时。'],
  [
    { kind: 'ask-extension', facts: { was: '2020-06-30', dueOn: '2020-07-30' } },
    '申请将时限由2020年6月30日延至2020年7月30日，等督查室答复。',
  ],
  [
    { kind: 'grant-extension', facts: { was: '2020-06-30', asked: '2020-07-30', dueOn: '2020-07-10' } },
    '申请延至2020年7月30日，同意延至2020年7月10日（原时限2020年6月30日）。',
  ],
  [{ kind: 'refuse-extension', facts: { asked: '2020-07-30', dueOn: '2020-06-30' } }, '不同意延至2020年7月30日，时限仍为2020年6月30日。'],
  [{ kind: 'recheck', facts: { result: 'kept', round: 1, recheckOn: null } }, '第 1 次回头看：成效保持。'],
  [
    { kind: 'recheck', facts: { result: 'relapsed', round: 1, newNumber: '2020-0007' } },
    '第 1 次回头看：出现反弹，已另立 2020-0007 整改。',
  ],
  [{ kind: 'extend', facts: { was: '2020-05-30', dueOn: '2020-06-30' } }, '时限由2020年5月30日延至2020年6月30日。'],
  [{ kind: 'extend', facts: { was: null, dueOn: '2020-06-30' } }, '明确时限为2020年6月30日。'],
  [
    {
      kind: 'edit',
      facts: { fields: ['leadUnitId', 'dueOn'], 'was.leadUnitId': 'w', leadUnitId: 'h', 'was.dueOn': null, dueOn: '2020-06-30' },
    },
    '修改了牵头单位由“县水利局”改为“县住建局”；时限由“未明确”改为“2020年6月30日”。',
  ],
])('the event %j is one plain sentence', (event, zh) => {
  expect(sayEvent(said.zh, 'zh', event, nameOf)).toBe(zh)
})

const STAGED = {
  itemKind: 'project',
  from: 'lead',
  to: 'negotiating',
  on: '2026-05-30',
  back: false,
  skipped: ['screened'],
  fields: ['land', 'sum'],
  'was.land': null,
  'now.land': 120,
  'was.sum': 'CNY 200000000',
  'now.sum': 'USD 30000000',
}
const DATED: readonly string[] = ['ask-extension', 'grant-extension', 'refuse-extension', 'resume', 'plan-recheck', 'recheck']

describe.each<Lang>(['zh', 'en'])('in %s', lang => {
  const bare = /\{\{|undefined|NaN|\$t|(event|reason|problem|doubt)\.[a-z]/

  test('every event has a sentence', () => {
    const facts = {
      number: '2026-0012',
      leadUnitId: 'w',
      coUnitIds: [],
      was: 20,
      percent: 45,
      onTime: true,
      until: null,
      dueOn: '2026-06-30',
    }
    const dates = { was: '2026-05-30', asked: '2026-07-30', days: 3, count: 'working', on: null, result: 'kept', round: 1, recheckOn: null }
    for (const kind of COMMANDS) {
      const of: Record<string, string | number | boolean | null | string[]> =
        kind === 'extend'
          ? { ...facts, was: null }
          : DATED.includes(kind)
            ? { ...facts, ...dates }
            : kind === 'edit'
              ? { fields: ['title'], 'was.title': '旧', title: '新' }
              : kind === 'move' || kind === 'amend'
                ? STAGED
                : kind === 'link' || kind === 'unlink'
                  ? { relation: 'found-on', number: '2026-0003', title: '赴云川考察' }
                  : facts
      expect(sayEvent(said[lang], lang, { kind, facts: of }, nameOf), kind).not.toMatch(bare)
    }
  })

  test('every light has a sentence', () => {
    const facts = {
      of: 3,
      red: 0,
      yellow: 0,
      title: '云溪镇',
      days: 3,
      limit: 30,
      dueOn: '2026-05-30',
      points: -12,
      percent: 40,
      time: 52,
      until: null,
    }
    for (const reason of LIGHT_REASONS) expect(sayReason(said[lang], reason, facts), reason).not.toMatch(bare)
  })

  test('every doubt has a sentence with the words at its place', () => {
    for (const code of DOUBT_CODES)
      expect(sayDoubt(said[lang], { code, span: [0, 4] }, '5月底前'), code).not.toMatch(/undefined|NaN|doubt\./)
  })
})

test('a missing ordinal is said with its neighbours', () => {
  const doubt = { code: 'list-gap' as const, span: [0, 2] as [number, number], facts: { after: '一是', before: '三是', missing: '二是' } }
  expect(sayDoubt(said.zh, doubt, '三是')).toBe('序号从“一是”跳到“三是”，缺“二是”。')
})

test.each<[Fault, zh: string]>([
  [new Fault('wrong-state', { state: 'closed', command: 'report' }), '事项现在是“办结”，不能反馈。刷新页面可看到最新状态。'],
  [new Fault('stale-version', { seen: 3, now: 4, by: '陆一鸣' }), '陆一鸣刚刚改过这一项。请看最新内容后再试，您填的文字仍在。'],
  [new Fault('invalid', {}, [{ path: 'body.draft.title', rule: 'too_small' }]), '“标题”填写有误：太短。'],
  [new Fault('invalid', { field: 'words', rule: 'required' }), '“文字说明”填写有误：不能为空。'],
  [
    new Fault('exclusive-roles', { role: 'system_admin', with: 'audit_admin' }),
    '“系统管理员”与“审计管理员”不能由同一人担任（三员分立）。请分给不同的人。',
  ],
  [new Fault('file-refused', { code: 'encrypted' }), '文件有密码保护。请去掉密码后再传。'],
  [new Fault('file-refused', { code: 'never-heard-of' }), '文件不能读取。请换成 .docx 或 .pdf，或把正文粘贴到框里。'],
  [new Fault('offline'), '连接中断，没有收到服务器的答复。'],
])('a refusal says what to do next: %s', (fault, zh) => {
  expect(sayFault(said.zh, fault)).toBe(zh)
})

test('the audit log is in words, and what has none is shown as it is', () => {
  expect(['item.dispatch', 'session.sign-in', 'document.take-in', 'moon.land'].map(a => sayDeed(said.zh, a))).toEqual([
    '事项 · 交办',
    '登录',
    '文件 · 登记',
    'moon · land',
  ])
  expect(sayTarget(said.zh, 'item:9f8ffd37-514a-4545-8cf7-cd99d51ea39c')).toBe('事项 9f8ffd37')
  expect(saySummary(said.zh, '2026-4590 in_progress')).toBe('2026-4590 承办')
  expect(saySummary(said.zh, '青政办发〔2026〕58号 read:6')).toBe('青政办发〔2026〕58号 6 条要求')
  expect(saySummary(said.en, 'sent:1')).toBe('1 item')
  expect(saySummary(said.zh, 'dates:3')).toBe('日期 3')
  expect(saySummary(said.zh, '::1 fe80:2')).toBe('::1 fe80:2')
})

test.each<[Parameters<typeof sayTrouble>[1], zh: string, en: string]>([
  [
    { kind: 'blocked', facts: { who: 'upper', since: '2020-05-01', days: 6, limit: 3 } },
    '受阻：等上级已 6 天，超过 3 天。',
    'Blocked: waits for Upper level for 6 days, more than 3 days.',
  ],
  [
    { kind: 'waiting', facts: { who: 'lead', since: '2020-05-01', days: 6, charged: 9 } },
    '现在等牵头单位，自2020年5月1日起 6 天，累计 9 天。',
    'Waits for Lead unit since 1 May 2020: 6 days, 9 days in all.',
  ],
  [
    { kind: 'unaccepted', facts: { days: 1, acceptBy: '2020-05-01' } },
    '应于2020年5月1日前签收，已超 1 天。',
    'Was to be accepted by 1 May 2020: 1 day late.',
  ],
  [
    { kind: 'undated', facts: { days: 3 } },
    '没有时限，已 3 天；超过规定天数照样变灯。',
    'No deadline for 3 days; its light changes with its age all the same.',
  ],
])('the trouble %j explains itself', (trouble, zh, en) => {
  expect([sayTrouble(said.zh, trouble), sayTrouble(said.en, trouble)]).toEqual([zh, en])
})
