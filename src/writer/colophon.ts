// The 版记 of a document going out: copies, issuing office and date between rules, at the foot of the last page.

import {
  BorderStyle,
  LineRuleType,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { type Gongwen, writtenDay } from '../core/gongwen.ts'
import { RULE, SIZE, TYPE_AREA } from './measure.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const WIDTH = { size: TYPE_AREA.width, type: WidthType.DXA } as const
const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' }) as const
/** One 四号 character, in twips. */
const CHARACTER = SIZE.small * 10
/** The least that Word takes for an exact line: 0.7 pt; 22 lines of text leave 18 twips of the type area. */
const LEAST_LINE = 14

/**
 * 7.4: the first and last rule thick, those between thin; the last coincides with the lower edge of the type area.
 * Word and LibreOffice from 7.6 stand it there; older LibreOffice sets it right below the date.
 */
export function colophon(doc: Gongwen): (Paragraph | Table)[] {
  const rows: Paragraph[] = []
  if (doc.copies) rows.push(entry(`抄送：${doc.copies.replace(/。$/, '')}。`, 3 * CHARACTER))
  if (doc.printed) rows.push(entry(`${doc.printed.office}\t${writtenDay(doc.printed.date)}印发`, 0))
  if (rows.length === 0) return []
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: WIDTH,
    columnWidths: [TYPE_AREA.width],
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: RelativeHorizontalPosition.LEFT,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    borders: {
      top: rule(RULE.thick),
      bottom: rule(RULE.thick),
      left: NONE,
      right: NONE,
      insideHorizontal: rule(RULE.thin),
      insideVertical: NONE,
    },
    rows: rows.map(row => new TableRow({ cantSplit: true, children: [new TableCell({ width: WIDTH, children: [row] })] })),
  })
  // A document may not end with a table: the paragraph after it anchors it to the last page. It fits below a full page, too.
  return [table, new Paragraph({ spacing: { line: LEAST_LINE, lineRule: LineRuleType.EXACT } })]
}

/** One character in on both sides; turned lines begin under the names, not under 抄送：. */
function entry(words: string, hanging: number): Paragraph {
  return new Paragraph({
    // The block is never torn, nor parted from the date, where it stands in the text (LibreOffice before 7.6).
    keepNext: true,
    indent: { left: CHARACTER + hanging, right: CHARACTER, hanging },
    spacing: { line: 2 * CHARACTER, lineRule: LineRuleType.EXACT },
    tabStops: [{ type: TabStopType.RIGHT, position: TYPE_AREA.width - CHARACTER }],
    children: [new TextRun({ text: words, size: SIZE.small, characterSpacing: 0 })],
  })
}
