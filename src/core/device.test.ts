import { expect, test } from 'vitest'
import { deviceOf, placeOf } from './device.ts'

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0',
    'edge',
    'windows',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36', 'chrome', 'windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'firefox', 'linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/604.1',
    'safari',
    'ios',
  ],
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49', 'wechat', 'android'],
  ['curl/8.5.0', 'other', 'other'],
  [null, 'other', 'other'],
])('%s is %s on %s', (agent, browser, system) => expect(deviceOf(agent)).toEqual({ browser, system }))

test.each([
  ['127.0.0.1', 'here'],
  ['::ffff:127.0.0.1', 'here'],
  ['10.3.4.5', 'inside'],
  ['172.20.1.1', 'inside'],
  ['172.40.1.1', 'outside'],
  ['fd12::1', 'inside'],
  ['203.0.113.9', 'outside'],
  ['', 'unknown'],
  [null, 'unknown'],
])('%s is %s', (address, place) => expect(placeOf(address)).toBe(place))
