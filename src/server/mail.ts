// Sends one letter as mail: plain words and the same as plain HTML. Opens no picture, counts no reader.
import type { TestResult } from '../core/contract/message.ts'
import type { Letter } from '../core/letter.ts'
import type { Config } from './config.ts'

const TIMEOUT_MS = 10_000
const MOST_SAID = 200

export interface Mailer {
  /** `id` makes the Message-ID: the same letter sent twice, because the program was killed in between, is known as one. */
  send(to: string, letter: Letter, id: string): Promise<TestResult>
  close(): void
}

/** A connection to the mail server, kept for several letters; null when the program has none. */
export async function mailerOf({ smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>): Promise<Mailer | null> {
  if (!smtpUrl) return null
  // Loaded when first needed: most starts send nothing.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 1,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^\s<>@]+)>?$/.exec(mailFrom)?.[1] ?? 'localhost'
  return {
    async send(to, letter, id) {
      try {
        await transport.sendMail({
          from: mailFrom,
          to: { name: '', address: to },
          messageId: `<${id}@${domain}>`,
          // RFC 3834: no out-of-office answers, please.
          headers: { 'Auto-Submitted': 'auto-generated' },
          subject: letter.title,
          text: textOf(letter),
          html: htmlOf(letter),
        })
        return { delivered: true, fault: null, said: null }
      } catch (error) {
        const { code, responseCode, response, message } = error as Error & { code?: string; responseCode?: number; response?: string }
        const fault = responseCode ? 'refused' : code === 'ETIMEDOUT' ? 'timed-out' : 'unreachable'
        return { delivered: false, fault, said: (response ?? message).slice(0, MOST_SAID) }
      }
    },
    close: () => transport.close(),
  }
}

export const textOf = ({ lines, foot }: Letter): string =>
  [...lines.map(({ text, url }) => (url ? `${text}\n${url}` : text)), ...(foot ? ['——', foot] : [])].join('\n\n')

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, mark => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark]!)

function htmlOf({ title, lines, foot }: Letter): string {
  const said = lines.map(({ text, url }) => `<p>${url ? `<a href="${escaped(url)}">${escaped(text)}</a>` : escaped(text)}</p>`)
  return [
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8">',
    `<body style="font:15px/1.7 'PingFang SC','Microsoft YaHei',sans-serif;color:#1d2127;max-width:40em">`,
    `<h1 style="font-size:18px">${escaped(title)}</h1>`,
    ...said,
    foot ? `<p style="color:#535b66;font-size:13px;border-top:1px solid #d5dae1;padding-top:8px">${escaped(foot)}</p>` : '',
    '</body></html>',
  ].join('\n')
}
