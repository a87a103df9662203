// Which ledgers of kinds stand together under one entry of the rail, as tabs; the first of them opens.
import { LEDGER_KINDS, type LedgerKind } from '../../core/kind.ts'

/** 招商 专项 风险 */
const GROUPS: readonly (readonly LedgerKind[])[] = [['project', 'visit', 'lesson'], ['campaign', 'programme', 'reform'], ['risk']]

/** The ledgers that stand beside this one, in their order; without an entry of the rail it stands alone. */
export const besides = (kind: LedgerKind): readonly LedgerKind[] => GROUPS.find(group => group.includes(kind)) ?? [kind]

const OF_KIND = new RegExp(`^/ledger/(${LEDGER_KINDS.join('|')})(?=/|$)`)
/** /ledger/visit/new → /ledger/project/new: where the rail shows that one is. */
export const railPath = (path: string): string => path.replace(OF_KIND, (_, kind: LedgerKind) => `/ledger/${besides(kind)[0]!}`)
