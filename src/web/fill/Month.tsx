// The sheet of one month with what is typed into it, kept on this machine until it has been sent; all of it is taken or nothing.
import { useEffect, useState } from 'react'
import { READING_STATUSES, type ReadingStatus } from '../../core/indicator.ts'
import { keep, kept } from '../intent.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { useWrite } from '../parts/write.ts'
import { figuresChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import type { FillRow } from './rows.ts'
import { Sheet } from './Sheet.tsx'
import { sort, type Typed, type Undone, undoing } from './typed.ts'

interface Props {
  rows: FillRow[]
  /** Shows only the rows whose indicator or unit has it; what is typed in others is sent all the same. */
  q: string
  year: number
  month: number
  /** 2026年5月 */
  period: string
  placeOf: (unitId: string) => string
}

export function Month({ rows, q, year, month, period, placeOf }: Props) {
  const { t } = useWords()
  const tell = useTell()
  const name = `fill.${year}-${month}`
  const [typed, setTyped] = useState<Typed>(() => kept(name, {}))
  const [status, setStatus] = useState<ReadingStatus>(() => kept('fill.status', 'flash'))
  const [remark, setRemark] = useState('')
  const [left, setLeft] = useState(0)
  useEffect(() => keep(name, Object.keys(typed).length > 0 ? typed : null), [name, typed])
  const { ready, wrong, overtaken } = sort(typed, rows)
  const count = ready.length + wrong.length + overtaken.length
  const [sent, setSent] = useState<Undone[] | null>(null)
  const write = useWrite('postReadings', {
    scope: name,
    onDone: answer => {
      setTyped({})
      setRemark('')
      figuresChanged()
      tell(t('fill.saved', { n: answer.written, period }))
    },
  })
  const undo = useWrite('postReadings', {
    scope: `${name}.undo`,
    onDone: answer => {
      setSent(null)
      figuresChanged()
      tell(t('fill.undone', { n: answer.written, period }))
    },
  })
  const send = async () => {
    const back = undoing(ready, status, t('fill.undoWhy'))
    const answer = await write.send({
      body: {
        readings: ready.map(({ row, value, seen, words }) => ({
          indicatorId: row.indicator.id,
          unitId: row.unitId,
          year,
          month,
          value,
          status,
          seen,
          words: [remark.trim(), words].filter(Boolean).join('；') || null,
        })),
      },
    })
    if (answer) setSent(back)
  }
  const takesBack = ready.some(r => r.value === null)
  const why =
    count === 0
      ? t('fill.nothing')
      : wrong.length > 0
        ? t('fill.wrong', { n: wrong.length })
        : overtaken.length > 0
          ? t('fill.overtakenFirst')
          : takesBack && !remark.trim()
            ? t('fill.whyBack')
            : null
  return (
    <>
      <p className="fill-sum">
        {t('fill.sum', { period, n: rows.length, held: rows.filter(r => r.held && r.held.value !== null).length })}
      </p>
      <Sheet
        rows={rows.filter(r => `${r.indicator.name} ${placeOf(r.unitId)}`.includes(q.trim()))}
        year={year}
        month={month}
        placeOf={placeOf}
        typed={typed}
        wrong={wrong}
        overtaken={overtaken}
        onTyped={next => {
          setTyped(next)
          setLeft(0)
        }}
        onLeft={setLeft}
      />
      {left > 0 && <Box kind="warn">{t('fill.left', { n: left })}</Box>}
      {overtaken.length > 0 && <Box kind="warn">{t('fill.overtaken', { n: overtaken.length })}</Box>}
      {sent && sent.length > 0 && (
        <Box
          kind="done"
          action={
            <Button busy={undo.busy} onClick={() => void undo.send({ body: { readings: sent.map(one => ({ ...one, year, month })) } })}>
              {t('fill.undo', { n: sent.length })}
            </Button>
          }
        >
          {t('fill.sent', { n: sent.length, period })}
        </Box>
      )}
      <FaultBox fault={undo.fault} waiting={undo.waiting} />
      <FaultBox
        fault={write.fault}
        waiting={write.waiting}
        action={
          write.fault?.code === 'stale-version' && (
            <Button
              onClick={() => {
                figuresChanged()
                write.clear()
              }}
            >
              {t('do.again')}
            </Button>
          )
        }
      />
      <div className="fill-foot">
        <Field label={t('fill.status')}>
          <select
            value={status}
            onChange={e => {
              setStatus(e.target.value as ReadingStatus)
              keep('fill.status', e.target.value)
            }}
          >
            {READING_STATUSES.map(s => (
              <option key={s} value={s}>
                {t(`reading.${s}`)}
              </option>
            ))}
          </select>
        </Field>
        {ready.some(r => r.row.held && r.row.held.value !== null) && (
          <Field label={t('fill.remark')} hint={t('fill.remarkHint')}>
            <input maxLength={500} value={remark} onChange={e => setRemark(e.target.value)} />
          </Field>
        )}
        <Button look="primary" busy={write.busy} reason={why} onClick={() => void send()}>
          {t('fill.send', { n: count })}
        </Button>
        {count > 0 && <span className="muted">{t('fill.kept')}</span>}
      </div>
    </>
  )
}
