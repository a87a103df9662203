// Refuses writes that another site's page sends with a visitor's cookies (CSRF); cookies are SameSite=Lax beside it.
import type { FastifyRequest } from 'fastify'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request may carry out something. Browsers since 2023 say where a request comes from in Sec-Fetch-Site; older ones send
 * Origin with every POST. A client that sends neither is not a browser, and nobody's cookies are in it but its own.
 * Source: OWASP Cross-Site Request Forgery Prevention, "Fetch Metadata"; the same rule as Go's http.CrossOriginProtection.
 */
export function sameOrigin(request: Pick<FastifyRequest, 'method' | 'headers' | 'host'>, publicUrl: string | null): boolean {
  if (SAFE.has(request.method)) return true
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = request.headers.origin
  if (origin === undefined) return true
  if (publicUrl && origin === new URL(publicUrl).origin) return true
  return URL.canParse(origin) && new URL(origin).host === request.host
}
