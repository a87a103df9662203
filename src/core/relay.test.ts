import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../reader/index.ts'
import { type Point, type Relay, type RelayChange, relay, type Saying, sayings } from './relay.ts'

const saying = (text: string, points: Partial<Point>[] = [], over: Partial<Saying> = {}): Saying => ({
  text,
  ordinal: null,
  topic: 'other',
  points: points.map(point => ({ text, dueOn: null, figure: null, ...point })),
  ...over,
})
const figure = (value: number, unit = '%', bound: '≥' | '≤' | '=' = '≥'): Point['figure'] => ({
  text: `${bound}${value}${unit}`,
  value,
  unit,
  bound,
})

const PROVINCE = `北岭省人民政府关于做好防汛工作的通知

各市、县人民政府：
一、压实防汛责任。各级各部门主要负责同志要靠前指挥，6月30日前完成病险水库除险加固。
二、加强值班值守。严格执行24小时值班制度，确保信息畅通。
三、扩大有效投资。全年水利固定资产投资增长8%以上。
四、严格控制支出。会议经费压减比例不低于5%。

北岭省人民政府
2026年5月10日
`
const COUNTY = `青禾县人民政府关于做好防汛工作的通知

各乡镇人民政府，县直各部门：
一、压实防汛责任。各乡镇各部门主要负责同志要靠前指挥，6月10日前完成12座病险水库除险加固。
二、加强值班值守。严格执行24小时值班制度，确保信息畅通。
三、扩大有效投资。全年水利固定资产投资增长10%以上。
四、开展群众演练。各乡镇在6月15日前至少组织1场转移避险演练。

青禾县人民政府
2026年5月20日
`

describe('a county document against the provincial one it conveys', () => {
  const compared = (): Relay => {
    const [above, below] = [PROVINCE, COUNTY].map(text => sayings(read(text, { today: '2026-05-21' }), text)) as [Saying[], Saying[]]
    return relay(above, below)
  }

  it('says what was kept, tightened, dropped and added', () => {
    const result = compared()
    expect(result.lines.map(line => [line.verdict, line.upper, line.lower])).toEqual([
      ['tightened', 0, 0],
      ['kept', 1, 1],
      ['tightened', 2, 2],
      ['dropped', 3, null],
      ['added', null, 3],
    ])
    expect(result.counts).toEqual({ kept: 1, localised: 0, dropped: 1, added: 1, tightened: 2 })
    expect(result.pilingOn).toBe(true)
  })

  it('gives the figures of each tightening', () => {
    const result = compared()
    expect(result.lines[0]!.changes).toContainEqual({ change: 'date-earlier', facts: { was: '2026-06-30', now: '2026-06-10', days: 20 } })
    expect(result.lines[2]!.changes).toContainEqual({ change: 'figure-tighter', facts: { was: '8%以上', now: '10%以上', by: 2 } })
  })
})

