// Requests of the demonstration: fifteen forms by which departments ask townships, some of which repeat each other, one over the limit, one merged, one dropped.
import { addDays } from '../../core/day.ts'
import type { Fields } from '../../core/kind.ts'
import type { REQUEST_FREQUENCIES } from '../../core/kinds/request.ts'
import { isRefusal } from '../../core/refusal.ts'
import { dueNow } from '../../core/requestdue.ts'
import type { Day } from '../../core/types.ts'
import { act, type CommandOf, type KindName, type TargetOf, type ValueOf } from '../act.ts'
import { type Database, read } from '../db.ts'
import { askingIn, requestById } from '../request.ts'
import { sheetOf } from '../requestanswer.ts'
import { LEADERS } from '../requestview.ts'
import { wholeOf } from '../tx.ts'
import type { Cast } from './history.ts'
import { DEMO } from './story.ts'

interface Asked {
  title: string
  sender: string
  /** How many of the townships; all when not said. */
  towns?: number
  frequency: (typeof REQUEST_FREQUENCIES)[number]
  minutes: number
  purpose: string
  /** Days before today at which it went out, and days ahead of today when it ends; null: it is not out yet. */
  ago: number | null
  ends?: number
  /** name unit period */
  form: string[]
  stage?: 'drafted' | 'checked' | 'approved' | 'ended'
  /** Days before today. */
  dropped?: [ago: number, why: string]
  merged?: [ago: number, into: string]
  over?: string
  carrier?: string
  characters?: number
  /** So many of the units have answered what is due. */
  answered?: number
}

