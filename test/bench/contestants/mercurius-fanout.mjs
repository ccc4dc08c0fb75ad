import Fastify from 'fastify'
import mercurius from 'mercurius'
import { fanoutSchema, messageOf } from '../fanout/question.ts'
import { announce } from '../serve.ts'

/** Mercurius' own subscriptions with its emitter in memory. */

let seq = 0
const resolvers = {
  Subscription: {
    messageSent: { subscribe: (_root, { ticketId }, { pubsub }) => pubsub.subscribe(`ticket ${ticketId}`) },
    inboxEvents: { subscribe: (_root, _args, { pubsub }) => pubsub.subscribe('inbox') },
  },
}

const app = Fastify()
await app.register(mercurius, { schema: fanoutSchema, resolvers, jit: 1, subscription: true })
app.post('/publish', async ({ body }) => {
  const payload = messageOf(body, (seq += 1))
  app.graphql.pubsub.publish({ topic: `ticket ${body.ticketId}`, payload })
  app.graphql.pubsub.publish({ topic: 'inbox', payload })
  return {}
})
announce(`${await app.listen({ port: 0, host: '127.0.0.1' })}/publish`)
