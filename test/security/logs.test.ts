import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect, openSocket } from '../kit/socket.ts'
import { buyer, done, openTicket, type Person, Refused } from '../kit/world.ts'

/** What nobody may find in a log, at the level at which it says most. */
const words = 'Мой секретный пароль 4815162342'
const email = 'anna.karenina@example.test'
const phone = '+79161234567'
const initSecret = 'not-a-token-but-secret'

let server: TestServer
let anna: Person
const secrets = new Map<string, string>()
beforeAll(async () => {
  server = await startTestServer({ LOG_LEVEL: 'trace' })
  anna = await buyer(server, 'anna', { name: 'Анна Каренина' })
  for (const [name, value] of Object.entries({ words, email, phone, initSecret, name: 'Анна Каренина' })) {
    secrets.set(name, value)
  }
  secrets.set('the token', anna.token ?? '')
})
afterAll(async () => await server.close())

const text = `${words}, ${email}, ${phone}`
const logged = () => JSON.stringify(server.logs)

function expectNothingTold(): void {
  const lines = logged()
  for (const [name, value] of secrets) {
    // Also not a part of it, such as a token without its signature.
    for (const part of [value, value.slice(0, Math.min(value.length, 60))]) {
      expect(lines.includes(part), `${name} stands in the log`).toBe(false)
    }
  }
}

const send = async (ticketId: string) =>
  await anna
    .ask(
      'mutation ($input: MessageSendInput!) { messageSend(input: $input) { __typename ... on Problem { code } } }',
      { input: { ticketId, text, clientMessageId: randomUUID() } },
    )
    .catch((error: unknown) => (error instanceof Refused ? error.code : error))

/** Runs the work while the database behaves so that it must fail, and hands back what was logged of it. */
async function failing(make: string, undo: string, work: () => Promise<unknown>) {
  const { pool } = server.desk.database
  const before = server.logs.length
  await pool.query(make)
  try {
    expect(await work()).toBe('INTERNAL_SERVER_ERROR')
  } finally {
    await pool.query(undo)
  }
  const lines = server.logs.slice(before).filter(({ level }) => level >= 50)
  expect(lines).toHaveLength(1)
  return lines[0]
}

describe('a log tells nothing of people and keys', () => {
  it('when all goes well', async () => {
    const ticket = await openTicket(anna, { text, subject: words })
    expect(await send(ticket.id)).toMatchObject({ messageSend: { __typename: 'MessageSendPayload' } })
    const created = await done<{ uploadUrl: string }>(
      anna,
      'attachmentCreate',
      { fileName: `${words}.txt`, contentType: 'text/plain', byteSize: 5 },
      'uploadUrl',
    )
    secrets.set('a signed link', created.uploadUrl)
    secrets.set('its signature', new URL(created.uploadUrl).searchParams.get('signature') ?? '')
    await fetch(created.uploadUrl, {
      method: 'PUT',
      body: 'hello',
      headers: { 'content-type': 'text/plain' },
    })
    const socket = await connect(server.wsUrl, anna.token ?? '')
    socket.send({ type: 'subscribe', id: '1', payload: { query: `{ tickets { nodes { subject } } }` } })
    await socket.next()
    await socket.close()
    expectNothingTold()
  })

  it('when requests are refused', async () => {
    const forged = `${anna.token?.slice(0, -8)}AAAAAAAA`
    secrets.set('a forged token', forged)
    await server.request('{ viewer { role } }', {}, forged)
    await server.request('{ viewer { role } }', {}, await expired())
    await anna.answer(`{ customers(search: "${words}") { nodes { id } } }`)
    await anna.answer(`{ tickets(first: "${words}") { nodes { id } } }`)
    await anna.answer('query ($id: ID!) { node(id: $id) { id } }', { id: { text } })
    await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query": "${text}`,
    })
    for (const said of [
      `{"type":"subscribe","text":"${text}"`,
      { type: words },
      { type: 'ping', payload: text },
    ]) {
      const socket = await connect(server.wsUrl, anna.token ?? '')
      socket.send(said)
      await socket.closed
    }
    const socket = await openSocket(server.wsUrl)
    socket.send({
      type: 'connection_init',
      payload: { authorization: `Bearer ${initSecret}`, note: words, email },
    })
    await socket.closed
    expectNothingTold()
  })

  it('when PostgreSQL quotes the row it does not take', async () => {
    const ticket = await openTicket(anna)
    const line = await failing(
      `alter table messages add constraint refused check (text not like '%${words}%') not valid`,
      'alter table messages drop constraint refused',
      async () => await send(ticket.id),
    )
    // It says what went wrong, and which one it was.
    expect(JSON.stringify(line)).toContain('refused')
    expect(line?.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expectNothingTold()
  })

  it('when PostgreSQL quotes the value it cannot read', async () => {
    const ticket = await openTicket(anna)
    await server.desk.database.pool.query(
      'create function misread() returns trigger language plpgsql as $$ begin perform new.text::int; return new; end $$',
    )
    const line = await failing(
      'create trigger misread before insert on messages for each row execute function misread()',
      'drop trigger misread on messages',
      async () => await send(ticket.id),
    )
    expect(JSON.stringify(line)).toContain('invalid input syntax for type integer')
    expectNothingTold()
  })

  it('when a library quotes what it was given', async () => {
    const { prisma } = server.desk.database
    const failures = [
      async () => await prisma.message.create({ data: { text } as never }),
      async () =>
        await prisma.customer.findMany({ where: { name: { contains: 7, equals: words } } as never }),
      async () => JSON.parse(`{"text":"${words}", ${email}`) as unknown,
      async () =>
        await fetch(`http://user:${initSecret}@127.0.0.1:1/?signature=${secrets.get('its signature')}`),
      async () => {
        throw new Error(`${email} and ${phone} with Bearer ${anna.token}`, {
          cause: new TypeError(`"${words}" is no number`),
        })
      },
    ]
    for (const fail of failures) {
      const error: unknown = await fail().then(
        () => expect.unreachable(),
        (reason: unknown) => reason,
      )
      server.desk.log.error(
        {
          err: error,
          token: anna.token,
          input: { text },
          request: { headers: { authorization: initSecret } },
        },
        'tried',
      )
    }
    expect(server.logs.filter(({ msg }) => msg === 'tried')).toHaveLength(failures.length)
    expectNothingTold()
  })
})

async function expired(): Promise<string> {
  const token = await server.token('customer', { expiresInSeconds: -60 })
  secrets.set('an expired token', token)
  return token
}
