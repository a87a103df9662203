// 考察对标: a visit to another place, from the plan to what was learnt put into practice. Data only.
import type { KindSpec } from '../kind.ts'

export const visit: KindSpec = {
  stages: {
    planned: { needs: ['place'] },
    returned: { needs: ['from', 'to', 'delegation'], day: 'to', must: true },
    reported: { needs: ['lessons'] },
    adapted: { needs: ['actions'] },
    cancelled: { needs: ['cancelReason'], back: ['planned'] },
  },
  fields: {
    place: { type: 'text' },
    from: { type: 'day' },
    to: { type: 'day' },
    leader: { type: 'text' },
    delegation: { type: 'lines' },
    hosts: { type: 'lines' },
    sites: { type: 'lines' },
    lessons: { type: 'lines' },
    actions: { type: 'lines' },
    cost: { type: 'money' },
    cancelReason: { type: 'lines' },
  },
  columns: ['place', 'from', 'to', 'leader'],
  sum: null,
}
