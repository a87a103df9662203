// A review of a risk: its present likelihood and impact judged again, the same or not, with what was found.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ItemView } from '../../core/contract/item.ts'
import type { Fields } from '../../core/kind.ts'
import { RATINGS } from '../../core/riskrule.ts'
import { keep, kept } from '../intent.ts'
import { FieldInput } from '../kind/FieldInput.tsx'
import { ledgersChanged } from '../kind/query.ts'
import { wrongIn } from '../parts/FaultBox.tsx'
import { useSession } from '../parts/session.ts'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { itemQuery, itemsChanged } from '../query.ts'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'

const { likelihood, impact } = RATINGS.current

export function ReviewDialog({ item, onClose }: { item: ItemView; onClose: () => void }) {
  const { t } = useWords()
  const { today } = useSession()
  const tell = useTell()
  const cache = useQueryClient()
  const name = `review.${item.id}`
  const { fields } = item.detail!
  const [typed, setTyped] = useState<{ fields: Fields; words: string }>(() =>
    kept(`text.${name}`, { fields: { [likelihood]: fields[likelihood] ?? null, [impact]: fields[impact] ?? null }, words: '' }),
  )
  useEffect(() => keep(`text.${name}`, typed.words ? typed : null), [name, typed])
  const write = useWrite('postCommand', {
    scope: name,
    onDone: answer => {
      keep(`text.${name}`, null)
      cache.setQueryData(itemQuery(item.id).queryKey, answer)
      itemsChanged()
      ledgersChanged()
      tell(t('risk.reviewed'))
      onClose()
    },
  })
  const words = typed.words.trim()
  const send = () =>
    void write.send({
      params: { id: item.id },
      body: { version: item.version, command: { command: 'amend', fields: { ...typed.fields, reviewedOn: today }, words } },
    })
  const wrong = (field: string) => wrongIn(t, write.fault, field)
  return (
    <WriteDialog title={t('risk.review')} onClose={onClose} onSubmit={send} write={write} item={item} does={t('risk.review')}>
      {[likelihood, impact].map(field => (
        <FieldInput
          key={field}
          kind="risk"
          name={field}
          needed
          value={typed.fields[field]}
          error={wrong(field)}
          onChange={value => setTyped(old => ({ ...old, fields: { ...old.fields, [field]: value } }))}
        />
      ))}
      <Field label={t('risk.reviewWords')} hint={t('risk.reviewWordsHint')}>
        <textarea required maxLength={4000} value={typed.words} onChange={e => setTyped(old => ({ ...old, words: e.target.value }))} />
      </Field>
    </WriteDialog>
  )
}
