// Next year's targets from this year's: the same or grown by so many per cent; nothing that stands is overwritten.
import { useState } from 'react'
import { useSession } from '../parts/session.ts'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { figuresChanged } from '../query.ts'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { numberOf } from './targetdraft.ts'

export function RollDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const { today } = useSession()
  const [from, setFrom] = useState(today.slice(0, 4))
  const [growth, setGrowth] = useState('0')
  const [words, setWords] = useState('')
  const per = numberOf(growth)
  const write = useWrite('rollTargets', {
    scope: `roll.${from}`,
    onDone: answer => {
      figuresChanged()
      tell(t('goal.rolled', { n: answer.written, year: Number(from) + 1 }))
      onClose()
    },
  })
  return (
    <WriteDialog
      title={t('goal.roll')}
      onClose={onClose}
      onSubmit={() => {
        if (per != null) void write.send({ body: { from: Number(from), growth: per, words: words.trim() || null } })
      }}
      write={write}
      does={t('goal.rollDo', { year: Number(from) + 1 })}
      reason={per == null ? t('goal.wrong.value') : null}
    >
      <p className="muted dialog-lead">{t('goal.rollLead')}</p>
      <Field label={t('goal.rollFrom')}>
        <input type="number" min={2000} max={2100} value={from} onChange={e => setFrom(e.target.value)} />
      </Field>
      <Field label={t('goal.growth')} hint={t('goal.growthHint')}>
        <input inputMode="decimal" value={growth} onChange={e => setGrowth(e.target.value)} />
      </Field>
      <Field label={t('goal.rollWords')} hint={t('say.optional')}>
        <input maxLength={500} value={words} onChange={e => setWords(e.target.value)} />
      </Field>
    </WriteDialog>
  )
}
