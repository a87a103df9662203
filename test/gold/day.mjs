// Reads the plain forms of dates in a mark; whatever is not plain must be said in the mark itself.
const pad = n => String(n).padStart(2, '0')
const monthEnd = (y, m) => new Date(Date.UTC(y, m, 0)).getUTCDate()

// "2026", "2026-04", "2026-04-09", "2026Q2", "2026H1" → first and last day.
function period(text) {
  if (!text) return [null, null]
  const [, y, kind, n] = text.match(/^(\d{4})(?:([QH])(\d))?/)
  if (kind) {
    const size = kind === 'Q' ? 3 : 6
    return [`${y}-${pad((n - 1) * size + 1)}-01`, `${y}-${pad(n * size)}-${monthEnd(y, n * size)}`]
  }
  const [, m, d] = text.split('-')
  if (d) return [text, text]
  return m ? [`${text}-01`, `${text}-${monthEnd(y, m)}`] : [`${y}-01-01`, `${y}-12-31`]
}

export function dayRange(node, year) {
  const said = node.words[0]
  const implied = () =>
    node.i ? [...node.i].map(c => ({ y: 'year', m: 'month', d: 'day' })[c]) : /\d{4}年/.test(node.text) ? [] : ['year']
  if (said?.startsWith('~')) return { from: null, to: null, every: said.slice(1), implied: implied() }
  if (said === '-') return { from: null, to: null, implied: implied() }
  if (said?.includes('..')) {
    const [a, b] = said.split('..')
    return { from: period(a)[0], to: period(b)[1], implied: implied() }
  }
  const text = node.text.replace(/\s+/g, '')
  const plain = text.match(/^(?:(\d{4})年)?(?:(\d{1,2})月(?:份)?(?:(\d{1,2})日|(底|末))?)?(之?前)?$/)
  if (!said && !plain) throw new Error(`say the days of ${node.text}`)
  const [, y = year, m, d] = plain ?? []
  const [from, to] = period(said ?? [y, m && pad(m), d && pad(d)].filter(Boolean).join('-'))
  const limit = plain?.[5] || (!said && plain?.[4])
  return { from: limit ? null : from, to, implied: implied() }
}
