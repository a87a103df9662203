// An answer to a request: which of its figures are held and by whom, what is typed, and which typed figure is its unit's own to report. Pure.
import { type AskedField, matchFields, type NamedField, named } from './fieldmatch.ts'
import { WHOLE } from './indicator.ts'
import { type Refusal, refuse } from './refusal.ts'
import { converted } from './table/measure.ts'

/** One figure or word of an answer, with what it was asked as. */
export interface AnswerCell extends AskedField {
  value: string
}

export interface KnownIndicator {
  id: string
  name: string
  unit: string
  sourceUnitId: string | null
  field: NamedField
}

/** Where the figure of each field is kept: the indicator that is the same by name, unit and period. */
export function indicatorFor(form: readonly AskedField[], indicators: readonly KnownIndicator[], place: string): (KnownIndicator | null)[] {
  const same = matchFields(
    form.map(named),
    indicators.map(i => i.field),
    place,
  ).filter(m => m.same)
  return form.map((_, at) => indicators[same.find(m => m.a === at)?.b ?? -1] ?? null)
}

/** Where `unitId` stands to the figure: it types its own, another unit's is shown and stays as it is. */
export const whoOf = (indicator: KnownIndicator | null, unitId: string, held: boolean): 'typed' | 'locked' | 'source' =>
  !indicator ? 'typed' : indicator.sourceUnitId === unitId ? 'source' : held && unitId !== WHOLE ? 'locked' : 'typed'

/** The same amount in the unit of the field; as it is where one of them has none. */
export const inUnit = (value: string, from: string | null, to: string | null): string | null =>
  from && to ? converted(value, from, to) : value

const NUMBER = /^-?\d{1,15}(?:\.\d{1,6})?$/
export const plainNumber = (text: string): string => text.normalize('NFKC').replace(/[,\s]/g, '')

/** What is wrong with the values, or null: a field with a unit takes a number. Nothing need be filled in that is not known, but something must. */
export function answerFault(form: readonly AskedField[], values: ReadonlyMap<string, string>): Refusal | null {
  for (const name of values.keys()) if (!form.some(f => f.name === name)) return refuse('invalid', { field: name, rule: 'unknown' })
  for (const { name, unit } of form) {
    const value = values.get(name)?.trim()
    if (value && unit && !NUMBER.test(plainNumber(value))) return refuse('invalid', { field: name, rule: 'number' })
  }
  return [...values.values()].some(v => v.trim()) ? null : refuse('invalid', { field: 'cells', rule: 'required' })
}
