import { buildSchema, execute, subscribe } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { createPubSub } from 'graphql-yoga'
import { WebSocketServer } from 'ws'
import { serveBare } from '../serve.ts'
import { fanoutSchema, messageOf, type Publication } from './question.ts'

/** graphql-ws as its guide has it: each follower's selection is executed for each message, from memory. */

type News = ReturnType<typeof messageOf>
const pubSub = createPubSub<{ ticket: [ticketId: string, news: News]; inbox: [news: News] }>()
let seq = 0

const schema = buildSchema(fanoutSchema)
const fields = schema.getSubscriptionType()?.getFields()
Object.assign(fields?.['messageSent'] ?? {}, {
  subscribe: (_root: unknown, { ticketId }: { ticketId: string }) => pubSub.subscribe('ticket', ticketId),
})
Object.assign(fields?.['inboxEvents'] ?? {}, { subscribe: () => pubSub.subscribe('inbox') })

const server = serveBare(async (body) => {
  const publication = JSON.parse(body) as Publication
  const news = messageOf(publication, (seq += 1))
  pubSub.publish('ticket', publication.ticketId, news)
  pubSub.publish('inbox', news)
  return '{}'
})
useServer({ schema, execute, subscribe }, new WebSocketServer({ server, perMessageDeflate: false }))
