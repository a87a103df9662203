// Prints how right, how fast and how thrifty the reader is, beside Recognizers-Text on the same bytes in the same run; asserts nothing.

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { read } from '../../src/reader/index.ts'

const root = new URL('../../', import.meta.url)
const shared = new URL('../shared/', root)
const samples = new URL('samples/', root)

/** Pages of about 12 KB: the newspaper samples, and the seed page when it is here. */
function pages(): string[] {
  const own = readdirSync(samples)
    .filter(f => f.endsWith('.txt'))
    .map(f => readFileSync(new URL(f, samples), 'utf8'))
  const seed = new URL('seed/county-newspaper-2019-05.txt', shared)
  return [own.join('\n\n').slice(0, 4300), ...(existsSync(seed) ? [readFileSync(seed, 'utf8')] : [])]
}

const bytes = (text: string) => Buffer.byteLength(text)
const row = (...cells: (string | number)[]) =>
  console.log(cells.map((c, i) => (i ? String(c).padStart(12) : String(c).padEnd(34))).join(''))

/** Megabytes per second of processor time, which other programs on the machine disturb less than the clock. */
function speed(run: (text: string) => unknown, texts: readonly string[], rounds: number): number {
  const started = process.cpuUsage()
  for (let i = 0; i < rounds; i++) for (const text of texts) run(text)
  const { user, system } = process.cpuUsage(started)
  return (texts.reduce((n, t) => n + bytes(t), 0) * rounds) / (user + system)
}

const ALL = ['recognizeDateTime', 'recognizeCurrency', 'recognizeDimension', 'recognizePercentage', 'recognizeNumber'] as const

interface Found {
  start: number
  end: number
  typeName: string
  resolution: Record<string, unknown> | null
}
type Recognize = (text: string, culture: string, options?: number, reference?: Date) => Found[]

const peer = createRequire(import.meta.url)('@microsoft/recognizers-text-suite') as Record<(typeof ALL)[number], Recognize> & {
  Culture: { Chinese: string }
}

/** The peer on one document, sentence by sentence: right to the same offsets and far quicker for it than the whole text. */
function recognize(text: string, day?: Date): { dates: object[]; quantities: object[] } {
  const dates: object[] = []
  const quantities: object[] = []
  let at = 0
  for (const sentence of text.split(/(?<=[。！？\n])/)) {
    const here = (r: Found) => [at + r.start, at + r.end + 1] as [number, number]
    const run = (name: (typeof ALL)[number]) => peer[name](sentence, peer.Culture.Chinese)
    for (const r of peer.recognizeDateTime(sentence, peer.Culture.Chinese, 0, day)) {
      const values = (r.resolution?.values as Record<string, string>[] | undefined) ?? []
      // A date without a year comes as one in the past and one to come: the one in the document's year is taken.
      const value = values.find(v => (v.value ?? v.start ?? v.end ?? '').startsWith(String(day?.getFullYear()))) ?? values[0] ?? {}
      dates.push({
        span: here(r),
        from: value.start ?? value.value ?? null,
        to: value.end ? (value.start ? dayBefore(value.end) : value.end) : (value.value ?? null),
      })
    }
    const units = [...run('recognizeCurrency'), ...run('recognizeDimension'), ...run('recognizePercentage')]
    const free = run('recognizeNumber').filter(n => !units.some(u => n.start >= u.start && n.end <= u.end))
    for (const r of [...units, ...free]) {
      const value = Number.parseFloat(String(r.resolution?.value))
      // It leaves bare numbers without their measure word: the character behind is counted as found.
      const word = r.typeName === 'number' ? (sentence[r.end + 1] ?? '') : ''
      const unit =
        r.resolution?.isoCurrency ?? (r.typeName === 'percentage' ? '%' : (DIMENSIONS[String(r.resolution?.unit)] ?? WORDS[word] ?? word))
      quantities.push({ span: [at + r.start, at + r.end + 1 + word.length], value, unit })
    }
    at += sentence.length
  }
  return { dates, quantities }
}
/** Its ranges end on the day after the last. */
function dayBefore(day: string): string {
  const at = Date.parse(day)
  return Number.isNaN(at) ? day : new Date(at - 86_400_000).toISOString().slice(0, 10)
}

const DIMENSIONS: Record<string, string> = { 'Square kilometer': 'km2', 'Square meter': 'm2', Meter: 'm', Kilometer: 'km', Ton: 't' }
const WORDS: Record<string, string> = {
  人: 'person',
  名: 'person',
  位: 'person',
  户: 'household',
  亩: 'mu',
  元: 'CNY',
  年: 'year',
  天: 'day',
}

