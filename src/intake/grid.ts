// Turns a table into the lines that officials write when there is no table: 1.加快清淤。牵头单位：… 完成时限：… It never drops a filled cell.

/** One row; a cell that continues the one above (merged) is null. */
export type Row = (string | null)[]

/** 序号 编号 */
const NUMBER = /^(?:序号|编号|序|号)$/
/** 重点任务 工作内容 具体措施 督办事项 项目名称 */
const TASK = /^(?:.{0,6}(?:任务|内容|事项|措施|举措|要求|工作|目标|项目|问题)(?:名称|内容|清单|分解|及要求|及举措)?)$/
/** 牵头单位 责任部门 主办单位 责任人 包联领导 完成时限 时间节点 备注 */
const LABEL =
  /^(?:.{0,6}(?:单位|部门|科室|领导|负责人|责任人|联系人|时限|时间|节点|日期|期限|进度|进展|情况|结果|成果|标准|备注|依据|来源|电话|指标))$/

const compact = (cell: string | null | undefined) => (cell ?? '').replace(/\s+/g, '')
const oneLine = (cell: string) => cell.replace(/\s*\n\s*/g, '')

/** The row that names the columns, or null: it stands among the first four. */
export function headerOf(rows: readonly Row[]): Row | null {
  return rows.find((row, at) => at < 4 && isHeader(row)) ?? null
}

export function gridLines(rows: readonly Row[]): string[] {
  const header = rows.findIndex((row, at) => at < 4 && isHeader(row))
  if (header < 0) return rows.flatMap(plainRow)
  const names = rows[header]!.map(compact)
  const tasks = names.flatMap((name, at) => (TASK.test(name) && !LABEL.test(name) ? [at] : []))
  const number = names.findIndex(name => NUMBER.test(name))
  return [
    ...rows.slice(0, header).flatMap(plainRow),
    ...filled(rows.slice(header + 1), names.length).flatMap(row => taskLines(row, names, tasks, number)),
  ]
}

/** More known headings than other cells, none long: in a form (承办单位 | 县水利局) every second cell is a value. */
function isHeader(row: Row): boolean {
  const cells = row.map(compact).filter(cell => cell !== '')
  const known = cells.filter(cell => NUMBER.test(cell) || TASK.test(cell) || LABEL.test(cell))
  return (
    cells.length >= 2 &&
    cells.every(cell => cell.length <= 14) &&
    known.length >= 2 &&
    known.length * 2 > cells.length &&
    known.some(cell => LABEL.test(cell))
  )
}

interface Filled {
  cells: string[]
  /** The cell stands in this row itself, not in a merged one above. */
  own: boolean[]
}

function filled(rows: readonly Row[], width: number): Filled[] {
  const last: string[] = new Array(width).fill('')
  return rows.map(row => {
    const own = Array.from({ length: width }, (_, at) => row[at] !== null && row[at] !== undefined)
    for (let at = 0; at < width; at++) if (own[at]) last[at] = row[at]!.trim()
    return { cells: [...last], own }
  })
}

/** 1.改造管网二期。\n牵头单位：县住房和城乡建设局\n完成时限：10月底前 */
function taskLines({ cells, own }: Filled, names: string[], tasks: number[], number: number): string[] {
  if (cells.every((cell, at) => cell === '' || !own[at])) return []
  const main =
    tasks.findLast(at => cells[at] !== '') ?? names.findIndex((name, at) => at !== number && !LABEL.test(name) && cells[at] !== '')
  const lines: string[] = []
  // A task that spans several measures is said once, above the first of them.
  for (const at of tasks) if (at !== main && own[at] && cells[at] !== '') lines.push(oneLine(cells[at]!))
  const counted = number >= 0 && own[number] ? ordinalOf(cells[number]!) : ''
  if (main >= 0) lines.push(labelled(counted ?? '', sentence(oneLine(cells[main]!))))
  names.forEach((name, at) => {
    if (at === main || tasks.includes(at) || cells[at] === '') return
    // 编号 2026-014 names the task; it does not count it.
    if (at === number && counted !== null) return
    lines.push(name === '' ? oneLine(cells[at]!) : `${name}：${oneLine(cells[at]!).replace(/[。；;]$/, '')}`)
  })
  return lines
}

/** 3 → 3. · 三 → 三、 · （三） stays · 2026-014 is none: null. */
function ordinalOf(cell: string): string | null {
  const words = compact(cell).replace(/[.．、]$/, '')
  if (words === '') return ''
  if (/^\d+$/.test(words)) return `${words}.`
  if (/^[一二三四五六七八九十]+$/.test(words)) return `${words}、`
  return /^[（(].+[)）]$|^[①-⑳]$|^\d+(?:\.\d+)+$/.test(words) ? words : null
}

/** 1. and 5亿元 must not become 1.5亿元. */
function labelled(label: string, words: string): string {
  return label + (/[\w.)]$/.test(label) && /^\w/.test(words) ? ' ' : '') + words
}

function sentence(words: string): string {
  return /[。！？；：]$/.test(words) ? words : `${words}。`
}

/** 承办单位 | 县水利局 | 完成时限 | 6月底 → a line for each pair; other rows → one line, cells apart by a tab. */
function plainRow(row: Row): string[] {
  const cells = row.flatMap(cell => (cell === null || cell.trim() === '' ? [] : [cell.trim()]))
  const pairs: string[] = []
  for (let at = 0; at < cells.length; at += 2) {
    const [name, value] = [compact(cells[at]).replace(/[:：]$/, ''), cells[at + 1]]
    if (value === undefined || !(LABEL.test(name) || TASK.test(name)) || name.length > 10 || LABEL.test(compact(value)))
      return cells.length === 0 ? [] : [cells.join('\t')]
    pairs.push(`${name}：${value}`)
  }
  return pairs
}
