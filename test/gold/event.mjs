// Events and traps, whose fields stand below the mark.
import { inside, list } from './mark.mjs'

export function eventsOf({ nodes, articles, tail }) {
  const fields = Object.fromEntries(
    tail
      .filter(l => !l.startsWith('trap '))
      .map(l => [
        l.match(/^\w+/)[0],
        Object.fromEntries(
          l
            .replace(/^\w+ /, '')
            .split(' ; ')
            .map(p => p.split(/=(.*)/s).slice(0, 2)),
        ),
      ]),
  )
  const marked = nodes.filter(n => n.tag === 'e')
  return marked.map(n => {
    const f = fields[n.id] ?? {}
    const conveys = f.conveys ? marked.findIndex(m => m.id === f.conveys) : null
    return {
      article: articles.indexOf(inside(n, 'A')),
      span: n.span,
      kind: n.words[0],
      name: f.name,
      from: f.from ?? null,
      to: f.to ?? f.from ?? null,
      place: f.place ?? null,
      level: f.level ?? null,
      chair: f.chair ?? null,
      attendees: list(f.attendees),
      hosts: list(f.hosts),
      sites: list(f.sites),
      conveys,
      ...(n.optional && { optional: true }),
    }
  })
}

export function trapsOf({ name, tail, everywhere }) {
  const classes = { q: 'quantities', d: 'dates', p: 'people', u: 'units', D: 'directives', P: 'projects', f: 'frames' }
  return tail
    .filter(l => l.startsWith('trap '))
    .flatMap(l => {
      const [, kinds, word] = l.match(/^trap (\w+) (.*)$/)
      const places = everywhere(word)
      if (!places.length) throw new Error(`${name}: no trap ${word}`)
      return [...kinds].flatMap(k => places.map(span => ({ class: classes[k], span, text: word })))
    })
}
