// Wrong passwords lock an account for a quarter of an hour, and a right one clears them.
import { describe, expect, it } from 'vitest'
import { Lockout } from './lockout.ts'

const MINUTE = 60_000
const tried = (wrong: number, at = 0): Lockout => {
  const lockout = new Lockout()
  for (let i = 0; i < wrong; i++) lockout.wrong('Wang', at)
  return lockout
}

describe('the lock of an account', () => {
  it('stays open after four wrong passwords', () => expect(tried(4).minutesLeft('wang', 0)).toBe(0))
  it('closes for fifteen minutes after the fifth, however the name is written', () => expect(tried(5).minutesLeft('WANG', 0)).toBe(15))
  it('opens again when the time is over', () => expect(tried(5).minutesLeft('wang', 15 * MINUTE)).toBe(0))
  it('forgets wrong passwords that lie longer apart', () => {
    const lockout = tried(4)
    lockout.wrong('wang', 16 * MINUTE)
    expect(lockout.minutesLeft('wang', 16 * MINUTE)).toBe(0)
  })
  it('forgets them after a right one', () => {
    const lockout = tried(4)
    lockout.right('wang')
    lockout.wrong('wang', 0)
    expect(lockout.minutesLeft('wang', 0)).toBe(0)
  })
  it('does not touch other accounts', () => expect(tried(9).minutesLeft('li', 0)).toBe(0))
})
