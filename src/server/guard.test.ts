// No address inside anybody's network is called on the word of a form, whatever it is called by.
import { describe, expect, it } from 'vitest'
import { Forbidden, isPublic, mayCall, publicLookup } from './guard.ts'

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::a00:1',
    '2002:a00:1::1',
    '2001:db8::1',
    'not-an-address',
  ])('%s is not public', address => expect(isPublic(address)).toBe(false))
  it.each(['8.8.8.8', '101.226.103.0', '2409:8c00::1'])('%s is', address => expect(isPublic(address)).toBe(true))
})

describe('a robot may be called', () => {
  it.each<[string, string[], boolean]>([
    ['https://robot.example/hook', [], true],
    ['http://robot.example/hook', [], false],
    ['http://robot.example/hook', ['robot.example'], false],
    ['https://10.0.0.8/hook', [], false],
    ['https://10.0.0.8/hook', ['10.0.0.8'], true],
    ['https://10.0.0.8:8443/hook', ['10.0.0.8:8443'], true],
    ['https://10.0.0.8:9000/hook', ['10.0.0.8:8443'], false],
    ['https://[::1]/hook', [], false],
    ['https://2130706433/hook', [], false],
    ['https://0x7f.1/hook', [], false],
    ['http://127.0.0.1:4000/hook', [], false],
    ['http://127.0.0.1:4000/hook', ['127.0.0.1:4000'], true],
    ['https://user:word@robot.example/', [], false],
    ['ftp://robot.example/', ['robot.example'], false],
    ['file:///etc/passwd', [], false],
  ])('%s with %j inside: %s', (url, inside, may) => expect(mayCall(new URL(url), inside)).toBe(may))

  it('not by a name that stands for an address inside', async () => {
    const answer = await new Promise(resolve => publicLookup('localhost', { all: true }, error => resolve(error)))
    expect(answer).toBeInstanceOf(Forbidden)
  })
})
