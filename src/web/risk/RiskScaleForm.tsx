// The risk matrix among the rules: how many steps, what they are called, the level of each cell, and how often each level is reviewed.
import { LEAST_STEPS, RISK_LEVELS, RISK_STEPS, type RiskLevel, type RiskScale, resized } from '../../core/riskmatrix.ts'
import { Field } from '../ui/Field.tsx'
import { useWords } from '../words/words.ts'
import { ScaleGrid } from './ScaleGrid.tsx'
import '../style/risk.css'

interface Props {
  scale: RiskScale
  may: boolean
  error: string | null
  onChange: (scale: RiskScale) => void
}

const AXES = ['likelihood', 'impact'] as const

export function RiskScaleForm({ scale, may, error, onChange }: Props) {
  const { t } = useWords()
  const name = (axis: (typeof AXES)[number], at: number) => (
    <input
      maxLength={20}
      readOnly={!may}
      aria-label={t('risk.stepName', { axis: t(`risk.${axis}`), n: at + 1 })}
      placeholder={scale[axis].length === 5 ? t(`risk.step.${axis}.s${(at + 1) as 1}`) : String(at + 1)}
      value={scale[axis][at]}
      onChange={e => onChange({ ...scale, [axis]: scale[axis].with(at, e.target.value) })}
    />
  )
  return (
    <section aria-labelledby="risk-scale">
      <h2 id="risk-scale">{t('risk.scale')}</h2>
      <p className="muted">{t('risk.scaleLead')}</p>
      <div className="rules-fields">
        {AXES.map(axis => (
          <Field key={axis} label={`${t(`risk.${axis}`)} · ${t('risk.steps')}`}>
            <select disabled={!may} value={scale[axis].length} onChange={e => onChange(resized(scale, axis, Number(e.target.value)))}>
              {RISK_STEPS.slice(LEAST_STEPS - 1).map(steps => (
                <option key={steps} value={steps}>
                  {steps}
                </option>
              ))}
            </select>
          </Field>
        ))}
        {RISK_LEVELS.map(level => (
          <Field key={level} label={`${t(`risk.level.${level}`)} · ${t('risk.reviewEvery')}`}>
            <input
              type="number"
              min={1}
              max={365}
              readOnly={!may}
              value={scale.reviewEvery[level]}
              onChange={e => onChange({ ...scale, reviewEvery: { ...scale.reviewEvery, [level]: Math.round(Number(e.target.value)) } })}
            />
          </Field>
        ))}
      </div>
      {error && <p className="field-error">{error}</p>}
      <ScaleGrid
        scale={scale}
        title={t('risk.scale')}
        edited
        head={name}
        cell={(l, i, level) => (
          <select
            disabled={!may}
            aria-label={t('risk.cellLevel', { likelihood: l + 1, impact: i + 1 })}
            value={level}
            onChange={e => onChange({ ...scale, levels: scale.levels.with(l, scale.levels[l]!.with(i, e.target.value as RiskLevel)) })}
          >
            {RISK_LEVELS.map(one => (
              <option key={one} value={one}>
                {t(`risk.level.${one}`)}
              </option>
            ))}
          </select>
        )}
      />
    </section>
  )
}
