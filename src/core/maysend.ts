// Whether one unit may send another a directive document, and how long a document may be: rules of the law, each with its source. Pure.
import type { CARRIERS, LENGTHS } from './kinds/request.ts'
import type { UnitKind } from './types.ts'

/** 部门（党委、政府的工作部门，事业单位，企业）: what the rule calls departments. The committee's and the government's own offices send in their name. */
const DEPARTMENTS: readonly UnitKind[] = ['party', 'government', 'institution', 'enterprise']
/** 下级党委和政府; the organ of a development zone stands in the tree where they do. */
const LOWER: readonly UnitKind[] = ['township', 'zone']

export const SEND_RULE = '《整治形式主义为基层减负若干规定》（2024年）'

/** Those who may not be sent a directive document 指令性公文 by the sender; a letter 函 or a form orders nothing. */
export function mayNotReceive<U extends { kind: UnitKind }>(
  carrier: (typeof CARRIERS)[number],
  sender: { kind: UnitKind } | null,
  receivers: readonly U[],
): U[] {
  if (carrier !== 'directive' || !sender || !DEPARTMENTS.includes(sender.kind)) return []
  return receivers.filter(unit => LOWER.includes(unit.kind))
}

/** 综合性文件不超过5000字，专项文件不超过4000字 (the same rule). */
export const MOST_CHARACTERS: Record<(typeof LENGTHS)[number], number> = { comprehensive: 5000, special: 4000 }

/** Characters over the limit; 0: none, or nothing was said of the length. */
export const tooLong = (as: (typeof LENGTHS)[number] | null, characters: number | null): number =>
  as === null || characters === null ? 0 : Math.max(0, characters - MOST_CHARACTERS[as])
