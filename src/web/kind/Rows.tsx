// The ledger of a kind as a table, page by page; the filters are the address.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { KIND, type LedgerKind, stagesOf } from '../../core/kind.ts'
import { Load } from '../parts/Load.tsx'
import { page } from '../paths.ts'
import { Field } from '../ui/Field.tsx'
import { Empty } from '../ui/Notice.tsx'
import { Pages } from '../ui/Pages.tsx'
import { choiceName, fieldName, stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import { KindTable } from './KindTable.tsx'
import { kindQuery } from './query.ts'

const SIZE = 50

export function Rows({ kind, filters }: { kind: LedgerKind; filters: Record<string, string | undefined> }) {
  const { t } = useWords()
  const go = useNavigate()
  const { page: at = '1', sort = 'stageOn', dir = 'desc' } = filters
  const asked = Object.fromEntries(Object.entries(filters).filter((e): e is [string, string] => Boolean(e[1])))
  const facts = new Map((filters.fact ?? '').split(',').flatMap(one => (one ? [one.split(':') as [string, string]] : [])))
  const choices = KIND[kind].columns.filter(name => KIND[kind].fields[name]!.type === 'choice')
  const query = useQuery(kindQuery(kind, asked))
  const change = (more: Record<string, string>) =>
    void go({ href: page.kind(kind, { ...filters, view: 'table', page: undefined, ...more }) })
  return (
    <>
      <div className="row kind-filters">
        <Field label={t('kindPage.stage')}>
          <select value={filters.stage ?? ''} onChange={e => change({ stage: e.target.value })}>
            <option value="">{t('kindPage.all')}</option>
            {stagesOf(kind).map(stage => (
              <option key={stage} value={stage}>
                {stageName(t, kind, stage)}
              </option>
            ))}
          </select>
        </Field>
        {choices.map(name => (
          <Field key={name} label={fieldName(t, kind, name)}>
            <select value={facts.get(name) ?? ''} onChange={e => change({ fact: withFact(facts, name, e.target.value) })}>
              <option value="">{t('kindPage.all')}</option>
              {KIND[kind].fields[name]!.choices!.map(choice => (
                <option key={choice} value={choice}>
                  {choiceName(t, kind, name, choice)}
                </option>
              ))}
            </select>
          </Field>
        ))}
        <Field label={t('kindPage.search')}>
          <input
            type="search"
            maxLength={50}
            defaultValue={filters.q ?? ''}
            onKeyDown={e => e.key === 'Enter' && change({ q: e.currentTarget.value.trim() })}
          />
        </Field>
      </div>
      <Load query={query} lines={10}>
        {({ items, total, names }) =>
          items.length === 0 ? (
            <Empty title={t('ledger.emptyFiltered')} lead={t('ledger.emptyFilteredLead')} />
          ) : (
            <>
              <KindTable {...{ kind, items, names, sort, dir }} onSort={(s, d) => change({ sort: s, dir: d })} />
              <Pages
                label={t('ledger.pages')}
                page={Number(at)}
                pages={Math.ceil(total / SIZE)}
                say={t('ledger.page', { page: at, pages: Math.ceil(total / SIZE) })}
                prev={t('ledger.prev')}
                next={t('ledger.next')}
                onPage={p => change({ page: String(p) })}
              />
            </>
          )
        }
      </Load>
    </>
  )
}

/** level:high,category:debt */
const withFact = (facts: Map<string, string>, name: string, choice: string): string =>
  [...new Map([...facts, [name, choice]])]
    .filter(([, value]) => value)
    .map(fact => fact.join(':'))
    .join(',')
