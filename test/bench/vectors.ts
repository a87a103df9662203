// Holds the reader to Microsoft's Chinese test vectors where ../shared/vectors exists: prints a table and what it leaves out, and why.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findDates } from '../../src/reader/date.ts'
import { aContext } from '../../src/reader/given.ts'
import { numeralKind, readNumber } from '../../src/reader/number.ts'
import { findQuantities } from '../../src/reader/quantity.ts'

interface Result {
  Text: string
  TypeName?: string
  Resolution?: { value?: string; unit?: string; values?: { type?: string; value?: string; start?: string; end?: string; timex?: string }[] }
  Value?: { FutureResolution?: Record<string, string> }
}
interface Vector {
  Input: string
  Context?: { ReferenceDateTime?: string }
  Results: Result[]
}
type Left = readonly (readonly [reason: string, test: RegExp])[]
interface Suite {
  file: string
  /** Inputs that official prose does not hold, with the reason. */
  left: Left
  /** Whether one expected result is found in the text. */
  holds: (text: string, result: Result, reference: string) => boolean
  /** Results of other kinds than this suite is about. */
  skip?: (result: Result) => boolean
}

const root = join(import.meta.dirname, '../../../shared/vectors/Specs')
const plain = (s: string) => s.replace(/(?<![,，])\s+/g, '')
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))

function quantities(text: string, reference = '2026-05-20') {
  const ctx = aContext(text, { date: reference })
  return ctx.sentences.flatMap(s => {
    s.dates = findDates(ctx, s)
    return findQuantities(ctx, s)
  })
}

/** A bare number: read at its own place, and no numeral is left of it. */
function hasNumber(text: string, result: Result): boolean {
  const wanted = Number(result.Resolution?.value)
  for (let i = 0; i < text.length; i++) {
    if (numeralKind(text.charCodeAt(i)) === 0 && !'负負-－−'.includes(text[i]!)) continue
    const n = readNumber(text, i, text.length)
    if (n && near(n.value, wanted)) return true
    if (n) i = n.end - 1
  }
  return false
}

function hasShare(text: string, result: Result): boolean {
  const wanted = Number(result.Resolution?.value?.replace('%', ''))
  return quantities(text).some(
    q => [q.value, q.max ?? q.value].some(x => near(q.unit === '‰' ? x / 10 : x, wanted)) && ['%', 'pp', '‰'].includes(q.unit),
  )
}

const CURRENCIES: Record<string, string> = {
  'Chinese yuan': 'CNY',
  'United States dollar': 'USD',
  Euro: 'EUR',
  'Swiss franc': 'CHF',
  'Hong Kong dollar': 'HKD',
  'New Taiwan dollar': 'TWD',
  'Japanese yen': 'JPY',
  'Nigerian naira': 'NGN',
  Dollar: 'USD',
}
const SIZES: Record<string, string> = {
  Mu: 'mu',
  Kilogram: '公斤',
  Centimeter: '厘米',
  Meter: 'm',
  Kilometer: 'km',
  Ton: 't',
  Jin: '斤',
  Gram: '克',
  Kilowatt: '千瓦',
  Microgram: '微克',
}
function hasUnit(units: Record<string, string>) {
  return (text: string, result: Result) =>
    quantities(text).some(q => near(q.value, Number(result.Resolution?.value)) && q.unit === units[result.Resolution?.unit ?? ''])
}

/** One of the readings that the vector allows; its end of a period is the first day after. */
function hasDate(text: string, result: Result, reference: string): boolean {
  const ctx = aContext(text, { date: reference })
  const dates = ctx.sentences.flatMap(s => findDates(ctx, s))
  const values = result.Resolution?.values ?? []
  return dates.some(d => {
    if (d.every) return values.some(v => v.type === 'set')
    return values.some(v => {
      const day = v.value?.slice(0, 10)
      if (day) return d.from === day && d.to === day
      const after = (x: string | null) => x && new Date(Date.parse(x) + 86_400_000).toISOString().slice(0, 10)
      const from = !v.start || d.from === v.start.slice(0, 10)
      return from && (!v.end || after(d.to) === v.end.slice(0, 10) || d.to === v.end.slice(0, 10))
    })
  })
}

