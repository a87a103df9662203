// The rows of a ledger's sheet that would be written, with what each says or changes, and those that are left out, with why.
import type { SheetPreview } from '../../core/contract/kindsheet.ts'
import type { FieldValue } from '../../core/kind.ts'
import type { SheetKind } from '../../core/kindsheet/column.ts'
import { Button } from '../ui/Button.tsx'
import { fieldName, sayField, stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import { type SheetFixes, type SheetRowView, withSheetRow } from './fixing.ts'

interface Props {
  kind: SheetKind
  preview: SheetPreview
  fixes: SheetFixes
  /** null: it is written, and nothing more is said. */
  onFix: ((fixes: SheetFixes) => void) | null
}

export function Written({ kind, preview, fixes, onFix }: Props) {
  const { t } = useWords()
  const rows = preview.rows.filter(row => row.state === 'new' || row.state === 'changed')
  if (rows.length === 0) return <p className="muted">{t('kindSheet.writeNone')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-box import-box" aria-label={t('kindSheet.write')} tabIndex={0}>
      <table className="table phone-cards">
        <thead>
          <tr>
            <th scope="col">{t('kindSheet.place')}</th>
            <th scope="col">{t(`kind.${kind}.title`)}</th>
            <th scope="col">{t('kindSheet.state')}</th>
            <th scope="col">{t('kindSheet.stage')}</th>
            <th scope="col">{t('kindSheet.lead_')}</th>
            <th scope="col">{t('kindSheet.facts')}</th>
            {onFix && <th scope="col">{t('kindSheet.skip')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.at}>
              <td className="muted">{row.at}</td>
              <th scope="row">{row.title}</th>
              <td>{t(`kindSheet.states.${row.state as 'new'}`)}</td>
              <td>{stageOf(row)}</td>
              <td>{row.leadUnitId ? preview.names[row.leadUnitId] : '—'}</td>
              <td>
                <Facts kind={kind} row={row} names={preview.names} />
              </td>
              {onFix && (
                <td>
                  <Button
                    look="quiet"
                    aria-label={`${t('kindSheet.skip')} ${row.title}`}
                    onClick={() => onFix(withSheetRow(fixes, { at: row.at, leave: true }))}
                  >
                    {t('kindSheet.skip')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )

  function stageOf({ from, stage }: SheetRowView) {
    if (!stage) return '—'
    const to = stageName(t, kind, stage)
    return from ? t('kindSheet.moved', { from: stageName(t, kind, from), to }) : to
  }
}

function Facts({ kind, row, names }: { kind: SheetKind; row: SheetRowView; names: Record<string, string> }) {
  const { t, lang } = useWords()
  const said = (value: unknown, field: string) => sayField(t, kind, field, value as FieldValue, lang, names)
  const facts = Object.entries(row.fields).map(([field, value]) => {
    const told = { field: fieldName(t, kind, field), now: said(value, field), was: said(row.was[field], field) }
    return t(row.was[field] === undefined ? 'kindSheet.fact' : 'kindSheet.change', told)
  })
  const extra = Object.entries(row.extra).map(([head, text]) => t('kindSheet.fact', { field: head, now: text }))
  return (
    <>
      {facts.join(t('say.semicolon')) || '—'}
      {extra.length > 0 && <span className="muted"> {t('kindSheet.extra', { extra: extra.join(t('say.semicolon')) })}</span>}
    </>
  )
}

export function LeftOut({ preview, fixes, onFix }: Omit<Props, 'kind'>) {
  const { t } = useWords()
  return (
    <ul className="import-left">
      {preview.rows
        .filter(row => row.state === 'left')
        .map(row => (
          <li key={row.at}>
            {t('kindSheet.row', { at: row.at, title: row.title })}{' '}
            <span className="muted">{String(t(`kindSheet.why.${row.reason!}`, {} as never))}</span>
            {onFix && row.reason === 'by-hand' && (
              <Button look="quiet" onClick={() => onFix({ ...fixes, rows: fixes.rows.filter(r => r.at !== row.at) })}>
                {t('kindSheet.take_')}
              </Button>
            )}
          </li>
        ))}
    </ul>
  )
}
