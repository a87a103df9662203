// 经验启示: a lesson of a visit, from what was seen there to an action of one's own that lasts. Data only.
import type { KindSpec } from '../kind.ts'

export const lesson: KindSpec = {
  undispatched: true,
  stages: {
    // Without an action: a lesson that nobody has to act on yet.
    noted: { needs: ['seen'] },
    adapted: { needs: ['action'], must: true, looks: [30, 100] },
    settled: { needs: ['result'] },
    dropped: { needs: ['dropReason'], back: ['noted', 'adapted'] },
  },
  fields: {
    seen: { type: 'lines' },
    gap: { type: 'lines' },
    action: { type: 'text' },
    result: { type: 'lines' },
    dropReason: { type: 'lines' },
  },
  columns: ['action'],
  sum: null,
}
