// One cell as a fact of a kind: money with its measure, days as people write them, choices by their names. Doubtful is doubtful: nothing is guessed. Pure.
import { parseDay } from '../day.ts'
import type { FieldSpec, FieldValue } from '../kind.ts'
import { type Currency, type Money, scaled } from '../money.ts'
import { readFigure } from '../table/figure.ts'
import { converted } from '../table/measure.ts'
import type { Finder } from '../table/name.ts'
import { bareHead } from './column.ts'

/** No measure is said; no day, no figure, no choice that is known; a unit that is unknown; too many letters. */
export const CELL_DOUBTS = ['no-measure', 'no-day', 'no-figure', 'no-choice', 'no-unit', 'too-long'] as const
export type CellDoubt = (typeof CELL_DOUBTS)[number]

type CellRead = { value: FieldValue } | { doubt: CellDoubt; text: string; maybe: string[] }

const doubt = (code: CellDoubt, text: string, maybe: string[] = []): CellRead => ({ doubt: code, text, maybe })

const NOTHING = /^(?:[-—–―/／]+|无|暂无|待定|未定|否|n\/?a)$/i
const LENGTH = { text: 200, lines: 2000 }

export function readCell(
  spec: FieldSpec,
  text: string,
  measure: string | null,
  choices: Record<string, readonly string[]>,
  unit: Finder,
): CellRead {
  const said = text.trim()
  if (said === '' || NOTHING.test(said)) return { value: null }
  switch (spec.type) {
    case 'text':
      return said.length > LENGTH.text ? doubt('too-long', said) : { value: said.replace(/\s*\n\s*/g, ' ') }
    case 'lines':
      return said.length > LENGTH.lines ? doubt('too-long', said) : { value: said }
    case 'list':
      return readList(said)
    case 'money':
      return readMoney(said, measure)
    case 'number':
      return readNumber(said, measure, spec.unit)
    case 'day':
      return readDay(said)
    case 'choice':
      return readChoice(said, choices)
    case 'flag':
      return /^(?:是|有|已|√|✓|y|yes)$/i.test(said) ? { value: true } : doubt('no-choice', said)
    case 'unit':
      return readUnits([said], unit, ids => ids[0]!)
    case 'units':
      return readUnits(said.split(/[、，,;；\n]+/).filter(Boolean), unit, ids => [...new Set(ids)])
    default:
      return { value: null }
  }
}

const readList = (said: string): CellRead => {
  const lines = said.split(/[\n；;、]+/).map(line => line.trim())
  const kept = [...new Set(lines.filter(Boolean))]
  return kept.length > 100 || kept.some(line => line.length > LENGTH.text) ? doubt('too-long', said) : { value: kept }
}

const POWERS: Record<string, number> = { '': 0, 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 百亿: 10, 万亿: 12 }
const CURRENCY: Record<string, Currency> = {
  元: 'CNY',
  人民币: 'CNY',
  元人民币: 'CNY',
  美元: 'USD',
  美金: 'USD',
  欧元: 'EUR',
  港元: 'HKD',
  港币: 'HKD',
  日元: 'JPY',
}
const MONEY = /^(百|千|万|百万|千万|亿|百亿|万亿)?(元人民币|元|人民币|美元|美金|欧元|港元|港币|日元)?$/

/** 亿美元 → 8, USD; null when it measures no money. `within`: of the column, where the cell says only 亿. */
export function moneyMeasure(text: string, within: string | null = null): { power: number; currency: Currency } | null {
  const m = MONEY.exec(text.normalize('NFKC').replace(/\s/g, ''))
  if (!m || (m[1] === undefined && m[2] === undefined)) return null
  const currency = m[2] ? CURRENCY[m[2]]! : ((within ? moneyMeasure(within)?.currency : undefined) ?? 'CNY')
  return { power: POWERS[m[1] ?? '']!, currency }
}

function readMoney(said: string, measure: string | null): CellRead {
  const figure = readFigure(said.replace(/^(?:约|近|总投资|US\$|USD)\s*/, ''))
  if (figure.is !== 'number' || figure.digits.startsWith('-')) return doubt('no-figure', said)
  const own = figure.measure === '' ? null : moneyMeasure(figure.measure, measure)
  if (figure.measure !== '' && !own) return doubt('no-measure', said)
  const in_ = own ?? (measure ? moneyMeasure(measure) : null)
  if (!in_) return doubt('no-measure', said)
  const amount = scaled(figure.digits, in_.power)
  return amount === null ? doubt('no-figure', said) : { value: { amount, currency: in_.currency } }
}

/** As facts count: 亩, 人. */
export const COUNTED_IN: Record<string, string> = { mu: '亩', person: '人' }

function readNumber(said: string, measure: string | null, unit: string | undefined): CellRead {
  const figure = readFigure(said.replace(/^约\s*/, ''))
  if (figure.is !== 'number' || figure.digits.startsWith('-')) return doubt('no-figure', said)
  const from = figure.measure || measure
  const to = unit ? COUNTED_IN[unit] : undefined
  const digits = from && to ? converted(figure.digits, from, to) : figure.digits
  return digits === null ? doubt('no-measure', said) : { value: Number(digits) }
}

const DAY = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?(?:\s.*)?$/

/** 2026年5月3日 2026.5.3 2026/05/03; a month alone is no day. */
export function readDay(said: string): CellRead {
  const m = DAY.exec(said.normalize('NFKC').replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1'))
  const day = m ? parseDay(`${m[1]}-${m[2]!.padStart(2, '0')}-${m[3]!.padStart(2, '0')}`) : null
  return day ? { value: day } : doubt('no-day', said)
}

function readChoice(said: string, choices: Record<string, readonly string[]>): CellRead {
  const want = bareHead(said)
  const own = Object.entries(choices).find(([, names]) => names.some(name => bareHead(name) === want))
  return own ? { value: own[0] } : doubt('no-choice', said)
}

function readUnits(names: string[], unit: Finder, made: (ids: string[]) => FieldValue): CellRead {
  const ids: string[] = []
  for (const name of names) {
    const { id, maybe } = unit(name)
    if (!id) return doubt('no-unit', name.trim(), maybe)
    ids.push(id)
  }
  return { value: made(ids) }
}

/** As a sheet says it, in the measure of its column; a sum in another currency says its own. */
export function moneyText({ amount, currency }: Money, measure: string | null): string {
  const own = measure ? moneyMeasure(measure) : null
  const same = own !== null && own.currency === currency
  const power = same ? own.power : 4
  const digits = shifted(amount, power)
  const word = Object.keys(CURRENCY).find(name => CURRENCY[name] === currency)!
  return same ? digits : `${digits}万${word}`
}

/** The digits over ten to the power, exactly. */
function shifted(amount: string, power: number): string {
  const [whole, part = ''] = amount.split('.') as [string, string?]
  const padded = whole.padStart(power + 1, '0')
  const text = `${padded.slice(0, padded.length - power)}.${padded.slice(padded.length - power)}${part}`
  return power === 0 && part === '' ? whole : text.replace(/0+$/, '').replace(/\.$/, '')
}
