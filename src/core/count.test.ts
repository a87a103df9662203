import { expect, it } from 'vitest'
import { type Fields, KIND, stagesOf } from './kind.ts'
import { type Money, totals } from './money.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { amend, type Detail, type Moved, moveStage, startDetail } from './stage.ts'

const CNY = (amount: string): Money => ({ amount, currency: 'CNY' })
const done = (x: Moved | Refusal): Moved['next'] => {
  if (isRefusal(x)) throw new Error(x.refused)
  return x.next
}
const context = (today: string, words: string | null = null) => ({ today, words })
const signed = done(startDetail('project', 'signed', { signedAs: 'framework', sum: CNY('100'), signedOn: '2026-03-02' }, '2026-06-01'))

it('a project counts from its first signing, and again nowhere', () => {
  expect(signed.fields.countedOn).toBe('2026-03-02')
  const back = done(moveStage(signed, 'negotiating', {}, context('2026-07-01', '误录')))
  const again = done(moveStage(back, 'signed', { signedOn: '2027-01-05' }, context('2027-01-05')))
  expect(again).toMatchObject({ stageOn: '2027-01-05', fields: { countedOn: '2026-03-02', signedOn: '2027-01-05' } })
})

it('its own day is put right with the signing’s', () => {
  const put = done(amend(signed, { signedOn: '2026-02-28' }, context('2026-06-01')))
  expect(put.fields.countedOn).toBe('2026-02-28')
})

it('nobody says himself that it counts', () => {
  expect(amend(signed, { countedOn: '2025-12-31' }, context('2026-06-01'))).toMatchObject({ refused: 'invalid' })
})

it('an upgrade changes the status and not the money', () => {
  expect(done(amend(signed, { signedAs: 'formal' }, context('2026-06-01')))).toMatchObject({
    sum: CNY('100'),
    fields: { signedAs: 'formal' },
  })
  expect(amend(signed, { signedAs: 'formal', sum: CNY('300') }, context('2026-06-01', '扩大'))).toMatchObject({
    refused: 'upgrade-keeps-sum',
  })
})

it('a top-up adds money in the currency of the project, and none before the signing', () => {
  const more = amend(signed, { sum: CNY('20.5') }, { ...context('2026-06-01'), what: 'top-up' }) as Moved
  expect(more).toMatchObject({ next: { sum: CNY('120.5') }, facts: { what: 'top-up', add: 'CNY 20.5', 'now.sum': 'CNY 120.5' } })
  const dollars: Fields = { sum: { amount: '1', currency: 'USD' } }
  expect(amend(signed, dollars, { ...context('2026-06-01'), what: 'top-up' })).toMatchObject({ refused: 'other-currency' })
  const lead = done(startDetail('project', undefined, { investor: '青禾装备公司' }, '2026-01-01'))
  expect(amend(lead, { sum: CNY('1') }, { ...context('2026-06-01'), what: 'top-up' })).toMatchObject({ refused: 'not-counted' })
})

it('what was signed for is put right only with a reason', () => {
  expect(amend(signed, { sum: CNY('90') }, context('2026-06-01'))).toMatchObject({ refused: 'reason-needed' })
  expect(done(amend(signed, { sum: CNY('90') }, context('2026-06-01', '合同金额录错'))).sum).toEqual(CNY('90'))
})

/** mulberry32: the same sequence for the same seed. */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    return (((mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'under any order of edits a project counts once, and its money is the sum of what was said (seed %i)',
  seed => {
    const chance = chanceFrom(seed)
    const of = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)]!
    const evidence = (stage: string, today: string): Fields =>
      Object.fromEntries(
        KIND.project.stages[stage]!.needs.map(name => {
          const { type, choices } = KIND.project.fields[name]!
          return [name, type === 'money' ? CNY(of(['1', '2.5', '300'])) : type === 'day' ? today : (choices?.[0] ?? '有据')]
        }),
      )
    const all: Detail[] = Array.from({ length: 12 }, () =>
      done(startDetail('project', undefined, { investor: '青禾装备公司' }, '2025-12-01')),
    )
    const first: (string | null)[] = all.map(() => null)
    const money = all.map(() => '0')
    for (let step = 0; step < 400; step++) {
      const at = Math.floor(chance() * all.length)
      const before = all[at]!
      const today = `202${6 + Math.floor(step / 200)}-0${1 + Math.floor(chance() * 9)}-15`
      const words = chance() < 0.5 ? '按合同' : null
      const add = CNY(of(['0.1', '20', '7.25']))
      const what = of(['move', 'sum', 'upgrade', 'top-up', 'owner', 'day'] as const)
      const stages = stagesOf('project')
      const to = chance() < 0.5 ? of(stages) : (stages[stages.indexOf(before.stage) + 1] ?? 'lead')
      const tries = {
        move: () => moveStage(before, to, evidence(to, today), context(today, words)),
        sum: () => amend(before, { sum: add }, context(today, words)),
        upgrade: () => amend(before, { signedAs: of(['framework', 'formal']) }, context(today, words)),
        'top-up': () => amend(before, { sum: add }, { ...context(today, words), what: 'top-up' }),
        owner: () => amend(before, { sponsor: of(['周晓棠', '林晓雨']), investor: of(['宏达公司', '丰谷公司']) }, context(today, words)),
        day: () => amend(before, { signedOn: today }, context(today, words)),
      }
      const after = tries[what]()
      if (isRefusal(after)) continue
      const { fields } = after.next
      const [was, is] = [String(before.fields.countedOn ?? ''), String(fields.countedOn ?? '')]
      // Once counted, always counted; and only the correction of that very day moves it.
      if (was) expect([is === was || (what === 'day' && was === before.fields.signedOn), is !== '']).toEqual([true, true])
      if (is) first[at] ??= is
      const sum = (fields.sum as Money | undefined)?.amount ?? '0'
      if (what === 'upgrade' || what === 'owner' || what === 'day') expect(sum).toBe(money[at])
      if (what === 'top-up') expect(totals([CNY(sum)])).toEqual(totals([CNY(money[at]!), add]))
      money[at] = sum
      all[at] = after.next
    }
    const counted = all.filter(one => one.fields.countedOn)
    expect(counted.length).toBe(first.filter(Boolean).length)
    expect(counted.length).toBeGreaterThan(3)
  },
)
