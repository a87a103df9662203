// Reads the posts before a name (县委副书记、县长) with the bodies they belong to; knows no names.

import { makeEndings } from './ending.ts'
import { letters } from './letters.ts'
import { isHan } from './name.ts'
import type { Span } from './reading.ts'
import { seek } from './seek.ts'
import { makeTrie } from './trie.ts'
import { AND_IN_NAMES, BEFORE_POST, POSTS, ROLES } from './words/posts.ts'

export interface Post {
  start: number
  end: number
  text: string
  /** 负责人, 组长: marks a person, but is no post. */
  role: boolean
}

const posts = makeTrie(POSTS)
// 书记处, 主任会议, 部长级, 委员会: the post word begins another word
const NOT_BEFORE = new Set('会处级令团制办们室员')
const MAX_BODY = 26

const beforePost = makeEndings(BEFORE_POST)
// Single letters that end words inside bodies too, and so cut only where no body can hold them.
const isSoft = letters('任受与同为中对经到听说将把给报找在有但而再又以设据前原并等')

/** The end of the post word at `i`, or `i`; the post itself may begin earlier. */
export function postWordAt(text: string, i: number, end: number): number {
  const stop = posts.longest(text, i, end)
  if (stop === i) return i
  const next = text[stop]
  // 县长令狐: 令 begins a surname there
  if (next === '令' && text[stop + 1] === '狐') return stop
  return stop < end && next !== undefined && NOT_BEFORE.has(next) && text[stop - 1] !== '记'
    ? i
    : next === '处' && text[stop - 1] === '记'
      ? i
      : stop
}

/** The posts that end with the post word at [i, stop): one, or several joined by 兼. None begins before `from`. */
export function postsEnding(text: string, i: number, stop: number, from: number): Post[] {
  let start = i
  const least = Math.max(from, i - MAX_BODY)
  while (start > least && isPostLetter(text, start - 1)) start--
  start = cut(text, start, i)
  const whole = text.slice(start, stop)
  const parts: Post[] = []
  let at = start
  for (const part of whole.includes('兼') ? whole.split('兼') : [whole]) {
    const word = part.trim()
    if (word.length > 1 && !COLLECTIVE.test(word))
      parts.push({ start: at, end: at + part.length, text: word, role: ROLES.has(word) || isRole(word) })
    at += part.length + 1
  }
  return parts
}

// 各乡镇党委书记, 两名副县长, 其他副主任: nobody in particular
const COLLECTIVE = /^(?:各|其他|其它|有关|相关|几位|多名|部分|全体|所有|历任|每|[一二两三四五六七八九十\d]+[名位个])/

function isRole(word: string): boolean {
  return (
    '长挥人导表家员'.includes(word.at(-1)!) &&
    /(?:^(?:常务)?副?(?:组长|指挥长|总指挥)|负责人|领导|代表|专家|组组长|工作组成员|指挥长|领导小组成员|发言人)$/.test(word)
  )
}

function isPostLetter(text: string, i: number): boolean {
  const code = text.charCodeAt(i)
  // 县政府党组书记（正科级）, “一办”主任
  return isHan(code) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
}

/** Moves the beginning of a post past words that are no part of it: 由, 陪同, 时任. */
function cut(text: string, start: number, core: number): number {
  for (let i = core; i > start; i--) {
    const length = beforePost.lengthBefore(text, start, i)
    // a letter such as 同 or 经 cuts only where the run begins with it: inside it belongs to a body
    if (length > 0 && !(length === 1 && isSoft(text, i - 1) && i - 1 > start)) return i
    if (text[i - 1] === '和' && !AND_IN_NAMES.test(text.slice(Math.max(start, i - 8), i + 3))) return i
  }
  return start
}

/** The end of brackets after a post: 副县长（挂职）; `i` when there are none. */
export function afterBrackets(text: string, i: number, end: number): number {
  if (text[i] !== '（' && text[i] !== '(') return i
  const close = seek(text, text[i] === '（' ? '）' : ')', i, Math.min(end, i + 14))
  return close > 0 && close - i < 12 && close < end && /挂职|正.级|副.级|兼|主持工作|级|援|代/.test(text.slice(i, close)) ? close + 1 : i
}

/** The posts in brackets or after a blank behind a name: 沈一诺（县委副书记、县长）. */
export function postsIn(text: string, start: number, end: number): Post[] {
  const found: Post[] = []
  let from = start
  for (let i = start; i < end; ) {
    const stop = postWordAt(text, i, end)
    if (stop === i) {
      i++
      continue
    }
    found.push(...postsEnding(text, i, stop, from))
    from = stop
    i = stop
  }
  return found
}

export type { Span }
