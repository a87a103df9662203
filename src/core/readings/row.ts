// What each line of a table says by its names, months and measures: 〃 and blanks below a name are what stands above, two tables side by side are two. Pure.
import type { ReadingStatus } from '../indicator.ts'
import { WHOLE } from '../indicator.ts'
import { readFigure } from '../table/figure.ts'
import { isMeasure } from '../table/measure.ts'
import { monthCell, yearCell } from '../table/period.ts'
import { isTerritory } from '../table/unitname.ts'
import { statusOf } from './column.ts'
import { type Finders, isTotal } from './finders.ts'
import { readLabel } from './label.ts'
import type { Column, Layout } from './layout.ts'

export interface Called {
  /** As printed; empty where nothing says it. */
  text: string
  id: string | null
  maybe: string[]
}

export interface Row {
  indicator: Called | null
  unit: Called | null
  /** In the words of the sheet: 亿元、% beside a name are two. */
  measures: string[]
  year: number | null
  month: number | null
  /** A month is left empty where others have theirs. */
  undated: boolean
  status: ReadingStatus | null
  aside: Column['aside']
  total: boolean
  section: Called
  /** 一、禾丰镇 above: whose the lines below are. */
  place: Called | null
  /** Nothing in it names anything. */
  bare: boolean
}

const isLabel = ({ role }: Column): boolean => role === 'indicator' || role === 'unit'

/** 乡镇 | 累计 | 乡镇 | 累计: names speak only for the figures right of them. */
export function panelsOf(columns: readonly Column[]): Column[][] {
  const first = columns.find(isLabel)
  const starts = columns.flatMap((c, at) => (first && isLabel(c) && c.role === first.role && c.head === first.head ? [at] : []))
  const halves = starts.map((start, at) => columns.slice(at === 0 ? 0 : start, starts[at + 1]))
  return halves.length > 1 && halves.every(half => half.some(c => c.role === 'value')) ? halves : [[...columns]]
}

/** 〃 同上 " */
const DITTO = /^(?:〃|″|"|”|同上)$/

/** `isKept`: figures of that indicator are kept for that unit. */
export function linesOf(
  layout: Layout,
  panel: readonly Column[],
  find: Finders,
  isKept: (indicator: string, unit: string) => boolean,
): Row[] {
  const labels = panel.filter(isLabel)
  const texts = new Map(
    panel
      .filter(c => c.role !== 'value' && c.role !== 'leave')
      .map(c => [c, downwards(layout, c, (c === labels[0] && labels.length > 1) || c.role === 'month' || c.role === 'year')]),
  )
  const lines = layout.table.body.map(({ section }, at) => rowOf(texts, at, section, find))
  const answers = labels.find(c => c.role === 'unit')
  return answers && ANSWERS.test(answers.head.replace(/\s/g, '')) ? lines.map(line => ofWhole(line, lines, isKept)) : lines
}

/** 县财政局 under 责任单位 answers for the county's figure. */
const ANSWERS = /^(?:责任|牵头|承办|主管|填报|报送|数据来源)(?:单位|部门)$/

/** Unless it is a place of its own, its figures are kept, or the same indicator stands for another unit, too. */
function ofWhole(line: Row, lines: readonly Row[], isKept: (indicator: string, unit: string) => boolean): Row {
  const [of, unit] = [line.indicator?.id, line.unit]
  if (!of || !unit?.id || isTerritory(unit.text) || isKept(of, unit.id)) return line
  const others = lines.some(other => other.indicator?.id === of && other.unit?.id !== unit.id)
  return others ? line : { ...line, unit: { text: '', id: WHOLE, maybe: [] } }
}

/** The words of a column line by line. `carries`: a blank is what stands above it; where blanks are few, one may have been forgotten: then 〃 is put before it. */
function downwards({ cells, table }: Layout, { column }: Column, carries: boolean): string[] {
  const own = table.body.map(({ row }) => cells[row]![column] ?? '')
  const blanks = own.filter((text, at) => text === '' && filled(cells[table.body[at]!.row]!)).length
  const grouped = blanks * 2 >= own.length
  let above = ''
  return own.map(text => {
    if (DITTO.test(text)) return above
    if (text !== '') above = text
    else if (carries) return grouped || above === '' ? above : `〃${above}`
    return text
  })
}

const filled = (cells: readonly string[]): boolean => cells.some(cell => readFigure(cell).is === 'number')

function rowOf(texts: ReadonlyMap<Column, readonly string[]>, at: number, section: string, find: Finders): Row {
  const line: Row = {
    indicator: null,
    unit: null,
    measures: [],
    year: null,
    month: null,
    undated: false,
    status: null,
    aside: null,
    total: false,
    section: { text: section, ...find.indicator(readLabel(section).name || section) },
    place: placeOf(section, find),
    bare: true,
  }
  for (const [column, all] of texts) {
    const text = all[at]!
    if (text === '') continue
    if (column.role === 'indicator' && (line.indicator === null || line.indicator.id === null)) {
      const label = readLabel(text, name => find.indicator(name).id !== null)
      const whole = find.indicator(text)
      line.indicator = whole.id ? { text, ...whole } : { text, ...find.indicator(label.name || text) }
      if (!whole.id) line.aside = label.aside
      if (line.measures.length === 0) line.measures = label.measures
      line.month ??= label.month
      if (isTotal(text)) line.total = true
      line.bare = false
    } else if (column.role === 'unit' && (line.unit === null || line.unit.id === null)) {
      line.total = isTotal(text)
      line.unit = { text, ...find.unit(text) }
      line.bare = false
    } else if (column.role === 'measure') line.measures = measuresIn(text) ?? line.measures
    else if (column.role === 'month' || column.role === 'year') {
      line.undated ||= text.startsWith('〃')
      const said = column.role === 'month' ? monthCell(text) : null
      line.month = said?.month ?? line.month
      line.year = (column.role === 'year' ? yearCell(text) : said?.year) ?? line.year
      if (said) line.bare = false
    } else if (column.role === 'status') line.status = statusOf(text)
  }
  return line
}

/** 亿元、% are two; what is no measure is one still, which nothing can be told in. */
function measuresIn(text: string): string[] | null {
  if (readFigure(text).is === 'missing') return null
  const parts = text.split(/[、,，;；]+/).filter(part => part.trim() !== '')
  return parts.every(isMeasure) ? parts : [text]
}

function placeOf(section: string, find: Finders): Called | null {
  if (section === '') return null
  const found = find.unit(section)
  return found.id !== null || isTerritory(section.trim()) ? { text: section, ...found } : null
}
