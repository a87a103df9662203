import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { expect, test } from 'vitest'
import { packZip } from '../writer/zip.ts'
import { intake } from './intake.ts'

/** A .docx as a word processor packs it, from the paragraphs' XML. */
function aDocx(body: string, more: Record<string, string> = {}): Uint8Array {
  const main = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  return packZip(new Map<string, string>([['[Content_Types].xml', '<Types/>'], ['word/document.xml', main], ...Object.entries(more)]))
}
const p = (words: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`

async function textOf(bytes: Uint8Array): Promise<string> {
  const read = await intake(bytes, { name: 'a.docx' })
  if ('code' in read) throw new Error(`refused: ${read.code}`)
  expect(read.kind).toBe('docx')
  return read.text
}

test('automatic numbers that stand in no text are written out: 一、 （一） 1.', async () => {
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    level: at,
    format,
    text,
    alignment: AlignmentType.LEFT,
  })
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'official',
          levels: [
            level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
            level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
            level(2, LevelFormat.DECIMAL, '%3.'),
          ],
        },
      ],
    },
    sections: [
      {
        children: (
          [
            [0, '压实责任'],
            [1, '主要负责人负总责'],
            [1, '分管负责人具体抓'],
            [2, '5亿元项目每周调度'],
            [0, '强化保障'],
            [1, '落实资金'],
          ] as const
        ).map(([at, text]) => new Paragraph({ text, numbering: { reference: 'official', level: at } })),
      },
    ],
  })
  expect(await textOf(new Uint8Array(await Packer.toBuffer(document)))).toBe(
    '一、压实责任\n（一）主要负责人负总责\n（二）分管负责人具体抓\n1. 5亿元项目每周调度\n二、强化保障\n（一）落实资金\n',
  )
})

const NUMBERING = `<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条 "/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl><w:lvl w:ilvl="2"><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3 "/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>`
const STYLES = `<w:styles xmlns:w="x"><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:styleId="Derived"><w:basedOn w:val="Base"/></w:style></w:styles>`
const list = (id: number, level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`

test('numbers start where the list says, come through styles, restart on their own, and a bullet is no number', async () => {
  const bytes = aDocx(
    p('甲', '<w:pStyle w:val="Derived"/>') +
      p('乙', list(2, 0)) +
      p('丙', list(2, 1)) +
      p('丁', list(2, 2)) +
      p('戊', list(3, 0)) +
      p('己', `<w:pStyle w:val="Derived"/>${list(0, 0)}`) +
      p('', list(2, 0)) +
      p('庚', list(2, 0)),
    { 'word/numbering.xml': NUMBERING, 'word/styles.xml': STYLES },
  )
  expect(await textOf(bytes)).toBe('第三条 甲\n第四条 乙\n丙\n4.1 丁\n第九条 戊\n己\n\n第五条 庚\n')
})

test('a table of tasks becomes lines, merged cells included', async () => {
  const row = (...cells: string[]) => new TableRow({ children: cells.map(text => new TableCell({ children: [new Paragraph(text)] })) })
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph('任务如下：'),
          new Table({ rows: [row('序号', '工作任务', '牵头单位', '完成时限'), row('1', '清淤', '县水利局', '6月底前')] }),
          new Paragraph('请认真落实。'),
        ],
      },
    ],
  })
  expect(await textOf(new Uint8Array(await Packer.toBuffer(document)))).toBe(
    '任务如下：\n1.清淤。\n牵头单位：县水利局\n完成时限：6月底前\n请认真落实。\n',
  )
})

test('pages begin at hard breaks and where Word last broke them, never twice at one place', async () => {
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph('第一页'),
          new Paragraph({ children: [new PageBreak()] }),
          new Paragraph({ children: [new TextRun('第二页')] }),
        ],
      },
    ],
  })
  const hard = await intake(new Uint8Array(await Packer.toBuffer(document)), { name: 'a' })
  expect(hard).toMatchObject({ pages: [{ start: 0, end: 4 }, { start: 4 }] })
  const soft = await intake(
    aDocx(`${p('甲')}<w:p><w:r><w:t>乙</w:t><w:br w:type="page"/></w:r><w:r><w:lastRenderedPageBreak/><w:t>丙</w:t></w:r></w:p>`),
    { name: 'a' },
  )
  expect(soft).toMatchObject({
    text: '甲\n乙丙\n',
    pages: [
      { start: 0, end: 3 },
      { start: 3, end: 5 },
    ],
  })
})

test('deleted, moved and hidden text is left out and said; inserted text stays', async () => {
  const read = await intake(
    aDocx(
      '<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>字</w:t></w:r></w:p>',
    ),
    { name: 'a' },
  )
  expect(read).toMatchObject({ text: '新字\n', notes: [{ code: 'hidden-text-left-out', facts: { count: 2 } }] })
})

test('text in a box is read once, although the file keeps a second copy for old programs', async () => {
  const box =
    '<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>'
  expect(await textOf(aDocx(`<w:p><w:r>${box}<w:t>文</w:t></w:r></w:p>`))).toBe('框\n文\n')
})

test('field codes are not text, their results are; tabs, breaks and hyphens are kept', async () => {
  const field = '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>'
  expect(
    await textOf(
      aDocx(
        `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>${field}<w:r><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:noBreakHyphen/></w:r></w:p>`,
      ),
    ),
  ).toBe('3\t甲\n乙-\n')
})

test('a marking in the page header refuses the document', async () => {
  const document = new Document({
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('秘密★1年')] }) },
        footers: { default: new Footer({ children: [new Paragraph('1')] }) },
        children: [new Paragraph('正文')],
      },
    ],
  })
  expect(await intake(new Uint8Array(await Packer.toBuffer(document)), { name: 'a' })).toEqual({
    code: 'classified',
    facts: { level: '秘密' },
  })
})

test('a document of pictures only has no text; a broken one is damaged', async () => {
  expect(await intake(aDocx('<w:p/>'), { name: 'a' })).toMatchObject({ code: 'no-text' })
  expect(await intake(aDocx('<w:p>'), { name: 'a' })).toEqual({ code: 'damaged', facts: { kind: 'docx' } })
})
