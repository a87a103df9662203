import { createHmac, timingSafeEqual } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { may } from './access.ts'
import { LINK_COMMANDS, type LinkClaims, linkActor, linkFault, linkUntil, openLink, sealLink } from './answerlink.ts'
import { COMMANDS } from './types.ts'

const sign = (payload: string): string => createHmac('sha256', 'a key of the test').update(payload).digest('base64url')
const verify = (payload: string, signature: string): boolean => {
  const [a, b] = [Buffer.from(sign(payload)), Buffer.from(signature)]
  return a.length === b.length && timingSafeEqual(a, b)
}
const claims: LinkClaims = {
  id: '6f1d5a7e-5b0c-4d3e-9a53-8d6f6a3f0c11',
  jurisdiction: '990124',
  itemId: '0b9f3a2c-1111-4222-8333-444455556666',
  unitId: '7c3e1d0a-aaaa-4bbb-8ccc-ddddeeeeffff',
  allows: ['accept', 'report'],
  from: '2026-06-01T02:00:00.000Z',
  until: '2026-06-08T15:59:59.000Z',
}
const item = { id: claims.itemId, leadUnitId: claims.unitId, coUnitIds: [] }
const NOW = '2026-06-02T02:00:00Z'
const token = sealLink(claims, sign)
const forged = (at: number, value: string): string => {
  const parts = token.split('.')
  parts[at] = value
  return parts.join('.')
}
const resigned = (at: number, value: string): string => {
  const payload = forged(at, value).split('.').slice(0, -1).join('.')
  return `${payload}.${sign(payload)}`
}

describe('a link', () => {
  it('opens with what was sealed in it', () => expect(openLink(token, NOW, verify)).toEqual(claims))
  it('is safe in an address as it is', () => expect(encodeURIComponent(token)).toBe(token))

  it.each<[string, string, string, string]>([
    ['is good in its first second', token, '2026-06-01T02:00:00Z', 'good'],
    ['is not good before', token, '2026-06-01T01:59:59Z', 'not-yet'],
    ['is good in its last second', token, '2026-06-08T15:59:59Z', 'good'],
    ['has ended after', token, '2026-06-08T16:00:00Z', 'expired'],
    ['for another item is forged', forged(3, 'another-item'), NOW, 'bad-signature'],
    ['with a longer life is forged', forged(7, 'zzzzzz'), NOW, 'bad-signature'],
    ['allowing more is forged', forged(5, 'accept-report-submit'), NOW, 'bad-signature'],
    ['without a signature is none', token.split('.').slice(0, -1).join('.'), NOW, 'malformed'],
    ['with an empty signature is none', forged(8, ''), NOW, 'malformed'],
    ['cut short on its way is none', token.slice(0, 40), NOW, 'malformed'],
    ['with its last character lost is not signed', token.slice(0, -1), NOW, 'bad-signature'],
    ['of nothing is none', '', NOW, 'malformed'],
    ['of a megabyte is none', 'a.'.repeat(500_000), NOW, 'malformed'],
    ['with strange characters is none', forged(3, '../..'), NOW, 'malformed'],
    ['signed by us but of another version is none', resigned(0, 'b9'), NOW, 'malformed'],
    ['signed by us but with an unknown command is none', resigned(5, 'close'), NOW, 'malformed'],
  ])('%s', (_, text, now, expected) => {
    const opened = openLink(text, now, verify)
    expect('refused' in opened ? opened.refused : 'good').toBe(expected)
  })

  it('changed in any one character does not open', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.'), (at, char) => {
        fc.pre(token[at] !== char)
        expect(openLink(token.slice(0, at) + char + token.slice(at + 1), NOW, verify)).toHaveProperty('refused')
      }),
    )
  })

  it('never throws, whatever the address holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(openLink(text, NOW, () => true)).toHaveProperty('refused')
      }),
    )
  })

  it('cannot be sealed with words in it, nor with its end before its beginning, nor allowing nothing', () => {
    expect(() => sealLink({ ...claims, unitId: '县水利局' }, sign)).toThrow(RangeError)
    expect(() => sealLink({ ...claims, unitId: 'a.b' }, sign)).toThrow(RangeError)
    expect(() => sealLink({ ...claims, until: claims.from }, sign)).toThrow(RangeError)
    expect(() => sealLink({ ...claims, allows: [] }, sign)).toThrow(RangeError)
  })
})

describe('what an open link allows', () => {
  const kept = { revokedAt: null }
  it.each<[string, Parameters<typeof linkFault>, string | null]>([
    ['reading its item', [claims, kept, item, 'read'], null],
    ['reporting', [claims, kept, item, 'report'], null],
    ['reporting for a co-unit', [claims, kept, { ...item, leadUnitId: 'x', coUnitIds: [claims.unitId] }, 'report'], null],
    ['not what it does not name', [claims, kept, item, 'submit'], 'not-allowed'],
    ['not another item', [claims, kept, { ...item, id: 'x' }, 'read'], 'other-item'],
    ['nothing once revoked', [claims, { revokedAt: NOW }, item, 'read'], 'revoked'],
    ['nothing when the store does not know it', [claims, null, item, 'read'], 'unknown'],
    ['nothing once the unit has no part in the item', [claims, kept, { ...item, leadUnitId: 'x' }, 'read'], 'unit-left'],
  ])('%s', (_, args, refused) => expect(linkFault(...args)?.refused ?? null).toBe(refused))

  it('is never more than to answer', () => {
    const all = { ...claims, allows: [...LINK_COMMANDS] }
    expect(COMMANDS.filter(command => linkFault(all, kept, item, command) === null)).toEqual(['accept', 'report', 'submit'])
  })

  it('is done as the unit’s liaison, who may answer and not verify', () => {
    const actor = linkActor(claims, '县水利局（链接）')
    const units = { leadUnitId: claims.unitId, coUnitIds: [] }
    expect([may(actor, 'item.report', units), may(actor, 'item.close', units), actor.personId]).toEqual([true, false, claims.id])
  })
})

describe('the end of a link', () => {
  it('is the end of a day in Beijing', () => {
    expect(linkUntil('2026-06-01')).toBe('2026-06-08T15:59:59.000Z')
    expect(linkUntil('2026-06-01', 1)).toBe('2026-06-02T15:59:59.000Z')
  })
  it.each([0, 31, 1.5, Number.NaN])('cannot be %s days away', days => expect(() => linkUntil('2026-06-01', days)).toThrow(RangeError))
})
