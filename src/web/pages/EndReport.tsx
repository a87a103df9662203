// The report of a campaign or programme that has ended: the page and its Word file, as they were kept; nothing on it can change.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { address } from '../api.ts'
import { endReportQuery } from '../campaign/query.ts'
import { Go } from '../parts/Go.tsx'
import { GongwenPage } from '../parts/GongwenPage.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { page } from '../paths.ts'
import { formatInstant } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import '../style/circular.css'
import '../style/sheet.css'

export function EndReport() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { t, lang } = useWords()
  return (
    <Load query={useQuery(endReportQuery(id))} title={t('campaign.report')} lines={12}>
      {report => (
        <div className="circular">
          <Head title={report.title} lead={`${t('campaign.reportBy', { by: report.by })} · ${formatInstant(report.at, lang)}`}>
            <Go className="button plain" to={page.item(id)}>
              {t('campaign.back')}
            </Go>
            <button type="button" className="button plain" onClick={() => print()}>
              {t('app.printed')}
            </button>
            <a className="button primary" href={address('getEndReportDocx', { params: { id } })} download>
              {t('sheet.docx')}
            </a>
          </Head>
          <p className="muted sheet-sum">
            {t('sheet.digest')} <code>{report.sha256}</code>
          </p>
          <div className="desk">
            <GongwenPage gongwen={report.gongwen} />
          </div>
        </div>
      )}
    </Load>
  )
}
