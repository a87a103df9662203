// Puts the server together: what every request passes, then the contract's routes, then the pages. Listening is serve.ts's business.
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Database } from '../store/db.ts'
import { lazyAuth } from './auth.ts'
import type { Handlers, House } from './call.ts'
import type { Config } from './config.ts'
import { sessionCookie } from './cookie.ts'
import { Courier } from './deliver.ts'
import { Desk } from './desk.ts'
import { Links } from './link.ts'
import { mount } from './mount.ts'
import { sameOrigin } from './origin.ts'
import { mountPages, POLICY } from './page.ts'
import { problem, problemOfError, sendProblem } from './problem.ts'
import { accountRoutes } from './routes/account.ts'
import { auditRoutes } from './routes/audit.ts'
import { benchmarkRoutes } from './routes/benchmark.ts'
import { boardRoutes } from './routes/board.ts'
import { boundaryRoutes } from './routes/boundary.ts'
import { burdenRoutes } from './routes/burden.ts'
import { campaignRoutes } from './routes/campaign.ts'
import { cascadeRoutes } from './routes/cascade.ts'
import { channelRoutes } from './routes/channel.ts'
import { conveyanceRoutes } from './routes/conveyance.ts'
import { documentRoutes } from './routes/document.ts'
import { fileRoutes } from './routes/file.ts'
import { healthRoutes } from './routes/health.ts'
import { indicatorRoutes } from './routes/indicator.ts'
import { itemRoutes } from './routes/item.ts'
import { jurisdictionRoutes } from './routes/jurisdiction.ts'
import { kindRoutes } from './routes/kind.ts'
import { kindSheetRoutes } from './routes/kindsheet.ts'
import { linkRoutes } from './routes/link.ts'
import { messageRoutes } from './routes/message.ts'
import { noteRoutes } from './routes/note.ts'
import { overviewRoutes } from './routes/overview.ts'
import { readingImportRoutes } from './routes/readingimport.ts'
import { reportRoutes } from './routes/report.ts'
import { riskRoutes } from './routes/risk.ts'
import { rosterRoutes } from './routes/roster.ts'
import { rulesRoutes } from './routes/rules.ts'
import { schemeRoutes } from './routes/scheme.ts'
import { sessionRoutes } from './routes/session.ts'
import { setupRoutes } from './routes/setup.ts'
import { sheetRoutes } from './routes/sheet.ts'
import { signInRoutes } from './routes/signin.ts'
import { slipRoutes } from './routes/slip.ts'
import { unitRoutes } from './routes/unit.ts'
import { visitRoutes } from './routes/visit.ts'
import { Sessions } from './session.ts'
import { SetupLink } from './setup.ts'
import { squeeze } from './squeeze.ts'

/** A route without a handler, or a handler without a route, is a type error here. */
const handlers: Handlers = {
  ...healthRoutes,
  ...sessionRoutes,
  ...signInRoutes,
  ...setupRoutes,
  ...jurisdictionRoutes,
  ...unitRoutes,
  ...visitRoutes,
  ...accountRoutes,
  ...rosterRoutes,
  ...documentRoutes,
  ...itemRoutes,
  ...kindRoutes,
  ...boundaryRoutes,
  ...burdenRoutes,
  ...riskRoutes,
  ...kindSheetRoutes,
  ...linkRoutes,
  ...reportRoutes,
  ...campaignRoutes,
  ...cascadeRoutes,
  ...conveyanceRoutes,
  ...fileRoutes,
  ...messageRoutes,
  ...channelRoutes,
  ...slipRoutes,
  ...noteRoutes,
  ...indicatorRoutes,
  ...boardRoutes,
  ...benchmarkRoutes,
  ...schemeRoutes,
  ...readingImportRoutes,
  ...overviewRoutes,
  ...sheetRoutes,
  ...rulesRoutes,
  ...auditRoutes,
}

export interface Parts {
  db: Database
  config: Config
  /** Of the first run; others have none. */
  setup?: SetupLink
  /** The built web; the project's own unless said. */
  web?: string
  /** One for the routes and the clock. */
  courier?: Courier
}

export async function build({
  db,
  config,
  setup = new SetupLink(),
  web,
  courier = new Courier(db, config),
}: Parts): Promise<FastifyInstance> {
  const app = Fastify({
    trustProxy: config.trustProxy,
    // One line for each fault; requests are not logged: who did what is in the audit log.
    logger: { level: config.logLevel },
    bodyLimit: 64 * 1024,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
  })
  const auth = lazyAuth(db, config)
  const house: House = {
    db,
    config,
    auth,
    setup,
    sessions: new Sessions(db, auth, config.passwordDays),
    links: new Links(db),
    desk: new Desk(),
    courier,
    log: error => app.log.error(error),
  }

  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: config.publicUrl?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(rateLimit, {
    max: config.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: request => sessionCookie(request.headers.cookie) ?? request.ip,
    allowList: request => !request.url.startsWith('/api/'),
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: (_request, context) => Object.assign(new Error('too many requests'), { statusCode: 429, ttl: context.ttl }),
  })
  await app.register(multipart)

  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', POLICY)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    if (!sameOrigin(request, config.publicUrl)) return sendProblem(reply, problem('wrong-origin'))
  })
  app.addHook('onSend', squeeze)
  app.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    const known = problemOfError(error)
    if (!known || known.status >= 500) request.log.error(error)
    return sendProblem(reply, known ?? problem('internal'))
  })

  mount(app, house, handlers)
  await mountPages(app, web)
  app.addHook('onClose', () => Promise.all([house.desk.close(), courier.close()]))
  return app
}
