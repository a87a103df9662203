import { describe, expect, test } from 'vitest'
import { checkRoster, type RosterCheck, type RosterLine, type RosterPerson, type RosterWorld } from './roster.ts'
import { readDay } from './rosterperson.ts'
import type { Unit } from './types.ts'

const unit = (id: string, name: string, parentId: string | null = null): Unit => ({
  id,
  name,
  aliases: [],
  kind: 'government',
  parentId,
  duties: '',
})
const person = (id: string, name: string, parts: Partial<RosterPerson> = {}): RosterPerson => ({
  id,
  name,
  username: null,
  admin: false,
  tenures: [],
  ...parts,
})
const liaison = { id: 't1', unitId: 'water', post: '办公室主任', role: 'liaison' as const, from: '2025-03-01', to: null, granted: true }
const WORLD: RosterWorld = {
  units: [
    unit('gov', '县人民政府'),
    { ...unit('water', '县水利局', 'gov'), aliases: ['水利局'], duties: '防汛' },
    unit('farm', '县农业农村局', 'gov'),
  ],
  people: [
    person('p1', '何清', { username: 'heqing', tenures: [liaison] }),
    person('p2', '安平', { username: 'anping', admin: true }),
    person('p3', '江流', { tenures: [{ ...liaison, id: 't3', post: '', role: 'head', granted: false }] }),
  ],
  taken: ['elsewhere'],
  place: '青禾县',
  today: '2026-11-22',
}

type Sound = RosterCheck & { fault: null }
const check = (rows: string[][], world = WORLD): RosterCheck => checkRoster(rows, world)
const sound = (rows: string[][], world = WORLD): Sound => {
  const done = check(rows, world)
  if (done.fault !== null) throw new Error(done.fault)
  return done
}
const said = (lines: RosterLine[]) => lines.map(l => [l.line, l.reason ?? l.verdict])

describe('the columns', () => {
  const line = { 姓名: '竹青', 单位: '县水利局', 职务: '科员' }
  test('are found by their headers wherever they stand, below a title and a note', () => {
    const moved = sound([['青禾县人员'], [], ['职 务', '单位名称（全称）', '姓名*'], [line.职务, line.单位, line.姓名]])
    expect(moved).toMatchObject({ kind: 'people', missing: ['角色', '登录名', '起', '止'], ignored: [] })
    expect(moved.lines).toMatchObject([{ line: 4, name: '竹青', verdict: 'new' }])
    expect(moved.people).toMatchObject([{ id: null, name: '竹青', tenure: { unitId: 'water', post: '科员' } }])
  })
  test('that mean nothing here are named, and not read', () => {
    expect(
      sound([
        ['姓名', '单位', '身份证号'],
        ['竹青', '县水利局', '—'],
      ]).ignored,
    ).toEqual(['身份证号'])
  })
  test.each<[string, string[][], object]>([
    ['no header at all', [['竹青', '县水利局']], { fault: 'no-header' }],
    ['an empty sheet', [], { fault: 'no-header' }],
    [
      'the same column twice',
      [
        ['姓名', '单位', '单位'],
        ['竹青', '县水利局', ''],
      ],
      { fault: 'repeated-column', headers: ['单位'] },
    ],
    [
      'people without names',
      [
        ['登录名', '职务'],
        ['zhuqing', '科员'],
      ],
      { fault: 'missing-column', headers: ['姓名'] },
    ],
    [
      'units without names',
      [
        ['上级单位', '职责'],
        ['县人民政府', '防汛'],
      ],
      { fault: 'missing-column', headers: ['单位'] },
    ],
    [
      'only headers',
      [
        ['姓名', '单位'],
        ['', ' '],
      ],
      { fault: 'empty' },
    ],
  ])('with %s are said to be at fault', (_title, rows, fault) => {
    expect(check(rows)).toMatchObject(fault)
  })
})

