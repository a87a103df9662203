// Builds NAME.txt and NAME.gold.json from NAME.mark, the marked source of one gold document; it never reads with src/reader.
//
//   node test/gold/build.mjs DIR            build every DIR/*.mark in place
//   node test/gold/build.mjs DIR --check    build nothing, exit 1 when a built file differs from its mark
//
// A mark is {TAG attributes|body}; bodies nest. TAG is a letter and flags (? optional, ! and !! and + and ++ and #id).
//   A genre article   T title   N number   I issuer   R recipient   S signing date   B byline   e kind: event
//   D path topic: directive (path - for none)    c: action (should, lead=, co=, dl=, ms=-)
//   d: date ("from..to", "2026H1", "~month" recurrence, "-" null; ! deadline of the action, !! of the item)
//   q: quantity (v= unit= b= ch= of= alt=; ! measure)     i: indicator (n required and o optional figures follow it)
//   p posts: person   u: unit (! lead, + co of the action; !! and ++ of the item)   P: project (inv= area=)   f count: frame
//   x right: misread   r: second copy   k: an optional repair   ~n: a stray space every n signs   /n: a break every n signs
// ␣ is a stray space, ⏎ a stray break. After === come the fields of events and the traps.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dayRange, quantityValue } from './value.mjs'

const CLOSING = /[，。；：、！？）》”’」】,.;:!?)%]/
const ASCII = /[0-9A-Za-z.%]/
const list = s => (s ? s.split(',') : [])

// ---- the mark: a tree over one row of cells (a cell is one sign of the document) ----

