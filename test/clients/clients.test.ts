import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { until } from '../kit/postgres-process.ts'
import { openProxy } from '../kit/proxy.ts'
import type { TestServer } from '../kit/server.ts'
import { buyer, openTicket, type Person } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { openApollo } from './apollo.ts'
import { openFetch } from './fetch.ts'
import { openGraphqlSse } from './graphql-sse.ts'
import { openGraphqlWs } from './graphql-ws.ts'
import type { FollowingPartner, Partner, Shop } from './partner.ts'
import { openRelay } from './relay.ts'
import { graphcache, opened, possibleTypes, startShop, untilNumbered } from './shop.ts'
import { openUrql } from './urql.ts'

let server: TestServer
let anna: Person
beforeAll(async () => {
  server = await startShop()
  anna = await buyer(server, 'anna')
})
afterAll(async () => {
  console.info(`clients exercised against a live server: ${exercised.size} (${[...exercised].join(', ')})`)
  await server.close()
})
const exercised = new Set<string>()

const following: [name: string, open: (shop: Shop) => FollowingPartner][] = [
  ['Apollo Client', (shop) => openApollo(shop, possibleTypes)],
  ['urql', (shop) => openUrql(shop, graphcache)],
  ['Relay', openRelay],
  ['graphql-ws', openGraphqlWs],
  ['graphql-sse', openGraphqlSse],
]
const partners: [name: string, open: (shop: Shop) => Partner][] = [...following, ['fetch', openFetch]]

describe.each(partners)('%s', (name, open) => {
  it('reads page by page, and writes', async () => {
    const client = opened(open, server, anna)
    const { id } = await openTicket(anna, { text: 'первое' })
    for (const [index, text] of ['второе', 'третье', 'четвёртое', 'пятое'].entries()) {
      expect(await client.send(id, text)).toMatchObject({ seq: index + 2 })
    }
    expect(await client.readPages(id, 2)).toEqual([['первое', 'второе'], ['третье', 'четвёртое'], ['пятое']])
    exercised.add(name)
  })

  it('is given what the rules of the shop refuse as data', async () => {
    const { id } = await openTicket(anna)
    expect(await opened(open, server, anna).send(id, '')).toMatchObject({
      code: 'INVALID_INPUT',
      detail: expect.stringMatching(/[а-я]/),
    })
  })

  it('learns of a ticket that it may not see as little as of none', async () => {
    const boris = await buyer(server, 'boris')
    const { id } = await openTicket(boris)
    const client = opened(open, server, anna)
    await expect(client.readPages(id, 2)).rejects.toThrow('there is no such ticket')
    expect(await client.send(id, 'Ау')).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe.each(following)('%s', (_name, open) => {
  it('goes on after the last cursor when the connection is cut, without a gap or a repeat', async () => {
    const network = await openProxy(server.url)
    onTestFinished(async () => await network.close())
    const { id } = await openTicket(anna)
    await untilNumbered(server)
    const seqs: number[] = []
    const refusals: unknown[] = []
    let caughtUps = 0
    const stop = opened(open, server, anna, { url: network.url }).follow(id, {
      onSeq: (seq) => void seqs.push(seq),
      onCaughtUp: () => void (caughtUps += 1),
      onRefused: (error) => void refusals.push(error),
    })
    const isTold = async (fits: () => boolean) =>
      await until(() => {
        expect(refusals).toEqual([])
        return fits()
      })
    await isTold(() => caughtUps >= 1)
    await send(anna, id, 'Ау')
    await isTold(() => seqs.length === 1)
    network.refuse(true)
    network.cutAll()
    for (const text of ['Кто-нибудь?', 'Эй']) await send(anna, id, text)
    network.refuse(false)
    await isTold(() => caughtUps >= 2)
    await send(anna, id, 'Спасибо')
    await isTold(() => seqs.length >= 4)
    expect(seqs).toEqual([2, 3, 4, 5])
    stop()
    await until(() => server.desk.ticketNews.listenerCount === 0)
  })
})
