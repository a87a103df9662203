// Importing the tree and the people: sheets as offices send them, through the server to the database and back.
import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { aJurisdiction, aPerson, aUnit } from '../../test/build.ts'
import { aServer, type Client, signedIn } from '../../test/client.ts'
import { aDatabase, asOwner, type TestDatabase } from '../../test/database.ts'

let db: TestDatabase
let app: FastifyInstance
let system: Client
let security: Client
let water: string

beforeAll(async () => {
  db = await aDatabase()
  await aJurisdiction(db)
  water = await aUnit(db, { name: '县水利局' })
  app = await aServer(db)
  system = await signedIn(app, db, await aPerson(db, [{ role: 'system_admin', unitId: null }], { username: 'sys.q' }), 'sys.q')
  security = await signedIn(app, db, await aPerson(db, [{ role: 'security_admin', unitId: null }], { username: 'sec.q' }), 'sec.q')
})

type Value = string | number | Date | ExcelJS.CellFormulaValue
/** A workbook as somebody else's program writes it. */
async function book(rows: Value[][]): Promise<{ name: string; bytes: Buffer }> {
  const made = new ExcelJS.Workbook()
  const page = made.addWorksheet('Sheet1')
  for (const row of rows) page.addRow(row)
  return { name: '人员.xlsx', bytes: Buffer.from(await made.xlsx.writeBuffer()) }
}
async function rowsOf(bytes: Buffer): Promise<string[][]> {
  const read = new ExcelJS.Workbook()
  await read.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
  const rows: string[][] = []
  read.worksheets[0]!.eachRow(row => rows.push((row.values as unknown[]).slice(1).map(v => String(v ?? ''))))
  return rows
}

const UNITS = [
  ['单位', '上级单位', '职责'],
  ['县水文站', '县水务中心', '水情监测'],
  ['县水务中心', '县水利局', '供水'],
  ['县水利局', '', '防汛、河道治理'],
]

describe('a sheet of units', () => {
  test('is previewed without changing anything, and carried out in one act with its records', async () => {
    const file = await book(UNITS)
    const check = await system.ask('checkRoster', { file })
    expect([check.body.kind, check.body.missing, check.body.lines.map(l => l.verdict)]).toEqual([
      'units',
      ['类别', '简称'],
      ['new', 'new', 'changed'],
    ])
    expect((await system.ask('listUnits')).body.units).toHaveLength(1)

    const done = await system.ask('postRoster', { file })
    expect([done.status, done.body]).toMatchObject([201, { kind: 'units', added: 2, changed: 1, accounts: 0, passwords: null }])
    const { units } = (await system.ask('listUnits')).body
    expect(units.find(u => u.name === '县水文站')!.path).toEqual(['县水利局', '县水务中心', '县水文站'])
    expect(units.find(u => u.id === water)!.duties).toBe('防汛、河道治理')
    const records = await asOwner<{ action: string }>(
      db,
      `select action from audit where at >= now() - interval '1 minute' and action in ('roster.import', 'unit.change')`,
    )
    expect(records.map(r => r.action).sort()).toEqual(['roster.import', 'unit.change'])
  })

  test('brought again changes nothing', async () => {
    const file = await book(UNITS)
    expect((await system.ask('checkRoster', { file })).body.lines.map(l => l.verdict)).toEqual(['same', 'same', 'same'])
    expect((await system.ask('postRoster', { file })).body).toMatchObject({ code: 'nothing-to-import' })
  })

  test('as the server gives it comes back unchanged', async () => {
    const { bytes } = await system.ask('getRosterSheet', { params: { kind: 'units' } })
    const { lines } = (await system.ask('checkRoster', { file: { name: '单位.xlsx', bytes } })).body
    expect([...new Set(lines.map(l => l.verdict))]).toEqual(['same'])
  })
})

