// Issuing a slip: colour, limit and the officer's own words beside the page as it will go out; a person issues it, never the program.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { SLIP_COLOURS, type SlipColour } from '../../core/slip.ts'
import { keep, kept } from '../intent.ts'
import { page } from '../paths.ts'
import { itemsChanged, previewQuery, slipsChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, useTell } from '../ui/Notice.tsx'
import { sayWhy } from '../words/slip.ts'
import { useWords } from '../words/words.ts'
import { FaultBox, wrongIn } from './FaultBox.tsx'
import { Go } from './Go.tsx'
import { GongwenPage } from './GongwenPage.tsx'
import { Load } from './Load.tsx'
import { SlipTag } from './SlipTag.tsx'
import { useSession } from './session.ts'
import { useWrite } from './write.ts'
import '../style/circular.css'
import '../style/slip.css'

interface Props {
  item: { id: string; number: string | null; title: string; unit: string; dueOn: string | null; urgency: 'ordinary' | 'urgent' }
  onClose: () => void
}

interface Typed {
  colour: SlipColour | null
  limitOn: string
  words: string
  copies: string
}
const BLANK: Typed = { colour: null, limitOn: '', words: '', copies: '' }
/** The page is drawn anew when the hand rests. */
const REST_MS = 350

export function SlipDialog({ item, onClose }: Props) {
  const { t } = useWords()
  const tell = useTell()
  const { today } = useSession()
  const name = `slip.${item.id}`
  const [typed, setTyped] = useState<Typed>(() => kept(`text.${name}`, BLANK))
  const [found] = useState(() => JSON.stringify(typed) !== JSON.stringify(BLANK))
  const [shown, setShown] = useState(typed)
  const set = (more: Partial<Typed>) => setTyped(old => ({ ...old, ...more }))
  useEffect(() => keep(`text.${name}`, JSON.stringify(typed) === JSON.stringify(BLANK) ? null : typed), [name, typed])
  useEffect(() => {
    const timer = setTimeout(() => setShown(typed), REST_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const query = useQuery(previewQuery(item.id, bodyOf(shown)))
  const write = useWrite('postSlip', {
    scope: name,
    onDone: ({ slip }) => {
      keep(`text.${name}`, null)
      slipsChanged()
      itemsChanged()
      tell(t('slip.done', { number: slip.number }))
      onClose()
    },
  })
  const colour = typed.colour ?? query.data?.colour ?? null
  const limitOn = typed.limitOn || (query.data?.limitOn ?? '')
  const wrong = (field: string): string | null => wrongIn(t, write.fault, field)
  const send = () => {
    if (!colour || !limitOn) return
    void write.send({ params: { id: item.id }, body: { ...bodyOf(typed), colour, limitOn } })
  }
  return (
    <Dialog
      wide
      title={t('slip.issueTitle')}
      onClose={onClose}
      onSubmit={send}
      foot={
        <>
          <Button type="submit" look="primary" busy={write.busy} reason={colour ? null : t('slip.previewing')}>
            {write.waiting ? t('do.resend') : t('slip.issue')}
          </Button>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <p className="muted slip-confirm">{t('slip.issueConfirm', { unit: item.unit })}</p>
        </>
      }
    >
      <p className="dialog-item">
        <span className="muted">{item.number} </span>
        {item.title}
      </p>
      {found && !write.busy && !write.fault && <Box kind="info">{t('act.kept')}</Box>}
      <div className="slip-sides">
        <div>
          {query.data && (
            <p className="slip-why">
              {query.data.suggestion.colour && <SlipTag colour={query.data.suggestion.colour} />}{' '}
              {sayWhy(t, { ...query.data.suggestion, dueOn: item.dueOn, urgency: item.urgency })}
            </p>
          )}
          <fieldset className="slip-colours">
            <legend className="field-name">{t('slip.level')}</legend>
            {SLIP_COLOURS.map(c => (
              <label key={c} className="check">
                <input type="radio" name="colour" checked={colour === c} onChange={() => set({ colour: c })} />
                <SlipTag colour={c} /> <span className="muted">{t(`slip.act.${c}`)}</span>
              </label>
            ))}
          </fieldset>
          <Field label={t('slip.limitOn')} error={wrong('limitOn')}>
            <input type="date" min={today} value={limitOn} onChange={e => set({ limitOn: e.target.value })} />
          </Field>
          <Field label={t('slip.own')} hint={t('slip.ownHint')} error={wrong('words')}>
            <textarea maxLength={1000} value={typed.words} onChange={e => set({ words: e.target.value })} />
          </Field>
          <Field label={t('slip.copies')} hint={t('slip.copiesHint')} error={wrong('copies')}>
            <input maxLength={200} value={typed.copies} onChange={e => set({ copies: e.target.value })} />
          </Field>
          <FaultBox
            fault={write.fault}
            waiting={write.waiting}
            action={write.fault?.code === 'slip-running' && <Go to={page.slips({ item: item.id })}>{t('slip.back')}</Go>}
          />
        </div>
        <section className="slip-preview" aria-label={t('slip.preview')} aria-busy={query.isPlaceholderData}>
          <Load query={query} lines={10}>
            {({ gongwen }) => <GongwenPage gongwen={gongwen} />}
          </Load>
        </section>
      </div>
    </Dialog>
  )
}

const bodyOf = (typed: Typed) => ({
  ...(typed.colour ? { colour: typed.colour } : {}),
  ...(typed.limitOn ? { limitOn: typed.limitOn } : {}),
  words: typed.words.trim() || null,
  copies: typed.copies.trim() || null,
})
