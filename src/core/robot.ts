// The webhook forms of group robots: 企业微信, 钉钉, 飞书. Plain data in their public JSON; the signature is the caller's, sending too.
import type { Letter } from './letter.ts'
import type { Instant } from './types.ts'

/** 企业微信 钉钉 飞书 */
export const ROBOTS = ['wecom', 'dingtalk', 'feishu'] as const
export type Robot = (typeof ROBOTS)[number]

interface RobotRequest {
  url: string
  /** To be sent as JSON. */
  body: Record<string, unknown>
}

/** HMAC-SHA256 of `data` under `key`, in Base64. */
export type Hmac = (key: string, data: string) => string

/** Bytes of UTF-8 that a robot takes: 企业微信 4096 of markdown; 钉钉 and 飞书 20 kB of body, of which some are left for the frame. */
const MOST_BYTES: Record<Robot, number> = { wecom: 4096, dingtalk: 18_000, feishu: 18_000 }

/** The request that brings the message to the group. Lines that do not fit are counted, not cut in the middle. */
export function robotRequest(robot: Robot, url: string, secret: string | null, message: Letter, now: Instant, hmac: Hmac): RobotRequest {
  const title = plain(message.title)
  const words = wordsWithin(message, MOST_BYTES[robot])
  switch (robot) {
    case 'wecom':
      return { url, body: { msgtype: 'markdown', markdown: { content: words } } }
    case 'dingtalk':
      return { url: secret ? dingtalkUrl(url, secret, now, hmac) : url, body: { msgtype: 'markdown', markdown: { title, text: words } } }
    case 'feishu':
      return {
        url,
        body: {
          ...(secret ? feishuSign(secret, now, hmac) : {}),
          msg_type: 'interactive',
          card: { header: { title: { tag: 'plain_text', content: title } }, elements: [{ tag: 'markdown', content: words }] },
        },
      }
  }
}

/** 钉钉 signs "milliseconds newline secret" with the secret, and takes both in the address; good for an hour. */
function dingtalkUrl(url: string, secret: string, now: Instant, hmac: Hmac): string {
  const timestamp = Date.parse(now)
  const sign = encodeURIComponent(hmac(secret, `${timestamp}\n${secret}`))
  return `${url}${url.includes('?') ? '&' : '?'}timestamp=${timestamp}&sign=${sign}`
}

/** 飞书 signs nothing with "seconds newline secret" as the key, and takes both in the body; good for an hour. */
function feishuSign(secret: string, now: Instant, hmac: Hmac): { timestamp: string; sign: string } {
  const timestamp = String(Math.floor(Date.parse(now) / 1000))
  return { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') }
}

/**
 * What the robot answered. All three answer 200 to a message that they refuse: only code 0 is a delivery. `code` null: not even an answer in
 * their form. Whatever is not delivered is worth another try, for rates and switched-off robots mend themselves or are mended.
 */
export function robotAnswer(status: number, body: unknown): { delivered: boolean; code: number | null; words: string | null } {
  const answer = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const code = [answer.errcode, answer.code, answer.StatusCode].find(value => typeof value === 'number') ?? null
  const words = [answer.errmsg, answer.msg, answer.StatusMessage].find(value => typeof value === 'string') ?? null
  return { delivered: status >= 200 && status < 300 && code === 0, code: code as number | null, words: words as string | null }
}

/** Marks with a meaning to any of the three (`<@all>`, `<at>`, links, emphasis) become their full-width selves: none of them knows an escape. */
const MARKS: Record<string, string> = {
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '(': '（',
  ')': '）',
  '*': '＊',
  _: '＿',
  '`': '｀',
  '#': '＃',
  '~': '～',
  '@': '＠',
  '!': '！',
  '|': '｜',
  '\\': '＼',
}
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[<>[\]()*_`#~@!|\\]/g, mark => MARKS[mark]!)

/** `)` and blanks would end the address early. */
const address = (url: string): string => url.replace(/[()\s<>]/g, mark => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`)

function wordsWithin(message: Letter, most: number): string {
  const head = `**${clip(plain(message.title), 300)}**`
  const lines = message.lines.map(line => {
    const words = clip(plain(line.text), 600)
    return line.url === null ? words : `[${words}](${address(line.url)})`
  })
  const text = (shown: number): string => {
    const rest = lines.length - shown
    return [head, ...lines.slice(0, shown), ...(rest > 0 ? [`另有${rest}项未列出`] : [])].join('\n\n')
  }
  let shown = lines.length
  while (shown > 0 && bytes(text(shown)) > most) shown--
  return text(shown)
}

const bytes = (text: string): number => new TextEncoder().encode(text).length

/** At most so many bytes, cut between characters. */
function clip(text: string, most: number): string {
  if (bytes(text) <= most) return text
  let kept = ''
  let used = 3
  for (const char of text) {
    used += bytes(char)
    if (used > most) break
    kept += char
  }
  return `${kept}…`
}
