// Where a sheet is dropped or chosen; what becomes of it is said by whoever asked for it.
import { useState } from 'react'
import { FileButton } from '../ui/FileButton.tsx'
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
      <FileButton look="primary" label={t('imports.choose')} hint={hint} accept=".xlsx,.csv" onTake={onTake} />
    </div>
  )
}
