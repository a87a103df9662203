// Builds the web into dist/web and compresses every asset once, when what it is made of has changed. Plain JavaScript for any Node ≥ 20.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { ensureInstalled, node, root } from './ready.mjs'

const out = join(root, 'dist', 'web')
const stamp = join(root, 'dist', 'web.stamp')
/** What the web is made of: it may import the two pure rooms, and nothing else (ARCHITECTURE.md). */
const SOURCES = ['index.html', 'vite.config.ts', 'package-lock.json', 'src/web', 'src/core', 'src/reader']
const TEXT = /\.(js|css|html|svg|json|txt|webmanifest)$/

function filesUnder(path) {
  const at = join(root, path)
  if (!existsSync(at)) return []
  const inner = readdirSync(at, { withFileTypes: true, recursive: true }).filter(f => f.isFile())
  return inner.map(f => join(f.parentPath, f.name)).sort()
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const files = source.startsWith('src/') ? filesUnder(source).filter(f => !/\.test\.tsx?$/.test(f)) : [join(root, source)]
    for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Largest compression: done once, sent for ever. Small files are left, their headers weigh more. */
function compress() {
  for (const file of filesUnder('dist/web')) {
    if (!TEXT.test(file) || file.endsWith('index.html')) continue
    const bytes = readFileSync(file)
    if (bytes.length < 1024) continue
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

/** Builds when needed; true when it did. Ends the program with a sentence when it cannot. */
export function ensureBuilt(say = console.log) {
  const wanted = fingerprint()
  if (existsSync(join(out, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  if (!existsSync(join(root, 'node_modules', '@vitejs', 'plugin-react'))) {
    console.error('The pages are to be built, and what builds them is not installed. Run npm ci without --omit=dev, then npm run build.')
    process.exit(1)
  }
  say('building the pages …')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const ran = spawnSync(node(), [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (ran.status !== 0) {
    console.error('The pages could not be built: see the lines above. If the disk is full, free some space and run it again.')
    process.exit(1)
  }
  compress()
  writeFileSync(stamp, wanted)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureInstalled()
  console.log(ensureBuilt() ? 'built: dist/web' : 'dist/web is up to date')
}
