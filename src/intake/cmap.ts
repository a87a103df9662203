// The character maps that Chinese PDFs name without carrying them (GBK-EUC-H, UniGB-UCS2-H), made from one table; nothing is fetched.

import { readFileSync } from 'node:fs'

/** Character by CID; the table's source and licence stand in its file. */
const table = (): string =>
  readFileSync(new URL('./adobe-gb1.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .at(-1)!

const made = new Map<string, Uint8Array>()

/** What the reader of PDFs asks for bytes that are not in the file. It may ask for nothing else: fonts and programs are not needed for text. */
export class BuiltInMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? (made.get(filename) ?? make(filename)) : null
    if (!map) throw new Error(`${filename} is not built in`)
    made.set(filename, map)
    return map
  }
}

/** A CMap as PostScript (Adobe Technical Note 5014), or null for a name that is not Chinese. */
function make(name: string): Uint8Array | null {
  if (name === 'Adobe-GB1-UCS2') return cmap(name, ['<0000> <FFFF>'], 'bfchar', toUnicode())
  if (/^UniGB-(?:UCS2|UTF16)-[HV]$/.test(name)) return cmap(name, ['<0000> <FFFF>'], 'cidchar', fromUnicode())
  if (/^GB(?:K|Kp|K2K|pc)?(?:-EUC)?-[HV]$/.test(name)) {
    // GB-H has the codes of GB 2312 without their high bits; the others are encodings of files.
    return name.startsWith('GB-') && !name.includes('EUC')
      ? cmap(name, ['<2121> <7E7E>'], 'cidchar', fromGbk(0x7f7f))
      : cmap(name, ['<00> <80>', '<8140> <FEFE>'], 'cidchar', fromGbk(0xffff))
  }
  return null
}

const hex = (code: number, digits = 4) => `<${code.toString(16).padStart(digits, '0')}>`

function toUnicode(): string[] {
  return [...table()].flatMap((character, cid) => (character === '\ufffd' ? [] : [`${hex(cid)} ${hex(character.charCodeAt(0))}`]))
}

/** The first CID of each character: the later ones are half-width or turned shapes of it. */
function cids(): Map<string, number> {
  const found = new Map<string, number>()
  for (const [cid, character] of [...table()].entries()) if (character !== '\ufffd' && !found.has(character)) found.set(character, cid)
  return found
}

function fromUnicode(): string[] {
  return [...cids()].map(([character, cid]) => `${hex(character.charCodeAt(0))} ${cid}`)
}

function fromGbk(mask: number): string[] {
  const decoder = new TextDecoder('gbk')
  const known = cids()
  const lines: string[] = []
  if (mask === 0xffff) for (let code = 0x20; code < 0x7f; code++) lines.push(`${hex(code, 2)} ${known.get(String.fromCharCode(code)) ?? 0}`)
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      if (mask !== 0xffff && (high < 0xa1 || low < 0xa1)) continue
      const cid = known.get(decoder.decode(Uint8Array.of(high, low)))
      if (cid !== undefined) lines.push(`${hex(((high << 8) | low) & mask)} ${cid}`)
    }
  return lines
}

/** At most 100 lines a block, as the format asks. */
function cmap(name: string, spaces: string[], kind: 'bfchar' | 'cidchar', lines: string[]): Uint8Array {
  const parts = [
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /${name} def /WMode ${name.endsWith('V') ? 1 : 0} def`,
  ]
  parts.push(`${spaces.length} begincodespacerange ${spaces.join(' ')} endcodespacerange`)
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100)
    parts.push(`${block.length} begin${kind}`, ...block, `end${kind}`)
  }
  parts.push('endcmap end end')
  return new TextEncoder().encode(parts.join('\n'))
}
