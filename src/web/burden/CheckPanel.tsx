// What a request will cost and what stands against it, said while it is filled in: the sum, who goes over, who asks the same, what the rules forbid.
import type { RequestCheck } from '../../core/contract/burden.ts'
import { Go } from '../parts/Go.tsx'
import { page } from '../paths.ts'
import { formatPeriod } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { sayTime } from './hours.ts'

interface Props {
  check: RequestCheck
  /** The names of its fields in their order. */
  names: readonly string[]
}

export function CheckPanel({ check, names }: Props) {
  const { t, lang } = useWords()
  const { cost, over, overlaps, mayNot, tooLong } = check
  const held = check.held.filter(h => h.same).length
  const time = (minutes: number) => sayTime(t, minutes, lang)
  return (
    <section className="check-panel" aria-labelledby="check-panel">
      <h2 id="check-panel">{t('request.check')}</h2>
      {cost && cost.units > 0 ? (
        <>
          <p className="check-sum">{t('request.costYear', { time: time(cost.yearMinutes) })}</p>
          <p className="muted">
            {t('request.costHow', {
              units: cost.units,
              times: cost.times,
              minutes: cost.times ? cost.yearMinutes / cost.units / cost.times : 0,
            })}
          </p>
          <p>{t('request.costMonth', { unit: time(cost.unitMonth), all: time(cost.allMonth) })}</p>
        </>
      ) : (
        <p className="muted">{t('request.costLacking')}</p>
      )}
      {names.length > 0 && <p>{held > 0 ? t('request.heldSum', { n: held, of: names.length }) : t('request.heldNone')}</p>}
      {over.length > 0 && (
        <div className="check-bad">
          <h3>{t('request.over', { n: over.length })}</h3>
          <ul>
            {over.map(o => (
              <li key={o.unitId}>
                {t('request.overLine', {
                  unit: o.unit,
                  month: formatPeriod(o.month, lang),
                  minutes: time(o.minutes),
                  budget: time(o.budget),
                  over: time(o.minutes - o.budget),
                })}
              </li>
            ))}
          </ul>
          <p>{t('request.overNext')}</p>
        </div>
      )}
      {mayNot && (
        <div className="check-bad">
          <h3>{t('request.mayNot')}</h3>
          <p>{t('request.mayNotWhy', { units: mayNot.units.join(t('say.comma')), rule: mayNot.rule })}</p>
        </div>
      )}
      {tooLong && (
        <div className="check-bad">
          <h3>{t('request.tooLong')}</h3>
          <p>{t('request.tooLongWhy', { over: tooLong.over, most: tooLong.most, rule: tooLong.rule })}</p>
        </div>
      )}
      {overlaps.length > 0 && (
        <div className="check-warn">
          <h3>{t('request.overlaps', { n: overlaps.length })}</h3>
          <ul>
            {overlaps.map(other => (
              <li key={other.id}>
                <Go to={page.item(other.id)}>{other.title}</Go>
                <span className="muted"> {t('request.overlapWho', { sender: other.sender ?? t('say.unknown'), n: other.shared })}</span>
                <ul>
                  {other.fields.map(f => (
                    <li key={f.field}>
                      {t(f.same ? `request.match.${f.reason}` : 'request.match.look', { a: names[f.field] ?? '', b: f.other })}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
