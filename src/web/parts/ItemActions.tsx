// The one bar of what can be done to an item, the likeliest first; what cannot be done now stands folded beneath it, each with its reason.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ACCESS, actionOf } from '../../core/access.ts'
import type { ItemView } from '../../core/contract/item.ts'
import { KIND } from '../../core/kind.ts'
import type { CommandName, Role } from '../../core/types.ts'
import { itemQuery, itemsChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { type Asked, CommandDialog } from './CommandDialog.tsx'
import { FaultBox } from './FaultBox.tsx'
import { useSession } from './session.ts'
import { useWrite } from './write.ts'

/** The order in the bar: the item's way forward first, what holds it up or changes it after. */
const ORDER: Exclude<CommandName, 'register' | 'move' | 'amend' | 'link' | 'unlink'>[] = [
  'accept',
  'report',
  'submit',
  'dispatch',
  'close',
  'return',
  'grant-extension',
  'refuse-extension',
  'recheck',
  'resume',
  'urge',
  'ask-extension',
  'extend',
  'plan-recheck',
  'edit',
  'suspend',
  'withdraw',
  'archive',
]

export function ItemActions({ item }: { item: ItemView }) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const { appointments } = useSession()
  const [asked, setAsked] = useState<Asked | null>(null)
  const accept = useWrite('postCommand', {
    scope: `accept.${item.id}`,
    onDone: answer => {
      cache.setQueryData(itemQuery(item.id).queryKey, answer)
      itemsChanged()
      tell(t('item.updated', { command: t('command.accept') }))
    },
  })

  // What one's role never does would only be noise: the officer's urging is not a disabled button on the liaison's page.
  const roles = appointments.map(a => a.role)
  const staged = item.detail !== null && KIND[item.detail.kind].drafts !== undefined
  const known = ORDER.filter(c => item.commands[c] === null || (!staged && roles.some((r: Role) => ACCESS[actionOf(c)][r])))
  const first = known.find(c => item.commands[c] === null)
  const why = (c: (typeof ORDER)[number]): string | null => {
    const code = item.commands[c]
    if (!code) return null
    return t(`why.${code}`, { state: t(`state.${item.state}`), command: t(`command.${c}`) })
  }
  if (known.length === 0) return null

  const later = known.filter(c => item.commands[c] !== null)

  return (
    <>
      <fieldset className="item-actions">
        <legend className="hidden">{t('item.actions')}</legend>
        {known
          .filter(c => item.commands[c] === null)
          .map(c => (
            <Button
              key={c}
              look={c === first ? 'primary' : 'plain'}
              busy={c === 'accept' && accept.busy}
              onClick={() =>
                c === 'accept'
                  ? void accept.send({ params: { id: item.id }, body: { version: item.version, command: { command: 'accept' } } })
                  : setAsked(c)
              }
            >
              {t(`command.${c}`)}
            </Button>
          ))}
        {later.length > 0 && (
          <details className="item-more">
            <summary className="button quiet">{t('item.more', { n: later.length })}</summary>
            <p className="muted">{t('item.moreLead')}</p>
            <dl>
              {later.map(c => (
                <div key={c}>
                  <dt>{t(`command.${c}`)}</dt>
                  <dd>{why(c)}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </fieldset>
      <FaultBox fault={accept.fault} waiting={accept.waiting} />
      {asked && <CommandDialog key={asked} item={item} command={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
