// npm run bench:ledger: the ledgers of kinds with 20,000 projects and 5,000 risks through the API, beside the same question in plain SQL on the same
// PostgreSQL in the same run. Prints one table and asserts nothing. Filling goes through `act`, some minutes of it.
//   --projects 20000   --risks 5000   --times 100
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { Fields, LedgerKind } from '../../src/core/kind.ts'
import { isRefusal } from '../../src/core/refusal.ts'
import { hashPassword } from '../../src/server/password.ts'
import { readActor, setupActor } from '../../src/store/account.ts'
import { act } from '../../src/store/act.ts'
import { type Database, openDatabase } from '../../src/store/db.ts'
import { runningOn } from '../../src/store/postmaster.ts'
import { secretsIn } from '../../src/store/secret.ts'
import { anActor, ok } from '../build.ts'
import { PASSWORD, PLACE } from './county.ts'
import { signIn, startProgram } from './program.ts'

const { values: options } = parseArgs({
  options: {
    projects: { type: 'string', default: '20000' },
    risks: { type: 'string', default: '5000' },
    times: { type: 'string', default: '100' },
  },
})
const times = Number(options.times)
const WRITERS = 8
const PORT = 18_798
const say = (text: string) => process.stderr.write(`${text}\n`)

let state = 20_260_602
/** Every run measures the same county. */
const below = (n: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * n)
}
const of = <T>(all: readonly T[]): T => all[below(all.length)]!
const NAMES = [...'云岭丰谷锦溪明阳晶禾瑞泽恒通广源鼎新安康远航天成佳宏立达汇海松岗澜浦星辰启元卓越润华盛世嘉禾永昌德信']
const WHAT = [
  '光伏组件',
  '储能电池',
  '粮油加工',
  '冷链物流',
  '装备制造',
  '铜箔材料',
  '中药饮片',
  '数据中心',
  '标准厂房',
  '精密铸造',
  '预制菜',
  '文旅小镇',
]
const name = () => Array.from({ length: 3 }, () => of(NAMES)).join('')

