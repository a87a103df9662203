// The slips of one item, newest first, with what the unit answered; the officer issues the next one from here.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemView } from '../../core/contract/item.ts'
import { SLIP_STATES } from '../../core/slip.ts'
import { page } from '../paths.ts'
import { slipsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { formatDay } from '../words/day.ts'
import { sayAnswer, sayStand } from '../words/slip.ts'
import { useWords } from '../words/words.ts'
import { Go } from './Go.tsx'
import { SlipDialog } from './SlipDialog.tsx'
import { SlipTag } from './SlipTag.tsx'
import { useMay } from './session.ts'
import '../style/slip.css'

export function ItemSlips({ item }: { item: ItemView }) {
  const { t, lang } = useWords()
  const may = useMay()
  const { data } = useQuery(slipsQuery({ item: item.id }))
  const [issuing, setIssuing] = useState(false)
  const issues = may('slip.issue') && SLIP_STATES.includes(item.state) && item.leadUnit !== null
  const slips = data?.slips ?? []
  if (slips.length === 0 && !issues) return null
  return (
    <section className="item-slips" aria-labelledby="slips">
      <h2 id="slips">{t('slip.section')}</h2>
      {slips.length === 0 ? (
        <p className="muted">{t('slip.none')}</p>
      ) : (
        <ul className="rows">
          {slips.map(s => (
            <li key={s.id}>
              <SlipTag colour={s.colour} /> <Go to={page.slip(s.id)}>{s.number}</Go>
              <p className="muted">
                {formatDay(s.issuedOn, lang)} · {sayStand(t, s, lang)}
              </p>
              <p className="muted">{sayAnswer(t, s)}</p>
            </li>
          ))}
        </ul>
      )}
      {issues && <Button onClick={() => setIssuing(true)}>{t('slip.issueItem')}</Button>}
      {issuing && <SlipDialog item={{ ...item, unit: item.leadUnit! }} onClose={() => setIssuing(false)} />}
    </section>
  )
}
