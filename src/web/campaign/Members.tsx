// What belongs to a campaign or programme, as a table: what is open first, with where each went when it ended.
import { useState } from 'react'
import type { CampaignView, MemberView } from '../../core/contract/campaign.ts'
import { isLedgerKind } from '../../core/kind.ts'
import { MEMBER_STANDS, type MemberStand } from '../../core/member.ts'
import { Day } from '../parts/Day.tsx'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { page } from '../paths.ts'
import { Views } from '../ui/Views.tsx'
import { stageName } from '../words/kind.ts'
import { useWords } from '../words/words.ts'

const SHOWN = ['all', ...MEMBER_STANDS] as const
const ORDER: Record<MemberStand, number> = { open: 0, done: 1, gone: 2 }
const LIGHT = { red: 0, yellow: 1, green: 2, grey: 3 } as const
const worstFirst = (a: MemberView, b: MemberView): number =>
  ORDER[a.stand] - ORDER[b.stand] || (a.stand === 'open' ? LIGHT[a.light] - LIGHT[b.light] : (b.on ?? '') < (a.on ?? '') ? -1 : 1)

/** `listed`: its parts, which the page lists itself. */
export function Members({ campaign: { members: all, ended }, listed }: { campaign: CampaignView; listed: readonly string[] }) {
  const { t } = useWords()
  const members = ended ? all : all.filter(member => !listed.includes(member.id))
  const [show, setShow] = useState<(typeof SHOWN)[number]>('all')
  const of = (stand: (typeof SHOWN)[number]) => members.filter(member => stand === 'all' || member.stand === stand)
  if (!members.length && all.length) return null
  return (
    <>
      <h3 id="members">{t('campaign.members')}</h3>
      {members.length === 0 ? (
        <p className="muted">{t('campaign.noMembers')}</p>
      ) : (
        <>
          <Views
            legend={t('campaign.show')}
            views={SHOWN.map(view => ({ view, name: t(`campaign.stand.${view}`), n: of(view).length }))}
            shown={show}
            onShow={setShow}
          />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <section className="table-box" aria-labelledby="members" tabIndex={0}>
            <table className="table campaign-members">
              <thead>
                <tr>
                  <th scope="col">{t('campaign.item')}</th>
                  <th scope="col">{t('campaign.unit')}</th>
                  <th scope="col">{t('campaign.standHead')}</th>
                  <th scope="col">{t('campaign.where')}</th>
                  <th scope="col" className="num">
                    {t('campaign.percent')}
                  </th>
                  <th scope="col">{t('campaign.on')}</th>
                  {ended && <th scope="col">{t('campaign.goes')}</th>}
                </tr>
              </thead>
              <tbody>
                {of(show)
                  .toSorted(worstFirst)
                  .map(member => (
                    <tr key={member.id}>
                      <th scope="row">
                        <Go to={page.item(member.id)}>{member.title}</Go> <span className="muted">{member.number}</span>
                      </th>
                      <td data-name={t('campaign.unit')}>{member.unit ?? '—'}</td>
                      <td>
                        <b>{t(`campaign.stand.${member.stand}`)}</b> {member.stand === 'open' && <Light light={member.light} />}
                      </td>
                      <td>
                        {member.stage && isLedgerKind(member.kind) ? stageName(t, member.kind, member.stage) : t(`state.${member.state}`)}
                      </td>
                      <td className="num" data-name={t('campaign.percent')}>
                        {member.percent}%
                      </td>
                      <td data-name={t('campaign.on')}>
                        {member.stand === 'open' ? <Day day={member.dueOn} empty="—" /> : <Day day={member.on} empty="—" />}
                      </td>
                      {ended && (
                        <td data-name={t('campaign.goes')}>{member.stand === 'open' ? (member.to ?? t('campaign.stays')) : '—'}</td>
                      )}
                    </tr>
                  ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </>
  )
}
