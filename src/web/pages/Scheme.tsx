// One assessment scheme: the scores of units by it, and its items as a table to be edited; earlier versions can be read.
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { SchemeView } from '../../core/contract/scheme.ts'
import { dayOf } from '../../core/day.ts'
import { BoardTabs } from '../parts/BoardTabs.tsx'
import { Go } from '../parts/Go.tsx'
import { Load } from '../parts/Load.tsx'
import { Head } from '../parts/Shell.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { schemeQuery } from '../query.ts'
import { Editor } from '../scheme/Editor.tsx'
import { Objections } from '../scheme/ItemRow.tsx'
import { Scores } from '../scheme/Scores.tsx'
import { Box } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import '../style/board.css'
import '../style/scheme.css'

type Search = Partial<Record<'tab' | 'month' | 'version' | 'result', string>>

export function Scheme() {
  const { t } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  const { version } = useSearch({ strict: false }) as Search
  if (id === 'new')
    return (
      <div className="scheme">
        <Head title={t('scheme.add')} lead={t('scheme.lead')} />
        <BoardTabs />
        <Editor scheme={null} />
      </div>
    )
  return <Kept key={id} id={id} version={version} />
}

function Kept({ id, version }: { id: string; version: string | undefined }) {
  const { t } = useWords()
  const query = useQuery(schemeQuery(id, version))
  return (
    <Load query={query} lines={10} title={t('scheme.title')}>
      {scheme => <Whole scheme={scheme} />}
    </Load>
  )
}

function Whole({ scheme }: { scheme: SchemeView }) {
  const { t } = useWords()
  const may = useMay()
  const { tab: asked, month, version, result } = useSearch({ strict: false }) as Search
  const tab = asked === 'items' || version ? 'items' : 'scores'
  const old = scheme.version < scheme.newest
  const lead = [
    String(scheme.year),
    t('scheme.versionN', { n: scheme.version }),
    t('scheme.savedBy', { by: scheme.by, at: dayOf(scheme.at) }),
  ]
  return (
    <div className="scheme">
      <Head title={scheme.name} lead={[...lead, ...(scheme.retired ? [t('scheme.retired')] : [])].join(' · ')} />
      <BoardTabs />
      <nav className="page-tabs no-print" aria-label={t('scheme.tabs')}>
        {(['scores', 'items'] as const).map(name => (
          <Go key={name} to={page.scheme(scheme.id, { tab: name })} aria-current={tab === name ? 'page' : undefined}>
            {t(`scheme.${name === 'items' ? 'editTab' : 'scoresTab'}`)}
          </Go>
        ))}
      </nav>
      {tab === 'scores' ? (
        <Scores id={scheme.id} month={month} result={result} />
      ) : (
        <>
          {old && (
            <Box kind="info" action={<Go to={page.scheme(scheme.id, { tab: 'items' })}>{t('scheme.toNewest')}</Go>}>
              {t('scheme.old', { n: scheme.version, newest: scheme.newest })}
            </Box>
          )}
          {may('scheme.write') && !old ? <Editor key={scheme.version} scheme={scheme} /> : <Items scheme={scheme} />}
          <Versions scheme={scheme} />
        </>
      )}
    </div>
  )
}

function Items({ scheme }: { scheme: SchemeView }) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <section className="table-box" aria-label={t('scheme.editTab')} tabIndex={0}>
      <table className="table">
        <caption className="hidden">{t('scheme.editTab')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scheme.item')}</th>
            <th scope="col">{t('scheme.by')}</th>
            <th scope="col" className="num">
              {t('scheme.weight')}
            </th>
            <th scope="col" className="num">
              {t('scheme.cap')}
            </th>
          </tr>
        </thead>
        <tbody>
          {scheme.items.map(item => (
            <tr key={item.id}>
              <th scope="row">
                {item.name}
                <Objections objections={item.objections} cleared={item.cleared} />
              </th>
              <td>
                {item.indicator ?? `${t('scheme.byHand')} · ${t(`scheme.directions.${item.direction}`)}`}
                {item.measure && <p className="muted">{item.measure}</p>}
              </td>
              <td className="num">{item.weight}</td>
              <td className="num">{Math.round(item.cap * 10_000) / 100}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Versions({ scheme }: { scheme: SchemeView }) {
  const { t } = useWords()
  if (scheme.versions.length < 2) return null
  return (
    <section aria-labelledby="versions" className="scheme-versions">
      <h2 id="versions">{t('scheme.versions')}</h2>
      <ul>
        {scheme.versions.map(v => (
          <li key={v.version}>
            <Go to={page.scheme(scheme.id, { tab: 'items', version: v.version === scheme.newest ? undefined : String(v.version) })}>
              {t('scheme.versionN', { n: v.version })}
            </Go>{' '}
            <span className="muted">{t('scheme.savedBy', { by: v.by, at: dayOf(v.at) })}</span> {v.why}
          </li>
        ))}
      </ul>
    </section>
  )
}
