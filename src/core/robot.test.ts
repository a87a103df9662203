import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Letter } from './letter.ts'
import { type Hmac, ROBOTS, type Robot, robotAnswer, robotRequest } from './robot.ts'

const hmac: Hmac = (key, data) => createHmac('sha256', key).update(data).digest('base64')
/** 1780000000 seconds. */
const NOW = '2026-05-28T20:26:40.000Z'
const message: Letter = {
  title: '落实待办：2项待办',
  lines: [
    { text: '【待签收】2026-0001 北渠清淤', url: 'https://luoshi.example/items/1' },
    { text: '另有1项，请登录查看。', url: null },
  ],
  foot: null,
}
const WORDS = '**落实待办：2项待办**\n\n[【待签收】2026-0001 北渠清淤](https://luoshi.example/items/1)\n\n另有1项，请登录查看。'

describe('a request to a group robot', () => {
  it('of 企业微信 is markdown and needs no signature', () => {
    expect(robotRequest('wecom', 'https://robot.example/send?key=k', 'unused', message, NOW, hmac)).toEqual({
      url: 'https://robot.example/send?key=k',
      body: { msgtype: 'markdown', markdown: { content: WORDS } },
    })
  })

  it('of 钉钉 is signed in the address', () => {
    expect(robotRequest('dingtalk', 'https://robot.example/send?access_token=t', 'SECtest', message, NOW, hmac)).toEqual({
      url: 'https://robot.example/send?access_token=t&timestamp=1780000000000&sign=LyAOrtdQAR9f02WwoxuelQmNj%2F%2F31scc%2BtB0chl4mLk%3D',
      body: { msgtype: 'markdown', markdown: { title: '落实待办：2项待办', text: WORDS } },
    })
  })

  it('of 飞书 is a card, signed in the body', () => {
    expect(robotRequest('feishu', 'https://robot.example/hook/x', 'SECtest', message, NOW, hmac)).toEqual({
      url: 'https://robot.example/hook/x',
      body: {
        timestamp: '1780000000',
        sign: 'bqhNO+vSPLOFegDKrGOA/YQmPNT+sncEOuApF0psHb4=',
        msg_type: 'interactive',
        card: {
          header: { title: { tag: 'plain_text', content: '落实待办：2项待办' } },
          elements: [{ tag: 'markdown', content: WORDS }],
        },
      },
    })
  })

  it.each(ROBOTS)('of %s without a secret is not signed', robot => {
    const request = robotRequest(robot, 'https://robot.example/x', null, message, NOW, () => 'signed')
    expect(JSON.stringify(request)).not.toMatch(/sign/)
  })

  it.each(ROBOTS)('of %s cannot call everyone, nor open another link or mark, through words that people wrote', robot => {
    const evil = '<@all> <at id=all></at> @所有人 [领奖](https://evil.example) **急** `x` # 题\n- 另起'
    const request = robotRequest(
      robot,
      'https://robot.example/x',
      null,
      { title: evil, lines: [{ text: evil, url: 'https://a.example/)(b' }], foot: null },
      NOW,
      hmac,
    )
    const words = JSON.stringify(request.body)
    expect(words).not.toMatch(/[<>@`]/)
    expect(words).not.toMatch(/\]\(https:\/\/evil/)
    expect(words).toContain('](https://a.example/%29%28b)')
  })

  it('fits into what the robot takes, and says how much it left out', () => {
    const many: Letter = {
      title: '落实待办',
      lines: Array.from({ length: 300 }, (_, at) => ({ text: `第${at + 1}项`, url: `https://luoshi.example/items/${at}` })),
      foot: null,
    }
    const words = contentOf('wecom', many)
    expect(words).toMatch(/\n\n另有(\d+)项未列出$/)
    const shown = words.split('\n\n').length - 2
    expect(shown + Number(/另有(\d+)项/.exec(words)![1])).toBe(300)
    expect(contentOf('dingtalk', many).split('\n\n').length).toBe(301)
  })

  it('never exceeds 4096 bytes for 企业微信, whatever is written', () => {
    const line = fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 2000 }), url: fc.option(fc.webUrl(), { nil: null }) })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), fc.array(line, { maxLength: 30 }), (title, lines) => {
        expect(Buffer.byteLength(contentOf('wecom', { title, lines, foot: null }))).toBeLessThanOrEqual(4096)
      }),
      { numRuns: 30 },
    )
  })
})

function contentOf(robot: Robot, one: Letter): string {
  const { markdown } = robotRequest(robot, 'https://robot.example', null, one, NOW, hmac).body as { markdown: Record<string, string> }
  return markdown.content ?? markdown.text!
}

describe('the answer of a robot', () => {
  it.each<[string, number, unknown, boolean, number | null]>([
    ['企业微信 took it', 200, { errcode: 0, errmsg: 'ok' }, true, 0],
    ['企业微信 found it too often', 200, { errcode: 45009, errmsg: 'api freq out of limit' }, false, 45009],
    ['钉钉 did not like the signature', 200, { errcode: 310000, errmsg: 'sign not match' }, false, 310000],
    ['飞书 took it', 200, { code: 0, msg: 'success', data: {} }, true, 0],
    ['飞书 took it, in its older form', 200, { StatusCode: 0, StatusMessage: 'success' }, true, 0],
    ['飞书 refused the form', 200, { code: 9499, msg: 'Bad Request' }, false, 9499],
    ['a proxy answered instead', 200, '<html>', false, null],
    ['nothing was said', 200, null, false, null],
    ['the house is on fire', 502, { errcode: 0 }, false, 0],
  ])('%s', (_, status, body, delivered, code) => expect(robotAnswer(status, body)).toMatchObject({ delivered, code }))
})
