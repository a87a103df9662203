// Where a part comes from, one click a step: the upper level's sentence, the wholes above it, itself; with how deep it stands.
import type { ItemView } from '../../core/contract/item.ts'
import { Go } from '../parts/Go.tsx'
import { page } from '../paths.ts'
import { useWords } from '../words/words.ts'
import '../style/part.css'

export function Chain({ item }: { item: ItemView }) {
  const { t } = useWords()
  const { chain, relayed } = item
  if (chain.length === 0 && !relayed) return null
  const from =
    relayed &&
    (relayed.sourceTitle
      ? t('part.fromSource', { from: relayed.from, title: relayed.sourceTitle })
      : t('part.from', { from: relayed.from }))
  return (
    <nav className="chain" aria-label={t('part.chain')}>
      <ol>
        {from && <li>{from}</li>}
        {chain.toReversed().map(link => (
          <li key={link.id}>
            {link.visible ? (
              <Go to={page.item(link.id)}>
                <span className="muted">{link.number}</span> {link.title}
              </Go>
            ) : (
              <>
                <span className="muted">{link.number}</span> {link.title}
              </>
            )}
          </li>
        ))}
        <li aria-current="true">
          <b>{t('part.here')}</b> <span className="muted">{t('part.level', { n: chain.length + 1 })}</span>
        </li>
      </ol>
    </nav>
  )
}
