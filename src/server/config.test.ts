// Settings that cannot be used are named, with what they may be; secrets in them are not repeated.
import { describe, expect, it } from 'vitest'
import { ConfigFault, readConfig } from './config.ts'

describe('the settings', () => {
  it('listen on this machine only unless told otherwise', () => {
    expect(readConfig({}, '/srv')).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      dataDir: '/srv/data',
      databaseUrl: null,
      trustProxy: false,
      demo: [],
    })
  })
  it('take a folder, a port and an address', () => {
    const config = readConfig({ LUOSHI_DATA: '/var/lib/luoshi', PORT: '80', HOST: '0.0.0.0', LUOSHI_URL: 'https://du.example.gov.cn' })
    expect(config).toMatchObject({ dataDir: '/var/lib/luoshi', port: 80, host: '0.0.0.0', publicUrl: 'https://du.example.gov.cn' })
  })
  it.each([
    ['PORT', 'abc', 'a whole number from 0 to 65535'],
    ['PORT', '70000', 'a whole number from 0 to 65535'],
    ['PORT', '80.5', 'a whole number from 0 to 65535'],
    ['LUOSHI_SESSION_MINUTES', '1', 'a whole number from 5 to 1440'],
    ['DATABASE_URL', 'mysql://h/db', 'postgres://'],
    ['LUOSHI_URL', 'du.example.gov.cn', 'https://'],
    ['LUOSHI_SMTP_URL', 'mail.example.gov.cn', 'smtps://'],
    ['LUOSHI_SMTP_URL', 'smtp://mail.example.gov.cn', 'LUOSHI_MAIL_FROM'],
  ])('refuse %s=%s and say what it may be', (name, value, says) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigFault)
    expect(() => readConfig({ [name]: value })).toThrow(says)
    expect(() => readConfig({ [name]: value })).toThrow(name)
  })
  it('take a mail server with the address that mail comes from, and hosts of robots', () => {
    const config = readConfig({
      LUOSHI_SMTP_URL: 'smtps://u:p@mail.example.gov.cn:465',
      LUOSHI_MAIL_FROM: '落实 <luoshi@example.gov.cn>',
      LUOSHI_ROBOT_HOSTS: 'im.example.gov.cn:8443, 10.1.2.3',
    })
    expect(config).toMatchObject({ mailFrom: '落实 <luoshi@example.gov.cn>', robotHosts: ['im.example.gov.cn:8443', '10.1.2.3'] })
  })
  it('do not repeat an address, which may hold a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://u:hunter2@h/db' })).toThrow(/^(?!.*hunter2)/)
  })
})
