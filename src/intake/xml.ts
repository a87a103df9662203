// Walks XML from left to right in linear time and calls back for each tag and text; knows no entities but the five and reads no DTD.

export type Attributes = ReadonlyMap<string, string>

export interface Walker {
  /** Names are local: `w:p` is `p`. A self-closing tag is opened and closed. */
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/** Throws a SyntaxError when tags do not match or the document ends inside one. */
export function walkXml(xml: string, walker: Walker): void {
  const openNames: string[] = []
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    if (tag < 0) break
    if (tag > at && openNames.length > 0) walker.text?.(decode(xml.slice(at, tag)))
    if (xml.startsWith('<!--', tag)) at = after(xml, '-->', tag)
    else if (xml.startsWith('<![CDATA[', tag)) {
      at = after(xml, ']]>', tag)
      walker.text?.(xml.slice(tag + 9, at - 3))
    } else if (xml.startsWith('<?', tag)) at = after(xml, '?>', tag)
    else if (xml.startsWith('<!', tag)) at = after(xml, '>', tag)
    else if (xml[tag + 1] === '/') {
      at = after(xml, '>', tag)
      const name = local(xml.slice(tag + 2, at - 1).trim())
      if (openNames.pop() !== name) throw new SyntaxError(`</${name}> closes nothing`)
      walker.close?.(name)
    } else {
      at = tagEnd(xml, tag)
      const closed = xml[at - 2] === '/'
      const inside = xml.slice(tag + 1, at - (closed ? 2 : 1))
      const space = inside.search(/\s/)
      const name = local(space < 0 ? inside : inside.slice(0, space))
      walker.open?.(name, space < 0 ? NONE : attributes(inside.slice(space)))
      if (closed) walker.close?.(name)
      else openNames.push(name)
    }
  }
  if (openNames.length > 0) throw new SyntaxError(`<${openNames.at(-1)}> is never closed`)
}

const NONE: Attributes = new Map()

function after(xml: string, wanted: string, from: number): number {
  const found = xml.indexOf(wanted, from)
  if (found < 0) throw new SyntaxError(`${wanted} is missing`)
  return found + wanted.length
}

/** Behind the `>` that ends the tag: one inside quotes does not. */
function tagEnd(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 0x22 || code === 0x27) quote = code
    else if (code === 0x3e) return at + 1
  }
  throw new SyntaxError('the document ends inside a tag')
}

function attributes(inside: string): Attributes {
  const found = new Map<string, string>()
  let at = 0
  for (;;) {
    const equals = inside.indexOf('=', at)
    if (equals < 0) return found
    let quote = equals + 1
    while (inside[quote] === ' ' || inside[quote] === '\n') quote++
    const end = inside.indexOf(inside[quote] ?? '"', quote + 1)
    if (end < 0) throw new SyntaxError('an attribute is never closed')
    found.set(local(inside.slice(at, equals).trim()), decode(inside.slice(quote + 1, end)))
    at = end + 1
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
