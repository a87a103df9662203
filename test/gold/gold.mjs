// Makes the gold reading out of a parsed mark and its page.
import { createHash } from 'node:crypto'
import { dayRange } from './day.mjs'
import { directivesOf } from './directive.mjs'
import { eventsOf, trapsOf } from './event.mjs'
import { indicatorsOf } from './indicator.mjs'
import { inside, list, parse, place } from './mark.mjs'
import { names } from './name.mjs'
import { lay } from './page.mjs'
import { quantityValue } from './value.mjs'

export function build(name, source) {
  const tree = parse(source)
  const page = lay(tree)
  return { text: page.text, gold: gold({ name, ...tree, ...page }) }
}

function gold(mark) {
  const { name, head, cells, nodes, text, repairs, everywhere } = mark
  const of = tag => nodes.filter(n => n.tag === tag)
  const articles = of('A')
  const dates = of('d').map(n =>
    Object.assign(n, { item: { span: n.span, text: n.text, ...dayRange(n, head.year), ...(n.optional && { optional: true }) } }),
  )
  const quantities = of('q').map(n => {
    const item = {
      span: n.span,
      text: n.text,
      ...quantityValue(n, before(cells, n.from)),
      ...(n.of && { of: n.of }),
      ...(n.optional && { optional: true }),
    }
    return Object.assign(n, { item })
  })
  const all = { ...mark, articles, dates, quantities }
  const indicators = indicatorsOf(all)

  // Time allowed ("10个工作日内") is a date; what a reader gives there as a quantity is absorbed.
  const allowed = dates
    .filter(n => /[\d一二两三四五六七八九十半]+(?:个?工作日|小时|天|周|日|个月|年)(?:之|以)?内$/.test(n.text))
    .map(n => ({ span: n.span, text: n.text, value: null, unit: null, bound: '≤', optional: true }))
  const values = quantities.map(n => n.item).concat(allowed)
  const project = n => ({
    investment: n.inv ? place(quantities, n.inv, name) : null,
    area: n.area ? place(quantities, n.area, name) : null,
  })
  return {
    source: { name: `${name}.txt`, length: text.length, sha256: createHash('sha256').update(text).digest('hex') },
    articles: articles.map(n => {
      const its = tag => nodes.filter(m => m.tag === tag && inside(m, 'A') === n)
      const signed = its('S')[0] && dates.find(d => d.parents.includes(its('S')[0]))
      const first = tag => its(tag)[0]?.text.replace(/\s+/g, '') ?? null
      return {
        span: n.span,
        title: first('T'),
        genre: n.words[0],
        number: first('N'),
        issuer: first('I'),
        recipients: its('R').map(r => r.text),
        date: n.date ?? signed?.item.to ?? null,
        byline: first('B'),
      }
    }),
    events: eventsOf(all),
    directives: directivesOf(all),
    quantities: values,
    dates: dates.map(n => n.item),
    people: names(nodes, 'p', everywhere, n => ({ posts: n.words.flatMap(w => w.split('+')), ...(n.o && { optionalPosts: list(n.o) }) })),
    units: names(nodes, 'u', everywhere, () => ({})),
    projects: names(nodes, 'P', everywhere, project),
    indicators,
    frames: of('f').map(n => ({ span: n.span, name: n.nm ?? n.text, count: Number(n.words[0]), ...(n.optional && { optional: true }) })),
    repairs,
    traps: trapsOf(all),
  }
}
const before = (cells, from) =>
  cells
    .slice(Math.max(0, from - 8), from)
    .filter(c => !c.stray)
    .map(c => c.sign)
    .join('')
