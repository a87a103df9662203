// Calls the value parsers on every sentence in the one order in which each may use what the earlier ones found.

import type { ReadContext } from './context.ts'
import { findDates } from './date.ts'
import { findFrames } from './frame.ts'
import { findIndicators } from './indicator.ts'
import { findPeople } from './person.ts'
import { placeOf } from './place.ts'
import { findProjects } from './project.ts'
import { findQuantities } from './quantity.ts'
import { findUnits } from './unit.ts'

/** Fills dates, quantities, frames, people, units, indicators and projects of every sentence. */
export function findValues(ctx: ReadContext): void {
  for (const article of ctx.articles) article.place ??= placeOf(ctx, article)
  for (const sentence of ctx.sentences) {
    sentence.dates = findDates(ctx, sentence)
    sentence.quantities = findQuantities(ctx, sentence)
    sentence.people = findPeople(ctx, sentence)
    sentence.units = findUnits(ctx, sentence)
    sentence.frames = findFrames(ctx, sentence)
    sentence.indicators = findIndicators(ctx, sentence)
    sentence.projects = findProjects(ctx, sentence)
    // 县人民医院感染楼项目: the hospital does not act there
    if (sentence.projects.length > 0)
      sentence.units = sentence.units.filter(u => !sentence.projects.some(p => p.span[0] <= u.span[0] && u.span[1] < p.span[1]))
  }
}
