// The cell styles of an exported sheet, as the styles part of an .xlsx; data only.

/** Index into `cellXfs` below. */
export const STYLE = { plain: 0, title: 1, note: 2, header: 3, text: 4, number: 5, date: 6, percent: 7 } as const

const BORDER =
  '<border><left style="thin"><color rgb="FFBFBFBF"/></left><right style="thin"><color rgb="FFBFBFBF"/></right><top style="thin"><color rgb="FFBFBFBF"/></top><bottom style="thin"><color rgb="FFBFBFBF"/></bottom><diagonal/></border>'
const font = (size: number, extra = '') => `<font>${extra}<sz val="${size}"/><name val="宋体"/><charset val="134"/></font>`
const xf = (format: number, fontId: number, fillId: number, borderId: number, align: string, extra = '') =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${extra}><alignment vertical="center" ${align}/></xf>`

/** Built-in formats: 0 general, 49 text, 9 whole per cent; 164 is ours: the full date. */
export const SHEET_STYLES = [
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
  `<fonts count="4">${font(11)}${font(16, '<b/>')}${font(10)}${font(11, '<b/>')}</fonts>`,
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/><bgColor indexed="64"/></patternFill></fill></fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${BORDER}</borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="8">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  xf(49, 1, 0, 0, 'horizontal="center"', ' quotePrefix="1"'),
  xf(49, 2, 0, 0, 'horizontal="left"', ' quotePrefix="1"'),
  xf(49, 3, 2, 1, 'horizontal="center" wrapText="1"', ' quotePrefix="1"'),
  xf(49, 0, 0, 1, 'horizontal="left" wrapText="1"', ' quotePrefix="1"'),
  xf(0, 0, 0, 1, 'horizontal="right"'),
  xf(164, 0, 0, 1, 'horizontal="center"'),
  xf(9, 0, 0, 1, 'horizontal="right"'),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('')
