// Reads one personal name where it stands (诸葛明远, 龚 正); judges by surname, given characters and what follows. Knows no posts.

import { letters } from './letters.ts'
import {
  DOUBLE_SURNAMES,
  FOLLOWERS,
  GIVEN,
  NEVER_NAMES,
  NOT_GIVEN,
  NOT_LAST,
  NOT_NAMES,
  RARE_SURNAMES,
  TIMID_SURNAMES,
  WEAK_SURNAMES,
} from './words/names.ts'
import { SURNAMES } from './words/surname.ts'
import { ADVERBS, DEMAND_VERBS } from './words/verb.ts'

export interface Name {
  start: number
  end: number
  /** Without the blank that splits a two-character name (龚 正). */
  name: string
  /** How clearly it ends: 3 punctuation or a verb of report, 2 等, 1 a single letter, 0 nothing marks the end. */
  certainty: number
}

const HAN_FIRST = 0x4e00
const HAN_LAST = 0x9fff
const SURNAME = 1
const WEAK = 2
const BAD_GIVEN = 4
const GOOD_GIVEN = 8
const DOUBLE_FIRST = 16
const TIMID = 32

const flagsOf = new Uint8Array(HAN_LAST - HAN_FIRST + 1)
function mark(all: Iterable<string>, flag: number) {
  for (const letter of all) flagsOf[letter.charCodeAt(0) - HAN_FIRST]! |= flag
}
mark(SURNAMES, SURNAME)
mark(RARE_SURNAMES, SURNAME)
mark(WEAK_SURNAMES, WEAK)
mark(TIMID_SURNAMES, TIMID)
mark(GIVEN, GOOD_GIVEN)
mark(NOT_GIVEN, BAD_GIVEN)
for (const double of DOUBLE_SURNAMES) mark([double[0]!], DOUBLE_FIRST)

const followers = new Map<number, string[]>()
for (const word of FOLLOWERS) {
  const list = followers.get(word.charCodeAt(0))
  if (list) list.push(word)
  else followers.set(word.charCodeAt(0), [word])
}
for (const list of followers.values()) list.sort((a, b) => b.length - a.length)

function flags(code: number): number {
  return code >= HAN_FIRST && code <= HAN_LAST ? flagsOf[code - HAN_FIRST]! : 0
}

/** Whether the letter is a Chinese character. */
export function isHan(code: number): boolean {
  return code >= HAN_FIRST && code <= HAN_LAST
}

/** Whether a name may begin with this letter. */
export function beginsName(code: number): boolean {
  return (flags(code) & (SURNAME | TIMID | DOUBLE_FIRST)) !== 0
}

/** How clearly something ends at `i`: 3 for punctuation, the end or a verb of report, 2 for 等, 1 for a single letter, 0. */
export function endsAt(text: string, i: number, end: number): number {
  if (i >= end) return 3
  const code = text.charCodeAt(i)
  if (!isHan(code)) return 3
  const list = followers.get(code)
  if (!list) return 0
  for (const word of list) if (text.startsWith(word, i)) return word.length > 1 ? 3 : word === '等' ? 2 : 1
  return 0
}

/** The name that begins at `at`; `need` is the least certainty of its end that is believed. */
export function readName(text: string, at: number, end: number, need = 0): Name | null {
  const dotted = readDotted(text, at, end)
  if (dotted) return dotted
  const first = text.charCodeAt(at)
  const flag = flags(first)
  if ((flag & (SURNAME | TIMID | DOUBLE_FIRST)) === 0) return null
  const spaced = readSpaced(text, at, end)
  if (spaced) return spaced
  const double = (flag & DOUBLE_FIRST) !== 0 && DOUBLE_SURNAMES.has(text.slice(at, at + 2)) && isGiven(text, at + 2, end)
  const timid = !double && (flag & SURNAME) === 0
  if (timid && (flag & TIMID) === 0) return null
  const given = at + (double ? 2 : 1)
  if (!isGiven(text, given, end)) return null
  const short = endsAt(text, given + 1, end)
  const long =
    isGiven(text, given + 1, end) && !NOT_LAST.has(text[given + 1]!) && !joinsNext(text, given + 1, end) ? endsAt(text, given + 2, end) : -1
  const weak = (flag & WEAK) !== 0
  const least = timid ? 2 : weak && !double ? Math.max(need, 1) : need
  if (double && long < 0 && short === 0) return null
  // 王和平等: the longer name when its end is at least as clear, unless what follows the shorter is a whole word of report
  const takeLong = long >= 0 && (long > short || (long === short && (long > 0 || bothGood(text, given))))
  const certainty = takeLong ? long : short
  if (certainty < least) return null
  if (certainty === 0 && !(takeLong ? bothGood(text, given) : isGood(text, given))) return null
  const stop = given + (takeLong ? 2 : 1)
  // 单位, 高度重视: a common word; only a longer name with a clear end may begin like one
  if (NOT_NAMES.has(text.slice(at, at + 2)) && (stop - at === 2 || certainty < 3)) return null
  return { start: at, end: stop, name: text.slice(at, stop), certainty }
}

