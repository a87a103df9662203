import { expect, test } from 'vitest'
import { markingOf, secrecyOf } from './secrecy.ts'

test.each([
  ['机密★1年', '机密'],
  ['秘密', '秘密'],
  ['绝密★长期', '绝密'],
  ['机 密 ★ 1 年', '机密'],
  ['秘　密', '秘密'],
  ['密级：机密', '机密'],
  ['密 级: 秘密★10年', '秘密'],
  ['保密等级：绝密', '绝密'],
  ['000012  机密★1年  特急', '机密'],
  ['【机密】', '机密'],
  ['（秘密）', '秘密'],
  ['特急 （机密）', '机密'],
  ['机密级', '机密'],
])('%s is a marking', (line, level) => {
  expect(markingOf(line)).toBe(level)
})

test.each([
  '密级：无',
  '密级：公开',
  '密级：',
  '关于加强商业秘密保护工作的通知',
  '不得泄露国家秘密、商业秘密和个人隐私。',
  '商业秘密',
  '秘密级以下文件的管理',
  '严禁将机密文件带离办公场所',
  '一、保守国家秘密',
  '国家机密局★重点项目',
  '内部资料 注意保存',
  '机密性、完整性和可用性',
])('%s is no marking', line => {
  expect(markingOf(line)).toBeNull()
})

const page = (text: string) => [{ start: 0, end: text.length }]

test('the marking is found at the head of the document', () => {
  const text = '000001\n机密★1年\n特急\n青禾县人民政府文件\n'
  expect(secrecyOf(text, page(text))).toBe('机密')
})

test('a line further down is text, not a marking', () => {
  const text = `${'正文第一段。\n'.repeat(20)}秘密\n`
  expect(secrecyOf(text, page(text))).toBeNull()
})

test('a marking at the head of a later page counts', () => {
  const first = '青禾县人民政府文件\n通知\n'
  const second = '秘密★1年\n附件正文\n'
  const pages = [
    { start: 0, end: first.length },
    { start: first.length, end: first.length + second.length },
  ]
  expect(secrecyOf(first + second, pages)).toBe('秘密')
})
