// Says what a quantity is a measure of (总投资, 常住人口) from the words just before it; null when they do not say.

import { makeEndings } from './ending.ts'
import { MEASURED } from './words/measured.ts'

const measured = makeEndings(MEASURED)

// 总投资约为15亿元, 面积达到8460平方公里, 年产值可达40亿元
const between = makeEndings(
  '可达到 将达到 达到了 达到 可达 已达 将达 达 约为 约 共计 合计 总计 共 为 是 近 超过 超 突破 逾 不低于 不少于 ： : 分别 接近 预计 计 有 仅 额'.split(
    ' ',
  ),
)

/** What stands measured before the quantity that begins at `number`, not looking before `from`. */
export function measuredBy(text: string, from: number, number: number): string | null {
  let at = number
  for (let step = 0; step < 4; step++) {
    const word = measured.before(text, from, at)
    if (word) return word
    const skip = between.lengthBefore(text, from, at)
    if (skip === 0) return null
    at -= skip
  }
  return null
}
