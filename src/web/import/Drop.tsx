// Where a sheet is dropped or chosen; what becomes of it is said by whoever asked for it.
import { useRef, useState } from 'react'
import { useWords } from '../words/words.ts'

interface Props {
  title: string
  lead: string
  drop: string
  hint: string
  onTake: (file: File | undefined) => void
}

export function Drop({ title, lead, drop, hint, onTake }: Props) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way for the pointer; the button does the same
    <div
      className={over ? 'import-drop over' : 'import-drop'}
      onDragOver={e => {
        e.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={e => {
        e.preventDefault()
        setOver(false)
        onTake(e.dataTransfer.files[0])
      }}
    >
      <h2>{title}</h2>
      <p className="muted">{lead}</p>
      <p>{drop}</p>
      <p className="file-button">
        <input
          id="import-file"
          ref={input}
          type="file"
          accept=".xlsx,.csv"
          aria-describedby="import-hint"
          onChange={e => {
            onTake(e.target.files?.[0])
            if (input.current) input.current.value = ''
          }}
        />
        <label htmlFor="import-file" className="button primary">
          {t('imports.choose')}
        </label>
      </p>
      <p className="field-hint" id="import-hint" role="status">
        {hint}
      </p>
    </div>
  )
}
