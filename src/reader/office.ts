// Reads the name of an office that joins several fields with 和 (科技和工业信息化局, 数据和政务服务局); knows no list of offices.

import { makeTrie } from './trie.ts'
import { FIELDS } from './words/bodies.ts'

const fields = makeTrie(FIELDS)
const END = /(?:管理|服务|发展|促进|监督|保障|执法|事务|推进)*(?:委员会|局|委|厅|中心|办公室)/y

/** The end of such a name at `at`, or 0: fields joined by 和 or 与, at least two, and the word that such names end in. */
export function officeAt(text: string, at: number, end: number): number {
  let i = at
  let joints = 0
  for (;;) {
    const next = fields.longest(text, i, end)
    if (next > i) {
      i = next
      continue
    }
    if (i === at || (text[i] !== '和' && text[i] !== '与') || fields.longest(text, i + 1, end) === i + 1) break
    joints++
    i++
  }
  if (joints === 0) return 0
  END.lastIndex = i
  const m = END.exec(text)
  const stop = m ? i + m[0].length : 0
  return stop > end || (m?.[0].endsWith('委') && '员托派'.includes(text[stop] ?? '。')) ? 0 : stop
}
