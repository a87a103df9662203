// A checked sheet: its name, what was or would be written, whether it came before, and below that the details of its kind. A sheet that is no such sheet says so.
import type { ReactNode, RefObject } from 'react'
import type { ImportView } from '../../core/contract/sheetimport.ts'
import type { Fault } from '../api.ts'
import { FaultBox } from '../parts/FaultBox.tsx'
import { Button } from '../ui/Button.tsx'
import { Box } from '../ui/Notice.tsx'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'

interface Sheet {
  head: RefObject<HTMLHeadingElement | null>
  file: File | null
  preview: { before: ImportView | null; hidden: number } | null
  result: object | null
  writing: { fault: Fault | null; waiting: boolean }
  drop: () => void
}

interface Props {
  sheet: Sheet
  /** Of the whole file. */
  fault: string | null
  before: 'imports.before' | 'kindSheet.before'
  verdict: ReactNode
  children: ReactNode
}

export function Checked({ sheet: { head, file, preview, result, writing, drop }, fault, before, verdict, children }: Props) {
  const { t, lang } = useWords()
  if (!file || !preview) return null
  if (fault)
    return (
      <Box kind="error" action={<Button onClick={drop}>{t('imports.another')}</Button>}>
        {fault}
      </Box>
    )
  return (
    <section aria-labelledby="import-check">
      <h2 id="import-check" ref={head} tabIndex={-1}>
        {t('imports.check', { name: file.name })}
      </h2>
      {verdict}
      <FaultBox fault={writing.fault} waiting={writing.waiting} />
      {!result && preview.before && (
        <Box kind="info">
          {t(before, { by: preview.before.by, at: formatInstant(preview.before.at, lang), n: preview.before.readings })}
        </Box>
      )}
      {preview.hidden > 0 && <p className="muted">{t('imports.hidden', { n: preview.hidden })}</p>}
      {children}
    </section>
  )
}
