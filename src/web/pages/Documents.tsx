// All documents that the reader may see, newest first.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Relays } from '../cascade/Relays.tsx'
import { Day, Instant } from '../parts/Day.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { documentsQuery } from '../query.ts'
import { Empty } from '../ui/Notice.tsx'
import { Pages } from '../ui/Pages.tsx'
import { useWords } from '../words/words.ts'
import '../style/ledger.css'

const SIZE = 50

export function Documents() {
  const { t } = useWords()
  const may = useMay()
  const go = useNavigate()
  const { q = '', page: at = '1' } = useSearch({ strict: false }) as { q?: string; page?: string }
  const query = useQuery(documentsQuery({ q, page: at }))
  const turn = (to: { q: string; page?: string }) => void go({ to: page.documents, search: to as never })
  const begin = may('document.write') && (
    <Go className="button primary" to={page.newDocument}>
      {t('documents.new')}
    </Go>
  )
  return (
    <>
      <Head title={t('documents.title')}>
        <search>
          <form
            onSubmit={e => {
              e.preventDefault()
              turn({ q: String(new FormData(e.currentTarget).get('q') ?? '').trim() })
            }}
          >
            <input
              type="search"
              name="q"
              maxLength={50}
              defaultValue={q}
              aria-label={t('documents.search')}
              placeholder={t('documents.search')}
            />
          </form>
        </search>
        {begin}
      </Head>
      <Relays />
      <Load query={query}>
        {({ documents, total }) =>
          documents.length === 0 ? (
            <Empty
              title={q ? t('say.noMatch', { q }) : t('documents.empty')}
              {...(q ? {} : { lead: t('documents.emptyLead'), action: begin })}
            />
          ) : (
            <>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
              <section className="table-box" aria-label={t('documents.caption')} tabIndex={0}>
                <table className="table">
                  <caption className="hidden">{t('documents.caption')}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t('documents.name')}</th>
                      <th scope="col">{t('documents.state')}</th>
                      <th scope="col" className="num wide-only">
                        {t('documents.directives')}
                      </th>
                      <th scope="col" className="num">
                        {t('documents.items')}
                      </th>
                      <th scope="col" className="wide-only">
                        {t('documents.number')}
                      </th>
                      <th scope="col" className="wide-only">
                        {t('documents.day')}
                      </th>
                      <th scope="col" className="wide-only">
                        {t('documents.by')}
                      </th>
                      <th scope="col" className="wide-only">
                        {t('documents.at')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {documents.map(d => (
                      <tr key={d.id}>
                        <th scope="row">
                          <Go to={page.document(d.id)} className="two-lines">
                            {d.title}
                          </Go>
                        </th>
                        <td className="nowrap">{t(`documents.${d.state}`)}</td>
                        <td className="num wide-only">{d.directives}</td>
                        <td className="num">{d.items > 0 ? <Go to={page.ledger({ document: d.id })}>{d.items}</Go> : 0}</td>
                        <td className="wide-only nowrap">{d.number ?? '—'}</td>
                        <td className="wide-only nowrap">
                          <Day day={d.day} />
                        </td>
                        <td className="wide-only nowrap">{d.createdBy}</td>
                        <td className="wide-only nowrap">
                          <Instant at={d.createdAt} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </section>
              <Pages
                label={t('ledger.pages')}
                page={Number(at)}
                pages={Math.ceil(total / SIZE)}
                say={t('ledger.page', { page: at, pages: Math.ceil(total / SIZE) })}
                prev={t('ledger.prev')}
                next={t('ledger.next')}
                onPage={p => turn({ q, page: String(p) })}
              />
            </>
          )
        }
      </Load>
    </>
  )
}
