// Finds people with the posts said before or behind their names, in lists and in later mentions; resolves no pronoun and no 王书记.

import type { RawPerson, ReadContext, Sentence } from './context.ts'
import { beginsName, endsAt, isLikelyName, isNameShaped, type Name, readName } from './name.ts'
import { titlesOf } from './phrase.ts'
import { afterBrackets, beginsPost, type Post, postsEnding, postsIn, postWordAt } from './post.ts'
import type { Span } from './reading.ts'
import { seek } from './seek.ts'
import { LABELS } from './words/posts.ts'

/** Where posts stand in a sentence: a body named only inside a post does not act there. */
export const postSpans = new WeakMap<Sentence, Span[]>()

/** Known names by their first letter, for later mentions. */
const knownNames = new WeakMap<ReadContext, Map<number, string[]>>()

interface Scan {
  ctx: ReadContext
  text: string
  start: number
  end: number
  found: RawPerson[]
  posts: Span[]
}

const labels = new Set(LABELS)
const APPOINT = /[任免聘选名]/

/** The people of a sentence in order, one for each mention; `ctx.seenPeople` learns the new ones. */
export function findPeople(ctx: ReadContext, sentence: Sentence): RawPerson[] {
  const scan: Scan = { ctx, text: ctx.text, start: sentence.start, end: sentence.end, found: [], posts: [] }
  readPosts(scan)
  readLabels(scan)
  readLists(scan)
  readComrades(scan)
  if (APPOINT.test(scan.text.slice(scan.start, scan.end))) readAppointments(scan)
  for (const p of scan.found) learn(ctx, p)
  readKnown(scan)
  scan.found.sort((a, b) => a.span[0] - b.span[0])
  postSpans.set(sentence, scan.posts)
  const titles = seek(ctx.text, '《', sentence.start, sentence.end)
  if (titles < 0 || titles >= sentence.end) return scan.found
  const quoted = titlesOf(ctx.text, sentence)
  return scan.found.filter(p => !quoted.some(t => t[0] <= p.span[0] && p.span[1] <= t[1]))
}

/** Posts from left to right, each group with the names behind it. */
function readPosts(scan: Scan) {
  const { text, end } = scan
  let group: Post[] = []
  let from = scan.start
  for (let i = scan.start; i < end; ) {
    const stop = beginsPost(text.charCodeAt(i)) ? postWordAt(text, i, end) : i
    if (stop === i) {
      i++
      continue
    }
    const here = postsEnding(text, i, stop, from)
    if (here.length === 0) {
      i = stop
      continue
    }
    group = group.length > 0 && isJoint(text, group.at(-1)!.end, here[0]!.start) ? [...group, ...here] : here
    for (const p of here) if (!p.role) scan.posts.push([p.start, p.end])
    const after = afterBrackets(text, stop, end)
    from = after
    const name = nameAfter(text, after, end)
    if (!name) {
      addNameBefore(scan, here)
      i = after
      continue
    }
    const posts = group.filter(p => !p.role).map(p => p.text)
    i = addList(scan, name, posts)
    from = i
    group = []
  }
}

/** 、 or a comma or 兼 between two posts of one person. */
function isJoint(text: string, a: number, b: number): boolean {
  return b - a <= 8 && /^(?:[（(][^）)]{1,8}[）)])?[、，,兼\s]{1,3}$/.test(text.slice(a, b))
}

/** The name behind a post, also after one blank: 市长 龚 正. */
function nameAfter(text: string, at: number, end: number): Name | null {
  let i = at
  while (i < end && (text[i] === ' ' || text[i] === '\u3000') && i - at < 3) i++
  const name = readName(text, i, end)
  // 书记 张 … in a table: after a blank only a clear name is believed
  return name && (i === at || name.certainty >= 1) ? name : null
}

/** A name and those joined to it by 、 or 和: one post before a list belongs to each. */
function addList(scan: Scan, first: Name, posts: string[]): number {
  const { text, end } = scan
  add(scan, first, posts)
  let at = first.end
  for (;;) {
    const bracket = text[at] === '（' || text[at] === '(' ? seek(text, text[at] === '（' ? '）' : ')', at, Math.min(end, at + 30)) : -1
    if (bracket > 0 && bracket - at < 30 && bracket < end) {
      const behind = postsIn(text, at + 1, bracket)
      const last = scan.found.at(-1)!
      for (const p of behind) if (!last.posts.includes(p.text)) last.posts.push(p.text)
      at = bracket + 1
    }
    if (at >= end || !'、和及与'.includes(text[at]!)) return at
    const next = readName(text, at + 1, end, 1)
    if (!next || postWordNear(text, next)) return at
    add(scan, next, posts)
    at = next.end
  }
}

// 副县长李明、公安局局长王刚: what seems a name is the beginning of the next post
function postWordNear(text: string, name: Name): boolean {
  for (let i = name.start + 1; i <= name.end; i++) if (postWordAt(text, i, i + 5) > i && i < name.end) return true
  return false
}

