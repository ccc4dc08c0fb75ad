import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { follow, type Stream, type Transport, transports } from '../kit/stream.ts'
import { done, type Person } from '../kit/world.ts'
import { followCustomer } from '../streams/shop.ts'
import { answer, type Complaint, complaintAt, file, fire, move, openScene, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const fields = `__typename cursor ... on Event { type actor { kind id }
    ... on ComplaintEscalated { complaint { id status } ticket { id } } }
  ... on ComplaintFiled { complaint { id status } ticket { id } }
  ... on ComplaintStatusChanged { fromComplaintStatus toComplaintStatus complaintCause
    complaintResolution complaint { id status } ticket { id } }`
interface Heard {
  readonly __typename: string
  readonly cursor: string
  readonly [field: string]: unknown
}
type Listen = (by: Person, ticketId: string, after?: string, transport?: Transport) => Stream<Heard>

const ofCustomer: Listen = (by, _ticketId, after, transport) =>
  followCustomer<Heard>(scene.server, by, after, { fields, ...(transport && { transport }) })
const ofTicket: Listen = (by, ticketId, after, transport) => {
  const query = `subscription ($ticketId: ID!, $after: String) {
    item: ticketEvents(ticketId: $ticketId, after: $after) { ${fields} } }`
  return follow(scene.server, by, query, { ticketId, after }, transport)
}
const ofInbox: Listen = (by, _ticketId, after, transport) => {
  const query = `subscription ($after: String) { item: inboxEvents(after: $after) { ${fields} } }`
  return follow(scene.server, by, query, { after }, transport)
}
const isCaughtUp = ({ __typename }: Heard) => __typename === 'CaughtUp'
/** The next that is about a complaint. */
async function nextOfComplaint(stream: Stream<Heard>): Promise<Heard> {
  const items = await stream.upTo(({ __typename }) => __typename.startsWith('Complaint'))
  const last = items.at(-1)
  if (last === undefined) throw new Error('nothing was told')
  return last
}

function moved(
  row: Complaint,
  by: Person | null,
  change: readonly string[],
  resolution: string | null = null,
) {
  const [from, to, cause] = change
  return {
    __typename: 'ComplaintStatusChanged',
    cursor: expect.any(String),
    type: 'complaint.statusChanged',
    actor: by === null ? { kind: 'SYSTEM', id: null } : { kind: expect.any(String), id: by.id },
    fromComplaintStatus: from,
    toComplaintStatus: to,
    complaintCause: cause,
    complaintResolution: resolution,
    complaint: { id: row.id, status: expect.any(String) },
    ticket: { id: row.ticket?.id },
  }
}

describe.each(transports)('over %s', (transport) => {
  it('the buyer’s stream, the ticket’s and the inbox tell of every step, live', async () => {
    const { ownBuyer, operator, supervisor } = scene.cast
    const row = await file(ownBuyer)
    const ticketId = row.ticket?.id ?? ''
    const streams = [
      ofCustomer(ownBuyer, ticketId, undefined, transport),
      ofTicket(ownBuyer, ticketId, undefined, transport),
      ofTicket(operator, ticketId, undefined, transport),
      ofInbox(operator, ticketId, undefined, transport),
    ]
    for (const stream of streams) await stream.upTo(isCaughtUp)
    const steps: readonly (readonly [Person, string, object, readonly string[], string?])[] = [
      [operator, 'complaintAcknowledge', {}, ['RECEIVED', 'ACKNOWLEDGED', 'ACKNOWLEDGE']],
      [operator, 'complaintInvestigate', {}, ['ACKNOWLEDGED', 'INVESTIGATING', 'INVESTIGATE']],
      [
        operator,
        'complaintAskCustomer',
        { text: 'Когда?' },
        ['INVESTIGATING', 'WAITING_CUSTOMER', 'ASK_CUSTOMER'],
      ],
      [operator, 'complaintResolve', answer, ['WAITING_CUSTOMER', 'RESOLVED', 'RESOLVE'], 'EXPLANATION'],
      [ownBuyer, 'complaintDispute', { text: 'Нет' }, ['RESOLVED', 'DISPUTED', 'DISPUTE']],
      [supervisor, 'complaintArbitrate', {}, ['DISPUTED', 'ARBITRATION', 'ARBITRATE']],
      [supervisor, 'complaintFinalize', answer, ['ARBITRATION', 'FINAL', 'FINALIZE'], 'EXPLANATION'],
      [ownBuyer, 'complaintClose', {}, ['FINAL', 'CLOSED', 'CLOSE']],
    ]
    for (const [by, mutation, input, change, resolution] of steps) {
      await move(by, mutation, { complaintId: row.id, ...input })
      for (const stream of streams) {
        expect(await nextOfComplaint(stream)).toEqual(moved(row, by, change, resolution))
      }
    }
  })

  it('a new complaint is told to its customer and the desk', async () => {
    const { ownBuyer, operator } = scene.cast
    const streams = [ownBuyer, operator].map((by) =>
      (by === ownBuyer ? ofCustomer : ofInbox)(by, '', undefined, transport),
    )
    for (const stream of streams) await stream.upTo(isCaughtUp)
    const row = await file(ownBuyer)
    for (const stream of streams) {
      expect(await nextOfComplaint(stream)).toEqual({
        __typename: 'ComplaintFiled',
        cursor: expect.any(String),
        type: 'complaint.filed',
        actor: { kind: 'CUSTOMER', id: ownBuyer.id },
        complaint: { id: row.id, status: 'RECEIVED' },
        ticket: { id: row.ticket?.id },
      })
    }
  })
})

describe('what nobody listened to', () => {
  it('is told after a cursor, with the complaint as it is now', async () => {
    const { ownBuyer } = scene.cast
    const { cursor } = await done<{ cursor: string }>(ownBuyer, 'ticketOpen', { text: 'Начало' }, 'cursor')
    const row = await complaintAt(scene, 'ACKNOWLEDGED')
    const heard = await ofCustomer(ownBuyer, '', cursor).upTo(isCaughtUp)
    const told = heard.filter(({ __typename }) => __typename.startsWith('Complaint'))
    expect(told).toMatchObject([
      { __typename: 'ComplaintFiled', complaint: { id: row.id, status: 'ACKNOWLEDGED' } },
      {
        fromComplaintStatus: 'RECEIVED',
        toComplaintStatus: 'ACKNOWLEDGED',
        complaint: { status: 'ACKNOWLEDGED' },
      },
    ])
  })
})

describe('an escalation', () => {
  it('is told to the desk, and to no buyer', async () => {
    const { ownBuyer, operator } = scene.cast
    const row = await file(ownBuyer)
    const ticketId = row.ticket?.id ?? ''
    const desk = [ofTicket(operator, ticketId), ofInbox(operator, ticketId)]
    const buyers = [ofCustomer(ownBuyer, ticketId), ofTicket(ownBuyer, ticketId)]
    for (const stream of [...desk, ...buyers]) await stream.upTo(isCaughtUp)
    await fire(scene, 'complaint.answer', row.id)
    for (const stream of desk) {
      expect(await stream.next()).toEqual({
        __typename: 'ComplaintEscalated',
        cursor: expect.any(String),
        type: 'complaint.escalated',
        actor: { kind: 'SYSTEM', id: null },
        complaint: { id: row.id, status: 'RECEIVED' },
        ticket: { id: ticketId },
      })
    }
    // The next that a buyer hears of is what happens after it.
    await move(ownBuyer, 'complaintWithdraw', { complaintId: row.id })
    for (const stream of buyers) {
      expect(await stream.next()).toEqual(
        moved(row, ownBuyer, ['RECEIVED', 'RESOLVED', 'WITHDRAW'], 'WITHDRAWN'),
      )
    }
  })

  it('of the time to dispute is a closing by the system', async () => {
    const { ownBuyer } = scene.cast
    const row = await complaintAt(scene, 'RESOLVED')
    const stream = ofCustomer(ownBuyer, '')
    await stream.upTo(isCaughtUp)
    await fire(scene, 'complaint.close', row.id)
    expect(await stream.next()).toEqual(moved(row, null, ['RESOLVED', 'CLOSED', 'DISPUTE_WINDOW']))
  })
})

describe('the streams of others', () => {
  it('tell nothing of it: another buyer’s, a guest’s, an inbox of another team', async () => {
    const { ownBuyer, otherBuyer, guest, operatorOfAnotherTeam, supervisor, teamId } = scene.cast
    const row = await file(ownBuyer)
    await done(supervisor, 'ticketAssign', { ticketId: row.ticket?.id, teamId })
    const streams = [ofCustomer(otherBuyer, ''), ofCustomer(guest, ''), ofInbox(operatorOfAnotherTeam, '')]
    for (const stream of streams) await stream.upTo(isCaughtUp)
    await move(supervisor, 'complaintAcknowledge', { complaintId: row.id })
    for (const [index, by] of [otherBuyer, guest].entries()) {
      const theirs = await file(by)
      expect(await nextOfComplaint(streams[index] as Stream<Heard>)).toMatchObject({
        __typename: 'ComplaintFiled',
        complaint: { id: theirs.id },
      })
    }
    // Tickets of no team are everybody's: the first complaint that the other team hears of is that one.
    expect(await nextOfComplaint(streams[2] as Stream<Heard>)).toMatchObject({
      __typename: 'ComplaintFiled',
      actor: { id: otherBuyer.id },
    })
    for (const by of [otherBuyer, guest, operatorOfAnotherTeam]) {
      expect(await ofTicket(by, row.ticket?.id ?? '').refusal()).toBe('NOT_VISIBLE')
    }
  })
})
