import type { IncomingMessage } from 'node:http'
import { isIP, isIPv6 } from 'node:net'

/**
 * Where a request comes from. `proxyHops` proxies of ours stand in front: each adds who came to it to
 * `X-Forwarded-For`, and what stands before that could have been written by anybody.
 */
export function clientAddress({ headers, socket }: IncomingMessage, proxyHops: number): string {
  const forwarded = proxyHops === 0 ? undefined : forwardedFor(headers, proxyHops)
  return networkOf(forwarded ?? socket.remoteAddress ?? '')
}

function forwardedFor(headers: IncomingMessage['headers'], proxyHops: number): string | undefined {
  const list = String(headers['x-forwarded-for'] ?? '').split(',')
  const address =
    list
      .at(-proxyHops)
      ?.trim()
      .replace(/^\[|\]$/g, '') ?? ''
  return isIP(address) === 0 ? undefined : address
}

/** Of IPv6 the first half, which one household has: all its addresses are one. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail = ''] = plain.toLowerCase().split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === '' ? [] : tail.split(':')
  const zeros = plain.includes('::') ? Array.from({ length: 8 - first.length - last.length }, () => '0') : []
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')
}
