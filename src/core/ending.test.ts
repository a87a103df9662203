import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ending, type EndingMember, endings } from './ending.ts'
import { isRefusal } from './refusal.ts'

const SELF = 'autumn'
const TAKERS = [
  { id: 'winter', ended: false },
  { id: 'spring', ended: true },
  { id: SELF, ended: false },
]
const open = (id: string): EndingMember => ({ id, number: `2026-${id}`, stand: 'open' })
const done: EndingMember = { id: 'd', number: '2026-d', stand: 'done' }
const gone: EndingMember = { id: 'g', number: '2026-g', stand: 'gone' }
const end = (members: EndingMember[], said: Ending[]) => endings(SELF, members, said, TAKERS)

describe('a campaign', () => {
  it('ends when what is open is handed on or left, each as it was said', () => {
    const said = [
      { itemId: 'b', to: null },
      { itemId: 'a', to: 'winter' },
    ]
    expect(end([open('a'), done, open('b'), gone], said)).toEqual([said[1], said[0]])
  })

  it('ends by itself when nothing is open', () => expect(end([done, gone], [])).toEqual([]))

  it('does not end while something is neither done nor handed on nor left, and names the first', () => {
    expect(end([done, open('a'), open('b'), open('c')], [{ itemId: 'b', to: null }])).toEqual({
      refused: 'members-open',
      facts: { open: 2, first: '2026-a' },
    })
  })

  it('forgets what was said of a member that was struck off meanwhile', () => {
    expect(
      end(
        [done, open('a')],
        [
          { itemId: 'd', to: 'winter' },
          { itemId: 'a', to: null },
        ],
      ),
    ).toEqual([{ itemId: 'a', to: null }])
  })

  it.each<[string, string, object]>([
    ['itself', SELF, { refused: 'invalid' }],
    ['one that is not there', 'nowhere', { refused: 'invalid' }],
    ['one that has ended', 'spring', { refused: 'taker-ended' }],
  ])('hands nothing on to %s', (_, to, refused) => expect(end([open('a')], [{ itemId: 'a', to }])).toMatchObject(refused))

  it('is told of each only once', () => {
    expect(
      end(
        [open('a')],
        [
          { itemId: 'a', to: null },
          { itemId: 'a', to: 'winter' },
        ],
      ),
    ).toMatchObject({ refused: 'invalid' })
  })
})

it('loses no open work, whatever is said', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const members = fc.uniqueArray(fc.record({ id, number: fc.constant(null), stand: fc.constantFrom('done', 'open', 'gone') }), {
    selector: m => m.id,
  }) as fc.Arbitrary<EndingMember[]>
  const said = fc.array(fc.record({ itemId: id, to: fc.option(fc.constantFrom('winter', 'spring', SELF, 'nowhere')) }))
  fc.assert(
    fc.property(members, said, (all, told) => {
      const out = end(all, told)
      if (isRefusal(out)) return
      expect(out.map(o => o.itemId)).toEqual(all.filter(m => m.stand === 'open').map(m => m.id))
      for (const { to } of out) expect([null, 'winter']).toContain(to)
    }),
  )
})
