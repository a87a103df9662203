// A table inside a document going out: 小四, header row repeated on every page, rows never torn apart.

import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { TableBlock } from '../core/gongwen.ts'
import { FONT } from './font.ts'
import { LINE, SIZE, TYPE_AREA } from './measure.ts'

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

/** The caption, the table, and an empty line so that the text below does not stick to it. */
export function gridTable(block: TableBlock): (Paragraph | Table)[] {
  const widths = columnWidths(block.columns.map(column => column.share))
  const row = (texts: string[], header: boolean) =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: block.columns.map((column, at) => cell(texts[at] ?? '', widths[at]!, header ? 'center' : column.align, header)),
    })
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TYPE_AREA.width, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
    rows: [
      row(
        block.columns.map(column => column.header),
        true,
      ),
      ...block.rows.map(texts => row(texts, false)),
    ],
  })
  return [
    ...(block.caption ? [caption(block.caption)] : []),
    table,
    new Paragraph({ spacing: { line: LINE / 2, lineRule: LineRuleType.EXACT } }),
  ]
}

/** Whole twips in proportion to the shares; the last column takes what rounding leaves. */
function columnWidths(columnShares: number[]): number[] {
  const total = columnShares.reduce((sum, one) => sum + one, 0)
  const widths = columnShares.map(one => Math.floor((TYPE_AREA.width * one) / total))
  widths[widths.length - 1]! += TYPE_AREA.width - widths.reduce((sum, one) => sum + one, 0)
  return widths
}

function cell(words: string, width: number, align: keyof typeof ALIGN, header: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: ALIGN[align],
        spacing: { line: 360, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text: words, size: SIZE.table, characterSpacing: 0, ...(header ? { font: FONT.h1 } : {}) })],
      }),
    ],
  })
}

function caption(words: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { line: LINE, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: words, font: FONT.h1, size: SIZE.small })],
  })
}
