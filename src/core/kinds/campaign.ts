// 百日攻坚: a campaign under one clock; what it is about belongs to it by a relation. Data only.
import type { KindSpec } from '../kind.ts'

export const campaign: KindSpec = {
  stages: {
    planned: { needs: ['beginOn'] },
    running: { needs: ['beginOn', 'goals'], day: 'beginOn' },
    ended: { needs: [], settles: true },
  },
  fields: {
    beginOn: { type: 'day' },
    // A hundred days when none is said (core/burnup.ts).
    endOn: { type: 'day' },
    goals: { type: 'list' },
    indicators: { type: 'indicators' },
    // The stage at which a project in it counts as done; 开工 when none is said (core/member.ts).
    projectGoal: { type: 'choice', choices: ['signed', 'landed', 'started', 'completed', 'producing'] },
    command: { type: 'text' },
  },
  columns: ['beginOn', 'endOn', 'goals', 'indicators', 'projectGoal', 'command'],
  sum: null,
}
