// A ledger of a kind as a sheet: in the platform's columns, or in those of the office's own workbook.
import type { SheetKind } from '../core/kindsheet/column.ts'
import { HEADS } from '../core/kindsheet/heads.ts'
import { type OutColumn, type SheetItem, sheetLines } from '../core/kindsheet/lines.ts'
import type { Day } from '../core/types.ts'
import type { Sheet } from './sheet.ts'

const LEDGER: Record<SheetKind, string> = {
  project: '招商引资项目台账',
  visit: '考察对标台账',
  lesson: '经验启示台账',
  reform: '改革事项台账',
  risk: '风险台账',
}

export const kindSheet = (
  kind: SheetKind,
  { title, columns }: { title: string | null; columns: readonly OutColumn[] },
  items: readonly SheetItem[],
  place: string,
  today: Day,
): Sheet => ({
  title: title || `${place}${LEDGER[kind]}`,
  date: today,
  issuer: place,
  note: `共${items.length}条，截至${today}。“${HEADS[kind]!.title[0]}”和编号用来对应已有事项，请勿改动；改好后可原样导入。`,
  ...sheetLines(kind, columns, items),
})
