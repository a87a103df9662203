import { expect, test } from 'vitest'
import type { Command } from './command.ts'
import { decide } from './decide.ts'
import { offers } from './offer.ts'
import { isRefusal } from './refusal.ts'
import { UNTOUCHED } from './register.ts'
import type { Other } from './relation.ts'
import { PLAIN_BOOK } from './rules.ts'
import { type Actor, COMMANDS, type Item, STATES } from './types.ts'

const now = '2026-05-20T02:00:00.000Z'
const item: Item = {
  ...UNTOUCHED,
  id: 'i1',
  jurisdiction: '990124',
  number: '2026-0001',
  title: '北渠清淤',
  topic: 'agriculture',
  urgency: 'ordinary',
  state: 'in_progress',
  version: 3,
  leadUnitId: 'water',
  coUnitIds: ['farm'],
  dueOn: '2026-06-30',
  measure: null,
  percent: 40,
  source: null,
  registeredAt: now,
  dispatchedAt: now,
  acceptedAt: now,
  lastReportAt: now,
  submittedAt: null,
  closedAt: null,
  reportedBy: 'p2',
  suspended: null,
  waitingFor: 'lead',
  urgedAt: '2026-05-19T22:00:00.000Z',
}
const as = (role: Actor['appointments'][number]['role'], unitId: string | null, personId = 'p1'): Actor => ({
  personId,
  name: '林知秋',
  jurisdiction: '990124',
  appointments: [{ role, unitId }],
  unitIds: unitId ? [unitId] : [],
})
const actors = [
  as('officer', null),
  as('officer', null, 'p2'),
  as('liaison', 'water'),
  as('liaison', 'farm'),
  as('head', 'water'),
  as('leader', null),
  as('audit_admin', null),
]

/** Filled in well, so that only the item can be the reason of a refusal. */
const given: Record<Command['command'], Command> = {
  register: { command: 'register', draft: item, source: null },
  edit: { command: 'edit', draft: {} },
  dispatch: { command: 'dispatch' },
  withdraw: { command: 'withdraw', words: '改派' },
  accept: { command: 'accept', words: null },
  report: { command: 'report', percent: null, words: '已清淤两公里', fileIds: [], waitingFor: null },
  submit: { command: 'submit', words: '全部完成', fileIds: [] },
  close: { command: 'close', words: null },
  return: { command: 'return', words: '请补验收单' },
  suspend: { command: 'suspend', words: '汛期停工', until: null },
  resume: { command: 'resume', words: null },
  extend: { command: 'extend', dueOn: '2026-07-31', words: '雨季' },
  'ask-extension': { command: 'ask-extension', dueOn: '2026-07-31', words: '雨季' },
  'grant-extension': { command: 'grant-extension', words: null },
  'refuse-extension': { command: 'refuse-extension', words: '不能再拖' },
  urge: { command: 'urge', words: null },
  archive: { command: 'archive' },
  'plan-recheck': { command: 'plan-recheck', on: '2026-09-01', words: '汛后再看' },
  recheck: { command: 'recheck', result: 'kept', words: '渠道通畅', fileIds: [] },
  move: { command: 'move', to: 'screened', evidence: { verdict: '可以跟进' }, words: null, fileIds: [] },
  amend: { command: 'amend', fields: { land: 120 }, words: null },
  link: { command: 'link', relation: 'measure-of', to: 'new-risk', words: null },
  unlink: { command: 'unlink', relation: 'measure-of', to: 'old-risk', words: null },
}

const risk = { kind: 'risk', number: '2026-0003', title: '堤防隐患' } as const
const others: Record<string, Other> = {
  'new-risk': { ...risk, id: 'new-risk', stage: 'identified', by: [] },
  'old-risk': { ...risk, id: 'old-risk', stage: 'identified', by: ['measure-of'] },
}

test('what is offered is exactly what would be decided, for every state, command and role', () => {
  for (const state of STATES)
    for (const [leadUnitId, over] of [
      ['water', {}],
      ['water', { askedDue: '2026-07-31', closedAt: now }],
      ['water', { dueOn: null }],
      ['water', { kind: 'project', stage: 'lead', stageOn: '2026-05-01' }],
      [null, {}],
    ] as [string | null, Partial<Item>][])
      for (const actor of actors) {
        const at: Item = {
          ...item,
          ...over,
          state,
          leadUnitId,
          suspended: state === 'suspended' ? { from: 'in_progress', since: '2026-05-18', until: null } : null,
        }
        const offered = offers(at, actor, now)
        for (const command of COMMANDS) {
          const decided = decide(at, given[command], { actor, now, book: PLAIN_BOOK, id: 'new', others })
          if (command === 'edit' && !leadUnitId) continue
          expect([state, command, actor.appointments[0]!.role, offered[command]]).toEqual([
            state,
            command,
            actor.appointments[0]!.role,
            isRefusal(decided) ? decided.refused : null,
          ])
        }
      }
})
