// The automatic numbers of a .docx (一、 （一） 1.), which stand in no text: read from numbering.xml, counted along the paragraphs.

import { type Parts, partText } from './archive.ts'
import { numeral } from './numeral.ts'
import { type Attributes, walkXml } from './xml.ts'

interface Level {
  format: string
  /** %1、 or （%2）: %n stands for the number of level n. */
  text: string
  start: number
  /** The level whose number begins this one anew; by default the one above (ECMA-376, 17.9.10). */
  restart: number | null
  /** All numbers of the label in digits (正规形式编号). */
  legal: boolean
}

export interface NumberingRef {
  id: string
  level: number
}

interface List {
  abstract: string
  levels: Map<number, Level>
  starts: Map<number, number>
}

const DEEPEST = 9

interface Numbering {
  /** The label of the next paragraph of this list and level, counted on; '' for bullets and unknown lists. */
  next(ref: NumberingRef): string
  /** The reference that a paragraph style brings along, or null. */
  ofStyle(style: string): NumberingRef | null
}

export function numberingOf(parts: Parts): Numbering {
  const lists = readLists(partText(parts, 'word/numbering.xml'))
  const styles = readStyles(partText(parts, 'word/styles.xml'))
  /** Lists made from the same abstract one count together, unless a list has a start of its own. */
  const counters = new Map<string, number[]>()

  return {
    ofStyle: style => styles.get(style) ?? null,
    next({ id, level }) {
      const list = lists.get(id)
      const own = list?.levels.get(level)
      if (!list || !own) return ''
      const key = list.starts.size > 0 ? `own ${id}` : list.abstract
      const counts = counters.get(key) ?? []
      counters.set(key, counts)
      const first = (at: number) => list.starts.get(at) ?? list.levels.get(at)?.start ?? 1
      for (let at = 0; at < level; at++) counts[at] ??= first(at)
      counts[level] = counts[level] === undefined ? first(level) : counts[level] + 1
      for (let below = level + 1; below < DEEPEST; below++) {
        const restart = list.levels.get(below)?.restart
        if (restart === 0 || (restart && restart > level + 1)) continue
        delete counts[below]
      }
      if (own.format === 'bullet' || own.format === 'none') return ''
      return own.text.replace(/%([1-9])/g, (_, digit) => {
        const at = Number(digit) - 1
        return numeral(counts[at] ?? first(at), own.legal ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal'))
      })
    },
  }
}

function readLists(xml: string | null): Map<string, List> {
  const abstracts = new Map<string, Map<number, Level>>()
  const lists = new Map<string, List>()
  if (xml === null) return lists
  let abstract = ''
  let levels: Map<number, Level> | null = null
  let list: List | null = null
  let at = 0
  const inLevel = () => levels?.get(at)
  const value = (attributes: Attributes) => attributes.get('val') ?? ''
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'abstractNum') {
        abstract = attributes.get('abstractNumId') ?? ''
        levels = new Map()
        abstracts.set(abstract, levels)
      } else if (name === 'num') {
        list = { abstract: '', levels: new Map(), starts: new Map() }
        lists.set(attributes.get('numId') ?? '', list)
      } else if (name === 'abstractNumId' && list) {
        list.abstract = value(attributes)
        list.levels = levels = new Map(abstracts.get(list.abstract))
      } else if (name === 'lvlOverride') at = Number(attributes.get('ilvl') ?? 0)
      else if (name === 'startOverride') list?.starts.set(at, Number(value(attributes)))
      else if (name === 'lvl') {
        at = Number(attributes.get('ilvl') ?? 0)
        levels?.set(at, { format: 'decimal', text: '', start: 1, restart: null, legal: false })
      } else if (name === 'numFmt') set(inLevel(), 'format', attributes.get('format') ?? value(attributes))
      else if (name === 'lvlText') set(inLevel(), 'text', value(attributes))
      else if (name === 'start') set(inLevel(), 'start', Number(value(attributes)))
      else if (name === 'lvlRestart') set(inLevel(), 'restart', Number(value(attributes)))
      else if (name === 'isLgl') set(inLevel(), 'legal', value(attributes) !== '0')
    },
    close(name) {
      if (name === 'abstractNum') levels = null
      else if (name === 'num') list = levels = null
    },
  })
  return lists
}

function set<K extends keyof Level>(level: Level | undefined, key: K, value: Level[K]): void {
  if (level) level[key] = value
}

/** Style → list reference, inherited through basedOn. */
function readStyles(xml: string | null): Map<string, NumberingRef> {
  const found = new Map<string, NumberingRef>()
  if (xml === null) return found
  const own = new Map<string, { id: string | null; level: number; base: string | null }>()
  let style: { id: string | null; level: number; base: string | null } | null = null
  walkXml(xml, {
    open(name, attributes) {
      const value = attributes.get('val') ?? ''
      if (name === 'style') {
        style = { id: null, level: 0, base: null }
        own.set(attributes.get('styleId') ?? '', style)
      } else if (!style) return
      else if (name === 'basedOn') style.base = value
      else if (name === 'numId') style.id = value
      else if (name === 'ilvl') style.level = Number(value)
    },
    close(name) {
      if (name === 'style') style = null
    },
  })
  for (const name of own.keys()) {
    const seen = new Set<string>()
    let at = own.get(name)
    while (at && at.id === null && at.base !== null && !seen.has(at.base)) {
      seen.add(at.base)
      at = own.get(at.base)
    }
    if (at?.id) found.set(name, { id: at.id, level: own.get(name)!.level || at.level })
  }
  return found
}
