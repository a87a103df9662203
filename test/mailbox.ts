// A real mail server for tests: takes what it is sent and keeps it opened; can refuse, and can be slow without end.
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Mail {
  to: string
  subject: string
  text: string
  id: string
}

export interface Mailbox {
  port: number
  mails: Mail[]
  /** Every mailbox is said to be unknown. */
  refuses: boolean
  /** Called instead of an answer to a mail that has come in whole. */
  stuck: (() => void) | null
  stop(): Promise<void>
}

export async function aMailbox(port = 0): Promise<Mailbox> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      box.refuses ? done(Object.assign(new Error('mailbox unavailable'), { responseCode: 550 })) : done(),
    onData(stream, session, done) {
      let raw = ''
      stream.on('data', chunk => {
        raw += chunk
      })
      stream.on('end', () => {
        if (box.stuck) return box.stuck()
        box.mails.push({ to: session.envelope.rcptTo[0]!.address, ...opened(raw) })
        done()
      })
    },
  })
  const box: Mailbox = {
    port,
    mails: [],
    refuses: false,
    stuck: null,
    stop: () => new Promise(stopped => server.close(() => stopped())),
  }
  await new Promise<void>(listening => server.listen(port, '127.0.0.1', listening))
  box.port = (server.server.address() as AddressInfo).port
  return box
}

/** Subject (RFC 2047) and the plain part (quoted-printable or Base64) of a mail. */
function opened(raw: string): Omit<Mail, 'to'> {
  const head = raw.replace(/\r\n[ \t]+/g, '')
  const subject = (/^Subject: (.*)$/m.exec(head)?.[1] ?? '').replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, how: string, words: string) =>
    how.toUpperCase() === 'B' ? Buffer.from(words, 'base64').toString() : unquoted(words.replaceAll('_', ' ')),
  )
  const part = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)!
  const text = /Content-Transfer-Encoding: base64/i.test(part[0]) ? Buffer.from(part[1]!, 'base64').toString() : unquoted(part[1]!)
  return { subject: subject.trim(), text, id: /^Message-ID: <(.*)@/im.exec(head)?.[1] ?? '' }
}

const unquoted = (words: string): string =>
  Buffer.from(
    words.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
