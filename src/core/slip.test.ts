import { describe, expect, it } from 'vitest'
import { type Slip, type SlipColour, type SlipFacts, slipNumber, suggestSlip } from './slip.ts'
import { STATES } from './types.ts'

const TODAY = '2026-06-20'
const facts = (over: Partial<SlipFacts> = {}): SlipFacts => ({
  state: 'in_progress',
  urgency: 'ordinary',
  overdue: 0,
  unaccepted: 0,
  waitingFor: 'lead',
  slips: [],
  ...over,
})
const slip = (colour: SlipColour, issuedOn: string, limitOn: string, settledOn: string | null = null): Slip => ({
  colour,
  number: `${colour} of ${issuedOn}`,
  issuedOn,
  limitOn,
  settledOn,
})

describe('the slip suggested', () => {
  it.each<[string, Partial<SlipFacts>, SlipColour | null, string]>([
    ['in time', {}, null, 'in-time'],
    ['one day overdue', { overdue: 1 }, 'blue', 'overdue'],
    ['29 days overdue without any slip', { overdue: 29 }, 'blue', 'overdue'],
    ['30 days overdue without any slip', { overdue: 30 }, 'orange', 'overdue'],
    ['not accepted in time', { state: 'dispatched', unaccepted: 1 }, 'blue', 'unaccepted'],
    ['urgent and overdue', { urgency: 'urgent', overdue: 1 }, 'orange', 'overdue'],
    ['urgent and not accepted', { urgency: 'urgent', state: 'dispatched', unaccepted: 2 }, 'orange', 'unaccepted'],
    ['urgent and in time', { urgency: 'urgent' }, null, 'in-time'],
    ['blue still running', { overdue: 9, slips: [slip('blue', '2026-06-12', '2026-06-20')] }, null, 'slip-running'],
    ['blue lapsed yesterday', { overdue: 9, slips: [slip('blue', '2026-06-12', '2026-06-19')] }, 'orange', 'slip-lapsed'],
    ['blue for poor work lapsed before the deadline', { slips: [slip('blue', '2026-06-12', '2026-06-19')] }, 'orange', 'slip-lapsed'],
    ['blue settled and overdue again', { overdue: 2, slips: [slip('blue', '2026-05-12', '2026-05-19', '2026-05-18')] }, 'blue', 'overdue'],
    [
      'orange running after a lapsed blue',
      { overdue: 9, slips: [slip('orange', '2026-06-18', '2026-06-25'), slip('blue', '2026-06-10', '2026-06-17')] },
      null,
      'slip-running',
    ],
    [
      'orange lapsed',
      { overdue: 19, slips: [slip('blue', '2026-06-01', '2026-06-07'), slip('orange', '2026-06-08', '2026-06-15')] },
      'red',
      'slip-lapsed',
    ],
    ['red lapsed', { overdue: 40, slips: [slip('red', '2026-06-01', '2026-06-10')] }, null, 'red-lapsed'],
    ['overdue and submitted', { state: 'pending_verification', overdue: 5 }, null, 'not-running'],
    ['overdue and suspended', { state: 'suspended', overdue: 5 }, null, 'not-running'],
    ['overdue and returned', { state: 'returned', overdue: 5 }, 'blue', 'overdue'],
    ['overdue because the upper level has not answered', { overdue: 5, waitingFor: 'upper' }, null, 'waits-elsewhere'],
    [
      'overdue because a co-unit has not answered: the lead unit answers for the whole',
      { overdue: 5, waitingFor: 'co' },
      'blue',
      'overdue',
    ],
  ])('for an item %s', (_, over, colour, reason) => {
    const made = suggestSlip(facts(over), TODAY)
    expect([made.colour, made.colour === null ? made.why : made.trigger]).toEqual([colour, reason])
  })

  it('names the slip that it follows, and the figures', () => {
    expect(suggestSlip(facts({ overdue: 9, slips: [slip('blue', '2026-06-10', '2026-06-15')] }), TODAY)).toEqual({
      colour: 'orange',
      trigger: 'slip-lapsed',
      days: 5,
      after: 'blue of 2026-06-10',
      since: '2026-06-16',
    })
    expect(suggestSlip(facts({ slips: [slip('red', '2026-06-01', '2026-06-10')] }), TODAY)).toEqual({
      colour: null,
      why: 'red-lapsed',
      number: 'red of 2026-06-01',
      days: 10,
    })
  })

  it('is none for every state in which the unit owes nothing', () => {
    const owing = STATES.filter(state => suggestSlip(facts({ state, overdue: 5 }), TODAY).colour !== null)
    expect(owing).toEqual(['dispatched', 'in_progress', 'returned'])
  })

  it('follows another table when one is given', () => {
    const gentle = [{ colour: 'blue', after: 'none', urgency: 'any', trigger: 'overdue', days: 7 }] as const
    expect(suggestSlip(facts({ overdue: 6, urgency: 'urgent' }), TODAY, gentle).colour).toBeNull()
    expect(suggestSlip(facts({ overdue: 7, urgency: 'urgent' }), TODAY, gentle).colour).toBe('blue')
  })
})

describe('the number of a slip', () => {
  it.each<[SlipColour, number, number, string]>([
    ['blue', 2026, 3, '督蓝〔2026〕3号'],
    ['orange', 2026, 12, '督橙〔2026〕12号'],
    ['red', 2027, 1, '督红〔2027〕1号'],
  ])('%s of %i, the %i', (colour, year, n, number) => expect(slipNumber(colour, year, n)).toBe(number))

  it('takes the word of the office', () => expect(slipNumber('blue', 2026, 1, '青政督')).toBe('青政督蓝〔2026〕1号'))
  it('begins at one', () => expect(() => slipNumber('blue', 2026, 0)).toThrow(RangeError))
})
