import { describe, expect, it } from 'vitest'
import type { Gongwen } from './gongwen.ts'
import { SLIP_COLOURS } from './slip.ts'
import { type SlipDocumentFacts, slipDocument } from './slipdocument.ts'

const facts = (over: Partial<SlipDocumentFacts> = {}): SlipDocumentFacts => ({
  colour: 'blue',
  number: '督蓝〔2026〕3号',
  office: '青禾县人民政府督查室',
  unit: '县水利局',
  date: '2026-06-10',
  item: {
    number: '2026-0014',
    title: '北渠清淤',
    dispatchedOn: '2026-05-06',
    dueOn: '2026-06-05',
    overdue: 5,
    unaccepted: 0,
    percent: 40,
    lastReportOn: '2026-05-20',
    source: { documentTitle: '《关于做好防汛工作的通知》', sentence: '县水利局牵头，6月5日前完成北渠清淤。' },
  },
  earlier: [],
  limitOn: '2026-06-17',
  words: null,
  copies: null,
  ...over,
})
const words = (document: Gongwen): string[] => document.blocks.map(block => (block.kind === 'table' ? '' : block.text))

describe('a slip going out', () => {
  it('quotes the sentence it comes from, tells the figures, and asks for the result by a day', () => {
    const document = slipDocument(facts())
    expect(document.title).toBe('关于“北渠清淤”的蓝色督查单')
    expect(document.recipients).toBe('县水利局')
    expect(words(document)).toEqual([
      '《关于做好防汛工作的通知》提出：“县水利局牵头，6月5日前完成北渠清淤。”',
      '督办事项“北渠清淤”（编号2026-0014）于2026年5月6日交办你单位，应于2026年6月5日前办结。截至2026年6月10日，已逾期5天，反馈进度40%，最近一次反馈为2026年5月20日。',
      '现予提醒。请你单位于2026年6月17日前办结并书面反馈办理结果；确有客观原因不能按期办结的，请在此之前说明原因并提出办结时限。',
    ])
  })

  it('names the earlier slips and the officer’s own words', () => {
    const earlier = [{ number: '督蓝〔2026〕3号', issuedOn: '2026-06-10', limitOn: '2026-06-17' }]
    const said = words(
      slipDocument(facts({ colour: 'orange', date: '2026-06-20', limitOn: '2026-06-25', earlier, words: '请主要负责同志到场。' })),
    )
    expect(said[2]).toBe('2026年6月10日发出督蓝〔2026〕3号，要求2026年6月17日前办结，至今未办结。')
    expect(said.at(-1)).toBe('请主要负责同志到场。')
  })

  it('of an item not accepted, without deadline and without source, says just that', () => {
    const item = { ...facts().item, dueOn: null, overdue: 0, unaccepted: 2, percent: 0, lastReportOn: null, source: null }
    expect(words(slipDocument(facts({ item })))[0]).toBe(
      '督办事项“北渠清淤”（编号2026-0014）于2026年5月6日交办你单位。截至2026年6月10日，尚未签收，已超过签收时限2天，反馈进度0%，至今未反馈办理情况。',
    )
  })

  it('says a different thing in each colour, and never threatens a disciplinary measure', () => {
    const acts = SLIP_COLOURS.map(colour => words(slipDocument(facts({ colour })))[2]!.split('。')[0])
    expect(acts).toEqual(['现予提醒', '现予警示，责令限期办结', '现予批评，责令限期办结'])
    for (const colour of SLIP_COLOURS) expect(words(slipDocument(facts({ colour }))).join('')).not.toMatch(/警告|记过|问责/)
  })

  it('cannot ask for a result before its own date', () => {
    expect(() => slipDocument(facts({ limitOn: '2026-06-09' }))).toThrow(RangeError)
  })
})
