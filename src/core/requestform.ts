// The fields of a request's form: what each is called, in what unit and for what period it is asked, and which no form may have. Pure.
import { type AskedField, type FieldPeriod, matchFields, named } from './fieldmatch.ts'
import { forbiddenField } from './forbidden.ts'
import type { Fields } from './kind.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Row } from './rows.ts'

/** A form that asks for more is a survey (product choice). */
export const MOST_FIELDS = 60

export const formOf = (fields: Fields): AskedField[] =>
  ((fields.form ?? []) as Row[]).map(({ name = '', unit, period }) => ({
    name: name.trim(),
    unit: unit?.trim() || null,
    period: (period as FieldPeriod | undefined) ?? 'none',
  }))

/** What is wrong with a form, or null; one without fields is not finished, which is no fault yet. */
export function formFault(form: readonly AskedField[]): Refusal | null {
  if (form.length > MOST_FIELDS) return refuse('invalid', { field: 'form', rule: 'rows' })
  if (new Set(form.map(f => f.name)).size < form.length) return refuse('invalid', { field: 'form', rule: 'twice' })
  for (const { name } of form) {
    const found = forbiddenField(name)
    if (found) return refuse('field-forbidden', { name, code: found.code, rule: found.rule, found: found.found })
  }
  return null
}

export interface WholeField extends AskedField {
  /** The request that was merged and asked for it; null: its own. */
  from: number | null
}

/** Its own fields, and those of what was merged into it that it does not ask for itself: undoing the merger takes them away again. */
export function wholeForm(own: readonly AskedField[], merged: readonly (readonly AskedField[])[]): WholeField[] {
  const all: WholeField[] = own.map(field => ({ ...field, from: null }))
  for (const [from, form] of merged.entries()) {
    const same = new Set(matchFields(form.map(named), all.map(named)).flatMap(m => (m.same ? [m.a] : [])))
    for (const [at, field] of form.entries()) if (!same.has(at) && !all.some(f => f.name === field.name)) all.push({ ...field, from })
  }
  return all
}