const SUITES: Suite[] = [
  {
    file: 'Number/Chinese/NumberModel.json',
    holds: hasNumber,
    left: [
      ['scientific, power or letter notation (1.1^+23, 2e5, 40k)', /[\d.]\s*[kKmMtTgGeE^]|\dk|[ｋＫｍＭ]|\^/i],
      ['fraction: read as a share with %, see PercentModel', /分\s*之|又|\d\s*\/\s*\d|／/],
      ['dozen (打) and 半百, 百三, 千三 of daily speech', /打|半百|^[百千][一二三四五六七八九]|对半/],
      ['Arabic digits after 零 (2千零30万)', /[\d０-９][千百]零/],
      ['broken figures (2222.2222.22222.222, －－9) and lists with blanks', /\d\.\d+\.\d|－－|\d, \d|２4/],
      ['decimal without its zero (.5)', /(?:^|[^\d])[.．][\d０-９]/],
      ['decimal behind 万 or 亿 (两千万点五), 零几万: never written so', /[万萬亿億千百][點点]|零[几幾]|元?[點点].*零$|^.*点五五四四/],
    ],
  },
  {
    file: 'Number/Chinese/PercentModel.json',
    holds: hasShare,
    left: [
      ['discount (折): shops, not offices', /折/],
      ['letter notation (百分之15k)', /[\dkK]\s*[kKｋＫ]|[ｋＫ]|[mMgGtT]/],
      ['shares of a hundred million (百万分之五)', /[百千万]万分之|百万分|千万分/],
      ['ten tenths and half a tenth (十成, 半成)', /(?:10|１０|１0|十|拾|半)\s*成/],
    ],
  },
  {
    file: 'NumberWithUnit/Chinese/CurrencyModel.json',
    holds: hasUnit(CURRENCIES),
    skip: r => !r.Resolution?.value,
    left: [
      ['coin (比特币), 毛 and 块 of daily speech, serial numbers', /比特币|毛|块|\d{20}|美分|日本銭/],
      ['兆 as 10^12', /兆/],
    ],
  },
  {
    file: 'NumberWithUnit/Chinese/DimensionModel.json',
    holds: hasUnit(SIZES),
    left: [
      ['units that offices do not use (比特, 字节, 赫兹, 千卡, 两)', /比特|字节|赫兹|千卡|两$|一位/],
      ['compound of daily speech', /冰毒/],
    ],
  },
  {
    file: 'DateTime/Chinese/DateTimeModel.json',
    holds: hasDate,
    skip: r => !/date$|daterange$/.test(r.TypeName ?? '') || (r.Resolution?.values ?? []).every(v => v.value === 'not resolved'),
    left: [
      ['a month range that ends before its last month (三月到五月 to 1 May)', /月[到至-]\S?\d*[一-十]*月/],
      ['a day that the calendar of the year lacks, or no month: read with a doubt', /2月29日|^29日/],
      ['ago (5天前)', /\d天前/],
      [
        'lunar days, dynasties, centuries, decades',
        /农历|正月|腊|八月十五|大年|[初卅]|年代|世纪|雍正|康熙|神龙|民国|天宝|贞观|嘉庆|十月初/,
      ],
      [
        'bare words of daily speech (上个半年, 最近, 后天, 周末, 前1周, 第一周)',
        /上个半年|最近|后天|後天|前天|大后|大前|周末|週末|周|週|星期|禮拜|礼拜|过去|未来|前\d|后\d|上\d|下\d|以后|后1年|第一个|第二|第三|第九|最后|最後|多久|之后|後|刚|現在|现在|接下来|近/,
      ],
      [
        'two-digit years and foreign orders of the day (13.5.2015, 3-7-07, 12/1)',
        /(?:^|[^\d])\d{2}年|零八年|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}(?!\d)|(?:^|\D)\d{1,2}\/\d{1,2}(?!\/)|年份|^= |\d{4} ?[-–] ?\d{4}|到\d{4}|[^0-9]20\d\d(?!年|[-./\d ])/,
      ],
      ['times of day, seasons', /[点點時时]|分钟|小时|早|晚|凌晨|夏天|冬天|春天|秋天|上午|下午|中午|pm|a\.m|夜|晨/i],
      ['before and after a year (2018年以前): a limit without a task', /以前|之前|之后|以来|截止|自从|开始|年前|间|以后|未满|大于|小于/],
    ],
  },
]

function run(suite: Suite) {
  const path = join(root, suite.file)
  const vectors: Vector[] = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  const out = { all: vectors.length, left: new Map<string, number>(), used: 0, right: 0, wrong: [] as string[] }
  for (const v of vectors) {
    const results = v.Results.filter(r => !suite.skip?.(r))
    const reason =
      suite.left.find(([, test]) => test.test(v.Input) || results.some(r => test.test(r.Text)))?.[0] ??
      (v.Results.length > 0 && results.length === 0 ? 'results of another kind' : null)
    if (reason) {
      out.left.set(reason, (out.left.get(reason) ?? 0) + 1)
      continue
    }
    out.used++
    const text = plain(v.Input)
    const reference = v.Context?.ReferenceDateTime?.slice(0, 10) ?? '2026-05-20'
    const missed = results.filter(r => !suite.holds(text, r, reference))
    if (missed.length === 0) out.right++
    else out.wrong.push(`${v.Input} (${missed.map(r => r.Text).join(', ')})`)
  }
  return out
}

if (!existsSync(root)) {
  process.stdout.write('vectors: ../shared/vectors is not on this machine; nothing to measure\n')
} else {
  const lines: string[] = []
  process.stdout.write(`${'suite'.padEnd(26)}${'all'.padStart(6)}${'used'.padStart(6)}${'right'.padStart(7)}${'share'.padStart(8)}\n`)
  let used = 0
  let right = 0
  for (const suite of SUITES) {
    const r = run(suite)
    used += r.used
    right += r.right
    const name = suite.file.split('/').at(-1)!.replace('.json', '')
    process.stdout.write(
      `${name.padEnd(26)}${String(r.all).padStart(6)}${String(r.used).padStart(6)}${String(r.right).padStart(7)}${`${((100 * r.right) / r.used).toFixed(1)} %`.padStart(8)}\n`,
    )
    for (const [reason, n] of r.left) lines.push(`  left out ${name}: ${n} × ${reason}`)
    for (const w of r.wrong) lines.push(`  missed ${name}: ${w}`)
  }
  process.stdout.write(
    `${'together'.padEnd(32)}${String(used).padStart(6)}${String(right).padStart(7)}${`${((100 * right) / used).toFixed(1)} %`.padStart(8)}\n${lines.join('\n')}\n`,
  )
}
