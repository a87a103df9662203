// The plain model of a document going out in the form of GB/T 9704-2012; the writer sets it as .docx, the web draws it as a page.

export interface TextBlock {
  /** `h1` 一、… · `h2` （一）… · `h3` 1.… · `p` running text; the text carries its own number. */
  kind: 'h1' | 'h2' | 'h3' | 'p'
  text: string
}

export interface TableBlock {
  kind: 'table'
  /** Stands centred above the table. */
  caption: string | null
  columns: {
    header: string /** Share of the table's width; only the proportion counts. */
    share: number
    align: 'left' | 'center' | 'right'
  }[]
  rows: string[][]
}

export type Block = TextBlock | TableBlock

export interface Gongwen {
  /** 发文机关标志, e.g. 青禾县人民政府督查室文件 */
  mark: string
  /** 发文字号, e.g. 青政督〔2026〕12号; null = not numbered yet. */
  number: string | null
  title: string
  /** 主送机关, without the closing colon. */
  recipients: string | null
  blocks: Block[]
  /** Names of the attachments (附件说明). */
  attachments: string[]
  /** 发文机关署名 */
  issuer: string
  /** 成文日期, `YYYY-MM-DD`. */
  date: string
  /** 抄送机关; null = copied to nobody. */
  copies: string | null
  /** 印发机关和印发日期 (`YYYY-MM-DD`) of the 版记. */
  printed: { office: string; date: string } | null
}

const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 → 一, 10 → 十, 21 → 二十一: the ordinals of headings, 1 to 99. */
export function ordinal(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`a heading's number must be 1 to 99, not ${n}`)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return (tens > 1 ? NUMERALS[tens]! : '') + (tens > 0 ? '十' : '') + (ones > 0 ? NUMERALS[ones]! : '')
}

/** `2026-05-31` → 2026年5月31日: months and days without leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function writtenDay(day: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!found) throw new RangeError(`a day must be YYYY-MM-DD, not ${JSON.stringify(day)}`)
  return `${found[1]}年${Number(found[2])}月${Number(found[3])}日`
}
