import { onTestFinished } from 'vitest'
import {
  type ClientOptions,
  createClient,
  MessageSendDocument,
  type MessageSentSubscription,
  type OporaClient,
} from '../../src/client/index.ts'
import { openProxy, type Proxy } from '../kit/proxy.ts'
import type { Person } from '../kit/world.ts'

/** Comes back fast: how long a client waits is asked elsewhere. */
export const retry = { firstPauseMs: 20, longestPauseMs: 100 }

/** A client that is closed after the test. */
export function clientOf(
  url: string,
  { token }: Pick<Person, 'token'>,
  options: Partial<ClientOptions> = {},
) {
  const client = createClient({ url, retry, ...(token !== null && { token }), ...options })
  onTestFinished(() => client.close())
  return client
}

/** A bad network to the server, gone after the test. */
export async function badNetwork(url: string): Promise<Proxy> {
  const proxy = await openProxy(url)
  onTestFinished(async () => await proxy.close())
  return proxy
}

/** Sends messages one after the other; every one is acknowledged. */
export async function sendAll(by: OporaClient, ticketId: string, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const { messageSend } = await by.mutate(MessageSendDocument, { input: { ticketId, text } })
    if (messageSend.__typename !== 'MessageSendPayload') throw new Error(JSON.stringify(messageSend))
  }
}

/** `first 1`, `first 2` … */
export function numbered(word: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${word} ${index + 1}`)
}

/** The next items, waited for. */
export async function take<Item>(items: AsyncIterator<Item>, count: number): Promise<Item[]> {
  const taken: Item[] = []
  while (taken.length < count) {
    const { value, done } = await items.next()
    if (done === true) throw new Error(`the stream is over after ${taken.length} items`)
    taken.push(value)
  }
  return taken
}

export function textsOf(items: readonly MessageSentSubscription[]): [number | null, string][] {
  return items.map(({ messageSent: { seq, text } }) => [seq, text])
}
