// The table of a bench: what was measured beside its target, PostgreSQL alone and the peers. Judges nothing but "met".
import { TARGETS, type TargetName } from './targets.ts'

type Kept = Partial<Record<TargetName, number[]>>
/** One figure for each round; `program` and `database` in milliseconds of processor for each answer. */
export interface Figures {
  ours: Kept
  raw: Kept
  program: Kept
  database: Kept
}

export const note = (kept: Kept, name: TargetName, figure: number) => (kept[name] ??= []).push(figure)

const median = (values: number[] | undefined): number | null => values?.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null

const shown = (n: number | null): string => (n === null || Number.isNaN(n) ? '–' : n >= 100 ? n.toFixed(0) : n.toFixed(n < 10 ? 2 : 1))
const share = (part: number | null, whole: number | null): string => (part && whole ? `${Math.round((100 * part) / whole)} %` : '–')

const HEAD = [
  '',
  'to reach',
  'ours',
  'met',
  'ms program + database',
  'pgbench here',
  'ours of it',
  'to reach of it then',
  'Redmine / Directus / NocoDB',
]

/** Markdown. Where the machine is not as it was when the targets were set, the two shares of pgbench say more than `met`. */
export function tableOf(kept: Figures): string {
  const lines = (Object.keys(TARGETS) as TargetName[]).map(name => {
    const { name: title, unit, peers, raw, reach, more } = TARGETS[name]
    const [ours, alone] = [median(kept.ours[name]), median(kept.raw[name])]
    const met = ours === null ? '–' : (more ? ours >= reach : ours <= reach) ? 'yes' : 'no'
    const cost = kept.program[name] ? `${shown(median(kept.program[name]))} + ${shown(median(kept.database[name]))}` : '–'
    const others = [peers.redmine, peers.directus, peers.nocodb].map(shown).join(' / ')
    const asked = more ? share(reach, raw) : '–'
    return [title, `${more ? '≥' : '≤'} ${reach} ${unit}`, shown(ours), met, cost, shown(alone), share(ours, alone), asked, others]
  })
  return [HEAD, HEAD.map(() => '---'), ...lines].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
