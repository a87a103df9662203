// The lessons that a document numbers: each is taken in or left out, its name and words corrected.
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { fieldName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import type { Typed } from './typed.ts'

type Lesson = Typed['lessons'][number]

export function Lessons({ lessons, onChange }: { lessons: Lesson[]; onChange: (lessons: Lesson[]) => void }) {
  return (
    <ol className="visit-sites">
      {lessons.map((lesson, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list keeps its order, and a title may be typed
        <One key={at} lesson={lesson} onChange={more => onChange(lessons.map((l, i) => (i === at ? { ...l, ...more } : l)))} />
      ))}
    </ol>
  )
}

function One({ lesson, onChange }: { lesson: Lesson; onChange: (more: Partial<Lesson>) => void }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <li className={`visit-site ${lesson.on ? '' : 'leave'}`}>
      <div className="visit-line">
        <label className="check">
          <input type="checkbox" checked={lesson.on} onChange={e => onChange({ on: e.target.checked })} />
          <strong>{lesson.title}</strong>
        </label>
        <Button
          look="quiet"
          aria-expanded={open}
          aria-label={t('visitPage.correctOf', { name: lesson.title })}
          onClick={() => setOpen(!open)}
        >
          {t('visitPage.correct')}
        </Button>
      </div>
      {open ? (
        <div className="visit-correct">
          <Field label={t('kind.lesson.title')}>
            <input maxLength={120} value={lesson.title} onChange={e => onChange({ title: e.target.value })} />
          </Field>
          <Field label={fieldName(t, 'lesson', 'seen')}>
            <textarea maxLength={2000} value={lesson.words} onChange={e => onChange({ words: e.target.value })} />
          </Field>
        </div>
      ) : (
        <p lang="zh-CN">{lesson.words}</p>
      )}
    </li>
  )
}
