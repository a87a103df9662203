// Sets of letters that places of a text are asked about; they share one table, so that asking touches little memory and makes no string.

/** Whether the letter at a place of a text is one of the set; false before its beginning and behind its end. */
export type Letters = (text: string, at: number) => boolean

/** One bit of a number of 32. */
const MOST = 31

let table = new Uint32Array(0x10000)
let taken = 0

export function letters(all: string): Letters {
  if (taken === MOST) {
    table = new Uint32Array(0x10000)
    taken = 0
  }
  const own = table
  const bit = 1 << taken++
  for (let i = 0; i < all.length; i++) own[all.charCodeAt(i)]! |= bit
  return (text, at) => at >= 0 && at < text.length && (own[text.charCodeAt(at)]! & bit) !== 0
}
