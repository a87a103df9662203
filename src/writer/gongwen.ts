// Sets a Gongwen as .docx to the measures of GB/T 9704-2012; the same Gongwen always gives the same bytes. It words nothing itself.

import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  NoBreakHyphen,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx'
import { type Gongwen, type TextBlock, writtenDay } from '../core/gongwen.ts'
import { colophon } from './colophon.ts'
import { FONT, fontTable } from './font.ts'
import * as measure from './measure.ts'
import { CHARACTER, ems, LINE, MARGIN, PAGE, SIZE, TYPE_AREA } from './measure.ts'
import { gridTable } from './table.ts'
import { titleLines } from './title.ts'
import { packZip, unpackZip } from './zip.ts'

const RED = 'FF0000'
const EXACT = { line: LINE, lineRule: LineRuleType.EXACT } as const
/** Characters of a title's line: two fewer than fit, for the space that word processors add around digits. */
const TITLE_WIDTH = Math.floor(TYPE_AREA.width / (SIZE.title * 10)) - 2
/** A body indent of n characters, in twips. */
const characters = (n: number): number => Math.round(n * CHARACTER)

/** .docx bytes. */
export async function gongwen(doc: Gongwen): Promise<Uint8Array> {
  const document = new Document({
    title: doc.title,
    creator: doc.issuer,
    lastModifiedBy: doc.issuer,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            font: FONT.body,
            size: SIZE.body,
            characterSpacing: measure.CHARACTER_SPACING,
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { ...MARGIN, header: measure.mm(15), footer: measure.FOOTER, gutter: 0 },
          },
          grid: { type: DocumentGridType.LINES, linePitch: LINE, charSpace: measure.CHARACTER_SPACE },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [...head(doc), ...body(doc), ...signature(doc), ...colophon(doc)],
      },
    ],
  })
  const parts = unpackZip(await Packer.pack(document, 'uint8array'))
  const texts = new Map<string, string | Uint8Array>(parts)
  texts.set('word/document.xml', ungridded(text(parts, 'word/document.xml')))
  texts.set('docProps/core.xml', dated(text(parts, 'docProps/core.xml'), doc.date))
  texts.set('word/fontTable.xml', fontTable())
  return packZip(texts)
}

/** 版头: mark, number, red rule; and the title. */
function head(doc: Gongwen): Paragraph[] {
  const size = markSize(doc.mark)
  return [
    line([new TextRun({ text: doc.mark, font: FONT.title, size, color: RED })], {
      alignment: AlignmentType.CENTER,
      spacing: { before: measure.MARK_DROP, line: size * 11, lineRule: LineRuleType.EXACT },
    }),
    line([new TextRun({ text: doc.number ?? '' })], {
      alignment: AlignmentType.CENTER,
      spacing: { ...EXACT, before: 2 * LINE },
      border: { bottom: { style: BorderStyle.SINGLE, color: RED, size: measure.RULE.red, space: 5 } },
    }),
    line(
      titleLines(doc.title, TITLE_WIDTH).map(
        (text, at) => new TextRun({ text, font: FONT.title, size: SIZE.title, ...(at > 0 ? { break: 1 } : {}) }),
      ),
      // One line stays free below the title; above recipients their own paragraph leaves it.
      {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { ...EXACT, before: 2 * LINE, ...(doc.recipients ? {} : { after: LINE }) },
      },
    ),
  ]
}

/** 7.2.4 leaves the size open: as wide as the type area allows, between 26 and 60 pt; in half-points. */
function markSize(mark: string): number {
  const points = (TYPE_AREA.width / 20 / Math.max(ems(mark), 1)) * 0.98
  return 2 * Math.floor(Math.min(60, Math.max(26, points)))
}

