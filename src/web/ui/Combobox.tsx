// A searchable choice of one, after the combobox pattern of WAI-ARIA: type to narrow, arrows to move, Enter to take. Knows nothing of the domain.
import { useId, useMemo, useState } from 'react'

export interface Choice {
  value: string
  label: string
  /** Shown small beside the label: a path, a reason. */
  note?: string
  /** Also matched when searching: short names. */
  also?: string[]
}

interface Props {
  id?: string
  /** Accessible name when no label element points here. */
  label?: string
  choices: Choice[]
  value: string | null
  onChange: (value: string | null) => void
  placeholder?: string
  /** What is typed, for choices that are looked up elsewhere. */
  onType?: (q: string) => void
  /** Words for an empty result. */
  none: (q: string) => string
  /** The list stands open under the field, as in a panel of its own. */
  inline?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

export function Combobox({ id, label, choices, value, onChange, placeholder, onType, none, inline, ...aria }: Props) {
  const chosen = choices.find(c => c.value === value) ?? null
  const [q, setQ] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(() => Math.max(0, choices.indexOf(chosen as Choice)))
  const list = useId()

  const found = useMemo(() => {
    const want = (q ?? '').trim().toLowerCase()
    return want ? choices.filter(c => [c.label, ...(c.also ?? [])].some(w => w.toLowerCase().includes(want))) : choices
  }, [choices, q])
  const shown = inline || open

  const take = (c: Choice | undefined) => {
    if (!c) return
    onChange(c.value)
    setQ(null)
    setOpen(false)
  }
  const move = (to: number) => {
    setOpen(true)
    const next = Math.max(0, Math.min(found.length - 1, to))
    setAt(next)
    document.getElementById(`${list}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <div className={inline ? 'combobox inline' : 'combobox'}>
      <input
        {...aria}
        id={id}
        role="combobox"
        type="text"
        autoComplete="off"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && found[at] ? `${list}-${at}` : undefined}
        placeholder={placeholder}
        value={q ?? chosen?.label ?? ''}
        onFocus={e => e.target.select()}
        onClick={() => setOpen(true)}
        onBlur={() => {
          setOpen(false)
          // An emptied field is a choice of nothing; half a word is none at all.
          if (q === '' && value !== null) onChange(null)
          setQ(null)
        }}
        onChange={e => {
          setQ(e.target.value)
          onType?.(e.target.value)
          setAt(0)
          setOpen(true)
        }}
        onKeyDown={e => {
          if (e.key === 'ArrowDown') move(open || inline ? at + 1 : 0)
          else if (e.key === 'ArrowUp') move(at - 1)
          else if (e.key === 'Enter' && shown && (q !== null || inline)) take(found[at])
          else if (e.key === 'Enter' && open) take(found[at])
          else if (e.key === 'Escape' && open && !inline) setOpen(false)
          else return
          e.preventDefault()
          if (e.key === 'Escape') e.stopPropagation()
        }}
      />
      {/* Always there, so that aria-controls never points at nothing. */}
      <div role="listbox" id={list} aria-label={label ?? placeholder} hidden={!shown || found.length === 0}>
        {shown &&
          found.map((c, i) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the option by aria-activedescendant
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes Enter for it
            <div
              key={c.value}
              id={`${list}-${i}`}
              role="option"
              aria-selected={c.value === value}
              className={i === at ? 'at' : undefined}
              onPointerDown={e => e.preventDefault()}
              onClick={() => take(c)}
            >
              <span>{c.label}</span>
              {c.note && <small>{c.note}</small>}
            </div>
          ))}
      </div>
      {shown && found.length === 0 && (
        <p className="combobox-none" role="status">
          {none(q ?? '')}
        </p>
      )}
    </div>
  )
}
