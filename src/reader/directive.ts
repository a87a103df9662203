// Finds what a document asks for: numbered items and single sentences that demand; never takes findings, lessons or past results for demands.

import type { RawAction } from './action.ts'
import type { ReadContext } from './context.ts'
import type { Directive } from './reading.ts'

export interface RawDirective extends Omit<Directive, 'actions'> {
  actions: RawAction[]
}

export function findDirectives(_ctx: ReadContext): RawDirective[] {
  return []
}
