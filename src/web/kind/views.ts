// What a kind has beside what all have: further views of its ledger, and a panel on the page of an item. The one place where kinds differ in code.
import { type ComponentType, lazy } from 'react'
import type { ItemView } from '../../core/contract/item.ts'
import type { LedgerKind } from '../../core/kind.ts'
import type { RelationName } from '../../core/relation.ts'

type View = ComponentType<{ filters: Record<string, string | undefined> }>
type Panel = ComponentType<{ item: ItemView }>

interface KindViews {
  /** By the name that stands in the address (`view=`); worded as kind.<kind>.view.<name>. */
  views?: Record<string, View>
  item?: Panel
  /** Relations by which others stand to it that the panel lists itself. */
  lists?: readonly RelationName[]
}

/** Each is fetched when it is first looked at: lazy(async () => ({ default: (await import('../project/Funnel.tsx')).Funnel })). */
const campaign = lazy(async () => ({ default: (await import('../campaign/Panel.tsx')).CampaignPanel }))

export const VIEWS: Partial<Record<LedgerKind, KindViews>> = {
  risk: {
    views: { matrix: lazy(async () => ({ default: (await import('../risk/Matrix.tsx')).Matrix })) },
    item: lazy(async () => ({ default: (await import('../risk/RiskPanel.tsx')).RiskPanel })),
  },
  project: {
    views: {
      funnel: lazy(async () => ({ default: (await import('../project/Funnel.tsx')).Funnel })),
      map: lazy(async () => ({ default: (await import('../project/TownMap.tsx')).TownMap })),
      week: lazy(async () => ({ default: (await import('../project/Week.tsx')).Week })),
      rates: lazy(async () => ({ default: (await import('../project/Rates.tsx')).Rates })),
    },
    item: lazy(async () => ({ default: (await import('../project/ProjectPanel.tsx')).ProjectPanel })),
  },
  visit: { item: lazy(async () => ({ default: (await import('../visit/VisitPanel.tsx')).VisitPanel })) },
  lesson: { item: lazy(async () => ({ default: (await import('../visit/LessonPanel.tsx')).LessonPanel })) },
  request: { item: lazy(async () => ({ default: (await import('../burden/RequestPanel.tsx')).RequestPanel })) },
  campaign: { item: campaign, lists: ['belongs-to'] },
  programme: { item: campaign, lists: ['belongs-to'] },
}
