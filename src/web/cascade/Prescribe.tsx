// 规定动作: actions written one a line, each asked of every unit chosen; every unit gets an item for every action.
import type { ItemView } from '../../core/contract/item.ts'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import { Later, UnitsField } from './BreakDown.tsx'
import { PartDialog } from './PartDialog.tsx'
import { useTyped } from './typed.ts'

const MOST = 20

export function Prescribe({ item, onClose }: { item: ItemView; onClose: () => void }) {
  const { t } = useWords()
  const [{ lines, unitIds, dueOn, allowLater }, set, forget] = useTyped(`prescribe.${item.id}`, {
    lines: '',
    unitIds: [] as string[],
    dueOn: item.dueOn ?? '',
    allowLater: false,
  })
  const actions = [...new Set(lines.split('\n').map(line => line.trim()))].filter(line => line.length >= 2).slice(0, MOST)
  return (
    <PartDialog
      item={item}
      title={t('part.prescribe')}
      scope="prescribe"
      send={t('part.sendPrescribe', { actions: actions.length, units: unitIds.length })}
      reason={actions.length === 0 ? t('part.writeActions') : unitIds.length === 0 ? t('part.chooseUnits') : null}
      command={() => ({ command: 'prescribe', actions: actions.map(title => ({ title, dueOn: dueOn || null })), unitIds, allowLater })}
      done={() => t('part.prescribed', { n: actions.length * unitIds.length })}
      onSent={forget}
      onClose={onClose}
    >
      {wrong => (
        <>
          <Field label={t('part.actions')} hint={t('part.actionsHint')} error={wrong('title') ?? wrong('actions')}>
            <textarea rows={6} value={lines} onChange={e => set({ lines: e.target.value })} />
          </Field>
          <UnitsField value={unitIds} onChange={ids => set({ unitIds: ids })} error={wrong('unitIds')} />
          <Field label={t('item.due')} hint={t('say.optional')} error={wrong('dueOn')}>
            <input type="date" value={dueOn} onChange={e => set({ dueOn: e.target.value })} />
          </Field>
          <Later value={allowLater} onChange={later => set({ allowLater: later })} />
        </>
      )}
    </PartDialog>
  )
}
