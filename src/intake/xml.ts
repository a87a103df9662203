// Calls back for each tag and text of an XML part, by a strict parser: names without their prefixes, no DTD, no entity but the five.

import { SaxesParser } from 'saxes'

export type Attributes = ReadonlyMap<string, string>

interface Walker {
  /** Names are local: `w:p` is `p`. A self-closing tag is opened and closed. */
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/** Throws a SyntaxError for whatever is not well-formed, as word processors refuse it too. */
export function walkXml(xml: string, walker: Walker): void {
  const parser = new SaxesParser<{ xmlns: false; position: boolean }>({ xmlns: false, position: false })
  parser.on('error', error => {
    throw new SyntaxError(error.message)
  })
  parser.on('opentag', ({ name, attributes }) => walker.open?.(local(name), localNames(attributes)))
  parser.on('closetag', ({ name }) => walker.close?.(local(name)))
  parser.on('text', text => walker.text?.(text))
  parser.on('cdata', text => walker.text?.(text))
  parser.write(xml).close()
}

const NONE: Attributes = new Map()

function localNames(attributes: Record<string, string>): Attributes {
  const entries = Object.entries(attributes)
  return entries.length === 0 ? NONE : new Map(entries.map(([name, value]) => [local(name), value]))
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
