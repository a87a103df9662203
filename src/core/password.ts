// Which passwords are not taken, beside their length and kinds: the account's own name, and those that everybody guesses first. Pure.

const PASSWORD_FAULTS = ['password-name', 'password-common', 'password-used'] as const
type PasswordFault = (typeof PASSWORD_FAULTS)[number]

/** Of the last so many passwords none comes back (等保 2.0 practice; product choice). */
export const PASSWORDS_REMEMBERED = 3

/** What the most used passwords are made of once figures and signs are taken off (the lists of NordPass and SplashData, and Chinese leaks). */
const COMMON = new Set(
  `password passwd admin administrator root user guest login welcome qwerty qwertyuiop qwer qwert asdf asdfgh asdfghjkl zxcvbn zxcvbnm
   qazwsx qazwsxedc abc abcd abcde abcdef abcdefg abcdefgh iloveyou monkey dragon letmein master super superman sunshine princess
   football shadow secret default changeme test testing temp luoshi woaini woaini wodemima mima ceshi zhengfu duchashi zaq xsw aa aaa aaaa`.split(
    /\s+/,
  ),
)
const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }

/** P@ssw0rd2026! → password; Admin@12345 → admin. */
function bare(password: string): string[] {
  const text = password.toLowerCase()
  const letters = text.replace(/[^a-z]/g, '')
  // What stands at the end is mostly a year and a sign; what stands inside, a letter in disguise.
  const core = text.replace(/[^a-z]+$/, '').replace(/^[^a-z@$]+/, '')
  const plain = [...core]
    .map(c => LEET[c] ?? c)
    .join('')
    .replace(/[^a-z]/g, '')
  return [letters, plain]
}

/** Why a password is not taken for the account, or null. Length and kinds are the contract's business. */
export function passwordFault(password: string, username: string): Exclude<PasswordFault, 'password-used'> | null {
  const text = password.toLowerCase()
  const name = username.toLowerCase()
  if (name.length >= 3 && (text.includes(name) || text.includes([...name].reverse().join('')))) return 'password-name'
  // 1234567890Aa · aaaaaaaaaA1
  if (new Set(text).size < 5) return 'password-common'
  return bare(password).some(word => COMMON.has(word)) ? 'password-common' : null
}
