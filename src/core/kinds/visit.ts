// 考察对标: a visit to another place, from the plan to what came of its lessons. Data only; its leads, lessons and figures are linked to it.
import type { KindSpec } from '../kind.ts'

export const visit: KindSpec = {
  undispatched: true,
  stages: {
    planned: { needs: ['place'] },
    underway: { needs: ['from', 'leader', 'delegation'], day: 'from' },
    home: { needs: ['to', 'sites'], day: 'to', must: true },
    written: { needs: ['report'] },
    followed: { needs: ['outcome'] },
    cancelled: { needs: ['cancelReason'], back: ['planned'] },
  },
  fields: {
    place: { type: 'text' },
    purpose: { type: 'lines' },
    from: { type: 'day' },
    to: { type: 'day' },
    leader: { type: 'text' },
    delegation: { type: 'list' },
    hosts: { type: 'list' },
    sites: { type: 'list' },
    // Sites that are no leads: how others did it.
    cases: { type: 'list' },
    // What the place is like, in the document's words; its figures go to benchmarking.
    profile: { type: 'lines' },
    report: { type: 'lines' },
    outcome: { type: 'lines' },
    cost: { type: 'money' },
    cancelReason: { type: 'lines' },
  },
  columns: ['place', 'from', 'to', 'leader'],
  sum: null,
}
