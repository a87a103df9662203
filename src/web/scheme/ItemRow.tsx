// One item of a scheme as a row of fields; what the rules forbid in it stands beneath its name in their words.
import type { IndicatorView } from '../../core/contract/indicator.ts'
import { dayOf } from '../../core/day.ts'
import type { Forbidden } from '../../core/forbidden.ts'
import { DIRECTIONS, type Direction } from '../../core/indicator.ts'
import { type Cleared, isBarred, LEAST_REASON, objectionsTo } from '../../core/scheme.ts'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import { faultOfItem, type ItemDraft, itemOf } from './draft.ts'

interface Props {
  item: ItemDraft
  n: number
  of: number
  /** Saving was tried: what is missing is said. */
  tried: boolean
  indicators: readonly Pick<IndicatorView, 'id' | 'name' | 'unit'>[]
  onChange: (next: Partial<ItemDraft>) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

export function ItemRow({ item, n, of, tried, indicators, onChange, onMove, onRemove }: Props) {
  const { t } = useWords()
  const kept = itemOf(item)
  const objections = objectionsTo(kept)
  const fault = tried ? faultOfItem(item) : null
  return (
    <tr className={isBarred(kept) ? 'forbidden' : undefined}>
      <td className="card-line">
        <input
          aria-label={t('scheme.itemN', { n })}
          aria-invalid={fault === 'name' || undefined}
          maxLength={120}
          value={item.name}
          onChange={e => onChange({ name: e.target.value, clearedWhy: '' })}
        />
        {fault === 'name' && <p className="field-error">{t('rule.short')}</p>}
        <Objections objections={objections} cleared={kept.cleared ?? null} />
        {objections.length > 0 && (
          <details className="clearing" open={item.clearedWhy !== ''}>
            <summary>{t('scheme.clear.ask')}</summary>
            <Field label={t('scheme.clear.whyN', { n })} hint={t('scheme.clear.hint', { least: LEAST_REASON })}>
              <textarea rows={2} maxLength={200} value={item.clearedWhy} onChange={e => onChange({ clearedWhy: e.target.value })} />
            </Field>
          </details>
        )}
      </td>
      <td className="card-line">
        <select
          aria-label={t('scheme.indicatorN', { n })}
          value={item.indicatorId ?? ''}
          onChange={e => {
            const chosen = indicators.find(i => i.id === e.target.value)
            onChange({ indicatorId: chosen?.id ?? null, ...(chosen && item.name === '' ? { name: chosen.name } : {}) })
          }}
        >
          <option value="">{t('scheme.byHand')}</option>
          {indicators.map(i => (
            <option key={i.id} value={i.id}>
              {i.name}
            </option>
          ))}
        </select>
        {item.indicatorId === null && (
          <select
            aria-label={t('scheme.directionN', { n })}
            value={item.direction}
            onChange={e => onChange({ direction: e.target.value as Direction })}
          >
            {DIRECTIONS.map(d => (
              <option key={d} value={d}>
                {t(`scheme.directions.${d}`)}
              </option>
            ))}
          </select>
        )}
      </td>
      <td className="card-line">
        <textarea
          aria-label={t('scheme.measureN', { n })}
          rows={1}
          maxLength={500}
          value={item.measure}
          onChange={e => onChange({ measure: e.target.value, clearedWhy: '' })}
        />
      </td>
      <td data-name={t('scheme.weight')}>
        <input
          aria-label={t('scheme.weightN', { n })}
          aria-invalid={fault === 'weight' || undefined}
          className="short"
          inputMode="decimal"
          value={item.weight}
          onChange={e => onChange({ weight: e.target.value })}
        />
        {fault === 'weight' && <p className="field-error">{t('rule.pattern')}</p>}
      </td>
      <td data-name={t('scheme.cap')}>
        <input
          aria-label={t('scheme.capN', { n })}
          aria-invalid={fault === 'cap' || undefined}
          className="short"
          inputMode="decimal"
          value={item.cap}
          onChange={e => onChange({ cap: e.target.value })}
        />
        {fault === 'cap' && <p className="field-error">{t('rule.pattern')}</p>}
      </td>
      <td className="nowrap">
        {n > 1 && (
          <button type="button" className="button link" onClick={() => onMove(-1)}>
            {t('scheme.up')}
          </button>
        )}{' '}
        {n < of && (
          <button type="button" className="button link" onClick={() => onMove(1)}>
            {t('scheme.down')}
          </button>
        )}{' '}
        <button type="button" className="button link" aria-label={t('scheme.removeN', { n })} onClick={onRemove}>
          {t('scheme.remove')}
        </button>
      </td>
    </tr>
  )
}

interface Flags {
  objections: readonly Forbidden[]
  /** As it is kept: `by` is empty while it is only typed. */
  cleared: Pick<Cleared, 'why' | 'by' | 'at'> | null
}

/** The rules' words, and which words of the item they mean; or why they do not mean it. */
export function Objections({ objections, cleared }: Flags) {
  const { t } = useWords()
  if (objections.length === 0) return null
  if (cleared) {
    const found = objections.map(({ found: words, rule }) => t('scheme.forbidden', { found: words, rule })).join(t('say.comma'))
    return (
      <p className="objection cleared">
        <b>▲ {t('scheme.clear.counted')}</b> <span lang="zh-CN">{found}</span> {t('scheme.clear.said', { why: cleared.why })}{' '}
        {cleared.by && t('scheme.savedBy', { by: cleared.by, at: dayOf(cleared.at) })}
      </p>
    )
  }
  return objections.map(({ code, rule, found }) => (
    <p key={code} className="objection">
      <b>■ {t('scheme.notCounted')}</b> {t(`scheme.objection.${code}`)} <span lang="zh-CN">{t('scheme.forbidden', { found, rule })}</span>
    </p>
  ))
}
