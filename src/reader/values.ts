// Calls the value parsers on every sentence in the one order in which each may use what the earlier ones found.

import type { ArticleFacts, RawUnit, ReadContext } from './context.ts'
import { findDates } from './date.ts'
import { findFrames } from './frame.ts'
import { findIndicators } from './indicator.ts'
import { findPeople } from './person.ts'
import { placeOf } from './place.ts'
import { findProjects } from './project.ts'
import { findQuantities } from './quantity.ts'
import { findUnits } from './unit.ts'

/** Fills dates, quantities, frames, people, units, indicators and projects of the sentences of one article, or of a masthead. */
export function findValues(ctx: ReadContext, article: ArticleFacts | null): void {
  if (article) article.place ??= placeOf(ctx, article)
  const projects: string[] = []
  const named = new Map<string, Holders>()
  for (const sentence of ctx.sentences) {
    sentence.dates = findDates(ctx, sentence)
    sentence.quantities = findQuantities(ctx, sentence)
    sentence.people = findPeople(ctx, sentence)
    sentence.units = findUnits(ctx, sentence)
    sentence.frames = findFrames(ctx, sentence)
    sentence.indicators = findIndicators(ctx, sentence)
    sentence.projects = findProjects(ctx, sentence)
    for (const p of sentence.projects) if (!projects.includes(p.name)) projects.push(p.name)
    // 县人民医院感染楼项目: the hospital does not act there
    if (projects.length > 0 && sentence.units.length > 0)
      sentence.units = sentence.units.filter(u => !inProject(ctx.text, u, projects, named))
  }
}

/** The projects whose names hold the name of a unit, and how many projects were asked. */
interface Holders {
  asked: number
  names: string[]
}

/** Whether the unit stands inside a mention of a project; each name of a unit is looked for once in each name of a project. */
function inProject(text: string, { name, span }: RawUnit, projects: readonly string[], named: Map<string, Holders>): boolean {
  let holders = named.get(name)
  if (!holders) named.set(name, (holders = { asked: 0, names: [] }))
  for (; holders.asked < projects.length; holders.asked++) {
    const project = projects[holders.asked]!
    if (project.length > name.length && project.includes(name)) holders.names.push(project)
  }
  return holders.names.some(project => text.startsWith(project, span[0] - project.indexOf(name)))
}
