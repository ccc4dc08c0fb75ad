import { expect, it, onTestFinished } from 'vitest'
import { MessageSentDocument, TicketMessagesDocument } from '../../src/client/index.ts'
import { startTestServer } from '../kit/server.ts'
import { buyer, openTicket, supervisor } from '../kit/world.ts'
import { clientOf, numbered, sendAll, take, textsOf } from './desk.ts'

it('the client waits as long as it is asked to, and sends again what was not begun', async () => {
  const server = await startTestServer({ COST_LIMIT_SUPERVISOR: '40/200', VIEWER_OPERATION_LIMIT: '1' })
  onTestFinished(async () => await server.close())
  const anna = await buyer(server, 'anna')
  const { id: ticketId } = await openTicket(anna, { text: 'word 0' })
  const statuses: number[] = []
  const counting: typeof fetch = async (...request) => {
    const response = await fetch(...request)
    statuses.push(response.status)
    return response
  }
  const client = clientOf(server.url, await supervisor(server), { fetch: counting })
  // No message has a key: the client repeats them all the same, because none of those refused was begun.
  await sendAll(client, ticketId, numbered('word', 6))
  expect(statuses.filter((status) => status === 200)).toHaveLength(6)
  expect(statuses).toContain(429)
  // Who waits as asked is not refused again.
  expect(statuses.join(' ')).not.toContain('429 429')
  // So it is with what is followed.
  const items = client.follow(MessageSentDocument, { ticketId, afterSeq: 0 })
  expect(textsOf(await take(items, 7)).map(([, text]) => text)).toEqual(['word 0', ...numbered('word', 6)])
  const { ticket } = await clientOf(server.url, anna).query(TicketMessagesDocument, { ticketId, first: 100 })
  expect(ticket?.messages.nodes).toHaveLength(7)
})
