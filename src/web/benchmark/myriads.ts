// Populations as people write them: 41.2 of 10,000 each. An empty field is no population.
/** 412000 → 41.2 */
export const myriads = (persons: number | null): string => (persons === null ? '' : String(persons / 10_000))
/** What is no number stays one, so that the server can say so. */
export function fromMyriads(text: string): number | null {
  const written = text.normalize('NFKC').replaceAll(',', '').trim()
  return written === '' ? null : Math.round(Number(written) * 10_000)
}
