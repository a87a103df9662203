// A group of checkboxes for a choice of several. Knows nothing of the domain.
interface Props<V extends string> {
  legend: string
  choices: readonly { value: V; label: string }[]
  chosen: readonly V[]
  onChange: (chosen: V[]) => void
}

export function Checks<V extends string>({ legend, choices, chosen, onChange }: Props<V>) {
  return (
    <fieldset className="checks">
      <legend className="hidden">{legend}</legend>
      {choices.map(c => (
        <label key={c.value} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(c.value)}
            onChange={e => onChange(e.target.checked ? [...chosen, c.value] : chosen.filter(v => v !== c.value))}
          />
          {c.label}
        </label>
      ))}
    </fieldset>
  )
}
