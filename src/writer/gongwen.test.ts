import { expect, test } from 'vitest'
import type { Gongwen } from '../core/gongwen.ts'
import { gongwen } from './gongwen.ts'
import { unpackZip } from './zip.ts'

const notice: Gongwen = {
  mark: '青禾县人民政府文件',
  number: '青政发〔2026〕12号',
  title: '关于做好防汛备汛工作的通知',
  recipients: '各乡镇人民政府，县政府各部门',
  blocks: [
    { kind: 'h1', text: '一、压实责任' },
    { kind: 'h2', text: '（一）主要负责人负总责' },
    { kind: 'h3', text: '1.每日巡查' },
    { kind: 'p', text: '各乡镇于6月10日前完成河道清障。' },
    {
      kind: 'table',
      caption: '任务分工',
      columns: [
        { header: '任务', share: 2, align: 'left' },
        { header: '牵头单位', share: 1, align: 'center' },
      ],
      rows: [['清障', '县水利局']],
    },
  ],
  attachments: ['责任人名单', '物资清单'],
  issuer: '青禾县人民政府',
  date: '2026-05-31',
  copies: '县委办公室',
  printed: { office: '青禾县人民政府办公室', date: '2026-06-01' },
}

const opened = async (doc: Gongwen = notice) => {
  const parts = unpackZip(await gongwen(doc))
  return (name: string) => new TextDecoder().decode(parts.get(name))
}
const documentXml = async (doc: Gongwen = notice) => (await opened(doc))('word/document.xml')

/** The paragraph that holds the words, as XML. */
function paragraphWith(xml: string, words: string): string {
  const found = xml.match(/<w:p>.*?<\/w:p>/gs)?.find(p => p.replace(/<[^>]*>/g, '').includes(words))
  if (!found) throw new Error(`no paragraph with ${words}`)
  return found
}

/** A number of twips in millimetres, to a tenth. */
const inMm = (twips: string | undefined) => Math.round((Number(twips) * 254) / 1440) / 10

test('the page is A4 with a type area of 156 × 225 mm, 37 mm from the top and 28 mm from the binding', async () => {
  const xml = await documentXml()
  const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml)!
  expect([inMm(width), inMm(height)]).toEqual([210, 297])
  const [, top, right, bottom, left] = /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(xml)!
  expect([inMm(top), inMm(left)]).toEqual([37, 28])
  expect(inMm(`${Number(width) - Number(left) - Number(right)}`)).toBe(156)
  expect(inMm(`${Number(height) - Number(top) - Number(bottom)}`)).toBe(225)
})

test('22 lines fit on a page and 28 characters on a line, and not one more', async () => {
  const xml = await documentXml()
  const line = Number(/<w:docGrid[^>]*w:linePitch="(\d+)"/.exec(xml)![1])
  const [, top, right, bottom, left] = /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(xml)!.map(Number)
  expect(Math.floor((16838 - top! - bottom!) / line)).toBe(22)
  expect(paragraphWith(xml, '河道清障')).toContain(`w:line="${line}" w:lineRule="exact"`)
  const styles = (await opened())('word/styles.xml')
  const [size, spacing] = [Number(/<w:sz w:val="(\d+)"/.exec(styles)![1]), Number(/<w:spacing w:val="(-?\d+)"/.exec(styles)![1])]
  expect(Math.floor((11906 - left! - right!) / (size * 10 + spacing))).toBe(28)
})

test('body 三号仿宋, title 二号小标宋, headings 黑体, 楷体 and bold 仿宋', async () => {
  const xml = await documentXml()
  const styles = (await opened())('word/styles.xml')
  expect(styles).toMatch(/<w:rPrDefault>.*w:eastAsia="仿宋_GB2312".*<w:sz w:val="32"\/>.*<\/w:rPrDefault>/)
  const title = paragraphWith(xml, '防汛备汛')
  expect(title).toContain('w:eastAsia="方正小标宋简体"')
  expect(title).toContain('<w:sz w:val="44"/>')
  expect(title).toContain('<w:jc w:val="center"/>')
  expect(paragraphWith(xml, '一、压实')).toContain('w:eastAsia="黑体"')
  expect(paragraphWith(xml, '（一）主要')).toContain('w:eastAsia="楷体_GB2312"')
  expect(paragraphWith(xml, '1.每日')).toContain('<w:b/>')
  expect(paragraphWith(xml, '河道清障')).not.toContain('<w:rFonts')
})

