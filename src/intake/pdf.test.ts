import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { type Intake, type IntakeOptions, intake } from './intake.ts'
import { aPdf, aTextPage } from './pdf.fixture.ts'

// Recognition, threads and large files take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const scanned = readFileSync(new URL('../../samples/scanned-notice.jpg', import.meta.url))
const SCAN = { jpeg: new Uint8Array(scanned), width: 896, height: 512 }

async function taken(bytes: Uint8Array, options: Partial<IntakeOptions> = {}): Promise<Intake> {
  const read = await intake(bytes, { name: 'a.pdf', ...options })
  if ('code' in read) throw new Error(`refused: ${read.code}`)
  return read
}

test('text comes page by page, with the places of the pages', async () => {
  const read = await taken(aPdf([aTextPage(['关于做好防汛工作的通知', '各乡镇人民政府：']), aTextPage(['一要压实责任。'])]))
  expect(read).toMatchObject({ kind: 'pdf', text: '关于做好防汛工作的通知\n各乡镇人民政府：\n一要压实责任。\n', notes: [] })
  expect(read.pages.map(page => read.text.slice(page.start, page.end))).toEqual([
    '关于做好防汛工作的通知\n各乡镇人民政府：\n',
    '一要压实责任。\n',
  ])
})

test('radicals that fonts answer with become ordinary characters', async () => {
  expect((await taken(aPdf([aTextPage(['⻅到⼈⼤代表⻢上办'])]))).text).toBe('见到人大代表马上办\n')
})

test.each(['UniGB-UCS2-H', 'UniGB-UTF16-H', 'GBK-EUC-H', 'GBKp-EUC-H', 'GBK2K-H', 'GB-EUC-H'])(
  'a font that only names its encoding %s is read',
  async encoding => {
    expect((await taken(aPdf([aTextPage(['关于防汛工作，5月31日前完成。'])], { encoding }))).text).toBe('关于防汛工作，5月31日前完成。\n')
  },
)

test('two columns are read one after the other', async () => {
  const column = (name: string, x: number) =>
    aTextPage(
      Array.from({ length: 6 }, (_, at) => `${name}栏第${at}行文字足够长`),
      { x, size: 12 },
    ).texts
  const read = await taken(aPdf([{ texts: [...column('右', 320), ...column('左', 70)] }]))
  expect(read.text.indexOf('左栏第5行')).toBeLessThan(read.text.indexOf('右栏第0行'))
})

/** A ruled table with its rows 40 high from y down; '' continues the cell to the left, null the one above. */
function aTable(rows: (string | null)[][], xs: number[], y: number) {
  const texts = rows.flatMap((row, down) =>
    row.flatMap((text, at) => (text ? [{ text, x: xs[at]! + 4, y: y - down * 40 - 25, size: 12 }] : [])),
  )
  const rules: [number, number, number, number][] = [[xs[0]!, y, xs.at(-1)!, y]]
  for (const [down, row] of rows.entries()) {
    const next = rows[down + 1]
    for (let at = 0; at < row.length; at++)
      if (next?.[at] !== null) rules.push([xs[at]!, y - (down + 1) * 40, xs[at + 1]!, y - (down + 1) * 40])
    for (let at = 0; at <= row.length; at++) if (row[at] !== '') rules.push([xs[at]!, y - down * 40, xs[at]!, y - (down + 1) * 40])
  }
  return { texts, rules }
}

test('a ruled table of tasks becomes lines, its text above and below stays in place, and it goes on over the page', async () => {
  const xs = [60, 100, 260, 400, 520]
  const first = aTable(
    [
      ['序号', '工作任务', '牵头单位', '完成时限'],
      ['1', '清理河道', '县水利局', '6月底前'],
      ['2', '加固堤防', null, '8月底前'],
    ],
    xs,
    700,
  )
  const second = aTable(
    [
      ['3', '补足物资', '县应急管理局', '5月底前'],
      ['4', '开展演练', '各乡镇', '6月底前'],
    ],
    xs,
    780,
  )
  const read = await taken(
    aPdf([
      { texts: [{ text: '任务分工如下表', x: 60, y: 760, size: 16 }, ...first.texts], rules: first.rules },
      { texts: [...second.texts, { text: '请认真落实', x: 60, y: 600, size: 16 }], rules: second.rules },
    ]),
  )
  expect(read.text.split('\n')).toEqual([
    ...[
      '任务分工如下表',
      '1.清理河道。',
      '牵头单位：县水利局',
      '完成时限：6月底前',
      '2.加固堤防。',
      '牵头单位：县水利局',
      '完成时限：8月底前',
    ],
    ...[
      '3.补足物资。',
      '牵头单位：县应急管理局',
      '完成时限：5月底前',
      '4.开展演练。',
      '牵头单位：各乡镇',
      '完成时限：6月底前',
      '请认真落实',
      '',
    ],
  ])
})

test('a scanned page is recognised, a page with text beside it is not touched', async () => {
  const seen: number[] = []
  const read = await taken(aPdf([aTextPage(['关于做好防汛工作的通知，请各单位认真贯彻落实。']), SCAN]), {
    onProgress: ({ done, of }) => seen.push(done / of),
  })
  expect(read.text).toContain('请各单位认真贯彻落实。')
  expect(read.text).toContain('县水利局要于6月10日前完成全县14处水源地排')
  expect(read.text.slice(read.pages[1]!.start)).toContain('2026年5月18日')
  expect(read.notes).toEqual([{ code: 'recognised', facts: { pages: 1, confidence: expect.any(Number) } }])
  expect(seen.at(-1)).toBe(1)
  expect([...seen].sort((a, b) => a - b)).toEqual(seen)
})

test('scanned pages have a limit of their own', async () => {
  expect(await intake(aPdf([SCAN, SCAN]), { name: 'a', limits: { scannedPages: 1 } })).toEqual({
    code: 'too-many-pages',
    facts: { limit: 1, is: 2 },
  })
})

test('too many pages are refused before any is read', async () => {
  expect(await intake(aPdf([aTextPage(['甲']), aTextPage(['乙'])]), { name: 'a', limits: { pages: 1 } })).toEqual({
    code: 'too-many-pages',
    facts: { limit: 1, is: 2 },
  })
})

test('a font that does not say what its characters are is never shown as rubbish', async () => {
  const read = await intake(aPdf([aTextPage(['\u0001\u0002\u0003\u0004\u0005\u0006'.repeat(5)])]), { name: 'a' })
  expect(read).toMatchObject({ code: 'encoding-unknown' })
})

test('a page with neither text nor picture has no text; half a file is damaged', async () => {
  expect(await intake(aPdf([{ texts: [] }]), { name: 'a' })).toMatchObject({ code: 'no-text' })
  expect(await intake(new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<'), { name: 'a' })).toEqual({
    code: 'damaged',
    facts: { kind: 'pdf' },
  })
})

test('a file with a password is refused as such', async () => {
  const text = Buffer.from(aPdf([aTextPage(['甲'])])).toString('latin1')
  const locked = text.replace(
    '/Root 1 0 R',
    `/Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'0a'.repeat(32)}> /U <${'0b'.repeat(32)}> >>`,
  )
  expect(await intake(new Uint8Array(Buffer.from(locked, 'latin1')), { name: 'a' })).toEqual({ code: 'encrypted', facts: {} })
})

test('a marking at the head of a page refuses the document', async () => {
  expect(await intake(aPdf([aTextPage(['正文']), aTextPage(['机密★1年', '附件'])]), { name: 'a' })).toEqual({
    code: 'classified',
    facts: { level: '机密' },
  })
})
