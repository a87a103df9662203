// Revising one figure of a peer, or adding a missing one, with its source; every earlier one stays and is shown.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf } from '../../core/day.ts'
import { READING_STATUSES, type ReadingStatus } from '../../core/indicator.ts'
import { FaultBox, wrongIn } from '../parts/FaultBox.tsx'
import { useWrite } from '../parts/write.ts'
import { benchmarkChanged, peerFiguresQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { formatFigure } from '../words/figure.ts'
import { useWords } from '../words/words.ts'
import { FigureSource } from './FigureSource.tsx'
import { periodOf, type Row, type Table } from './say.ts'

interface Props {
  row: Row
  table: Table
  onClose: () => void
}

export function FigureDialog({ row, table, onClose }: Props) {
  const { t, lang } = useWords()
  const tell = useTell()
  const { indicator } = table
  const history = useQuery(peerFiguresQuery(row.peerId!, indicator.id)).data?.figures ?? []
  const period = { year: table.year!, month: table.month! }
  const seen = Math.max(0, ...history.filter(f => f.year === period.year && f.month === period.month).map(f => f.revision))
  const [value, setValue] = useState(row.figure ? String(row.figure.value) : '')
  const [status, setStatus] = useState<ReadingStatus>(row.figure?.from?.status ?? 'final')
  const [origin, setOrigin] = useState(row.figure?.from?.origin ?? '')
  const [address, setAddress] = useState(row.figure?.from?.address ?? '')
  const write = useWrite('postPeerFigure', {
    onDone: () => {
      benchmarkChanged()
      tell(t('benchmark.figure.saved'))
      onClose()
    },
  })
  const given = value.trim() === '' ? null : Number(value.normalize('NFKC').replaceAll(',', ''))
  const wrong = (field: string) => {
    if (field === 'value' && Number.isNaN(given)) return t('rule.pattern')
    return wrongIn(t, write.fault, field)
  }
  const save = () => {
    if (Number.isNaN(given)) return
    const body = { indicatorId: indicator.id, ...period, value: given, status, origin, address: address.trim() || null, seen }
    void write.send({ params: { id: row.peerId! }, body })
  }
  return (
    <Dialog
      title={`${t('benchmark.figure.revise', { name: row.name })} · ${indicator.name} · ${periodOf(period, lang)}`}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          <Button type="submit" look="primary" busy={write.busy}>
            {t('do.save')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <Field
        label={indicator.unit ? t('benchmark.figure.value', { unit: indicator.unit }) : t('benchmark.bare')}
        hint={row.figure ? t('benchmark.figure.valueHint') : undefined}
        error={wrong('value')}
      >
        <input inputMode="decimal" autoComplete="off" value={value} onChange={e => setValue(e.target.value)} />
      </Field>
      <Field label={t('benchmark.figure.status')}>
        <select value={status} onChange={e => setStatus(e.target.value as ReadingStatus)}>
          {READING_STATUSES.map(s => (
            <option key={s} value={s}>
              {t(`benchmark.status.${s}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('benchmark.figure.origin')} hint={t('benchmark.figure.originHint')} error={wrong('origin')}>
        <input maxLength={200} value={origin} onChange={e => setOrigin(e.target.value)} />
      </Field>
      <Field label={t('benchmark.figure.address')} hint={t('benchmark.figure.addressHint')} error={wrong('address')}>
        <input type="url" maxLength={500} value={address} onChange={e => setAddress(e.target.value)} />
      </Field>
      <FaultBox fault={write.fault} />
      {history.length > 0 && (
        <section aria-labelledby="figure-history">
          <h3 id="figure-history">{t('benchmark.figure.history')}</h3>
          <ul className="figure-history">
            {history.map(f => (
              <li key={`${f.year}-${f.month}-${f.revision}`}>
                {periodOf(f, lang)}{' '}
                <b>{f.value === null ? t('benchmark.figure.withdrawn') : formatFigure(f.value, indicator.decimals, lang)}</b>{' '}
                <span className="muted">
                  <FigureSource from={f} /> {t('benchmark.figure.by', { by: f.by, at: dayOf(f.at) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}
