import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Reading, read } from './index.ts'
import type { Span } from './reading.ts'
import { type Repaired, repair, toOriginal } from './text.ts'

const samples = new URL('../../samples/', import.meta.url)
const sample = (name: string) => readFileSync(new URL(name, samples), 'utf8')
const names = readdirSync(samples).filter(f => f.endsWith('.txt'))

/** The newspaper page, article by article. */
const page = read(sample('newspaper-page.txt'), { name: 'newspaper-page.txt' })
const of = (article: number) => page.directives.filter(d => d.article === article)

test('the page holds three articles of two kinds, dated by the masthead', () => {
  expect(page.articles.map(a => [a.genre, a.date])).toEqual([
    ['meeting-readout', '2026-05-22'],
    ['meeting-readout', '2026-05-22'],
    ['visit', '2026-05-22'],
  ])
})

test('the first article asks six things in the name of the county secretary', () => {
  const numbered = of(0).filter(d => d.ordinal)
  expect(numbered.map(d => d.ordinal)).toEqual(['一是', '二是', '三是', '四是', '五是', '六是'])
  expect(new Set(numbered.map(d => d.speaker))).toEqual(new Set(['陆明川']))
  expect(numbered.map(d => d.topic)).toEqual(['investment', 'reform', 'conduct', 'programme', 'risk', 'targets'])
})

test('the second article makes four points', () => {
  expect(of(1).map(d => d.ordinal)).toEqual(['一要', '二要', '三要', '四要'])
})

test('what was found on the visit is not asked for', () => {
  expect(of(2).map(d => d.ordinal)).toEqual([null])
})

test('the list that lost its second item says so', () => {
  expect(page.doubts.filter(d => d.code === 'list-gap').map(d => d.facts)).toEqual([{ after: '一是', before: '三是', missing: '二是' }])
})

test('the county meeting conveys the one of the province, and the visit has its sites', () => {
  expect(page.events.map(e => [e.kind, e.from, e.to])).toEqual([
    ['meeting', '2026-05-20', '2026-05-20'],
    ['meeting', '2026-05-15', '2026-05-15'],
    ['meeting', '2026-05-21', '2026-05-21'],
    ['visit', '2026-05-12', '2026-05-15'],
  ])
  expect(page.events[0]!.conveys).toBe(1)
  expect(page.events[3]!.sites).toHaveLength(4)
})

test('money keeps its exact value and its currency', () => {
  const values = page.quantities.map(q => `${q.value} ${q.unit}`)
  for (const expected of ['8560000000 CNY', '320000000 USD', '128640000000 CNY', '9235000000 CNY']) expect(values).toContain(expected)
})

const SAMPLES: [name: string, genre: string, directives: number, hard: number, number: string | null][] = [
  ['notice.txt', 'notice', 6, 5, '青政办发〔2026〕18号'],
  ['minutes.txt', 'minutes', 8, 7, '〔2026〕9号'],
  ['plan.txt', 'plan', 9, 8, '青委乡振发〔2026〕3号'],
  ['leader-note.txt', 'leader-note', 8, 7, '批示〔2026〕52号'],
  ['half-year-report.txt', 'work-report', 4, 4, null],
  ['circular.txt', 'circular', 3, 3, '青督通〔2026〕8号'],
]
for (const [name, genre, directives, hard, number] of SAMPLES)
  test(`${name} is a ${genre} with ${directives} directives, ${hard} of them hard`, () => {
    const r = read(sample(name))
    expect(r.articles.map(a => [a.genre, a.number])).toEqual([[genre, number]])
    expect(r.directives.length).toBe(directives)
    expect(r.directives.filter(d => d.hard).length).toBe(hard)
  })

test('the source is named, measured and hashed', () => {
  expect(read('县', { name: 'a.txt' }).source).toEqual({
    name: 'a.txt',
    length: 1,
    sha256: 'a86fa5a1f03eaebef7a7dfc43b4ff859826505326cc423641b67a2cc7e84f82c',
  })
})

test('an empty text gives an empty reading', () => {
  const { articles, directives, dates, doubts } = read('')
  expect({ articles, directives, dates, doubts }).toEqual({ articles: [], directives: [], dates: [], doubts: [] })
})

/** Everything with a span, and the texts that must be slices of the repaired text. */
function check(text: string, r: Reading): void {
  const back = repair(text)
  const inside = (span: Span) => {
    if (!(span[0] >= 0 && span[0] <= span[1] && span[1] <= text.length)) throw new Error(`span ${span} outside the text of ${text.length}`)
  }
  const slice = (span: Span) => back.text.slice(lowest(back, span[0]), lowest(back, span[1]))
  for (const list of [r.articles, r.events, r.directives, r.projects, r.indicators, r.frames, r.repairs, r.doubts])
    for (const x of list) inside(x.span)
  for (const x of [...r.quantities, ...r.dates, ...r.directives.flatMap(d => d.actions)]) {
    inside(x.span)
    if (slice(x.span) !== x.text) throw new Error(`text ${x.text} is not the slice ${slice(x.span)}`)
  }
  for (const x of [...r.people, ...r.units]) for (const span of [x.span, ...(x.mentions ?? [])]) inside(span)
}

/** First repaired offset that comes from `at` or later. */
function lowest(back: Repaired, at: number): number {
  let [low, high] = [0, back.text.length]
  while (low < high) {
    const mid = (low + high) >> 1
    if (toOriginal(back, [mid, mid])[0] < at) low = mid + 1
    else high = mid
  }
  return low
}

for (const name of names)
  test(`every span and text of ${name} stands in it`, () => {
    check(sample(name), read(sample(name)))
  })

const pages = names.map(sample)
const PIECES =
  '一、|（一）|1．|①|一是|二是要|三要|首先，|要|。|，|；|：|\n|\n\n|　　|## |“|”|（|）|《|》|2026年|2月30日|5月16日至19日|月底前|每月5日前|24小时内|亿元|10.5|百分之|分别|三分之一|县水利局|各乡镇|陆明川|书记|批示：|会议要求，|召开会议|考察|牵头单位：|完成时限：|附件：|本报讯|\ud800|\udc00|\0|\ufeff|😀|\r\n|ＡＢ１２|〔2026〕12号'.split(
    '|',
  )
const cut = fc
  .record({
    page: fc.nat(pages.length - 1),
    from: fc.nat(1500),
    length: fc.nat(500),
    edits: fc.array(fc.tuple(fc.nat(500), fc.nat(4), fc.constantFrom(...PIECES)), { maxLength: 8 }),
  })
  .map(({ page, from, length, edits }) =>
    edits.reduce((s, [at, drop, piece]) => s.slice(0, at) + piece + s.slice(at + drop), pages[page]!.slice(from, from + length)),
  )
const noise = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map(p => p.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.nat(0xffff), { maxLength: 100 }).map(codes => String.fromCharCode(...codes)),
)

const runs = Number(process.env.FUZZ_RUNS ?? 2000)
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)

test(`no text makes it throw, lose a span or wait (seed ${seed}, ${runs} runs)`, { timeout: 60_000 + runs * 20 }, () => {
  fc.assert(
    fc.property(fc.oneof(cut, noise), text => check(text, read(text))),
    { numRuns: runs, seed },
  )
})
