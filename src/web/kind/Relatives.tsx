// 相关事项: what an item hangs together with, both ways, by name, number, light and stage; linking it to more, and taking a link away.
import { useState } from 'react'
import type { ItemView, Relative } from '../../core/contract/item.ts'
import { isLedgerKind } from '../../core/kind.ts'
import { relationsOf } from '../../core/relation.ts'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { relationName, stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'
import { LinkDialog, UnlinkDialog } from './LinkDialog.tsx'
import { VIEWS } from './views.ts'
import '../style/kind.css'

export function Relatives({ item }: { item: ItemView }) {
  const { t } = useWords()
  const [linking, setLinking] = useState(false)
  const [dropped, setDropped] = useState<Relative | null>(null)
  const can = relationsOf(item.detail?.kind ?? 'matter').length > 0 && item.commands.link === null
  const listed = (item.detail && VIEWS[item.detail.kind]?.lists) ?? []
  const shown = item.links.filter(link => link.way === 'to' || !listed.includes(link.relation))
  if (!shown.length && !can) return null
  const groups = Map.groupBy(shown, link => relationName(t, link.relation, link.way))
  return (
    <section className="item-related" aria-labelledby="related">
      <h2 id="related">{t('related.title')}</h2>
      {groups.size === 0 && <p className="muted">{t('related.none')}</p>}
      {[...groups].map(([name, links]) => (
        <div key={name}>
          <h3>{name}</h3>
          <ul className="plain">
            {links.map(link => (
              <li key={`${link.relation}${link.id}`} className="row">
                <Light light={link.light} reason={link.reason} />
                <Go to={page.item(link.id)}>
                  {link.number} {link.title}
                </Go>
                <span className="chip">
                  {link.stage && isLedgerKind(link.kind) ? stageName(t, link.kind, link.stage) : t(`state.${link.state}`)}
                </span>
                {link.way === 'to' && item.commands.unlink === null && (
                  <Button
                    look="link"
                    aria-label={t('say.label', { what: t('command.unlink'), of: link.title })}
                    onClick={() => setDropped(link)}
                  >
                    {t('command.unlink')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {can && (
        <Button look="plain" onClick={() => setLinking(true)}>
          {t('command.link')}
        </Button>
      )}
      {linking && <LinkDialog item={item} onClose={() => setLinking(false)} />}
      {dropped && <UnlinkDialog item={item} link={dropped} onClose={() => setDropped(null)} />}
    </section>
  )
}
