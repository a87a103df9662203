// Pictures for character recognition: how large an uploaded one is, and those of a scanned PDF page as PNG. It never draws text or lines.

import { crc32, deflateSync } from 'node:zlib'
import { getResolvedPDFJS } from 'unpdf'
import { enlarged, type Raster } from './enlarge.ts'
import type { PdfPage } from './pdf.ts'

/** Smaller ones are seals, logos and rules, not pages. */
const LEAST_SIDE = 200

/**
 * Wrong characters of two pages at 60, 72, 96 and 110 dots an inch: 19, 7, 6 and 2 of 100 as they are, 2, 3, 4 and 4 enlarged.
 */
const COARSE_DPI = 85

/** The pictures of a page, upright, as PNG in the order they are painted. Strips of one width are one picture. */
export async function pagePictures(page: PdfPage): Promise<Uint8Array[]> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const rasters: Raster[] = []
  for (const [at, op] of fnArray.entries()) {
    if (op !== OPS.paintImageXObject && op !== OPS.paintInlineImageXObject && op !== OPS.paintImageMaskXObject) continue
    const raster = gray(await imageOf(page, argsArray[at]?.[0]))
    const last = rasters.at(-1)
    if (!raster) continue
    if (last && last.width === raster.width && last.width >= LEAST_SIDE) rasters[rasters.length - 1] = stacked(last, raster)
    else rasters.push(raster)
  }
  const [left = 0, , right = 0] = page.view
  const coarse = ((right - left) / 72) * COARSE_DPI
  return rasters
    .filter(({ width, height }) => width >= LEAST_SIDE && height >= LEAST_SIDE)
    .map(raster => png(turned(raster.width < coarse ? enlarged(raster) : raster, page.rotate)))
}

interface PdfImage {
  data?: Uint8Array | Uint8ClampedArray
  width: number
  height: number
}

/** By name from the page's own objects or the document's (g_…), or the picture itself when it stands in the page. */
async function imageOf(page: PdfPage, reference: string | (PdfImage & { data?: unknown })): Promise<PdfImage | null> {
  const name = typeof reference === 'string' ? reference : typeof reference?.data === 'string' ? reference.data : null
  if (name === null) return (reference as PdfImage) ?? null
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise(resolve => objects.get(name, resolve))
}

/** One byte a pixel from 1-bit, gray, RGB or RGBA. */
function gray(image: PdfImage | null): Raster | null {
  if (!image?.data || !image.width || !image.height) return null
  const { data, width, height } = image
  const pixels = width * height
  const out = new Uint8Array(pixels)
  const bitRow = (width + 7) >> 3
  if (data.length === bitRow * height) {
    for (let at = 0; at < pixels; at++) {
      const x = at % width
      out[at] = (data[((at / width) | 0) * bitRow + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0
    }
    return { data: out, width, height }
  }
  const channels = data.length / pixels
  if (channels === 1) return { data: new Uint8Array(data), width, height }
  if (channels !== 3 && channels !== 4) return null
  for (let at = 0, from = 0; at < pixels; at++, from += channels)
    out[at] = (data[from]! * 299 + data[from + 1]! * 587 + data[from + 2]! * 114) / 1000
  return { data: out, width, height }
}

function stacked(above: Raster, below: Raster): Raster {
  const data = new Uint8Array(above.data.length + below.data.length)
  data.set(above.data)
  data.set(below.data, above.data.length)
  return { data, width: above.width, height: above.height + below.height }
}

/** Clockwise by the page's own 0, 90, 180 or 270 degrees. */
function turned(raster: Raster, degrees: number): Raster {
  if (degrees % 360 === 0) return raster
  const { data, width, height } = raster
  const out = new Uint8Array(data.length)
  const side = degrees % 180 !== 0
  const outWidth = side ? height : width
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [toX, toY] = degrees === 90 ? [height - 1 - y, x] : degrees === 180 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x]
      out[toY * outWidth + toX] = data[y * width + x]!
    }
  return { data: out, width: outWidth, height: side ? width : height }
}

/** An 8-bit gray PNG (PNG 3rd edition, 11.2). */
export function png({ data, width, height }: Raster): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const chunk = (type: string, body: Uint8Array) => {
    const out = Buffer.alloc(12 + body.length)
    out.writeUInt32BE(body.length, 0)
    out.write(type, 4, 'latin1')
    out.set(body, 8)
    out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length)
    return out
  }
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows, { level: 1 })),
      chunk('IEND', new Uint8Array()),
    ]),
  )
}
