import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { link } from '../customers/linking.ts'
import { unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer } from '../kit/server.ts'
import { follow } from '../kit/stream.ts'
import { admin, buyer, done, guest, mutate, openTicket, outcome, type Person, service } from '../kit/world.ts'
import { send, uuidOf } from '../messages/entries.ts'
import { grant } from '../returns/money.ts'
import { buy, openScene, request, type Scene } from '../returns/scene.ts'
import { completed, erase, readErasure } from './erasing.ts'

let scene: Scene
let owner: Person
beforeAll(async () => {
  scene = await openScene()
  owner = await admin(scene.server)
})
afterAll(async () => await scene.server.close())

const naming = (customerId: string) => ({ customerId, confirmation: customerId })
const reasonsAgainst = async (customerId: string) =>
  await mutate<{ reasons?: string[] }>(owner, 'customerErase', naming(customerId))

describe('customerErase is refused', () => {
  it('to everybody but admins, and nothing is written', async () => {
    const { cast, server } = scene
    const input = naming(cast.ownBuyer.id)
    const partner = await service(server, 'customers:write')
    await unchanged(server.desk, async () => {
      expect(await outcome(cast.anonymous, 'customerErase', input)).toBe('UNAUTHENTICATED')
      const people = [cast.ownBuyer, cast.otherBuyer, cast.guest, cast.operator, cast.supervisor]
      for (const by of [...people, cast.service, cast.serviceWithoutScope, partner]) {
        expect(await outcome(by, 'customerErase', input)).toBe('FORBIDDEN')
      }
    })
  })

  it('unless the confirmation names the very customer that is meant', async () => {
    const oleg = await buyer(scene.server, 'oleg')
    const visitor = await guest(scene.server)
    await link(oleg, visitor)
    await unchanged(scene.server.desk, async () => {
      for (const confirmation of ['', 'oleg', scene.cast.ownBuyer.id]) {
        expect(await mutate(owner, 'customerErase', { customerId: oleg.id, confirmation })).toMatchObject({
          __typename: 'InvalidInput',
          rule: 'confirmation',
          path: ['confirmation'],
        })
      }
      // The guest that Oleg was leads to Oleg, who is named nowhere here.
      expect(await mutate(owner, 'customerErase', naming(visitor.id))).toMatchObject({ rule: 'confirmation' })
      for (const customerId of ['x', 'cus_00000000-0000-7000-8000-000000000000']) {
        expect(await outcome(owner, 'customerErase', naming(customerId))).toBe('NotFound')
      }
    })
  })

  it('while a return, a refund or a complaint is open, all of them named', async () => {
    const { ownBuyer, operator } = scene.cast
    const bought = await buy(scene)
    await request(scene, bought)
    await grant(operator, { orderId: (await buy(scene)).orderId }, '100.00')
    await done(ownBuyer, 'complaintFile', { about: 'GOODS', text: 'Плохо' }, '__typename')
    await unchanged(scene.server.desk, async () => {
      expect(await reasonsAgainst(ownBuyer.id)).toMatchObject({
        __typename: 'NotEligible',
        reasons: ['openRefund', 'openReturn', 'openComplaint'],
        path: ['customerId'],
      })
    })
  })
})