type Score = Record<string, { gold: number; found: number; right: number }>

/** F1 of each class over the development gold, ours and the peer's. */
async function right(): Promise<void> {
  const tool = new URL('tools/score-reading.mjs', shared)
  if (!existsSync(tool)) {
    console.log('No ../shared here: the gold is not scored.')
    return
  }
  const { score } = (await import(pathToFileURL(fileURLToPath(tool)).href)) as {
    score: (gold: object, reading: object, text: string) => Score
  }
  const gold = new URL('gold/', shared)
  const ours: Score = {}
  const theirs: Score = {}
  for (const file of readdirSync(gold).filter(f => f.endsWith('.gold.json'))) {
    const expected = JSON.parse(readFileSync(new URL(file, gold), 'utf8')) as object
    const text = readFileSync(new URL(file.replace('.gold.json', '.txt'), gold), 'utf8')
    add(ours, score(expected, read(text), text))
    const ofDay = read(text).articles[0]?.date ?? '2019-05-24'
    add(theirs, score(expected, recognize(text, new Date(`${ofDay}T12:00:00`)), text))
  }
  row('class', 'F1', 'peer F1')
  for (const name of Object.keys(ours)) row(name, f1(ours[name]!), name === 'dates' || name === 'quantities' ? f1(theirs[name]!) : '–')
}

function add(sum: Score, one: Score): void {
  for (const [name, s] of Object.entries(one)) {
    if (name === 'traps') continue
    const t = (sum[name] ??= { gold: 0, found: 0, right: 0 })
    t.gold += s.gold
    t.found += s.found
    t.right += s.right
  }
}

function f1({ gold, found, right }: Score[string]): string {
  return gold + found ? ((2 * right) / (gold + found)).toFixed(3) : '–'
}

/** Milliseconds of a child that only loads the reader and reads one page. */
function firstReading(): number {
  const page = JSON.stringify(pages()[0])
  const script = `const t = performance.now(); const { read } = await import(${JSON.stringify(new URL('src/reader/index.ts', root).href)}); read(${page}); console.log(performance.now() - t)`
  const times = [1, 2, 3].map(() => Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })))
  return times.sort((a, b) => a - b)[1]!
}

/** As bin/luoshi starts the program: its nursery and an early full collection. */
const STARTED_WITH = ['--max-semi-space-size=8', '--max-old-space-size=384']

/** Processor milliseconds and megabytes of extra memory for a text of so many megabytes, in a child of its own. */
function large(megabytes: number): { ms: number; memory: number } {
  const script = `
    const { read } = await import(${JSON.stringify(new URL('src/reader/index.ts', root).href)})
    const page = ${JSON.stringify(pages().at(-1))}
    for (let i = 0; i < 20; i++) read(page)
    const text = page.repeat(Math.ceil(${megabytes} * 1e6 / Buffer.byteLength(page)))
    const before = process.memoryUsage().rss, from = process.cpuUsage()
    read(text)
    const { user, system } = process.cpuUsage(from)
    console.log(JSON.stringify({ ms: (user + system) / 1000, memory: (process.resourceUsage().maxRSS * 1024 - before) / 1e6 }))`
  return JSON.parse(
    execFileSync(process.execPath, [...STARTED_WITH, '--input-type=module', '-e', script], { encoding: 'utf8', maxBuffer: 1e8 }),
  ) as {
    ms: number
    memory: number
  }
}

await right()

const texts = pages()
// The compiler needs some hundred pages before it has seen every path.
speed(read, texts, 400)
const mine = [1, 2, 3].map(() => speed(read, texts, 150)).sort((a, b) => a - b)[1]!
recognize(texts[0]!.slice(0, 500))
const day = new Date(2026, 4, 22)
const other = speed(text => recognize(text, day), texts, 1)
const whole = speed(text => ALL.map(name => peer[name](text, peer.Culture.Chinese, 0, day)), texts, 1)
console.log()
row('speed, 12 KB pages, one core', 'MB/s')
row('reader, the whole reading', mine.toFixed(2))
row('Recognizers-Text, dates and numbers', other.toFixed(4))
row('the same, page in one piece', whole.toFixed(4))
row('ratio (in one piece)', `${Math.round(mine / other)} (${Math.round(mine / whole)})`)

console.log()
row('first reading after start, ms', firstReading().toFixed(0))
const [one, ten] = [large(1), large(10)]
row('1 MB, ms (extra memory, MB)', one.ms.toFixed(0), one.memory.toFixed(0))
row('10 MB, ms (extra memory, MB)', ten.ms.toFixed(0), ten.memory.toFixed(0))
row('10 MB costs so many times 1 MB', (ten.ms / one.ms).toFixed(1))
