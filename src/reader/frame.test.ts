import { expect, test } from 'vitest'
import { read } from './index.ts'

const FRAMES: [text: string, name: string, count: number][] = [
  ['聚焦“三个战略定位”，推动振兴。', '三个战略定位', 3],
  ['弘扬“六大文化”，加快振兴。', '六大文化', 6],
  ['办好“三节三会”，扩大开放。', '三节三会', 6],
  ['加快构建“一轴三带五园”产业格局。', '一轴三带五园', 9],
  ['建设“一核两港三片区”。', '一核两港三片区', 6],
  ['构建“一主三副四组团”空间格局。', '一主三副四组团', 8],
  ['形成一心两轴三组团，带动全域。', '一心两轴三组团', 6],
  ['明确四张清单，逐项销号。', '四张清单', 4],
  ['实施五大产业集群培育行动。', '五大产业集群', 5],
  ['开展“十项攻坚”督查。', '十项攻坚', 10],
  ['推进“十大工程”建设。', '十大工程', 10],
  ['打好“三场硬仗”。', '三场硬仗', 3],
  ['守牢“四道防线”。', '四道防线', 4],
  ['执行“五个一律”。', '五个一律', 5],
  ['推行“六个一”。', '六个一', 6],
  ['落实十项攻坚任务。', '十项攻坚', 10],
  ['三大战役首战告捷。', '三大战役', 3],
]
for (const [text, name, count] of FRAMES)
  test(`${name} is a frame of ${count}`, () => {
    const reading = read(text)
    expect(reading.frames).toMatchObject([{ name, count }])
    expect(text.slice(...reading.frames[0]!.span)).toBe(name)
    expect(reading.quantities).toEqual([])
  })

for (const text of [
  '推行“一企一策”。',
  '完成三个项目。',
  '审议十项议题，举办三场活动。',
  '落实“十四五”规划。',
  '辖七县三区。',
  '坚持“一张蓝图绘到底”。',
  '建成三园两区。',
  '整治一山一水一村庄。',
  '辖三区。',
  '提升“一老一小”服务。',
  '第三大产业发展良好。',
  '讲好“三农”故事。',
])
  test(`${text} names no frame`, () => {
    expect(read(text).frames).toEqual([])
  })

test('a frame named again is given once, and its number is still no quantity', () => {
  const reading = read('开展“十项攻坚”督查。“十项攻坚”进展顺利。')
  expect(reading.frames).toHaveLength(1)
  expect(reading.quantities).toEqual([])
})
