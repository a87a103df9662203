// What a browser says of itself and where it comes from, in the few words that a person needs to know his own again. Pure; guesses nothing more.

export const BROWSERS = ['wechat', 'edge', 'firefox', 'chrome', 'safari', 'other'] as const
export const SYSTEMS = ['windows', 'mac', 'android', 'ios', 'harmony', 'linux', 'other'] as const
export const PLACES = ['here', 'inside', 'outside', 'unknown'] as const
interface Device {
  browser: (typeof BROWSERS)[number]
  system: (typeof SYSTEMS)[number]
}

/** In this order: Edge calls itself Chrome, Chrome calls itself Safari. */
const BROWSER: [RegExp, Device['browser']][] = [
  [/MicroMessenger|wxwork/i, 'wechat'],
  [/Edg(?:e|A|iOS)?\//, 'edge'],
  [/Firefox\/|FxiOS\//, 'firefox'],
  [/Chrome\/|CriOS\//, 'chrome'],
  [/Safari\//, 'safari'],
]
const SYSTEM: [RegExp, Device['system']][] = [
  [/HarmonyOS|OpenHarmony/i, 'harmony'],
  [/Android/, 'android'],
  [/iPhone|iPad/, 'ios'],
  [/Windows/, 'windows'],
  [/Mac OS X|Macintosh/, 'mac'],
  [/Linux|X11/, 'linux'],
]
const first = <T>(known: [RegExp, T][], text: string, otherwise: T): T => known.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise

export const deviceOf = (userAgent: string | null): Device => ({
  browser: first(BROWSER, userAgent ?? '', 'other'),
  system: first(SYSTEM, userAgent ?? '', 'other'),
})

/** 127.0.0.1 → this machine; 10.3.4.5 → the office network; anything else public → outside. */
export function placeOf(address: string | null): (typeof PLACES)[number] {
  const bare = (address ?? '').replace(/^::ffff:/, '')
  if (bare === '') return 'unknown'
  if (bare === '::1' || bare.startsWith('127.')) return 'here'
  if (/^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd]|fe80:)/i.test(bare))
    return 'inside'
  return 'outside'
}
