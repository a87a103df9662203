// Passwords become hashes here, by better-auth's own function; what leaves this file cannot be turned back.

import { randomInt } from 'node:crypto'
import { passwordFault } from '../core/password.ts'
import type { NewAccount } from '../store/target/account.ts'

/** scrypt, some 80 ms on purpose, in a thread of the pool. */
export async function hashPassword(password: string): Promise<string> {
  const crypto = await import('better-auth/crypto')
  return crypto.hashPassword(password)
}

export const hashed = async ({ username, name, password }: { username: string; name: string; password: string }): Promise<NewAccount> => ({
  username,
  name,
  passwordHash: await hashPassword(password),
})

/** Whether one of the hashes is the password's. */
export async function isOneOf(password: string, hashes: string[]): Promise<boolean> {
  const crypto = await import('better-auth/crypto')
  for (const hash of hashes) if (await crypto.verifyPassword({ hash, password })) return true
  return false
}

/** What is wrong with a password for the account, as faults of a field of the body. */
export function passwordFaults(path: string, password: string, username: string): { path: string; rule: string }[] {
  const rule = passwordFault(password, username)
  return rule ? [{ path, rule }] : []
}

/** Without 0 O 1 l I, which are read wrong from paper. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'

/** A first password, to be changed when it is first used: 12 of 54 signs, some 69 bits. */
export function newPassword(): string {
  for (;;) {
    const signs = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
    if (/[A-Z]/.test(signs) && /[a-z]/.test(signs) && /\d/.test(signs)) return signs.replace(/.{4}(?=.)/g, '$&-')
  }
}