describe('an erasure', () => {
  it('closes open tickets, tells the desk live, and is told in the log by whom', async () => {
    const petr = await buyer(scene.server, 'petr')
    const { id } = await openTicket(petr, { text: 'Пётр пишет' })
    const stream = follow<{ __typename: string; to?: string; cause?: string; erasureCause?: string }>(
      scene.server,
      scene.cast.supervisor,
      `subscription ($id: ID!) { item: ticketEvents(ticketId: $id) { __typename
        ... on TicketStatusChanged { to cause } ... on TicketErased { erasureCause ticket { subject } } } }`,
      { id },
    )
    await stream.upTo(({ __typename }) => __typename === 'CaughtUp')
    const { id: erasureId } = await erase(owner, petr.id)
    const told = await stream.upTo(({ __typename }) => __typename === 'TicketErased')
    expect(told).toEqual([
      { __typename: 'TicketStatusChanged', to: 'CLOSED', cause: 'ERASURE' },
      { __typename: 'TicketErased', erasureCause: 'CUSTOMER', ticket: { subject: '…' } },
    ])
    await completed(scene.server, owner, erasureId)
    const { rows } = await scene.server.desk.database.pool.query<{ type: string; by: string }>(
      `select type, actor_id as by from events where customer_id = $1 and type in ('customer.eraseRequested',
         'ticket.erased', 'customer.erased') order by id`,
      [uuidOf(petr.id)],
    )
    expect(rows).toEqual(
      ['customer.eraseRequested', 'ticket.erased', 'customer.erased'].map((type) => ({
        type,
        by: uuidOf(owner.id),
      })),
    )
    expect(await outcome(scene.cast.supervisor, 'messageSend', { ticketId: id, text: 'Ау' })).toBe(
      'IllegalTransition',
    )
  })

  it('asked for again changes nothing, and is seen by admins only', async () => {
    const rita = await buyer(scene.server, 'rita')
    const first = await erase(owner, rita.id)
    await completed(scene.server, owner, first.id)
    await unchanged(scene.server.desk, async () => {
      expect((await erase(owner, rita.id)).id).toBe(first.id)
      const query = 'query ($id: ID!) { customer(id: $id) { erasedAt erasure { id } } }'
      const { cast } = scene
      for (const by of [cast.supervisor, cast.operator]) {
        expect(await readErasure(by, first.id)).toBe(null)
        expect(await by.ask(query, { id: rita.id })).toMatchObject({ customer: { erasure: null } })
      }
      for (const by of [cast.ownBuyer, cast.guest, cast.service])
        expect(await readErasure(by, first.id)).toBe(null)
      expect(await owner.ask(query, { id: rita.id })).toMatchObject({
        customer: { erasure: { id: first.id } },
      })
    })
    const search = await owner.ask<{ customers: { nodes: { id: string }[] } }>(
      '{ customers(first: 100) { nodes { id } } }',
    )
    expect(search.customers.nodes.map(({ id }) => id)).not.toContain(rita.id)
  })

  it('ends every stream of the customer at once, and a guest’s token', async () => {
    const visitor = await guest(scene.server, 'Гость')
    const stream = follow(scene.server, visitor, 'subscription { item: customerEvents { __typename } }', {})
    await stream.next()
    const { id } = await erase(owner, visitor.id)
    expect(await stream.refusal()).toBe('TOKEN_EXPIRED')
    await expect(visitor.ask('{ viewer { role } }')).rejects.toThrow('TOKEN_EXPIRED')
    await completed(scene.server, owner, id)
  })

  it('that breaks off at a page goes on there, on whichever node, and ends once', async () => {
    const { desk } = scene.server
    const { pool, url } = desk.database
    const taras = await buyer(scene.server, 'taras')
    const { id: ticketId } = await openTicket(taras, { text: 'первое' })
    for (let count = 0; count < 3; count += 1) await openTicket(taras, { text: `ещё ${count}` })
    await pool.query(
      `insert into messages (id, ticket_id, seq, author_kind, author_customer_id, text)
       select gen_random_uuid(), $1, n, 'CUSTOMER', $2, 'слово ' || n from generate_series(2, 450) as n`,
      [uuidOf(ticketId), uuidOf(taras.id)],
    )
    await done(taras, 'suggestionSubmit', { title: 'мысль', text: 'текст' }, '__typename')
    // As if every node died whenever it came to the suggestions.
    await pool.query(`
      create function die() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
      create trigger die before update on suggestions for each row execute function die()`)
    const other = await startTestServer({ DATABASE_URL: url })
    try {
      const { id } = await erase(owner, taras.id)
      const attempts = async () =>
        (await pool.query<{ attempts: number }>(`select attempts from due where kind = 'erasure.run'`))
          .rows[0]?.attempts
      await until(async () => ((await attempts()) ?? 0) > 0)
      const left = `select count(*)::int as count from messages where ticket_id = $1 and text <> ''`
      expect((await pool.query(left, [uuidOf(ticketId)])).rows).toEqual([{ count: 0 }])
      expect(await readErasure(owner, id)).toMatchObject({ status: 'RUNNING', completedAt: null })
      await pool.query('drop trigger die on suggestions')
      await pool.query(`update due set due_at = now() where kind = 'erasure.run'`)
      await completed(scene.server, owner, id)
      const { rows } = await pool.query<{ type: string; count: number }>(
        `select type, count(*)::int as count from events where customer_id = $1
         and type in ('ticket.erased', 'customer.erased') group by type order by type`,
        [uuidOf(taras.id)],
      )
      expect(rows).toEqual([
        { type: 'customer.erased', count: 1 },
        { type: 'ticket.erased', count: 4 },
      ])
    } finally {
      await other.close()
    }
  })

  it('meets what is being written at that moment: it is before it and goes, or after it and is refused', async () => {
    const ulia = await buyer(scene.server, 'ulia')
    const { id: ticketId } = await openTicket(ulia)
    const writing = Array.from({ length: 12 }, async (_, index) => {
      const text = `слово ${index}`
      if (index % 3 === 0) return await ulia.answer(opening, { input: { text } })
      if (index % 3 === 1) return await ulia.answer(sending, { input: { ticketId, text } })
      return await ulia.answer(suggesting, { input: { title: text, text } })
    })
    const { id } = await erase(owner, ulia.id)
    const answers = await Promise.all(writing)
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    await completed(scene.server, owner, id)
    const { rows } = await scene.server.desk.database.pool.query(
      `select text from messages join tickets on tickets.id = ticket_id where customer_id = $1 and text <> ''
       union all select text from suggestions where customer_id = $1 and text <> ''`,
      [uuidOf(ulia.id)],
    )
    expect(rows).toEqual([])
  })

  it('is no obstacle to the tickets of others', async () => {
    const fedor = await buyer(scene.server, 'fedor')
    const { id } = await openTicket(scene.cast.otherBuyer, { text: 'Борис пишет' })
    await completed(scene.server, owner, (await erase(owner, fedor.id)).id)
    expect((await send(scene.cast.otherBuyer, id, 'и ещё')).message.text).toBe('и ещё')
  })
})

const opening = 'mutation ($input: TicketOpenInput!) { ticketOpen(input: $input) { __typename } }'
const sending = 'mutation ($input: MessageSendInput!) { messageSend(input: $input) { __typename } }'
const suggesting =
  'mutation ($input: SuggestionSubmitInput!) { suggestionSubmit(input: $input) { __typename } }'