describe('the verdict on one directive', () => {
  const text = '各级要完成病险水库除险加固任务'
  it.each<[string, Partial<Point>, Partial<Point>, string, RelayChange['change'][]]>([
    ['the same date', { dueOn: '2026-06-30' }, { dueOn: '2026-06-30' }, 'kept', []],
    ['an earlier date', { dueOn: '2026-06-30' }, { dueOn: '2026-06-29' }, 'tightened', ['date-earlier']],
    ['a later date', { dueOn: '2026-06-30' }, { dueOn: '2026-07-15' }, 'localised', ['date-later']],
    ['a date where none was asked for', {}, { dueOn: '2026-06-30' }, 'localised', ['date-added']],
    ['no date where one was asked for', { dueOn: '2026-06-30' }, {}, 'localised', ['date-dropped']],
    ['a higher figure', { figure: figure(8) }, { figure: figure(8.5) }, 'tightened', ['figure-tighter']],
    ['a lower figure', { figure: figure(8) }, { figure: figure(7) }, 'localised', ['figure-looser']],
    ['a lower ceiling', { figure: figure(3, '%', '≤') }, { figure: figure(2, '%', '≤') }, 'tightened', ['figure-tighter']],
    ['a higher ceiling', { figure: figure(3, '%', '≤') }, { figure: figure(4, '%', '≤') }, 'localised', ['figure-looser']],
    ['a figure of its own', {}, { figure: figure(12, '座', '=') }, 'localised', ['figure-added']],
    ['a figure in another unit', { figure: figure(8) }, { figure: figure(12, '座') }, 'localised', ['figure-dropped', 'figure-added']],
    ['no figure', { figure: figure(8) }, {}, 'localised', ['figure-dropped']],
    [
      'a floor that became a ceiling',
      { figure: figure(8) },
      { figure: figure(8, '%', '≤') },
      'localised',
      ['figure-dropped', 'figure-added'],
    ],
    [
      'a later date and a higher figure',
      { dueOn: '2026-06-30', figure: figure(8) },
      { dueOn: '2026-07-30', figure: figure(9) },
      'tightened',
      ['date-later', 'figure-tighter'],
    ],
  ])('with %s', (_, was, now, verdict, changes) => {
    const line = relay([saying(text, [was])], [saying(text, [now])]).lines[0]!
    expect([line.verdict, line.changes.map(one => one.change)]).toEqual([verdict, changes])
  })

  it.each<[string, string, string, RelayChange['change'][]]>([
    ['每季度召开1次安全生产会议', '每月召开1次安全生产会议', 'tightened', ['more-often']],
    ['每周调度1次项目进展', '每半月调度1次项目进展', 'localised', ['less-often']],
    ['事故发生后1小时内报告', '事故发生后30分钟内报告', 'tightened', ['sooner']],
    ['问题3日内反馈办理情况', '问题5日内反馈办理情况', 'localised', ['slower']],
    ['问题3日内反馈办理情况', '问题3个工作日内反馈办理情况', 'localised', []],
  ])('asked as %s and conveyed as %s is %s', (was, now, verdict, changes) => {
    const line = relay([saying(was, [{}])], [saying(now, [{}])]).lines[0]!
    expect([line.verdict, line.changes.map(one => one.change)]).toEqual([verdict, changes])
  })

  it('does not count a length of time again as a date or a figure', () => {
    const was = { dueOn: '2026-05-11', figure: figure(1, '小时', '=') }
    const now = { dueOn: null, figure: { ...figure(30, '分钟', '=')!, text: '30分钟' } }
    was.figure = { ...was.figure!, text: '1小时' }
    const line = relay([saying('事故发生后1小时内报告', [was])], [saying('事故发生后30分钟内报告', [now])]).lines[0]!
    expect(line.changes).toEqual([{ change: 'sooner', facts: { was: '1小时内', now: '30分钟内' } }])
  })

  it('is localised when the words are adapted', () => {
    const line = relay([saying('推进全省城乡供水一体化，提升自来水普及率')], [saying('推进我县农村供水一体化工程，提升自来水普及率和水质')])
      .lines[0]!
    expect(line.verdict).toBe('localised')
  })

  it('is kept when only the ordinal and whose it is have changed', () => {
    expect(relay([saying('三、抓好全省秋粮收购')], [saying('五、抓好全县秋粮收购')]).lines[0]!.verdict).toBe('kept')
  })

  it('names the nearest of what was dropped, and does not pair strangers', () => {
    const { lines } = relay([saying('抓好秋粮收购资金兑付')], [saying('开展安全生产检查'), saying('资金要专款专用')])
    expect(lines.map(line => line.verdict)).toEqual(['dropped', 'added', 'added'])
    expect(lines[0]).toMatchObject({ nearest: 1, lower: null })
    expect(lines[1]).toMatchObject({ nearest: null, score: 0 })
  })

  it('compares the date of each point with the point that it belongs to', () => {
    const above = saying('完成清淤，建立台账', [
      { text: '完成北渠清淤', dueOn: '2026-06-10' },
      { text: '建立隐患台账', dueOn: '2026-05-31' },
    ])
    const below = saying('建立台账，完成清淤', [
      { text: '建立隐患台账', dueOn: '2026-05-31' },
      { text: '完成北渠清淤', dueOn: '2026-06-10' },
    ])
    expect(relay([above], [below]).lines[0]!.changes).toEqual([])
  })
})

