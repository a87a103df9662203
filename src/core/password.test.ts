import { describe, expect, test } from 'vitest'
import { passwordFault } from './password.ts'

describe('a password', () => {
  test.each([
    ['with the account’s name', 'Ducha-2026x', 'ducha', 'password-name'],
    ['with the name turned round', 'Ahcud-2026x', 'ducha', 'password-name'],
    ['that everybody guesses', 'Password2026!', 'ducha', 'password-common'],
    ['that everybody guesses, in disguise', 'P@ssw0rd2026', 'ducha', 'password-common'],
    ['of the row of keys', 'Qwertyuiop1!', 'ducha', 'password-common'],
    ['of an office', 'Admin@123456', 'ducha', 'password-common'],
    ['of 我爱你 and figures', 'Woaini520520!', 'ducha', 'password-common'],
    ['of few characters', 'Aaaaaaa111!', 'ducha', 'password-common'],
    ['of a place and a year', 'Qinghe-2026', 'ducha', null],
    ['of three words', 'Shan-Shui-Tian7', 'ducha', null],
    ['that happens to hold a short name', 'Shan-Shui-Tian7', 'an', null],
  ])('%s', (_, password, username, fault) => expect(passwordFault(password, username)).toBe(fault))
})
