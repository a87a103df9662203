// The facts of a kind on their way: which of them a kind has, and what each must be, is for core/kind.ts to say.
import { z } from 'zod'
import { CURRENCIES, isAmount } from '../money.ts'
import { MOST_ROWS } from '../rows.ts'
import { Line, Words } from './value.ts'

export const Money = z.object({ amount: z.string().refine(isAmount, 'money'), currency: z.enum(CURRENCIES) }).meta({ id: 'Money' })
const Rows = z.array(z.record(z.string().max(40), Words(2000))).max(MOST_ROWS)
const Value = z.union([Words(2000), z.number(), z.literal(true), z.array(Line(200)).max(100), Rows, Money, z.null()])
export const FieldsBody = z.record(z.string().max(40), Value)
/** The names of what ids in facts stand for; who may not see it has none. */
export const FieldNames = z.record(z.string(), z.string())
