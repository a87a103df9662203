// Makes the parts of an .xlsx ready for the library that reads it: only what has cells, in the spelling it knows, with nothing that it would unroll without end.

import { strToU8 } from 'fflate'
import { type Parts, partText } from './archive.ts'

export const BOOK_MAIN = 'xl/workbook.xml'

/** Pictures, comments and links between parts are left out. */
export const bookPart = (name: string): boolean =>
  /^xl\/(?:workbook|sharedStrings|styles|_rels\/workbook\.xml|worksheets\/[^/]+)\.(?:xml|rels)$/.test(name)

/** Merged cells of a workbook: the library makes each of them. */
export const MOST_MERGED = 500_000

/** What an .xlsx may leave unsaid: number formats of the Chinese edition, 短日期 and the like (ECMA-376, 18.8.30). */
const CHINESE_FORMATS = [
  ...[27, 36, 50, 52, 57].map(id => [id, 'yyyy年m月'] as const),
  ...[28, 29, 30, 31, 51, 53, 54, 58].map(id => [id, 'yyyy年m月d日'] as const),
  ...[32, 33, 34, 35, 55, 56].map(id => [id, 'h:mm'] as const),
]
  .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
  .join('')

export function tameParts(parts: Parts): Parts {
  const tame = new Map<string, Uint8Array>()
  for (const name of parts.keys()) {
    const xml = bookPart(name) ? partText(parts, name) : null
    if (xml !== null) tame.set(name, strToU8(tamed(name, withoutPrefix(xml))))
  }
  return tame
}

function tamed(name: string, xml: string): string {
  if (name === BOOK_MAIN) return withoutNames(xml)
  if (name.startsWith('xl/worksheets/')) return onlyHiddenColumns(xml)
  if (name !== 'xl/styles.xml') return xml
  // What the workbook itself says comes after, and so holds.
  const formats = /<numFmts[^>]{0,200}>/.exec(xml)
  return formats && !formats[0].endsWith('/>')
    ? xml.replace(formats[0], found => found + CHINESE_FORMATS)
    : xml.replace(/<styleSheet[^>]{0,2000}>/, found => `${found}<numFmts>${CHINESE_FORMATS}</numFmts>`)
}

/** <x:row> → <row>: programs made with Microsoft's own library write every tag so. A `<` stands nowhere but before a tag. */
function withoutPrefix(xml: string): string {
  const prefix = /<(\w{1,20}):(?:workbook|worksheet|sst|styleSheet)[\s>]/.exec(xml.slice(0, 4000))?.[1]
  return prefix === undefined ? xml : xml.replace(new RegExp(`(</?)${prefix}:`, 'g'), '$1')
}

/** Named ranges over whole columns would be kept cell by cell. */
function withoutNames(xml: string): string {
  const [start, end] = [xml.indexOf('<definedNames'), xml.lastIndexOf('</definedNames>')]
  return start < 0 || end < start ? xml : xml.slice(0, start) + xml.slice(end + '</definedNames>'.length)
}

/** Of a sheet's columns only which are hidden is read, and no further than a sheet's last (ECMA-376: 16,384): the library makes each of them. */
const LAST_COLUMN = 16_384
function onlyHiddenColumns(xml: string): string {
  const [start, end] = [xml.indexOf('<cols>'), xml.indexOf('</cols>')]
  if (start < 0 || end < start) return xml
  const hidden = [...xml.slice(start, end).matchAll(/<col\s([^>]{0,400})>/g)].flatMap(([, said]) => {
    const at = (what: string) => Number(new RegExp(`\\b${what}="(\\d{1,6})"`).exec(said!)?.[1] ?? Number.NaN)
    const [min, max] = [at('min'), Math.min(at('max'), LAST_COLUMN)]
    return /\bhidden="(?:1|true)"/.test(said!) && min >= 1 && min <= max ? [`<col min="${min}" max="${max}" hidden="1"/>`] : []
  })
  // Ranges that overlap would be made as often as they are named.
  const few = hidden.slice(0, 100).join('')
  return `${xml.slice(0, start)}${few && `<cols>${few}</cols>`}${xml.slice(end + '</cols>'.length)}`
}

/** <mergeCell ref="A2:C5"/> → 12 */
const MERGE = /<mergeCell\s[^>]{0,200}?ref="([A-Z]{1,4})(\d{1,8}):([A-Z]{1,4})(\d{1,8})"/g

export function mergedCells(parts: Parts): number {
  let cells = 0
  for (const name of parts.keys())
    for (const [, left, top, right, bottom] of (partText(parts, name) ?? '').matchAll(MERGE))
      cells += (columnOf(right!) - columnOf(left!) + 1) * (Number(bottom) - Number(top) + 1)
  return cells
}

/** A → 1, Z → 26, AA → 27. */
function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}
