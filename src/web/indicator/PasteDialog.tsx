// Many indicators from a spreadsheet at once: pasted, looked through line by line, and made together with the year's targets or not at all.
import { useState } from 'react'
import type { IndicatorList } from '../../core/contract/indicator.ts'
import { INDICATOR_KINDS, type IndicatorKind } from '../../core/indicator.ts'
import { keep, kept } from '../intent.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { useSession, useUnits } from '../parts/session.ts'
import { useWrite } from '../parts/write.ts'
import { figuresChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { type PastedLine, pastedLines } from './pasted.ts'

const NAME = 'text.indicator.pasted'
const MOST = 500

export function PasteDialog({ list, onClose }: { list: IndicatorList; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const { today, jurisdiction } = useSession()
  const { units } = useUnits()
  const [text, setText] = useState(() => kept(NAME, ''))
  const [kinds, setKinds] = useState<Record<number, IndicatorKind>>({})
  const [year, setYear] = useState(today.slice(0, 4))
  const names = new Set(list.indicators.filter(i => !i.retired).map(i => i.name))
  const lines = pastedLines(text, { units, frames: list.frames, names, place: jurisdiction.name, kinds })
  const ready = lines.flatMap(line => line.sent ?? [])
  const write = useWrite('postIndicators', {
    scope: 'indicator.pasted',
    onDone: ({ ids, targets }) => {
      keep(NAME, null)
      figuresChanged()
      tell(t('indicator.pastedDone', { n: ids.length, targets }))
      onClose()
    },
  })
  const why = ready.length === 0 ? t('indicator.pastedNone') : ready.length > MOST ? t('indicator.pastedMost', { n: MOST }) : null
  return (
    <Dialog
      wide
      title={t('indicator.paste')}
      onClose={onClose}
      onSubmit={() => void write.send({ body: { year: Number(year), indicators: ready } })}
      foot={
        <>
          <Button type="submit" look="primary" busy={write.busy} reason={why}>
            {t('indicator.pasteDo', { n: ready.length })}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <Field label={t('indicator.pasteText')} hint={t('indicator.pasteHint')}>
        <textarea
          rows={lines.length > 0 ? 4 : 10}
          value={text}
          onChange={e => {
            setText(e.target.value)
            setKinds({})
            keep(NAME, e.target.value || null)
          }}
        />
      </Field>
      <Field label={t('indicator.pasteYear', { place: jurisdiction.name })}>
        <input type="number" min={2000} max={2100} value={year} onChange={e => setYear(e.target.value)} />
      </Field>
      {lines.length > 0 && <Lines lines={lines} onKind={(at, kind) => setKinds({ ...kinds, [at]: kind })} />}
      <FaultBox fault={write.fault} waiting={write.waiting} />
    </Dialog>
  )
}

function Lines({ lines, onKind }: { lines: PastedLine[]; onKind: (at: number, kind: IndicatorKind) => void }) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={t('indicator.pasteLines')} tabIndex={0}>
      <table className="table phone-cards">
        <caption className="hidden">{t('indicator.pasteLines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('indicator.name')}</th>
            <th scope="col">{t('indicator.kindHead')}</th>
            <th scope="col">{t('indicator.unit')}</th>
            <th scope="col">{t('goal.value')}</th>
            <th scope="col">{t('indicator.sourceUnit')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.at} className={line.sent ? undefined : 'was'}>
              <th scope="row" className="card-line" lang="zh-CN">
                {line.name || '—'}
                {line.trouble && <p className="field-error">{t(`indicator.trouble.${line.trouble}`)}</p>}
              </th>
              <td>
                <select
                  aria-label={t('indicator.kindOf', { name: line.name })}
                  value={line.kind}
                  onChange={e => onKind(line.at, e.target.value as IndicatorKind)}
                >
                  {INDICATOR_KINDS.map(kind => (
                    <option key={kind} value={kind}>
                      {t(`indicator.kind.${kind}`)}
                    </option>
                  ))}
                </select>
              </td>
              <td lang="zh-CN">{line.unit || '—'}</td>
              <td lang="zh-CN">{line.target || '—'}</td>
              <td lang="zh-CN" data-name={t('indicator.sourceUnit')}>
                {line.sourceUnit?.name ?? (line.source ? t('indicator.sourceNotFound', { name: line.source }) : '—')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
