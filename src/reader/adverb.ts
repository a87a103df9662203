// Tells 已 from 己 and 未 from 末, which no word list can: by the verb behind or the word of time before; knows no other character.

import { startsVerb } from './clause.ts'

// 己经 己有 己于 己被, 未按 未能 未经 未获: what stands behind the adverb when it is no verb of a demand
const AFTER_DONE = '经有于在到被由将把与按达超获报办拨建签发开投通全基完取累'
const AFTER_NOT = '按能有经获报办达到被列纳开建取及必予曾批交'
// 月末 季末 旬末 学期末 年度末 本世纪末
const ENDS = '月年季期周旬度纪学岁世始本粉毫微夏明清之最排'
const MARKS = '，。、；：）》前止'

const oneOf = (letters: string, c: string) => c !== '' && letters.includes(c)

/** What the character should be, or null when it may be right. */
export function rightAdverb(text: string, i: number): string | null {
  const c = text[i]!
  const before = text[i - 1] ?? ''
  const after = text[i + 1] ?? ''
  const done = oneOf(AFTER_DONE, after) || startsVerb(text, i + 1)
  // 项目主体己完工
  if (c === '己' || c === '巳') return done && !oneOf('自知克律异舍利损由推责', before) ? '已' : null
  // 对照自已的职责
  if (c === '已') return !done && oneOf('自克律异', before) ? '己' : null
  // 末按期完成的
  if (c === '末') return !oneOf(ENDS, before) && (oneOf(AFTER_NOT, after) || startsVerb(text, i + 1)) ? '未' : null
  // 截至6月未，
  return c === '未' && oneOf('月季旬', before) && (after === '' || MARKS.includes(after)) ? '末' : null
}
