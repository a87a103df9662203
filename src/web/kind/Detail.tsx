// The panel of an item of a kind: where it stands among its stages, its facts, and the way on.
import { useState } from 'react'
import type { ItemView } from '../../core/contract/item.ts'
import { type Fields, isBlank, KIND, type LedgerKind, nextStage, rowOf } from '../../core/kind.ts'
import type { Row } from '../../core/rows.ts'
import { Go } from '../parts/Go.tsx'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { formatDay } from '../words/day.ts'
import { fieldName, sayField, stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import { DetailDialog } from './DetailDialog.tsx'
import { RowsTable } from './RowsTable.tsx'
import '../style/kind.css'

export function Detail({ item }: { item: ItemView }) {
  const { t, lang } = useWords()
  const [to, setTo] = useState<string | null | undefined>(undefined)
  const [topping, setTopping] = useState(false)
  const detail = item.detail
  if (!detail) return null
  const { kind, stage, stageOn, fields, names } = detail
  const { counts } = KIND[kind]
  const row = rowOf(kind)
  const at = row.indexOf(stage)
  const known = Object.keys(KIND[kind].fields).filter(name => !isBlank(fields[name]))
  const next = nextStage(kind, stage)
  const hindered = (command: 'move' | 'amend') => {
    if (command === 'move' && !next)
      return KIND[kind].stages[stage]!.settles ? t('problem.stage-final', { stage: stageName(t, kind, stage) }) : t('problem.end-by-report')
    const code = item.commands[command]
    return code && t(`why.${code}`, { state: t(`state.${item.state}`), command: t(`command.${command}`) })
  }
  return (
    <section className="kind-panel" aria-labelledby="kind-panel">
      <h2 id="kind-panel">
        <Go to={page.kind(kind)}>{t(`kind.${kind}.name`)}</Go> · {stageName(t, kind, stage)}
        <span className="muted"> {t('kindPage.since', { day: formatDay(stageOn, lang) })}</span>
      </h2>
      <ol className="kind-stages" aria-label={t('kindPage.stages')}>
        {row.map((name, i) => (
          <li key={name} className={name === stage ? 'here' : i < at ? 'gone' : ''} aria-current={name === stage ? 'step' : undefined}>
            {stageName(t, kind, name)}
          </li>
        ))}
      </ol>
      <div className="row">
        <Button look="soft" reason={hindered('move')} onClick={() => setTo(next)}>
          {t('command.move')}
        </Button>
        <Button reason={hindered('amend')} onClick={() => setTo(null)}>
          {t('command.amend')}
        </Button>
        {counts && !isBlank(fields[counts.kept]) && (
          <Button reason={hindered('amend')} onClick={() => setTopping(true)}>
            {t('kindPage.topUp')}
          </Button>
        )}
      </div>
      <dl className="kind-facts">
        {known.map(name => (
          <div key={name} className={isWide(kind, name, fields) ? 'wide' : undefined}>
            <dt>{fieldName(t, kind, name)}</dt>
            <dd>
              {KIND[kind].fields[name]!.columns ? (
                <RowsTable {...{ kind, name }} rows={fields[name] as Row[]} open={!KIND[kind].stages[stage]!.back} />
              ) : KIND[kind].fields[name]!.type === 'list' ? (
                <ul className="kind-list">
                  {(fields[name] as string[]).map(line => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ) : (
                sayField(t, kind, name, fields[name], lang, names)
              )}
            </dd>
          </div>
        ))}
      </dl>
      {to !== undefined && <DetailDialog held={{ item, ...detail }} to={to} onClose={() => setTo(undefined)} />}
      {topping && <DetailDialog held={{ item, ...detail }} to={null} topUp onClose={() => setTopping(false)} />}
    </section>
  )
}

/** Tables, and words that a narrow column would stretch down the page. */
const isWide = (kind: LedgerKind, name: string, fields: Fields): boolean =>
  Boolean(KIND[kind].fields[name]!.columns) || String(fields[name]).length > 80
