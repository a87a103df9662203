// The actions of a directive: each its words, strength, lead and co-units, deadline and measure; one more or one less.
import { useRef, useState } from 'react'
import { type Span, STRENGTHS } from '../../reader/reading.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import type { Entry } from './form.ts'
import { LinkInput, NamesInput } from './Input.tsx'
import { sayChoice, sayFieldName } from './saying.ts'

interface Props {
  actions: Entry[]
  /** Where the directive stands: a new action begins with its words. */
  within: Span
  text: string
  onChange: (actions: Entry[]) => void
}

export function Actions({ actions, within, text, onChange }: Props) {
  const { t } = useWords()
  const next = useRef(actions.length)
  const [keys, setKeys] = useState(() => actions.map((_, i) => i))
  const change = (at: number, more: Record<string, unknown>) => onChange(actions.map((a, i) => (i === at ? { ...a, ...more } : a)))
  return (
    <>
      {actions.map((a, at) => (
        <fieldset key={keys[at]} className="action-form">
          <legend>{t('correct.action', { n: at + 1 })}</legend>
          <Field label={sayFieldName(t, 'text')}>
            <textarea rows={2} maxLength={1000} value={String(a.text)} onChange={e => change(at, { text: e.target.value })} />
          </Field>
          <div className="pair">
            <Field label={sayFieldName(t, 'strength')}>
              <select value={String(a.strength)} onChange={e => change(at, { strength: e.target.value })}>
                {STRENGTHS.map(s => (
                  <option key={s} value={s}>
                    {sayChoice(t, 'correct.strength', s)}
                  </option>
                ))}
              </select>
            </Field>
            <Field label={sayFieldName(t, 'lead')}>
              <input
                maxLength={200}
                autoComplete="off"
                value={String(a.lead ?? '')}
                onChange={e => change(at, { lead: e.target.value || null })}
              />
            </Field>
            <LinkInput
              label={sayFieldName(t, 'deadline')}
              of="dates"
              near={a.span[0]}
              value={a.deadline as number | null}
              onChange={deadline => change(at, { deadline })}
            />
            <LinkInput
              label={sayFieldName(t, 'measure')}
              of="quantities"
              near={a.span[0]}
              value={a.measure as number | null}
              onChange={measure => change(at, { measure })}
            />
          </div>
          <NamesInput label={sayFieldName(t, 'co')} names={(a.co as string[]) ?? []} onChange={co => change(at, { co })} />
          <Button
            look="quiet"
            onClick={() => {
              setKeys(keys.filter((_, i) => i !== at))
              onChange(actions.filter((_, i) => i !== at))
            }}
          >
            {t('correct.removeAction')}
          </Button>
        </fieldset>
      ))}
      <Button
        onClick={() => {
          setKeys([...keys, next.current++])
          const words = text.slice(...within).replace(/\s+/g, '')
          onChange([...actions, { span: within, text: words, strength: 'should', lead: null, co: [], deadline: null, measure: null }])
        }}
      >
        {t('correct.addAction')}
      </Button>
    </>
  )
}
