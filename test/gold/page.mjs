// Lays a parsed mark out as the page that a reader is given, with the faults of the page as gold repairs.
const CLOSING = /[，。；：、！？）》”’」】,.;:!?)%]/
const ASCII = /[0-9A-Za-z.%]/

// A stray blank or break where the column was full, never inside a run of digits, never before a closing mark.
function wrap(cells, node) {
  let count = 0
  for (let at = node.from; at < node.to; at++) {
    const cell = cells[at]
    if (cell.stray || cell.sign === '\n') count = 0
    else {
      const run = at > 0 && ASCII.test(cell.sign) && ASCII.test(cells[at - 1].sign)
      if (count >= Number(node.flags) && !CLOSING.test(cell.sign) && !run) {
        cell.before = node.tag === '~' ? ' ' : '\n'
        count = 0
      }
      count++
    }
  }
}
export function lay({ cells, nodes, end }) {
  for (const node of nodes) if (node.tag === '~' || node.tag === '/') wrap(cells, node)
  for (const node of nodes) {
    if (node.tag === 'x') cells[node.from].now = node.words[0]
    if (node.tag === 'r') for (let at = node.from; at < node.to; at++) cells[at].copy = true
    if (node.tag === 'k') cells[node.from].may = true
  }
  let text = ''
  const repairs = []
  const stray = (was, may) => {
    const kind = was === ' ' ? 'drop-space' : 'join-lines'
    const optional = may || (kind === 'join-lines' && /[。！？]$/.test(text))
    repairs.push({ span: [text.length, text.length + was.length], was, now: '', kind, ...(optional && { optional: true }) })
    text += was
  }
  for (const cell of cells) {
    if (cell.before) stray(cell.before)
    cell.at = text.length
    if (cell.stray) stray(cell.sign, cell.may)
    else text += cell.sign
    if (cell.now) repairs.push({ span: [cell.at, text.length], was: cell.sign, now: cell.now, kind: 'misread' })
  }
  let clean = ''
  const back = []
  for (const [at, cell] of cells.entries())
    if (!cell.stray && !cell.copy)
      for (const sign of cell.now ?? cell.sign) {
        clean += sign
        back.push(at)
      }
  const span = (from, to) => {
    while (from < to && /^\s*$/.test(cells[from].sign)) from++
    while (from < to && /^\s*$/.test(cells[to - 1].sign)) to--
    return [cells[from].at, cells[to - 1].at + cells[to - 1].sign.length]
  }
  for (const node of nodes) {
    if (node.to <= node.from) continue
    node.span = span(node.from, node.to)
    node.text = cells
      .slice(node.from, node.to)
      .filter(c => !c.stray && !c.copy)
      .map(c => c.now ?? c.sign)
      .join('')
      .trim()
    if (node.tag === 'r') {
      const start = cells[node.from - (node.to - node.from)].at
      const now = cells
        .slice(node.from, node.to)
        .map(c => c.sign)
        .join('')
      repairs.push({ span: [start, node.span[1]], was: text.slice(start, node.span[1]), now, kind: 'repeated' })
    }
  }
  const everywhere = word => {
    const found = []
    for (let at = clean.indexOf(word); at >= 0; at = clean.indexOf(word, at + 1)) found.push(span(back[at], back[at + word.length - 1] + 1))
    return found
  }
  repairs.sort((a, b) => a.span[0] - b.span[0])
  return { text: text + end, repairs, everywhere }
}
