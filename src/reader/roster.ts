// Finds the people of rolls: after labels (联系人：…), in tables of a group, in bare lists (…等县领导出席) and in lists of those present; knows no speeches.

import { letters } from './letters.ts'
import { add, addList, isFound, isFoundBetween, type Scan } from './mention.ts'
import { beginsName, isNameShaped, isNameWord, isOddName, type Name, readBounded, readName, readWide } from './name.ts'
import { postsIn } from './post.ts'
import { seek } from './seek.ts'
import { LABELS, PRESENT } from './words/posts.ts'

const labels = new Set(LABELS)
const present = new Set(PRESENT)

/** 联系人：沈一诺; 组长：… */
export function readLabels(scan: Scan) {
  const { text, end } = scan
  for (let i = scan.start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code !== 0xff1a && code !== 0x3a) continue
    const label = labelBefore(text, scan.start, i)
    if (!label) continue
    if (present.has(label)) readPresent(scan, i + 1)
    let at = i + 1
    while (at < end && (text[at] === ' ' || text[at] === '\u3000')) at++
    // behind 联系人： any word that can be a name is one: 联系人：关键
    const read = present.has(label) ? readName : readAny
    // 出席：杨再兴（县财政局局长）: the bracket says that it is a name
    const name = read(text, at, end, 2) ?? posted(readBounded(text, at, end), text, end)
    if (!name || isFound(scan, name.start)) continue
    const stop = addSpaced(scan, addAfterCommas(scan, addList(scan, name, [], read), read))
    readTableRow(scan, stop)
    i = Math.max(i, stop - 1)
  }
}

/** A name of odd letters that a bracket, or another such name behind a blank, shows to be one. */
function posted(name: Name | null, text: string, end: number): Name | null {
  if (!name || postsIn(text, name.start, name.end).length > 0 || BODY_END.test(name.name)) return null
  if (opensBracket(text, name.end)) return name
  let at = name.end
  while (at < end && (text[at] === ' ' || text[at] === '\u3000')) at++
  const next = at > name.end ? readBounded(text, at, end) : null
  return next && (next.end >= end || ' \u3000。、，'.includes(text[next.end]!)) ? name : null
}

/** 出席：沈一诺（县财政局局长），周晓棠（县水利局局长）: commas between those who have their posts in brackets. */
function addAfterCommas(scan: Scan, from: number, read: typeof readName): number {
  const { text, end } = scan
  let stop = from
  while (stop < end && isComma(text, stop)) {
    const name = readBounded(text, stop + 1, end)
    if (!name || !(opensBracket(text, name.end) || (isNameShaped(name.name) && endsName(text, name.end))) || isFound(scan, name.start))
      break
    stop = addList(scan, name, [], read)
  }
  return stop
}

const isComma = letters('，,；;')
const opensBracket = letters('（(')
const endsName = letters('，,；;。、')

/** 联系人：沈一诺　周晓棠，: further names behind a blank, up to a mark; 沈一诺　记录：…… begins the next label. */
function addSpaced(scan: Scan, from: number): number {
  const { text, end } = scan
  let stop = from
  for (let at = from; text[at] === ' ' || text[at] === '\u3000'; at = stop) {
    while (at < end && (text[at] === ' ' || text[at] === '\u3000')) at++
    const name = readWide(text, at, end) ?? readBounded(text, at, end)
    // 漆　雕: whatever it is, the roll goes on behind it
    const odd = name ? 0 : (ODD_TOKEN.exec(text.slice(at, Math.min(end, at + 6)))?.[0].length ?? 0)
    if (odd > 0 && stop < at) {
      stop = at + odd
      continue
    }
    if (!name || isFound(scan, name.start) || '：:'.includes(text[name.end] ?? '。') || postsIn(text, at, name.end).length > 0) break
    add(scan, name, [])
    stop = name.end
  }
  return stop
}

/** 组　长：沈一诺　县委副书记、县长: the posts stand behind a blank to the end of the line. */
function readTableRow(scan: Scan, at: number) {
  const { text, end } = scan
  if (text[at] !== ' ' && text[at] !== '\u3000') return
  const person = scan.found.at(-1)!
  const stop = text.slice(at, end).search(/[：:；;。]/)
  for (const p of postsIn(text, at, stop < 0 ? end : at + stop)) if (!p.role && !person.posts.includes(p.text)) person.posts.push(p.text)
}

function readAny(text: string, at: number, end: number, need?: number): Name | null {
  return readBounded(text, at, end) ?? readName(text, at, end, need)
}

const ODD_TOKEN = /^[\u4e00-\u9fff](?:[ \u3000]{1,2}[\u4e00-\u9fff]|[\u4e00-\u9fff]{1,2})(?=[ \u3000])/
const BODY_END = /[局委办院部室会社队所厅校府厂站司行团组心]$/

