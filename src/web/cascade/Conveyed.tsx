// One line of the comparison: what was asked above and what is asked here, side by side, what changed, and one click to either place.
import type { ConveyanceView } from '../../core/contract/conveyance.ts'
import { Go } from '../parts/Go.tsx'
import { page } from '../paths.ts'
import { useWords } from '../words/words.ts'

/** Less alike, the nearest is only the least far. */
const NEAR = 0.15

type Of = NonNullable<ConveyanceView['of']>
type Line = Of['lines'][number]

export function Conveyed({ line, upper, lower }: { line: Line; upper: Of['upper']; lower: Of['lower'] }) {
  const { t } = useWords()
  const verdict = t(`relay.verdict.${line.verdict}`)
  const near = line.nearest === null || line.score < NEAR ? '' : t('relay.nearest', { n: line.nearest + 1 })
  return (
    <li className={`conveyed-line ${line.verdict}`}>
      <div className="conveyed-verdict">
        <b>{line.verdict === 'tightened' ? `▲ ${verdict}` : verdict}</b>
        {line.changes.length > 0 && (
          <ul>
            {line.changes.map(one => (
              <li key={`${one.change} ${Object.values(one.facts).join()}`}>
                {t(`relay.changed.${one.change}` as 'relay.changed.date-earlier', one.facts as { was: string; now: string; days: number })}
              </li>
            ))}
          </ul>
        )}
      </div>
      <Sentence name={t('relay.upper')} side={upper} at={line.upper} absent={[t('relay.extra'), near].filter(Boolean).join(' · ')} />
      <Sentence name={t('relay.lower')} side={lower} at={line.lower} absent={[t('relay.absent'), near].filter(Boolean).join(' · ')} />
    </li>
  )
}

function Sentence({ name, side, at, absent }: { name: string; side: Of['upper']; at: number | null; absent: string }) {
  const { t } = useWords()
  if (at === null)
    return (
      <div className="conveyed-side absent">
        <h3>{name}</h3>
        <p className="muted">{absent}</p>
      </div>
    )
  const { text, span } = side.directives[at]!
  return (
    <div className="conveyed-side">
      <h3>{name}</h3>
      <blockquote>
        <p>{text}</p>
      </blockquote>
      <Go to={page.document(side.id, { at: span })} aria-label={t('say.label', { what: t('relay.open'), of: `${name} ${at + 1}` })}>
        {t('relay.open')} <span aria-hidden="true">→</span>
      </Go>
    </div>
  )
}