/** 苏雅和任宏、…: the letter joins the next name, and is no part of this one. */
function joinsNext(text: string, at: number, end: number): boolean {
  return text[at] === '和' && at + 1 < end && beginsName(text.charCodeAt(at + 1)) && (readName(text, at + 1, end, 1)?.certainty ?? 0) > 1
}

/** 阿依古丽·买买提: two or more parts of Chinese letters joined by dots; the last goes to the first clear end. */
function readDotted(text: string, at: number, end: number): Name | null {
  let dot = at
  while (dot < end && dot - at < 8 && isHan(text.charCodeAt(dot))) dot++
  if (dot - at < 2 || !isDot(text, dot)) return null
  let stop = dot + 1
  for (let i = stop; i < end && i - stop < 8; i++)
    if (isDot(text, i)) stop = i + 1
    else if (!isHan(text.charCodeAt(i))) break
  let last = stop
  while (last < end && last - stop < 7 && isHan(text.charCodeAt(last)) && !(last - stop >= 2 && endsAt(text, last, end) > 0)) last++
  // 买买提出席, and not 买买 and 提出; 阿不都（ and not 阿不 and 都
  const [here, next] = [endsAt(text, last, end), endsAt(text, last + 1, end)]
  if ((here === 1 && next > 1) || ('提尔江别'.includes(text[last] ?? '。') && next > 0)) last++
  const certainty = endsAt(text, last, end)
  return last - stop < 2 || certainty === 0 ? null : { start: at, end: last, name: text.slice(at, last), certainty }
}

const isMiddle = letters('·•‧・．')

function isDot(text: string, i: number): boolean {
  return isMiddle(text, i)
}

/** Letters between a post and 主持, 带队 or 批示, whatever the surname: 县委书记扎西顿珠主持会议. */
export function readPlacedName(text: string, at: number, end: number): Name | null {
  for (const length of [2, 3, 4]) {
    const stop = at + length
    if (stop >= end || !isGiven(text, stop - 1, end)) return null
    // 副县长才旦卓玛、石越出席: a name that is known stands behind it
    const joined = '、和'.includes(text[stop]!) && readKnownName(text, stop + 1, end)
    if (!joined && !PRESIDES.test(text.slice(stop, stop + 2))) continue
    const name = text.slice(at, stop)
    return isGiven(text, at, end) && !UNLIKE.test(name) && !NOT_NAMES.has(name) && !WORDS.has(name) && !NEVER_NAMES.has(name.slice(0, 2))
      ? { start: at, end: stop, name, certainty: 3 }
      : null
  }
  return null
}

function readKnownName(text: string, at: number, end: number): boolean {
  const name = readName(text, at, end, 2)
  return name !== null && isLikelyName(name.name)
}

const WORDS: ReadonlySet<string> = new Set([...ADVERBS, ...DEMAND_VERBS])
const PRESIDES = /^(?:主持|带队|率队|率领|带领|批示|同志|出席|讲话|强调|指出|要求)/
const UNLIKE =
  /^[在对就向与及和到同亲分共轮带主专多再又还已将曾也均都先并经由请令会全现日当前即迅应需须拟作]|会|议|讲|话|活动|座谈|期间|当天|今日|昨日|近日|日前|上午|下午|[的了是]/

/** 龚 正: a two-character name set wide, where a roll goes on behind it: 秦　月　尹春分. */
export function readWide(text: string, at: number, end: number): Name | null {
  if ((flags(text.charCodeAt(at)) & (SURNAME | TIMID)) === 0 || !isBlankAt(text, at + 1)) return null
  let i = at + 1
  while (i < end && isBlankAt(text, i)) i++
  if (i - at > 4 || !isGiven(text, i, end) || (i + 1 < end && isHanAt(text, i + 1))) return null
  return { start: at, end: i + 1, name: text[at]! + text[i]!, certainty: 2 }
}

function isBlankAt(text: string, i: number): boolean {
  return text[i] === ' ' || text[i] === '\u3000'
}

// 龚 正: a two-character name set wide, with one blank
function readSpaced(text: string, at: number, end: number): Name | null {
  const gap = text[at + 1]
  if ((gap !== ' ' && gap !== '\u3000') || (flags(text.charCodeAt(at)) & SURNAME) === 0) return null
  let i = at + 1
  while (text[i] === ' ' || text[i] === '\u3000') i++
  if (i - at > 3 || !isGiven(text, i, end) || (isHanAt(text, i + 1) && endsAt(text, i + 1, end) === 0)) return null
  return { start: at, end: i + 1, name: text[at]! + text[i]!, certainty: 2 }
}

function isHanAt(text: string, i: number): boolean {
  return isHan(text.charCodeAt(i))
}

function isGiven(text: string, i: number, end: number): boolean {
  if (i >= end) return false
  const code = text.charCodeAt(i)
  return isHan(code) && (flags(code) & BAD_GIVEN) === 0
}