/** Directives of drawn words, some of them alike or the same. */
const words = fc.constantFrom(
  '防汛',
  '水库',
  '加固',
  '招商',
  '项目',
  '安全',
  '检查',
  '清淤',
  '用地',
  '投资',
  '增长',
  '培训',
  '台账',
  '演练',
  '全县',
)
const drawn = fc.array(
  fc.record({
    text: fc.array(words, { minLength: 1, maxLength: 8 }).map(list => list.join('')),
    ordinal: fc.constantFrom('一', '二', null),
    topic: fc.constantFrom<Saying['topic']>('safety', 'investment', 'other'),
    points: fc.array(
      fc.record({
        text: fc.array(words, { minLength: 1, maxLength: 4 }).map(list => list.join('')),
        dueOn: fc.constantFrom(null, '2026-06-10', '2026-06-30'),
        figure: fc.constantFrom(null, figure(8), figure(12, '座', '='), figure(3, '%', '≤')),
      }),
      { maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 15 },
)
/** No two with the same words: which of two copies was dropped is anyone's guess. */
const distinct = drawn.map(list => [...new Map(list.map(one => [one.text, one])).values()])

describe('a comparison', () => {
  it('of a document with itself keeps everything', () => {
    fc.assert(
      fc.property(distinct, document => {
        const result = relay(document, document)
        expect(result.counts).toEqual({ kept: document.length, localised: 0, dropped: 0, added: 0, tightened: 0 })
        expect(result.lines.every(line => line.upper === line.lower)).toBe(true)
      }),
    )
  })

  it('with one left out finds exactly that one dropped, and the other way round added', () => {
    fc.assert(
      fc.property(distinct, fc.nat(), (document, pick) => {
        const out = pick % document.length
        const rest = document.filter((_, at) => at !== out)
        const [down, up] = [relay(document, rest), relay(rest, document)]
        expect(down.counts).toEqual({ kept: rest.length, localised: 0, dropped: 1, added: 0, tightened: 0 })
        expect(down.lines.find(line => line.verdict === 'dropped')!.upper).toBe(out)
        expect(up.counts).toEqual({ kept: rest.length, localised: 0, dropped: 0, added: 1, tightened: 0 })
        expect(up.lines.at(-1)!.lower).toBe(out)
      }),
    )
  })

  it('does not depend on the order of the lower document', () => {
    fc.assert(
      fc.property(distinct, document => {
        expect(relay(document, [...document].reverse()).counts.kept).toBe(document.length)
      }),
    )
  })

  it('names every directive of both documents exactly once', () => {
    fc.assert(
      fc.property(drawn, drawn, (above, below) => {
        const { lines } = relay(above, below)
        const named = (side: 'upper' | 'lower') => lines.flatMap(line => line[side] ?? []).sort((a, b) => a - b)
        expect(named('upper')).toEqual(above.map((_, at) => at))
        expect(named('lower')).toEqual(below.map((_, at) => at))
      }),
    )
  })

  it('tightened one way is loosened the other way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 90 }), (was, now) => {
        fc.pre(was !== now)
        const [a, b] = [[saying('增长', [{ figure: figure(was) }])], [saying('增长', [{ figure: figure(now) }])]]
        expect(relay(a, b).pilingOn).toBe(now > was)
        expect(relay(b, a).pilingOn).toBe(was > now)
      }),
    )
  })
})
