// Passwords become hashes here, by better-auth's own function; what leaves this file cannot be turned back.
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
