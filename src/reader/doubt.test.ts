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
