// One directive on the right side: its words as heading and actions, and the draft of the item that it may become.
import { memo, useState } from 'react'
import type { DraftView } from '../../core/contract/document.ts'
import type { Reading } from '../../reader/reading.ts'
import { Correct } from '../correct/Correct.tsx'
import { useCorrecting } from '../correct/correcting.ts'
import { page } from '../paths.ts'
import { sayDoubt } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import { DraftChips } from './DraftChips.tsx'
import type { Change } from './drafts.ts'
import { Go } from './Go.tsx'
import { within } from './segments.ts'

interface Props {
  /** Its place in the drawn reading; drafts go by the reader's own, which a struck directive does not move. */
  index: number
  /** None for who sees the document but not the office's drafts: then the directive is shown as it was read. */
  draft: DraftView | undefined
  reading: Reading
  text: string
  onPatch: ((index: number, change: Change) => void) | null
}

export const DraftCard = memo(function DraftCard({ index, draft, reading, text, onPatch }: Props) {
  const { t } = useWords()
  const { shown } = useCorrecting()
  const d = reading.directives[index]!
  const title = draft?.title ?? (d.heading || (d.actions[0]?.text ?? ''))
  const patch = onPatch && draft && !draft.itemId ? (change: Change) => onPatch(draft.index, change) : null
  const doubts = within(reading.doubts, d.span)
  return (
    <article
      className={draft?.chosen === false ? 'draft left-out' : 'draft'}
      data-key={`d${index}`}
      data-draft={shown.directives[index]?.index ?? index}
      tabIndex={-1}
      aria-label={t('say.label', { what: t('document.directive', { n: index + 1 }), of: title })}
    >
      <p className="draft-top">
        <span className="draft-number" aria-hidden="true">
          {index + 1}
        </span>
        {d.ordinal && <span>{d.ordinal}</span>}
        {d.speaker && <span className="muted">{t('document.speaker', { name: d.speaker })}</span>}
        {d.hard && <span className="hard">{t('document.hard')}</span>}
        {draft?.editedBy && <span className="muted">{t('document.editedBy', { name: draft.editedBy })}</span>}
        <Correct of="directives" at={index} reading={reading} what={t('document.directive', { n: index + 1 })} />
        {draft?.itemId && (
          <Go className="draft-choose" to={page.item(draft.itemId)}>
            {t('document.openItem')}
          </Go>
        )}
        {draft && patch && (
          <label className="check draft-choose">
            <input
              type="checkbox"
              checked={draft.chosen}
              aria-label={t('document.chosen', { title })}
              onChange={e => patch({ chosen: e.target.checked })}
            />
            {t('document.choose')}
          </label>
        )}
      </p>
      <Title key={title} title={title} onSave={patch && (fresh => patch({ title: fresh }))} />
      {(d.actions.length > 1 || d.actions.some(a => a.text !== title)) && (
        <ul className="actions" aria-label={t('document.actions')}>
          {d.actions.map((a, i) => (
            <li key={a.span.join()} data-key={`a${index}-${i}`}>
              {a.text}
            </li>
          ))}
        </ul>
      )}
      {draft && <DraftChips draft={draft} reading={reading} span={d.span} onPatch={patch} />}
      {doubts.map(({ one, index: at }) => (
        <p key={at} className="doubt" data-key={`doubt${at}`}>
          {sayDoubt(t, one, text.slice(...one.span))}
        </p>
      ))}
    </article>
  )
})

/** The title is text until it is pressed; Enter keeps, Escape gives up. */
function Title({ title, onSave }: { title: string; onSave: ((title: string) => void) | null }) {
  const { t } = useWords()
  const [words, setWords] = useState<string | null>(null)
  if (!onSave) return <h3 className="draft-title">{title}</h3>
  if (words === null)
    return (
      <h3 className="draft-title">
        <button type="button" data-edit onClick={() => setWords(title)}>
          <span className="hidden">{t('say.label', { what: t('do.edit'), of: '' })}</span>
          {title}
        </button>
      </h3>
    )
  const save = () => {
    const said = words.replace(/\s+/g, ' ').trim()
    if (said.length >= 2 && said !== title) onSave(said)
    setWords(null)
  }
  return (
    <textarea
      className="draft-title"
      // biome-ignore lint/a11y/noAutofocus: the field replaces the button that was just pressed
      autoFocus
      rows={2}
      maxLength={120}
      aria-label={t('document.titleField')}
      value={words}
      onFocus={e => e.target.select()}
      onChange={e => setWords(e.target.value)}
      onBlur={save}
      onKeyDown={e => {
        // Enter that ends a Chinese input method's composition is not meant for us.
        if (e.nativeEvent.isComposing || (e.key !== 'Enter' && e.key !== 'Escape')) return
        e.preventDefault()
        e.stopPropagation()
        const card = e.currentTarget.closest<HTMLElement>('[data-draft]')
        if (e.key === 'Enter') save()
        else setWords(null)
        card?.focus()
      }}
    />
  )
}
