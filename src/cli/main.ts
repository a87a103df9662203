// The command line: finds the command, loads only what it needs, and turns what goes wrong into one sentence and an exit code.
import { readFileSync } from 'node:fs'

interface Command {
  usage: string
  says: string
  /** 0 done, 1 could not, 2 wrong usage. */
  load: () => Promise<(args: string[]) => Promise<number>>
}

const COMMANDS: Record<string, Command> = {
  serve: { usage: 'serve', says: 'run the server (npm start)', load: async () => (await import('./serve.ts')).serveCommand },
  demo: {
    usage: 'demo',
    says: 'run a fictional county with log-ins (npm run demo)',
    load: async () => (await import('./demo.ts')).demoCommand,
  },
  read: {
    usage: 'read FILE|- [--json] [--place 青禾县] [--today 2026-05-20]',
    says: 'read a document and print what it says',
    load: async () => (await import('./read.ts')).readCommand,
  },
  report: {
    usage: 'report FILE.docx [--jurisdiction 990124] [--from DAY] [--to DAY] [--number NO]',
    says: 'write the supervision circular 督查通报',
    load: async () => (await import('./report.ts')).reportCommand,
  },
  gold: {
    usage: 'gold FOLDER [--jurisdiction 990124]',
    says: 'write every corrected reading with its text, to measure the reader by',
    load: async () => (await import('./gold.ts')).goldCommand,
  },
  digest: {
    usage: 'digest',
    says: 'write and send the weekly digests now, whatever the day and hour',
    load: async () => (await import('./digest.ts')).digestCommand,
  },
  verify: { usage: 'verify', says: 'prove that the audit log is whole', load: async () => (await import('./verify.ts')).verifyCommand },
  migrate: {
    usage: 'migrate',
    says: 'bring the tables up to date (serve does it, too)',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  backup: {
    usage: 'backup FOLDER',
    says: 'copy database and files into a new folder, while the server runs or not',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  restore: {
    usage: 'restore FOLDER',
    says: 'put a backup into an empty data folder',
    load: async () => (await import('./backup.ts')).restoreCommand,
  },
}

const SETTINGS = `Settings (environment):
  LUOSHI_DATA           folder of the database, files and secrets          ./data
  DATABASE_URL          a PostgreSQL 15 or newer of your own (its owner)   the one that comes along
  DATABASE_SERVER_URL   the serving role there, if you made it yourself    luoshi_server, made for you
  HOST, PORT            where to listen                                    127.0.0.1, 8787
  LUOSHI_URL            the address people type, behind a proxy (https://…)
  LUOSHI_TRUST_PROXY=1  believe the proxy's X-Forwarded-For
  LUOSHI_SESSION_MINUTES, LUOSHI_REQUESTS_PER_MINUTE                       30, 1200
  LUOSHI_PASSWORD_DAYS  days after which a password is changed, 0 never    90
  LUOSHI_OIDC_ISSUER, LUOSHI_OIDC_CLIENT_ID, LUOSHI_OIDC_CLIENT_SECRET     single sign-on: docs/sign-in.md
  LUOSHI_SMTP_URL       the mail server: smtps://user:password@host:465    no mail
  LUOSHI_MAIL_FROM      what mail says it is from: 落实 <luoshi@host>
  LUOSHI_ROBOT_HOSTS    hosts inside your network that group robots may have  public ones only

With DATABASE_URL, back up with pg_dump and copy LUOSHI_DATA/files and LUOSHI_DATA/secrets.json.
`

function usage(): string {
  const widest = Math.max(
    ...Object.values(COMMANDS)
      .map(c => c.usage.length)
      .filter(n => n < 20),
  )
  const lines = Object.values(COMMANDS).map(c =>
    c.usage.length > widest ? `  ${c.usage}\n  ${' '.repeat(widest)}   ${c.says}` : `  ${c.usage.padEnd(widest)}   ${c.says}`,
  )
  return `Usage: luoshi <command>\n\n${lines.join('\n')}\n\n${SETTINGS}`
}

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version

/** A fault with a sentence for the person at the terminal; anything else is a bug and shows its stack. */
const isSentence = (error: Error): boolean =>
  ['StoreFault', 'ConfigFault'].includes(error.name) || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
if (name === '--version' || name === '-v') process.stdout.write(`${version()}\n`)
else if (name === '--help' || name === '-h' || name === 'help') process.stdout.write(usage())
else if (!command) {
  process.stderr.write(name ? `luoshi: there is no command "${name}".\n\n${usage()}` : usage())
  process.exitCode = 2
} else if (args.includes('--help')) process.stdout.write(`Usage: luoshi ${command.usage}\n\n${command.says}\n`)
else {
  try {
    process.exitCode = await (await command.load())(args)
  } catch (error) {
    const said = error as Error
    process.stderr.write(isSentence(said) ? `luoshi: ${said.message}\n` : `luoshi: ${said.stack}\n`)
    process.exitCode = 1
  }
}
