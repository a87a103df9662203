// Retiring an indicator, or taking it up again: says what stays and what goes.
import type { IndicatorView } from '../../core/contract/indicator.ts'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { figuresChanged } from '../query.ts'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'

export function Retire({ indicator, onClose }: { indicator: IndicatorView; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const write = useWrite('patchIndicator', {
    onDone: () => {
      figuresChanged()
      tell(t('say.saved'))
      onClose()
    },
  })
  const title = t(indicator.retired ? 'indicator.revive' : 'indicator.retire')
  return (
    <WriteDialog
      title={title}
      onClose={onClose}
      onSubmit={() => void write.send({ params: { id: indicator.id }, body: { version: indicator.version, retired: !indicator.retired } })}
      write={write}
      does={title}
      danger={!indicator.retired}
    >
      <p className="dialog-item" lang="zh-CN">
        {indicator.name}
      </p>
      <p>{t(indicator.retired ? 'indicator.reviveLead' : 'indicator.retireLead')}</p>
    </WriteDialog>
  )
}