function isGood(text: string, i: number): boolean {
  return (flags(text.charCodeAt(i)) & GOOD_GIVEN) !== 0
}

function bothGood(text: string, i: number): boolean {
  return isGood(text, i) && isGood(text, i + 1)
}

/** Whether the whole word could be a name: surname and one or two given characters. */
export function isNameShaped(word: string): boolean {
  const double = word.length > 2 && DOUBLE_SURNAMES.has(word.slice(0, 2))
  const given = word.slice(double ? 2 : 1)
  if (given.length < 1 || given.length > 2 || NOT_NAMES.has(word)) return false
  if (!double && (flags(word.charCodeAt(0)) & SURNAME) === 0) return false
  for (let i = 0; i < given.length; i++) if ((flags(given.charCodeAt(i)) & BAD_GIVEN) !== 0 || !isHan(given.charCodeAt(i))) return false
  return true
}

/** 成功, 关键: an ordinary word that may yet be a name where a post, a label or 同志 says so; 安排 and 单位 never. */
export function isNameWord(word: string): boolean {
  return NOT_NAMES.has(word) && !NEVER_NAMES.has(word) && (flags(word.charCodeAt(0)) & SURNAME) !== 0
}

/** 安可, 程不识: surname and letters that given names rarely have, believed where a roll leaves no other reading. */
export function isOddName(word: string): boolean {
  const double = word.length > 2 && DOUBLE_SURNAMES.has(word.slice(0, 2))
  if (double && word.length < 5 && /[班员团期]$/.test(word)) return true
  if (word.length > 3 || (flags(word.charCodeAt(0)) & SURNAME) === 0) return false
  for (let i = 1; i < word.length; i++)
    if (!isHanAt(word, i) || ((flags(word.charCodeAt(i)) & BAD_GIVEN) !== 0 && !ODD_GIVEN.includes(word[i]!))) return false
  return word.length > 1 && !NOT_NAMES.has(word)
}

const ODD_GIVEN = '可当不到来问请需须我你他谁何再又更只已零百十两'

/** A word that is a name because a post stands before it and its end is clear: 区长成功11月18日批示. */
export function readWordName(text: string, at: number, end: number): Name | null {
  if ((flags(text.charCodeAt(at)) & SURNAME) === 0) return null
  const stop = at + 2
  const name = text.slice(at, stop)
  if (stop > end || !isNameWord(name)) return null
  const next = stop < end ? text[stop]! : '。'
  if (!'，,、；;。：:（( \u30001234567890'.includes(next) && !SAYS.test(text.slice(stop, Math.min(end, stop + 2)))) return null
  return { start: at, end: stop, name, certainty: 3 }
}

/** 马到成: a name of odd letters that a post and a mark enclose. */
export function readOddName(text: string, at: number, end: number): Name | null {
  const stop = at + 3
  const name = text.slice(at, stop)
  const weak = (flags(text.charCodeAt(at)) & WEAK) !== 0 && !DOUBLE_SURNAMES.has(name.slice(0, 2))
  if (stop > end || weak || !isOddName(name) || NOT_LAST.has(name[2]!)) return null
  return stop === end || '，,、；;。等'.includes(text[stop]!) ? { start: at, end: stop, name, certainty: 3 } : null
}

const SAYS = /^(?:批示|同志|主持|出席|强调|指出|要求|表示|率队|带队)/

/** The name that fills the place between two marks whatever its letters are, behind a label: 程不识、关键. */
export function readBounded(text: string, at: number, end: number): Name | null {
  const dotted = readDotted(text, at, end)
  if (dotted) return dotted
  const double = DOUBLE_SURNAMES.has(text.slice(at, at + 2))
  if (!double && (flags(text.charCodeAt(at)) & (SURNAME | TIMID)) === 0) return null
  let stop = at
  while (stop < end && stop - at < 5 && isHan(text.charCodeAt(stop))) stop++
  const length = stop - at
  // 宗政（县财政局）: one letter of the surname, one of the name
  if (length < 2 || (double && length < 3 && (flags(text.charCodeAt(at)) & SURNAME) === 0) || length > (double ? 4 : 3)) return null
  const name = text.slice(at, stop)
  if (
    !double &&
    (flags(text.charCodeAt(at)) & SURNAME) === 0 &&
    (NOT_NAMES.has(name) || !isGiven(text, at + 1, end) || !isGiven(text, stop - 1, end))
  )
    return null
  return NEVER_NAMES.has(name) || NEVER_NAMES.has(name.slice(0, 2)) ? null : { start: at, end: stop, name, certainty: 3 }
}

/** Whether the word is a name even where nothing around it says so: all its given characters are common ones. */
export function isLikelyName(word: string): boolean {
  if (!isNameShaped(word) || NOT_NAMES.has(word.slice(0, 2))) return false
  for (let i = DOUBLE_SURNAMES.has(word.slice(0, 2)) ? 2 : 1; i < word.length; i++) if (!isGood(word, i)) return false
  return true
}
