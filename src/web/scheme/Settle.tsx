// Settling the scores of one month: what will hold is named before, and said who settled them after. Never scores anything itself.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SchemeScores, Settled } from '../../core/contract/scheme.ts'
import { dayOf } from '../../core/day.ts'
import { periodOf } from '../benchmark/say.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Go } from '../parts/Go.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { schemesChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'

export function SettleDialog({ scores, onClose }: { scores: SchemeScores; onClose: () => void }) {
  const { t, lang } = useWords()
  const tell = useTell()
  const go = useNavigate()
  const [why, setWhy] = useState('')
  const write = useWrite('settleScores', {
    scope: `scheme.settle.${scores.id}`,
    onDone: ({ result }: Settled) => {
      schemesChanged()
      tell(t('scheme.settle.done'))
      onClose()
      void go({ href: page.scheme(scores.id, { result }) })
    },
  })
  const period = periodOf({ year: scores.year, month: scores.month! }, lang)
  const open = scores.units.filter(unit => unit.scores.some(score => score.points === null)).length
  const body = { month: scores.month!, seen: scores.version, why: why.trim() || null }
  return (
    <Dialog
      title={t('scheme.settle.title', { period })}
      onClose={onClose}
      onSubmit={() => void write.send({ params: { id: scores.id }, body })}
      foot={
        <>
          <Button type="submit" look="primary" busy={write.busy}>
            {t('scheme.settle.go')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
        </>
      }
    >
      <p>{t('scheme.settle.lead', { n: scores.units.length, version: scores.version })}</p>
      {open > 0 && <Box kind="warn">{t('scheme.settle.open', { n: open })}</Box>}
      <Field label={t('scheme.settle.why')} hint={t('scheme.settle.whyHint')}>
        <textarea rows={2} maxLength={500} value={why} onChange={e => setWhy(e.target.value)} />
      </Field>
      <FaultBox fault={write.fault} waiting={write.waiting} />
    </Dialog>
  )
}

/** Which settling is looked at, and the way back to what the figures say today. */
export function SettledBox({ scores, result }: { scores: SchemeScores; result: string | undefined }) {
  const { t, lang } = useWords()
  const one = scores.results.find(r => r.id === result)
  if (!one) return null
  const period = periodOf({ year: scores.year, month: one.month }, lang)
  const facts = { period, version: one.version, by: one.by, at: dayOf(one.at) }
  return (
    <Box kind="info" action={<Go to={page.scheme(scores.id, { month: String(one.month) })}>{t('scheme.settle.live')}</Go>}>
      {t('scheme.settle.of', facts)} {one.why}
    </Box>
  )
}
