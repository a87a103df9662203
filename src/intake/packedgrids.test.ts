// Sheets on their way between threads.
import { expect, test } from 'vitest'
import { levelOf, packGrids, unpackGrids } from './packedgrids.ts'

const sheet = (first: string) => ({
  sheet: '月报',
  rows: [[first], ['', '12.3']],
  merged: [{ top: 0, left: 0, bottom: 0, right: 1 }],
  hiddenRows: [1],
})

test('sheets come out of the bytes as they went in, in bytes that can be handed over', () => {
  const packed = packGrids([sheet('禾丰镇')])
  expect(unpackGrids(packed)).toEqual([sheet('禾丰镇')])
  expect(structuredClone(packed, { transfer: [packed.buffer] })).toHaveLength(
    new TextEncoder().encode(JSON.stringify([sheet('禾丰镇')])).length,
  )
  expect(packed).toHaveLength(0)
})

test('a marking of classified material in a first line is found', () => {
  expect([levelOf([sheet('机密★1年')]), levelOf([sheet('禾丰镇')])]).toEqual(['机密', null])
})
