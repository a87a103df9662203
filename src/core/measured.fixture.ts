// An indicator as the tests of other places' figures need one: counted up over the year, in 亿元, unless said otherwise.
import type { Measured } from './peer.ts'

export const measured = (id: string, name: string, parts: Partial<Measured> = {}): Measured => ({
  id,
  code: null,
  name,
  aliases: [],
  kind: 'volume',
  direction: 'up',
  basis: 'cumulative',
  frequency: 'month',
  decimals: 2,
  unit: '亿元',
  retired: false,
  ...parts,
})
