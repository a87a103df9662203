// Finding the columns of a sheet by their headers, wherever people moved them. Pure; says what is missing, repeated or not known.

/** What a column may be called; the first name is the one that the template prints. */
export type Headings<Key extends string> = Readonly<Record<Key, readonly string[]>>

export interface Head<Key extends string> {
  /** Index of the header's row. */
  row: number
  at: Map<Key, number>
  repeated: Key[]
  /** Headers that mean nothing here, as they stand. */
  ignored: string[]
}

/** A title or a note may stand above the header. */
const HEADER_WITHIN = 10

/** 单位 名称（必填） and 单位名称 are one header. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\(.*?\)|[\s*:]/g, '')
    .toLowerCase()

/** The first of the top rows that has the most of the headings, and at least two; null when there is none. */
export function findHead<Key extends string>(rows: readonly (readonly string[])[], headings: Headings<Key>): Head<Key> | null {
  const known = new Map((Object.keys(headings) as Key[]).flatMap(key => headings[key].map(name => [bare(name), key] as const)))
  let best: Head<Key> | null = null
  for (const [row, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const found: Head<Key> = { row, at: new Map(), repeated: [], ignored: [] }
    for (const [column, cell] of cells.entries()) {
      if (cell.trim() === '') continue
      const key = known.get(bare(cell))
      if (!key) found.ignored.push(cell.trim().slice(0, 40))
      else if (found.at.has(key)) found.repeated.push(key)
      else found.at.set(key, column)
    }
    if (found.at.size >= 2 && found.at.size > (best?.at.size ?? 0)) best = found
  }
  return best
}

/** The filled rows below the head, with the number of their line, from 1. */
export function rowsBelow<Key extends string>(
  rows: readonly (readonly string[])[],
  { row, at }: Head<Key>,
): { line: number; get: (key: Key) => string }[] {
  return rows.flatMap((cells, index) =>
    index <= row || cells.every(cell => cell.trim() === '')
      ? []
      : [{ line: index + 1, get: (key: Key) => (cells[at.get(key) ?? -1] ?? '').replace(/\s+/g, ' ').trim() }],
  )
}
