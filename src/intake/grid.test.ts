import { expect, test } from 'vitest'
import { gridLines } from './grid.ts'

test('a table of tasks becomes numbered sentences with a line for each unit and deadline', () => {
  expect(
    gridLines([
      ['序号', '重点任务', '牵头单位', '责任单位', '完成时限'],
      ['1', '改造管网二期', '县住房和城乡建设局', '各乡镇、\n县水利局', '10月底前'],
      ['2', '完成清淤。', '县水利局', '', ''],
    ]),
  ).toEqual([
    '1.改造管网二期。',
    '牵头单位：县住房和城乡建设局',
    '责任单位：各乡镇、县水利局',
    '完成时限：10月底前',
    '2.完成清淤。',
    '牵头单位：县水利局',
  ])
})

test('a title row stands above; headings with spaces and line breaks are still headings', () => {
  expect(
    gridLines([
      ['任务分解表', '', ''],
      ['工作\n任务', '牵头 单位', '完成\n时限'],
      ['清淤', '县水利局', '6月底'],
    ]),
  ).toEqual(['任务分解表', '清淤。', '牵头单位：县水利局', '完成时限：6月底'])
})

test('a task merged over several measures is said once; units merged downward hold for every measure', () => {
  expect(
    gridLines([
      ['序号', '重点任务', '具体措施', '牵头单位'],
      ['一', '保障供水', '更换老旧管道', '县水利局'],
      [null, null, '新建水厂2座', null],
    ]),
  ).toEqual(['保障供水', '一、更换老旧管道。', '牵头单位：县水利局', '新建水厂2座。', '牵头单位：县水利局'])
})

test('a form of names and values becomes lines', () => {
  expect(
    gridLines([
      ['督办事项', '河道清淤'],
      ['承办单位', '县水利局', '办结时限', '6月底'],
    ]),
  ).toEqual(['督办事项：河道清淤', '承办单位：县水利局', '办结时限：6月底'])
})

test('any other table keeps its rows, cells apart by a tab', () => {
  expect(
    gridLines([
      ['指标', '上半年', '增速'],
      ['工业', '3.5亿元', '6%'],
      ['', '', ''],
    ]),
  ).toEqual(['指标\t上半年\t增速', '工业\t3.5亿元\t6%'])
})

test('no filled cell is lost, whatever its column is called', () => {
  expect(
    gridLines([
      ['任务', '责任单位', ''],
      ['清淤', '县水利局', '分两期'],
    ]),
  ).toEqual(['清淤。', '责任单位：县水利局', '分两期'])
})

test('a number in the ledger names a task and stands on its own line; a count never melts into a figure', () => {
  expect(
    gridLines([
      ['编号', '督办事项', '牵头单位'],
      ['2026-014', '桥梁维修', '县交通运输局'],
    ]),
  ).toEqual(['桥梁维修。', '编号：2026-014', '牵头单位：县交通运输局'])
  expect(
    gridLines([
      ['序号', '重点任务', '牵头单位'],
      ['1', '5亿元项目开工', '县发展和改革局'],
      ['（二）', '3座水厂建成', '县水利局'],
    ]),
  ).toEqual(['1. 5亿元项目开工。', '牵头单位：县发展和改革局', '（二）3座水厂建成。', '牵头单位：县水利局'])
})