const REQUESTS: Asked[] = [
  {
    title: '农村户厕改造进度月报',
    sender: '县农业农村局',
    frequency: 'monthly',
    minutes: 30,
    purpose: '掌握农村户厕改造进度，调度滞后乡镇。',
    ago: 330,
    ends: 60,
    form: ['农村户厕改造 户 month', '问题厕所整改 户 month', '存在问题'],
    answered: 8,
  },
  {
    title: '人居环境整治情况统计表',
    sender: '县住房和城乡建设局',
    frequency: 'monthly',
    minutes: 30,
    purpose: '汇总农村人居环境整治情况。',
    ago: 300,
    ends: 90,
    form: ['农村改厕数 户 month', '生活垃圾清运量 吨 month', '存在问题'],
    answered: 5,
  },
  {
    title: '城镇新增就业月报',
    sender: '县人力资源和社会保障局',
    towns: 6,
    frequency: 'monthly',
    minutes: 25,
    purpose: '掌握城镇新增就业和困难人员就业。',
    ago: 350,
    ends: 40,
    form: ['城镇新增就业人数 人 month', '就业困难人员就业 人 month'],
    answered: 4,
  },
  {
    title: '防返贫监测对象情况周报',
    sender: '县农业农村局',
    frequency: 'weekly',
    minutes: 20,
    purpose: '及时掌握监测对象变化和帮扶措施。',
    ago: 260,
    ends: 30,
    form: ['监测对象户数 户 week', '新增监测对象 户 week', '帮扶措施落实 户 week'],
    answered: 10,
  },
  {
    title: '安全隐患排查整治周报',
    sender: '县应急管理局',
    frequency: 'weekly',
    minutes: 30,
    purpose: '调度各乡镇安全隐患排查整治。',
    ago: 200,
    ends: 45,
    form: ['排查安全隐患 处 week', '整改安全隐患 处 week'],
    answered: 6,
  },
  {
    title: '信访积案化解台账季报',
    sender: '县信访局',
    frequency: 'quarterly',
    minutes: 60,
    purpose: '掌握积案化解进展。',
    ago: 340,
    ends: 200,
    form: ['信访积案 件 quarter', '化解积案 件 quarter', '未化解原因'],
    answered: 7,
  },
  {
    title: '义务教育控辍保学情况表',
    sender: '县教育体育局',
    frequency: 'quarterly',
    minutes: 45,
    purpose: '开学前后掌握控辍保学。',
    ago: 280,
    ends: 150,
    form: ['适龄儿童 人 quarter', '疑似辍学 人 quarter'],
  },
  {
    title: '困难群众救助情况月报',
    sender: '县民政局',
    frequency: 'monthly',
    minutes: 25,
    purpose: '掌握低保、特困、临时救助。',
    ago: 310,
    ends: 120,
    form: ['低保对象 人 month', '特困供养对象 人 month', '临时救助 人次 month'],
    answered: 9,
  },
  {
    title: '森林防火日报',
    sender: '县应急管理局',
    towns: 5,
    frequency: 'daily',
    minutes: 35,
    purpose: '高火险期每日掌握巡护和火情。',
    ago: 50,
    ends: 40,
    form: ['出动巡护人员 人次 day', '火情 起 day'],
    over: '高火险期，林区乡镇必须每日报火情，火险解除即停。',
  },
  {
    title: '乡镇财源情况季报',
    sender: '县财政局',
    frequency: 'quarterly',
    minutes: 60,
    purpose: '分析乡镇财源结构。',
    ago: 320,
    ends: 250,
    form: ['一般公共预算收入 万元 quarter', '重点税源企业 家 quarter'],
  },
  {
    title: '厕所革命整改情况周报',
    sender: '市生态环境局青禾分局',
    frequency: 'weekly',
    minutes: 20,
    purpose: '掌握问题厕所整改。',
    ago: 150,
    ends: 60,
    form: ['问题厕所整改 户 week', '整改率 % week'],
    merged: [40, '农村户厕改造进度月报'],
  },
  {
    title: '村级活动开展情况月报',
    sender: '县委组织部',
    frequency: 'monthly',
    minutes: 40,
    purpose: '了解村级组织活动。',
    ago: 240,
    ends: 180,
    form: ['开展活动 次 month', '参加党员 人次 month'],
    dropped: [70, '与“三会一课”记录重复，基层已有台账，不再另报。'],
  },
  {
    title: '撂荒地整治进度月报',
    sender: '县自然资源局',
    towns: 8,
    frequency: 'monthly',
    minutes: 30,
    purpose: '调度撂荒地整治。',
    ago: 270,
    ends: -20,
    form: ['撂荒地整治面积 亩 month'],
    stage: 'ended',
  },
  {
    title: '冬季困难群众取暖情况摸底表',
    sender: '县民政局',
    frequency: 'once',
    minutes: 120,
    purpose: '入冬前摸清取暖困难家庭。',
    ago: null,
    form: ['低保对象 人', '取暖困难家庭 户', '已落实取暖措施 户'],
    stage: 'checked',
  },
  {
    title: '慢性病管理情况半年统计表',
    sender: '县卫生健康委',
    frequency: 'quarterly',
    minutes: 70,
    purpose: '掌握慢性病规范管理。',
    ago: null,
    form: ['高血压患者规范管理 人 quarter', '糖尿病患者规范管理 人 quarter'],
    stage: 'drafted',
    carrier: 'directive',
    characters: 4600,
  },
]

const rowOf = (line: string) => {
  const [name, unit, period] = line.split(' ')
  return { name: name!, ...(unit ? { unit } : {}), ...(period ? { period } : {}) }
}
const HOUR = 'T03:00:00.000Z'

