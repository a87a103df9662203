// Sends one letter to the robot of a group and hears its answer. Follows no redirect, calls no address that guard.ts does not allow.
import { createHmac } from 'node:crypto'
import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import type { TestResult } from '../core/contract/message.ts'
import type { Letter } from '../core/letter.ts'
import { type Robot, robotAnswer, robotRequest } from '../core/robot.ts'
import type { Instant } from '../core/types.ts'
import { Forbidden, mayCall, publicLookup } from './guard.ts'

/** What is sealed in the database. */
export interface Hook {
  url: string
  secret: string | null
}

const TIMEOUT_MS = 10_000
const MOST_ANSWER = 64 * 1024
const MOST_SAID = 200

export async function sendRobot(
  robot: Robot,
  hook: Hook,
  letter: Letter,
  { now, inside }: { now: Instant; inside: readonly string[] },
): Promise<TestResult> {
  const hmac = (key: string, data: string) => createHmac('sha256', key).update(data).digest('base64')
  const asked = robotRequest(robot, hook.url, hook.secret, letter, now, hmac)
  const url = new URL(asked.url)
  if (!mayCall(url, inside)) return { delivered: false, fault: 'forbidden-address', said: null }
  try {
    const { status, text } = await post(url, JSON.stringify(asked.body), inside)
    const answer = robotAnswer(status, parsed(text))
    if (answer.delivered) return { delivered: true, fault: null, said: null }
    const said = [answer.code ?? `HTTP ${status}`, answer.words].filter(part => part !== null).join(' ')
    return { delivered: false, fault: 'refused', said: said.slice(0, MOST_SAID) }
  } catch (error) {
    if (error instanceof Forbidden) return { delivered: false, fault: 'forbidden-address', said: null }
    const { code, message } = error as NodeJS.ErrnoException
    return { delivered: false, fault: code === 'ETIMEDOUT' ? 'timed-out' : 'unreachable', said: (code ?? message).slice(0, MOST_SAID) }
  }
}

function post(url: URL, body: string, inside: readonly string[]): Promise<{ status: number; text: string }> {
  const named = inside.includes(url.host) || inside.includes(url.hostname)
  return new Promise((resolve, reject) => {
    const ask = (url.protocol === 'https:' ? request : plainRequest)(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      // A connection that is kept would not be resolved and checked again.
      agent: false,
      ...(named ? {} : { lookup: publicLookup }),
    })
    ask.on('error', error => reject(error.name === 'AbortError' || error.name === 'TimeoutError' ? late() : error))
    ask.on('response', response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
        if (text.length > MOST_ANSWER) response.destroy(new Error('the answer is too long'))
      })
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    ask.end(body)
  })
}

const late = (): Error => Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
