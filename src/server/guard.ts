// Which addresses the program may call on somebody's word: public ones by https. Checked where the name is resolved, so that no answer of a name server slips by.
import { type LookupAddress, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Not public: RFC 6890 and its successors, multicast, and what translates into them. */
const INSIDE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  INSIDE.addSubnet(net, bits)
/** Of IPv6 only 2000::/3 is public at all. */
const GLOBAL = new BlockList()
GLOBAL.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv6')

export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !INSIDE.check(address)
  return family === 6 && GLOBAL.check(address, 'ipv6') && !INSIDE.check(address, 'ipv6')
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** `inside`: hosts of one's own network that the operator named. By http only to this machine, and only when it is named. */
export function mayCall(url: URL, inside: readonly string[]): boolean {
  const named = inside.includes(url.host) || inside.includes(url.hostname)
  if (url.username || url.password) return false
  if (url.protocol === 'http:') return named && LOOPBACK.test(url.hostname)
  if (url.protocol !== 'https:') return false
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  return named || isIP(literal) === 0 || isPublic(literal)
}

export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** Resolves names for a connection and gives only addresses that may be called: what was checked is what is connected to. */
export const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, '')
    const open = addresses.filter(({ address }) => isPublic(address))
    if (open.length === 0) return done(new Forbidden(`${host} is not a public address`), '')
    if (options.all) return done(null, open)
    done(null, open[0]!.address, open[0]!.family)
  })
}