const TITLE_WORDS = new Set(
  '书记 总书记 县长 市长 省长 区长 州长 镇长 乡长 主席 部长 局长 主任 厅长 秘书长 副书记 副县长 副市长 副省长 副主席 副主任 副部长 副局长 院长 校长 检察长 董事长 总经理 同志'.split(
    ' ',
  ),
)

/** 程远书记强调: the name stands before a bare post. */
function addNameBefore(scan: Scan, here: Post[]) {
  const { text } = scan
  const post = here[0]!
  for (const length of [4, 3, 2]) {
    const word = post.text.slice(0, length)
    const title = post.text.slice(length)
    if (!TITLE_WORDS.has(title) || !(scan.ctx.seenPeople.has(word) || isLikelyName(word))) continue
    if (!scan.ctx.seenPeople.has(word) && (length === 2 || !boundedLeft(text, post.start, scan.start))) continue
    add(scan, { start: post.start, end: post.start + length, name: word, certainty: 3 }, scan.ctx.seenPeople.has(word) ? [] : [title])
    return
  }
}

function boundedLeft(text: string, at: number, from: number): boolean {
  return at <= from || '，,。；;：:、“"（( '.includes(text[at - 1]!) || BEFORE_NAME.test(text.slice(Math.max(from, at - 2), at))
}

/** 联系人：沈一诺; 组长：… */
function readLabels(scan: Scan) {
  const { text, end } = scan
  for (let i = scan.start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code !== 0xff1a && code !== 0x3a) continue
    const label = labelBefore(text, scan.start, i)
    if (!label) continue
    let at = i + 1
    while (at < end && (text[at] === ' ' || text[at] === '\u3000')) at++
    const name = readName(text, at, end, 2)
    if (!name || isFound(scan, name.start)) continue
    const stop = addList(scan, name, [])
    readTableRow(scan, stop)
    i = Math.max(i, stop - 1)
  }
}

/** 组　长：沈一诺　县委副书记、县长: the posts stand behind a blank to the end of the line. */
function readTableRow(scan: Scan, at: number) {
  const { text, end } = scan
  if (text[at] !== ' ' && text[at] !== '\u3000') return
  const person = scan.found.at(-1)!
  const stop = text.slice(at, end).search(/[：:；;。]/)
  for (const p of postsIn(text, at, stop < 0 ? end : at + stop)) if (!p.role && !person.posts.includes(p.text)) person.posts.push(p.text)
}

function labelBefore(text: string, from: number, colon: number): boolean {
  let word = ''
  for (let i = colon - 1; i >= from && word.length < 8; i--) {
    const letter = text[i]!
    if (letter === ' ' || letter === '\u3000') continue
    word = letter + word
    if (labels.has(word)) return true
  }
  return false
}

// 等县四大班子领导出席, 等领导同志, 一同参加: people did it
const LIST_END =
  /^等?[^，。；：、]{0,14}(?:领导|同志|出席|参加|陪同|列席|一同|在主席台|收听收看|作了?(?:表态|交流|典型)?发言|到会|随同|随行|见证|[两三四五六七八九几]位)/
// 水利、农业、林业等部门领导: the words before 等 are no names
const NO_PEOPLE =
  /^等?[^，。；：、]{0,3}(?:部门|单位|行业|领域|产业|企业|乡镇|镇村|村庄|地区|地市|县区|项目|工作|问题|方面|学科|课程|作物|灾害|情况|环节|要素|资源)/
// a name that the scanner spoilt does not end the list
const ODD_NAME = /[\u4e00-\u9fa5]{2,3}(?=[、和等，])/y

/** Bare lists: 甲某、乙某、丙某等县领导出席; 甲某、乙某两位副县长. */
function readLists(scan: Scan) {
  const { text, end } = scan
  for (let i = seek(text, '、', scan.start, end); i >= 0; i = seek(text, '、', i + 1, end)) {
    if (isFoundBetween(scan, i - 4, i)) continue
    const first = nameBackward(text, i, scan.start)
    if (!first) continue
    const names: Name[] = [first]
    let at = i
    while (text[at] === '、' || text[at] === '和') {
      const next = readName(text, at + 1, end, 1)
      ODD_NAME.lastIndex = at + 1
      if (!next && (text[at] === '和' || names.length < 2 || !ODD_NAME.test(text))) break
      if (next) names.push(next)
      at = next ? next.end : ODD_NAME.lastIndex
    }
    const rest = text.slice(at, Math.min(end, at + 24))
    const people =
      names.length > 1 && !NO_PEOPLE.test(rest) && (LIST_END.test(rest) || (names.length > 2 && isLedIn(text, first.start, scan.start)))
    if (people) {
      const posts = jointPost(text, at, end)
      for (const name of names) if (!isFound(scan, name.start)) add(scan, name, posts)
    }
    i = Math.max(i, at - 1)
  }
}

