// Whether the server and its database answer.
import { readFileSync } from 'node:fs'
import type { Handlers } from '../call.ts'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }

export const healthRoutes = {
  async getHealth({ house, reply }) {
    const ok = await house.db.pool.query('select 1').then(
      () => true,
      () => false,
    )
    if (!ok) reply.code(503)
    return { ok, version }
  },
} satisfies Pick<Handlers, 'getHealth'>