function parse(source) {
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

// ---- the document ----

function lay({ cells, nodes, end }) {
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

// ---- the reading ----

const inside = (node, tag) => node.parents.findLast(p => p.tag === tag)
const same = (a, b) => a[0] === b[0] && a[1] === b[1]
const within = (a, b) => a[0] >= b[0] && a[1] <= b[1]

function names(nodes, tag, everywhere, extra) {
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

const ORDINAL =
  /^(?:（[一二三四五六七八九十]+）|[（(]\d+[）)]|[①-⑳]|[0-9０-９]+(?=[．.、｜])|第[一二三四五六七八九十]+(?=[，、,])|[一二三四五六七八九十]+[是要]|[一二三四五六七八九十]+(?=、)|首先|其次|再次|最后|另外)/
function headOf(text) {
  const ordinal = text.match(ORDINAL)?.[0] ?? null
  const lead = ordinal
    ? text.slice(ordinal.length).match(/^[．.、，,｜\s]*(?:要|是)*/)[0].length + ordinal.length
    : text.match(/^要?/)[0].length
  let heading = text.slice(lead).match(/^[^。；\n｜]*/)[0]
  const line = text[lead + heading.length] === '\n'
  if (heading.length > 40) heading = heading.match(/^[^，,]*/)[0]
  return { ordinal, heading: heading.trim(), place: [lead, lead + heading.length], line }
}

function gold(name, { head, cells, nodes, tail }, { text, repairs, everywhere }) {
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
  const index = (nodes, id) => {
    const found = nodes.findIndex(n => n.id === id)
    if (found < 0) throw new Error(`${name}: no ${id}`)
    return found
  }

  const indicators = []
  for (const n of of('i')) {
    const named = list(n.q).map(id => quantities[index(quantities, id)])
    const next = quantities.filter(q => q.from >= n.to && !named.includes(q))
    const count = Number(n.n ?? (n.q ? 0 : 1))
    const action = inside(n, 'c')
    const add = (q, optional) => {
      const it = {
        span: [n.span[0], q.span[1]],
        name: n.nm ?? n.text,
        ...(n.also && { names: list(n.also) }),
        region: (n.reg ?? head.region) === '-' ? null : (n.reg ?? head.region),
      }
      const period = n.per ?? head.period ?? null
      indicators.push({
        ...it,
        period: period === '-' ? null : period,
        quantity: quantities.indexOf(q),
        ...((optional || n.optional || action) && { optional: true }),
      })
      q.item.of ??= it.name
      q.taken = true
    }
    for (const [at, q] of next.slice(0, count + Number(n.o ?? 0)).entries()) add(q, at >= count)
    for (const q of named) add(q, false)
  }
  for (const q of quantities) {
    const action = inside(q, 'c')
    if (action && !q.taken)
      indicators.push({ span: [action.span[0], q.span[1]], name: null, quantity: quantities.indexOf(q), optional: true })
  }

  const directives = of('D').map(D => {
    const { ordinal, heading, place, line } = headOf(D.text)
    const [path, topic, hard] = D.words
    const held = (tag, flags, c) =>
      nodes.filter(
        n => n.tag === tag && inside(n, 'D') === D && (c === undefined || inside(n, 'c') === c) && n.flags.replace('?', '') === flags,
      )
    const own = { lead: held('u', '!!')[0]?.text ?? null, co: held('u', '++').map(n => n.text), deadline: held('d', '!!')[0] }
    const actions = of('c')
      .filter(c => inside(c, 'D') === D)
      .map(c => {
        const lead = c.lead ?? held('u', '!', c)[0]?.text
        const co = c.co ? list(c.co) : held('u', '+', c).map(n => n.text)
        const limit = c.dl === '-' ? undefined : c.dl ? dates[index(dates, c.dl)] : (held('d', '!', c)[0] ?? own.deadline)
        const measure = c.ms === '-' ? undefined : held('q', '!', c).at(-1)
        return {
          span: c.span,
          text: c.text,
          strength: c.words[0] ?? 'must',
          lead: lead === '-' ? null : (lead ?? own.lead),
          co: lead === undefined && own.lead ? own.co : co,
          deadline: limit ? dates.indexOf(limit) : null,
          measure: measure ? quantities.indexOf(measure) : null,
          ...((c.optional || D.optional) && { optional: true }),
        }
      })
    const title = spanOf(D, place, cells)
    if (!line && !actions.some(a => a.span[0] < title[1])) {
      actions.unshift({
        span: title,
        text: D.text.slice(...place),
        strength: 'must',
        lead: null,
        co: [],
        deadline: null,
        measure: null,
        optional: true,
      })
    }
    const firm = actions.some(a => !a.optional) ? actions.filter(a => !a.optional) : actions
    const missing = ['lead', 'deadline', 'measure'].filter(k => !firm.some(a => a[k] !== null))
    return {
      article: articles.indexOf(inside(D, 'A')),
      span: D.span,
      ordinal: path === '-' ? null : ordinal,
      path: path === '-' ? [] : path.split('.').map(Number),
      heading,
      speaker: D.sp ?? null,
      topic,
      hard: hard === 'hard' || actions.some(a => a.deadline !== null || a.measure !== null),
      actions,
      missing,
      ...(D.optional && { optional: true }),
    }
  })

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
  const marked = of('e')
  const events = marked.map(n => {
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

  const classes = { q: 'quantities', d: 'dates', p: 'people', u: 'units', D: 'directives', P: 'projects', f: 'frames' }
  const traps = tail
    .filter(l => l.startsWith('trap '))
    .flatMap(l => {
      const [, kinds, word] = l.match(/^trap (\w+) (.*)$/)
      const places = everywhere(word)
      if (!places.length) throw new Error(`${name}: no trap ${word}`)
      return [...kinds].flatMap(k => places.map(span => ({ class: classes[k], span, text: word })))
    })

  // Time allowed ("10个工作日内") is a date; what a reader gives there as a quantity is absorbed.
  const allowed = dates
    .filter(n => /[\d一二两三四五六七八九十半]+(?:个?工作日|小时|天|周|日|个月|年)(?:之|以)?内$/.test(n.text))
    .map(n => ({ span: n.span, text: n.text, value: null, unit: null, bound: '≤', optional: true }))
  const values = quantities.map(n => n.item).concat(allowed)
  const project = n => ({ investment: n.inv ? index(quantities, n.inv) : null, area: n.area ? index(quantities, n.area) : null })
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
    events,
    directives,
    quantities: values,
    dates: dates.map(n => n.item),
    people: names(nodes, 'p', everywhere, n => ({ posts: n.words.flatMap(w => w.split('+')), ...(n.o && { optionalPosts: list(n.o) }) })),
    units: names(nodes, 'u', everywhere, () => ({})),
    projects: names(nodes, 'P', everywhere, project),
    indicators,
    frames: of('f').map(n => ({ span: n.span, name: n.nm ?? n.text, count: Number(n.words[0]), ...(n.optional && { optional: true }) })),
    repairs,
    traps,
  }
}
const before = (cells, from) =>
  cells
    .slice(Math.max(0, from - 8), from)
    .filter(c => !c.stray)
    .map(c => c.sign)
    .join('')
function spanOf(D, [from, to], cells) {
  const own = []
  for (let at = D.from; at < D.to; at++) if (!cells[at].stray && !cells[at].copy) own.push(at)
  const skip = own.findIndex(at => !/\s/.test(cells[at].sign))
  const last = cells[own[skip + to - 1]]
  return [cells[own[skip + from]].at, last.at + last.sign.length]
}

export function build(name, source) {
  const tree = parse(source)
  const page = lay(tree)
  return { text: page.text, gold: gold(name, tree, page) }
}

// One line for each item keeps the file short and its changes legible.
function print(reading) {
  const rows = Object.entries(reading).map(([key, value]) => {
    const one = Array.isArray(value)
      ? value.length
        ? `[\n  ${value.map(v => JSON.stringify(v)).join(',\n  ')}\n ]`
        : '[]'
      : JSON.stringify(value)
    return ` ${JSON.stringify(key)}: ${one}`
  })
  return `{\n${rows.join(',\n')}\n}\n`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dir = process.argv[2]
  for (const file of readdirSync(dir)
    .filter(f => f.endsWith('.mark'))
    .sort()) {
    const name = basename(file, '.mark')
    const made = build(name, readFileSync(join(dir, file), 'utf8'))
    for (const [path, content] of [
      [`${name}.txt`, made.text],
      [`${name}.gold.json`, print(made.gold)],
    ]) {
      if (!process.argv.includes('--check')) writeFileSync(join(dir, path), content)
      else if (readFileSync(join(dir, path), 'utf8') !== content) {
        console.error(`${path} differs from ${file}`)
        process.exitCode = 1
      }
    }
  }
}
