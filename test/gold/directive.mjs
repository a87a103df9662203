// Directives and their actions: which unit, deadline and figure the mark gives to each action.
import { inside, list, place } from './mark.mjs'

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
  return { ordinal, heading: heading.trim(), head: [lead, lead + heading.length], line }
}

export function directivesOf({ name, cells, nodes, articles, dates, quantities }) {
  const of = tag => nodes.filter(n => n.tag === tag)
  return of('D').map(D => {
    const { ordinal, heading, head, line } = headOf(D.text)
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
        const limit = c.dl === '-' ? undefined : c.dl ? dates[place(dates, c.dl, name)] : (held('d', '!', c)[0] ?? own.deadline)
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
    const title = spanOf(D, head, cells)
    if (!line && !actions.some(a => a.span[0] < title[1])) {
      actions.unshift({
        span: title,
        text: D.text.slice(...head),
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
}
function spanOf(D, [from, to], cells) {
  const own = []
  for (let at = D.from; at < D.to; at++) if (!cells[at].stray && !cells[at].copy) own.push(at)
  const skip = own.findIndex(at => !/\s/.test(cells[at].sign))
  const last = cells[own[skip + to - 1]]
  return [cells[own[skip + from]].at, last.at + last.sign.length]
}
