// 下达下级: an item is relayed to jurisdictions directly below, each of which takes it in and carries it out by itself.
import { useQuery } from '@tanstack/react-query'
import type { ItemView } from '../../core/contract/item.ts'
import { lowerQuery } from '../query.ts'
import { Checks } from '../ui/Checks.tsx'
import { Field } from '../ui/Field.tsx'
import { Box } from '../ui/Notice.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { Later } from './BreakDown.tsx'
import { PartDialog } from './PartDialog.tsx'
import { useTyped } from './typed.ts'

export function RelayBelow({ item, onClose }: { item: ItemView; onClose: () => void }) {
  const { t, lang } = useWords()
  const { data } = useQuery(lowerQuery)
  const [{ to, title, dueOn, measure, allowLater }, set, forget] = useTyped(`relay.${item.id}`, {
    to: [] as string[],
    title: item.title,
    dueOn: item.dueOn ?? '',
    measure: item.measure ?? '',
    allowLater: false,
  })
  const lower = data?.lower ?? []
  return (
    <PartDialog
      item={item}
      title={t('part.relay')}
      lead={t('part.relayLead')}
      scope="relay"
      send={t('part.sendRelay', { n: to.length })}
      reason={to.length === 0 ? t('part.chooseLower') : null}
      command={() => ({ command: 'relay', to, title, dueOn: dueOn || null, measure: measure.trim() || null, weight: 1, allowLater })}
      done={() => t('part.relayed')}
      onSent={forget}
      onClose={onClose}
    >
      {wrong => (
        <>
          {data && lower.length === 0 ? (
            <Box kind="info">{t('part.relayNone')}</Box>
          ) : (
            <div className="field">
              <span className="field-name">{t('part.relayTo')}</span>
              <Checks
                legend={t('part.relayTo')}
                choices={lower.map(one => ({ value: one.id, label: one.name }))}
                chosen={to}
                onChange={chosen => set({ to: chosen })}
              />
            </div>
          )}
          <Field label={t('part.title')} error={wrong('title')}>
            <input required maxLength={120} value={title} onChange={e => set({ title: e.target.value })} />
          </Field>
          <Field
            label={t('item.due')}
            hint={item.dueOn ? t('part.dueHint', { day: formatDay(item.dueOn, lang) }) : undefined}
            error={wrong('dueOn')}
          >
            <input type="date" value={dueOn} onChange={e => set({ dueOn: e.target.value })} />
          </Field>
          <Field label={t('item.measure')} hint={t('say.optional')} error={wrong('measure')}>
            <input maxLength={300} value={measure} onChange={e => set({ measure: e.target.value })} />
          </Field>
          <Later value={allowLater} onChange={later => set({ allowLater: later })} />
        </>
      )}
    </PartDialog>
  )
}
