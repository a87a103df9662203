// Units whose duties share words with what is being written, each with the words: one click makes it the lead unit.
import { useDeferredValue, useMemo } from 'react'
import { suggestLead } from '../../core/org.ts'
import { useWords } from '../words/words.ts'
import { useSession, useUnits } from './session.ts'
import '../style/suggestions.css'

interface Props {
  text: string
  /** Chosen already, or a co-unit. */
  without: readonly (string | null)[]
  onTake: (unitId: string) => void
}

export function LeadSuggestions({ text, without, onTake }: Props) {
  const { t } = useWords()
  const { units, nameOf } = useUnits()
  const { jurisdiction } = useSession()
  const said = useDeferredValue(text)
  const suggested = useMemo(
    () => (said.trim().length < 2 ? [] : suggestLead(said, units, null, jurisdiction.name)),
    [said, units, jurisdiction],
  )
  const shown = suggested.filter(s => !without.includes(s.unitId))
  if (shown.length === 0) return null
  return (
    <ul className="lead-suggestions" aria-label={t('document.suggested')}>
      {shown.map(s => (
        <li key={s.unitId}>
          <button type="button" className="chip" onClick={() => onTake(s.unitId)}>
            {nameOf(s.unitId)}
          </button>
          <small className="muted">{t('document.suggestDuties', { words: s.words.join(t('say.comma')) })}</small>
        </li>
      ))}
    </ul>
  )
}
