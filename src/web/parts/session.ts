// Who is at the page and what he may do, from the session that the frame has fetched before any page is drawn.
import { useQuery } from '@tanstack/react-query'
import { type Action, may as mayDo } from '../../core/access.ts'
import type { SessionView } from '../../core/contract/account.ts'
import type { UnitView } from '../../core/contract/unit.ts'
import type { Actor } from '../../core/types.ts'
import { sessionQuery, unitsQuery } from '../query.ts'

export function useSession(): SessionView {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('a page was drawn before its session')
  return data
}

/** Asks the one access table that the server asks, too. */
export function useMay(): (action: Action, item?: Parameters<typeof mayDo>[2]) => boolean {
  const s = useSession()
  const actor: Actor = {
    personId: s.person.id,
    name: s.person.name,
    jurisdiction: s.jurisdiction.id,
    appointments: s.appointments,
    unitIds: s.unitIds,
  }
  return (action, item) => mayDo(actor, action, item)
}

const NO_UNITS: UnitView[] = []

/** The tree of units with names by id; an id that is not known is shown as a dash, never as itself. */
export function useUnits(): { units: UnitView[]; nameOf: (id: string) => string; unitOf: (id: string) => UnitView | undefined } {
  const may = useMay()
  const { data } = useQuery({ ...unitsQuery, enabled: may('unit.read') })
  const units = data?.units ?? NO_UNITS
  const byId = new Map(units.map(u => [u.id, u]))
  return { units, nameOf: id => byId.get(id)?.name ?? '—', unitOf: id => byId.get(id) }
}
