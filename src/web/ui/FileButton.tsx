// A button that chooses a file: the browser's own, under a label in the page's language. The same file can be chosen twice. Knows nothing of the domain.
import { useId } from 'react'

interface Props {
  label: string
  hint: string
  /** Endings, with commas. */
  accept: string
  look?: 'primary' | 'plain'
  onTake: (file: File) => void
}

export function FileButton({ label, hint, accept, look = 'plain', onTake }: Props) {
  const id = useId()
  return (
    <div className="file-button">
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={e => {
          const file = e.target.files?.[0]
          e.target.value = ''
          if (file) onTake(file)
        }}
      />
      <label htmlFor={id} className={`button ${look}`}>
        {label}
      </label>
      <p className="field-hint" id={`${id}-hint`} role="status">
        {hint}
      </p>
    </div>
  )
}
