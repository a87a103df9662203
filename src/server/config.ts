// All settings of the program, read from the environment once; nothing else reads process.env.
import { resolve } from 'node:path'
import type { SetupState } from '../core/contract/account.ts'

export type DemoLogin = SetupState['demo'][number]

export interface Config {
  host: string
  port: number
  /** Where the embedded database, the files of evidence and the secrets lie. */
  dataDir: string
  /** A PostgreSQL of one's own (the owner's address); null = the embedded one. */
  databaseUrl: string | null
  /** The serving role's address; null = the program makes the role itself. */
  databaseServerUrl: string | null
  /** The address people type, when it is not the one listened on (a reverse proxy); https makes cookies secure. */
  publicUrl: string | null
  /** Whether X-Forwarded-* of the proxy in front is believed. */
  trustProxy: boolean
  /** Requests one person, or one address without a session, may make in a minute. */
  requestsPerMinute: number
  /** Requests one address may make in a minute with answer links. */
  answersPerMinute: number
  /** Days after which a password is to be changed; 0: never. */
  passwordDays: number
  /** Single sign-on with the unit's own OpenID Connect server; null: there is none. */
  oidc: Oidc | null
  /** A session ends after this long without a request (等保 2.0: 登录连接超时自动退出). */
  sessionMinutes: number
  /** The mail server, `smtps://user:password@host:465`; null: no mail. */
  smtpUrl: string | null
  /** What mail says it is from. */
  mailFrom: string
  /** Hosts inside one's own network, `host` or `host:port`, to which robots may be addressed; others must be public and https. */
  robotHosts: string[]
  /** Log-ins of the fictional county, shown on the sign-in page; empty for the real thing. */
  demo: DemoLogin[]
  /** `warn`: one line for each fault, on standard output as JSON. */
  logLevel: 'warn' | 'silent'
}

export interface Oidc {
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button says it signs in with. */
  name: string
  /** The claim that is compared with the user name. */
  claim: string
  /** Whether the user name is enough, or a person must have linked his account first. */
  match: 'username' | 'link'
}

/** A setting that cannot be used; the message is for the person who set it. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
}

type Env = Record<string, string | undefined>

/** Reads every setting; throws a ConfigFault that names the variable and what it may be. */
export function readConfig(env: Env, root = process.cwd()): Config {
  return {
    host: env.HOST || '127.0.0.1',
    port: whole(env, 'PORT', 8787, 0, 65_535),
    dataDir: resolve(root, env.LUOSHI_DATA || 'data'),
    databaseUrl: url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    databaseServerUrl: url(env, 'DATABASE_SERVER_URL', ['postgres:', 'postgresql:']),
    publicUrl: url(env, 'LUOSHI_URL', ['http:', 'https:']),
    trustProxy: env.LUOSHI_TRUST_PROXY === '1',
    requestsPerMinute: whole(env, 'LUOSHI_REQUESTS_PER_MINUTE', 1200, 10, 10_000_000),
    answersPerMinute: whole(env, 'LUOSHI_ANSWERS_PER_MINUTE', 60, 5, 1_000_000),
    sessionMinutes: whole(env, 'LUOSHI_SESSION_MINUTES', 30, 5, 1440),
    passwordDays: whole(env, 'LUOSHI_PASSWORD_DAYS', 90, 0, 3650),
    oidc: oidcOf(env),
    ...mail(env),
    robotHosts: (env.LUOSHI_ROBOT_HOSTS ?? '')
      .toLowerCase()
      .split(/[,\s]+/)
      .filter(Boolean),
    demo: [],
    logLevel: 'warn',
  }
}

function whole(env: Env, name: string, otherwise: number, least: number, most: number): number {
  const given = env[name]
  if (!given) return otherwise
  const n = Number(given)
  if (!Number.isInteger(n) || n < least || n > most)
    throw new ConfigFault(`${name}=${given} cannot be used: give a whole number from ${least} to ${most}.`)
  return n
}

function oidcOf(env: Env): Oidc | null {
  const issuer = url(env, 'LUOSHI_OIDC_ISSUER', ['http:', 'https:'])
  if (!issuer) return null
  const { LUOSHI_OIDC_CLIENT_ID: clientId, LUOSHI_OIDC_CLIENT_SECRET: clientSecret } = env
  if (!clientId || !clientSecret)
    throw new ConfigFault(
      'LUOSHI_OIDC_ISSUER also needs LUOSHI_OIDC_CLIENT_ID and LUOSHI_OIDC_CLIENT_SECRET: give what that server gave you.',
    )
  const match = env.LUOSHI_OIDC_MATCH || 'username'
  if (match !== 'username' && match !== 'link') throw new ConfigFault(`LUOSHI_OIDC_MATCH=${match} cannot be used: give username or link.`)
  return {
    issuer: issuer.replace(/\/$/, ''),
    clientId,
    clientSecret,
    match,
    name: env.LUOSHI_OIDC_NAME || '单位统一身份',
    claim: env.LUOSHI_OIDC_CLAIM || 'preferred_username',
  }
}

function mail(env: Env): Pick<Config, 'smtpUrl' | 'mailFrom'> {
  const smtpUrl = url(env, 'LUOSHI_SMTP_URL', ['smtp:', 'smtps:'])
  const mailFrom = env.LUOSHI_MAIL_FROM ?? ''
  // 落实 <luoshi@example.gov.cn>, or the address alone.
  if (smtpUrl && !/^[^<>@\r\n]*(<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(mailFrom))
    throw new ConfigFault(
      'LUOSHI_SMTP_URL also needs LUOSHI_MAIL_FROM: give the address that mail comes from, such as luoshi@example.gov.cn.',
    )
  return { smtpUrl, mailFrom }
}

function url(env: Env, name: string, schemes: string[]): string | null {
  const given = env[name]
  if (!given) return null
  // The value may hold a password, so it is not repeated.
  if (!URL.canParse(given) || !schemes.includes(new URL(given).protocol))
    throw new ConfigFault(`${name} cannot be used: give an address that begins with ${schemes.map(s => `${s}//`).join(' or ')}.`)
  return given
}
