// Indicators pasted from a spreadsheet: what each line says of name, kind, unit, who reports it and the year's target, and what stands in its way. Pure.
import type { z } from 'zod'
import type { FrameView, IndicatorsBody } from '../../core/contract/indicator.ts'
import { FREQUENCIES, type Frequency, INDICATOR_KINDS, type IndicatorKind } from '../../core/indicator.ts'
import { findUnit } from '../../core/org.ts'
import type { Unit } from '../../core/types.ts'
import { BLANK, sentOf, withKind } from './draft.ts'
import { numberOf } from './targetdraft.ts'

const COLUMNS = ['name', 'unit', 'target', 'source', 'kind', 'frequency', 'frame', 'aliases'] as const
type Column = (typeof COLUMNS)[number]
/** 指标名称 计量单位 2026年目标 责任单位 指标类型 报送频度 战略框架 简称; the first that fits a heading. */
const HEADINGS: [RegExp, Column][] = [
  [/目标|任务|计划数|target/i, 'target'],
  [/来源|责任|牵头|报数|填报|部门|source|responsible/i, 'source'],
  [/计量单位|^单位$|^unit$/i, 'unit'],
  [/类型|类别|kind/i, 'kind'],
  [/频|frequency/i, 'frequency'],
  [/框架|strategy/i, 'frame'],
  [/简称|别名|short/i, 'aliases'],
  [/指标|名称|项目|name/i, 'name'],
]
/** Without a heading: the first four, as most circulars print them. */
const PLAIN: (Column | null)[] = ['name', 'unit', 'target', 'source']

const KIND_WORDS: Record<IndicatorKind, RegExp> = {
  volume: /累计/,
  level: /时点/,
  growth: /增速|增长/,
  ceiling: /上限|控制/,
  phased: /分期/,
  milestone: /是否|完成/,
}
const FREQUENCY_WORDS: Record<Frequency, RegExp> = { month: /月/, quarter: /季/, half: /半年/, year: /年/ }

type Sent = z.input<typeof IndicatorsBody>['indicators'][number]
export type Trouble = 'name' | 'twice' | 'kept' | 'target' | 'plan' | 'long'
export interface PastedLine {
  at: number
  name: string
  kind: IndicatorKind
  unit: string
  /** As written. */
  target: string
  source: string
  sourceUnit: Unit | null
  trouble: Trouble | null
  sent: Sent | null
}

interface World {
  units: Unit[]
  frames: z.infer<typeof FrameView>[]
  /** Names that are kept already. */
  names: ReadonlySet<string>
  place: string
  /** Said by the person, by line. */
  kinds: Readonly<Record<number, IndicatorKind>>
}

export function pastedLines(text: string, world: World): PastedLine[] {
  const rows = text
    .normalize('NFKC')
    .split(/\r?\n/)
    .map(line => line.split('\t').map(cell => cell.trim()))
    .filter(cells => cells.some(Boolean))
  const headed = headingsOf(rows[0] ?? [])
  const columns = headed ?? PLAIN
  const seen = new Set<string>()
  return rows.slice(headed ? 1 : 0).map((cells, at) => {
    const said = Object.fromEntries(columns.flatMap((c, i) => (c && cells[i] ? [[c, cells[i]]] : []))) as Partial<Record<Column, string>>
    const line = lineOf(said, at, world, seen)
    seen.add(line.name)
    return line
  })
}

/** Two headings at least: one word alone may be an indicator's name. */
function headingsOf(cells: string[]): (Column | null)[] | null {
  const free = new Set<Column>(COLUMNS)
  const found = cells.map(cell => {
    const column = HEADINGS.find(([pattern, c]) => free.has(c) && cell.length <= 20 && pattern.test(cell))?.[1] ?? null
    if (column) free.delete(column)
    return column
  })
  return found.includes('name') && found.filter(Boolean).length > 1 && !cells.some(cell => /^-?\d/.test(cell) && !/年/.test(cell))
    ? found
    : null
}

function lineOf(said: Partial<Record<Column, string>>, at: number, world: World, seen: ReadonlySet<string>): PastedLine {
  // 固定资产投资(亿元)
  const bracket = /^(.+?)\s*\(([^()]{1,8})\)$/.exec(said.name ?? '')
  const name = (said.unit ? said.name : (bracket?.[1] ?? said.name)) ?? ''
  const target = said.target ?? ''
  const goal = goalOf(target)
  const unit = said.unit ?? bracket?.[2] ?? goal.unit
  const kind = world.kinds[at] ?? kindOf(said.kind ?? '', name, target)
  const sourceUnit = said.source ? findUnit(said.source, world.units, world.place) : null
  const value = kind === 'milestone' ? (target ? 1 : null) : goal.value
  const trouble: Trouble | null = !name
    ? 'name'
    : name.length > 60 || unit.length > 20
      ? 'long'
      : seen.has(name)
        ? 'twice'
        : world.names.has(name)
          ? 'kept'
          : value === undefined
            ? 'target'
            : kind === 'phased' && value !== null
              ? 'plan'
              : null
  const frequency = FREQUENCIES.find(f => FREQUENCY_WORDS[f].test(said.frequency ?? '')) ?? 'month'
  const base = withKind({ ...BLANK, name, unit, aliases: said.aliases ?? '' }, kind)
  const { parentId: _, source: __, itemId: ___, ...sent } = sentOf({ ...base, unit: kind === 'milestone' ? '' : unit || base.unit })
  const more = { frequency, sourceUnitId: sourceUnit?.id ?? null, frameId: world.frames.find(f => f.name === said.frame)?.id ?? null }
  return {
    at,
    name,
    kind,
    unit: sent.unit ?? '',
    target,
    source: said.source ?? '',
    sourceUnit,
    trouble,
    // A plan by months is set afterwards; the indicator is made without its target.
    sent:
      trouble === null || trouble === 'plan' ? { ...sent, ...more, target: trouble ? null : (value ?? null), dueOn: dayOf(target) } : null,
  }
}

/** ≥6.5% 27.2亿元 增长8%左右 不超过3起 */
function goalOf(text: string): { value: number | null | undefined; unit: string } {
  const bare = text.replace(/^(?:同比)?(?:增长|不超过|不低于|达到|控制在|约|[≥≤<>=])+/, '').replace(/(?:左右|以上|以下|以内|之内)$/, '')
  const [, figure = '', unit = ''] = /^([-−–+]?[\d,.\s]+)(.*)$/.exec(bare) ?? []
  if (!text) return { value: null, unit: '' }
  return figure && unit.length <= 8 ? { value: numberOf(figure.replace('+', '')) ?? undefined, unit } : { value: undefined, unit: '' }
}

/** 2026-09-30 2026年9月30日 2026/9/30 */
function dayOf(text: string): string | null {
  const [, y, m, d] = /^(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(text) ?? []
  return d ? `${y}-${m!.padStart(2, '0')}-${d.padStart(2, '0')}` : null
}

function kindOf(said: string, name: string, target: string): IndicatorKind {
  const named = said && INDICATOR_KINDS.find(kind => KIND_WORDS[kind].test(said))
  if (named) return named
  if (dayOf(target) || /^(?:完成|建成|印发|通过|是)/.test(target)) return 'milestone'
  if (/增速|增长率|同比/.test(name) || /增长/.test(target)) return 'growth'
  if (/^(?:≤|<|不超过|控制在)|以内$|以下$/.test(target) || /事故|死亡/.test(name)) return 'ceiling'
  return /余额|存量|人口|率$/.test(name) ? 'level' : 'volume'
}
