import { describe, expect, it } from 'vitest'
import {
  type Fields,
  type FieldValue,
  fieldsFault,
  KIND,
  LEDGER_KINDS,
  type LedgerKind,
  type Named,
  nextStage,
  pointsAt,
  rowOf,
  stagesOf,
} from './kind.ts'
import { isRefusal } from './refusal.ts'
import { amend, type Detail, type Moved, moveStage, startDetail } from './stage.ts'

const TODAY = '2026-06-15'
const DAY = '2026-06-01'
const LATER = '2026-12-31'

/** What each kind's facts may point at: an id for whatever it is. */
const idOf = (is: string) => `00000000-0000-4000-8000-${Buffer.from(is.slice(0, 6).padEnd(6)).toString('hex')}`
const named: Named = Object.fromEntries(
  ['unit', 'indicator', 'matter', ...LEDGER_KINDS].map(is => [idOf(is), { name: is, is: is as 'unit' }]),
)

function proof(kind: LedgerKind, names: readonly string[]): Fields {
  const value = (name: string): FieldValue => {
    const { type, choices, of, columns } = KIND[kind].fields[name]!
    const pointed = pointsAt(type)
    if (pointed) {
      const id = idOf(pointed === 'item' ? [of ?? 'matter'].flat()[0]! : pointed)
      return type.endsWith('s') ? [id] : id
    }
    if (type === 'money') return { amount: '320000000', currency: 'CNY' as const }
    if (type === 'flag') return true
    if (type === 'list') return ['有据可查']
    if (columns)
      return [
        Object.fromEntries(
          Object.entries(columns).map(([column, { type: cell, choices: of }]) => [column, cell === 'day' ? DAY : (of?.[0] ?? '有据可查')]),
        ),
      ]
    // What is borne is borne for a time to come.
    if (name === 'bearUntil') return LATER
    return type === 'day' ? DAY : type === 'number' ? 12 : (choices?.[0] ?? '有据可查')
  }
  return Object.fromEntries(names.map(name => [name, value(name)]))
}
const at = (kind: LedgerKind, stage: string, fields: Fields = {}): Detail => ({ kind, stage, stageOn: DAY, fields })

/** Written out a second time by hand: kind → its row, the stages never passed over, and those beside the row with their ways back. */
const EXPECTED: Record<LedgerKind, { row: string[]; must: string[]; beside: Record<string, string[]>; settles?: string }> = {
  project: {
    row: ['lead', 'screened', 'negotiating', 'signed', 'landed', 'started', 'statistics', 'completed', 'producing', 'capacity'],
    must: ['signed', 'started'],
    beside: { dropped: ['lead', 'screened', 'negotiating'] },
  },
  visit: { row: ['planned', 'underway', 'home', 'written', 'followed'], must: ['home'], beside: { cancelled: ['planned'] } },
  lesson: { row: ['noted', 'adapted', 'settled'], must: ['adapted'], beside: { dropped: ['noted', 'adapted'] } },
  campaign: { row: ['planned', 'running', 'ended'], must: [], beside: {}, settles: 'ended' },
  programme: { row: ['planned', 'running', 'ended'], must: [], beside: {}, settles: 'ended' },
  reform: { row: ['proposed', 'approved', 'piloting', 'settled', 'spread'], must: ['approved'], beside: { ended: ['proposed'] } },
  risk: {
    row: ['raised', 'assessed', 'treated', 'watched', 'over'],
    must: ['assessed'],
    beside: { borne: ['assessed', 'treated', 'watched'], dismissed: ['raised'] },
  },
  request: {
    row: ['drafted', 'checked', 'approved', 'out'],
    must: ['checked', 'approved'],
    beside: { merged: ['drafted', 'checked', 'approved', 'out'], dropped: ['drafted', 'checked', 'approved', 'out'], ended: ['out'] },
  },
}

function expected(kind: LedgerKind, from: string, to: string): string {
  const { row, must, beside, settles } = EXPECTED[kind]
  if (from === to) return 'same-already'
  if (from === settles) return 'stage-ended'
  if (to === settles) return 'end-by-report'
  if (beside[from]) return beside[from].includes(to) ? 'allowed' : 'stage-ended'
  if (beside[to]) return 'allowed'
  const between = row.slice(row.indexOf(from) + 1, row.indexOf(to))
  return between.some(stage => must.includes(stage)) ? 'stage-passed-over' : 'allowed'
}

describe.each(LEDGER_KINDS)('stage × stage of %s', kind => {
  for (const from of stagesOf(kind))
    for (const to of stagesOf(kind)) {
      const outcome = expected(kind, from, to)
      it(`${from} × ${to} is ${outcome}`, () => {
        const out = moveStage(at(kind, from), to, proof(kind, KIND[kind].stages[to]!.needs), { today: TODAY, words: '更正', named })
        if (outcome === 'allowed') expect(out).toMatchObject({ next: { stage: to }, facts: { itemKind: kind, from, to } })
        else expect(out).toMatchObject({ refused: outcome })
      })
    }

  it('has the stages of the table, and needs only facts that it has', () => {
    expect(rowOf(kind)).toEqual(EXPECTED[kind].row)
    expect(stagesOf(kind).sort()).toEqual([...EXPECTED[kind].row, ...Object.keys(EXPECTED[kind].beside)].sort())
    const known = Object.keys(KIND[kind].fields)
    const named = Object.values(KIND[kind].stages).flatMap(({ needs, day }) => [...needs, ...(day ? [day] : [])])
    for (const name of [...named, ...KIND[kind].columns]) expect(known).toContain(name)
  })

  it('goes on to the next of the row, from its end to its beginning, and nowhere where what follows is final', () => {
    const { row, settles } = EXPECTED[kind]
    for (const [n, stage] of row.entries()) {
      const final = settles !== undefined && (stage === settles || row[n + 1] === settles)
      expect(nextStage(kind, stage)).toBe(final ? null : (row[n + 1] ?? row[0]))
    }
  })

  it('lets nothing in without all of its evidence', () => {
    for (const to of rowOf(kind).slice(1)) {
      const before = rowOf(kind)[rowOf(kind).indexOf(to) - 1]!
      const { needs } = KIND[kind].stages[to]!
      for (const name of needs) {
        const { [name]: _, ...less } = proof(kind, needs)
        const out = moveStage(at(kind, before), to, less, { today: TODAY, words: null, named })
        expect(out).toMatchObject({ refused: 'evidence-missing', facts: { stage: to, fields: name } })
      }
    }
  })
})

