// The panel of a campaign or programme on its item's page: how it stands beside its clock, what belongs to it, and its end.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { burnSentence } from '../../core/burnupsentence.ts'
import type { CampaignView } from '../../core/contract/campaign.ts'
import type { ItemView } from '../../core/contract/item.ts'
import { dayOf } from '../../core/day.ts'
import type { Row } from '../../core/rows.ts'
import { Chart } from '../chart/Chart.tsx'
import { Go } from '../parts/Go.tsx'
import { Light } from '../parts/Light.tsx'
import { Load } from '../parts/Load.tsx'
import { useMay } from '../parts/session.ts'
import { page } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { formatDay } from '../words/day.ts'
import { useWords } from '../words/words.ts'
import { AddMember } from './AddMember.tsx'
import { EndDialog } from './EndDialog.tsx'
import { Members } from './Members.tsx'
import { Phases } from './Phases.tsx'
import { campaignQuery } from './query.ts'
import { drawBurn, sayIndicator } from './say.ts'
import '../style/campaign.css'

export function CampaignPanel({ item }: { item: ItemView }) {
  return (
    <Load query={useQuery(campaignQuery(item.id))} lines={8}>
      {campaign => <Whole campaign={campaign} item={item} />}
    </Load>
  )
}

function Whole({ campaign, item }: { campaign: CampaignView; item: ItemView }) {
  const { t, lang } = useWords()
  const may = useMay()
  const [open, setOpen] = useState<'end' | 'add' | null>(null)
  const { burn, begin, end, ended, kind } = campaign
  const today = dayOf(Date.now())
  const shown = ended ? ended.on : today
  return (
    <section className="campaign" aria-labelledby="campaign">
      <h2 id="campaign">{t(ended ? 'campaign.over' : 'campaign.title')}</h2>
      {begin && end && (
        <p>
          {t('campaign.from', { begin: formatDay(begin, lang), end: formatDay(end, lang) })}
          {ended && ` ${t('campaign.endedOn', { day: formatDay(ended.on, lang), by: ended.by })}`}
        </p>
      )}
      {campaign.partial && <p className="muted">{t('campaign.partial')}</p>}
      {kind === 'programme' && <Phases phases={(item.detail?.fields.phases as Row[] | undefined) ?? []} today={today} />}
      {burn ? (
        <>
          <p className="campaign-said">
            <Light light={burn.light} reason={burn.light === 'red' ? 'behind' : undefined} /> {burnSentence(lang, burn)}
          </p>
          {burn.reason === null && (
            <>
              <p>{t('campaign.changes', { today: burn.today, week: burn.week, before: burn.weekBefore })}</p>
              <Chart
                title={t('campaign.chart', { done: burn.done, total: burn.total })}
                source={t('campaign.source', { day: formatDay(shown, lang) })}
                make={drawBurn(t, lang, burn)}
                of={JSON.stringify(burn)}
              />
            </>
          )}
        </>
      ) : (
        <p className="muted">{t(kind === 'campaign' ? 'campaign.noClock' : 'campaign.noPhases')}</p>
      )}
      <div className="row no-print">
        {!ended && may('campaign.end') && (
          <>
            <Button look="soft" onClick={() => setOpen('add')}>
              {t('campaign.add')}
            </Button>
            <Button onClick={() => setOpen('end')}>{t('campaign.end')}</Button>
          </>
        )}
        {ended && may('campaign.report') && (
          <Go className="button plain" to={page.endReport(campaign.id)}>
            {t('campaign.report')}
          </Go>
        )}
        {kind === 'programme' && item.parts.length > 0 && (
          <Go className="button plain" to={page.coverage(item.id)}>
            {t('coverage.title')}
          </Go>
        )}
        {!ended && may('overview.read') && (
          <Go className="button plain" to={page.wallOf(campaign.id)}>
            {t('wall.title')}
          </Go>
        )}
      </div>
      {campaign.indicators.length > 0 && (
        <>
          <h3>{t('campaign.indicators')}</h3>
          <ul className="campaign-indicators">
            {campaign.indicators.map(indicator => (
              <li key={indicator.id}>
                <Light light={indicator.standing?.light ?? 'grey'} reason={indicator.standing?.light === 'red' ? 'behind' : undefined} />{' '}
                <Go to={page.series(indicator.id, { year: indicator.year })}>{indicator.name}</Go>
                {' · '}
                {sayIndicator(t, lang, indicator)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Members campaign={campaign} listed={item.parts.map(part => part.id)} />
      {open === 'add' && <AddMember campaign={campaign} onClose={() => setOpen(null)} />}
      {open === 'end' && <EndDialog campaign={campaign} onClose={() => setOpen(null)} />}
    </section>
  )
}
