// The chips of a draft: lead, co-units, deadline, measure. A blank one says 未明确 and, when pressed, offers suggestions with their reasons.
import { type ReactNode, useState } from 'react'
import type { DraftView } from '../../core/contract/document.ts'
import type { Reading, Span } from '../../reader/reading.ts'
import { Button } from '../ui/Button.tsx'
import { Popover } from '../ui/Popover.tsx'
import { formatShortDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import type { Change } from './drafts.ts'
import { within } from './segments.ts'
import { useSession, useUnits } from './session.ts'
import { UnitPicker, UnitsPicker } from './UnitPicker.tsx'

interface Props {
  draft: DraftView
  reading: Reading
  /** Where the directive stands in the text. */
  span: Span
  /** Null: the reader may look, not change. */
  onPatch: ((change: Change) => void) | null
}

export function DraftChips({ draft, reading, span, onPatch }: Props) {
  const { t, lang } = useWords()
  const { nameOf } = useUnits()
  const { today } = useSession()
  const co = draft.coUnitIds.map(nameOf).join(t('say.comma'))
  return (
    <div className="chips">
      <Chip
        name={t('document.lead')}
        value={draft.leadUnitId && nameOf(draft.leadUnitId)}
        field={t('field.leadUnitId')}
        open={onPatch !== null}
      >
        {close => <LeadChoice draft={draft} onTake={change => onPatch?.(change)} close={close} />}
      </Chip>
      <Chip
        name={t('document.due')}
        value={draft.dueOn && formatShortDay(draft.dueOn, lang, today)}
        field={t('field.dueOn')}
        open={onPatch !== null}
      >
        {close => <DueChoice draft={draft} reading={reading} span={span} onTake={change => onPatch?.(change)} close={close} />}
      </Chip>
      <Chip name={t('document.measure')} value={draft.measure} field={t('field.measure')} open={onPatch !== null}>
        {close => <MeasureChoice draft={draft} reading={reading} span={span} onTake={change => onPatch?.(change)} close={close} />}
      </Chip>
      <Chip name={t('document.co')} value={co || null} field={t('field.coUnitIds')} none={t('say.none')} open={onPatch !== null}>
        {() => (
          <UnitsPicker
            label={t('field.coUnitIds')}
            inline
            value={draft.coUnitIds}
            without={draft.leadUnitId ? [draft.leadUnitId] : []}
            onChange={coUnitIds => onPatch?.({ coUnitIds })}
          />
        )}
      </Chip>
    </div>
  )
}

interface ChipProps {
  name: string
  value: string | null
  field: string
  /** For what may well be none. */
  none?: string
  open: boolean
  children: (close: () => void) => ReactNode
}

function Chip({ name, value, field, none, open, children }: ChipProps) {
  const { t } = useWords()
  const look = value ? 'chip' : none ? 'chip none' : 'chip blank'
  const inside = (
    <>
      <b>{name}</b> <span>{value ?? none ?? t('say.unknown')}</span>
    </>
  )
  if (!open) return <span className={look}>{inside}</span>
  return (
    <Popover className={look} button={inside} title={t('document.set', { field })}>
      {children}
    </Popover>
  )
}

interface ChoiceProps {
  draft: DraftView
  onTake: (change: Change) => void
  close: () => void
}

/** A new lead unit cannot stay among the co-units. */
export const withLead = (draft: DraftView, leadUnitId: string | null): Change => ({
  leadUnitId,
  ...(leadUnitId && draft.coUnitIds.includes(leadUnitId) ? { coUnitIds: draft.coUnitIds.filter(id => id !== leadUnitId) } : {}),
})

function LeadChoice({ draft, onTake, close }: ChoiceProps) {
  const { t } = useWords()
  const { nameOf } = useUnits()
  const take = (id: string | null) => {
    onTake(withLead(draft, id))
    close()
  }
  return (
    <>
      <h3>{t('document.suggested')}</h3>
      {draft.suggestions.length === 0 && <p className="muted">{t('document.noSuggestion')}</p>}
      <Offers
        offers={draft.suggestions.map(s => ({
          key: s.unitId,
          label: nameOf(s.unitId),
          reason: t(s.reason === 'named' ? 'document.suggestNamed' : 'document.suggestDuties', { words: s.words.join(t('say.comma')) }),
          take: () => take(s.unitId),
        }))}
      />
      <h3>{t('document.allUnits')}</h3>
      <UnitPicker inline label={t('field.leadUnitId')} value={draft.leadUnitId} onChange={take} />
    </>
  )
}

function DueChoice({ draft, reading, span, onTake, close }: ChoiceProps & { reading: Reading; span: Span }) {
  const { t, lang } = useWords()
  const { today } = useSession()
  const found = within(reading.dates, span).filter(({ one }) => one.to !== null)
  const take = (dueOn: string | null) => {
    onTake({ dueOn })
    close()
  }
  return (
    <>
      <Offers
        offers={found.map(({ one, index }) => ({
          key: `${index}`,
          label: formatShortDay(one.to!, lang, today),
          reason: t('document.dueFromText', { text: one.text }),
          take: () => take(one.to),
        }))}
      />
      <form
        className="chip-form"
        onSubmit={e => {
          e.preventDefault()
          const day = String(new FormData(e.currentTarget).get('day') ?? '')
          if (day) take(day)
        }}
      >
        <label>
          {t('document.pickDay')}
          <input type="date" name="day" defaultValue={draft.dueOn ?? ''} />
        </label>
        <Button type="submit" look="primary">
          {t('do.confirm')}
        </Button>
        {draft.dueOn && <Button onClick={() => take(null)}>{t('document.noDue')}</Button>}
      </form>
    </>
  )
}

function MeasureChoice({ draft, reading, span, onTake, close }: ChoiceProps & { reading: Reading; span: Span }) {
  const { t } = useWords()
  const [words, setWords] = useState(draft.measure ?? '')
  const found = within(reading.quantities, span)
  const take = (measure: string | null) => {
    onTake({ measure })
    close()
  }
  return (
    <>
      <Offers
        offers={found.map(({ one, index }) => {
          const what = `${one.of ?? ''}${one.text}`
          return { key: `${index}`, label: what, reason: t('document.measureFromText', { text: one.text }), take: () => take(what) }
        })}
      />
      <form
        className="chip-form"
        onSubmit={e => {
          e.preventDefault()
          take(words.trim() || null)
        }}
      >
        <label>
          {t('field.measure')}
          <textarea rows={3} maxLength={300} value={words} onChange={e => setWords(e.target.value)} />
        </label>
        <Button type="submit" look="primary">
          {t('do.confirm')}
        </Button>
        {draft.measure && <Button onClick={() => take(null)}>{t('document.noMeasure')}</Button>}
      </form>
    </>
  )
}

interface Offer {
  key: string
  label: string
  reason: string
  take: () => void
}

/** Suggestions, each with the reason for it: nothing is ever taken unsaid. */
function Offers({ offers }: { offers: Offer[] }) {
  if (offers.length === 0) return null
  return (
    <ul className="offers">
      {offers.map(o => (
        <li key={o.key}>
          <button type="button" onClick={o.take}>
            <span>{o.label}</span> <small>{o.reason}</small>
          </button>
        </li>
      ))}
    </ul>
  )
}
