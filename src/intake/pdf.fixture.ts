// Builds small PDFs for the tests of this room, from text at given places or from one picture a page; used by nothing else.

import { deflateSync } from 'node:zlib'

export interface Placed {
  text: string
  x: number
  y: number
  size: number
}

type APage =
  | { texts: Placed[] /** Lines from point to point. */; rules?: [x1: number, y1: number, x2: number, y2: number][] }
  | { jpeg: Uint8Array; width: number; height: number }

const WIDTH = 595
const HEIGHT = 842

/** Text is set in one font without outlines; its map to Unicode (ToUnicode) says what the two-byte codes are; with another encoding than Identity-H the file says nothing and the reader must know it. */
export function aPdf(pages: APage[], { encoding = 'Identity-H' } = {}): Uint8Array {
  const objects: Buffer[] = []
  const add = (body: string, stream?: Uint8Array) => {
    const data = stream
      ? Buffer.concat([Buffer.from(`${body.replace('>>', ` /Length ${stream.length} >>`)}\nstream\n`), stream, Buffer.from('\nendstream')])
      : Buffer.from(body)
    objects.push(data)
    return objects.length
  }
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add('')
  const map = deflateSync(
    Buffer.from(
      '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap',
    ),
  )
  const unicode = add('<< /Filter /FlateDecode >>', map)
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
  )
  const cid = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (${encoding === 'Identity-H' ? 'Identity' : 'GB1'}) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 1000 >>`,
  )
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /${encoding} /DescendantFonts [${cid} 0 R] ${encoding === 'Identity-H' ? `/ToUnicode ${unicode} 0 R` : ''} >>`,
  )
  const kids = pages.map(page => {
    if ('jpeg' in page) {
      const image = add(
        `<< /Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode >>`,
        page.jpeg,
      )
      const content = add('<< >>', Buffer.from(`q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /I Do Q`))
      return add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /XObject << /I ${image} 0 R >> >> /Contents ${content} 0 R >>`,
      )
    }
    const shown = page.texts.map(({ text, x, y, size }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes(text, encoding)}> Tj ET`)
    const ruled = (page.rules ?? []).map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l S`)
    const content = add('<< >>', Buffer.from([...shown, ...ruled].join('\n')))
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F ${font} 0 R >> >> /Contents ${content} 0 R >>`,
    )
  })
  objects[1] = Buffer.from(`<< /Type /Pages /Kids [${kids.map(kid => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`)
  return assembled(objects)
}

function assembled(objects: Buffer[]): Uint8Array {
  const pieces = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = pieces[0]!.length
  objects.forEach((object, at) => {
    offsets.push(length)
    const piece = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    pieces.push(piece)
    length += piece.length
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  pieces.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF`,
    ),
  )
  return new Uint8Array(Buffer.concat(pieces))
}

/** Lines of 16 pt type from the top of the page. */
export function aTextPage(lines: string[], { x = 70, y = 770, size = 16 } = {}): { texts: Placed[] } {
  return { texts: lines.map((text, at) => ({ text, x, y: y - at * size * 1.6, size })) }
}

/** Two bytes a character: of UTF-16, or of GBK as far as the tests need it. */
function codes(text: string, encoding: string): string {
  if (!encoding.startsWith('GB')) return Buffer.from(text, 'utf16le').swap16().toString('hex')
  const decoder = new TextDecoder('gbk')
  return [...text]
    .map(character => {
      for (let code = 0x8140; code <= 0xfefe; code++)
        if (decoder.decode(Uint8Array.of(code >> 8, code & 0xff)) === character) return code.toString(16)
      return character.charCodeAt(0).toString(16)
    })
    .join('')
}
