// Text of an .xlsx of tasks: each sheet a page, its rows as lines. Values as the sheet shows them; formulas by their last result, never computed.

import { type Parts, partText } from './archive.ts'
import { gridLines, type Row } from './grid.ts'
import { joinPages, type Note, type Paged } from './page.ts'
import { type IntakeRefusal, refuseIntake } from './refusal.ts'
import { type Shape, shapesOf, shown } from './shape.ts'
import { walkXml } from './xml.ts'

export const BOOK_MAIN = 'xl/workbook.xml'

export const bookPart = (name: string): boolean =>
  /^xl\/(?:workbook|sharedStrings|styles|_rels\/workbook\.xml|worksheets\/[^/]+)\.(?:xml|rels)$/.test(name)

/** What a sheet may hold at most (Excel's own limit is wider); what lies beyond is no table of tasks. */
const MOST_COLUMNS = 200

export function book(parts: Parts): (Paged & { notes: Note[] }) | IntakeRefusal {
  try {
    const { sheets, since1904 } = workbook(parts)
    const strings = sharedStrings(partText(parts, 'xl/sharedStrings.xml'))
    const shapes = shapesOf(partText(parts, 'xl/styles.xml'), since1904)
    const texts: string[] = []
    let leftOut = 0
    for (const sheet of sheets) {
      const xml = sheet.hidden ? null : partText(parts, sheet.part)
      const lines = xml === null ? [] : gridLines(rowsOf(xml, strings, shapes))
      if (lines.length === 0) leftOut++
      else texts.push(`${sheets.length > 1 ? [sheet.name, ...lines].join('\n') : lines.join('\n')}\n`)
    }
    return { ...joinPages(texts), notes: leftOut > 0 ? [{ code: 'sheets-left-out', facts: { count: leftOut } }] : [] }
  } catch (error) {
    if (error instanceof SyntaxError) return refuseIntake('damaged', { kind: 'xlsx' })
    throw error
  }
}

/** Sheets in the order of their tabs, with the part that holds each. */
function workbook(parts: Parts): { sheets: { name: string; part: string; hidden: boolean }[]; since1904: boolean } {
  const targets = new Map<string, string>()
  walkXml(partText(parts, 'xl/_rels/workbook.xml.rels') ?? '', {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attributes.get('Target') ?? ''
      targets.set(attributes.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    },
  })
  const sheets: { name: string; part: string; hidden: boolean }[] = []
  let since1904 = false
  walkXml(partText(parts, BOOK_MAIN) ?? '', {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
      if (name !== 'sheet') return
      sheets.push({
        name: attributes.get('name') ?? '',
        part: targets.get(attributes.get('id') ?? '') ?? '',
        hidden: (attributes.get('state') ?? 'visible') !== 'visible',
      })
    },
  })
  return { sheets, since1904 }
}

/** Rich text is joined; the reading of Japanese characters (rPh) is not text. */
function sharedStrings(xml: string | null): string[] {
  const strings: string[] = []
  let inText = false
  let phonetic = false
  walkXml(xml ?? '', {
    open(name) {
      if (name === 'si') strings.push('')
      else if (name === 'rPh') phonetic = true
      else if (name === 't') inText = true
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
    },
    text(words) {
      if (inText && !phonetic) strings[strings.length - 1] += words
    },
  })
  return strings
}

function rowsOf(xml: string, strings: string[], shapes: Shape[]): Row[] {
  const rows: Row[] = []
  const merges: string[] = []
  let row: Row = []
  let column = 0
  let type = ''
  let shape: Shape | undefined
  let value = ''
  let reading = false
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        row = []
        const number = Number(attributes.get('r') ?? rows.length + 1)
        // Empty rows in between are not written; a sheet with millions of them is one row at its end.
        while (rows.length < number - 1 && rows.length < 100_000) rows.push([])
        rows.push(row)
      } else if (name === 'c') {
        column = attributes.has('r') ? columnOf(attributes.get('r')!) : row.length
        type = attributes.get('t') ?? 'n'
        shape = shapes[Number(attributes.get('s') ?? 0)]
        value = ''
      } else if (name === 'v' || name === 't') reading = true
      else if (name === 'mergeCell') merges.push(attributes.get('ref') ?? '')
    },
    close(name) {
      if (name === 'v' || name === 't') reading = false
      else if (name === 'c' && column < MOST_COLUMNS) {
        while (row.length < column) row.push('')
        row[column] =
          type === 's'
            ? (strings[Number(value)] ?? '')
            : type === 'n' || type === 'd'
              ? shown(value, shape)
              : type === 'b'
                ? value === '1'
                  ? '是'
                  : '否'
                : type === 'e'
                  ? ''
                  : value
      }
    },
    text(words) {
      if (reading) value += words
    },
  })
  for (const merge of merges) continued(rows, merge)
  return rows.filter(cells => cells.some(cell => cell === null || cell.trim() !== ''))
}

/** A2:A5 → the cells below the first continue it; those to its right stay empty. */
function continued(rows: Row[], merge: string): void {
  const [from, to] = merge.split(':')
  if (!from || !to) return
  const column = columnOf(from)
  const [first, last] = [Number(from.replace(/\D/g, '')), Number(to.replace(/\D/g, ''))]
  for (let at = first; at < last && at < rows.length; at++) if (column < rows[at]!.length) rows[at]![column] = null
}

/** A → 0, Z → 25, AA → 26. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference.replace(/[^A-Z]/g, '')) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
