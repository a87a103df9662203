// People, units and projects of a mark: one entry for each name, with every other place of it in the text.
const same = (a, b) => a[0] === b[0] && a[1] === b[1]
const within = (a, b) => a[0] >= b[0] && a[1] <= b[1]

export function names(nodes, tag, everywhere, extra) {
  const by = new Map()
  for (const node of nodes.filter(n => n.tag === tag)) {
    const name = node.nm ?? node.text
    const old = by.get(name)
    if (!old) by.set(name, { span: node.span, name, optional: node.optional, ...extra(node) })
    else {
      old.optional &&= node.optional
      old.marked = [...(old.marked ?? []), node.span]
      if (tag === 'p') old.posts.push(...extra(node).posts.filter(p => !old.posts.includes(p)))
    }
  }
  const all = [...by.values()]
  const longer = all.flatMap(i => everywhere(i.name).map(s => ({ name: i.name, span: s })))
  for (const item of all) {
    const hidden = s => longer.some(l => l.name !== item.name && l.name.length > item.name.length && within(s, l.span))
    const mentions = everywhere(item.name).filter(s => !same(s, item.span) && !(tag === 'u' && hidden(s)))
    for (const s of item.marked ?? []) if (!mentions.some(m => same(m, s)) && !same(s, item.span)) mentions.push(s)
    delete item.marked
    if (mentions.length) item.mentions = mentions.sort((a, b) => a[0] - b[0])
    if (!item.optional) delete item.optional
  }
  return all
}
