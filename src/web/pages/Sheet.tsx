// An answer sheet 答卷 as it was issued: the page, its Word file and where its figures come from; nothing on it can change.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { address } from '../api.ts'
import { GongwenPage } from '../parts/GongwenPage.tsx'
import { Load } from '../parts/Load.tsx'
import { SheetSources } from '../parts/SheetSources.tsx'
import { Head } from '../parts/Shell.tsx'
import { sheetQuery } from '../query.ts'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import '../style/circular.css'
import '../style/sheet.css'

export function Sheet() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { t, lang } = useWords()
  return (
    <Load query={useQuery(sheetQuery(id))} title={t('sheet.title')} lines={12}>
      {sheet => (
        <div className="circular">
          <Head title={sheet.title} lead={`${t('sheet.by', { by: sheet.by })} · ${formatInstant(sheet.at, lang)}`}>
            <button type="button" className="button plain" onClick={() => print()}>
              {t('app.printed')}
            </button>
            <a className="button primary" href={address('getSheetDocx', { params: { id } })} download>
              {t('sheet.docx')}
            </a>
          </Head>
          <p className="muted sheet-sum">
            {t('sheet.digest')} <code>{sheet.sha256}</code>
          </p>
          <SheetSources facts={sheet.facts} />
          <div className="desk">
            <GongwenPage gongwen={sheet.gongwen} />
          </div>
        </div>
      )}
    </Load>
  )
}