function body(doc: Gongwen): (Paragraph | Table)[] {
  const recipients = doc.recipients ? [line([new TextRun(`${doc.recipients}：`)], { spacing: { ...EXACT, before: LINE } })] : []
  // The last paragraph goes along with the signature, so that no page holds a signature alone.
  const blocks = doc.blocks.flatMap((block, at) =>
    block.kind === 'table' ? gridTable(block) : [paragraph(block, at === doc.blocks.length - 1)],
  )
  return [...recipients, ...blocks, ...attachments(doc.attachments)]
}

function paragraph(block: TextBlock, last: boolean): Paragraph {
  const run = { h1: { font: FONT.h1 }, h2: { font: FONT.h2 }, h3: { bold: true }, p: {} }[block.kind]
  const outline = { h1: 0, h2: 1, h3: 2, p: undefined }[block.kind]
  return line([new TextRun({ children: unbroken(block.text), ...run })], {
    indent: { firstLine: characters(2), firstLineChars: 200 },
    ...(outline === undefined ? { alignment: AlignmentType.BOTH, keepNext: last } : { outlineLevel: outline, keepNext: true }),
  })
}

/** The number of an item, 2026-014, stays on one line. */
function unbroken(words: string): (string | NoBreakHyphen)[] {
  return words.split(/(?<=\d)-(?=\d)/).flatMap((piece, at) => (at === 0 ? [piece] : [new NoBreakHyphen(), piece]))
}

/** 7.3.4: one line below the text, two characters in; names are aligned under each other. */
function attachments(names: string[]): Paragraph[] {
  return names.map((name, at) => {
    const number = names.length > 1 ? `${at + 1}.` : ''
    const lead = (at === 0 ? '附件：' : '') + number
    const left = 5 + ems(number)
    return line([new TextRun(`${lead}${name}`)], {
      keepNext: true,
      spacing: { ...EXACT, before: at === 0 ? LINE : 0 },
      indent: { left: characters(left), hanging: characters(ems(lead)) },
    })
  })
}

/** No page holds the end block alone. 7.3.5.1: the date four characters from the right, the issuer centred over it; a long issuer two from the right, the date centred under it. */
function signature(doc: Gongwen): Paragraph[] {
  const day = writtenDay(doc.date)
  const apart = (ems(doc.issuer) - ems(day)) / 2
  const [issuerRight, dayRight] = 4 - apart >= 2 ? [4 - apart, 4] : [2, 2 + apart]
  const signed = (words: string, right: number, before: number, keepNext: boolean) =>
    line([new TextRun(words)], {
      alignment: AlignmentType.RIGHT,
      keepNext,
      keepLines: true,
      spacing: { ...EXACT, before },
      indent: { right: characters(right) },
    })
  return [signed(doc.issuer, issuerRight, 2 * LINE, true), signed(day, dayRight, 0, doc.copies !== null || doc.printed !== null)]
}

/** 7.5: 四号 Song digits between dashes, one character from the outer edge: right on odd pages, left on even ones. */
function pageNumber(side: 'left' | 'right'): Footer {
  const outer = SIZE.small * 10
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: outer },
        spacing: { line: outer, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FONT.page, size: SIZE.small })],
      }),
    ],
  })
}

/** Pages are filled to the 22nd line: no line moves to keep company. */
function line(children: ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: EXACT, widowControl: false, ...options, children })
}

/**
 * Lines are exact, so no paragraph is snapped to the grid as well: LibreOffice would give a 22 pt title two lines for one.
 * No quarter-space between Chinese and Latin or digits: 28 characters are 28 characters. The order is the schema's (ECMA-376, 17.3.1.26).
 */
function ungridded(document: string): string {
  return document.replaceAll(
    /<w:spacing (?=[^>]*w:line=)/g,
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>$&',
  )
}

/** The document's own date instead of the clock's, so that the same document gives the same bytes. */
function dated(core: string, day: string): string {
  return core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)
}

function text(parts: Map<string, Uint8Array>, name: string): string {
  const part = parts.get(name)
  if (!part) throw new Error(`the packed document has no ${name}`)
  return new TextDecoder().decode(part)
}
