// Beside an entry of the reading: who corrected it and when, with what it was; and the quiet button that corrects it.
import { useId } from 'react'
import type { Correctable } from '../../core/correction.ts'
import { dayOf } from '../../core/day.ts'
import type { Reading } from '../../reader/reading.ts'
import { useSession } from '../parts/session.ts'
import { formatInstant, formatShortDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { type Trace, useCorrecting } from './correcting.ts'
import { sayEntry, sayWas } from './saying.ts'

interface Props {
  of: Correctable
  /** Its place in the drawn list. */
  at: number
  reading: Reading
  /** How it is called when its own words do not say it. */
  what?: string
}

export function Correct({ of, at, reading, what }: Props) {
  const { t } = useWords()
  const { shown, open } = useCorrecting()
  const trace = shown[of][at]
  if (!trace) return null
  return (
    <span className="correct">
      <Mark of={of} trace={trace} reading={reading} />
      {open && (
        <button
          type="button"
          className="correct-edit"
          aria-label={t('correct.editOne', { what: what ?? sayEntry(of, trace.entry) })}
          onClick={() => open({ of, trace })}
        >
          {t('correct.edit')}
        </button>
      )}
    </span>
  )
}

/** 林晓雨 11月23日 更正; what it was stands in a tip on hover and focus. */
export function Mark({ of, trace, reading }: { of: Correctable; trace: Trace; reading: Reading }) {
  const { t, lang } = useWords()
  const { today } = useSession()
  const id = useId()
  if (!trace.last) return null
  const { by, at } = trace.last
  const word = trace.struck ? 'correct.markStruck' : trace.own ? 'correct.mark' : 'correct.markAdded'
  return (
    <span className="hinted correct-mark">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what it was must be reachable by keyboard */}
      <span tabIndex={0} aria-describedby={id}>
        {t(word, { by, at: formatShortDay(dayOf(at), lang, today) })}
      </span>
      <span role="tooltip" id={id} className="hint-box">
        {sayWas(t, lang, reading, of, trace).map(line => (
          <span key={line}>{line}</span>
        ))}
        <span>{formatInstant(at, lang)}</span>
      </span>
    </span>
  )
}

/** What was struck out stands at the end of its list, and can be put back. */
export function Struck({ of, reading, only }: { of: Correctable; reading: Reading; only?: (trace: Trace) => boolean }) {
  const { t } = useWords()
  const { struck, open, restore } = useCorrecting()
  const list = only ? struck[of].filter(only) : struck[of]
  return list.map(trace => (
    <li key={trace.index} className="struck">
      <del>
        <span className="hidden">{t('correct.struck', { what: '' })}</span>
        {sayEntry(of, trace.entry)}
      </del>
      <span className="correct">
        <Mark of={of} trace={trace} reading={reading} />
        {open && (
          <button
            type="button"
            className="correct-edit"
            aria-label={t('correct.restoreOne', { what: sayEntry(of, trace.entry) })}
            onClick={() => restore(of, trace)}
          >
            {t('correct.putBack')}
          </button>
        )}
      </span>
    </li>
  ))
}
