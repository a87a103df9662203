// Chooses the strategic frame that something hangs from, or none of them.
import type { Frame } from '../../core/indicator.ts'
import { useWords } from '../words/words.ts'

interface Props {
  frames: readonly Pick<Frame, 'id' | 'name'>[]
  value: string | null
  onChange: (id: string | null) => void
  /** What none of them means here. */
  none?: string
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

export function FramePicker({ frames, value, onChange, none, ...rest }: Props) {
  const { t } = useWords()
  return (
    <select {...rest} value={value ?? ''} onChange={e => onChange(e.target.value || null)}>
      <option value="">{none ?? t('say.none')}</option>
      {frames.map(f => (
        <option key={f.id} value={f.id} lang="zh-CN">
          {f.name}
        </option>
      ))}
    </select>
  )
}