describe('units', () => {
  const HEAD = ['单位', '上级单位', '类别', '简称', '职责']
  test('are new, changed or the same; an empty cell leaves what is there', () => {
    const { lines, units } = sound([
      HEAD,
      ['县水利局', '', '', '', ''],
      ['县农业农村局', '', '事业单位', '农业局、农委', '耕地保护'],
      ['县林业局', '县人民政府', '', '', '造林'],
    ])
    expect(said(lines)).toEqual([
      [2, 'same'],
      [3, 'changed'],
      [4, 'new'],
    ])
    expect(lines[1]!.changes).toEqual([
      { field: 'kind', was: '政府部门', now: '事业单位' },
      { field: 'aliases', was: null, now: '农业局、农委' },
      { field: 'duties', was: null, now: '耕地保护' },
    ])
    expect(units).toMatchObject([
      { id: 'farm', kind: 'institution', parent: { id: 'gov' } },
      { id: null, name: '县林业局', kind: 'government', parent: { id: 'gov' } },
    ])
  })
  test('may stand above their upper units in the sheet, and are carried out in the other order', () => {
    const { units } = sound([HEAD, ['县水文站', '县水务中心', '', '', ''], ['县水务中心', '县水利局', '', '', '']])
    expect(units.map(u => [u.name, u.parent])).toEqual([
      ['县水务中心', { id: 'water' }],
      ['县水文站', { name: '县水务中心' }],
    ])
  })
  test.each<[string, string[][], RosterLine['reason'][]]>([
    ['an upper unit that nobody has', [['县水文站', '县水力局']], ['unknown-parent']],
    [
      'an upper unit whose own line is refused',
      [
        ['县水文站', '<b>中心</b>'],
        ['<b>中心</b>', ''],
      ],
      ['parent-refused', 'name-refused'],
    ],
    [
      'a ring in the sheet',
      [
        ['甲中心', '乙中心'],
        ['乙中心', '甲中心'],
      ],
      ['ring', 'ring'],
    ],
    ['a unit below itself', [['县人民政府', '县水利局']], ['ring']],
    ['its own upper unit', [['甲中心', '甲中心']], ['ring']],
    [
      'the same name twice',
      [
        ['甲中心', ''],
        ['甲中心', '县人民政府'],
      ],
      ['repeated', 'repeated'],
    ],
    ['the short name of a unit that is there', [['水利局', '']], ['known-as']],
    ['a kind that is none', [['甲中心', '', '其他']], ['unknown-kind']],
    ['a tag', [['<script>alert(1)</script>', '']], ['name-refused']],
    ['a formula', [['=HYPERLINK("http://x")', '']], ['name-refused']],
    ['an emoji', [['县水利局💧', '']], ['name-refused']],
    ['a bidirectional mark', [['县水利局\u202e', '']], ['name-refused']],
    ['a name too long', [['长'.repeat(61), '']], ['name-refused']],
    ['duties too long', [['甲中心', '', '', '', '责'.repeat(2001)]], ['duties-refused']],
  ])('with %s are refused', (_title, rows, reasons) => {
    const { lines, units } = sound([HEAD, ...rows.map(row => HEAD.map((_, at) => row[at] ?? ''))])
    expect(lines.map(l => l.reason)).toEqual(reasons)
    expect(units).toEqual([])
  })
  test('say which name was probably meant', () => {
    expect(sound([HEAD, ['县水文站', '县水力局', '', '', '']]).lines[0]!.facts).toEqual({ cell: '县水力局', maybe: '县水利局' })
  })
})

