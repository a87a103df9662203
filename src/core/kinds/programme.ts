// 主题教育: a programme in phases; its prescribed actions are the parts of its item, its open work goes on to the next. Data only: nothing in it is scored or counted by log-ins (国办函〔2026〕12号).
import type { KindSpec } from '../kind.ts'

export const programme: KindSpec = {
  stages: {
    planned: { needs: [] },
    running: { needs: ['phases'] },
    ended: { needs: [], settles: true },
  },
  fields: {
    theme: { type: 'text' },
    asker: { type: 'text' },
    phases: {
      type: 'rows',
      columns: {
        name: { type: 'text', needed: true },
        from: { type: 'day', needed: true },
        to: { type: 'day', needed: true, from: 'from' },
        work: { type: 'lines' },
      },
    },
    sessions: {
      type: 'rows',
      columns: {
        on: { type: 'day', needed: true },
        title: { type: 'text', needed: true },
        material: { type: 'text' },
        note: { type: 'lines' },
      },
    },
    indicators: { type: 'indicators' },
  },
  columns: ['theme', 'asker', 'phases'],
  sum: null,
}
