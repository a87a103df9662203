// 招商项目: an investment project from the lead to full capacity. Data only; stages of domain §5.
import type { KindSpec } from '../kind.ts'

export const project: KindSpec = {
  stages: {
    lead: { needs: ['investor'], day: 'foundOn' },
    screened: { needs: ['verdict'] },
    negotiating: { needs: ['taskForce'] },
    // Rates by cohort count from the signing, those of funds from the start.
    signed: { needs: ['signedAs', 'sum', 'signedOn'], day: 'signedOn', must: true },
    landed: { needs: ['company', 'landedOn'], day: 'landedOn' },
    started: { needs: ['permit', 'startedOn'], day: 'startedOn', must: true },
    statistics: { needs: ['statisticsCode'] },
    completed: { needs: ['completedOn'], day: 'completedOn' },
    producing: { needs: ['producedOn'], day: 'producedOn' },
    capacity: { needs: ['output'] },
    dropped: { needs: ['dropReason'], back: ['lead', 'screened', 'negotiating'] },
  },
  fields: {
    investor: { type: 'text' },
    sum: { type: 'money' },
    chain: {
      type: 'choice',
      choices: ['equipment', 'materials', 'energy', 'food', 'medicine', 'digital', 'tourism', 'logistics', 'other'],
    },
    site: { type: 'text' },
    land: { type: 'number', unit: 'mu' },
    jobs: { type: 'number', unit: 'person' },
    tax: { type: 'money' },
    sponsor: { type: 'text' },
    taskForce: { type: 'text' },
    finder: { type: 'text' },
    foundOn: { type: 'day' },
    respondedOn: { type: 'day' },
    answeredOn: { type: 'day' },
    verdict: { type: 'lines' },
    signedAs: { type: 'choice', choices: ['framework', 'formal'] },
    signedOn: { type: 'day' },
    countedOn: { type: 'day', kept: true },
    company: { type: 'text' },
    landedOn: { type: 'day' },
    permit: { type: 'text' },
    startedOn: { type: 'day' },
    inPlace: { type: 'money' },
    statisticsCode: { type: 'text' },
    completedOn: { type: 'day' },
    producedOn: { type: 'day' },
    output: { type: 'money' },
    dropReason: { type: 'lines' },
  },
  columns: ['investor', 'sum', 'chain', 'site', 'land', 'jobs', 'sponsor'],
  sum: 'sum',
  asked: ['sponsor'],
  alike: { by: 'investor', at: 'site', held: 'negotiating' },
  // 江门: respond in a day, judge in 3, answer the finder in 7, report every 14.
  clocks: [
    { key: 'respond', days: 1, stages: ['lead'], from: 'foundOn', done: 'respondedOn' },
    { key: 'judge', days: 3, stages: ['lead'], from: 'foundOn' },
    { key: 'answer', days: 7, stages: ['lead', 'screened'], from: 'foundOn', done: 'answeredOn' },
    { key: 'report', days: 14, stages: ['lead', 'screened', 'negotiating'], every: true },
  ],
  // 签而不动, and 三未: approved not started, started not building, building not finished.
  lists: {
    dead: { stages: ['signed'], days: 90, quiet: true },
    notStarted: { stages: ['landed'], days: 90 },
    notBuilding: { stages: ['started'], days: 60 },
    notFinished: { stages: ['statistics'], days: 365 },
  },
  // An upgrade of the agreement changes the status and not the money; a top-up adds money and no project (domain §5).
  counts: {
    stage: 'signed',
    day: 'signedOn',
    kept: 'countedOn',
    status: 'signedAs',
    came: { landed: 'landedOn', started: 'startedOn', producing: 'producedOn' },
    inPlace: 'inPlace',
    found: 'found-on',
  },
}