/** 两位副县长 behind a list: the post of each. */
function jointPost(text: string, at: number, end: number): string[] {
  if (!/^[两三四五六七八九几]位/.test(text.slice(at, at + 2))) return []
  return postsIn(text, at + 2, Math.min(end, at + 10))
    .slice(0, 1)
    .map(p => p.text)
}

// 县领导甲某、乙某、丙某，… : what stands before says that people follow
function isLedIn(text: string, at: number, from: number): boolean {
  return /(?:领导|同志|常委|有|为|：|:|是)$/.test(text.slice(Math.max(from, at - 3), at))
}

/** The name that ends at `stop` and begins where a clause or a leading word ends. */
function nameBackward(text: string, stop: number, from: number): Name | null {
  for (const length of [4, 3, 2]) {
    const start = stop - length
    if (start < from || !beginsName(text.charCodeAt(start)) || !isNameShaped(text.slice(start, stop))) continue
    if (
      start === from ||
      '，,。；;：:“"（(\n \u3000'.includes(text[start - 1]!) ||
      /(?:领导|同志|常委|由|有|为|是|陪同|邀请)$/.test(text.slice(Math.max(from, start - 2), start))
    )
      return { start, end: stop, name: text.slice(start, stop), certainty: 3 }
  }
  return null
}

const BEFORE_NAME = /[请由对和同向让与按照据听取经给报学习对照]$/

/** 请沈一诺同志牵头 */
function readComrades(scan: Scan) {
  const { text, end } = scan
  for (let i = seek(text, '同志', scan.start, end); i >= 0; i = seek(text, '同志', i + 2, end)) {
    if (isFoundBetween(scan, i - 1, i + 1) || scan.found.some(p => p.span[1] === i)) continue
    for (const length of [4, 3, 2]) {
      const start = i - length
      if (start < scan.start || !isNameShaped(text.slice(start, i))) continue
      if (!boundedLeft(text, start, scan.start) && start !== scan.start) continue
      add(scan, { start, end: i, name: text.slice(start, i), certainty: 3 }, [])
      addBefore(scan, start)
      break
    }
  }
}

/** 甲某、乙某同志: the names before the last. */
function addBefore(scan: Scan, start: number) {
  let at = start
  while (scan.text[at - 1] === '、') {
    const before = nameBackward(scan.text, at - 1, scan.start) ?? null
    if (!before || isFound(scan, before.start)) return
    add(scan, before, [])
    at = before.start
  }
}

/** 任命沈一诺为县教育局局长, 免去沈一诺的职务 */
function readAppointments(scan: Scan) {
  const { text, end } = scan
  for (const m of text.slice(scan.start, end).matchAll(/任命|免去|聘任|提名|选举|增选|补选|决定任命|推选/g)) {
    const behind = scan.start + m.index + m[0].length
    const at = behind + (text[behind] === '：' ? 1 : 0)
    const name = readName(text, at, end, 1)
    if (name && '为的同'.includes(text[name.end] ?? '。') && !isFound(scan, name.start)) add(scan, name, [])
  }
}

/** Later mentions of names already known. */
function readKnown(scan: Scan) {
  const { text, end } = scan
  const known = knownNames.get(scan.ctx)
  if (!known) return
  for (let i = scan.start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (!beginsName(code)) continue
    const names = known.get(code)
    if (!names) continue
    for (const name of names) {
      if (!text.startsWith(name, i) || i + name.length > end || isFound(scan, i)) continue
      // 黎明, 高山 and 朝阳 are words as well: a short name needs a clear end or a clear beginning
      if (name.length === 2 && endsAt(text, i + 2, end) === 0 && !boundedLeft(text, i, scan.start)) continue
      scan.found.push({ span: [i, i + name.length], name, posts: [] })
      i += name.length - 1
      break
    }
  }
}

function learn(ctx: ReadContext, p: RawPerson) {
  if (ctx.seenPeople.has(p.name)) return
  ctx.seenPeople.set(p.name, p)
  let known = knownNames.get(ctx)
  if (!known) knownNames.set(ctx, (known = new Map()))
  const code = p.name.charCodeAt(0)
  const list = known.get(code)
  if (list) list.push(p.name)
  else known.set(code, [p.name])
}

function add(scan: Scan, name: Name, posts: string[]) {
  if (isFound(scan, name.start)) return
  scan.found.push({ span: [name.start, name.end], name: name.name, posts: [...posts] })
}

function isFound(scan: Scan, at: number): boolean {
  return scan.found.some(p => p.span[0] <= at && at < p.span[1])
}

function isFoundBetween(scan: Scan, from: number, to: number): boolean {
  return scan.found.some(p => p.span[0] < to && p.span[1] > from)
}
