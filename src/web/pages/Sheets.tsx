// The answer sheet 答卷 of a half-year or a year as it stands now, ready to be issued; and those that were.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { SHEET_KINDS, type SheetKind } from '../../core/answersheet.ts'
import type { SheetDraft } from '../../core/contract/sheet.ts'
import { address } from '../api.ts'
import { BoardTabs } from '../parts/BoardTabs.tsx'
import { Go } from '../parts/Go.tsx'
import { GongwenPage } from '../parts/GongwenPage.tsx'
import { Load } from '../parts/Load.tsx'
import { SheetSources } from '../parts/SheetSources.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay, useSession } from '../parts/session.ts'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { page } from '../paths.ts'
import { sheetDraftQuery, sheetsQuery } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Box, Empty } from '../ui/Notice.tsx'
import { formatDay, formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import '../style/circular.css'
import '../style/sheet.css'

interface Asked {
  kind?: SheetKind
  year?: string
  asOf?: string
}

export function Sheets() {
  const { t, lang } = useWords()
  const may = useMay()
  const { today } = useSession()
  const go = useNavigate()
  const asked = useSearch({ strict: false }) as Asked
  const thisYear = Number(today.slice(0, 4))
  const { kind = today.slice(5, 7) < '07' ? 'year' : 'half', asOf = today } = asked
  // Before July no half is over: the year that ended is what is answered for.
  const year = asked.year ?? String(kind === 'year' && today.slice(5, 7) < '07' ? thisYear - 1 : thisYear)
  const query = useQuery(sheetDraftQuery({ kind, year, asOf }))
  const change = (more: Asked) => void go({ href: page.sheets({ kind, year, asOf, ...more }), replace: true })
  const [issuing, setIssuing] = useState(false)
  const draft = query.data
  return (
    <div className="circular">
      <Head title={t('sheet.title')} lead={t('sheet.lead')}>
        <button type="button" className="button plain" onClick={() => print()}>
          {t('app.printed')}
        </button>
        {may('sheet.issue') && (
          <Button
            look="primary"
            busy={!draft || query.isPlaceholderData}
            reason={draft?.issued ? t(draft.issued.withdrawn ? 'sheet.withdrawn' : 'sheet.issued') : null}
            onClick={() => setIssuing(true)}
          >
            {t('sheet.issue')}
          </Button>
        )}
      </Head>
      <BoardTabs />
      <div className="circular-tools">
        <fieldset className="periods">
          <legend className="hidden">{t('circular.period')}</legend>
          {SHEET_KINDS.map(k => (
            <button key={k} type="button" className="button plain" aria-pressed={k === kind} onClick={() => change({ kind: k })}>
              {t(`sheet.${k}`)}
            </button>
          ))}
        </fieldset>
        <Field label={t('sheet.ofYear')}>
          <select value={year} onChange={e => change({ year: e.target.value })}>
            {[0, 1, 2, 3, 4].map(ago => (
              <option key={ago}>{thisYear - ago}</option>
            ))}
          </select>
        </Field>
        <Field label={t('sheet.asOf')}>
          <input type="date" value={asOf} max={today} onChange={e => e.target.value && change({ asOf: e.target.value })} />
        </Field>
      </div>
      {draft?.issued && (
        <Box
          kind={draft.issued.withdrawn ? 'warn' : 'info'}
          action={
            <Go className="button plain" to={page.sheet(draft.issued.id)}>
              {t('sheet.open')}
            </Go>
          }
        >
          {t(draft.issued.withdrawn ? 'sheet.withdrawnSame' : 'sheet.same', {
            at: formatInstant(draft.issued.at, lang),
            by: draft.issued.by,
          })}
        </Box>
      )}
      <Past />
      <Load query={query} lines={12}>
        {({ gongwen, facts }) => (
          <>
            <SheetSources facts={facts} />
            <div className="desk" aria-busy={query.isPlaceholderData}>
              <GongwenPage gongwen={gongwen} />
            </div>
          </>
        )}
      </Load>
      {issuing && draft && <Issue draft={draft} asked={{ kind, year, asOf }} onClose={() => setIssuing(false)} />}
    </div>
  )
}

function Issue({
  draft,
  asked,
  onClose,
}: {
  draft: SheetDraft
  asked: { kind: SheetKind; year: string; asOf: string }
  onClose: () => void
}) {
  const { t } = useWords()
  const go = useNavigate()
  const client = useQueryClient()
  const again = () => {
    void client.invalidateQueries({ queryKey: ['sheets'] })
    void client.invalidateQueries({ queryKey: ['sheet-draft'] })
  }
  const write = useWrite('postSheet', {
    onDone: sheet => {
      again()
      void go({ to: page.sheet(sheet.id) })
    },
  })
  const send = async () => {
    const done = await write.send({ body: { ...asked, year: Number(asked.year), digest: draft.digest } })
    // Refused because figures came in: what is behind the dialog is made anew.
    if (!done) again()
  }
  return (
    <WriteDialog title={t('sheet.issue')} onClose={onClose} onSubmit={() => void send()} write={write} does={t('sheet.issue')}>
      <p>{t('sheet.issueAsk', { title: draft.gongwen.title })}</p>
    </WriteDialog>
  )
}

function Past() {
  const { t, lang } = useWords()
  const query = useQuery(sheetsQuery)
  return (
    <details className="sheet-past">
      <summary>{t('sheet.past', { n: query.data?.sheets.length ?? 0 })}</summary>
      <Load query={query} lines={3}>
        {({ sheets }) =>
          sheets.length === 0 ? (
            <Empty title={t('sheet.none')} lead={t('sheet.noneHint')} />
          ) : (
            <ul>
              {sheets.map(s => (
                <li key={s.id}>
                  <Go to={page.sheet(s.id)}>{s.title}</Go>
                  {s.withdrawn && <strong>{t('sheet.withdrawn')}</strong>}
                  <span className="muted">
                    {t('sheet.asOf')} {formatDay(s.asOf, lang)} · {t('sheet.by', { by: s.by })} · {formatInstant(s.at, lang)}
                  </span>
                  <a href={address('getSheetDocx', { params: { id: s.id } })} download>
                    {t('sheet.docx')}
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Load>
    </details>
  )
}
