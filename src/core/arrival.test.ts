import { describe, expect, it } from 'vitest'
import { read } from '../reader/index.ts'
import { arrivalText } from './arrival.ts'

const relay = {
  from: '青禾县人民政府督查室',
  title: '完成病险水库除险加固',
  sentence: '二是各乡镇要在汛期前完成病险水库除险加固，责任落实到人。',
  sourceTitle: '全县防汛工作会议纪要',
  dueOn: '2026-12-20',
  measure: '3座水库',
  sentAt: '2026-11-22T02:00:00.000Z',
}

describe('what was relayed arrives as a document', () => {
  const { name, text } = arrivalText(relay, '云溪镇')
  it('with the sentence in its own words, its source, what is to be reached, and from whom', () => {
    expect(name).toBe('关于办理“完成病险水库除险加固”的通知')
    for (const words of [
      '各乡镇要在汛期前完成病险水库除险加固',
      '《全县防汛工作会议纪要》',
      '3座水库',
      '2026年12月20日',
      '2026年11月22日',
      relay.from,
    ])
      expect(text).toContain(words)
  })
  it('in which the reader finds one directive with its deadline', () => {
    const reading = read(text, { name, place: '云溪镇', today: '2026-11-22' })
    expect(reading.directives.map(d => text.slice(...d.span))).toEqual([expect.stringContaining('完成病险水库除险加固')])
    expect(reading.dates.map(date => date.to)).toContain('2026-12-20')
  })
  it('says nothing of a source, a deadline or a measure that there is not', () => {
    const bare = arrivalText({ ...relay, sourceTitle: null, dueOn: null, measure: null }, '云溪镇').text
    expect(bare).not.toMatch(/《|目标要求|前办结/)
  })
})
