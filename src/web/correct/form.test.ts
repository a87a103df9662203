import { describe, expect, test } from 'vitest'
import { CorrectionBody, FIELDS } from '../../core/contract/correction.ts'
import { CORRECTABLE, corrected } from '../../core/correction.ts'
import { read } from '../../reader/index.ts'
import { amountOf, scaleOf, shown } from './amount.ts'
import { ADDABLE, blankEntry, type Entry, FORM, lacking, settled, toSend } from './form.ts'
import { around, placesOf, trimmed } from './place.ts'

const TEXT = '青禾县人民政府办公室关于做好防汛工作的通知\n会议要求，一要加固堤坝，县水利局要在2026年6月底前完成，总投资3亿元。'
const reading = read(TEXT)
const date = reading.dates.find(d => d.text.includes('6月底'))! as unknown as Entry

describe('a correction', () => {
  test.each(CORRECTABLE)('asks of %s only for fields that the contract takes', of => {
    expect(FORM[of].map(f => f.name).filter(name => name !== 'span' && !(name in FIELDS[of].shape))).toEqual([])
  })

  test('sends of what was read only the fields that are otherwise', () => {
    expect(toSend('dates', date, settled('dates', date, { ...date, to: '2027-06-30' }, TEXT))).toEqual({ to: '2027-06-30' })
  })

  test('that sets everything back to the reader’s words sends nothing', () => {
    expect(toSend('dates', date, { ...date })).toEqual({})
  })

  test('takes away a high end by null', () => {
    const range = { ...(reading.quantities[0] as unknown as Entry), max: 5e8 }
    expect(toSend('quantities', range, { ...range, max: null })).toEqual({ max: null })
  })

  test('of the day says that the year is no longer implied', () => {
    const implied = { ...date, implied: ['year'] }
    expect(settled('dates', implied, { ...implied, to: '2026-07-31' }, TEXT).implied).toEqual([])
  })

  test('of a directive’s actions says what it still lacks', () => {
    const d = reading.directives[0] as unknown as Entry
    const actions = (d.actions as Entry[]).map(a => ({ ...a, lead: '县水利局', deadline: null, measure: null }))
    expect(settled('directives', d, { ...d, actions }, TEXT).missing).toEqual(['deadline', 'measure'])
  })
})

describe('an addition', () => {
  test.each(ADDABLE)('of %s is what the contract takes, once what it lacks is said', of => {
    const blank = blankEntry(of, [0, 3], TEXT, reading)
    const said = Object.fromEntries(lacking(of, blank).map(name => [name, name === 'unit' ? 'CNY' : 3]))
    const value = toSend(of, null, { ...blank, ...said })
    expect(CorrectionBody.safeParse({ of, index: null, value }).error).toBeUndefined()
    const made = corrected(reading, [{ of, index: reading[of].length, value }])
    expect(made[of].at(-1)).toMatchObject({ span: [0, 3] })
  })

  test('of a quantity without its value is lacking', () => {
    expect(lacking('quantities', blankEntry('quantities', [0, 3], TEXT, reading))).toEqual(['value', 'unit'])
  })
})

describe('words in the text', () => {
  test('are found over a broken line, at every place', () => {
    expect(placesOf('县水利局和县水\n利局', '县水利局')).toEqual([
      [0, 4],
      [5, 10],
    ])
    expect(placesOf('县水利局', ' ')).toEqual([])
    expect(placesOf('县水利局', '县住建局')).toEqual([])
  })

  test('are told apart by what stands around them', () => {
    expect(around('先由县水利局办', [2, 6])).toBe('…先由【县水利局】办…')
  })

  test('are taken without the blanks at their ends', () => {
    expect(trimmed('  县水 利局\n', [0, 8])).toEqual([2, 7])
    expect(trimmed(' \n ', [0, 3])).toBeNull()
  })
})

describe('a figure', () => {
  test.each([
    ['673.94', 'yi', 67394000000],
    ['3.2', 'wan', 32000],
    ['−5', 'one', -5],
    ['１，２００', 'one', 1200],
    ['', 'one', null],
    ['三', 'one', undefined],
  ] as const)('%s in %s is %s', (typed, scale, value) => expect(amountOf(typed, scale)).toBe(value))

  test('is shown in the scale that suits it, and comes back as it was', () => {
    for (const value of [67394000000, 0.1, 12345, 0, -32000]) expect(amountOf(shown(value, scaleOf(value)), scaleOf(value))).toBe(value)
  })
})
