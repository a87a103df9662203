// 分解: an item is given to several units, each with a title, a deadline, a measure and a weight of its own.
import type { ItemView } from '../../core/contract/item.ts'
import { useUnits } from '../parts/session.ts'
import { UnitsPicker } from '../parts/UnitPicker.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { PartDialog } from './PartDialog.tsx'
import { useTyped } from './typed.ts'

interface Row {
  title: string
  dueOn: string
  measure: string
  weight: number
}

export function BreakDown({ item, onClose }: { item: ItemView; onClose: () => void }) {
  const { t, lang } = useWords()
  const { nameOf } = useUnits()
  const [typed, set, forget] = useTyped(`break-down.${item.id}`, {
    unitIds: [] as string[],
    rows: {} as Record<string, Partial<Row>>,
    allowLater: false,
  })
  const { unitIds, rows, allowLater } = typed
  const rowOf = (id: string): Row => ({ title: item.title, dueOn: item.dueOn ?? '', measure: '', weight: 1, ...rows[id] })
  const change = (id: string, more: Partial<Row>) => set({ rows: { ...rows, [id]: { ...rows[id], ...more } } })
  return (
    <PartDialog
      item={item}
      wide
      title={t('part.breakDown')}
      scope="break-down"
      send={t('part.send', { n: unitIds.length })}
      reason={unitIds.length === 0 ? t('part.chooseUnits') : null}
      command={() => ({
        command: 'break-down',
        allowLater,
        parts: unitIds.map(leadUnitId => {
          const { title, dueOn, measure, weight } = rowOf(leadUnitId)
          return { leadUnitId, title, dueOn: dueOn || null, measure: measure.trim() || null, weight }
        }),
      })}
      done={() => t('part.broken', { n: unitIds.length })}
      onSent={forget}
      onClose={onClose}
    >
      {wrong => (
        <>
          {item.parts.length === 0 && item.percent > 0 && <Box kind="warn">{t('part.percentFalls', { was: item.percent })}</Box>}
          <UnitsField value={unitIds} onChange={ids => set({ unitIds: ids })} hint={t('part.unitsHint')} error={wrong('parts')} />
          {unitIds.map(id => {
            const row = rowOf(id)
            return (
              <fieldset key={id} className="part-row">
                <legend>{nameOf(id)}</legend>
                <Field label={t('part.title')}>
                  <input required minLength={2} maxLength={120} value={row.title} onChange={e => change(id, { title: e.target.value })} />
                </Field>
                <Field label={t('item.due')} hint={item.dueOn ? t('part.dueHint', { day: formatDay(item.dueOn, lang) }) : undefined}>
                  <input type="date" value={row.dueOn} onChange={e => change(id, { dueOn: e.target.value })} />
                </Field>
                <Field label={t('item.measure')} hint={t('say.optional')}>
                  <input maxLength={300} value={row.measure} onChange={e => change(id, { measure: e.target.value })} />
                </Field>
                <Field label={t('part.weight')}>
                  <input
                    type="number"
                    min={0}
                    step="any"
                    value={row.weight}
                    onChange={e => change(id, { weight: Number(e.target.value) || 0 })}
                  />
                </Field>
              </fieldset>
            )
          })}
          <Later value={allowLater} onChange={later => set({ allowLater: later })} />
        </>
      )}
    </PartDialog>
  )
}

/** Units one by one, or all townships at once. */
export function UnitsField({
  value,
  onChange,
  hint,
  error,
}: {
  value: string[]
  onChange: (ids: string[]) => void
  hint?: string
  error?: string | null
}) {
  const { t } = useWords()
  const { units } = useUnits()
  const towns = units.filter(u => u.kind === 'township').map(u => u.id)
  const missing = towns.filter(id => !value.includes(id))
  return (
    <>
      <Field label={t('part.units')} hint={hint} error={error}>
        <UnitsPicker value={value} onChange={onChange} />
      </Field>
      {missing.length > 1 && (
        <p>
          <Button look="soft" onClick={() => onChange([...value, ...missing])}>
            {t('part.allTowns', { n: missing.length })}
          </Button>
        </p>
      )}
    </>
  )
}

export function Later({ value, onChange }: { value: boolean; onChange: (later: boolean) => void }) {
  const { t } = useWords()
  return (
    <label className="check">
      <input type="checkbox" checked={value} onChange={e => onChange(e.target.checked)} /> {t('part.later')}
    </label>
  )
}
