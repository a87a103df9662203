// Finds people with the posts said before or behind their names, in lists and in later mentions; resolves no pronoun and no 王书记.

import type { RawPerson, ReadContext, Sentence } from './context.ts'
import { letters } from './letters.ts'
import { add, addList, isFound, isFoundBetween, type Scan } from './mention.ts'
import { endsAt, isLikelyName, isNameShaped, isNameWord, type Name, readName, readOddName, readPlacedName, readWordName } from './name.ts'
import { titlesOf } from './phrase.ts'
import { afterBrackets, type Post, postsEnding, postsIn, postWordAt } from './post.ts'
import { nameBackward, readLabels, readLists, readRollLine, readWriter } from './roster.ts'
import { seek } from './seek.ts'
import { sign, signsOf } from './signs.ts'
import { POSTS } from './words/posts.ts'

/** Known names by their first letter, for later mentions; `begins` is set at the low bits of these letters, so that most places cost one look-up. */
interface Known {
  begins: Uint8Array
  names: Map<number, string[]>
}
const LOW = 0xfff
const knownNames = new WeakMap<ReadContext, Known>()

// What may stand in a sentence at all; most have only some of it.
const POST = sign(POSTS)
const LABEL = sign('：:')
const LIST = sign('、')
const COMRADE = sign('同')
const APPOINT = sign('任免聘选名')

/** The people of a sentence in order, one for each mention; `ctx.seenPeople` learns the new ones. */
export function findPeople(ctx: ReadContext, sentence: Sentence): RawPerson[] {
  const scan: Scan = { ctx, text: ctx.text, start: sentence.start, end: sentence.end, found: [], posts: [] }
  const { all: marks, at } = signsOf(ctx, sentence)
  if (marks & POST) readPosts(scan, at)
  if (marks & LABEL) {
    readLabels(scan)
    readWriter(scan)
  }
  if (marks & LIST) readLists(scan)
  if (marks & COMRADE) readComrades(scan)
  if (marks & APPOINT) readAppointments(scan)
  if (scan.found.length === 0 && scan.end - scan.start < 80) readRollLine(scan, lineAbove(ctx, sentence))
  for (const p of scan.found) learn(ctx, p)
  readKnown(scan)
  if (scan.found.length > 1) scan.found.sort((a, b) => a.span[0] - b.span[0])
  sentence.posts = scan.posts
  const quoted = titlesOf(ctx, sentence)
  if (quoted.length === 0) return scan.found
  return scan.found.filter(p => !quoted.some(t => t[0] <= p.span[0] && p.span[1] <= t[1]))
}

/** The head of the line above one that is a single sentence; '' for any other. */
function lineAbove(ctx: ReadContext, sentence: Sentence): string {
  const line = ctx.lines[sentence.line]
  const above = ctx.lines[sentence.line - 1]
  return above && line && line.start === sentence.start && line.end === sentence.end
    ? ctx.text.slice(above.start, Math.min(above.end, above.start + 12))
    : ''
}

/** Posts from left to right, each group with the names behind it. */
function readPosts(scan: Scan, signs: Int32Array) {
  const { text, end } = scan
  let group: Post[] = []
  let from = scan.start
  for (let i = scan.start; i < end; ) {
    const stop = signs[i - scan.start]! & POST ? postWordAt(text, i, end) : i
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
  const name =
    readName(text, i, end) ?? (i === at ? (readWordName(text, i, end) ?? readOddName(text, i, end) ?? readPlacedName(text, i, end)) : null)
  // 书记 张 … in a table: after a blank only a clear name is believed
  return name && (i === at || name.certainty >= 1) ? name : null
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

const CALLED = /[请由和与、]/
const BEFORE_NAME = /[请由对和同向让与按照据听取经给报学习对照]$/

/** 请沈一诺同志牵头 */
function readComrades(scan: Scan) {
  const { text } = scan
  for (let i = seek(text, '同志', scan.start, scan.end); i >= 0; i = seek(text, '同志', i + 2, scan.end)) {
    if (isFoundBetween(scan, i - 1, i + 1) || scan.found.some(p => p.span[1] === i)) continue
    // 司徒明、令狐川二位同志
    const end = /[二两三四五六七几]位/.test(text.slice(Math.max(scan.start, i - 2), i)) ? i - 2 : i
    if (end < i && scan.found.some(p => p.span[1] === end)) continue
    for (const length of [4, 3, 2]) {
      const start = end - length
      if (start < scan.start) continue
      // 请成功同志牵头: a word, but 全体同志 is nobody
      const word = text.slice(start, end)
      if (!isNameShaped(word) && !(isNameWord(word) && CALLED.test(text.slice(Math.max(scan.start, start - 1), start)))) continue
      // 请县住建局赵刚同志负责: the name stands behind the body
      const behindBody = length > 1 && endsBody(text, start - 1) && isLikelyName(word)
      if (!behindBody && !boundedLeft(text, start, scan.start) && start !== scan.start) continue
      add(scan, { start, end, name: word, certainty: 3 }, [])
      addBefore(scan, start)
      break
    }
  }
}

const endsBody = letters('局委办院部室会社队所厅镇乡司团')

/** 甲某、乙某同志: the names before the last. */
function addBefore(scan: Scan, start: number) {
  let at = start
  while ('、和及'.includes(scan.text[at - 1] ?? '。')) {
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
  readOffices(scan)
}

const TAKES = /^(?:同志)?(?:不再担任|任|为|担任|兼任|出任)/

/** 沈一诺同志任县教育局局长: the post stands behind the name. */
function readOffices(scan: Scan) {
  const { text, end } = scan
  for (const person of scan.found) {
    const at = person.span[1]
    const m = TAKES.exec(text.slice(at, Math.min(end, at + 7)))
    if (!m || m[0].endsWith('不再担任')) continue
    const stop = text.slice(at, Math.min(end, at + 50)).search(/[，,；;。]/)
    for (const p of postsIn(text, at + m[0].length, stop < 0 ? Math.min(end, at + 50) : at + stop))
      if (!p.role && !person.posts.includes(p.text)) person.posts.push(p.text)
  }
}

/** Later mentions of names already known. */
function readKnown(scan: Scan) {
  const { text, end } = scan
  const known = knownNames.get(scan.ctx)
  if (!known) return
  for (let i = scan.start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (known.begins[code & LOW] === 0) continue
    for (const name of known.names.get(code) ?? []) {
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
  if (!known) knownNames.set(ctx, (known = { begins: new Uint8Array(LOW + 1), names: new Map() }))
  const code = p.name.charCodeAt(0)
  const list = known.names.get(code)
  if (list) list.push(p.name)
  else known.names.set(code, [p.name])
  known.begins[code & LOW] = 1
}