test('running text begins two characters in, headings stay with the text below them', async () => {
  const xml = await documentXml()
  expect(paragraphWith(xml, '河道清障')).toContain('w:firstLineChars="200"')
  for (const heading of ['一、压实', '（一）主要', '1.每日']) expect(paragraphWith(xml, heading)).toContain('<w:keepNext/>')
})

test('a long title is one paragraph of whole words, and lines stay exact: nothing is snapped to the grid', async () => {
  const xml = await documentXml({ ...notice, title: '青禾县人民政府办公室关于做好防汛备汛工作的通知' })
  expect(paragraphWith(xml, '防汛备汛工作的通知').match(/<w:br\/>/g)).toHaveLength(1)
  expect(xml.match(/<w:snapToGrid w:val="0"\/><w:spacing /g)?.length).toBe(xml.match(/<w:spacing [^>]*w:line=/g)?.length)
})

test('the number of an item is never broken at its hyphen', async () => {
  const xml = await documentXml({ ...notice, blocks: [{ kind: 'p', text: '编号2026-014' }] })
  expect(xml).toMatch(/2026<\/w:t><w:noBreakHyphen\/><w:t[^>]*>014/)
})

test('the mark is red, 35 mm below the top of the type area, as large as its length allows', async () => {
  const mark = paragraphWith(await documentXml(), '青禾县人民政府文件')
  expect(mark).toContain('<w:color w:val="FF0000"/>')
  expect(inMm(/w:before="(\d+)"/.exec(mark)![1])).toBe(35)
  const size = (xml: string) => Number(/<w:sz w:val="(\d+)"/.exec(xml)![1]) / 2
  expect(size(mark) * 9).toBeLessThanOrEqual((156 * 72) / 25.4)
  const long = paragraphWith(await documentXml({ ...notice, mark: '青禾县农村供水保障工作领导小组办公室文件' }), '领导小组')
  expect(size(long)).toBe(26)
})

test('the number stands in the middle over a red rule two lines below the mark', async () => {
  const number = paragraphWith(await documentXml(), '青政发〔2026〕12号')
  expect(number).toContain('<w:jc w:val="center"/>')
  expect(number).toMatch(/<w:pBdr><w:bottom w:val="single" w:color="FF0000" w:sz="16"/)
  expect(number).toContain('w:before="1158"')
})

test('a document without a number still has its rule', async () => {
  const xml = await documentXml({ ...notice, number: null })
  expect(xml).toContain('<w:bottom w:val="single" w:color="FF0000"')
  expect(xml).not.toContain('null')
})

const right = (xml: string) => Number(/w:right="(\d+)"/.exec(xml)![1])
const CHARACTER = 8844 / 28

test('the date stands four characters from the right with the issuer centred over it', async () => {
  const xml = await documentXml()
  expect(Math.round(right(paragraphWith(xml, '2026年5月31日')) / CHARACTER)).toBe(4)
  const signed = xml.match(/<w:p>.*?<\/w:p>/gs)!.find(p => p.replace(/<[^>]*>/g, '') === '青禾县人民政府')!
  // 7 characters over a date 6.5 wide: the middles meet when the issuer begins a quarter further right.
  expect(right(signed) / CHARACTER + 3.5).toBeCloseTo(4 + 6.5 / 2, 1)
})

test('an issuer much longer than the date stands two characters from the right with the date centred under it', async () => {
  const issuer = '青禾县农村供水保障工作领导小组办公室'
  const xml = await documentXml({ ...notice, issuer, copies: null, printed: null })
  expect(Math.round(right(paragraphWith(xml, issuer)) / CHARACTER)).toBe(2)
  expect(right(paragraphWith(xml, '2026年5月31日')) / CHARACTER + 6.5 / 2).toBeCloseTo(2 + 18 / 2, 1)
})