async function fill(db: Database): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD)
  const account = (username: string) => ({ username, name: username, passwordHash })
  const administrators = { system: account('system'), security: account('security'), audit: account('audit') }
  ok(await act(db, setupActor(PLACE), { kind: 'jurisdiction' }, { command: 'setup', name: '青禾县', invitation: null, administrators }))
  const { id } = ok(await act(db, anActor('system_admin'), { kind: 'account', id: null }, { command: 'add', ...account('officer') }))
  const appointments = [{ role: 'officer' as const, unitId: null }]
  ok(await act(db, anActor('security_admin'), { kind: 'account', id }, { command: 'appoint', appointments }))
  const officer = (await readActor(db, PLACE, id))!.actor
  const make = async (kind: LedgerKind, title: string, stage: string, fields: Fields): Promise<void> => {
    const draft = {
      title,
      topic: 'other' as const,
      urgency: 'ordinary' as const,
      leadUnitId: null,
      coUnitIds: [],
      dueOn: null,
      measure: null,
    }
    const command = { command: 'register' as const, draft, source: null, dispatch: false, detail: { kind, stage, fields } }
    const done = await act(db, officer, { kind: 'item', id: null }, command)
    // Names are drawn: some are like another one, and are not entered twice.
    if (isRefusal(done) && done.refused !== 'likely-duplicate') throw new Error(`${done.refused} ${JSON.stringify(done.facts)}`)
  }
  const STAGES: [stage: string, fields: () => Fields][] = [
    ['lead', () => ({})],
    ['screened', () => ({ verdict: '可以跟进' })],
    ['negotiating', () => ({ taskForce: '装备专班' })],
    ['signed', () => ({ signedAs: 'formal', signedOn: '2026-03-02' })],
    ['landed', () => ({ company: '项目公司', landedOn: '2026-04-10' })],
  ]
  const project = () => {
    const [stage, facts] = of(STAGES)
    const sum = { amount: String((1 + below(900)) * 1_000_000), currency: of(['CNY', 'CNY', 'CNY', 'USD'] as const) }
    return make('project', `${name()}${of(WHAT)}项目`, stage, {
      investor: `${name()}${of(['公司', '集团', '科技'])}`,
      site: `${name()}园区`,
      sum,
      ...facts(),
    })
  }
  const step = () => String(1 + below(5))
  const risk = () =>
    make('risk', `${name()}${of(['兑付', '渗水', '断供', '舆情'])}风险`, 'assessed', {
      category: of(['debt', 'safety', 'economy', 'opinion', 'ecology']),
      sign: '有苗头',
      inherentLikelihood: '5',
      inherentImpact: '5',
      likelihood: step(),
      impact: step(),
      reviewedOn: '2026-06-01',
    })
  const work = [
    ...Array.from({ length: Number(options.projects) }, () => project),
    ...Array.from({ length: Number(options.risks) }, () => risk),
  ]
  let at = 0
  const writer = async () => {
    while (at < work.length) {
      if (at % 5000 === 0) say(`  ${at} of ${work.length}`)
      await work[at++]!()
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  await db.pool.query('select look_again()')
}

interface Question {
  title: string
  path: () => string
  sql: () => [text: string, values: unknown[]]
}
const OWN = `select i.*, d.fields from item i join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id where i.jurisdiction_id = $1`
const QUESTIONS: Question[] = [
  {
    title: 'board by stage',
    path: () => '/api/ledgers/project/stages',
    sql: () => [
      `select stage, light, sum_currency, count(*), sum(sum_amount) from item where jurisdiction_id = $1 and kind = 'project' group by 1, 2, 3`,
      [PLACE],
    ],
  },
  {
    title: 'table, 50 of them by sum',
    path: () => '/api/ledgers/project?size=50&sort=sum',
    sql: () => [`${OWN} and i.kind = 'project' order by i.sum_amount desc nulls last limit 50`, [PLACE]],
  },
  {
    title: 'table, 50 of one stage',
    path: () => '/api/ledgers/project?size=50&stage=signed',
    sql: () => [`${OWN} and i.kind = 'project' and i.stage = 'signed' order by i.stage_on desc limit 50`, [PLACE]],
  },
  {
    title: 'duplicate check on typing',
    path: () => `/api/ledgers/project/alike?title=${encodeURIComponent(`${name()}${of(WHAT)}`)}&by=${encodeURIComponent(name())}`,
    sql: () => [
      `select i.id, i.title from item i where i.jurisdiction_id = $1 and i.kind = 'project' and i.title like $2 limit 60`,
      [PLACE, `%${name()}%`],
    ],
  },
  {
    title: 'funnel, years, visits, forecast',
    path: () => '/api/ledgers/project/outlook',
    sql: () => [
      `select left(d.fields ->> 'signedOn', 4), i.sum_currency, count(*), count(d.fields ->> 'landedOn'), sum(i.sum_amount)
       from item i join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
       where i.jurisdiction_id = $1 and i.kind = 'project' group by 1, 2`,
      [PLACE],
    ],
  },
  {
    title: 'risk matrix, top ten, changes',
    path: () => '/api/risks',
    sql: () => [
      `select d.fields ->> 'likelihood', d.fields ->> 'impact', count(*) from item i join item_detail d on d.jurisdiction_id = i.jurisdiction_id and d.item_id = i.id
       where i.jurisdiction_id = $1 and i.kind = 'risk' group by 1, 2`,
      [PLACE],
    ],
  },
]

const at = (all: number[], share: number): string =>
  (all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? Number.NaN).toFixed(1)

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const folder = mkdtempSync(join(tmpdir(), 'luoshi-ledger-'))
try {
  const db = await openDatabase({ dataDir: folder })
  const filling = performance.now()
  await fill(db)
  await db.close()
  say(`filled in ${((performance.now() - filling) / 1000).toFixed(0)} s`)
  const program = await startProgram(folder, PORT)
  const { host, port } = runningOn(join(folder, 'pg'))!
  const plain = new pg.Client({ host, port, user: 'luoshi_owner', password: secretsIn(folder).owner, database: 'luoshi' })
  try {
    await plain.connect()
    const cookie = await signIn(program.address, 'officer', PASSWORD)
    const counted = await plain.query<{ kind: string; n: string }>(
      `select kind, count(*) as n from item where kind <> 'matter' group by 1 order by 1`,
    )
    say(counted.rows.map(({ kind, n }) => `${n} ${kind}`).join(', '))
    const lines: string[] = []
    for (const { title, path, sql } of QUESTIONS) {
      const [ours, theirs]: [number[], number[]] = [[], []]
      for (let n = 0; n < times + 5; n++) {
        const [asked, [text, values]] = [path(), sql()]
        const api = await timed(async () => {
          const answer = await fetch(`${program.address}${asked}`, { headers: { cookie } })
          if (!answer.ok) throw new Error(`${asked}: ${answer.status} ${await answer.text()}`)
          await answer.arrayBuffer()
        })
        const alone = await timed(() => plain.query(text, values))
        // The first ones compile and plan.
        if (n < 5) continue
        ours.push(api)
        theirs.push(alone)
      }
      lines.push(`| ${[title, at(ours, 0.5), at(ours, 0.95), at(theirs, 0.5), at(theirs, 0.95)].join(' | ')} |`)
    }
    console.log(
      ['| ms | API, half | API, 95 % | plain SQL, half | plain SQL, 95 % |', '| --- | --- | --- | --- | --- |', ...lines].join('\n'),
    )
  } finally {
    await plain.end()
    await program.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
