// Says what a quantity is a measure of (总投资, 常住人口) from the words just before it; null when they do not say.

import { MEASURED } from './words/measured.ts'

const byLast = new Map<string, string[]>()
for (const word of MEASURED) {
  const last = word[word.length - 1]!
  const list = byLast.get(last)
  if (list) list.push(word)
  else byLast.set(last, [word])
}
for (const list of byLast.values()) list.sort((a, b) => b.length - a.length)

// 总投资约为15亿元, 面积达到8460平方公里, 年产值可达40亿元
const BETWEEN = [
  '可达到',
  '将达到',
  '达到了',
  '达到',
  '可达',
  '已达',
  '将达',
  '达',
  '约为',
  '约',
  '共计',
  '合计',
  '总计',
  '共',
  '为',
  '是',
  '近',
  '超过',
  '超',
  '突破',
  '逾',
  '不低于',
  '不少于',
  '：',
  ':',
  '分别',
  '接近',
  '预计',
  '计',
  '有',
  '仅',
  '额',
]

/** What stands measured before the quantity that begins at `number`, not looking before `from`. */
export function measuredBy(text: string, from: number, number: number): string | null {
  let at = number
  for (let step = 0; step < 3; step++) {
    const word = endingWord(text, from, at)
    if (word) return word
    const skip = BETWEEN.find(w => at - w.length >= from && text.startsWith(w, at - w.length))
    if (!skip) return null
    at -= skip.length
  }
  return endingWord(text, from, at)
}

function endingWord(text: string, from: number, at: number): string | null {
  const list = byLast.get(text[at - 1] ?? '')
  if (!list) return null
  for (const word of list) if (at - word.length >= from && text.startsWith(word, at - word.length)) return word
  return null
}
