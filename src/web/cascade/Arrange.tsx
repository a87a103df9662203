// Arranging the parts of an item: an item that is there already is attached, weights are changed, a part is taken out with its reason.
import type { PartView } from '../../core/contract/cascade.ts'
import type { ItemView } from '../../core/contract/item.ts'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import { PartDialog } from './PartDialog.tsx'
import { useTyped } from './typed.ts'

interface Props {
  item: ItemView
  onClose: () => void
}

export function Attach({ item, onClose }: Props) {
  const { t } = useWords()
  const [{ number, weight }, set, forget] = useTyped(`attach.${item.id}`, { number: '', weight: 1 })
  return (
    <PartDialog
      item={item}
      title={t('part.attach')}
      scope="attach"
      send={t('part.sendAttach')}
      reason={number.trim() ? null : t('part.writeNumber')}
      command={() => ({ command: 'attach', number: number.trim(), weight })}
      done={() => t('part.attached')}
      onSent={forget}
      onClose={onClose}
    >
      {wrong => (
        <>
          <Field label={t('part.number')} hint={t('part.numberHint')} error={wrong('number')}>
            <input maxLength={20} value={number} onChange={e => set({ number: e.target.value })} />
          </Field>
          <Field label={t('part.weight')} error={wrong('weight')}>
            <input type="number" min={0} step="any" value={weight} onChange={e => set({ weight: Number(e.target.value) || 0 })} />
          </Field>
        </>
      )}
    </PartDialog>
  )
}

export function Weigh({ item, onClose }: Props) {
  const { t } = useWords()
  const [{ weights }, set, forget] = useTyped(`weigh.${item.id}`, { weights: {} as Record<string, number> })
  const parts = item.parts.filter(p => !p.selfChosen)
  return (
    <PartDialog
      item={item}
      title={t('part.weigh')}
      lead={t('part.weighLead')}
      scope="weigh"
      send={t('part.sendWeigh')}
      command={() => ({ command: 'weigh', weights: parts.map(p => ({ id: p.id, weight: weights[p.id] ?? p.weight })) })}
      done={() => t('part.weighed')}
      onSent={forget}
      onClose={onClose}
    >
      {() => (
        <div className="part-weights">
          {parts.map(p => (
            <Field key={p.id} label={`${p.unit ?? '—'} · ${p.title}`}>
              <input
                type="number"
                min={0}
                step="any"
                value={weights[p.id] ?? p.weight}
                onChange={e => set({ weights: { ...weights, [p.id]: Number(e.target.value) || 0 } })}
              />
            </Field>
          ))}
        </div>
      )}
    </PartDialog>
  )
}

export function Detach({ item, part, onClose }: Props & { part: PartView }) {
  const { t } = useWords()
  const [{ words }, set, forget] = useTyped(`detach.${part.id}`, { words: '' })
  const relay = part.kind === 'relay'
  return (
    <PartDialog
      item={item}
      title={relay ? t('command.recall') : t('part.detach')}
      lead={relay ? t('part.recallLead', { unit: part.unit }) : t('part.detachLead', { title: part.title })}
      scope={`detach.${part.id}`}
      send={relay ? t('part.sendRecall') : t('part.sendDetach')}
      danger
      reason={words.trim() ? null : t('part.writeReason')}
      command={() => ({ command: 'detach', id: part.id, words: words.trim() })}
      done={() => t('part.detached')}
      onSent={forget}
      onClose={onClose}
    >
      {wrong => (
        <Field label={t('part.reason')} error={wrong('words')}>
          <textarea maxLength={500} value={words} onChange={e => set({ words: e.target.value })} />
        </Field>
      )}
    </PartDialog>
  )
}