/** Through `act`, as the departments and the office would have done it, after the rest is there. */
export async function makeRequests(db: Pick<Database, 'pool'>, cast: Cast, today: Day): Promise<void> {
  const officer = cast.officers[0]!
  const office = wholeOf(DEMO.id)
  const units = await read(db, office, tx =>
    tx.rows<{ id: string; name: string; kind: string }>('select id, name, kind from unit where jurisdiction_id = $1 order by position', [
      DEMO.id,
    ]),
  )
  const [leader] = await read(db, office, tx => tx.rows<{ name: string }>(LEADERS, [DEMO.id]))
  const towns = units.filter(u => u.kind === 'township').map(u => u.id)
  const done = async <K extends KindName>(
    by: typeof officer,
    target: TargetOf<K>,
    command: CommandOf<K>,
    day: Day,
  ): Promise<ValueOf<K>> => {
    const answer = await act<K>(db, by, target, command, { now: `${day}${HOUR}` })
    if (isRefusal(answer)) throw new Error(`the demonstration was refused: ${answer.refused} ${JSON.stringify(answer.facts)}`)
    return answer as ValueOf<K>
  }
  const began = addDays(today, -400).slice(0, 7)
  const limit = { command: 'set' as const, unitId: null, from: began, minutes: 720, why: '每单位每月不超过一个半工作日' }
  await done<'budget'>(officer, { kind: 'budget' }, limit, addDays(today, -399))
  const ids = new Map<string, string>()
  for (const asked of REQUESTS.toSorted((a, b) => (b.ago ?? 0) - (a.ago ?? 0))) {
    const sender = units.find(u => u.name === asked.sender)
    if (!sender) continue
    const outOn = addDays(today, -(asked.ago ?? 0))
    const drafted = addDays(outOn, asked.ago === null ? -3 : -6)
    const from = addDays(outOn, asked.ago === null ? 12 : 3)
    const fields: Fields = {
      purpose: asked.purpose,
      form: asked.form.map(rowOf),
      frequency: asked.frequency,
      minutes: asked.minutes,
      from,
      ...(asked.frequency === 'once' ? {} : { until: addDays(today, asked.ends ?? 300) }),
      carrier: asked.carrier ?? 'form',
      ...(asked.characters ? { lengthAs: 'special', characters: asked.characters } : {}),
    }
    const coUnitIds = towns.slice(0, asked.towns ?? towns.length)
    const draft = {
      title: asked.title,
      topic: 'other' as const,
      urgency: 'ordinary' as const,
      leadUnitId: sender.id,
      coUnitIds,
      dueOn: null,
      measure: null,
    }
    const detail = { kind: 'request' as const, fields }
    let at = await done<'item'>(officer, { kind: 'item', id: null }, { command: 'register', draft, source: null, detail }, drafted)
    ids.set(asked.title, at.id)
    const move = async (to: string, evidence: Fields, day: Day) => {
      const command = { command: 'move' as const, to, evidence, words: null, fileIds: [] }
      at = await done<'item'>(officer, { kind: 'item', id: at.id, seen: at.version }, command, day)
    }
    if (asked.stage === 'drafted') continue
    await move('checked', {}, addDays(drafted, 1))
    if (asked.stage === 'checked') continue
    await move('approved', asked.over && leader ? { approver: leader.name, overReason: asked.over } : {}, addDays(drafted, 2))
    await move('out', { outOn }, outOn)
    if (asked.dropped) await move('dropped', { dropReason: asked.dropped[1] }, addDays(today, -asked.dropped[0]))
    if (asked.merged) await move('merged', { mergedInto: ids.get(asked.merged[1])! }, addDays(today, -asked.merged[0]))
    if (asked.stage === 'ended') await move('ended', { endReason: '整治任务完成，不再报送。' }, addDays(today, -20))
    await answers(db, cast, today, at.id, coUnitIds.slice(0, asked.answered ?? 0), done)
  }
}

/** What the last day asks, answered by the first of the units. */
async function answers(
  db: Pick<Database, 'pool'>,
  cast: Cast,
  today: Day,
  itemId: string,
  unitIds: string[],
  done: <K extends KindName>(by: Cast['officers'][number], target: TargetOf<K>, command: CommandOf<K>, day: Day) => Promise<ValueOf<K>>,
): Promise<void> {
  for (const [n, unitId] of unitIds.entries()) {
    const actor = cast.units.find(u => u.id === unitId)?.liaison
    const found = await read(db, wholeOf(DEMO.id), async tx => {
      const request = await requestById(tx, itemId)
      const asking = request && askingIn(request)
      const dueOn = asking && dueNow(asking, new Set(), today)
      return dueOn ? { dueOn, sheet: await sheetOf(tx, itemId, unitId, dueOn) } : null
    })
    if (!actor || !found?.sheet || found.dueOn > today) continue
    const cells = found.sheet.fields
      .filter(field => field.who === 'typed')
      .map(({ name, unit }, at) => ({ name, value: unit ? String(12 + ((n * 7 + at * 5) % 40)) : '暂无' }))
    const command = { command: 'answer' as const, cells, revision: 0 }
    if (cells.length)
      await done<'requestAnswer'>(actor, { kind: 'requestAnswer', itemId, unitId, dueOn: found.dueOn }, command, found.dueOn)
  }
}
