import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, eventsOf, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, guest, mutate, openTicket, outcome, type Person, service } from '../kit/world.ts'
import { send } from './entries.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const fields = `cursor message { id seq text kind author { kind id } }
  ticket { id number status subject topic channel priority language version lastSeq customer { id } assignee { id } }`
interface Opened {
  readonly cursor: string
  readonly ticket: { readonly id: string; readonly subject: string }
  readonly message: { readonly id: string }
}
const open = async (by: Person, input: object) => await done<Opened>(by, 'ticketOpen', input, fields)
const tryToOpen = (by: Person, input: object) => () => mutate(by, 'ticketOpen', { text: 'Где?', ...input })

describe('a new ticket', () => {
  it('of a buyer has the first message and what is left out', async () => {
    const opened = await open(cast.ownBuyer, { text: ' Не пришла\n\n посылка ' })
    expect(opened).toMatchObject({
      message: {
        seq: 1,
        text: 'Не пришла\n\n посылка',
        kind: 'TEXT',
        author: { kind: 'CUSTOMER', id: cast.ownBuyer.id },
      },
      ticket: {
        number: expect.stringMatching(/^T-\d{6}$/),
        status: 'NEW',
        subject: 'Не пришла посылка',
        topic: 'OTHER',
        channel: 'SITE_CHAT',
        priority: 'NORMAL',
        language: 'RU',
        version: 1,
        lastSeq: 1,
        customer: { id: cast.ownBuyer.id },
        assignee: null,
      },
    })
    expect(await eventsOf(server.desk, opened.ticket.id)).toEqual([
      { type: 'ticket.opened', data: { topic: 'OTHER', channel: 'SITE_CHAT', predecessorId: null } },
      { type: 'message.sent', data: { messageId: expect.any(String), seq: 1, authorKind: 'CUSTOMER' } },
    ])
  })

  it('of an operator is the customer’s, and as it was asked for', async () => {
    const input = {
      text: 'Звонил покупатель',
      subject: ' Звонок ',
      topic: 'PAYMENT',
      channel: 'PHONE',
      priority: 'HIGH',
      language: 'EN',
      customerId: cast.otherBuyer.id,
    }
    const { text: _text, customerId, ...asked } = input
    expect(await open(cast.operator, input)).toMatchObject({
      message: { author: { kind: 'OPERATOR', id: cast.operator.id } },
      ticket: { ...asked, subject: 'Звонок', status: 'WAITING_CUSTOMER', customer: { id: customerId } },
    })
  })

  it('of a service is the customer’s', async () => {
    const opened = await open(cast.service, { text: 'Из бота', customerId: cast.ownBuyer.id })
    const author = { kind: 'SERVICE', id: null }
    expect(opened).toMatchObject({ message: { author }, ticket: { customer: { id: cast.ownBuyer.id } } })
  })

  it('of a guest is the guest’s', async () => {
    const opened = await open(cast.guest, { text: 'Я ещё не вошёл' })
    expect(opened).toMatchObject({ ticket: { customer: { id: cast.guest.id } } })
  })

  it.each([
    ['я'.repeat(80), 'я'.repeat(80)],
    ['я'.repeat(81), `${'я'.repeat(80)}…`],
    [`${'я'.repeat(79)}🙂🙂`, `${'я'.repeat(79)}…`],
  ])('has a subject of the first words, and no half characters', async (text, subject) => {
    expect((await open(cast.ownBuyer, { text })).ticket.subject).toBe(subject)
  })

  it('has the key of its first message', async () => {
    const clientMessageId = randomUUID()
    const opened = await open(cast.ownBuyer, { text: 'Начало', clientMessageId })
    const again = await send(cast.ownBuyer, opened.ticket.id, 'Начало', { clientMessageId })
    expect(again.message).toMatchObject({ id: opened.message.id, seq: 1 })
  })
})

describe('an idempotencyKey', () => {
  it('opens one ticket, however many try at once', async () => {
    const input = { text: 'Один раз', idempotencyKey: randomUUID() }
    const opened = await Promise.all(Array.from({ length: 50 }, async () => await open(cast.ownBuyer, input)))
    expect(new Set(opened.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const again = () => open(cast.ownBuyer, input)
    expect(await unchanged(server.desk, again)).toEqual(opened[0])
    const { rows } = await server.desk.database.pool.query(
      `select count(*)::int as count from messages where text = 'Один раз'`,
    )
    expect(rows).toEqual([{ count: 1 }])
  })

  it.each<[string, object]>([
    ['text', { text: 'Два' }],
    ['subject', { subject: 'Иная' }],
    ['topic', { topic: 'ORDER' }],
    ['channel', { channel: 'VK' }],
    ['language', { language: 'EN' }],
    ['clientMessageId', { clientMessageId: randomUUID() }],
  ])('with another %s is a conflict', async (_name, change) => {
    const input = { text: 'Раз', idempotencyKey: randomUUID() }
    await open(cast.ownBuyer, input)
    expect(await unchanged(server.desk, tryToOpen(cast.ownBuyer, { ...input, ...change }))).toEqual({
      __typename: 'IdempotencyConflict',
      code: 'IDEMPOTENCY_CONFLICT',
      detail: 'Этот ключ уже использован с другим содержанием.',
      path: ['idempotencyKey'],
    })
  })

  it('is each person’s own', async () => {
    const input = { text: 'Тот же ключ', idempotencyKey: 'ключ' }
    const opened = [await open(cast.ownBuyer, input), await open(cast.otherBuyer, input)]
    expect(opened[0]?.ticket.id).not.toBe(opened[1]?.ticket.id)
  })

  it('gives nothing when the ticket has left the sight of the one who opened it', async () => {
    const input = { text: 'За него', customerId: cast.ownBuyer.id, idempotencyKey: randomUUID() }
    const opened = await open(cast.operator, input)
    const moved = { ticketId: opened.ticket.id, teamId: cast.otherTeamId }
    await done(cast.supervisor, 'ticketAssign', moved)
    const result = await unchanged(server.desk, tryToOpen(cast.operator, input))
    expect(result).toMatchObject({ __typename: 'NotFound', path: ['idempotencyKey'] })
    await done(cast.supervisor, 'ticketAssign', { ...moved, teamId: cast.teamId })
    const again = await unchanged(server.desk, () => open(cast.operator, input))
    expect(again.message).toEqual(opened.message)
  })

  it('of a call that was refused is free again', async () => {
    const idempotencyKey = randomUUID()
    const customerId = `cus_${randomUUID()}`
    const refused = await mutate(cast.operator, 'ticketOpen', { text: 'Кому?', customerId, idempotencyKey })
    expect(refused.__typename).toBe('NotFound')
    await open(cast.operator, { text: 'Ему', customerId: cast.ownBuyer.id, idempotencyKey })
  })
})

describe('what is refused', () => {
  const invalid = (rule: string, ...path: string[]) => ({ __typename: 'InvalidInput', rule, path })

  it.each<[keyof Cast, string, object, object]>([
    ['ownBuyer', 'a priority', { priority: 'URGENT' }, invalid('forbidden', 'priority')],
    ['guest', 'a priority', { priority: 'LOW' }, invalid('forbidden', 'priority')],
    ['operator', 'nobody to open it for', {}, invalid('required', 'customerId')],
    ['service', 'nobody to open it for', {}, invalid('required', 'customerId')],
    ['operator', 'an unknown customer', { customerId: `cus_${randomUUID()}` }, notFound()],
    ['service', 'an id of wrong shape', { customerId: 'cus_1' }, notFound()],
    ['ownBuyer', 'no text', { text: ' ' }, invalid('empty', 'text')],
    ['ownBuyer', 'a long text', { text: 'ж'.repeat(10_001) }, invalid('tooLong', 'text')],
    ['ownBuyer', 'NUL', { text: 'a\0' }, invalid('nul', 'text')],
    ['ownBuyer', 'an empty subject', { subject: '\t' }, invalid('empty', 'subject')],
    ['ownBuyer', 'a long subject', { subject: 'ж'.repeat(201) }, invalid('tooLong', 'subject')],
    ['ownBuyer', 'half a pair in the subject', { subject: '\ud800' }, invalid('surrogate', 'subject')],
    ['ownBuyer', 'an empty key', { idempotencyKey: '' }, invalid('empty', 'idempotencyKey')],
    ['ownBuyer', 'a long key', { idempotencyKey: 'k'.repeat(201) }, invalid('tooLong', 'idempotencyKey')],
    ['ownBuyer', 'NUL in the key', { idempotencyKey: '\0k' }, invalid('nul', 'idempotencyKey')],
    ['ownBuyer', 'a key that is no UUID', { clientMessageId: '1' }, invalid('uuid', 'clientMessageId')],
  ])('%s: %s', async (member, _name, input, problem) => {
    const opening = tryToOpen(cast[member] as Person, input)
    expect(await unchanged(server.desk, opening)).toMatchObject(problem)
  })
  function notFound() {
    return { __typename: 'NotFound', path: ['customerId'] }
  }

  it('a buyer who opens for another', async () => {
    for (const customerId of [cast.otherBuyer.id, `cus_${randomUUID()}`, 'cus_1']) {
      const opening = tryToOpen(cast.ownBuyer, { customerId })
      expect(await unchanged(server.desk, opening)).toMatchObject(invalid('forbidden', 'customerId'))
    }
    await open(cast.ownBuyer, { text: 'Для себя', customerId: cast.ownBuyer.id })
  })

  it('a guest who has logged in since', async () => {
    const visitor = await guest(server)
    await openTicket(visitor)
    await done(cast.otherBuyer, 'guestLink', { guestToken: visitor.token }, 'customer { id }')
    const { errors } = await visitor.answer('mutation { ticketOpen(input: { text: "Ещё" }) { __typename } }')
    expect(errors).toMatchObject([{ extensions: { code: 'TOKEN_EXPIRED' } }])
    const opened = await open(cast.operator, { text: 'За гостя', customerId: visitor.id })
    expect(opened).toMatchObject({ ticket: { customer: { id: cast.otherBuyer.id } } })
  })

  it('those who may not', async () => {
    const input = { text: 'Можно?', customerId: cast.ownBuyer.id }
    const importing = await service(server, 'import:write')
    const refused = async () =>
      await Promise.all(
        [cast.anonymous, cast.serviceWithoutScope, cast.readingService, importing].map(
          async (by) => await outcome(by, 'ticketOpen', input),
        ),
      )
    expect(await unchanged(server.desk, refused)).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
    ])
  })
})
