// Parses a mark, the marked source of one gold document, into a tree of nodes over one row of cells (a cell is one sign).
//
// A mark is {TAG attributes|body}; bodies nest. TAG is a letter and flags (? optional, ! and !! and + and ++ and #id).
//   A genre article   T title   N number   I issuer   R recipient   S signing date   B byline   e kind: event
//   D path topic: directive (path - for none)    c: action (should, lead=, co=, dl=, ms=-)
//   d: date ("from..to", "2026H1", "~month" recurrence, "-" null; ! deadline of the action, !! of the item)
//   q: quantity (v= unit= b= ch= of= alt=; ! measure)     i: indicator (n required and o optional figures follow it)
//   p posts: person   u: unit (! lead, + co of the action; !! and ++ of the item)   P: project (inv= area=)   f count: frame
//   x right: misread   r: second copy   k: an optional repair   ~n: a stray space every n signs   /n: a break every n signs
// ␣ is a stray space, ⏎ a stray break. After === come the fields of events and the traps.

export function parse(source) {
  const [body, tail = ''] = source.split(/^===\n/m)
  const lines = body.split('\n')
  const head = {}
  while (lines[0].startsWith('@')) {
    const [, key, value] = lines.shift().match(/^@(\w+) (.*)$/)
    head[key] = value
  }
  const cells = []
  const nodes = []
  const open = []
  const text = lines.join('\n').replace(/\n+$/, '')
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] === '{' && text.slice(at).match(/^\{([A-Za-z~/])([^|{}]*)\|/)
    if (mark) {
      const node = { ...attributes(mark[1], mark[2]), from: cells.length, parents: [...open] }
      nodes.push(node)
      open.push(node)
      at += mark[0].length - 1
    } else if (text[at] === '}' && open.length) {
      open.pop().to = cells.length
    } else {
      cells.push({ sign: text[at] === '␣' ? ' ' : text[at] === '⏎' ? '\n\n' : text[at], stray: text[at] === '␣' || text[at] === '⏎' })
    }
  }
  if (open.length) throw new Error(`mark not closed: ${open.at(-1).tag}`)
  return { head, cells, nodes, tail: tail.split('\n').filter(Boolean), end: head.end === 'none' ? '' : '\n' }
}
function attributes(tag, rest) {
  const [, flags, id, words] = rest.match(/^([?!+]*|\d+(?=$))?(?:#(\w+))?\s*(.*)$/s)
  const node = { tag, flags: flags ?? '', id, words: [], optional: (flags ?? '').includes('?') }
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const pair = word.match(/^([a-z]+)=(.*)$/s)
    if (pair) node[pair[1] === 'to' ? 'till' : pair[1]] = pair[2]
    else node.words.push(word)
  }
  return node
}

export const inside = (node, tag) => node.parents.findLast(p => p.tag === tag)
export const list = s => (s ? s.split(',') : [])

/** Where the node with this id stands among the others. */
export function place(nodes, id, name) {
  const found = nodes.findIndex(n => n.id === id)
  if (found < 0) throw new Error(`${name}: no ${id}`)
  return found
}
