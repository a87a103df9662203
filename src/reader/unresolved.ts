// Finds 我市, 本县 and 该局 whose name the article does not tell; guesses none.

import type { ArticleFacts, ReadContext, Sentence } from './context.ts'
import { letters } from './letters.ts'
import { firstEndingAfter } from './outline.ts'
import type { Doubt, Span } from './reading.ts'
import { seek } from './seek.ts'

// 我省, 本县; not 本区域, 我市场
const OURS = /^[我本]([省市县区州旗盟镇乡局委办院校])(?![场域级长法件士区直民间镇乡]|县区)/
// 该局, 该公司; not 该办法, 该行业
const THAT =
  /^该(公司|集团|中心|单位|企业|银行|医院|学校|街道|园区|局|委|办|院|校|厂|站|所|镇|乡|村|县|市|区|州|旗)(?![场域面法件士有点房区民业动为内城级组])/
const NEAR = 400
const ANYBODY = /单位|企业/

/** One doubt for each such word of the article, where it first stands unexplained. */
export function unresolvedUnits(ctx: ReadContext, article: ArticleFacts, sentences: readonly Sentence[]): Doubt[] {
  const found = new Map<string, Doubt>()
  // of one article the answer stays the same: 我县 may stand there a hundred times
  const own = new Map<string, boolean>()
  for (const letter of ['我', '本', '该'])
    for (let at = seek(ctx.text, letter, article.start, article.end); at >= 0; at = seek(ctx.text, letter, at + 1, article.end)) {
      const rest = ctx.text.slice(at, at + 5)
      const m = (letter === '该' ? THAT : OURS).exec(rest)
      // 应该市, 根本局: the letter ends another word
      if (!m || found.has(m[0]) || '应活根基原资版样日书文'.includes(ctx.text[at - 1] ?? '。')) continue
      const kind = m[1]!
      if (letter !== '该' && !own.has(kind)) own.set(kind, isOwn(ctx.text, article, kind))
      if (letter === '该' ? namedBefore(ctx.text, sentences, article.start, at, kind) : own.get(kind)) continue
      const span: Span = [at, at + m[0].length]
      found.set(m[0], { span, code: 'unit-unresolved', facts: { word: m[0] } })
    }
  return [...found.values()].sort((a, b) => a.span[0] - b.span[0])
}

/** The article speaks for a place or a body of that kind, or names one place of that level. */
function isOwn(text: string, article: ArticleFacts, kind: string): boolean {
  if (article.place?.endsWith(kind) || article.issuer?.endsWith(kind)) return true
  if (!'省市州盟县区旗'.includes(kind)) return false
  // 北岭省水利厅 in the article tells what 我省 is
  const names = new Set<string>()
  const end = Math.min(article.end, article.start + 3000)
  for (let at = seek(text, kind, article.start, end); at >= 0 && names.size < 2; at = seek(text, kind, at + 1, end)) {
    const place = isWord(text, at + 1) ? null : NAME.exec(text.slice(Math.max(article.start, at - 4), at))
    if (place) names.add(place[1]!)
  }
  return names.size === 1
}

// ，北岭|省  由青禾|县: a name of two or three letters behind which the level stands
const NAME = /(?:^|[^\u4e00-\u9fff]|[对由向赴在到])([\u4e00-\u9fff]{2,3})$/
// 县场, 县级: the level letter begins a word
const isWord = letters('场区民级直长')

/** A body or a place of that kind was named shortly before. */
function namedBefore(text: string, sentences: readonly Sentence[], from: number, at: number, kind: string): boolean {
  const least = Math.max(from, at - NEAR)
  for (let k = firstEndingAfter(sentences, least); k < sentences.length && sentences[k]!.start < at; k++) {
    if (sentences[k]!.units.some(u => u.span[1] <= at && (u.name.endsWith(kind) || ANYBODY.test(kind)))) return true
  }
  const i = text.slice(least, at).search(new RegExp(`[^我该全本各某两几\\s，。、][\\u4e00-\\u9fff]${kind}`))
  return i >= 0
}
