import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castOf, eventsOf, ticketIn, unchanged } from '../kit/cast.ts'
import { freshDatabase, withClient } from '../kit/database.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, mutate, outcome, readTicket, supervisor } from '../kit/world.ts'
import {
  describeChange,
  deskOutcomes,
  eventsDuring,
  moved,
  openScene,
  type Scene,
  timersOf,
} from './change.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const inMilliseconds = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()
const day = 86_400_000

describeChange(() => scene, {
  mutation: 'ticketSnooze',
  action: 'SNOOZE',
  input: { until: inMilliseconds(day) },
  from: 'OPEN',
  moves: { OPEN: 'SNOOZED', WAITING_CUSTOMER: 'SNOOZED', WAITING_THIRD_PARTY: 'SNOOZED' },
  outcomes: deskOutcomes('TicketSnoozePayload'),
})

describe('a snoozed ticket', () => {
  it('knows until when, and has a timer for it', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast, 'OPEN')
    const wakesAt = inMilliseconds(364 * day)
    const events = await eventsDuring(scene, id, async () => {
      const input = { ticketId: id, until: wakesAt }
      expect(await done(cast.operator, 'ticketSnooze', input, 'ticket { snoozedUntil }')).toMatchObject({
        ticket: { snoozedUntil: wakesAt },
      })
    })
    expect(events).toEqual(moved('OPEN', 'SNOOZED', 'SNOOZE'))
    expect(await timersOf(scene, id)).toEqual([{ kind: 'ticket.wake', dueAt: new Date(wakesAt) }])
  })

  it('wakes when its time has come', async () => {
    const { server, cast } = scene
    const { id, version } = await ticketIn(cast, 'OPEN')
    // On a busy machine the time may pass before the request is there: then it is asked again.
    const snooze = async () =>
      await outcome(cast.operator, 'ticketSnooze', { ticketId: id, until: inMilliseconds(200) })
    await until(async () => (await snooze()) === 'TicketSnoozePayload')
    await until(async () => (await readTicket(cast.operator, id))?.status === 'OPEN')
    expect(await readTicket(cast.operator, id, 'status version snoozedUntil')).toEqual({
      status: 'OPEN',
      version: version + 2,
      snoozedUntil: null,
    })
    expect((await eventsOf(server.desk, id)).slice(-2)).toEqual([
      ...moved('OPEN', 'SNOOZED', 'SNOOZE'),
      ...moved('SNOOZED', 'OPEN', 'WAKE'),
    ])
    expect(await timersOf(scene, id)).toEqual([])
  })

  it('wakes at once when the customer writes, and its timer is gone', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast, 'SNOOZED')
    const events = await eventsDuring(
      scene,
      id,
      async () => await done(cast.ownBuyer, 'messageSend', { ticketId: id, text: 'Есть новости?' }),
    )
    expect(events).toMatchObject([...moved('SNOOZED', 'OPEN', 'MESSAGE'), { type: 'message.sent' }])
    expect(await timersOf(scene, id)).toEqual([])
    expect(await readTicket(cast.ownBuyer, id, 'status snoozedUntil')).toEqual({
      status: 'OPEN',
      snoozedUntil: null,
    })
  })

  it('sleeps on when the desk writes', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast, 'SNOOZED')
    await done(cast.operator, 'messageSend', { ticketId: id, text: 'Ждём курьера' })
    expect(await readTicket(cast.operator, id, 'status')).toEqual({ status: 'SNOOZED' })
    expect((await timersOf(scene, id)).map(({ kind }) => kind)).toEqual(['ticket.wake'])
  })
})

describe('an end of a snooze', () => {
  it.each([
    ['past', -1_000],
    ['range', 366 * day],
  ])('is refused as `%s` at %i ms from now', async (rule, milliseconds) => {
    const { server, cast } = scene
    const { id } = await ticketIn(cast, 'OPEN')
    const input = { ticketId: id, until: inMilliseconds(milliseconds) }
    const snooze = async () => await mutate(cast.operator, 'ticketSnooze', input)
    expect(await unchanged(server.desk, snooze)).toMatchObject({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      rule,
      path: ['until'],
    })
  })

  it('that is no time is an error of the operation', async () => {
    const { server, cast } = scene
    const { id } = await ticketIn(cast, 'OPEN')
    const input = { ticketId: id, until: 'завтра' }
    const snooze = async () => await outcome(cast.operator, 'ticketSnooze', input)
    expect(await unchanged(server.desk, snooze)).toBe('BAD_USER_INPUT')
  })
})

/** The events that woke a ticket: one, however many nodes there are. */
async function wakesOf({ desk }: TestServer, ticketId: string): Promise<unknown[]> {
  return (await eventsOf(desk, ticketId)).filter(({ data }) => (data as { cause?: string }).cause === 'WAKE')
}

/** Time passes: these snoozes have come to their end. */
async function letTimePass(databaseUrl: string, ticketIds: readonly string[]): Promise<void> {
  await withClient(
    databaseUrl,
    async (client) =>
      await client.query('update due set due_at = now() where subject_id = any($1)', [
        ticketIds.map((id) => id.slice('tkt_'.length)),
      ]),
  )
}

describe('the timer', () => {
  it('fires once after a restart, when the node was down while it came due', async () => {
    const database = await freshDatabase()
    const settings = { DATABASE_URL: database.url }
    const first = await startTestServer(settings)
    const { id, version } = await ticketIn(await castOf(first), 'SNOOZED')
    await first.close()
    await letTimePass(database.url, [id])
    const second = await startTestServer(settings)
    const sergey = await supervisor(second)
    await until(async () => (await readTicket(sergey, id))?.status === 'OPEN')
    expect(await readTicket(sergey, id, 'version')).toEqual({ version: version + 1 })
    expect(await wakesOf(second, id)).toHaveLength(1)
    await second.close()
    await database.drop()
  })

  it('fires once when two nodes share the database', async () => {
    const { server, cast } = scene
    const other = await startTestServer({ DATABASE_URL: server.desk.database.url })
    const tickets = await Promise.all(Array.from({ length: 10 }, async () => await ticketIn(cast, 'SNOOZED')))
    const ids = tickets.map(({ id }) => id)
    await letTimePass(server.desk.database.url, ids)
    const sergey = await supervisor(other)
    for (const { id, version } of tickets) {
      await until(async () => (await readTicket(sergey, id))?.status === 'OPEN')
      expect(await readTicket(cast.operator, id, 'version')).toEqual({ version: version + 1 })
      expect(await wakesOf(server, id)).toHaveLength(1)
    }
    await other.close()
  })
})
