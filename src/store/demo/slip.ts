// A few slips in all colours for the demonstration, on items that were overdue by then; each decided by the same rules as a real one.
import { addDays, dayOf } from '../../core/day.ts'
import { isRefusal } from '../../core/refusal.ts'
import type { Slip, SlipColour } from '../../core/slip.ts'
import type { Day, Unit } from '../../core/types.ts'
import { slip } from '../target/slip.ts'
import type { Cast, Life } from './history.ts'
import { insertRows } from './import.ts'
import { carry, DEMO, record, type Story } from './story.ts'

/** The slips of one item, in days before today: issued and to be done by; and how the last one ended. */
interface Plan {
  unit: string | null
  slips: [colour: SlipColour, issued: number, limit: number][]
  end?: 'settle' | 'withdraw'
}

const PLANS: Plan[] = [
  { unit: '县水利局', slips: [['blue', 3, -4]] },
  { unit: '县水利局', slips: [['blue', 14, 7]] },
  {
    unit: '县住房和城乡建设局',
    slips: [
      ['blue', 20, 13],
      ['orange', 5, -2],
    ],
  },
  { unit: '云溪镇', slips: [['blue', 2, -5]] },
  {
    unit: null,
    slips: [
      ['blue', 26, 19],
      ['orange', 17, 10],
      ['red', 2, -1],
    ],
  },
  { unit: null, slips: [['orange', 16, 9]] },
  { unit: null, slips: [['blue', 12, 5]], end: 'settle' },
  { unit: null, slips: [['blue', 9, 2]], end: 'withdraw' },
]
const ENDS = { settle: '已到现场核实，主体工程完工，其余按计划推进。', withdraw: '该事项时限以市级批复为准，本单发出有误。' }
const WORDS = ['请明确一名负责同志专抓，每周五前报送进展。', null, '请倒排工期，把剩余任务分到人、落到天。']

export async function makeSlips(story: Story, lives: Life[], units: Unit[], cast: Cast): Promise<void> {
  const officer = cast.officers[0]!
  const names = new Map(units.map(u => [u.id, u.name]))
  const taken = new Set<string>()
  /** An item as it has stood since before `day`: overdue by then, and nothing has happened to it after. */
  const find = (unit: string | null, day: Day): Life | undefined =>
    lives.find(
      ({ item, steps }) =>
        !taken.has(item.id) &&
        (item.state === 'in_progress' || item.state === 'returned') &&
        item.waitingFor === 'lead' &&
        item.dueOn !== null &&
        item.dueOn < addDays(day, -3) &&
        dayOf(steps.at(-1)!.at) < day &&
        (unit === null ? !names.get(item.leadUnitId!)!.includes('督查') : names.get(item.leadUnitId!) === unit),
    )
  const acts = PLANS.flatMap(plan => {
    const life = find(plan.unit, addDays(story.today, -plan.slips[0]![1])) ?? find(null, addDays(story.today, -plan.slips[0]![1]))
    if (!life) return []
    taken.add(life.item.id)
    const slips: Slip[] = []
    return plan.slips.map(([colour, issued, limit], at) => ({
      life,
      slips,
      colour,
      day: addDays(story.today, -issued),
      limitOn: addDays(story.today, -limit),
      end: at === plan.slips.length - 1 ? plan.end : undefined,
    }))
  }).sort((a, b) => (a.day < b.day ? -1 : 1))

  const last = new Map<string, number>()
  for (const [at, { life, slips, colour, day, limitOn, end }] of acts.entries()) {
    const year = Number(day.slice(0, 4))
    const n = (last.get(`${colour} ${year}`) ?? 0) + 1
    const now = `${day}T02:${String(10 + at).padStart(2, '0')}:00.000Z`
    const ground = { item: life.item, unit: names.get(life.item.leadUnitId!)!, office: DEMO.office, place: DEMO.name, slips }
    const moment = { actor: officer, now }
    const issued = slip.decide(
      { ground, n, ended: null },
      { id: null },
      { command: 'issue', itemId: life.item.id, colour, limitOn, words: WORDS[at % WORDS.length]!, copies: null },
      moment,
    )
    if (isRefusal(issued)) throw new Error(`a slip of the demonstration was refused: ${issued.refused}`)
    last.set(`${colour} ${year}`, n)
    slips.push({ colour, number: issued.entries[0].summary, issuedOn: day, limitOn, settledOn: null })
    await carry(story.tx, issued.writes)
    record(story, issued, officer, now)
    if (!end) continue
    const then = { actor: officer, now: `${addDays(day, 1)}T03:00:00.000Z` }
    const { id: itemId, number: itemNumber, title: itemTitle, leadUnitId } = life.item
    const ended = { number: issued.entries[0].summary, over: false, itemId, itemNumber, itemTitle, unitId: leadUnitId! }
    const done = slip.decide({ ground: null, n: 0, ended }, { id: issued.value.id }, { command: end, words: ENDS[end] }, then)
    if (isRefusal(done)) throw new Error(`a slip of the demonstration was refused: ${done.refused}`)
    await carry(story.tx, done.writes)
    record(story, done, officer, then.now)
  }
  await insertRows(
    story.tx,
    'slip_counter',
    [...last].map(([key, n]) => {
      const [colour, year] = key.split(' ')
      return { jurisdiction_id: DEMO.id, colour, year: Number(year), last: n }
    }),
  )
}