describe('a move', () => {
  it('keeps what was passed over, and the day that the evidence says', () => {
    const out = moveStage(
      at('project', 'lead', { investor: '青禾装备公司' }),
      'signed',
      proof('project', ['signedAs', 'sum', 'signedOn']),
      {
        today: TODAY,
        words: null,
      },
    ) as Moved
    expect(out.facts).toMatchObject({ skipped: ['screened', 'negotiating'], on: DAY, 'now.sum': 'CNY 320000000', 'was.sum': null })
    expect(out.next).toMatchObject({ stageOn: DAY, sum: { amount: '320000000', currency: 'CNY' } })
  })

  it('back asks for a reason, and keeps the facts', () => {
    const signed = at('project', 'signed', proof('project', ['sum', 'signedOn']))
    expect(moveStage(signed, 'negotiating', {}, { today: TODAY, words: ' ' })).toMatchObject({ refused: 'reason-needed' })
    expect(moveStage(signed, 'negotiating', {}, { today: TODAY, words: '误录' })).toMatchObject({
      next: { stageOn: TODAY, fields: signed.fields },
      facts: { back: true, skipped: [] },
    })
  })

  it('lies in no future, and leads to no stage of another kind', () => {
    const evidence = { ...proof('project', ['signedAs', 'sum']), signedOn: '2026-07-01' }
    expect(moveStage(at('project', 'negotiating'), 'signed', evidence, { today: TODAY, words: null })).toMatchObject({
      refused: 'invalid',
      facts: { field: 'signedOn', rule: 'future' },
    })
    expect(moveStage(at('project', 'lead'), 'assessed', {}, { today: TODAY, words: null })).toMatchObject({ refused: 'no-such-stage' })
  })

  it('leaves what it was given untouched', () => {
    const before = at('project', 'lead', { investor: '青禾装备公司' })
    const copy = structuredClone(before)
    moveStage(before, 'screened', { verdict: '可以跟进' }, { today: TODAY, words: null })
    expect(before).toEqual(copy)
  })
})

describe('an amendment', () => {
  const lead = at('project', 'lead', { investor: '青禾装备公司', land: 100 })
  it('says what was and what is, and takes back what is null', () =>
    expect(amend(lead, { land: 120, site: '城东' }, { today: TODAY, words: null })).toMatchObject({
      next: { stage: 'lead', fields: { land: 120, site: '城东' } },
      facts: { fields: ['land', 'site'], 'was.land': 100, 'now.land': 120, 'was.site': null },
    }))
  it('takes back nothing that the stage rests on', () =>
    expect(amend(lead, { investor: null }, { today: TODAY, words: null })).toMatchObject({
      refused: 'evidence-missing',
      facts: { fields: 'investor' },
    }))
  it('of nothing is none', () =>
    expect(amend(lead, { land: 100 }, { today: TODAY, words: null })).toMatchObject({ refused: 'same-already' }))
  it('corrects the day on which the stage was reached', () => {
    const signed = at('project', 'signed', proof('project', ['signedOn']))
    expect(amend(signed, { signedOn: '2026-05-20' }, { today: TODAY, words: null })).toMatchObject({ next: { stageOn: '2026-05-20' } })
    expect(amend(signed, { land: 3 }, { today: TODAY, words: null })).toMatchObject({ next: { stageOn: DAY } })
  })
})

it('a new item begins at the first stage, or where its evidence puts it, but not beside the row', () => {
  expect(startDetail('project', undefined, { investor: '青禾装备公司' }, TODAY)).toMatchObject({ next: { stage: 'lead', stageOn: TODAY } })
  expect(startDetail('project', undefined, {}, TODAY)).toMatchObject({ refused: 'evidence-missing' })
  expect(startDetail('project', 'dropped', { dropReason: '不来了' }, TODAY)).toMatchObject({ refused: 'no-such-stage' })
  const signed = startDetail('project', 'signed', proof('project', ['signedAs', 'sum', 'signedOn']), TODAY)
  expect(isRefusal(signed) ? signed : signed.next.stageOn).toBe(DAY)
})

it.each<[Fields, string | null]>([
  [{ investor: '青禾装备公司', land: 120, signedOn: '2026-02-28', signedAs: 'formal' }, null],
  [{ investor: null }, null],
  [{ investor: '两\n行' }, 'text'],
  [{ land: -1 }, 'number'],
  [{ land: '很大' }, 'number'],
  [{ signedOn: '2026-02-30' }, 'day'],
  [{ signedAs: 'oral' }, 'choice'],
  [{ sum: { amount: '3亿', currency: 'CNY' } }, 'money'],
  [{ likelihood: '5' }, 'unknown'],
])('of %j is said what is wrong: %s', (fields, rule) => {
  const fault = fieldsFault('project', fields)
  expect(fault?.facts.rule ?? null).toBe(rule)
})
