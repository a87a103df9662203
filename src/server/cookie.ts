// The session cookie's name and where it stands in a request; its content is better-auth's business.
export const PREFIX = 'luoshi'
export const COOKIE = `${PREFIX}.session_token`

/** Under https the browser sees the name with the prefix that forbids insecure origins to set it. */
const pattern = new RegExp(`(?:^|;\\s*)(?:__Secure-)?${COOKIE.replace('.', '\\.')}=([^;]+)`)

/** The signed token as the browser sent it; null when there is none. */
export const sessionCookie = (cookies: string | undefined): string | null => cookies?.match(pattern)?.[1] ?? null

/** Another of better-auth's cookies by its name, as the browser sent it. */
export const cookieNamed = (cookies: string | undefined, name: string): string | null =>
  cookies?.match(new RegExp(`(?:^|;\\s*)(?:__Secure-)?${PREFIX}\\.${name}=([^;]+)`))?.[1] ?? null
