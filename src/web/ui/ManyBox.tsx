// A searchable choice of several: those chosen stand as chips that can be removed, more are added one by one. Knows nothing of the domain.
import { type Choice, Combobox } from './Combobox.tsx'

interface Props {
  id?: string
  label?: string
  choices: Choice[]
  /** Also of what stands no more among the choices. */
  nameOf: (value: string) => string
  value: string[]
  onChange: (values: string[]) => void
  placeholder?: string
  none: (q: string) => string
  remove: string
  inline?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

export function ManyBox({ choices, nameOf, value, onChange, remove, ...rest }: Props) {
  return (
    <div className="units-picker">
      {value.length > 0 && (
        <ul className="row">
          {value.map(one => (
            <li key={one}>
              <button
                type="button"
                className="chip"
                aria-label={`${remove} ${nameOf(one)}`}
                onClick={() => onChange(value.filter(v => v !== one))}
              >
                {nameOf(one)}
                <span className="cross" aria-hidden="true">
                  ×
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        {...rest}
        key={value.join()}
        choices={choices.filter(c => !value.includes(c.value))}
        value={null}
        onChange={one => one && onChange([...value, one])}
      />
    </div>
  )
}
