import { expect, test } from 'vitest'
import { findArticles } from './header.ts'
import { cutLines, cutSentences, findItems } from './outline.ts'

function items(text: string) {
  const lines = cutLines(text)
  const [article] = findArticles(text, lines, {})
  return findItems(text, article!, lines)
}
const shape = (text: string) => items(text).items.map(i => `${i.ordinal.name} ${i.path.join('.')}`)

test('headings, sub-headings and points nest', () => {
  expect(shape('一、总体要求\n二、重点任务\n（一）加强领导。\n1．建立专班。\n2．定期调度。\n（二）严格考核。\n三、附则')).toEqual([
    '一 1',
    '二 2',
    '（一） 2.1',
    '1 2.1.1',
    '2 2.1.2',
    '（二） 2.2',
    '三 3',
  ])
})

test('points numbered through several sections are counted anew in each path', () => {
  expect(shape('（一）甲项\n1．第一件。\n2．第二件。\n（二）乙项\n3．第三件。')).toEqual([
    '（一） 1',
    '1 1.1',
    '2 1.2',
    '（二） 2',
    '3 2.1',
  ])
})

test('a spoken list inside a paragraph is found after any pause', () => {
  expect(shape('会议要求，一要压实责任，抓好落实。二要强化保障；三要守牢底线。')).toEqual(['一要 1', '二要 2', '三要 3'])
})

test('最后 counts on from the item before it', () => {
  expect(shape('他要求，首先，做好排查；其次，明确责任；最后，严格督导。')).toEqual(['首先 1', '其次 2', '最后 3'])
})

test('a lost item is a doubt that names it', () => {
  expect(items('全省态势良好。一是改革的态势不断强劲。三是开放的态势不断强劲。').doubts).toMatchObject([
    { code: 'list-gap', facts: { after: '一是', before: '三是', missing: '二是' } },
  ])
})

test('an item that stands twice is a doubt', () => {
  expect(items('一、加强领导\n二、压实责任\n二、严格考核').doubts).toMatchObject([{ code: 'list-repeated', facts: { ordinal: '二' } }])
})

test('a new list that starts at one is no doubt', () => {
  expect(items('会议指出，一是抓早；二是抓小。会议要求，一是抓实；二是抓细。').doubts).toEqual([])
})

test('numbers in words, ranks and dates open no item', () => {
  expect(shape('围绕一二三产业融合，一件事一次办，第一责任人要上手。2.5亿元资金1.2日内到位。')).toEqual([])
})

test('attachments are no items', () => {
  expect(shape('关于开展检查的通知\n各单位：\n一、加强领导。\n附件：1．责任表\n2．任务表')).toEqual(['一 1'])
})

test('sentences end at full stops with the marks that close them, and never hold a line break', () => {
  const text = '会议指出：“成绩来之不易。”下一步要抓落实！\n各单位要重视。'
  const cut = cutSentences(text, cutLines(text)).map(s => text.slice(s.start, s.end))
  expect(cut).toEqual(['会议指出：“成绩来之不易。”', '下一步要抓落实！', '各单位要重视。'])
})

test('a sentence without an end is cut at a bounded length', () => {
  const text = '县'.repeat(10_000)
  for (const s of cutSentences(text, cutLines(text))) expect(s.end - s.start).toBeLessThanOrEqual(1201)
})

test('an ordinal before a figure is no part of the figure', () => {
  expect(shape('1.2026年底前完成清淤。\n2.500万元以上项目按周调度。\n3.5月8日前报送方案。')).toEqual(['1 1', '2 2', '3 3'])
  // 完成投资 on the line above: a figure that the page broke off is no list
  expect(shape('1.25亿元已经到位。')).toEqual([])
  const text = '2.500万元以上项目按周调度。'
  expect(cutSentences(text, cutLines(text)).map(s => text.slice(s.start, s.end))).toEqual(['500万元以上项目按周调度。'])
})
