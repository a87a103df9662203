// placeholder
import type { Same } from './words.ts'
import { zh } from './zh.ts'
export const en: Same<typeof zh> = zh
