// Text of a .docx with its automatic numbers, tables as lines, and pages where Word last broke them. What is deleted or hidden is left out and counted.

import type { Note } from '../core/intakenote.ts'
import { type Parts, partText } from './archive.ts'
import { gridLines, type Row } from './grid.ts'
import { type NumberingRef, numberingOf } from './numbering.ts'
import { cutPages, type Paged } from './page.ts'
import { type IntakeRefusal, refuseIntake } from './refusal.ts'
import { type Attributes, walkXml } from './xml.ts'

export const DOCX_MAIN = 'word/document.xml'

/** Parts whose text is looked at; pictures are never unpacked. */
export const docxPart = (name: string): boolean => /^word\/(?:document|numbering|styles|footnotes|header\d*)\.xml$/.test(name)

type DocxText = Paged & { notes: Note[] /** Text of page headers, where a secrecy marking may stand. */; headers: string[] }

export function docx(parts: Parts): DocxText | IntakeRefusal {
  const main = partText(parts, DOCX_MAIN)
  if (main === null) return refuseIntake('damaged', { kind: 'docx' })
  try {
    const body = flow(main, parts)
    const foot = partText(parts, 'word/footnotes.xml')
    const footnotes = foot === null ? '' : flow(foot, parts).text.trim()
    const headers = [...parts.keys()]
      .filter(name => /^word\/header/.test(name))
      .map(name => flow(partText(parts, name) ?? '<x/>', parts).text.trim())
    const text = footnotes === '' ? body.text : `${body.text}\n${footnotes}\n`
    return {
      text,
      pages: cutPages(text, body.breaks),
      headers: headers.filter(words => words !== ''),
      notes: body.hidden > 0 ? [{ code: 'hidden-text-left-out', facts: { count: body.hidden } }] : [],
    }
  } catch (error) {
    if (error instanceof SyntaxError) return refuseIntake('damaged', { kind: 'docx' })
    throw error
  }
}

/** A page break is marked inside a paragraph's text until its place in the whole is known. */
const BREAK = '\ue00c'

interface Paragraph {
  text: string
  style: string | null
  list: { id: string | null; level: number | null }
}

interface Table {
  rows: Row[]
  /** Set while a cell is open. */
  cell: { lines: string[]; span: number; continues: boolean } | null
}

/** Subtrees whose text is not the document's: moved away, the fallback copy of a shape, pronunciation, deleted paragraphs' properties. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'rt',
  'pPrChange',
  'rPrChange',
  'sectPrChange',
  'tblPrChange',
  'instrText',
  'delText',
  'delInstrText',
])

/** Walks one part and lays its paragraphs and tables out as lines. */
function flow(xml: string, parts: Parts): { text: string; breaks: number[]; hidden: number } {
  const numbering = numberingOf(parts)
  const lines: string[] = []
  const paragraphs: Paragraph[] = []
  const tables: Table[] = []
  let skipping = 0
  let hidden = 0
  let inText = false
  let inRunProperties = false
  let vanished = false

  const put = (words: string) => {
    const paragraph = paragraphs.at(-1)
    if (paragraph) paragraph.text += words
  }
  const line = (words: string) => {
    const cell = tables.at(-1)?.cell
    if (cell) cell.lines.push(words.replaceAll(BREAK, ''))
    else lines.push(words)
  }

  walkXml(xml, {
    open(name, attributes) {
      if (skipping > 0 || SKIPPED.has(name)) {
        skipping++
        if (name === 'delText') hidden++
        return
      }
      switch (name) {
        case 'p':
          paragraphs.push({ text: '', style: null, list: { id: null, level: null } })
          break
        case 'pStyle':
          if (paragraphs.length > 0) paragraphs.at(-1)!.style = attributes.get('val') ?? null
          break
        case 'numId':
        case 'ilvl':
          listed(paragraphs.at(-1), name, attributes)
          break
        case 'r':
          vanished = false
          break
        case 'rPr':
          inRunProperties = true
          break
        case 'vanish':
          if (inRunProperties && attributes.get('val') !== '0' && attributes.get('val') !== 'false') vanished = true
          break
        case 't':
          inText = true
          if (vanished) hidden++
          break
        case 'tab':
          // A tab stop of the paragraph's properties has a place, a tab of the text has none.
          if (!attributes.has('pos')) put('\t')
          break
        case 'br':
          put(attributes.get('type') === 'page' ? BREAK : attributes.get('type') === 'column' ? '' : '\n')
          break
        case 'cr':
          put('\n')
          break
        case 'lastRenderedPageBreak':
          put(BREAK)
          break
        case 'noBreakHyphen':
          put('-')
          break
        case 'tbl':
          tables.push({ rows: [], cell: null })
          break
        case 'tr':
          tables.at(-1)?.rows.push([])
          break
        case 'tc':
          if (tables.length > 0) tables.at(-1)!.cell = { lines: [], span: 1, continues: false }
          break
        case 'gridSpan':
          set(tables.at(-1), { span: Number(attributes.get('val') ?? 1) })
          break
        case 'vMerge':
          set(tables.at(-1), { continues: attributes.get('val') !== 'restart' })
          break
      }
    },
    close(name) {
      if (skipping > 0) {
        skipping--
        return
      }
      if (name === 't') inText = false
      else if (name === 'rPr') inRunProperties = false
      else if (name === 'p') line(labelled(paragraphs.pop()!))
      else if (name === 'tc') endCell(tables.at(-1))
      else if (name === 'tbl') for (const words of gridLines(tables.pop()!.rows)) line(words)
    },
    text(words) {
      if (skipping === 0 && inText && !vanished) put(words)
    },
  })

  function labelled({ text, style, list }: Paragraph): string {
    const inherited = style === null ? null : numbering.ofStyle(style)
    const id = list.id ?? inherited?.id ?? null
    // numId 0 takes a paragraph out of its style's list (ECMA-376, 17.9.18).
    if (id === null || id === '0' || text.replaceAll(BREAK, '').trim() === '') return text
    const ref: NumberingRef = { id, level: list.level ?? inherited?.level ?? 0 }
    const label = numbering.next(ref)
    // 1. and 5亿元 must not become 1.5亿元.
    return label + (/[\w.)]$/.test(label) && /^[\s\ue00c]*[\w]/.test(text) ? ' ' : '') + text
  }

  return { ...settle(lines), hidden }
}

function listed(paragraph: Paragraph | undefined, name: string, attributes: Attributes): void {
  const value = attributes.get('val')
  if (!paragraph || value === undefined) return
  if (name === 'numId') paragraph.list.id = value
  else paragraph.list.level = Number(value)
}

function set(table: Table | undefined, change: Partial<NonNullable<Table['cell']>>): void {
  if (table?.cell) Object.assign(table.cell, change)
}

function endCell(table: Table | undefined): void {
  const row = table?.rows.at(-1)
  if (!table?.cell || !row) return
  const { lines, span, continues } = table.cell
  row.push(continues ? null : lines.join('\n').trim())
  // The cells that a wide one covers keep the columns in step; they hold nothing of their own.
  for (let at = 1; at < Math.min(span, 100); at++) row.push('')
  table.cell = null
}

/** Joins the lines and takes the marks of page breaks out again, keeping where they stood. */
function settle(lines: string[]): { text: string; breaks: number[] } {
  const marked = lines.map(line => `${line}\n`).join('')
  const pieces = marked.split(BREAK)
  const breaks: number[] = []
  let at = 0
  for (const piece of pieces.slice(0, -1)) {
    at += piece.length
    breaks.push(at)
  }
  return { text: pieces.join(''), breaks }
}