describe('people', () => {
  const HEAD = ['姓名', '单位', '职务', '角色', '登录名', '起', '止']
  const judged = (...rows: string[][]) => sound([HEAD, ...rows.map(row => HEAD.map((_, at) => row[at] ?? ''))])
  test('with an account and a post are new, and the role is only proposed', () => {
    const { lines, people } = judged(['竹青', '水利局', '科员', '联络员', 'zhuqing', '2026年3月1日'])
    expect(lines[0]).toMatchObject({
      verdict: 'new',
      changes: [{ field: 'username' }, { field: 'unit' }, { field: 'post' }, { field: 'role' }, { field: 'from' }],
    })
    expect(people).toEqual([
      {
        key: 'zhuqing',
        id: null,
        name: '竹青',
        username: 'zhuqing',
        tenure: { id: null, unitId: 'water', post: '科员', role: 'liaison', from: '2026-03-01', to: null },
      },
    ])
  })
  test('who hold what the line says already are the same, with the day left out, too', () => {
    expect(
      said(judged(['何清', '县水利局', '办公室主任', '联络员', 'heqing', '2025-03-01'], ['江流', '县水利局', '', '一把手']).lines),
    ).toEqual([
      [2, 'same'],
      [3, 'username-needed'],
    ])
    expect(said(judged(['何清', '县水利局', '办公室主任', '联络员']).lines)).toEqual([[2, 'same']])
  })
  test('without an account get one when the line names it', () => {
    const { lines, people } = judged(['江流', '县水利局', '', '一把手', 'jiangliu'])
    expect(lines[0]).toMatchObject({ verdict: 'changed', changes: [{ field: 'username', was: null, now: 'jiangliu' }] })
    expect(people).toMatchObject([{ id: 'p3', username: 'jiangliu', tenure: null }])
  })
  test('with two posts are one person, on whichever line the login name stands', () => {
    const { people } = judged(['竹青', '县水利局', '科员', '联络员', 'zhuqing'], ['竹青', '县水利局', '副主任', '', ''])
    expect(people.map(p => p.key)).toEqual(['zhuqing', 'zhuqing'])
  })
  test('of the same name in another unit are somebody else', () => {
    expect(judged(['何清', '县农业农村局', '科员', '', 'heqing2']).people).toMatchObject([{ id: null, username: 'heqing2' }])
  })
  test.each<[string, string[], RosterLine['reason']]>([
    ['a tag in the name', ['<b>竹青</b>', '县水利局'], 'name-refused'],
    ['an emoji in the name', ['竹青😀', '县水利局'], 'name-refused'],
    ['a formula in the name', ['=1+1', '县水利局'], 'name-refused'],
    ['one character', ['竹', '县水利局'], 'name-refused'],
    ['a unit that is not there', ['竹青', '县水力局'], 'unknown-unit'],
    ['a role that is none', ['竹青', '县水利局', '', '局长', 'zhuqing'], 'unknown-role'],
    ['an administrator’s role', ['竹青', '', '', '系统管理员', 'zhuqing'], 'admin-role'],
    ['business for an administrator', ['安平', '', '', '督查员', 'anping'], 'is-admin'],
    ['a role without its unit', ['竹青', '', '', '联络员', 'zhuqing'], 'unit-needed'],
    ['a role without an account', ['竹青', '县水利局', '', '联络员'], 'username-needed'],
    ['a login name that is none', ['竹青', '县水利局', '', '', '竹青'], 'username-refused'],
    ['a login name of somebody else', ['竹青', '县水利局', '', '', 'heqing'], 'username-taken'],
    ['a login name of another jurisdiction', ['竹青', '县水利局', '', '', 'elsewhere'], 'username-taken'],
    ['a second account for somebody of the unit', ['何清', '县水利局', '', '', 'heqing9'], 'same-name'],
    ['a day that is none', ['竹青', '县水利局', '科员', '', '', '2026年2月30日'], 'day-unreadable'],
    ['days the wrong way round', ['竹青', '县水利局', '科员', '', '', '2026-03-01', '2026-02-01'], 'days-reversed'],
    [
      'an end for a post whose role is held',
      ['何清', '县水利局', '办公室主任', '联络员', 'heqing', '2025-03-01', '2026-11-01'],
      'hand-over',
    ],
    ['a formula in the post', ['竹青', '县水利局', '=cmd()'], 'post-refused'],
  ])('with %s are refused', (_title, row, reason) => {
    const { lines, people } = judged(row)
    expect([lines[0]!.reason, people]).toEqual([reason, []])
  })
  test('on two lines that say the same, or with one login name for two names, are refused on both', () => {
    expect(said(judged(['竹青', '县水利局', '科员'], ['竹青', '县水利局', '科员']).lines)).toEqual([
      [2, 'repeated'],
      [3, 'repeated'],
    ])
    expect(said(judged(['竹青', '县水利局', '', '', 'same'], ['松青', '县水利局', '', '', 'same']).lines)).toEqual([
      [2, 'username-repeated'],
      [3, 'username-repeated'],
    ])
  })
  test('who left are kept in the history', () => {
    expect(judged(['老何', '县水利局', '局长', '一把手', '', '2020-01-01', '2025-03-01']).people).toMatchObject([
      { username: null, tenure: { role: 'head', from: '2020-01-01', to: '2025-03-01' } },
    ])
  })
})

test.each([
  ['2025年3月1日', '2025-03-01'],
  ['2025-3-1', '2025-03-01'],
  ['2025/03/01', '2025-03-01'],
  ['2025.3', '2025-03-01'],
  ['２０２５年３月', '2025-03-01'],
  ['20250301', '2025-03-01'],
  ['2025-02-30', null],
  ['去年', null],
  ['45717', null],
])('%s is read as the day %s', (cell, day) => {
  expect(readDay(cell)).toBe(day)
})
