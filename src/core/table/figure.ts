// One cell as a figure: １，２３４．５ · 45.2% · 12.3亿元 · — · words. Exact: digits stay a text, and what is doubtful is words. Pure.

export type Figure =
  | { is: 'none' }
  /** Something says that there is no figure: —, 无. */
  | { is: 'missing' }
  /** Digits as a plain decimal with its sign; `measure` as written after it: % 亿元 */
  | { is: 'number'; digits: string; measure: string }
  /** `digits`: there are some, so somebody may have meant a figure. */
  | { is: 'words'; digits: boolean }

/** — －－ / … 无 暂无 N/A #N/A */
const MISSING =
  /^(?:[-—–―─−/\\…·*]+|\.{2,}|无|空|缺|缺报|未报|暂无|暂缺|待定|待核|待统计|未统计|(?:暂|尚)?未(?:公布|发布)|无数据|n\/?a|null|#n\/a|#div\/0!)$/i
/** What a formula leaves where it broke: somebody meant a figure. */
const BROKEN = /^#(?:ref!|value!|name\?|num!|null!|spill!|calc!)$/i
/** (1.5) （1,200） as accountants write a loss; (1) alone may count a note. */
const IN_BRACKETS = /^\((\d+\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?)(%?)\)(%?)$/
/** 1,234.5 · 1234.5 · .5, then %, 万, 亿元, 个百分点; before it 下降, or △ as budgets print it. ▲ means both, so it stays words. */
const NUMBER =
  /^(?:同比)?(增长|上升|提高|增加|下降|降低|减少|回落|[增升涨降减跌△▽▼↓↑])?([+\-−]?)[¥￥]?(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(\.\d*)?((?:%|‰|[\p{Script=Han}㎡²³][\p{Script=Han}/a-z0-9㎡²³%]{0,9})?)$/iu
/** 12.5① 12.5*: a note stands below the table. Full-width and circled digits are made plain below, so marks go first. */
const NOTE_MARK = /(?<=[\d０-９%％])(?:[①-⑳⑴-⒇¹²³⁰⁴-⁹]|[*＊]{1,3}|[[［][1-9][\]］])+\s*$/
/** A year, a month, a day is no figure, nor is a period: 2026年 · 5月 · 1季度 */
const PERIOD = /^(?:年|月|日|季|号|期|点|时|分|第|至|到)/

const FALLS = /下降|降低|减少|回落|[降减跌△▽▼↓]/

/** Longer ones are account numbers and the like. */
const MOST_DIGITS = 18

export function readFigure(cell: string): Figure {
  const text = cell.replace(NOTE_MARK, '').normalize('NFKC').replace(/\s+/g, '').replace(IN_BRACKETS, '-$1$2$3')
  if (text === '') return { is: 'none' }
  if (MISSING.test(text)) return { is: 'missing' }
  if (BROKEN.test(text)) return { is: 'words', digits: true }
  const [, moved = '', sign = '', whole = '', part = '', measure = ''] = text.length > 60 ? [] : (NUMBER.exec(text) ?? [])
  if (whole + part === '' || PERIOD.test(measure)) return { is: 'words', digits: /\d/.test(text) }
  const digits = `${whole.replaceAll(',', '').replace(/^0+(?=\d)/, '') || '0'}${part === '.' ? '' : part}`
  if (digits.length > MOST_DIGITS || (moved !== '' && sign !== '')) return { is: 'words', digits: true }
  const below = sign === '-' || sign === '−' || FALLS.test(moved)
  return { is: 'number', digits: below ? `-${digits}` : digits, measure }
}
