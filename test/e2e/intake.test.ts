// Files come in by dropping and choosing; what cannot be taken is refused in a sentence that says what to do, and nothing typed is lost.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { open, paste, settled, visit } from './browser.ts'

const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, '..', '..', 'samples', name))
const PASTED = '会议要求，县水利局要在月底前排查全部水库。'
/** The answers to refused uploads are problems, as they should be. */
const REFUSED = /status of 4(00|13|15|22)/

interface Dropped {
  name: string
  bytes: Uint8Array
}

/** As the browser does when a file is let go over the text. */
async function drop(page: Page, { name, bytes }: Dropped): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([title, base64]) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(base64!), c => c.charCodeAt(0))], title!))
      return data
    },
    [name, Buffer.from(bytes).toString('base64')],
  )
  const field = page.getByRole('textbox', { name: '正文' })
  await field.dispatchEvent('dragover', { dataTransfer: transfer })
  await page.getByText('松开即上传').waitFor()
  await field.dispatchEvent('drop', { dataTransfer: transfer })
}

test.each([
  ['flood-notice.docx', /地质灾害|防汛/],
  ['minutes.txt', /常务会议纪要/],
])('%s is read when it is dropped', async (name, title) => {
  const { page } = await visit('officer')
  await open(page, '/documents/new')
  await drop(page, { name, bytes: sample(name) })
  await page.waitForURL(/documents\/[0-9a-f-]{36}/)
  await settled(page)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  expect(await page.getByRole('article', { name: /^要求 \d+：/ }).count()).toBeGreaterThan(2)
})

test('a text of the older Chinese encoding is read, not shown as mojibake', async () => {
  const { page } = await visit('officer')
  await open(page, '/documents/new')
  // 青禾县, in GB18030.
  const gb = Buffer.from('c7e0bacccfd8', 'hex')
  const rest = Buffer.from('bbe1d2e9d2aac7f3a3accfd8cbaec0fbbed6d2aad4dacfc2d6dcc7b0c5c5b2e9cbaebfe2a1a3', 'hex')
  await drop(page, { name: '旧编码.txt', bytes: Buffer.concat([gb, Buffer.from('0a'), rest]) })
  await page.waitForURL(/documents\/[0-9a-f-]{36}/)
  await page.getByText('县水利局要在下周前排查水库').first().waitFor()
})

const words = new TextEncoder().encode(PASTED.repeat(20))
const compound = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.from('EncryptedPackage', 'utf16le'),
  Buffer.alloc(1024),
])
const REFUSALS: [what: string, file: Dropped, says: RegExp][] = [
  ['an empty file', { name: '空.txt', bytes: new Uint8Array() }, /文件是空的.*请检查/],
  ['a binary file', { name: '程序.txt', bytes: Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256) }, /不是能读的文件。请选择/],
  [
    'a text decoded twice',
    { name: '乱码.txt', bytes: new TextEncoder().encode(new TextDecoder('latin1').decode(words)) },
    /编码无法识别。请另存为 UTF-8/,
  ],
  ['a file with a password', { name: '加密.docx', bytes: compound }, /有密码保护。请去掉密码后再传/],
  ['a classified file', { name: '涉密.txt', bytes: new TextEncoder().encode(`机密★1年\n${PASTED}`) }, /标有“机密”。本系统不处理涉密文件/],
]

test('what cannot be taken is refused in a sentence, and the pasted text stays', async () => {
  const { page } = await visit('officer', { expected: REFUSED })
  await open(page, '/documents/new')
  const field = page.getByRole('textbox', { name: '正文' })
  await paste(field, PASTED)
  for (const [what, file, says] of REFUSALS) {
    await page.getByLabel('选择文件').setInputFiles({ name: file.name, mimeType: 'text/plain', buffer: Buffer.from(file.bytes) })
    await page.getByRole('alert').filter({ hasText: says }).waitFor()
    expect(await field.inputValue(), what).toBe(PASTED)
  }
  await page.evaluate(
    field => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(20 * 1024 * 1024).fill(0x61)], '大.txt'))
      field!.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }))
    },
    await field.elementHandle(),
  )
  await page
    .getByRole('alert')
    .filter({ hasText: /太大.*(15 MB|请拆分)/ })
    .waitFor()
  expect(await field.inputValue(), '20 MB').toBe(PASTED)
  // It is still there after the page was closed by mistake, and can be read.
  await page.reload()
  expect(await field.inputValue()).toBe(PASTED)
  await page.getByRole('button', { name: '解读' }).click()
  await page.waitForURL(/documents\/[0-9a-f-]{36}/)
})

test('a text without a directive is kept and says so', async () => {
  const { page } = await visit('officer')
  await open(page, '/documents/new')
  await paste(page.getByRole('textbox', { name: '正文' }), '昨日，青禾县图书馆新馆开放，不少居民前来借阅。')
  await page.getByRole('button', { name: '解读' }).click()
  await page.getByText('这份文件里没有找到要求。').waitFor()
})

test('what was not whole in the file is said beside its reading, and again when it is opened later', async () => {
  const { page } = await visit('officer')
  await open(page, '/documents/new')
  // The last character is cut in two, as by a download that broke off.
  await drop(page, { name: '断尾.txt', bytes: new TextEncoder().encode(`${PASTED}请及时报告。`).slice(0, -2) })
  await page.waitForURL(/documents\/[0-9a-f-]{36}/)
  await page.getByText('有 1 个坏字，显示为“�”，请对照原件。').waitFor()
  await page.reload()
  await page.getByText('有 1 个坏字').waitFor()
})
