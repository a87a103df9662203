// Reads the period in brackets behind the title of a step (（一）自查自纠（9月1日至20日）。); never takes a figure or a title for one.

import type { Values } from './action.ts'
import type { RawDate } from './context.ts'

// （一）自查自纠（9月1日至20日）。 第一阶段：动员部署（5月底前）。 集中整治阶段（即日起—8月31日）：
const STAGE = /^[，,：:\s　]*[\u4e00-\u9fff“”、：:\d]{2,20}[（(](?:时间[：:])?/
const STAGE_ENDS = /^(?:前|底|左右|完成)?[）)][。：:；，\n]?/

/** The time in brackets behind the title of a step, which holds for every action of the item. */
export function stageOf(text: string, words: number, end: number, values: Values): RawDate | null {
  const head = STAGE.exec(text.slice(words, Math.min(end, words + 30)))
  if (!head) return null
  const at = words + head[0].length
  const date = values.dates.find(d => d.span[0] >= at && d.span[0] <= at + 1)
  if (!date || !STAGE_ENDS.test(text.slice(date.span[1], Math.min(end, date.span[1] + 5)))) return null
  return date
}
