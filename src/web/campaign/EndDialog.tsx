// Ending a campaign or programme: for each open member where it goes, all at once or one by one. What is chosen is kept until the server has it.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CampaignView } from '../../core/contract/campaign.ts'
import { keep, kept } from '../intent.ts'
import { ledgersChanged } from '../kind/query.ts'
import { Light } from '../parts/Light.tsx'
import { WriteDialog } from '../parts/WriteDialog.tsx'
import { useWrite } from '../parts/write.ts'
import { itemsChanged } from '../query.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useTell } from '../ui/Notice.tsx'
import { useWords } from '../words/words.ts'
import { campaignQuery, campaignsChanged } from './query.ts'

/** As the choice has it: nothing said yet, or it stays with its unit. */
const UNSAID = ''
const STAYS = 'stays'

export function EndDialog({ campaign, onClose }: { campaign: CampaignView; onClose: () => void }) {
  const { t } = useWords()
  const tell = useTell()
  const cache = useQueryClient()
  const { id, takers } = campaign
  const name = `text.end.${id}`
  const [typed, setTyped] = useState<{ goes: Record<string, string>; words: string }>(() => kept(name, { goes: {}, words: '' }))
  useEffect(() => keep(name, Object.keys(typed.goes).length || typed.words ? typed : null), [name, typed])
  const open = campaign.members.filter(member => member.stand === 'open')
  const goesOf = (itemId: string): string => {
    const said = typed.goes[itemId] ?? UNSAID
    return said === STAYS || takers.some(taker => taker.id === said) ? said : UNSAID
  }
  const unsaid = open.filter(member => goesOf(member.id) === UNSAID).length
  const handed = open.filter(member => ![UNSAID, STAYS].includes(goesOf(member.id))).length
  const write = useWrite('endCampaign', {
    onDone: answer => {
      keep(name, null)
      cache.setQueryData(campaignQuery(id).queryKey, answer)
      itemsChanged()
      ledgersChanged()
      campaignsChanged()
      tell(t('campaign.endDone', { title: campaign.title }))
      onClose()
    },
  })
  const send = () => {
    const endings = open.map(member => ({ itemId: member.id, to: goesOf(member.id) === STAYS ? null : goesOf(member.id) }))
    void write.send({ params: { id }, body: { version: campaign.version, endings, words: typed.words.trim() || null } })
  }
  const all = (goes: string) => setTyped(old => ({ ...old, goes: Object.fromEntries(open.map(member => [member.id, goes])) }))
  const choices = (
    <>
      <option value={UNSAID}>{t('campaign.choose')}</option>
      <option value={STAYS}>{t('campaign.stays')}</option>
      {takers.map(taker => (
        <option key={taker.id} value={taker.id}>
          {t('campaign.handTo', { title: `${taker.number ?? ''} ${taker.title}`.trim() })}
        </option>
      ))}
    </>
  )
  return (
    <WriteDialog
      wide
      title={t('campaign.end')}
      onClose={onClose}
      onSubmit={send}
      write={write}
      item={campaign}
      does={t('campaign.endNow')}
      danger
      reason={unsaid ? t('campaign.unsaid', { n: unsaid }) : null}
      action={
        (write.fault?.code === 'stale-version' || write.fault?.code === 'preview-stale' || write.fault?.code === 'members-open') && (
          <Button onClick={() => void cache.invalidateQueries({ queryKey: ['campaign', id] }).then(write.clear)}>{t('do.again')}</Button>
        )
      }
    >
      <p>{t('campaign.endLead', { done: campaign.members.filter(m => m.stand === 'done').length, open: open.length })}</p>
      {open.length > 0 && (
        <>
          {open.length > 1 && (
            <Field label={t('campaign.all')} hint={takers.length ? undefined : t('campaign.noTakers')}>
              <select value={UNSAID} onChange={e => e.target.value && all(e.target.value)}>
                {choices}
              </select>
            </Field>
          )}
          <ul className="campaign-endings">
            {open.map(member => (
              <li key={member.id}>
                <p>
                  <Light light={member.light} /> <b>{member.title}</b>{' '}
                  <span className="muted">{[member.number, member.unit, `${member.percent}%`].filter(Boolean).join(' · ')}</span>
                </p>
                <select
                  aria-label={t('campaign.goesOf', { title: member.title })}
                  value={goesOf(member.id)}
                  onChange={e => setTyped(old => ({ ...old, goes: { ...old.goes, [member.id]: e.target.value } }))}
                >
                  {choices}
                </select>
              </li>
            ))}
          </ul>
          <p aria-live="polite">{t('campaign.endSum', { handed, left: open.length - handed - unsaid, unsaid })}</p>
        </>
      )}
      <Field label={t('campaign.next')} hint={t('say.optional')}>
        <textarea maxLength={2000} rows={3} value={typed.words} onChange={e => setTyped(old => ({ ...old, words: e.target.value }))} />
      </Field>
      <p className="muted">{t('campaign.endFinal')}</p>
    </WriteDialog>
  )
}
