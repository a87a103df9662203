// 改革事项: a reform from the proposal to its product in use elsewhere. Data only.
import type { KindSpec } from '../kind.ts'

export const reform: KindSpec = {
  stages: {
    proposed: { needs: [] },
    approved: { needs: ['approvedBy', 'approvedOn'], day: 'approvedOn', must: true },
    piloting: { needs: ['pilot', 'milestones'] },
    settled: { needs: ['product', 'productName', 'productOn'], day: 'productOn' },
    spread: { needs: ['usedBy'] },
    ended: { needs: ['endReason'], back: ['proposed'] },
  },
  fields: {
    field: { type: 'choice', choices: ['economy', 'government', 'rural', 'law', 'society', 'ecology', 'party'] },
    approvedBy: { type: 'text' },
    approvedOn: { type: 'day' },
    pilot: { type: 'lines' },
    milestones: {
      type: 'rows',
      columns: {
        name: { type: 'text', needed: true },
        dueOn: { type: 'day', needed: true, done: 'doneOn' },
        doneOn: { type: 'day' },
      },
    },
    product: { type: 'choice', choices: ['document', 'system', 'case'] },
    productName: { type: 'text' },
    // The number of the document, the address of the system, where the case was published.
    productAt: { type: 'text' },
    productOn: { type: 'day' },
    // No first tier without a stated source and its day (domain §2).
    tier: { type: 'choice', choices: ['first', 'second', 'third'], with: ['tierSource', 'tierOn'] },
    tierSource: { type: 'text' },
    tierOn: { type: 'day' },
    usedBy: {
      type: 'rows',
      columns: {
        place: { type: 'text', needed: true },
        on: { type: 'day', needed: true },
        source: { type: 'text', needed: true },
      },
    },
    endReason: { type: 'lines' },
  },
  columns: ['field', 'approvedOn', 'product', 'tier', 'tierSource', 'tierOn'],
  sum: null,
}
