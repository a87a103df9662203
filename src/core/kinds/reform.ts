// 改革事项: a reform from the proposal to its product in use elsewhere. Data only.
import type { KindSpec } from '../kind.ts'

export const reform: KindSpec = {
  stages: {
    proposed: { needs: [] },
    approved: { needs: ['approvedBy', 'approvedOn'], day: 'approvedOn', must: true },
    piloting: { needs: ['pilot'] },
    settled: { needs: ['product', 'productName'] },
    spread: { needs: ['usedBy'] },
    ended: { needs: ['endReason'], back: ['proposed'] },
  },
  fields: {
    field: { type: 'choice', choices: ['economy', 'government', 'rural', 'law', 'society', 'ecology', 'party'] },
    approvedBy: { type: 'text' },
    approvedOn: { type: 'day' },
    pilot: { type: 'lines' },
    product: { type: 'choice', choices: ['document', 'system', 'case'] },
    productName: { type: 'text' },
    tier: { type: 'choice', choices: ['first', 'second', 'third'] },
    // No first tier without a stated source (domain §2).
    tierSource: { type: 'text' },
    usedBy: { type: 'lines' },
    endReason: { type: 'lines' },
  },
  columns: ['field', 'approvedOn', 'product', 'tier'],
  sum: null,
}
