// Judges whether a numeral or a word in which dates begin can begin one where it stands (15.8, 8月 of 农历, 第3日, 多年内); reads no date itself.

import { letters } from './letters.ts'
import { ARABIC, DIGIT, NONE, numeralKind, SMALL } from './number.ts'
import { isDottedDay, type Point } from './point.ts'

const endsLunar = letters('历月')

/** 农历八月十五: the numeral at `i` tells a day of the other calendar. */
export function isLunar(text: string, i: number, from: number): boolean {
  return endsLunar(text, i - 1) && LUNAR.test(text.slice(Math.max(from, i - 2), i))
}

// What may stand behind the numeral that begins a date or a time allowed: 5月, 3天内, 10个工作日内, 2026-05-20, 1—4月
const AFTER_NUMERAL = new Uint8Array(0x10000)
for (const letter of '年月日号季天周个工自星小分—–－-~～至到./．、国劳建节前之以假长黄”"') AFTER_NUMERAL[letter.charCodeAt(0)] = 1

/** 二千零二十六 and with room to spare, in signs. */
const LONGEST_NUMERAL = 16

/** Whether what follows the numeral leaves room for a date; most figures (15.8亿元, 320家) are turned away here. */
export function beforeDate(text: string, i: number): boolean {
  // A longer run is no date, and looking to its end from each of its signs would cost its square.
  const most = Math.min(text.length, i + LONGEST_NUMERAL)
  let at = i
  while (at < most && numeralKind(text.charCodeAt(at)) !== NONE) at++
  const code = text.charCodeAt(at)
  // 2026.5.20 and 6.30前, but not 15.8
  if (code === 0x2e || code === 0xff0e) return at - i === 4 || isDottedDay(text, i)
  return AFTER_NUMERAL[code] === 1
}

const WHOLE_DAY = /^\d{1,2}月[\d底上中下末初]/

// 3.5月 is no date, but in ；2.5月8日前 the 2 is an ordinal
export function isFraction(text: string, i: number, from: number): boolean {
  // 1.2026年底前: the sentence begins behind the ordinal
  if (i === from) return false
  const before = text[i - 1]
  if ((before !== '.' && before !== '．') || numeralKind(text.charCodeAt(i - 2)) !== ARABIC) return false
  let at = i - 2
  while (at > from && numeralKind(text.charCodeAt(at - 1)) === ARABIC) at--
  return !(i - at < 4 && (at === from || '；;：:。\n'.includes(text[at - 1]!)) && WHOLE_DAY.test(text.slice(i, i + 4)))
}

/** Past the numeral: a date never begins inside it (十二月 is not 二月). */
export function afterRun(text: string, i: number, end: number): number {
  let at = i
  const arabic = numeralKind(text.charCodeAt(i)) === ARABIC
  while (at < end) {
    const kind = numeralKind(text.charCodeAt(at))
    if (arabic ? kind !== ARABIC : kind !== DIGIT && kind !== SMALL) break
    at++
  }
  return Math.max(at, i + 1)
}

// 农历八月十五, 腊月二十: no day of this calendar that the text tells
const LUNAR = /[农阴旧]历|[腊冬正]月/
const LUNAR_DAY = /(?:[一二三四五六七八九十]{1,2}月)?(?:初|廿)?[一二三四五六七八九十]{0,3}日?/y

export function afterLunar(text: string, i: number, end: number): number {
  LUNAR_DAY.lastIndex = i
  return Math.min(end, i + Math.max(1, LUNAR_DAY.exec(text)?.[0].length ?? 1))
}

// 17日在京 and 22日晚 are days; 第3日, 3日游, 20日均 and 二日 are none
export function standsAlone(text: string, i: number, p: Point): boolean {
  if (p.kind !== 'day' || p.a !== 0 || p.monthShift !== null || p.shift !== null) return true
  if (numeralKind(text.charCodeAt(i)) !== ARABIC || text[p.end - 1] !== '日') return false
  const before = text[i - 1] ?? '。'
  if ('第每约近共仅连续隔达期满历年月〕过长足少前后迟工假时短延停晚早缩费需耗超罚'.includes(before)) return false
  // 于15日前, but 不少于3日
  if (before === '于' && '少多低高短长晚早大小'.includes(text[i - 2] ?? '。')) return text[i - 2] === '早' || text[i - 2] === '晚'
  return !'均产供处用游元本龄程间夜储化'.includes(text[p.end] ?? '。')
}

// （2026年第15期）, 2026年第3号: the number of a paper, and no time
const ISSUE = /第(?:\d{1,4}|[一二三四五六七八九十]{1,3})[期号辑]/y

export function numbersPaper(text: string, p: Point): boolean {
  ISSUE.lastIndex = p.end
  return p.kind === 'year' && p.year !== null && text[p.end] === '第' && ISSUE.test(text)
}

// 年底前 after 全, 去 or a numeral was read with it; 多年内, 青年内 and 学年末 begin nothing
export function beginsEdge(text: string, i: number): boolean {
  const before = text[i - 1] ?? '。'
  return (
    numeralKind(before.charCodeAt(0)) === NONE && !'几多数半每学青少老周中成历往近常今去明前后本当上下次同全个季四双超'.includes(before)
  )
}

// 以上年度, 目前两个月, 明年… are guarded here: words that end in the head letter
export function isPlain(text: string, i: number, p: Point): boolean {
  const before = text[i - 1] ?? '。'
  const letter = text[i]!
  if (letter === '上' && '以至同早晚之'.includes(before)) return false
  if (letter === '下' && '以之上如'.includes(before) && before !== '上') return false
  if (letter === '前' && '目当之以提空此'.includes(before) && p.kind === 'months') return false
  if (letter === '前' && p.kind === 'year') return before !== '之' && before !== '以'
  if (letter === '当' && before === '应') return false
  if (letter === '次' && numeralKind(before.charCodeAt(0)) !== NONE) return false
  if (letter === '本' && '基根资成'.includes(before)) return false
  return true
}

// 每人每月300元, 每生每年900元 and 每名学生每天4元 are rates, and no task comes again
export function isRate(text: string, i: number): boolean {
  const each = text[i - 2] === '每' ? i - 2 : text[i - 3] === '每' ? i - 3 : text[i - 4] === '每' ? i - 4 : -1
  return each >= 0 && '人生户亩床辆车只头吨株台套名位个学所间'.includes(text[each + 1]!)
}
