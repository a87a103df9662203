// Doubles the sides of a coarse gray picture, pixels between pixels: the engine misses characters of fewer than about 17 pixels.

export interface Raster {
  /** One byte a pixel. */
  data: Uint8Array
  width: number
  height: number
}

/** Each new pixel lies a quarter from its nearest old one: three parts of that and one of the next (bilinear). */
export function enlarged(raster: Raster): Raster {
  return doubledDown(turnedOver(doubledDown(turnedOver(raster))))
}

/** Twice as high. */
function doubledDown({ data, width, height }: Raster): Raster {
  const out = new Uint8Array(data.length * 2)
  for (let y = 0; y < 2 * height; y++) {
    const near = (y >> 1) * width
    const next = Math.min(height - 1, Math.max(0, (y >> 1) + (y % 2 === 0 ? -1 : 1))) * width
    for (let x = 0; x < width; x++) out[y * width + x] = (3 * data[near + x]! + data[next + x]! + 2) >> 2
  }
  return { data: out, width, height: 2 * height }
}

/** Rows for columns. */
function turnedOver({ data, width, height }: Raster): Raster {
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x]!
  return { data: out, width: height, height: width }
}
