// What a search finds outside the ledger of matters: each item with its kind and stage. Draws nothing while nothing is found.
import { useQuery } from '@tanstack/react-query'
import { isLedgerKind } from '../../core/kind.ts'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { page } from '../paths.ts'
import { searchQuery } from '../query.ts'
import { stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'

export function Elsewhere({ q }: { q: string }) {
  const { t } = useWords()
  const { data } = useQuery(searchQuery(q))
  if (!data?.items.length) return null
  const { items, total } = data
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('search.elsewhere', { n: total })}</h2>
      <ul className="plain">
        {items.map(({ id, kind, number, title, light, reason, stage }) => (
          <li key={id} className="row">
            <Light light={light} reason={reason} />
            {isLedgerKind(kind) && <span className="chip">{t(`kind.${kind}.name`)}</span>}
            <Go to={page.item(id)}>
              {number} {title}
            </Go>
            {stage && isLedgerKind(kind) && <span className="muted">{stageName(t, kind, stage)}</span>}
          </li>
        ))}
      </ul>
      {total > items.length && <p className="muted">{t('search.more', { n: items.length })}</p>}
    </section>
  )
}
