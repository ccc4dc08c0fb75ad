import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { clientAddress } from '../../src/server/client-address.ts'

const request = (remoteAddress: string, forwarded?: string) =>
  ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } }) as unknown as IncomingMessage

it.each<[string, string | undefined, number, string]>([
  ['192.0.2.1', undefined, 0, '192.0.2.1'],
  // Without a proxy of ours the header is anybody’s word.
  ['192.0.2.1', '203.0.113.7', 0, '192.0.2.1'],
  ['10.0.0.1', '203.0.113.7', 1, '203.0.113.7'],
  // What stands before what our own proxies wrote was written by the client.
  ['10.0.0.1', '1.1.1.1, 203.0.113.7', 1, '203.0.113.7'],
  ['10.0.0.1', '1.1.1.1, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
  ['10.0.0.1', 'nonsense', 1, '10.0.0.1'],
  ['10.0.0.1', undefined, 1, '10.0.0.1'],
  ['10.0.0.1', '203.0.113.7', 2, '10.0.0.1'],
  ['::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
  // All addresses of one household are one.
  ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2'],
  ['2001:0DB8:0001:2::6', undefined, 0, '2001:db8:1:2'],
  ['2001:db8::', undefined, 0, '2001:db8:0:0'],
  ['::1', undefined, 0, '0:0:0:0'],
  ['10.0.0.1', '[2001:db8:1:2::9]', 1, '2001:db8:1:2'],
])('%s, forwarded for %s through %i: %s', (remote, forwarded, hops, expected) => {
  expect(clientAddress(request(remote, forwarded), hops)).toBe(expected)
})
