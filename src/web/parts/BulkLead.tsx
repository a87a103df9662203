// One lead unit for several drafts at once, so that a page of directives is dispatched in few clicks.
import { useState } from 'react'
import type { DraftView } from '../../core/contract/document.ts'
import { Button } from '../ui/Button.tsx'
import { Checks } from '../ui/Checks.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../words/words.ts'
import { UnitPicker } from './UnitPicker.tsx'

interface Props {
  drafts: DraftView[]
  onApply: (indexes: number[], unitId: string) => void
  onClose: () => void
}

export function BulkLead({ drafts, onApply, onClose }: Props) {
  const { t } = useWords()
  const [unit, setUnit] = useState<string | null>(null)
  const leadless = drafts.filter(d => d.leadUnitId === null)
  const [chosen, setChosen] = useState((leadless.length > 0 ? leadless : drafts).map(d => `${d.index}`))
  const reason = unit === null ? t('act.pickUnit') : chosen.length === 0 ? t('document.barNone') : null
  const apply = () => {
    if (unit === null || chosen.length === 0) return
    onApply(chosen.map(Number), unit)
    onClose()
  }
  return (
    <Dialog
      title={t('document.bulk')}
      onClose={onClose}
      onSubmit={apply}
      foot={
        <>
          <Button type="submit" look="primary" reason={reason}>
            {t('document.bulkApply')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <p className="muted dialog-lead">{t('document.bulkLead')}</p>
      <UnitPicker inline label={t('field.leadUnitId')} value={unit} onChange={setUnit} />
      <h3 className="bulk-head">{t('document.directives')}</h3>
      <Checks
        legend={t('document.directives')}
        choices={drafts.map(d => ({ value: `${d.index}`, label: `${d.index + 1}. ${d.title}` }))}
        chosen={chosen}
        onChange={setChosen}
      />
    </Dialog>
  )
}
