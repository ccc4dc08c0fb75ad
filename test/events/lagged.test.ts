import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { until } from '../kit/postgres-process.ts'
import { startTestServer } from '../kit/server.ts'
import type { Frame } from '../kit/socket.ts'
import { followMessages, followTicket, isCaughtUp } from '../kit/stream.ts'
import { buyer, openTicket } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { toldLog } from './nodes.ts'

const bufferedEvents = 10
const total = 80

interface Item {
  readonly __typename: string
  readonly cursor: string
  readonly seq?: number
}

/** Big enough that the buffers of the network, which are some megabytes, hold a few. */
const bigFields = Array.from({ length: 40 }, (_, n) => `text${n}: text`).join(' ')
const longText = 'ы'.repeat(10_000)

it('a follower that stands still gets Lagged, and the rest from the log', async () => {
  const server = await startTestServer({ STREAM_BUFFER: `${bufferedEvents}` })
  onTestFinished(async () => await server.close())
  const anna = await buyer(server, 'anna')
  const { id } = await openTicket(anna)
  await toldLog(server.desk)
  const idle = server.desk.feed.listenerCount
  const socket = new WebSocket(server.wsUrl, 'graphql-transport-ws')
  await once(socket, 'open')
  const items: Item[] = []
  let isOver = false
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as Frame
    if (frame.type === 'next') items.push((frame.payload as { data: { item: Item } }).data.item)
    if (frame.type === 'complete') isOver = true
  })
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${anna.token}` } }))
  await once(socket, 'message')
  const query = `subscription ($id: ID!) { item: ticketEvents(ticketId: $id) {
    __typename cursor ... on MessageSent { seq message { ${bigFields} } } } }`
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query, variables: { id } } }))
  await until(() => items.length === 1)
  expect(items[0]?.__typename).toBe('CaughtUp')

  socket.pause()
  await Promise.all(Array.from({ length: total }, async () => await send(anna, id, longText)))
  await toldLog(server.desk)
  socket.resume()
  await until(() => isOver)
  const lagged = items.pop()
  expect(lagged).toMatchObject({ __typename: 'Lagged', cursor: items.at(-1)?.cursor })
  expect(server.desk.counts.lagged).toBe(1)
  const [, ...sent] = items
  expect(sent.map(({ seq }) => seq)).toEqual(sent.map((_, index) => index + 2))
  expect(sent.length).toBeLessThan(total)
  await until(() => server.desk.feed.listenerCount === idle)

  const rest = await followTicket(server, anna, { ticketId: id, after: lagged?.cursor ?? '' }).upTo(
    isCaughtUp,
  )
  const seqs = [...sent, ...rest.slice(0, -1)].map(({ seq }) => seq)
  expect(seqs).toEqual(Array.from({ length: total }, (_, index) => index + 2))
  // What goes by seq buffers nothing: the same stop costs it nothing.
  const messages = followMessages(server, anna, { ticketId: id, afterSeq: 1 }, { fields: 'seq' })
  expect(await messages.upTo(({ seq }) => seq === total + 1)).toHaveLength(total)
  socket.close()
})