/** 列席：县审计局沈一诺，县卫健委白露（主持工作）: the name stands behind a body, without a post. */
function readPresent(scan: Scan, from: number) {
  const { text, end } = scan
  let body = false
  for (let at = from; at < end; ) {
    let stop = at
    while (stop < end && !'，,、；;。（( \u3000'.includes(text[stop]!)) stop++
    const name: Name | null = body
      ? inToken(text, at, stop, end)
      : stop - at >= 5 && stop - at <= 24
        ? nameAtEnd(text, at, stop)
        : stop - at > 1 && OF_BODY.test(text.slice(stop, stop + 24))
          ? inToken(text, at, stop, end)
          : null
    if (name && !isFound(scan, name.start)) add(scan, name, [])
    if (stop > at) body = !name && '\u3000 '.includes(text[stop] ?? '。') && BODY_END.test(text.slice(at, stop))
    at = Math.max(stop, name?.end ?? 0) + 1
  }
}

// 霍去非（市住建局）, 上官婉（外出学习）
const OF_BODY =
  /^[（(](?:[^（）()，。]{1,16}[局委办院部室会社队所厅校府厂站司行团组心镇乡]|[^（）()，。]{0,6}(?:出差|休假|学习|请假|培训|病假|公差|代|主持工作))[）)]/

/** 县财政局　卓然, 县财政局　卓　然: the name that stands alone behind a body and a blank. */
function inToken(text: string, at: number, stop: number, end: number): Name | null {
  const wide = readWide(text, at, end)
  if (wide) return wide
  const name = readBounded(text, at, stop)
  return name && name.end === stop && postsIn(text, at, stop).length === 0 ? name : null
}

/** 东方旭（县委书记）：情况严重……: a writer with his post in brackets opens the line. */
export function readWriter(scan: Scan) {
  const { text, end } = scan
  let at = scan.start
  while (text[at] === ' ' || text[at] === '\u3000') at++
  const name = readBounded(text, at, end)
  if (!name || !'（('.includes(text[name.end] ?? '。')) return
  const close = text.slice(name.end, name.end + 26).search(/[）)](?:同志)?[：:]/)
  const posts = close < 0 ? [] : postsIn(text, name.end + 1, name.end + close).filter(p => !p.role)
  if (posts.length > 0 && !isFound(scan, name.start))
    add(
      scan,
      name,
      posts.map(p => p.text),
    )
}

/** The second line of a roll: nothing but names with blanks between them, below 出席：…. */
export function readRollLine(scan: Scan, above: string) {
  const { text, start, end } = scan
  if (!mayRoll(above, 0) || !ROLL.test(above)) return
  const names: Name[] = []
  for (let at = start; at < end; ) {
    if (' \u3000、，'.includes(text[at]!)) {
      at++
      continue
    }
    const name = readWide(text, at, end) ?? readBounded(text, at, end)
    if (!name || postsIn(text, at, name.end).length > 0 || (name.end < end && !' \u3000、，。（'.includes(text[name.end]!))) return
    names.push(name)
    at = name.end
  }
  for (const name of names) add(scan, name, [])
}

const mayRoll = letters('出列参缺请 \t\u3000')
const ROLL = /^[\s　]*(?:出[\s　]*席|列[\s　]*席|参[\s　]*加|参会|缺席|请假)(?:人员|领导|人)?[\s　]*[：:]/

// 县水利局沈一诺, 石桥镇何沐阳, 云棠街道葛建新
const endsBody = letters('局委办院部室会社队所厅校府厂站司行团组心镇乡道')

function nameAtEnd(text: string, from: number, stop: number): Name | null {
  for (const length of [4, 3, 2]) {
    const start = stop - length
    const word = text.slice(start, stop)
    if (start - from < 3 || !endsBody(text, start - 1) || !(isNameShaped(word) || isNameWord(word) || isOddName(word))) continue
    if (postsIn(text, from, stop).length > 0) return null
    return { start, end: stop, name: word, certainty: 3 }
  }
  return null
}

function labelBefore(text: string, from: number, colon: number): string | null {
  let word = ''
  for (let i = colon - 1; i >= from && word.length < 8; i--) {
    const letter = text[i]!
    if (letter === ' ' || letter === '\u3000') continue
    word = letter + word
    if (labels.has(word)) return word
  }
  return null
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
export function readLists(scan: Scan) {
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
export function nameBackward(text: string, stop: number, from: number): Name | null {
  for (const length of [4, 3, 2]) {
    const start = stop - length
    if (start < from || !beginsName(text.charCodeAt(start)) || !isNameShaped(text.slice(start, stop))) continue
    if (
      start === from ||
      '，,。；;：:“"（(\n \u3000'.includes(text[start - 1]!) ||
      /(?:领导|同志|常委|由|请|让|有|为|是|陪同|会同|邀请)$/.test(text.slice(Math.max(from, start - 2), start))
    )
      return { start, end: stop, name: text.slice(start, stop), certainty: 3 }
  }
  return null
}
