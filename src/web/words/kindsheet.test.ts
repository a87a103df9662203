// The words over a sheet's columns are those of the pages: a ledger that goes out is called as it is on the screen.
import { expect, test } from 'vitest'
import { KIND } from '../../core/kind.ts'
import { headOf, isInACell, SHEET_KINDS } from '../../core/kindsheet/column.ts'
import { HEADS } from '../../core/kindsheet/heads.ts'
import { kindZh } from './kindzh.ts'

for (const kind of SHEET_KINDS) {
  const words = kindZh[kind] as {
    title: string
    stage: Record<string, string>
    field: Record<string, string>
    choice: Record<string, Record<string, string>>
  }
  test(`a sheet of ${kind} calls its columns, stages and choices as the page does`, () => {
    expect(headOf(kind, 'title')).toBe(words.title)
    const fields = Object.keys(KIND[kind].fields).filter(field => isInACell(kind, field))
    expect(Object.fromEntries(fields.map(field => [field, headOf(kind, `field.${field}`)]))).toEqual(
      Object.fromEntries(fields.map(field => [field, words.field[field]])),
    )
    const stages = Object.keys(KIND[kind].stages)
    expect(Object.fromEntries(stages.map(stage => [stage, HEADS[kind]!.stages[stage]?.[0]]))).toEqual(words.stage)
    for (const [field, choices] of Object.entries(words.choice))
      expect(Object.fromEntries(Object.keys(choices).map(choice => [choice, HEADS[kind]!.choices[field]?.[choice]?.[0]]))).toEqual(choices)
  })
}
