// A percentage: a slider for the hand and a number for the exact.
import { useWords } from '../words/words.ts'

export function PercentInput({ value, onChange, ...field }: { value: number; onChange: (percent: number) => void; id?: string }) {
  const { t } = useWords()
  const whole = (text: string) => Math.max(0, Math.min(100, Math.round(Number(text) || 0)))
  return (
    <div className="percent">
      <input {...field} type="number" inputMode="numeric" min={0} max={100} value={value} onChange={e => onChange(whole(e.target.value))} />
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={value}
        aria-label={t('item.progress')}
        onChange={e => onChange(whole(e.target.value))}
      />
    </div>
  )
}
