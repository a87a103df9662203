// Writes openapi.json from the contract: npm run openapi.
import { readFileSync, writeFileSync } from 'node:fs'
import { openapi } from '../src/server/openapi.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
writeFileSync(new URL('../openapi.json', import.meta.url), `${JSON.stringify(openapi(version), null, 2)}\n`)
