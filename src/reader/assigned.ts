// Finds to whom a clause gives its task further in: ……的，由县公安局查处; 其余由镇政府自筹; 移送县纪委监委处理. Who built or proposed a thing (由甲公司承建的) is no lead.

import type { Clause } from './clause.ts'
import type { Named } from './subject.ts'

// 理由, 自由, 来由, 事由, 缘由; 由……组成
const NOT_BY = /[理自来事缘因]$/
const DESCRIBES = /^(?:[^，,；]{0,12}的(?![，,])|等?[^，,]{0,4}(?:组成|构成|转|变|增加|减少|提高|降|承建|出资|投资))/
const HANDED = /(?:移交|移送|交由|转交|转送|交|转)(?=[\u4e00-\u9fff])/g
const DEALS = /^(?:依法|依规|依纪|依法依规|依规依纪|严肃|从严|从快|统一|进一步|负责)*(?:处理|查处|查办|立案|处置|追究|追责|问责|办理|侦办)/

/** The parties that 由 or 移交……处理 names inside the clause; `named` reads those that begin at an offset. */
export function assignedIn(text: string, clause: Clause, named: (at: number) => Named): Named | null {
  const s = text.slice(clause.start, clause.end)
  for (let i = s.indexOf('由'); i >= 0; i = s.indexOf('由', i + 1)) {
    if (i > 0 && NOT_BY.test(s[i - 1]!)) continue
    const party = named(clause.start + i + 1)
    const rest = text.slice(party.end, clause.end)
    if (party.names.length && rest.length > 1 && !DESCRIBES.test(rest)) return party
  }
  if (!s.includes('移') && !s.includes('转') && !s.includes('交')) return null
  for (const m of s.matchAll(HANDED)) {
    const party = named(clause.start + m.index + m[0].length)
    if (party.names.length && DEALS.test(text.slice(party.end, clause.end))) return party
  }
  return null
}