describe('a sheet of people', () => {
  let given: string[]
  const HEAD = ['姓名', '职务', '单位', '角色', '登录名', '起']
  const PEOPLE: Value[][] = [
    ['青禾县人员名册'],
    HEAD,
    ['竹青', '办公室主任', '县水利局', '联络员', 'zhuqing', new Date('2026-03-01T00:00:00Z')],
    ['高山', '局长', '县水利局', '一把手', 'gaoshan', '2025年1月6日'],
    ['<img src=x>', '', '县水利局', '', '', ''],
    [{ formula: 'CONCAT("松","青")', result: '松青' }, '科员', '县水力局', '', '', ''],
  ]

  test('makes accounts with first passwords that are given once, and roles that wait for the security administrator', async () => {
    const file = await book(PEOPLE)
    const { lines } = (await system.ask('checkRoster', { file })).body
    expect(lines.map(l => [l.line, l.reason ?? l.verdict])).toEqual([
      [3, 'new'],
      [4, 'new'],
      [5, 'name-refused'],
      [6, 'unknown-unit'],
    ])
    const key = 'import-of-people'
    const done = await system.ask('postRoster', { file, key })
    expect(done.body).toMatchObject({ added: 2, accounts: 2, proposed: 2 })
    const words = (await rowsOf(Buffer.from(done.body.passwords!.bytes, 'base64'))).slice(3)
    given = words.map(row => row[3]!)
    expect(words.map(row => row.slice(0, 3))).toEqual([
      ['竹青', '县水利局', 'zhuqing'],
      ['高山', '县水利局', 'gaoshan'],
    ])
    const must = await asOwner<{ must_change: boolean }>(
      db,
      `select l.must_change from auth.login l join auth."user" u on u.id = l.user_id where u.username = 'zhuqing'`,
    )
    expect(must).toEqual([{ must_change: true }])
    const signIn = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: 'zhuqing', password: words[0]![3] },
    })
    expect(signIn.statusCode).toBe(200)

    // A bad line repeats the write: nothing is made twice, and the passwords are not given again.
    const again = await system.ask('postRoster', { file, key })
    expect(again.body).toMatchObject({ added: 2, accounts: 2, passwords: null })
    const { accounts } = (await system.ask('listAccounts')).body
    const made = ['zhuqing', 'gaoshan'].map(name => accounts.find(a => a.username === name)!)
    expect(made.map(a => [a.appointments, a.posts.map(p => [p.post, p.role, p.from, p.state])])).toEqual([
      [[], [['办公室主任', 'liaison', '2026-03-01', 'proposed']]],
      [[], [['局长', 'head', '2025-01-06', 'proposed']]],
    ])
    const tenureIds = made.flatMap(a => a.posts.map(p => p.id))
    expect((await system.ask('postDecision', { body: { tenureIds, grant: true } })).status).toBe(403)
    const granted = await security.ask('postDecision', { body: { tenureIds, grant: true } })
    expect(granted.body.accounts.find(a => a.username === 'gaoshan')!.appointments).toEqual([{ role: 'head', unitId: water }])
  })

  test('keeps no first password, neither in the record nor beside the key', async () => {
    expect(given).toHaveLength(2)
    const [audit] = await asOwner<{ body: string }>(db, `select body from audit where action = 'roster.import' order by at desc limit 1`)
    const [once] = await asOwner<{ result: object }>(db, `select result from once where key = 'import-of-people'`)
    for (const kept of [audit!.body, JSON.stringify(once!.result)]) for (const word of given) expect(kept).not.toContain(word)
  })
})

test.each<[string, string | Buffer, string]>([
  ['words', '姓名,单位\n竹青,县水利局', 'unsupported-type'],
  ['a broken archive', Buffer.from('PK\u0003\u0004 nothing more'), 'damaged'],
])('a file that is %s is refused, and nothing breaks', async (_title, bytes, code) => {
  const { status, body } = await system.ask('checkRoster', { file: { name: '人员.xlsx', bytes } })
  expect([status, body.code, body.facts?.code]).toEqual([422, 'file-refused', code])
})
