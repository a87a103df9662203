// Two officers gave one field different values: both are shown, one is chosen, neither is lost unseen.
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import type { Conflict } from './drafts.ts'
import { useUnits } from './session.ts'

export function ConflictDialog({ conflict, onSettle }: { conflict: Conflict; onSettle: (use: 'mine' | 'theirs') => void }) {
  const { t, lang } = useWords()
  const { nameOf } = useUnits()
  const say = (v: Conflict['mine']): string => {
    if (v === null || v === undefined || (Array.isArray(v) && v.length === 0)) return t('say.unknown')
    if (conflict.field === 'leadUnitId') return nameOf(String(v))
    if (conflict.field === 'dueOn') return formatDay(String(v), lang)
    if (conflict.field === 'chosen') return t(v ? 'say.yes' : 'say.no')
    return Array.isArray(v) ? v.map(nameOf).join(t('say.comma')) : String(v)
  }
  const by = conflict.by || t('say.someone')
  return (
    <Dialog
      title={t('document.conflictTitle', { by })}
      onClose={() => onSettle('theirs')}
      foot={
        <>
          <Button look="primary" onClick={() => onSettle('mine')}>
            {t('document.useMine')}
          </Button>
          <Button onClick={() => onSettle('theirs')}>{t('document.useTheirs')}</Button>
        </>
      }
    >
      <p className="dialog-lead">{t('document.conflictLead', { field: t(`field.${conflict.field}`) })}</p>
      <dl className="pairs">
        <dt>{t('document.mine')}</dt>
        <dd>{say(conflict.mine)}</dd>
        <dt>{t('document.theirs', { by })}</dt>
        <dd>{say(conflict.theirs)}</dd>
      </dl>
    </Dialog>
  )
}
