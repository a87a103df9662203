// Serves the built web: assets that never change under their hashed names, and index.html for every page address. Never an API answer.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import statics from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { problem, sendProblem } from './problem.ts'

export const WEB = fileURLToPath(new URL('../../dist/web', import.meta.url))
/** Everything comes from this address only. No 'unsafe-inline', no 'unsafe-eval', no nonce: the pages make no <style> and no inline script. */
export const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Mounts the web; when it has not been built, pages say so in one sentence. */
export async function mountPages(app: FastifyInstance, web = WEB): Promise<void> {
  const index = join(web, 'index.html')
  const html = existsSync(index) ? readFileSync(index, 'utf8') : null
  if (html) {
    await app.register(statics, {
      root: web,
      index: false,
      wildcard: true,
      preCompressed: true,
      cacheControl: false,
      allowedPath: path => path !== '/index.html' && !path.endsWith('/'),
      setHeaders: (reply, path) => {
        const hashed = path.includes('/assets/')
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0]!
    const page = (request.method === 'GET' || request.method === 'HEAD') && !path.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(path)
    return page ? sendPage(reply, html) : sendProblem(reply, problem('not-found'))
  })
}

function sendPage(reply: FastifyReply, html: string | null): FastifyReply {
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
  if (!html)
    return reply.code(503).send('<!doctype html><title>Luoshi</title><p>The pages are not built yet: run <code>npm run build</code>.')
  return reply.header('content-security-policy', POLICY).send(html)
}
