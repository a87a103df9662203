// A unit's answer to a request as a target of `act`: kept as a new revision; a figure that the unit is the source of becomes a reading in the same stroke.
import { createHash } from 'node:crypto'
import { may } from '../../core/access.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { type AnswerCell, answerFault, inUnit, plainNumber } from '../../core/requestanswer.ts'
import { dataMonth } from '../../core/requestdue.ts'
import type { Day } from '../../core/types.ts'
import { type Sheet, sheetOf } from '../requestanswer.ts'
import type { Done, Kind } from '../write.ts'
import { type NewReading, type Recorded, reading } from './reading.ts'

interface AnswerTarget {
  itemId: string
  unitId: string
  dueOn: Day
}
interface AnswerCommand {
  command: 'answer'
  cells: { name: string; value: string }[]
  /** The revision that the person saw, 0 for none. */
  revision: number
}

interface State {
  sheet: Sheet
  cells: AnswerCell[]
  /** What the figures of which the unit is the source make of the boards. */
  figures: Done<Recorded> | null
}

const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
const INSERT = `insert into request_answer (jurisdiction_id, item_id, unit_id, due_on, revision, cells, by_id, by_name, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

export const requestAnswer: Kind<AnswerTarget, AnswerCommand, State, { revision: number }> = {
  async load(tx, { itemId, unitId, dueOn }, command, moment) {
    const { actor } = moment
    if (!may(actor, 'request.answer')) return refuse('not-allowed', { action: 'request.answer' })
    await tx.rows(LOCK, [`${actor.jurisdiction} ${itemId} ${unitId} ${dueOn}`])
    const sheet = await sheetOf(tx, itemId, unitId, dueOn)
    if (!sheet) return refuse('not-found')
    if (!actor.unitIds.includes(unitId)) return refuse('not-allowed', { action: 'request.answer' })
    if (sheet.request.stage !== 'out') return refuse('request-not-out', { stage: sheet.request.stage })
    if (sheet.revision !== command.revision)
      return refuse('stale-version', { seen: command.revision, now: sheet.revision, by: sheet.answered?.by ?? null })
    const cells = cellsOf(sheet, command)
    if (isRefusal(cells)) return cells
    const readings = readingsOf(sheet, cells, unitId, dueOn)
    const record = { command: 'record' as const, readings, import: null }
    const ground = readings.length ? await reading.load(tx, {}, record, moment) : null
    if (isRefusal(ground)) return ground
    const figures = ground && reading.decide(ground, {}, record, moment)
    // The figure stands so already.
    if (isRefusal(figures) && figures.refused !== 'same-already') return figures
    return { sheet, cells, figures: isRefusal(figures) ? null : figures }
  },

  decide({ sheet, cells, figures }, { itemId, unitId, dueOn }, _command, { actor, now }) {
    const revision = sheet.revision + 1
    const body = JSON.stringify(cells)
    const digest = createHash('sha256').update(body).digest('hex')
    return {
      value: { revision },
      writes: [
        [INSERT, [actor.jurisdiction, itemId, unitId, dueOn, revision, body, actor.personId, actor.name, now]],
        ...(figures?.writes ?? []),
      ],
      entries: [
        {
          action: 'request.answer',
          target: `item:${itemId}`,
          summary: `${sheet.request.number ?? ''} ${dueOn}`.trim(),
          body: JSON.stringify({ unitId, dueOn, revision, fields: cells.length, digest }),
        },
        ...(figures?.entries ?? []),
      ],
    }
  },
}

/** What another unit is the source of stays as it is held, whatever came. */
function cellsOf({ form, fields }: Sheet, { cells }: AnswerCommand): AnswerCell[] | Refusal {
  const values = new Map(cells.map(cell => [cell.name, cell.value]))
  const wrong = answerFault(form, values)
  if (wrong) return wrong
  return form.map(({ name, unit, period }, at) => {
    const { who, held } = fields[at]!
    const typed = values.get(name)?.trim() ?? ''
    return { name, unit, period, value: who === 'locked' ? held!.value : unit && typed ? plainNumber(typed) : typed }
  })
}

function readingsOf({ fields, indicators, request }: Sheet, cells: AnswerCell[], unitId: string, dueOn: Day): NewReading[] {
  const [year, month] = dataMonth(dueOn).split('-').map(Number) as [number, number]
  return cells.flatMap(({ value, unit }, at): NewReading[] => {
    const indicator = indicators[at]
    const told = fields[at]!.who === 'source' && value ? inUnit(value, unit, indicator!.unit) : null
    if (told === null) return []
    return [
      {
        indicatorId: indicator!.id,
        unitId,
        year,
        month,
        value: Number(told),
        status: 'flash',
        origin: request.title,
        seen: null,
        words: null,
      },
    ]
  })
}
