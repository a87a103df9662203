// A real OpenID Connect server for tests (oidc-provider), and a person who signs in there: cookies, forms and redirects as a browser has them.
import { type AddressInfo, createServer } from 'node:net'
import { type Configuration, Provider } from 'oidc-provider'

export interface OidcServer {
  issuer: string
  clientId: string
  clientSecret: string
  stop(): Promise<void>
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

/** Everybody may sign in there by any name. */
export async function startOidc(redirectUri: string): Promise<OidcServer> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const [clientId, clientSecret] = ['luoshi', 'secret-of-the-test-client']
  const settings: Configuration = {
    clients: [
      { client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri], token_endpoint_auth_method: 'client_secret_post' },
    ],
    cookies: { keys: ['key-of-a-test'] },
    claims: { openid: ['sub'], profile: ['preferred_username', 'name'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id, name: id }),
    }),
  }
  const server = new Provider(issuer, settings).listen(port, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  return { issuer, clientId, clientSecret, stop: () => new Promise(resolve => server.close(() => resolve())) }
}

/** Signs in there by name and says yes to everything; returns the address that leads back. */
export async function passThrough(start: string, name: string, back: string): Promise<URL> {
  const jar = new Map<string, string>()
  let url = start
  let form: URLSearchParams | null = null
  for (let step = 0; step < 12; step++) {
    const answer: Response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form,
      headers: { cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') },
      redirect: 'manual',
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair] = cookie.split(';') as [string]
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    form = null
    const to = answer.headers.get('location')
    if (to) {
      url = new URL(to, url).href
      if (url.startsWith(back)) return new URL(url)
      continue
    }
    const page = await answer.text()
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]
    if (!action) throw new Error(`${answer.status} at ${url}: ${page.slice(0, 300)}`)
    const login = page.includes('name="login"')
    form = new URLSearchParams(login ? { prompt: 'login', login: name, password: 'x' } : { prompt: 'consent' })
    url = new URL(action, url).href
  }
  throw new Error(`no way back from ${start}`)
}
