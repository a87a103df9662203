import { expect, test } from 'vitest'
import { read } from './index.ts'

const notice = (body: string) => `青政办发〔2026〕18号\n\n关于做好防汛工作的通知\n\n各乡镇人民政府：\n\n${body}`
const codes = (text: string) => read(text).doubts.map(d => d.code)

test('a text that breaks off inside a sentence says so', () => {
  expect(codes('## 会议召开\n\n本报讯 2026年5月20日，全县防汛会议召开，会议要求各乡镇要落实责任，全面排查')).toContain('text-truncated')
})

test('a text that ends with a full stop or a signature does not', () => {
  expect(codes(notice('一、加强领导。各乡镇要落实责任，全面排查。'))).not.toContain('text-truncated')
  expect(codes(notice('一、加强领导。各乡镇要落实责任，全面排查。\n\n青禾县水利局\n2026年5月18日'))).not.toContain('text-truncated')
})

test('a deadline before the day of the paper is doubted, not changed', () => {
  const reading = read(notice('一、加强领导。各乡镇要于4月10日前完成排查。\n\n青禾县水利局\n2026年5月18日'))
  expect(reading.doubts.find(d => d.code === 'date-past')?.facts).toEqual({ deadline: '2026-04-10', document: '2026-05-18' })
  expect(reading.dates[0]!.to).toBe('2026-04-10')
})

test('a later deadline is not', () => {
  expect(codes(notice('一、加强领导。各乡镇要于6月10日前完成排查。\n\n青禾县水利局\n2026年5月18日'))).not.toContain('date-past')
})

const UNRESOLVED: [text: string, word: string][] = [
  ['## 全市防汛会召开\n\n本报讯 会议指出，我市汛情严峻。', '我市'],
  ['## 防汛会召开\n\n本报讯 该局要落实责任。', '该局'],
  ['## 防汛会召开\n\n本报讯 会议指出，本县要落实责任。', '本县'],
  ['## 企业座谈会召开\n\n本报讯 该公司表示，将扩大投资。', '该公司'],
]
for (const [text, word] of UNRESOLVED)
  test(`${word} that nothing explains is doubted`, () => {
    const doubt = read(text).doubts.find(d => d.code === 'unit-unresolved')
    expect(doubt?.facts).toEqual({ word })
    expect(text.slice(...doubt!.span)).toBe(word)
  })

test.each([
  '青禾县人民政府关于防汛工作的通知\n\n各乡镇：\n\n我县汛情严峻，本县各乡镇要落实责任。',
  '## 防汛会召开\n\n本报讯 县水利局通报了情况。该局要落实责任。',
  '## 企业座谈会召开\n\n本报讯 云川星河电子有限公司作了发言。该公司表示，将扩大投资。',
  '## 防汛会召开\n\n本报讯 会议在云川市召开，我市各县参加。',
  '## 工作会召开\n\n本报讯 该办法自5月1日起施行，该行业、该区域、本区域要应该市场化，基本局面稳定。',
])('what the text explains is not: %s', text => {
  expect(codes(text)).not.toContain('unit-unresolved')
})

test('the caller may say what 我县 is', () => {
  const text = '## 我县召开防汛会\n\n本报讯 会议要求，要落实责任。'
  expect(codes(text)).toContain('unit-unresolved')
  expect(read(text, { place: '青禾县' }).doubts.map(d => d.code)).not.toContain('unit-unresolved')
})
