import { expect, test } from 'vitest'
import { goldName } from './goldname.ts'

test.each([
  ['通知.docx', '关于防汛的通知', '通知'],
  ['扫描件.JPG', '', '扫描件'],
  ['text', '关于防汛的通知', '关于防汛的通知'],
  ['../../etc/passwd', '', 'etc passwd'],
  ['..', '…', '…'],
  ['', '', 'document'],
  ['批示：“抓紧”?', '', '批示：“抓紧”'],
])('a document of the file %s with the title %s is kept as %s', (file, title, name) => expect(goldName(file, title)).toBe(name))

test('a long title is cut, or the file could not be written', () => expect(goldName('text', '长'.repeat(300))).toHaveLength(60))
