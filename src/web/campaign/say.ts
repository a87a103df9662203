// A campaign in words and as a chart: its sentence and its burn-up with the page's names. Nothing is decided here.
import type { BurnUpView, CampaignView } from '../../core/contract/campaign.ts'
import { burnUp } from '../chart/burnUp.ts'
import type { Drawing, Palette } from '../chart/drawing.ts'
import { formatShortDay } from '../words/day.ts'
import { formatNumber, type Lang } from '../words/number.ts'
import { sayStanding } from '../words/pace.ts'
import type { T } from '../words/words.ts'

export const drawBurn =
  (t: T, lang: Lang, burn: BurnUpView, more: { size?: number; height?: number } = {}) =>
  (palette: Palette): Drawing =>
    burnUp(
      {
        // The years stand above the chart, with the first day and the last.
        days: burn.days.map(({ day }) => formatShortDay(day, lang, day)),
        scope: burn.days.map(({ scope }) => scope),
        done: burn.days.map(({ done }) => done),
        change: burn.days.map(({ change }) => change),
        plan: burn.days.map(({ plan }) => plan),
        names: {
          day: t('campaign.day'),
          change: t('campaign.change'),
          scope: t('campaign.scope'),
          done: t('campaign.done'),
          plan: t('campaign.plan'),
        },
        say: value => formatNumber(value, lang),
        ...more,
      },
      palette,
    )

type Indicator = CampaignView['indicators'][number]
export const sayIndicator = (t: T, lang: Lang, { standing, year, dueOn, ...of }: Indicator): string =>
  standing ? sayStanding(of, standing, year, lang, dueOn) : t('campaign.noStanding')
