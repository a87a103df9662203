// The facts of a kind on their way: which of them a kind has, and what each must be, is for core/kind.ts to say.
import { z } from 'zod'
import { CURRENCIES, isAmount } from '../money.ts'
import { Words } from './value.ts'

export const Money = z.object({ amount: z.string().refine(isAmount, 'money'), currency: z.enum(CURRENCIES) }).meta({ id: 'Money' })
export const FieldsBody = z.record(z.string().max(40), z.union([Words(2000), z.number(), Money, z.null()]))