test('attachments are numbered only when there are several, their names under each other', async () => {
  const xml = await documentXml()
  expect(paragraphWith(xml, '附件：1.责任人名单')).toBeDefined()
  expect(paragraphWith(xml, '2.物资清单')).toBeDefined()
  expect(paragraphWith(await documentXml({ ...notice, attachments: ['责任人名单'] }), '附件：责任人名单')).toBeDefined()
  expect(await documentXml({ ...notice, attachments: [] })).not.toContain('附件')
})

test('page numbers are 四号 Song between dashes, outside: right on odd pages, left on even ones', async () => {
  const part = await opened()
  const footers = ['word/footer1.xml', 'word/footer2.xml'].map(part)
  for (const footer of footers) {
    expect(footer).toContain('w:eastAsia="宋体"')
    expect(footer).toContain('<w:sz w:val="28"/>')
    expect(footer.replace(/<w:instrText[^>]*>[^<]*|<[^>]*>/g, '')).toBe('—  —')
  }
  const xml = part('word/document.xml')
  const side = (type: string) => {
    const id = new RegExp(`<w:footerReference w:type="${type}" r:id="([^"]+)"`).exec(xml)![1]
    const target = new RegExp(`Target="([^"]+)"[^>]*Id="${id}"|Id="${id}"[^>]*Target="([^"]+)"`).exec(part('word/_rels/document.xml.rels'))!
    return /<w:jc w:val="(\w+)"/.exec(part(`word/${target[1] ?? target[2]}`))![1]
  }
  expect([side('default'), side('even')]).toEqual(['right', 'left'])
  expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
})

test('the table repeats its header row, keeps rows whole and fills the type area in 小四', async () => {
  const table = (await documentXml()).match(/<w:tbl>.*?<\/w:tbl>/s)![0]
  expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(2)
  const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(found => Number(found[1]))
  expect(widths.reduce((sum, one) => sum + one, 0)).toBe(8844)
  expect(widths[0]! / widths[1]!).toBeCloseTo(2, 2)
  expect(table).toContain('<w:sz w:val="24"/>')
})

test('copies and printing stand at the foot of the type area between thick and thin rules', async () => {
  const table = (await documentXml()).match(/<w:tbl>.*?<\/w:tbl>/gs)!.at(-1)!
  expect(table).toMatch(
    /<w:tblpPr[^>]*w:vertAnchor="margin"[^>]*w:tblpYSpec="bottom"|<w:tblpPr[^>]*w:tblpYSpec="bottom"[^>]*w:vertAnchor="margin"/,
  )
  expect(table).toMatch(/<w:top w:val="single" w:color="000000" w:sz="8"\/>/)
  expect(table).toMatch(/<w:insideH w:val="single" w:color="000000" w:sz="6"\/>/)
  expect(table.replace(/<[^>]*>/g, '')).toBe('抄送：县委办公室。青禾县人民政府办公室\t2026年6月1日印发')
  expect(await documentXml({ ...notice, copies: null, printed: null })).not.toContain('tblpPr')
})

test('the same document gives the same bytes, dated by itself and not by the clock', async () => {
  expect(Buffer.compare(await gongwen(notice), await gongwen(structuredClone(notice)))).toBe(0)
  const core = (await opened())('docProps/core.xml')
  expect(core.match(/2026-05-31T00:00:00Z/g)).toHaveLength(2)
  expect(core).toContain('<dc:creator>青禾县人民政府</dc:creator>')
})

test('every typeface names what stands in for it', async () => {
  expect((await opened())('word/fontTable.xml')).toMatch(/w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong"/)
})

test('words that look like XML stay words', async () => {
  expect(await documentXml({ ...notice, title: '关于<b>A&B</b>的通知' })).toContain('关于&lt;b&gt;A&amp;B')
})
