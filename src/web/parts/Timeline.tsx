// An item's history, newest first: each entry one plain sentence with who and when, its words and its evidence.
import type { TimelineEntry } from '../../core/contract/item.ts'
import type { SlipView } from '../../core/contract/slip.ts'
import { page } from '../paths.ts'
import { formatInstant } from '../words/day.ts'
import { sayEvent } from '../words/sentence.ts'
import { useWords } from '../words/words.ts'
import { FileLinks } from './Files.tsx'
import { Go } from './Go.tsx'
import { useUnits } from './session.ts'

interface Props {
  entries: TimelineEntry[]
  /** The item's slips: they stand between its steps, at the day they were issued. */
  slips?: SlipView[]
}

export function Timeline({ entries, slips = [] }: Props) {
  const { t, lang } = useWords()
  const { nameOf } = useUnits()
  return (
    <ol className="timeline">
      {withSlips(entries, slips).map(e =>
        'colour' in e ? (
          <SlipStep key={e.id} slip={e} />
        ) : (
          <li key={e.id} className={e.kind}>
            <p className="timeline-said">
              <b>{t(`command.${e.kind}`)}</b>
              {sayEvent(t, lang, e, nameOf)}
            </p>
            {e.words && <p className="timeline-words">{e.words}</p>}
            <FileLinks files={e.files} />
            <p className="muted timeline-by">
              {e.facts.byLink && `${t('answer.by')} `}
              {e.byUnit
                ? t('item.byUnit', { name: e.by, unit: e.byUnit, at: formatInstant(e.at, lang) })
                : t('item.by', { name: e.by, at: formatInstant(e.at, lang) })}
            </p>
          </li>
        ),
      )}
    </ol>
  )
}

/** Newest first, by the moment at which each happened. */
function withSlips(entries: TimelineEntry[], slips: SlipView[]): (TimelineEntry | SlipView)[] {
  const at = (e: TimelineEntry | SlipView): string => ('colour' in e ? e.issuedAt : e.at)
  return slips.length === 0 ? entries : [...entries, ...slips].sort((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0))
}

function SlipStep({ slip }: { slip: SlipView }) {
  const { t, lang } = useWords()
  return (
    <li className="slip">
      <p className="timeline-said">
        <b>{t('slip.one')}</b>
        <Go to={page.slip(slip.id)}>
          {t('slip.saidIssued', {
            colour: t(`slip.colour.${slip.colour}`),
            act: t(`slip.act.${slip.colour}`),
            number: slip.number,
            limitOn: slip.limitOn,
          })}
        </Go>
      </p>
      {slip.words && <p className="timeline-words">{slip.words}</p>}
      <p className="muted timeline-by">{t('item.by', { name: slip.by, at: formatInstant(slip.issuedAt, lang) })}</p>
    </li>
  )
}
