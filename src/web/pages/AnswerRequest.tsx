// A unit's answer to a request, also on a phone: what is held stands filled in with its source and month, the rest is typed and kept until it has been sent.
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { AnswerView } from '../../core/contract/burden.ts'
import { plainNumber } from '../../core/requestanswer.ts'
import { sayTime } from '../burden/hours.ts'
import { answerToQuery, burdenChanged } from '../burden/query.ts'
import { keep, kept } from '../intent.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { client } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { formatDay, formatInstant, formatPeriod } from '../words/day.ts'
import { joined } from '../words/joined.ts'
import { useWords } from '../words/words.ts'
import '../style/burden.css'

export function AnswerRequest() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { unit = '', due = '' } = useSearch({ strict: false }) as { unit?: string; due?: string }
  const { t } = useWords()
  const query = useQuery(answerToQuery(id, unit, due))
  return (
    <Load query={query} title={t('burden.answer')}>
      {view => <Sheet key={`${view.dueOn} ${view.unitId} ${view.revision}`} view={view} />}
    </Load>
  )
}

type SheetField = AnswerView['fields'][number]

/** What stands in a field before anything is typed: the answer that was given, else what is held and still holds for the month. */
const start = ({ who, held, answered }: SheetField, month: string): string =>
  who === 'locked'
    ? held!.value
    : (answered ?? (held && (who === 'typed' || (held.from === 'reading' && held.month === month)) ? held.value : ''))

function Sheet({ view }: { view: AnswerView }) {
  const { t, lang } = useWords()
  const tell = useTell()
  const { id, unitId, dueOn, revision, fields, hindrance } = view
  const name = `text.answer.${id}.${unitId}.${dueOn}`
  const [typed, setTyped] = useState<Record<string, string>>(() => kept(name, {}))
  useEffect(() => keep(name, Object.keys(typed).length ? typed : null), [name, typed])
  const saidIn = (field: SheetField) => (field.who === 'locked' ? field.held!.value : (typed[field.name] ?? start(field, view.month)))
  const wrong = fields.filter(f => f.unit && saidIn(f).trim() && !/^-?\d{1,15}(?:\.\d{1,6})?$/.test(plainNumber(saidIn(f))))
  const write = useWrite('postAnswerTo', {
    scope: `answer.${id}.${unitId}.${dueOn}`,
    onDone: answer => {
      keep(name, null)
      setTyped({})
      client.setQueryData(answerToQuery(id, unitId, dueOn).queryKey, answer)
      burdenChanged()
      tell(t('answerTo.sent'))
    },
  })
  const held = fields.filter(f => f.held).length
  const filled = fields.filter(f => saidIn(f).trim()).length
  const why =
    hindrance !== null
      ? t(`answerTo.why.${hindrance}`)
      : wrong.length > 0
        ? t('answerTo.wrong', { n: wrong.length })
        : filled === 0
          ? t('answerTo.nothing')
          : null
  return (
    <form
      className="form answer-to"
      noValidate
      onSubmit={e => {
        e.preventDefault()
        if (why) return
        const cells = fields.filter(f => f.who !== 'locked').map(f => ({ name: f.name, value: saidIn(f).trim() }))
        void write.send({ params: { id }, body: { unitId, dueOn, revision, cells } })
      }}
    >
      <Head title={view.title} />
      <p>
        {t('answerTo.head', {
          sender: view.sender ?? t('say.unknown'),
          unit: view.unit,
          day: formatDay(dueOn, lang),
          time: sayTime(t, view.minutes, lang),
        })}
      </p>
      {view.purpose && <p className="muted">{view.purpose}</p>}
      {view.answeredAt && (
        <Box kind="done">{t('answerTo.answered', { by: view.answeredBy ?? '', at: formatInstant(view.answeredAt, lang) })}</Box>
      )}
      <p className="answer-sum">{t(held ? 'answerTo.sum' : 'answerTo.sumNone', { n: fields.length, held })}</p>
      {fields.map(field => (
        <Cell
          key={field.name}
          field={field}
          value={saidIn(field)}
          month={view.month}
          wrong={wrong.includes(field)}
          off={hindrance !== null}
          onChange={value => setTyped(old => ({ ...old, [field.name]: value }))}
        />
      ))}
      <FaultBox fault={write.fault} waiting={write.waiting} />
      {hindrance !== 'not-allowed' && (
        <div className="row answer-send">
          <Button type="submit" look="primary" busy={write.busy} reason={why}>
            {t(revision > 0 ? 'answerTo.again' : 'answerTo.send')}
          </Button>
          <Go to={page.item(id)}>{t('answerTo.about')}</Go>
        </div>
      )}
    </form>
  )
}

interface CellProps {
  field: SheetField
  value: string
  month: string
  wrong: boolean
  off: boolean
  onChange: (value: string) => void
}

function Cell({ field, value, month, wrong, off, onChange }: CellProps) {
  const { t, lang } = useWords()
  const { name, unit, held, who } = field
  const label = unit ? t('answerTo.label', { name, unit }) : name
  const hint = joined(
    lang,
    who === 'source' && t('answerTo.source', { month: formatPeriod(month, lang) }),
    held?.from === 'reading' &&
      t(who === 'locked' ? 'answerTo.heldLocked' : 'answerTo.held', {
        value: held.value,
        source: held.source ?? t('say.unknown'),
        name: held.name,
        month: formatPeriod(held.month, lang),
        status: t(`reading.${held.status}`),
      }),
    held?.from === 'answer' && t('answerTo.heldAnswer', { value: held.value, title: held.title, day: formatDay(held.dueOn, lang) }),
  )
  const readOnly = who === 'locked' || off
  return (
    <Field label={label} hint={hint || undefined} error={wrong ? t('rule.number') : null}>
      {unit ? (
        <input
          inputMode="decimal"
          autoComplete="off"
          maxLength={30}
          readOnly={readOnly}
          value={value}
          onChange={e => onChange(e.target.value)}
        />
      ) : (
        <input maxLength={500} readOnly={readOnly} value={value} onChange={e => onChange(e.target.value)} />
      )}
    </Field>
  )
}
